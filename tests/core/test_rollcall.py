"""The roll call: votes told state by state, why each state voted so, and the votes beside the real ones."""

from __future__ import annotations

import re

import pytest

from game.core.ballot import VOTES, Tally, cast, chances, likeliest, support
from game.core.chronicle import items
from game.core.event import because
from game.core.naming import cause_name, choice_name
from game.core.policy import at_random, play_out
from game.core.recorded import recorded, say_recorded
from game.core.rollcall import VoteReasons, say_result, share_of, votes_in, why_vote
from game.core.scenario import Scenario
from game.core.vote import luck
from tests.core.chamber import COVES, FENS, LUCKS, chamber, rolls, sits, tabled, votes
from tests.core.crises import package as crisis
from tests.core.small import Table


def why(table: Table, iso: str) -> VoteReasons:
    """Why a state voted as it did in the last vote."""
    return why_vote(table.scenario, table.steps, rolls(table)[-1], iso)


def parts(table: Table, iso: str) -> dict[str, int]:
    """The parts of its support, by what they are."""
    return {part.label: part.amount for part in why(table, iso).parts}


def test_a_roll_call_has_every_state_once_by_name() -> None:
    roll = rolls(tabled("firm").ends(2))[0]
    assert (roll.title, roll.body, roll.clauses, roll.weight) == (
        "The text for the hall",
        "assembly",
        ("word", "blame"),
        7,
    )
    names = [one.name for one in roll.casts]
    assert names == sorted(names, key=str.casefold) and len(set(names)) == sum(roll.tally) == 24
    assert {one.iso for one in roll.casts if one.vote == "abstain"} >= {*FENS, *COVES}
    assert {one.group for one in roll.casts if one.iso in LUCKS} == {"Asia-Pacific States"}


def test_the_result_is_said_with_the_count_and_what_it_took() -> None:
    adopted = rolls(tabled("firm").ends(2))[0]
    assert say_result(adopted).startswith("Adopted. ") and f"It took {adopted.needed}: two thirds" in say_result(
        adopted
    )
    assert f"{adopted.tally.yes} yes, {adopted.tally.no} no" in say_result(adopted)
    vetoed = rolls(sits("go-to-council", "a-word", "council-text.table").ends())[0]
    assert say_result(vetoed).startswith("Vetoed. 11 yes, 1 no, 3 abstaining, 0 not voting.")
    failed = rolls(sits("go-to-council", "the-name", "council-text.table").ends())[0]
    assert say_result(failed).startswith("Not adopted. 8 yes") and "It took 9: nine votes" in say_result(failed)


def test_the_chronicle_tells_a_vote_before_what_comes_of_it() -> None:
    table = tabled("firm").ends(2)
    told = list(items(table.scenario, table.steps[-1], 2, set()))
    assert [(item.kind, item.id, item.turn) for item in told[:2]] == [
        ("vote", "hall-text", 2),
        ("news", "hall-text", 2),
    ]
    assert told[0].text == say_result(rolls(table)[0])


def test_why_names_the_lean_each_clause_the_sponsor_and_each_call() -> None:
    table = tabled("firm", "with-fens").does("lobby").ends().does("lobby-hard").ends()
    assert parts(table, "FEN") == {
        "what it leans to, whatever the text": 7000,
        "Blame": -9999,
        "The word": 0,
        "your choice, Lobby the fens": 700,
        "the drift of the weeks": -500,
        "your choice, Lobby the fens hard": 3000,
        "it could go no further": -200,
        "Bring in the fens": 2000,
    }
    assert why(table, "FEN").vote == "yes"


def test_what_came_after_a_vote_has_no_part_in_it() -> None:
    table = tabled("firm").ends().does("charm").ends()
    before = parts(table, "LUC")
    assert parts(table.does("charm").ends(), "LUC") == before and before["your choice, Charm the lucky ones"] == 400


def assert_whole(scenario: Scenario, table: Table) -> int:
    """In every vote of a game the parts of every state add up to its support; how many had more than its lean."""
    pushed = 0
    for (_, turn, event), roll in zip(votes_in(scenario, table.steps), rolls(table), strict=True):
        draft, hall = scenario.find.draft[event.draft], scenario.hall
        for seat, push in zip(hall.seats(draft.body, turn), event.pushes, strict=True):
            found = why_vote(scenario, table.steps, roll, hall.members[seat].iso)
            if found.parts:
                stands = support(hall.voter(seat, turn), event.text, draft.author, draft.body, push)
                assert sum(part.amount for part in found.parts) == stands
                assert found.chances == chances(hall.voter(seat, turn), stands, draft.body)
                pushed += push != 0
    return pushed


