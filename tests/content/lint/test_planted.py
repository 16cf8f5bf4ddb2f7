"""Planted: flaws that somebody put into the shipped crises who had read only the guide are found, their twins are not.

`planted.yaml` says which. A crisis may be rewritten without this breaking: a flaw whose place is gone is skipped, by
name, as long as enough of them are left.
"""

from __future__ import annotations

import shutil
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.content.lint.linting import lint
from game.content.package import load, shelf_of
from game.content.problem import ContentFault
from game.data import scenario_folder

PLANTED: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "planted.yaml").read_text(encoding="utf-8"))
ENOUGH = 25
"""So many flaws, each with its twin, must have their place in the crises as they are."""
Told = Counter[tuple[str, str]]


def told(folder: Path) -> Told:
    """Codes and messages of all that is said of a crisis under its documented doctrine, mistakes or else findings."""
    try:
        package = load(folder)
    except ContentFault as fault:
        return Counter((problem.code, problem.message) for problem in fault.problems)
    package.doctrines = package.doctrines[:1]
    return Counter((problem.code, problem.message) for problem in lint(package, shelf_of(folder)))


@lru_cache
def untouched(crisis: str) -> Told:
    """What is said of a crisis as it is."""
    return told(scenario_folder(crisis))


def changed(one: dict[str, Any], twin: bool) -> tuple[str, str] | None:
    """The file of a flaw, or of its twin, and its text with the change; None where the place of it is gone."""
    edit = {**one, **one["twin"]} if twin else one
    path = scenario_folder(one["crisis"]) / edit["file"]
    if not edit["old"]:
        return edit["file"], edit["new"]
    text = path.read_text(encoding="utf-8")
    return (edit["file"], text.replace(edit["old"], edit["new"])) if text.count(edit["old"]) == 1 else None


def anew(one: dict[str, Any], folder: Path, twin: bool) -> Told:
    """What is said of a crisis with the flaw, or with its twin, and not without."""
    edit = changed(one, twin)
    if edit is None:
        pytest.skip(f"anchor gone: re-anchor {one['name']} in planted.yaml")
    shutil.copytree(scenario_folder(one["crisis"]), folder, ignore=shutil.ignore_patterns("i18n"))
    (folder / edit[0]).write_text(edit[1], encoding="utf-8")
    return told(folder) - untouched(one["crisis"])


@pytest.mark.parametrize("one", PLANTED, ids=lambda one: one["name"])
def test_a_planted_flaw_is_found(one: dict[str, Any], tmp_path: Path) -> None:
    found = anew(one, tmp_path / one["crisis"], twin=False)
    assert set(one["finds"]) <= {code for code, _ in found}, found


@pytest.mark.parametrize("one", PLANTED, ids=lambda one: one["name"])
def test_its_sound_twin_is_not(one: dict[str, Any], tmp_path: Path) -> None:
    assert anew(one, tmp_path / one["crisis"], twin=True) == Counter()


def test_enough_of_them_have_their_place() -> None:
    gone = [one["name"] for one in PLANTED if changed(one, twin=False) is None or changed(one, twin=True) is None]
    assert len(PLANTED) - len(gone) >= ENOUGH, f"anchor gone: re-anchor {', '.join(gone)} in planted.yaml"
