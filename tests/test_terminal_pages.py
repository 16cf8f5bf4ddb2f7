"""Pages of the terminal: what is printed after a move and as a turn begins, and what the words tell."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.data import scenario_folder
from game.play import savefile
from game.play.playthrough import Playthrough
from game.terminal import pledges, session
from tests.core.crises import THREAD, loaded, package

Typed = Callable[..., str]

FIRST, ROAD = scenario_folder("first-cable"), scenario_folder("road-to-moscow")
LINE = ("0", "0", "0", "proclaim-quarantine", "0")
"""In the first crisis: to the quarrel over the line at sea."""
TOLD = ("study-the-strike", "0", "private-note", "0", "the-address", "0", "proclaim-quarantine", "0")
STORM = (*TOLD, *("hold", "0") * 3)
"""In the first crisis with seed 3: the quarrel over the line, held to its end."""
MOST_WORDS = 4200
"""In a whole game of the first crisis, with the briefing and the end: about 15 minutes with its choices."""


class Keys(io.StringIO):
    """Lines that somebody seems to type."""

    def isatty(self) -> bool:
        """That somebody sits there."""
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Plays by these lines; what was printed comes back, each stretch of white space as one blank."""
    monkeypatch.setattr(session, "load", loaded)

    def play(*lines: str, folder: Path = THREAD, seed: int = 7, by_hand: bool = False) -> str:
        told = "".join(f"{line}\n" for line in lines)
        monkeypatch.setattr("sys.stdin", Keys(told) if by_hand else io.StringIO(told))
        assert session.play(folder, seed=seed, doctrine=None, moves=None) == 0
        return " ".join(capsys.readouterr().out.split())

    return play


def last(told: str, after: int = 2) -> str:
    """What was printed for the last line typed before quitting."""
    return told.split("> ")[-after]


def test_the_opening_tells_the_briefing_the_aims_and_how_one_plays(typed: Typed) -> None:
    told = typed("quit", folder=FIRST)
    for words in ("You lead the crisis desk", "Your aims", "Allies stand at 50", "0 ends the turn", "Thread: 0 of 8"):
        assert told.count(words) == 1
    assert "One of 3 readings of Moscow is the true one." in told
    assert told.index("Washington") < told.index("Note.")


def test_the_number_of_the_seal_is_told_by_brief_and_at_the_end(typed: Typed) -> None:
    seal = Playthrough(package("thread"), 7).envelope
    assert seal not in typed("quit") and seal in typed("brief", "quit") and seal in typed(*["0"] * 20)


def test_after_a_move_only_what_changed_is_told(typed: Typed) -> None:
    told = typed("study-the-strike", "quit", folder=FIRST)
    assert "Done: Have an air strike worked out." in told
    assert "Weight +3 to 33. You hold: backing 4, hours 2. " in last(told)
    assert "moves open: Enter or `moves` lists them; 0 ends the turn." in told
    assert told.count("End the turn.") == 1 and told.count("Danger: 15") == 1


def test_a_turn_begins_with_the_numbers_what_moved_them_and_the_moves(typed: Typed) -> None:
    told = last(typed("0", "quit", folder=FIRST))
    assert re.search(r"Answer 1, Moscow: .* == 1962-10-18 == turn 2 of 7 .*Danger: 16 \(low\), \+1 ", told)
    assert "Of itself: " in told and "0 End the turn. (" in told
    assert "Receive the visiting minister (1 hour, private): The Soviet foreign minister is in town" in told
    assert "Have an air strike worked out (2 hours). " in told, "what was listed before bears no words again"


def test_the_last_turn_says_so(typed: Typed) -> None:
    told = typed(*["0"] * 6, "quit", folder=FIRST)
    assert told.count("The last turn: as things stand when it ends, so they are judged.") == 1


