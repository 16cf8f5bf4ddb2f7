"""Played lints: flaws of balance planted in a small crisis are found by code, and near-twins of them are not.

A file is laid over the crisis `played/base`, which is sound. Its head says what must come of it: `# finds:` the codes,
or `# near:` which code it nearly has.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.batch import playtest
from game.cli import main as longtable
from game.content.check import Report, report
from game.content.lint.linting import CODES, OF_PLAY, PLAYED, played
from game.content.lint.played.seen import lean, within
from game.content.package import load, shelf_of
from game.content.problem import Severity
from game.terminal.playtest import look
from tests.content.lint.test_lint import head

HERE = Path(__file__).parent / "played"
FLAWS = sorted((HERE / "flaws").glob("*.yaml"))
SOUND = sorted((HERE / "sound").glob("*.yaml"))
WARNED = {"L100", "L102", "L104", "L120", "L121"}
"""Where there is a limit that a crisis is held to."""


def laid(path: Path, folder: Path) -> Path:
    """The small crisis with one file more."""
    target = Path(shutil.copytree(HERE / "base", folder / "well"))
    shutil.copyfile(path, target / path.name)
    return target


def found(folder: Path) -> Report:
    """What check says of a crisis that it plays, too."""
    return report(folder, [look])


def codes(told: Report) -> set[str]:
    """The codes of play among what was found, and of silences."""
    return {one.code for one in told.problems if one.code.startswith(OF_PLAY) or one.code in ("L098", "L099")}


def test_the_small_crisis_is_sound() -> None:
    assert codes(found(HERE / "base")) == set()


@pytest.mark.parametrize("path", FLAWS, ids=lambda path: path.stem)
def test_a_flaw_is_found(path: Path, tmp_path: Path) -> None:
    told = found(laid(path, tmp_path))
    assert codes(told) == {head(path, "finds")}, told.problems


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_what_only_looks_like_a_flaw_is_not(path: Path, tmp_path: Path) -> None:
    told = found(laid(path, tmp_path))
    assert codes(told) == set(), told.problems


def test_every_code_has_a_flaw_and_each_flaw_a_sound_one_beside_it() -> None:
    own = {code.id: code for family in PLAYED for code in family.CODES}
    assert {head(path, "finds") for path in FLAWS} == set(own)
    assert [path.name for path in FLAWS] == [path.name for path in SOUND]
    assert [head(path, "near") for path in SOUND] == [head(path, "finds") for path in FLAWS]
    assert all(id.startswith(OF_PLAY) and id in CODES for id in own)
    assert {id for id, code in own.items() if code.level is Severity.WARNING} == WARNED


def test_a_finding_says_what_was_seen_at_the_record(tmp_path: Path) -> None:
    path = HERE / "flaws" / "ending-nearly-always.yaml"
    told = next(one for one in found(laid(path, tmp_path)).problems if one.code == "L121")
    line = path.read_text(encoding="utf-8").split("\n").index("endings:") + 2
    assert told.file.endswith(path.name) and told.line == line
    assert told.message.startswith('"feast-day" is the end of ') and " of 3,332 games (" in told.message


@pytest.mark.parametrize(
    ("says", "left"),
    [
        ("  # lint: ok L121 because the record knows no other end", set()),
        ("  # lint: ok L121", {"L098"}),
        ("  # lint: ok L120 because the record knows no other end", {"L099", "L121"}),
    ],
)
def test_what_is_meant_is_silenced_with_a_reason(says: str, left: set[str], tmp_path: Path) -> None:
    path = HERE / "flaws" / "ending-nearly-always.yaml"
    target = laid(path, tmp_path)
    text = path.read_text(encoding="utf-8").replace("endings:\n", f"endings:\n{says}\n")
    (target / path.name).write_text(text, encoding="utf-8")
    assert codes(found(target)) == left
    assert not {problem.code for problem in report(target).problems} & {"L098", "L099", "L121"}


def test_a_silence_is_of_use_already_where_luck_decides(tmp_path: Path) -> None:
    """A share just below the limit is not told; but who silences it has no finding more for that."""
    package = load(HERE / "base")
    seen = playtest.playtest(package)
    near = seen.policies.index("aims")
    each = seen.games * 2
    part = 79 * seen.games // 100
    table = tuple((part, part) if place == near else row for place, row in enumerate(seen.endings["shared"]))
    target = Path(shutil.copytree(HERE / "base", tmp_path / "well"))
    text = (target / "scenario.yaml").read_text(encoding="utf-8")
    reason = "  # lint: ok L121 because they always did"
    (target / "scenario.yaml").write_text(text.replace("endings:\n", f"endings:\n{reason}\n"), encoding="utf-8")
    changed = playtest.Playtest(
        **{name: getattr(seen, name) for name in seen.__slots__} | {"endings": {**seen.endings, "shared": table}}
    )
    assert lean(2 * part, each, 80, 2) == 0
    silenced = load(target)
    assert played(silenced, shelf_of(target), changed, ()) == ()
    assert [one.code for one in played(silenced, shelf_of(target), seen, ())] == ["L099"]


def test_nothing_is_said_twice(tmp_path: Path) -> None:
    """What lint proves without playing is not told again as never seen."""
    target = Path(shutil.copytree(HERE / "base", tmp_path / "well"))
    flood = "format: 1\nevents:\n  - {id: flood, title: Flood, text: It rose., when: {trust: at least 99}}\n"
    (target / "more.yaml").write_text(flood, encoding="utf-8")
    told = found(target)
    assert "L040" in {one.code for one in told.problems} and codes(told) == set()


def test_what_an_earlier_crisis_decides_is_left_out(tmp_path: Path) -> None:
    """A number that is carried over starts the same in all of these games, but not in those of a player."""
    path = HERE / "flaws" / "event-never-happens.yaml"
    target = laid(path, tmp_path)
    assert codes(found(target)) == {"L112"}
    carry = "carries:\n  - {id: spring, from: first-cable, meter: trust, into: water}\n"
    (target / path.name).write_text(path.read_text(encoding="utf-8") + carry, encoding="utf-8")
    assert codes(found(target)) == set()


def test_the_command_plays_and_tells_how_it_ended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = laid(HERE / "flaws" / "move-never-legal.yaml", tmp_path)
    assert longtable(["check", str(target)]) == 0
    assert "L100" not in capsys.readouterr().out
    assert longtable(["check", "--play", str(target)]) == 0
    told = capsys.readouterr().out
    assert 'warning: "feast" was legal in none of 9,996 games: its `when` never held. [L100]' in told
    assert "1,666 of each policy against each of 2 doctrines." in told and "aims met, of 2" in told


@pytest.mark.parametrize(
    ("count", "of", "alike", "side"),
    [(80, 100, 1, 0), (90, 100, 1, 1), (87, 100, 1, 0), (830, 1000, 1, 1), (830, 1000, 4, 0), (60, 100, 1, -1)],
)
def test_luck_does_not_decide(count: int, of: int, alike: int, side: int) -> None:
    assert lean(count, of, 80, alike) == side


def test_doctrines_are_alike_only_if_that_is_sure() -> None:
    assert within(0, 0, 600, 5) and within(10, 12, 600, 5)
    assert not within(10, 60, 600, 5) and not within(0, 0, 0, 5) and not within(300, 290, 600, 5)
