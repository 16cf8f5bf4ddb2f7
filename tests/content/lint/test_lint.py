"""Lint: flaws planted in small scenarios are found by code, and what only looks like them is not.

A file is laid over the small scenario of the zoo, or over the first example of the authors' guide (`# over: airstrip`).
Its head says what must come of it: `# finds:` the codes that come besides those of the scenario itself; the sound ones
say `# near:` which code they nearly have. `# stands for:` is where the file is put.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

from game.content import guide
from game.content.check import report
from game.content.lint.linting import CODES, OF_PLAY
from game.content.problem import Severity
from tests.test_guide import FIRST_EXAMPLE, GUIDE, written

HERE = Path(__file__).parent
ZOO = HERE.parent / "zoo" / "base"
FLAWS = sorted((HERE / "flaws").glob("*.yaml"))
SOUND = sorted((HERE / "sound").glob("*.yaml"))


def head(path: Path, name: str) -> str:
    """What the head of a file says under a name."""
    found = re.search(rf"^# {name}: (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def laid(over: str, folder: Path) -> Path:
    """The scenario over which a file is laid, in a folder."""
    if over != "airstrip":
        return Path(shutil.copytree(ZOO, folder))
    folder.mkdir()
    return written(folder, [FIRST_EXAMPLE])


def found(folder: Path) -> Counter[tuple[str, str]]:
    """Codes and messages of all that is found in a folder."""
    return Counter((problem.code, problem.message) for problem in report(folder).problems)


@lru_cache
def before(over: str, folder: Path) -> Counter[tuple[str, str]]:
    """What is found in the scenario over which a file is laid."""
    return found(laid(over, folder))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the scenarios as they are."""
    return tmp_path_factory.mktemp("own")


def planted(path: Path, folder: Path, own: Path) -> Counter[tuple[str, str]]:
    """What is found with the file and not without it."""
    over = head(path, "over")
    target = laid(over, folder) / (head(path, "stands for") or path.name)
    target.parent.mkdir(exist_ok=True)
    shutil.copyfile(path, target)
    return found(folder) - before(over, own / (over or "zoo"))


@pytest.mark.parametrize("path", FLAWS, ids=lambda path: path.stem)
def test_a_flaw_is_found(path: Path, tmp_path: Path, own: Path) -> None:
    told = planted(path, tmp_path / "crisis", own)
    assert {code for code, _ in told} == set(head(path, "finds").split()), told


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_what_only_looks_like_a_flaw_is_not(path: Path, tmp_path: Path, own: Path) -> None:
    assert planted(path, tmp_path / "crisis", own) == Counter()


def test_every_code_has_a_flaw_and_each_flaw_a_sound_one_beside_it() -> None:
    own = {id for id in CODES if not id.startswith(OF_PLAY)}
    assert {code for path in FLAWS for code in head(path, "finds").split()} == own
    assert [path.name for path in FLAWS] == [path.name for path in SOUND]
    assert all(head(path, "near") for path in SOUND)


def test_every_code_stands_in_the_guide() -> None:
    assert guide.lints() in GUIDE, "run `python -m game.content.guide` and put its tables into the guide"


def test_codes_are_ordered_and_explained() -> None:
    assert list(CODES) == sorted(CODES)
    for id, code in CODES.items():
        assert re.fullmatch(r"L\d{3}", id) and id == code.id and code.level in Severity
        assert not code.what.endswith(".") and all(text.endswith(".") for text in (code.why, code.mend))
        assert code.example and str(code).count(code.what) == 1
