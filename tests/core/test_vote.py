"""The vote: when it is held, who may still change the text, what it takes, and what comes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.ballot import VOTES, cast, chances, support
from game.core.choice import choices, refusal
from game.core.draft import STAGES
from game.core.step import start
from game.core.vote import luck, pushes
from tests.core.chamber import COVES, FENS, chamber, rolls, sits, tabled, votes
from tests.core.small import Table

YES, ABSTAIN, ABSENT, NO = range(4)


def stage(table: Table, draft: str = "hall-text") -> str:
    """Where a draft stands."""
    return STAGES[table.cell(f"draft:{draft}")]


def test_without_hold_the_vote_is_at_the_end_of_the_same_turn() -> None:
    table = sits("write-quick", "quick-text.table")
    assert stage(table, "quick-text") == "tabled" and rolls(table) == ()
    table.ends()
    assert (rolls(table)[0].turn, rolls(table)[0].date) == (1, "2022-01-01")
    assert stage(table, "quick-text") == rolls(table)[0].outcome == "adopted"


@pytest.mark.parametrize(("first", "draft", "turns"), [("write", "hall-text", 2), ("write-far", "far-text", 4)])
def test_a_hold_is_so_many_turns_more(first: str, draft: str, turns: int) -> None:
    table = sits(first, f"{draft}.table").ends(turns - 1)
    assert stage(table, draft) == "tabled"
    assert rolls(table.ends())[0].turn == turns
    assert len(rolls(table.ends())) == 1


def test_a_vote_is_put_off_to_the_end_of_the_next_turn_as_often_as_asked() -> None:
    table = tabled().ends().does("put-off").ends().does("put-off").ends()
    assert stage(table) == "tabled"
    assert rolls(table.ends())[0].turn == 4


def test_putting_off_never_brings_a_later_vote_forward_nor_touches_what_is_not_tabled() -> None:
    table = sits("write-far", "far-text.table", "put-far-off").ends(3)
    assert rolls(table) == () and table.reads("norms") == 50, "nothing came of the whole clause"
    assert rolls(table.ends())[0].turn == 4
    table = sits("put-off").ends()
    assert (stage(table), table.cell("wait:hall-text")) == ("none", 0)


def test_others_change_the_text_until_the_vote_and_their_words_are_voted_on() -> None:
    table = tabled("firm").ends().does("add-aid", "strike-blame").ends()
    assert rolls(table)[0].clauses == ("word", "aid")
    assert all(votes(table)[fen] == "yes" for fen in FENS)


def test_a_text_of_which_others_leave_nothing_is_not_voted_on() -> None:
    table = tabled().ends().does("strike-word").ends()
    assert (stage(table), rolls(table), table.reads("norms")) == ("withdrawn", (), 50)
    table.does("rewrite", "firm", "hall-text.table").ends(2)
    assert rolls(table)[0].turn == 4


def test_nothing_is_changed_or_taken_back_after_the_vote() -> None:
    table = tabled("firm").ends(2)
    norms = table.reads("norms")
    table.does("strike-blame", "take-back", "put-off").ends()
    assert table.cell("text:hall-text.blame") == 1 and table.reads("norms") == norms
    assert stage(table) == rolls(table)[0].outcome and len(rolls(table)) == 1


def test_a_move_that_would_table_a_voted_text_is_closed() -> None:
    table = tabled("firm").ends(2)
    assert not {"write", "rewrite"} & {choice.id for choice in choices(table.scenario, table.state)}
    why = refusal(table.scenario, table.state, table.scenario.find.move["rewrite"])
    assert why is not None and why.kind == "condition"


def test_a_text_taken_back_is_not_voted_on_and_can_be_tabled_again() -> None:
    table = tabled("firm").does("take-back").ends(3)
    assert stage(table) == "withdrawn" and rolls(table) == ()
    table.does("rewrite", "hall-text.table").ends()
    assert stage(table) == "tabled", "the hold begins anew"
    assert rolls(table.ends())[0].turn == 5


def test_others_table_a_text_with_its_hold_and_never_twice() -> None:
    table = sits("they-table").ends()
    assert stage(table, "rival-text") == "tabled" and table.reads("norms") == 43
    table.does("they-table")
    assert (table.cell("wait:rival-text"), table.reads("norms")) == (1, 43), "nothing came of the second time"
    assert rolls(table.ends())[0].turn == 2
    assert stage(table.does("they-table").ends(2), "rival-text") == rolls(table)[0].outcome
    assert len(rolls(table)) == 1


def test_it_matters_whose_text_it_is() -> None:
    table = sits("they-table").ends(2)
    assert (votes(table)["VEX"], votes(table)["NAY"]) == ("yes", "yes")


def test_a_permanent_member_stops_substance_but_not_procedure() -> None:
    table = sits("go-to-council", "council-text.table").ends()
    assert votes(table)["VEX"] == "no" and table.reads("norms") == 52
    assert (rolls(table)[0].outcome, rolls(table)[0].vetoes) == ("adopted", ())
    table = sits("go-to-council", "council-text.word", "council-text.table").ends()
    assert (rolls(table)[0].outcome, rolls(table)[0].vetoes) == ("vetoed", ("VEX",))
    assert table.reads("norms") == 53 and "One hand goes up." in table.told()


def test_the_council_needs_nine_and_without_them_nobody_need_veto() -> None:
    table = sits("go-to-council", "the-name", "council-text.table").ends()
    assert (rolls(table)[0].tally.yes, rolls(table)[0].outcome) == (8, "failed")
    assert table.reads("norms") == 47 and len(votes(table)) == 15


def test_two_thirds_are_counted_over_yes_and_no_only() -> None:
    """Eleven yes and five no carry blame; of all twenty-four they would be less than half."""
    table = tabled("firm").ends(2)
    yes, no, abstain, absent = rolls(table)[0].tally
    assert (abstain, absent) >= (len(COVES) + len(FENS), 1)
    assert 3 * yes >= 2 * (yes + no) and 2 * yes < len(votes(table))
    assert (rolls(table)[0].outcome, rolls(table)[0].needed) == ("adopted", -(-2 * (yes + no) // 3))


def test_light_texts_need_more_yes_than_no_and_heavier_ones_two_thirds() -> None:
    light, heavy = tabled("kind").ends(2), tabled("firm", "hall-text.aid").ends(2)
    assert (rolls(light)[0].rule, rolls(heavy)[0].rule) == (
        "more yes than no",
        "two thirds of those voting yes or no",
    )
    counted = rolls(light)[0].tally
    assert rolls(light)[0].needed == (counted.yes + counted.no) // 2 + 1


def test_who_owes_two_years_has_no_vote_in_the_assembly_alone_while_it_owes() -> None:
    table = sits().ends(4).does("write-quick", "quick-text.table", "go-to-council", "council-text.table").ends()
    assembly, council = sorted(rolls(table), key=lambda roll: roll.body)
    absent = {cast.iso for cast in assembly.casts if cast.vote == "absent"}
    assert {"LAP", "EAA", "GON"} <= absent
    assert "EAA" in {cast.iso for cast in council.casts if cast.vote == "yes"}
    early = sits("write-quick", "quick-text.table").ends()
    assert votes(early)["LAP"] == votes(early)["EAA"] == "yes"


def test_a_state_leans_as_it_does_at_the_date_of_the_vote() -> None:
    assert votes(sits("write-quick", "quick-text.table").ends())["ERA"] == "no"
    assert votes(sits().ends(3).does("write-quick", "quick-text.table").ends())["ERA"] == "yes"


def test_watched_states_are_noted_and_those_without_a_seat_are_not() -> None:
    table = tabled("firm")
    assert [table.cell(f"cast:hall-text.{iso}") for iso in ("FEN", "VEX", "LAP")] == [0, 0, 0]
    table.ends(2)
    assert [table.cell(f"cast:hall-text.{iso}") - 1 for iso in ("FEN", "VEX", "LAP")] == [ABSTAIN, NO, YES]
    table = sits("go-to-council", "council-text.table").ends()
    assert [table.cell(f"cast:council-text.{iso}") for iso in ("VEX", "NAY")] == [NO + 1, 0]


def test_what_comes_of_a_vote_has_seen_it_counted() -> None:
    heavy, kind = tabled("firm").ends(2), tabled("kind").ends(2)
    assert rolls(heavy)[0].tally.yes < 13 <= rolls(kind)[0].tally.yes
    assert heavy.reads("norms") == 50 + 1 + 20, "it weighs seven, and Fenland abstained"
    assert kind.reads("norms") == 50 + 1 + 10, "it weighs four, and thirteen or more were for it"
    assert heavy.cell("weight:hall-text") == 7 and "The text for the hall is adopted." in heavy.told()
    assert {cause for _, _, cause in heavy.changes("norms")} == {"hall-text"}


def test_a_text_that_falls_weighs_nothing() -> None:
    table = sits("go-to-council", "the-name", "council-text.table").ends()
    assert (table.cell("weight:council-text"), rolls(table)[0].weight) == (0, 0)


def test_two_texts_can_be_voted_on_at_once() -> None:
    table = sits("write-quick", "quick-text.table", "go-to-council", "council-text.table").ends()
    assert sorted(roll.draft for roll in rolls(table)) == ["council-text", "quick-text"]


def test_pushes_are_of_all_blocs_and_sponsors_together_and_fade() -> None:
    table = tabled("firm", "with-fens").does("lobby", "charm")
    draft, places = (
        table.scenario.find.draft["hall-text"],
        {m.iso: n for n, m in enumerate(table.scenario.hall.members)},
    )
    found = pushes(table.scenario, draft, table.state.cells)
    assert found == {places[fen]: 2700 for fen in FENS} | {places[lucky]: 900 for lucky in ("LUC", "LUD")}
    both = sits("befriend", "write", "with-fens", "with-friends").state.cells
    found = pushes(table.scenario, draft, both)
    assert (found[places["FEN"]], found[places["LUC"]], found[places["VEX"]]) == (2150, 600, 100)
    faded = [table.ends().reads("fens.push") for _ in range(3)]
    assert faded == [20, 0, 0] and table.reads("lucks.push") == 40


def test_lobbying_and_sponsors_together_win_those_who_would_abstain() -> None:
    assert {votes(tabled("firm").ends(2))[fen] for fen in FENS} == {"abstain"}
    table = tabled("firm", "with-fens").ends().does("lobby-hard").ends()
    assert {votes(table)[fen] for fen in FENS} == {"yes"}


def test_a_state_keeps_its_luck_and_no_two_games_or_states_share_it() -> None:
    scenario = chamber()
    drawn = {(seed, place): luck(scenario, seed, place) for seed in range(40) for place in range(24)}
    assert all(0 <= number <= 9999 for number in drawn.values())
    assert len(set(drawn.values())) > 900, "960 draws of 10,000: a few may meet"
    assert votes(tabled().ends(2)) == votes(tabled().ends().does("put-off").ends(2)) | {"ERA": "no"}


@given(st.integers(0, 10**9), st.integers(0, 23), st.sets(st.integers(0, 4)), st.integers(-900, 900))
def test_more_support_never_turns_a_vote_back(seed: int, place: int, text: set[int], push: int) -> None:
    """A text without the clauses that cost a state's support, or with more lobbying, finds it no further off."""
    scenario = chamber()
    voter, fell = scenario.hall.voter(place, 1), luck(scenario, seed, place)

    def vote(paragraphs: set[int], pressure: int) -> int:
        return cast(chances(voter, support(voter, paragraphs, "west", "assembly", pressure), "assembly"), fell)

    softer = {paragraph for paragraph in text if voter.effects[paragraph] >= 0}
    assert VOTES == ("yes", "abstain", "absent", "no")
    assert vote(softer, push) <= vote(text, push)
    assert vote(text, push + 400) <= vote(text, push)


def test_nothing_is_voted_on_at_the_opening() -> None:
    opening = start(chamber(), 1)
    assert [STAGES[opening.state.cells[draft.stage]] for draft in chamber().drafts] == ["none"] * 5
