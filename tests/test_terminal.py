"""The terminal: a whole game by typing, its words, its saves, and games played from a file of moves."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game.fault import Fault
from game.play import savefile
from game.play.playthrough import Playthrough
from game.terminal import golden, replay, session
from tests.conftest import Longtable
from tests.core.crises import THREAD, loaded, package
from tests.core.small import lucky
from tests.play.line import played

Typed = Callable[..., str]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Plays the small crisis by these lines; what was printed comes back."""
    monkeypatch.setattr(session, "load", loaded)

    def play(*lines: str, seed: int = 7) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        assert session.play(THREAD, seed=seed, doctrine="as-written", moves=None) == 0
        return capsys.readouterr().out

    return play


@pytest.fixture
def saved(own_data_folder: Path) -> Path:
    """Where the terminal keeps the game of seed 7."""
    return own_data_folder / "saves" / "thread-7-terminal.json"


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """A whole game as a file of moves."""
    play = played(Playthrough(package("thread"), 7, "as-written"), 200)
    path = tmp_path / "moves.txt"
    path.write_text("\n".join(golden.write(play)) + "\n", encoding="utf-8")
    return path


def test_a_whole_game_can_be_typed_to_its_end(typed: Typed, saved: Path) -> None:
    told = typed(*["0"] * 20)
    assert "THE BRIDGE AT KALMUS" in told
    assert savefile.read(saved).over
    ending = savefile.read(saved).view.ending
    assert package("thread").compile().text(f"ending.{ending}.title") in told


def test_choices_are_made_by_number_by_id_and_by_word(typed: Typed, saved: Path) -> None:
    typed("ring-up", "1", "end", "quit")
    made = savefile.read(saved).choices
    assert (made[0], made[-1]) == ("ring-up", "end-turn")
    assert made[1] in package("thread").compile().find.move and made[1] != "ring-up"


def test_what_is_no_choice_says_so_and_changes_nothing(typed: Typed, saved: Path) -> None:
    told = typed("buy-the-bridge", "99", "-1", "reopen", "²", "0 0", "why ²", "9" * 5000)
    assert told.count("is no choice here") == 6
    assert "Closed: Needs:" in told
    assert savefile.read(saved).choices == []


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("help", "save NAME"),
        ("?", "save NAME"),
        ("closed", "Reopen the embassy"),
        ("numbers", "Warnings are weighed by it"),
        ("channels", "A back room"),
        ("analysts", "The haggler"),
        ("brief", "pensioners"),
        ("about 1", "\n"),
        ("about nothing", "no such move"),
        ("weigh ring-up", "Ring the adviser"),
        ("weigh nothing", "cannot be weighed"),
        ("forecast ring-up", "forecast ring-up a likely"),
        ("forecast ring-up a perhaps", "forecast ring-up a likely"),
        ("forecast nothing", "cannot be looked at"),
        ("forecast", "cannot be looked at"),
        ("forecast ring-up a likely", "1000 games of each choice"),
        ("why 999", "no answer of that number"),
        ("undo", "nothing to take back"),
        ("ledger", "\n"),
    ],
)
def test_each_word_tells_what_it_is_for(typed: Typed, word: str, found: str) -> None:
    assert found in typed(word).split("> ", 1)[1]


def test_what_was_said_before_a_forecast_stands_and_is_looked_back_at(typed: Typed, saved: Path) -> None:
    told = typed("forecast 1 a about even", "forecast 1 b remote", "forecast 1", *["0"] * 20)
    assert told.count("You said: about even") == 3
    note, *others = savefile.read(saved).notes.estimates
    assert (note.turn, note.word, others) == (1, "about even", [])
    assert "Your words on the spread of futures:" in told


def heard() -> int:
    """A seed under which the first call is not misread."""
    return lucky(package("thread").compile(), "misread/ring-up", 60, 1, False)


def test_why_explains_the_last_answer(typed: Typed) -> None:
    told = typed("ring-up", "0", "why", seed=heard())
    assert "A call costs nothing to take." in told
    assert "It costs the habit of refusing." in told
    assert "D0-03" in told


def test_a_promise_stands_on_the_ledger(typed: Typed) -> None:
    assert "Closing the bridge is answered" in typed("rattle", "ledger")


def test_undo_takes_the_last_choice_back(typed: Typed, saved: Path) -> None:
    assert "Taken back: Say what happens next." in typed("ring-up", "rattle", "undo", "quit")
    assert savefile.read(saved).choices == ["ring-up"]


def test_the_end_of_input_leaves_a_save(typed: Typed, saved: Path) -> None:
    assert str(saved) in typed("ring-up", "0")
    assert savefile.read(saved).choices == ["ring-up", "end-turn"]


def test_a_game_can_be_kept_under_a_name(typed: Typed, saved: Path) -> None:
    typed("ring-up", "save ../before the bridge!", "0")
    assert savefile.read(saved.with_name("beforethebridge.json")).choices == ["ring-up"]


def test_a_kept_game_can_be_gone_on_with(typed: Typed, saved: Path) -> None:
    typed("ring-up", "0", "save before", "rattle", "quit", seed=heard())
    told = typed("load before", "envoy", "undo", "rattle", "quit", seed=8)
    assert "Going on with before." in told and "Taken back: Send an envoy." in told
    assert savefile.read(saved.with_name("before.json")).choices == ["ring-up", "end-turn", "rattle"]