def test_the_parts_of_every_vote_add_up() -> None:
    scenario, pushed = chamber(), 0
    for seed in range(10):
        table = Table(scenario, seed)
        table.steps = list(play_out(scenario, seed, at_random).steps)
        pushed += assert_whole(scenario, table)
    assert pushed > 50


def test_the_parts_add_up_in_a_crisis_with_all_members() -> None:
    scenario, held = crisis("thread").compile(), 0
    for seed in range(8):
        table = Table(scenario, seed)
        table.steps = list(play_out(scenario, seed, at_random).steps)
        assert_whole(scenario, table)
        held += len(rolls(table))
    assert held > 4


WITHOUT, WITH = re.compile(r'Without "(.+)": (\w+)\.'), re.compile(r'With "(.+)": (\w+)\.')
MORE = re.compile(r"With (\d+) more points of lobbying behind it: (\w+)\.")


def assert_true(table: Table, iso: str, sentence: str) -> None:
    """What is said would have changed a vote does, with the same luck."""
    scenario = table.scenario
    (_, turn, event), roll = next(votes_in(scenario, table.steps)), rolls(table)[0]
    draft, hall = scenario.find.draft[event.draft], scenario.hall
    place = next(n for n, member in enumerate(hall.members) if member.iso == iso)
    push, text = event.pushes[hall.seats(draft.body, turn).index(place)], list(event.text)
    titles = {scenario.text(f"paragraph.{one.id}.title"): n for n, one in enumerate(hall.paragraphs)}
    if found := WITHOUT.fullmatch(sentence):
        text.remove(titles[found[1]])
    elif found := WITH.fullmatch(sentence):
        text.append(titles[found[1]])
    else:
        found = MORE.fullmatch(sentence)
        assert found is not None, sentence
        push += int(found[1]) * 10
    odds = chances(
        hall.voter(place, turn), support(hall.voter(place, turn), text, draft.author, draft.body, push), draft.body
    )
    assert VOTES[cast(odds, luck(scenario, table.state.seed, place))] == found[2]
    assert found[2] != {one.iso: one.vote for one in roll.casts}[iso]


def test_whatever_is_said_would_have_changed_a_vote_does() -> None:
    said = {"Without": 0, "With more": 0, "With": 0}
    for seed in range(30):
        table = tabled("firm", seed=seed).ends(2)
        for iso in votes(table):
            for sentence in why(table, iso).changed_by:
                assert_true(table, iso, sentence)
                more = "With more" if MORE.fullmatch(sentence) else "With"
                said["Without" if "Without" in sentence else more] += 1
    assert min(said.values()) > 5, said


def test_of_lobbying_the_least_that_would_have_done_is_named() -> None:
    named = set()
    for seed in range(20):
        table = tabled("firm", seed=seed).ends(2)
        (_, turn, event), hall = next(votes_in(table.scenario, table.steps)), table.scenario.hall
        for place, member in enumerate(hall.members):
            voter, fell = hall.voter(place, turn), luck(table.scenario, seed, place)
            stands = support(voter, event.text, "west", "assembly", event.pushes[place])
            came = [cast(chances(voter, stands + more * 10, "assembly"), fell) for more in (0, 20, 40, 80, 160)]
            first = next((n for n, vote in enumerate(came) if vote != came[0]), 0)
            said = [MORE.fullmatch(one) for one in why(table, member.iso).changed_by]
            assert [int(one[1]) for one in said if one] == ([(0, 20, 40, 80, 160)[first]] if first else [])
            named.add(first)
    assert named == {0, 1, 2, 3, 4}


def test_a_sentence_tried_in_play_comes_true() -> None:
    assert 'Without "Blame": yes.' in why(tabled("firm").ends(2), "FEN").changed_by
    assert votes(tabled("hall-text.aid").ends(2))["FEN"] == "yes"