def test_numbers_stay_the_same_within_a_turn(typed: Typed, own_data_folder: Path) -> None:
    listed = re.findall(r" (\d) ([A-Z][^(]*) \(", typed("quit", folder=FIRST).partition("You hold")[2])
    typed("1", "2", "3", "quit", folder=FIRST)
    made = savefile.read(own_data_folder / "saves" / "first-cable-7-terminal.json").choices
    texts = package("first-cable").compile().texts
    assert [texts[f"move.{id}.title"] for id in made] == [name for _, name in listed[:3]]


def test_a_move_that_was_made_keeps_its_number_and_says_so(typed: Typed) -> None:
    assert "Closed: Already done this turn." in last(typed("2", "2", "quit", folder=FIRST))


@pytest.mark.parametrize("word", ["", "moves", "MOVES"])
def test_the_moves_can_be_listed_again_with_what_they_are(typed: Typed, word: str) -> None:
    told = last(typed("study-the-strike", word, "quit", folder=FIRST))
    assert "Send more flights (1 hour, private): Aircraft over the island" in told and "You hold:" in told


def test_after_undo_numbers_begin_anew_with_the_turn(typed: Typed, own_data_folder: Path) -> None:
    typed("1", "0", "1", "undo", "undo", "undo", "2", "quit", folder=FIRST)
    once = savefile.read(own_data_folder / "saves" / "first-cable-7-terminal.json").choices
    typed("2", "quit", folder=FIRST)
    assert once == savefile.read(own_data_folder / "saves" / "first-cable-7-terminal.json").choices


def test_long_news_is_cut_and_news_tells_all_of_it(typed: Typed) -> None:
    told = typed(*LINE, "news", "quit", folder=FIRST)
    whole = last(told)
    short = told.split("> ")[5]
    assert "(`news` tells all of it.)" in short and "(`news`" not in whole
    assert len(whole.split()) > 60 and whole.count("Answer ") == short.count("Answer ") > 1


def test_capitals_are_the_same(typed: Typed) -> None:
    told = typed("ABOUT 1", "AIMS", "0", "Why 1", "QUIT", folder=FIRST)
    assert told.count("is no choice") == 0 and "Price:" in told and "The game is saved" in told
    assert "Done: Send more flights." in typed("More-Flights", "quit", folder=FIRST)


def test_a_word_without_its_number_asks_for_it(typed: Typed) -> None:
    told = typed("weigh", "about", "quit")
    assert "Say which, as in `weigh 1`." in told and "Say which, as in `about 1`." in told


def test_the_aims_are_told_with_their_tests_and_at_the_end_whether_they_were_met(typed: Typed) -> None:
    assert "- The missiles go. Moscow has given the order" in last(typed("aims", "quit", folder=FIRST))
    assert re.search(r"(?<!not )met: No force that cannot be called back\. Neither", typed(*["0"] * 7, folder=FIRST))


def test_answers_are_numbered_from_one_and_stay_so_after_undo(typed: Typed) -> None:
    told = typed("0", "0", "0", "why 1", "undo", "why 1", "quit", folder=FIRST)
    first, second = told.split("> ")[4], told.split("> ")[6]
    assert first == second and "Moscow" in first


def test_closed_moves_are_told_by_reason_and_nothing_to_come_is_named(typed: Typed) -> None:
    told = last(typed("closed", "quit", folder=FIRST))
    assert "Not before 20 October. Ask the American republics (1 hour); Send the pictures" in told
    for secret in ("battery", "second letter", "pause", "at some time", "aircraft does not", "nobody gave way"):
        assert secret not in told
    assert "Work on the sites at least 90 or another turn of events." in told
    assert re.search(r"[3-9] more may open, as things happen\.", told)


def test_the_last_news_is_told_in_full_before_the_end(typed: Typed) -> None:
    """Nothing can be asked after it where a pipe ends with the game."""
    nights = typed(*STORM, folder=FIRST, seed=3).split("> ")
    before, ending, _ = nights[-1].partition("====")
    assert ending and "(`news` tells all of it.)" in nights[-3] and "(`news`" not in before
    assert "Nobody on that bridge has been told to stop, or he has been told not to hear it." in before


