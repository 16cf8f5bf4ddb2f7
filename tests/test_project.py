"""The house itself: licences, import contracts, legal file names, and what the READMEs promise."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from game import __version__, data
from tests.conftest import CHECKOUT

PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
TOP_LEVEL = ["game", "scenarios", "assets", "tests", ".ci", ".github"]
TEXT_KINDS = {".py", ".md", ".yaml", ".yml", ".toml", ".txt", ".json", ".css", ".html", ""}
NOT_OURS = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "_data"}


def project_files() -> list[Path]:
    """Every file of the project, without what tools and players leave behind."""
    files = [path for path in CHECKOUT.iterdir() if path.is_file() and path.name != ".git"]
    for top in TOP_LEVEL:
        files += [path for path in (CHECKOUT / top).rglob("*") if path.is_file()]
    return [path for path in files if not NOT_OURS & set(path.relative_to(CHECKOUT).parts)]


FILES = project_files()
MODULES = [path for path in FILES if path.suffix == ".py" and path.is_relative_to(CHECKOUT / "game")]


def named(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def test_imports_keep_the_contracts() -> None:
    script = "from importlinter.cli import lint_imports_command as run; run()"
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script, "--no-cache", "--no-logo"],
        cwd=CHECKOUT, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_core_imports_the_standard_library_and_itself_only() -> None:
    strangers = []
    for path in MODULES:
        if not path.is_relative_to(CHECKOUT / "game" / "core"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""] if node.level == 0 else []
            for name in names:
                if name.partition(".")[0] not in sys.stdlib_module_names and not name.startswith("game.core"):
                    strangers.append(f"{named(path)}: {name}")
    assert strangers == []


def test_modules_and_functions_keep_their_size() -> None:
    """At most 250 lines a module and 40 a function, unless game/README.md gives the reason by name."""
    told = (CHECKOUT / "game" / "README.md").read_text(encoding="utf-8")
    reasons = told.partition("## Past the budget")[2]
    large = []
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > 250:
            large.append(named(path))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 40:
                large.append(f"{named(path)} {node.name}")
    assert [name for name in large if name not in reasons] == []


def test_every_module_says_in_its_first_line_what_it_is() -> None:
    trees = {named(path): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
    assert [name for name, tree in trees.items() if not ast.get_docstring(tree)] == []


def test_every_module_stands_in_the_picture_of_the_house() -> None:
    told = (CHECKOUT / "game" / "README.md").read_text(encoding="utf-8")
    words = set(re.findall(r"\w+", told))
    assert [named(path) for path in MODULES if path.stem != "__init__" and path.stem not in words] == []


def test_the_version_is_told_once() -> None:
    assert "version" in PROJECT["project"]["dynamic"]
    assert f"## {__version__}" in (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_licences_are_there() -> None:
    program = (CHECKOUT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in program
    assert "END OF TERMS AND CONDITIONS" in program
    scenarios = (data.scenarios_dir() / "LICENSE").read_text(encoding="utf-8")
    assert "SPDX-License-Identifier: CC-BY-4.0" in scenarios
    assert "https://creativecommons.org/licenses/by/4.0/legalcode" in scenarios
    for pattern in PROJECT["project"]["license-files"]:
        assert list(CHECKOUT.glob(pattern)), pattern


@pytest.mark.parametrize("room", ["game", "scenarios", "assets", "tests"])
def test_every_room_explains_itself(room: str) -> None:
    assert (CHECKOUT / room / "README.md").stat().st_size > 500


def test_what_the_readme_links_to_exists() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert "LICENSE" in links
    assert [link for link in links if not (CHECKOUT / link).is_file()] == []


def test_the_readme_has_real_pictures() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert {Path(name).name for name in pictures} >= {"desk.png", "summit.png", "why.png", "debrief.png"}
    for name in pictures:
        assert (CHECKOUT / name).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_the_two_commands_of_the_readme_are_the_ones_that_run() -> None:
    blocks = re.findall(r"```\n(.+?)\n```", README)
    assert blocks == ["python -m game.fresh play", "python -m game.fresh test"]
    for place in (".ci/run", ".github/workflows/tests.yml"):
        assert blocks[1] in (CHECKOUT / place).read_text(encoding="utf-8")


def test_the_way_in_tells_what_it_takes() -> None:
    ran = subprocess.run(
        [sys.executable, "-S", "-m", "game.fresh"],
        cwd=CHECKOUT, capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 2
    assert "game.fresh play" in ran.stderr
    assert "game.fresh test" in ran.stderr


def test_the_way_in_needs_nothing_but_the_standard_library_and_can_be_read_by_an_old_python() -> None:
    tree = ast.parse((CHECKOUT / "game" / "fresh.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= sys.stdlib_module_names


def test_the_readme_names_every_command() -> None:
    for name in ("play", "scenarios", "replay", "backtest", "check", "gallery"):
        assert f"`longtable {name}" in README


def test_no_file_names_a_place_outside_the_project() -> None:
    roots = "|".join(("work", "farm", "opt", "root", "home", "Users", "tmp"))
    outside = re.compile(rf"(?<![\w.:/\-$}}])/(?:{roots})/\w|\.\./(?:\.\./)*shared|[A-Z]:\\Users")
    found = []
    for path in FILES:
        if path.suffix not in TEXT_KINDS or path.name == Path(__file__).name:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if outside.search(line):
                found.append(f"{named(path)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_file_names_are_legal_on_windows_and_do_not_collide_there() -> None:
    reserved = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
    bad = []
    for path in FILES:
        for part in path.relative_to(CHECKOUT).parts:
            if re.search(r'[<>:"|?*\\\x00-\x1f]|[. ]$', part) or part.partition(".")[0].lower() in reserved:
                bad.append(named(path))
    assert bad == []
    folded = [named(path).lower() for path in FILES]
    assert len(folded) == len(set(folded))
    assert max(len(name) for name in folded) <= 120