def test_who_had_no_vote_is_told_why_and_nothing_else() -> None:
    table = sits().ends(4).does("write-quick", "quick-text.table").ends()
    found = why(table, "LAP")
    assert (found.vote, found.parts) == ("absent", ()) and "Article 19" in found.changed_by[0]
    assert why(sits("write-quick", "quick-text.table").ends(), "LAP").parts


def test_a_vote_is_set_beside_the_real_one_state_by_state() -> None:
    assert [one.draft for one in recorded(chamber(), sits().steps)] == ["far-text", "quick-text"], "by the real dates"
    table = sits("write-quick", "quick-text.table").ends()
    found = recorded(table.scenario, table.steps)[1]
    here = {iso: votes(table)[iso] for iso in ("PAA", "PBB", "FEN", "PCC", "VEX", "COA", "NAY", "LAP")}
    assert here == dict.fromkeys(("PAA", "PBB", "FEN", "PCC", "LAP"), "yes") | {
        "VEX": "no",
        "COA": "abstain",
        "NAY": "no",
    }
    assert (found.tally, found.same) == ((3, 2, 2, 1), 5)
    assert {one.iso: (one.here, one.there) for one in found.apart} == {
        "PCC": ("yes", "no"),
        "NAY": ("no", "abstain"),
        "LAP": ("yes", "absent"),
    }
    said = say_recorded(found)
    assert "3 yes, 2 no, 2 abstaining, 1 not voting" in said and "5 states voted alike" in said


def test_what_never_came_to_a_vote_says_so() -> None:
    found = recorded(chamber(), sits().steps)[1]
    assert (found.roll, found.same, found.apart, found.tally) == (None, 0, (), (3, 2, 2, 1))
    assert say_recorded(found).startswith("Here it never came to a vote.")


def test_what_is_kept_back_stays_so() -> None:
    table = sits("write-far", "far-text.table").ends(4)
    found = recorded(table.scenario, table.steps)[0]
    assert found.roll is not None and (found.tally, found.same, found.apart) == (None, 0, ())
    said = say_recorded(found)
    assert "kept back" in said and "R/2, 2022-01-30): failed" in said and "alike" not in said


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("firm", "Say who did it"),
        ("with-fens", "Bring in the fens"),
        ("hall-text.blame", "The text for the hall, change: Blame"),
        ("hall-text.table", "Table it: The text for the hall"),
        ("hall-text.shelve", "Put it away: The text for the hall"),
        ("write", "Write the text"),
    ],
)
def test_what_is_done_at_the_drafting_table_has_a_name(id: str, name: str) -> None:
    assert choice_name(chamber(), id) == name
    assert cause_name(chamber(), because("choice", id)) == f"your choice, {name}"


def test_a_vote_is_a_cause_with_a_name() -> None:
    assert cause_name(chamber(), because("vote", "hall-text")) == "the vote on The text for the hall"
    assert Tally(1, 2, 3, 4)._fields == ("yes", "no", "abstain", "absent")


def test_a_vote_that_was_not_the_likeliest_is_told_to_be_the_states_own_luck() -> None:
    seen = {True: 0, False: 0}
    for seed in range(30):
        table = tabled("firm", seed=seed).ends(2)
        for iso in votes(table):
            found = why(table, iso)
            if found.parts:
                lucky = found.vote != VOTES[likeliest(found.chances)]
                assert ("keeps that throw for this whole play" in found.drawn) == lucky
                assert found.drawn.startswith("To abstain lies between the two") == (found.vote == "abstain")
                seen[lucky] += 1
    assert min(seen.values()) > 5, seen


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (0, "0"),
        (1, "less than 1"),
        (49, "less than 1"),
        (50, "1"),
        (4_950, "50"),
        (9_949, "99"),
        (9_950, "more than 99"),
    ],
)
def test_what_is_not_sure_never_reads_as_sure(chance: int, said: str) -> None:
    assert share_of(chance) == said and share_of(10_000) == "100"


def test_what_came_of_a_vote_stands_right_behind_it() -> None:
    table = tabled("firm").ends(2)
    told = [(item.kind, item.cause.kind) for item in items(table.scenario, table.steps[-1], 1, set())]
    at = [place for place, (kind, _) in enumerate(told) if kind == "vote"]
    news = [place for place, (kind, cause) in enumerate(told) if (kind, cause) == ("news", "vote")]
    assert news == [at[0] + 1]