def test_the_confidential_part_of_the_briefing_is_told_once_at_the_start(typed: Typed) -> None:
    told = typed("0", "quit", folder=FIRST)
    assert told.count("look for the sentence the other side could say at home") == 1
    assert told.index("For the head of the desk.") < told.index("Your aims")


def test_an_aim_says_what_its_number_is_where_the_desk_does_not_show_it(typed: Typed) -> None:
    told = typed("quit", folder=FIRST)
    assert "Insight reaches 12. (Insight, told by `numbers`: How narrowly the analysts can say" in told
    assert told.count(", told by `numbers`") == 1
    assert "You hold, to pay for moves: backing 3 of 6, hours 4 of 4." in told


def test_a_move_with_a_side_effect_is_told_under_one_heading(typed: Typed) -> None:
    told = typed("0", "0", "the-address", "quit", folder=FIRST)
    assert told.count("Done: Speak to the country.") == 1 and "heard it from" in told


def test_the_causes_of_a_great_move_of_a_number_are_told(typed: Typed) -> None:
    told = typed("0", "quit", folder=FIRST)
    assert "What moved most. Work on the sites +18: of itself +8, " in told
    assert "Of itself: Backing +1." in told and "Work on the sites +8." not in told


def test_a_hidden_number_that_is_known_better_is_told_once_a_turn(typed: Typed) -> None:
    line = ("ambassador-calls", "0", "receive-the-minister", "0", "0", "0", "numbers", "quit")
    for turn in typed(*line, folder=FIRST).split("> ")[1:-2]:
        assert turn.count("While it is above 55") <= 1 and turn.count("Moscow's hold on the missiles") <= 1


def test_why_tells_what_brought_an_event(typed: Typed) -> None:
    told = typed("0", "why a second", "why nothing of the kind", "quit", folder=FIRST).split("> ")
    assert told[2].startswith("A second kind. This is an event, and nobody's answer. It has its date, 18 October")
    assert "There is no answer of that number." in told[3] and "first words of their title" in told[3]


def test_why_of_an_event_keeps_what_has_not_come_about(typed: Typed) -> None:
    told = last(typed("study-the-strike", "0", "0", "0", "why the staffs", "quit", folder=FIRST, seed=3))
    assert "It came because things stood so: A strike is worked out: in the safe; from 20 October on" in told
    assert "a matter of dice: 45 in 100" in told


def test_turning_points_name_what_was_answered_by_its_words(typed: Typed) -> None:
    told = typed(*STORM, folder=FIRST, seed=3).partition("Turning points")[2]
    assert 'with "Report the cargo as seen and let her go" in place of "Put a party aboard" the model' in told
    assert not re.search(r'"(Hold|Yield|Trade)"', told)


def test_numbers_are_told_in_their_groups_without_flags_that_are_not_set(typed: Typed) -> None:
    told = last(typed("the-address", "numbers", "quit", folder=FIRST))
    assert told.index("On the desk:") < told.index("Backing") < told.index("only narrow down:") < told.index("Insight")
    assert "The line at sea" not in told and "So far:" not in told
    told = last(typed("0", "0", "the-address", "numbers", "quit", folder=FIRST))
    assert "So far: Moscow knows that you know: it has been told." in told


def test_in_a_quarrel_each_way_says_what_it_brings(typed: Typed) -> None:
    told = typed(*LINE, "about 1", "about 2", "weigh 1", "closed", "votes", "about 9", "3", "quit", folder=FIRST)
    assert "1 Say that the line stands (Weight +2)" in told
    assert "Hold: Say that the line stands. It brings now: Weight +2." in told
    assert "giving way in public will bring: Weight -14, Backing -2, each partner -3." in told
    assert "Yield: Let the first ships through unasked. It brings now: Weight -9, Danger -5, Backing -1." in told
    assert "Say that the line stands: tried 64 times" in told and "What is going on wants an answer first" in told
    assert "There is no such line." in told
    assert "Done: Look at tankers" in told and "- The line at sea. It is over: something was traded." in told


