"""Carries: a crisis that begins where another one ended, and what is said when it cannot."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from game.data import scenario_ids
from game.fault import Fault
from game.play import counsel, savefile
from game.play.playthrough import Playthrough
from game.play.sequel import begun_after, follows, legacies, taken_over
from game.terminal import golden, replay, session
from tests.core.crises import package as shipped
from tests.play.two_crises import FIRST, crisis, first, second


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The crisis that follows, as a folder."""
    for name, text in second().resolved().items():
        (tmp_path / "sequel").mkdir(exist_ok=True)
        (tmp_path / "sequel" / Path(name).name).write_text(text, encoding="utf-8")
    return tmp_path / "sequel"


@pytest.fixture
def save(tmp_path: Path) -> Path:
    """The save of a finished play of the crisis before."""
    path = tmp_path / "first.json"
    savefile.write(first(), path)
    return path


def starts(play: Playthrough) -> dict[str, int]:
    """By meter, what the play really began with."""
    return {id: play.steps[0].state.cells[meter.cell] for id, meter in play.scenario.find.meter.items()}


def test_the_end_of_one_is_the_start_of_the_other() -> None:
    before = first()
    assert before.over
    play = begun_after(before, second(), 5)
    assert play.carried == {"stocks": 44, "mood": 40}
    assert starts(play) == {"stocks": 44, "mood": 40, "apart": 7, "half": 22}
    assert play.scenario.find.meter["stocks"].start == 44
    assert [cell.key for cell in play.scenario.cells] == [cell.key for cell in second().compile().cells]


def test_what_is_carried_is_held_within_the_range() -> None:
    play = begun_after(first(prepared=3), second(), 5)
    assert play.carried["stocks"] == 104 and starts(play)["stocks"] == 50
    assert legacies(play)[0].start == 50


def test_the_same_moscow_goes_on_where_both_know_it() -> None:
    play = begun_after(first("hasty"), second(), 5)
    assert (play.doctrine, play.drawn) == ("hasty", False)
    drawn = next(play for seed in range(40) if (play := first(None, seed=seed)).doctrine == "hasty")
    assert begun_after(drawn, second(), 5).drawn
    assert begun_after(first("hasty"), second(), 5, "weary").doctrine == "weary"
    others = {begun_after(first("patient"), second(), seed).doctrine for seed in range(20)}
    assert others == {"hasty", "weary"}
    assert begun_after(first("patient"), second(), 5).drawn


def test_an_unfinished_play_is_no_beginning() -> None:
    with pytest.raises(Fault, match="not come to its end: play it out first"):
        taken_over(second().compile(), first(ended=2))


def test_another_crisis_is_no_beginning() -> None:
    assert follows(second().compile(), "small") and not follows(second().compile(), "sequel")
    with pytest.raises(Fault, match="of small: small takes something over from no other crisis") as told:
        taken_over(crisis(FIRST).compile(), first())
    assert told.value.code == 2
    with pytest.raises(Fault, match="of sequel: sequel takes something over only from another, small"):
        taken_over(second().compile(), Playthrough(second(), 1))


def test_an_older_crisis_may_lack_what_is_asked() -> None:
    before = Playthrough(crisis(FIRST.replace("both", "sum-of-all")), 3, "hasty")
    for _ in range(7):
        before.choose("end-turn")
    with pytest.raises(Fault, match="has no meter 'both', which sequel takes over"):
        taken_over(second().compile(), before)


def test_only_what_takes_something_over_can_be_set() -> None:
    with pytest.raises(Fault, match="There is no meter that takes something over 'half'"):
        second().compile(carried={"half": 3})


def test_a_save_keeps_what_was_taken_over(tmp_path: Path) -> None:
    play = begun_after(first(), second(), 5)
    play.choose("spend")
    path = tmp_path / "second.json"
    savefile.write(play, path)
    again = savefile.read(path)
    assert (again.carried, again.notes, again.state) == (play.carried, play.notes, play.state)
    assert again.read_only == "" and again.notes.after == "small"
    assert again.fork(0).carried == play.carried and again.fork(0).state == play.steps[0].state


def test_a_save_from_before_there_was_anything_to_take_over_is_read(save: Path) -> None:
    data = json.loads(save.read_text(encoding="utf-8"))
    for name in ("carried", "after", "done"):
        del data[name]
    save.write_text(json.dumps(data), encoding="utf-8")
    again = savefile.read(save)
    assert (again.carried, again.notes.after, again.over, again.read_only) == ({}, "", True, "")


@pytest.mark.parametrize("garbled", [7, ["stocks"], {"stocks": "many"}, {"stocks": None}, {"stocks": True}])
def test_a_garbled_legacy_is_refused_with_the_reason(garbled: object, save: Path) -> None:
    data = json.loads(save.read_text(encoding="utf-8"))
    save.write_text(json.dumps(data | {"carried": garbled}), encoding="utf-8")
    with pytest.raises(Fault, match="what it took over"):
        savefile.read(save)


def test_every_moscow_of_the_envelope_begins_with_the_same() -> None:
    play = begun_after(first(), second(), 5)
    for scenario in counsel.moscows(play).values():
        assert scenario.find.meter["stocks"].start == 44


def test_what_is_hidden_is_told_only_after_the_end() -> None:
    play = begun_after(first(), second(), 5)
    assert [legacy.meter for legacy in legacies(play)] == ["stocks"]
    for _ in range(7):
        play.choose("end-turn")
    assert [legacy.meter for legacy in legacies(play)] == ["mood", "stocks"]
    assert legacies(first()) == []


def test_the_command_goes_on_and_tells_what_was_taken_over(
    folder: Path, save: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("spend\n" + "0\n" * 7))
    assert session.play(folder, seed=5, doctrine=None, moves=None, after=save) == 0
    told = capsys.readouterr().out
    assert told.count("Taken over: Stocks 44. What was laid in before.") == 2, "in the briefing and in the debrief"
    assert "this was Hasty" in told


def test_a_recorded_game_begins_with_the_same(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    play = begun_after(first(), second(), 5)
    play.choose("spend")
    for _ in range(7):
        play.choose("end-turn")
    path = tmp_path / "moves.txt"
    path.write_text("\n".join(golden.write(play)) + "\n", encoding="utf-8")
    assert "carried: stocks 44   from small" in path.read_text(encoding="utf-8")
    assert session.play(folder, seed=None, doctrine=None, moves=path) == 0
    assert capsys.readouterr().out == path.read_text(encoding="utf-8")
    assert replay.transcript(play)["carried"][1] == {
        "meter": "stocks", "title": "Stocks", "start": 44, "says": "What was laid in before.",
    }  # fmt: skip


@pytest.mark.parametrize("id", scenario_ids())
def test_what_a_shipped_crisis_takes_over_is_there(id: str) -> None:
    for carry in shipped(id).compile().carries:
        assert carry.origin in scenario_ids()
        assert carry.meter in shipped(carry.origin).compile().find.meter
