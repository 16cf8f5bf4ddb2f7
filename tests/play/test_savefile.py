"""Saves: whole at every moment, read back to the same play, and honest about what is wrong with them."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from game.fault import Fault
from game.play import savefile
from game.play.playthrough import Estimate, Forecast, Playthrough
from tests.core.crises import package
from tests.play.line import played


def edited(path: Path, **changed: Any) -> None:
    """Write other values into a save, as somebody might by hand; None takes a field out."""
    data = json.loads(path.read_text(encoding="utf-8")) | changed
    kept = {key: value for key, value in data.items() if value is not None or key not in changed}
    path.write_text(json.dumps(kept), encoding="utf-8")


def test_a_save_is_read_back_to_the_same_play(play: Playthrough, path: Path) -> None:
    play.notes.name = "before Kalmus"
    play.notes.forecasts = [Forecast(1, "ring-up", "haggler", "a price, said aloud")]
    play.notes.estimates = [Estimate(1, "ring-up", "bridge-open", "about even", 412)]
    savefile.write(play, path)
    again = savefile.read(path)
    assert (again.choices, again.state, again.seed, again.doctrine) == (play.choices, play.state, 11, "as-written")
    assert (again.notes, again.drawn, again.read_only) == (play.notes, play.drawn, "")
    assert again.digests() == play.digests()
    assert played(again, 5).digests() == played(play, 5).digests()


def test_a_save_carries_its_scenario(play: Playthrough, path: Path) -> None:
    """What was shipped may change: a save plays on by the rules it was begun under."""
    savefile.write(play, path)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert set(data["resolved"]) == set(package("thread").resolved())
    assert "The Bridge at Kalmus" in data["resolved"]["scenario/scenario.yaml"]
    assert (data["format"], data["scenario"], data["turn"]) == (1, "thread", play.turn)


def test_masked_names_are_kept(path: Path) -> None:
    savefile.write(Playthrough(package("thread"), 3, None, "masked"), path)
    again = savefile.read(path)
    assert again.texts == "masked" and again.drawn
    assert again.scenario.text("actor.moscow.title") == "The Eastern Capital"


def test_the_save_before_is_kept_and_stands_in_for_a_missing_one(play: Playthrough, path: Path) -> None:
    savefile.write(play, path)
    play.choose("end-turn" if "end-turn" in play.view.choices else play.view.choices[0])
    savefile.write(play, path)
    assert len(json.loads(savefile.previous(path).read_text(encoding="utf-8"))["choices"]) == 12
    path.unlink()
    assert len(savefile.read(path).choices) == 12


@pytest.mark.parametrize("share", [0, 1, 50, 99])
def test_a_save_cut_off_says_so_and_gives_the_one_before(play: Playthrough, path: Path, share: int) -> None:
    savefile.write(play, path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: len(text) * share // 100], encoding="utf-8")
    with pytest.raises(Fault, match="cut off or damaged"):
        savefile.read(path)
    path.write_text(text, encoding="utf-8")
    savefile.write(play, path)
    path.write_text(text[: len(text) * share // 100], encoding="utf-8")
    again = savefile.read(path)
    assert again.choices == play.choices
    assert path.name in again.restored


def test_an_impossible_choice_opens_the_play_up_to_there_to_be_looked_at(play: Playthrough, path: Path) -> None:
    savefile.write(play, path)
    edited(path, choices=[*play.choices[:4], "buy-the-bridge", *play.choices[5:]])
    again = savefile.read(path)
    assert again.choices == play.choices[:4]
    assert "Step 5" in again.read_only and "buy-the-bridge" in again.read_only


def test_a_digest_that_differs_names_the_step_and_opens_read_only(play: Playthrough, path: Path) -> None:
    savefile.write(play, path)
    digests = [f"{number:016x}" for number in play.digests()]
    edited(path, digests=[*digests[:7], "0" * 16, *digests[8:]])
    again = savefile.read(path)
    assert "step 7" in again.read_only and play.choices[6] in again.read_only
    assert again.choices == play.choices


def test_what_may_only_be_looked_at_is_never_written(play: Playthrough, path: Path) -> None:
    """The file holds choices that the play could not follow; writing would throw them away."""
    savefile.write(play, path)
    edited(path, choices=[*play.choices[:4], "buy-the-bridge", *play.choices[5:]])
    kept, again = path.read_bytes(), savefile.read(path)
    for one in (again, again.fork(2)):
        with pytest.raises(Fault, match="only be looked at"):
            savefile.write(one, path)
    assert path.read_bytes() == kept


def test_another_seed_is_found_out_at_the_opening_or_soon_after(play: Playthrough, path: Path) -> None:
    savefile.write(play, path)
    edited(path, seed=12)
    assert savefile.read(path).read_only != ""


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"format": 2}, "newer version"),
        ({"format": "one"}, "newer version"),
        ({"kind": "recipe"}, "not a save"),
        ({"seed": "many"}, "edited by hand"),
        ({"seed": None}, "edited by hand"),
        ({"choices": 7}, "edited by hand"),
        ({"digests": []}, "its digests"),
        ({"choices": None}, "edited by hand"),
        ({"forecasts": [[1]]}, "edited by hand"),
        ({"estimates": [[1, "go"]]}, "edited by hand"),
        ({"resolved": []}, "edited by hand"),
        ({"resolved": {"scenario/scenario.yaml": 4}}, "edited by hand"),
        ({"doctrine": "gambler"}, "There is no doctrine"),
        ({"texts": "klingon"}, "There is no set of texts"),
        ({"resolved": {"scenario/scenario.yaml": "format: 1"}}, "section"),
    ],
)
def test_a_garbled_save_is_refused_with_the_reason(
    play: Playthrough, path: Path, changed: dict[str, Any], words: str
) -> None:
    savefile.write(play, path)
    edited(path, **changed)
    with pytest.raises(Fault, match=words):
        savefile.read(path)


@pytest.mark.parametrize("text", ["[]", "null", '"save"', "{}", "[" * 100_000, "7" * 5000])
def test_what_is_no_save_is_refused(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Fault, match=r"not a save|damaged"):
        savefile.read(path)


def test_what_cannot_be_read_is_refused(path: Path, tmp_path: Path) -> None:
    with pytest.raises(Fault, match="cannot be read"):
        savefile.read(path)
    with pytest.raises(Fault, match="cannot be read"):
        savefile.read(tmp_path)
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(Fault, match="not a text file"):
        savefile.read(path)


def failing(error: int) -> OSError:
    """What the system raises for this error number."""
    return OSError(error, os.strerror(error))


@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS])
def test_a_full_or_locked_disk_is_reported_and_the_old_save_stays(
    play: Playthrough, path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: int
) -> None:
    savefile.write(play, path)
    kept = path.read_bytes()

    def fail(*_: Any, **__: Any) -> Any:
        raise failing(error)

    with monkeypatch.context() as patch:
        if call == "fsync":
            patch.setattr(os, "fsync", fail)
        else:
            patch.setattr(Path, call, fail)
        with pytest.raises(Fault, match="could not be saved") as told:
            savefile.write(play, path)
    assert os.strerror(error) in str(told.value)
    assert path.read_bytes() == kept
    assert not [file for file in path.parent.iterdir() if file.suffix != ".json"], "no half file takes up room"
    savefile.write(play, path)
    assert savefile.read(path).choices == play.choices


def test_a_folder_lists_its_saves_the_newest_first_and_leaves_out_the_damaged(play: Playthrough, path: Path) -> None:
    savefile.write(play, path)
    second = path.with_name("second.json")
    savefile.write(play, second)
    savefile.write(play, second)
    os.utime(path, ns=(1, 1))
    path.with_name("broken.json").write_text("{", encoding="utf-8")
    path.with_name("other.json").write_text("[]", encoding="utf-8")
    path.with_name("deep.json").write_text("[" * 100_000, encoding="utf-8")
    assert [(file.name, head["turn"]) for file, head in savefile.listing(path.parent)] == [
        ("second.json", play.turn),
        ("auto.json", play.turn),
    ]
    assert savefile.listing(path.parent / "nowhere") == []
