"""The outlook: what the seat is told of a coming vote is honest, and is no more than the seat can know."""

from __future__ import annotations

from statistics import mean

import pytest

from game.core.ballot import VOTES, Tally, certain
from game.core.lobby import SWING, blocs
from game.core.outlook import odds_of
from game.core.sheet import drafts_now, sheet
from game.core.state import State
from game.core.view import view
from game.core.vote import text_of
from tests.core.chamber import FENS, LUCKS, chamber, looks, rolls, sits, tabled, votes
from tests.core.crises import with_cells
from tests.core.small import Table

DRAFTS = ("council-text", "far-text", "hall-text", "quick-text", "rival-text")
SEEDS = range(30)


def reseeded(table: Table, seed: int) -> State:
    """The same State with other luck."""
    return State(seed, table.state.cells)


@pytest.mark.parametrize("draft", DRAFTS)
def test_where_nobody_was_sounded_out_luck_is_not_shown(draft: str) -> None:
    table = sits("lobby", "charm", "write", "firm", "with-fens")
    seen = sheet(table.scenario, table.state, draft), blocs(table.scenario, table.state, draft)
    for seed in SEEDS:
        other = reseeded(table, seed)
        assert (sheet(table.scenario, other, draft), blocs(table.scenario, other, draft)) == seen
        assert view(table.scenario, other) == view(table.scenario, table.state)


def test_only_the_luck_of_those_sounded_out_is_shown() -> None:
    table = sits("sound-out", "write", "firm")
    shown = set()
    for seed in SEEDS:
        found = {one.iso: one for one in looks(under(table, seed)).members}
        assert {iso for iso, one in found.items() if one.known} == {"LUC", "LUD"}
        assert all(one.chances in [certain(vote) for vote in range(4)] for one in found.values() if one.known)
        shown.add((found["LUC"].vote, found["LUD"].vote))
        assert {found[iso].chances for iso in ("LUM", "LUX")} == {odds(tabled("firm"), "LUM")}
    assert len(shown) > 4


def under(table: Table, seed: int) -> Table:
    """The game as it stands, under other luck."""
    other = Table(table.scenario, seed)
    other.steps = [*table.steps[:-1], table.steps[-1]._replace(state=reseeded(table, seed))]
    return other


def odds(table: Table, iso: str) -> object:
    """The chances of a state on the text for the hall."""
    return next(one.chances for one in looks(table).members if one.iso == iso)


def test_what_was_sounded_out_is_what_comes() -> None:
    for seed in SEEDS:
        table = sits("sound-out", "write", "firm", "hall-text.table", seed=seed).ends()
        told = {one.iso: one.vote for one in looks(table).members if one.known}
        table.ends()
        assert told == {iso: votes(table)[iso] for iso in ("LUC", "LUD")}


def test_another_text_or_more_lobbying_is_told_as_surely_to_who_has_sounded_out() -> None:
    for seed in SEEDS:
        table = sits("sound-out", "charm", "write", "kind", "hall-text.table", seed=seed).ends()
        told = {one.iso: one.vote for one in looks(table).members if one.known}
        assert told == {iso: votes(table.ends())[iso] for iso in told}


def test_the_expectation_is_the_mean_of_what_comes_and_the_band_holds_it_four_times_in_five() -> None:
    expected = looks(tabled("firm").ends())
    counts = [rolls(tabled("firm", seed=seed).ends(2))[0].tally for seed in range(300)]
    for vote in Tally._fields:
        band, came = getattr(expected, vote), [getattr(count, vote) for count in counts]
        assert abs(mean(came) - band.mid) < 0.75, vote
        assert band.low <= band.mid <= band.high
        assert mean(band.low <= count <= band.high for count in came) >= 0.78, vote


def test_chances_are_kept_by_the_luck_of_many_seeds() -> None:
    told = odds(tabled("firm").ends(), "LUX")
    came = [votes(tabled("firm", seed=seed).ends(2))["LUX"] for seed in range(400)]
    assert isinstance(told, tuple) and sum(told) == 10_000
    for vote, share in zip(VOTES, told, strict=True):
        assert abs(came.count(vote) * 25 - share) < 750, vote


