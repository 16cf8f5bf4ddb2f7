"""Votes in the terminal: the words draft, lobby and votes, drafting by number, and the votes of the debrief."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.package import Package
from game.play import savefile
from game.play.playthrough import Playthrough
from game.terminal import golden, hall, session
from tests.core.chamber import CHAMBER, package
from tests.core.crises import THREAD, loaded
from tests.core.crises import package as crisis

Typed = Callable[..., str]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Plays the crisis of votes by these lines; what was printed comes back, in one line."""
    monkeypatch.setattr(session, "load", loaded)

    def play(*lines: str, folder: Path = CHAMBER) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        assert session.play(folder, seed=7, doctrine=None, moves=None) == 0
        return " ".join(capsys.readouterr().out.split())

    return play


def played(package: Package, *ids: str) -> Playthrough:
    """A play in which these choices were made."""
    play = Playthrough(package, 7)
    for id in ids:
        play.choose(id)
    return play


def test_a_text_is_drafted_by_number_and_tabled(typed: Typed, own_data_folder: Path) -> None:
    told = typed("write", "1", "6", "end", "quit")
    assert (
        "-- The text for the hall" in told and "3 changes of wording left. A table, and three who have slept." in told
    )
    assert "1 Say who did it" in told and "2 changes of wording left" in told
    assert re.search(r"Bring in the fens \(2 favours, \+\d+ yes\)", told)
    assert "Put in: Blame. Says who did it. (weight 6, " in told
    assert "In the text now: The word; Blame. Weight if adopted: 7." in told and "Strike: Blame (weight 6, " in told
    assert "If tabled now: the vote is at the end of turn 2." in told and told.count("A table, and three who") == 1
    made = savefile.read(own_data_folder / "saves" / "chamber-7-terminal.json").choices
    assert made[:2] == ["write", "firm"] and len(made) == 3


def test_what_is_no_choice_at_the_table_says_so(typed: Typed) -> None:
    told = typed("write", "end", "99", "with-friends", "lobby-hard", "quit")
    assert told.count("is no choice here") == 3 and "Closed:" in told


@pytest.mark.parametrize("word", ["draft", "draft hall-text", "draft nothing-of-this-name"])
def test_the_word_draft_shows_the_text_its_price_and_the_vote(typed: Typed, word: str) -> None:
    told = typed("write", "firm", word, "quit").rpartition("-- The text for the hall (")[2]
    assert told.startswith("assembly; none) --")
    assert re.search(r"\[x\] Blame \(weight 6; \+\d+ yes if struck\): Says who did it\.", told)
    assert re.search(r"\[ \] Aid \(weight 2; 0 yes if put in\)", told)
    assert "Weight if adopted: 7. It takes two thirds of those voting yes or no." in told
    assert re.search(r"Expected: yes \d+ \(\d+ to \d+\), no \d+", told) and "it takes" in told
    assert "Other drafts (draft NAME): council-text, far-text, quick-text, rival-text" in told


def test_the_word_draft_tells_when_the_vote_is(typed: Typed) -> None:
    told = typed("write", "hall-text.table", "draft", "0", "draft", "quit")
    assert "The text for the hall is tabled: the vote is at the end of turn 2." in told
    assert "(assembly; tabled, vote at the end of turn 2)" in told
    assert "Before the hall: The text for the hall. The vote is at the end of this turn; yes" in told
    assert "(assembly; tabled, vote at the end of this turn)" in told
    assert "would be vetoed; it takes 9 yes." in typed("go-to-council", "a-word", "draft", "quit")


def test_the_word_lobby_tells_who_could_be_moved(typed: Typed) -> None:
    told = typed("sound-out", "lobby", "lobby hall-text", "quit")
    assert "-- Who could be moved on: The text for the hall --" in told
    assert re.search(r"The fens: 3 yes; pressed \+0; fifty points more would bring 0 yes\.", told)
    assert re.search(r"Two lucky ones: [^;]+, sounded out; pressed \+0", told)


def test_the_word_lobby_is_a_word_though_a_move_bears_it(typed: Typed) -> None:
    """The crisis of the tests has a move `lobby`: by its number it can be made, the word asks."""
    assert "-- Who could be moved on" in typed("lobby", "quit")


def test_the_word_votes_lists_them_then_one_then_one_state(typed: Typed) -> None:
    assert "No vote has been held yet." in typed("votes", "votes 1", "quit")
    told = typed("write", "firm", "hall-text.table", "0", "0", "votes", "votes 1", "votes 1 fen", "votes 1 QQQ", "quit")
    assert re.search(r"1 2022-01-02 The text for the hall\. (A|Not a)dopted\. \d+ yes", told)
    assert "-- The text for the hall, 2022-01-02 --" in told and "Vexland (VEX)" in told
    assert "Abstaining: Cove A (COA)" in told and "Not voting: Gone (GON)" in told
    reasons = told.rpartition("Fenland: abstaining.")[2]
    summed = "+7.0 what it leans to, whatever the text 0.0 The word -10.0 Blame -3.0 in all: yes in 5 of a hundred such"
    assert summed in reasons and "To abstain lies between the two" in reasons
    assert "Fenland: abstaining." in typed("write", "firm", "hall-text.table", "0", "0", "votes 1 fenland", "quit")
    assert "Vexland: " in typed("write", "firm", "hall-text.table", "0", "0", "votes 1 vexl", "quit")
    assert 'Without "Blame": yes.' in reasons and "No state of the name QQQ here." in told


