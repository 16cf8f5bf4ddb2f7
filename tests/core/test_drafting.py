"""The drafting table: one choice changes one thing, until the text is tabled or put away."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core.card import say_refusal
from game.core.choice import Choice, choices, refusal
from game.core.draft import STAGES
from game.core.policy import at_random, follow, play_out
from game.core.replay import replay
from game.core.scenario import DRAFTING, MENU
from game.core.scene import scene
from game.core.sheet import sheet
from game.core.step import IllegalChoice
from game.play import savefile
from game.play.playthrough import Playthrough
from tests.core.chamber import chamber, package, rolls, sits, tabled
from tests.core.small import Table


def here(table: Table) -> list[str]:
    """What may be chosen now."""
    return [choice.id for choice in choices(table.scenario, table.state)]


def text(table: Table, draft: str = "hall-text") -> set[str]:
    """The clauses that stand in a draft."""
    found = table.scenario.find.draft[draft].provisions
    return {one.id.partition(".")[2] for one in found if table.state.cells[one.cell]}


def stage(table: Table, draft: str = "hall-text") -> str:
    """Where a draft stands."""
    return STAGES[table.cell(f"draft:{draft}")]


CHANGES = ["firm", "kind", "hall-text.word", "hall-text.blame", "hall-text.aid", "hall-text.peace"]
ENDS = ["hall-text.table", "hall-text.shelve"]


def test_a_move_opens_the_table_and_nothing_else_goes_on_there() -> None:
    table = sits("write")
    assert here(table) == [*CHANGES, "with-fens", *ENDS]
    assert table.cell("clock:slot") == DRAFTING and text(table) == {"word"}
    for id in ("end-turn", "lobby", "with-friends", "council-text.table", "far-text.word"):
        with pytest.raises(IllegalChoice):
            table.does(id)
    why = refusal(table.scenario, table.state, table.scenario.find.move["lobby"])
    assert why is not None and (why.kind, bool(say_refusal(table.scenario, why))) == ("waiting", True)


def test_a_wording_sets_every_clause_at_once() -> None:
    table = sits("write", "hall-text.peace", "firm")
    assert text(table) == {"word", "blame"}
    assert "firm" not in here(table) and text(table.does("kind")) == {"word", "aid", "peace"}


def test_a_clause_is_put_in_and_struck_and_a_wording_comes_back_when_it_is_left() -> None:
    table = sits("write", "hall-text.blame")
    assert text(table) == {"word", "blame"} and "firm" not in here(table)
    assert text(table.does("hall-text.blame")) == {"word"} and "firm" in here(table)


def test_a_text_in_which_nothing_stands_cannot_be_tabled() -> None:
    assert here(sits("write", "hall-text.word"))[-1:] == ["hall-text.shelve"]
    assert "hall-text.table" not in here(sits("write", "hall-text.word"))


def test_the_changes_of_a_sitting_run_out_and_the_next_sitting_has_as_many() -> None:
    table = sits("write", "hall-text.blame", "hall-text.aid", "with-fens")
    assert here(table) == ENDS
    table.does("hall-text.shelve", "rewrite")
    assert len(here(table)) > len(ENDS) and text(table) == {"word", "blame", "aid"}
    assert table.cell("clock:edits") == 0


def test_a_sponsor_is_paid_once_and_not_offered_to_who_cannot_pay() -> None:
    table = sits("write", "with-fens")
    assert table.reads("favours") == 0 and "with-fens" not in here(table)
    assert table.changes("favours") == [(-2, "choice", "with-fens")]
    table.does("hall-text.shelve", "rewrite")
    assert "with-fens" not in here(table) and table.cell("sponsor:with-fens") == 1
    poor = Table(table.scenario)
    spent = {poor.scenario.find.cell["meter:favours"]: 1}
    cells = tuple(spent.get(cell, value) for cell, value in enumerate(poor.state.cells))
    poor.steps[-1] = poor.steps[-1]._replace(state=poor.state._replace(cells=cells))
    assert "with-fens" not in here(poor.does("write"))


def test_a_sponsor_with_a_condition_comes_when_it_holds() -> None:
    assert "with-friends" not in here(sits("write"))
    assert "with-friends" in here(sits("befriend", "write"))
    assert "with-friends" not in here(sits("befriend", "write", "with-friends")), "they are there already"
    found = sheet(chamber(), sits("write").state, "hall-text")
    assert {one.id: bool(one.closed) for one in found.sponsors} == {"with-fens": False, "with-friends": True}


def test_tabled_it_waits_and_put_away_it_does_not() -> None:
    table = sits("write", "firm", "hall-text.table")
    assert (stage(table), table.cell("clock:slot"), table.cell("clock:draft")) == ("tabled", MENU, 0)
    table = sits("write", "firm", "hall-text.shelve").ends(3)
    assert (stage(table), text(table), rolls(table)) == ("none", {"word", "blame"}, ())


def test_a_tabled_text_is_opened_again_and_keeps_the_day_of_its_vote() -> None:
    table = tabled("firm").ends().does("rewrite", "hall-text.blame", "hall-text.table").ends()
    assert (rolls(table)[0].turn, rolls(table)[0].clauses) == (2, ("word",))


def test_putting_a_tabled_text_away_withdraws_it_and_tabling_it_then_begins_anew() -> None:
    table = tabled().does("rewrite", "hall-text.shelve")
    assert stage(table) == "withdrawn"
    table.ends().does("write")
    assert stage(table) == "withdrawn" and "hall-text.table" in here(table)
    table.does("hall-text.table").ends(2)
    assert rolls(table)[0].turn == 3


def test_several_texts_can_be_tabled_in_one_turn_but_one_at_a_time() -> None:
    table = sits("write", "hall-text.table", "write-quick", "quick-text.table", "go-to-council", "council-text.shelve")
    assert [stage(table, draft) for draft in ("hall-text", "quick-text", "council-text")] == [
        "tabled",
        "tabled",
        "none",
    ]


def test_the_scene_says_what_each_choice_is() -> None:
    table = sits("write", "firm")
    shown = scene(table.scenario, table.state)
    assert shown is not None and (shown.kind, shown.title) == ("draft", "The text for the hall")
    assert shown.heading == "2 changes of wording left"
    said = {line.id: (line.label, line.price) for line in shown.lines}
    assert list(said) == here(table)
    assert said["hall-text.blame"][0].startswith("Strike: Blame.") and said["hall-text.aid"][0].startswith(
        "Put in: Aid."
    )
    assert said["with-fens"] == ("Bring in the fens", "2 favours")
    assert said["hall-text.shelve"][0] != scene_label(tabled("firm").does("rewrite"), "hall-text.shelve")
    last = scene(table.scenario, table.does("kind", "firm").state)
    assert last is not None and last.heading == "No more changes of wording"


def scene_label(table: Table, id: str) -> str:
    """What a choice at the table is called."""
    shown = scene(table.scenario, table.state)
    assert shown is not None
    return next(line.label for line in shown.lines if line.id == id)


def test_the_sheet_shows_the_text_what_is_left_and_what_was_done() -> None:
    table = sits("write", "firm", "with-fens")
    found = sheet(table.scenario, table.state, "hall-text")
    assert (found.stage, found.turns, found.edits_left, found.weight, found.open) == ("none", 0, 1, 7, True)
    assert [one.clause for one in found.provisions if one.stands] == ["word", "blame"]
    assert [one.id for one in found.wordings if one.done] == ["firm"]
    assert [one.id for one in found.sponsors if one.done] == ["with-fens"]
    assert [line.id for line in found.lines] == ENDS and found.rule == "two thirds of those voting yes or no"
    table.does("hall-text.table")
    found = sheet(table.scenario, table.state, "hall-text")
    assert (found.stage, found.turns, found.edits_left, found.lines, found.open) == ("tabled", 2, 0, (), False)


def test_a_policy_drafts_by_wording_sponsor_clause_and_condition() -> None:
    scenario, lines = chamber(), set[tuple[str, ...]]()
    for seed in range(12):
        game = play_out(scenario, seed, follow(scenario.policies[0]))
        made = tuple(choice.id for choice in game.choices)
        lines.add(made)
        assert made[:2] == ("write", "firm") and "kind" not in made and "hall-text.peace" not in made
        assert made[made.index("hall-text.table") - 1] == "hall-text.aid" or made.index("hall-text.table") == 4
        assert game.steps[-1].state.cells[scenario.find.draft["hall-text"].stage] >= STAGES.index("adopted")
    assert {"with-fens" in line for line in lines} == {True, False}


def test_each_choice_at_the_table_is_drawn_anew() -> None:
    drawn = set()
    for seed in range(30):
        first, second = sits("write", seed=seed), sits("write", "hall-text.aid", seed=seed)
        assert here(first) == here(second)
        both = (at_random(t.scenario, t.state, choices(t.scenario, t.state)).id for t in (first, second))
        drawn.add(len(set(both)))
    assert drawn == {1, 2}


def test_random_games_draft_and_end_and_are_replayed_choice_for_choice() -> None:
    scenario, drafted = chamber(), 0
    for seed in range(12):
        game = play_out(scenario, seed, at_random)
        drafted += sum(choice.id.endswith((".table", ".shelve")) for choice in game.choices)
        assert tuple(replay(scenario, seed, game.choices)) == game.steps
    assert drafted > 12


def test_a_change_of_wording_can_be_taken_back() -> None:
    play = Playthrough(package(), 3)
    for id in ("write", "firm", "with-fens"):
        play.choose(id)
    assert play.undo() == "with-fens"
    assert play.view.purses[0].low == 2 and "with-fens" in play.view.choices
    assert [play.undo(), play.undo(), play.undo()] == ["firm", "write", None]
    assert "write" in play.view.choices and play.view.scene is None


def test_a_sitting_is_saved_and_gone_on_with(tmp_path: Path) -> None:
    play = Playthrough(package(), 3)
    for id in ("lobby", "write", "firm"):
        play.choose(id)
    savefile.write(play, tmp_path / "auto.json")
    again = savefile.read(tmp_path / "auto.json")
    assert (again.choices, again.state, again.read_only) == (play.choices, play.state, "")
    assert again.view.scene == play.view.scene and "hall-text.table" in again.view.choices
    for one in (play, again):
        for id in ("hall-text.aid", "hall-text.table", "end-turn", "end-turn"):
            one.choose(id)
    assert again.digests() == play.digests() and rolls_of(again) == rolls_of(play) != ()


def rolls_of(play: Playthrough) -> tuple[object, ...]:
    """The votes of a play."""
    table = Table(play.scenario)
    table.steps = play.steps
    return rolls(table)


def test_only_ones_own_seat_drafts() -> None:
    table = sits("write")
    assert {choice.seat for choice in choices(table.scenario, table.state)} == {"west"}
    assert Choice("west", "firm") in choices(table.scenario, table.state)