@pytest.mark.parametrize("name", ["nothing", "", "broken"])
def test_a_game_that_cannot_be_loaded_leaves_the_one_being_played(typed: Typed, saved: Path, name: str) -> None:
    saved.parent.mkdir(parents=True)
    saved.with_name("broken.json").write_text("{", encoding="utf-8")
    typed("ring-up", f"load {name}", "quit")
    assert savefile.read(saved).choices == ["ring-up"]


def test_a_game_that_may_only_be_looked_at_is_left_as_it_is(typed: Typed, saved: Path) -> None:
    typed("ring-up", "0", "save before", "quit")
    path = saved.with_name("before.json")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"ring-up", "end-turn"', '"fly", "end-turn"'), encoding="utf-8")
    kept = path.read_bytes()
    told = typed("load before", "ring-up", "undo", "save before", "quit")
    assert "Step 1 (fly) is not possible" in told and "only be looked at" in told
    assert path.read_bytes() == kept


def test_leaving_a_game_that_cannot_be_saved_is_a_failure(
    own_data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_data_folder / "saves").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("ring-up\nquit\n"))
    assert session.play(THREAD, seed=7, doctrine=None, moves=None) == 1
    assert "could not be saved" in capsys.readouterr().out


def test_a_game_goes_on_when_it_cannot_be_saved(typed: Typed, own_data_folder: Path) -> None:
    (own_data_folder / "saves").write_text("a file where the folder should be", encoding="utf-8")
    told = typed("ring-up", *["0"] * 20)
    assert told.count("could not be saved") > 1
    assert "The game is saved" not in told and "Traceback" not in told


def test_a_save_is_told_again_with_causes(typed: Typed, saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved = saved.with_name(f"thread-{heard()}-terminal.json")
    typed("ring-up", "0", "envoy", *["0"] * 20, seed=heard())
    saved = saved.with_name(f"thread-{heard()}-terminal.json")
    assert replay.main(saved, form="text") == 0
    text = capsys.readouterr().out
    assert "choice: ring-up" in text and "because you chose ring-up" in text and "ending:" in text
    assert replay.main(saved, form="json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["scenario"], told["seed"], told["doctrine"]) == ("thread", heard(), "as-written")
    assert told["steps"][1]["choice"] == "ring-up"
    assert any(decision["because"] for step in told["steps"] for decision in step["decisions"])
    assert {row["id"] for row in told["events"]} >= {"ring-up", "envoy", "hears-it-out"}


def test_a_replay_while_the_game_runs_keeps_its_secrets(
    typed: Typed, saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("ring-up", "0", "quit")
    assert replay.main(saved, form="json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["doctrine"] is None
    hidden = {meter.id for meter in package("thread").compile().meters if meter.sight == "hidden"}
    assert not hidden & {change["meter"] for step in told["steps"] for change in step["changes"]}
    causes = [cause for step in told["steps"] for change in step["changes"] for cause in change["causes"]]
    assert causes and not any(kind == "rule" for _, kind, _ in causes)
    assert replay.main(saved, form="text") == 0
    text = capsys.readouterr().out
    assert "as-written" not in text and "doctrine: sealed" in text
    assert not any(f" {meter} +" in text or f" {meter} -" in text for meter in hidden)


def test_a_file_of_moves_is_played_as_it_was_recorded(recorded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert session.play(THREAD, seed=None, doctrine=None, moves=recorded) == 0
    assert capsys.readouterr().out == recorded.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"seed": 8}, "seed"),
        ({"doctrine": "haggler"}, "doctrine"),
    ],
)
def test_a_file_of_moves_bears_no_other_seed_or_doctrine(recorded: Path, words: dict[str, int], said: str) -> None:
    asked = {"seed": None, "doctrine": None, **words}
    with pytest.raises(Fault, match=said) as told:
        session.play(THREAD, moves=recorded, **asked)  # type: ignore[arg-type]
    assert told.value.code == 2


def test_moves_that_cannot_be_made_are_named(recorded: Path) -> None:
    text = recorded.read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if "choice:" in line)
    recorded.write_text(text.replace(first, "  choice: buy-the-bridge", 1), encoding="utf-8")
    with pytest.raises(Fault, match=r"Choice 1 .* buy-the-bridge"):
        session.play(THREAD, seed=None, doctrine=None, moves=recorded)


@pytest.mark.parametrize("text", ["", "choice: ring-up\n", "scenario: thread\n", b"\xff\xfe"])
def test_a_file_that_holds_no_moves_is_a_usage_error(tmp_path: Path, text: str | bytes) -> None:
    path = tmp_path / "moves.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    with pytest.raises(Fault) as told:
        session.play(THREAD, seed=None, doctrine=None, moves=path)
    assert told.value.code == 2


def test_the_command_plays_from_a_pipe(longtable: Longtable) -> None:
    done = longtable("play", str(THREAD), "--terminal", "--seed", "7", told="ring-up\n0\nwhy\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "The game is saved" in done.stdout


def test_an_unknown_doctrine_is_a_usage_error(longtable: Longtable) -> None:
    done = longtable("play", str(THREAD), "--terminal", "--doctrine", "hagler", told="")
    assert done.returncode == 2
    assert "haggler" in done.stderr and "Traceback" not in done.stderr