@pytest.mark.parametrize("word", ["votes 2", "votes 0", "votes -1", "votes ²", f"votes {'9' * 5000}", "votes fen"])
def test_a_vote_that_was_not_held_lists_those_that_were(typed: Typed, word: str) -> None:
    told = typed("write-quick", "quick-text.table", "0", word, "quit")
    assert "1 2022-01-01 The quick text. Adopted." in told.rpartition("> ")[0].rpartition("> ")[2]


def test_votes_are_numbered_as_they_were_held(typed: Typed) -> None:
    first = ("write-quick", "quick-text.table", "write", "hall-text.table", "0", "0")
    told = typed(*first, "votes", "votes 2", "quit")
    assert "1 2022-01-01 The quick text." in told and "2 2022-01-02 The text for the hall." in told
    assert "-- The text for the hall, 2022-01-02 --" in told and "-- The quick text, 2022-01-01 --" not in told


def test_article_19_is_told(typed: Typed) -> None:
    told = typed(*["0"] * 4, "write-quick", "quick-text.table", "0", "votes 1 LAP", "quit")
    assert "Laplow: not voting." in told and "Article 19" in told


def test_a_vote_and_what_came_of_it_are_news(typed: Typed) -> None:
    told = typed("write-quick", "quick-text.table", "0", "quit")
    assert "- The quick text. Adopted. " in told and "more yes than no." in told


def test_the_debrief_sets_the_votes_beside_the_real_ones() -> None:
    play = played(package(), "write-quick", "quick-text.table", *["end-turn"] * 7)
    told = " ".join(" ".join(hall.beside_lines(play)).split())
    assert "The votes, beside the real ones: The text for later. Here it never came to a vote." in told
    assert "Really (R/2, 2022-01-30): failed; how each state voted is kept back here" in told
    assert "Really (R/1, 2022-02-01): adopted, 3 yes, 2 no, 2 abstaining, 1 not voting." in told
    assert (
        "Otherwise: Laplow (yes, really absent), Nayland (no, really abstain), Permanent CC (yes, really no)." in told
    )


def test_the_whole_debrief_is_printed_at_the_end(typed: Typed) -> None:
    assert "The votes, beside the real ones:" in typed("write-quick", "quick-text.table", *["0"] * 7)


def test_a_crisis_of_all_members_can_be_asked_too(typed: Typed) -> None:
    told = typed("draft", "lobby", "votes", "quit", folder=THREAD)
    assert "(assembly; none) --" in told and "-- Who could be moved on" in told


def test_without_drafts_each_word_says_that_there_are_none() -> None:
    play = Playthrough(crisis("road-to-moscow"), 7)
    assert list(hall.draft_lines(play, "")) == ["  There are no draft resolutions in this crisis."]
    assert list(hall.lobby_lines(play, "")) == ["  There is nobody to lobby in this crisis."]
    assert list(hall.vote_lines(play, "")) == ["  No vote has been held yet."]
    assert list(hall.beside_lines(play)) == []


def test_a_golden_file_of_votes_is_read_back_and_played_the_same(tmp_path: Path) -> None:
    line = ("write", "firm", "with-fens", "hall-text.table", "end-turn", "rewrite", "hall-text.aid", "hall-text.table")
    play = played(package(), *line, *["end-turn"] * 6)
    path = tmp_path / "moves.txt"
    path.write_text("\n".join(golden.write(play)) + "\n", encoding="utf-8")
    asked = golden.read(path)
    assert asked.choices == tuple(play.choices)
    again = golden.begun(package(), asked)
    for id in asked.choices:
        again.choose(id)
    assert again.digests() == play.digests() and list(golden.write(again)) == list(golden.write(play))


def test_a_state_is_found_by_its_initials_and_one_not_in_the_hall_is_named(typed: Typed) -> None:
    hall_vote = ("write", "firm", "hall-text.table", "0", "0", "votes 1 ca", "votes 1 xyz", "quit")
    told = typed(*hall_vote)
    assert "Cove A: abstaining." in told and "No state of the name xyz here." in told
    council = typed("go-to-council", "a-word", "council-text.table", "0", "0", "votes 1 laplow", "quit")
    assert "Laplow did not sit in that hall." in council


def test_what_was_pressed_and_who_was_brought_in_is_told(typed: Typed) -> None:
    told = typed("lobby-hard", "write", "about with-fens", "with-fens", "quit")
    assert "Pressed, in points: " in told
    assert told.count("presses, in points: The fens +") == 2 and "It is on the list." in told