def test_what_came_of_holding_is_told_when_the_turn_ends(typed: Typed) -> None:
    told = typed(*LINE, "1", "0", "quit", folder=FIRST)
    assert re.search(r"- The line at sea\. (It is over|The other side has climbed|You held)", told)


def test_the_ledger_tells_what_breaking_brings_and_what_called_it_in(typed: Typed) -> None:
    told = typed("0", "0", "envoys-to-allies", "0", "the-address", "ledger", "quit", folder=FIRST)
    assert "If kept: each partner +3. If broken: Weight -3, each partner -6." in told
    assert 'calls in "Friends hear it first"' in told and 'promises "Friends hear it first"' in told
    play = Playthrough(package("first-cable"), 7)
    for id in (*["end-turn"] * 2, "envoys-to-allies", "end-turn", "the-address", "end-turn"):
        play.choose(id)
    said = " ".join(pledges.ledger_lines(play))
    assert "due, judged at the end of this turn" in said and "Called in by: Speak to the country." in said
    while play.view.scene is not None or play.turn == 5:
        play.choose(play.view.choices[-1])
    assert pledges.settled(play, "friends-first")[0] in ("Kept", "Broken")


def test_help_lists_what_the_crisis_has(typed: Typed) -> None:
    told = last(typed("help", "quit", folder=ROAD))
    assert "ledger" in told and "analysts" in told
    for word in ("draft ", "lobby ", "votes N", "assumptions"):
        assert word not in told


def test_analysts_speak_of_moves_by_their_titles(typed: Typed) -> None:
    line = ("ambassador-calls", "study-the-strike", "0", "private-note", "receive-the-minister", "0")
    told = typed(*line, "analysts", "quit", folder=FIRST, seed=5)
    assert "Answer 2, Moscow: Heard as a deadline." in told
    told = last(told)
    assert "Heard as a deadline" not in told, "a message misheard tells no reading from another"
    assert "least expected: turn" in told and not re.search(r"\(to [a-z-]+\)", told)


def test_what_the_model_assumed_waits_for_the_end(typed: Typed) -> None:
    assert "That is told at the end." in typed("assumptions", "quit")
    assert "What the model assumed" not in typed(*["0"] * 20)


def test_after_the_end_the_words_still_answer_whoever_types(typed: Typed, own_data_folder: Path) -> None:
    end = ["0"] * 7
    told = typed(*end, "assumptions", "help", "moves", "why 1", "undo", "quit", folder=FIRST, by_hand=True)
    assert "The game is over." in told and "What the model assumed in this game" in told
    assert "Taken back: End the turn." in told and "The game is saved" in told
    play = savefile.read(own_data_folder / "saves" / "first-cable-7-terminal.json")
    assert not play.over, "what was taken back may be played on"


def test_a_pipe_ends_with_the_game(typed: Typed) -> None:
    assert "> " not in typed(*["0"] * 7, "help", folder=FIRST).rpartition("====")[2]


def test_a_whole_first_game_is_not_too_much_to_read(typed: Typed) -> None:
    line = ["ambassador-calls", "keep-the-calendar", "0", "receive-the-minister", "0", "envoys-to-allies", "0"]
    line += ["the-address", "proclaim-quarantine", "0", "trade", "pictures-in-new-york", "0", "0", "0", "0"]
    told = typed(*line, folder=FIRST)
    assert "==== " in told and len(told.split()) < MOST_WORDS


def test_within_a_quarrel_a_move_is_weighed_against_answering_otherwise(typed: Typed) -> None:
    told = typed(*LINE, "weigh 1", "quit", folder=FIRST)
    assert "against answering by lot" in told and "leaving it undone" not in told


def test_what_cannot_be_read_is_asked_again_and_not_kept(typed: Typed) -> None:
    told = last(typed("forecast 1 nonsense", "quit", folder=FIRST))
    assert "nonsense. Nothing was kept of it." in told and "Say first what you expect" in told


def test_what_backing_down_would_cost_is_told_in_words(typed: Typed) -> None:
    told = typed(*LINE[:3], "about 1", "quit", folder=FIRST)
    assert "To back down from it later would cost a little standing at home." in told