def test_it_says_whether_the_middle_carries_is_stopped_or_falls_short() -> None:
    council = "council-text"
    assert looks(sits("go-to-council"), council).carries == "carried"
    assert looks(sits("go-to-council", "a-word"), council).carries == "vetoed"
    found = looks(sits("go-to-council", "the-name"), council)
    assert (found.carries, found.needed, found.yes.mid) == ("short", 9, 8)
    assert sum(band.mid for band in found[:4]) == len(found.members) == 15


def test_who_has_no_vote_is_told_as_absent_while_it_owes() -> None:
    table = sits().ends(4)
    told = {one.iso: one.vote for one in looks(table, "quick-text").members}
    assert (told["LAP"], told["EAA"], told["GON"]) == ("absent", "absent", "absent")
    assert {one.iso: one.vote for one in looks(table, "council-text").members}["EAA"] == "yes"
    assert {one.iso: one.vote for one in looks(table.ends(2), "quick-text").members}["LAP"] == "yes"


def test_states_are_told_by_name_with_their_group() -> None:
    names = [one.name for one in looks(sits()).members]
    assert names == sorted(names, key=str.casefold) and len(names) == 24
    assert {one.iso: one.group for one in looks(sits()).members}["FEN"] == "African States"


def test_the_price_of_a_clause_is_what_the_expectation_moves_by() -> None:
    table = sits("write", "firm")
    scenario, draft = table.scenario, table.scenario.find.draft["hall-text"]

    def expected(state: State) -> int:
        return sum(odds.yes for odds in odds_of(scenario, state, draft, text_of(draft, state.cells)).values())

    prices = {one.clause: one.price for one in sheet(scenario, table.state, "hall-text").provisions}
    for provision in draft.provisions:
        other = with_cells(table.state, {provision.cell: 1 - table.state.cells[provision.cell]})
        moved = expected(other) - expected(table.state)
        assert prices[provision.id.partition(".")[2]] == (moved + 500) // 1_000
    assert prices["blame"] >= 30, "the fens come back when it is struck"


def test_a_bloc_is_told_with_its_votes_and_what_more_would_bring() -> None:
    table = sits("lobby", "write", "firm")
    found = {one.id: one for one in blocs(table.scenario, table.state, "hall-text")}
    assert found["fens"].members == FENS and found["fens"].push == 70
    assert found["fens"].votes == Tally(0, 0, 3, 0) and not found["fens"].sounded
    assert found["vexed"].votes == Tally(0, 1, 0, 0) and found["vexed"].swing == 0
    order = [one.swing for one in blocs(table.scenario, table.state, "hall-text")]
    assert order == sorted(order, reverse=True)
    before = sum(one.chances.yes for one in looks(table).members)
    cell = table.scenario.find.bloc["all-of-them"].push
    table.steps[-1] = table.steps[-1]._replace(state=with_cells(table.state, {cell: SWING}))
    moved = sum(one.chances.yes for one in looks(table).members) - before
    assert found["all-of-them"].swing == (moved + 5_000) // 10_000 > 0


def test_a_bloc_pressed_to_the_end_of_its_range_has_no_more_to_bring() -> None:
    table = sits("write", "firm")
    push = {bloc.id: bloc.push for bloc in table.scenario.blocs}
    swings = []
    for pressed in (250, 300):
        state = with_cells(table.state, {push["all-of-them"]: pressed, push["lucks"]: -300})
        swings.append({one.id: one.swing for one in blocs(table.scenario, state, "hall-text")}["all-of-them"])
    assert swings == [1, 0]


def test_in_the_council_a_bloc_has_the_members_that_sit_there() -> None:
    found = {one.id: one.members for one in blocs(chamber(), sits().state, "council-text")}
    assert "lucks" not in found and len(found["all-of-them"]) == 15
    assert not set(LUCKS) & set(found["all-of-them"])


def test_the_draft_on_the_table_comes_before_those_that_wait() -> None:
    table = sits("write", "hall-text.table", "write-far", "far-text.table")
    assert drafts_now(table.scenario, table.state) == ("far-text", "hall-text")
    table.does("write-quick")
    assert drafts_now(table.scenario, table.state) == ("quick-text", "far-text", "hall-text")
    assert drafts_now(table.scenario, table.does("quick-text.shelve").ends(2).state) == ("far-text",)
