"""The zoo: broken files, each with the words its message must contain, and good files that look broken.

A file of the zoo is laid beside the small scenario of `zoo/base`. Its head says what must come of it:
`# says:` words of a message, `# at:` line and column of one, `# stands for:` the file it takes the place of,
`# alone: yes` that the others are left out.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

from game.content.check import check
from game.content.package import examine, load
from game.content.problem import Findings, Problem
from game.content.shelf import BundleShelf

ZOO = Path(__file__).parent / "zoo"
BROKEN = sorted((ZOO / "broken").glob("*.yaml"))
GOOD = sorted((ZOO / "good").glob("*.yaml"))


def heads(path: Path, name: str) -> list[str]:
    """What the head of a zoo file says under a name."""
    text = path.read_bytes().decode("utf-8", "replace")
    return re.findall(rf"^\ufeff?# {name}: (.*)$", text, re.MULTILINE)


def laid_out(path: Path, folder: Path) -> Path:
    """The scenario of the base with the zoo's file in it; where that file then is."""
    alone = bool(heads(path, "alone"))
    shutil.copytree(ZOO / "base", folder, ignore=shutil.ignore_patterns("*") if alone else None)
    target = folder / next(iter(heads(path, "stands for")), path.name)
    shutil.copyfile(path, target)
    return target


def problems_of(path: Path, folder: Path) -> tuple[Problem, ...]:
    laid_out(path, folder)
    return check(folder)[1]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_told_in_words(path: Path, tmp_path: Path) -> None:
    problems = problems_of(path, tmp_path / "small-crisis")
    said = "\n".join(str(problem) for problem in problems)
    wanted = heads(path, "says")
    assert wanted
    for words in wanted:
        assert words in said
    places = {f"{problem.line}:{problem.column}" for problem in problems}
    assert set(heads(path, "at")) <= places
    assert any(problem.severity == "error" for problem in problems)
    assert "Traceback" not in said


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_mistake_draws_no_others_after_it(path: Path, tmp_path: Path) -> None:
    """Nothing is said of files that are not broken, and not much more than the head foresees."""
    target = laid_out(path, tmp_path / "small-crisis")
    problems = check(tmp_path / "small-crisis")[1]
    if not heads(path, "alone"):
        assert len(problems) <= len(heads(path, "says")) + 1
        assert target.name in str(problems[0]) or "scenario.yaml" in str(problems[0])


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_that_looks_broken_loads(path: Path, tmp_path: Path) -> None:
    assert problems_of(path, tmp_path / "small-crisis") == ()


def test_the_small_scenario_of_the_zoo_is_clean() -> None:
    assert check(ZOO / "base")[1] == ()


def test_there_are_at_least_forty_broken_files_and_each_is_another() -> None:
    assert len(BROKEN) >= 40
    said = [tuple(heads(path, "says")) for path in BROKEN]
    assert len(set(said)) >= len(said) - 1  # two ways above the library share their words


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("no", "NO"),
        ("on", "on"),
        ("clock", "12:30"),
        ("octal", "010"),
        ("signed", "+8"),
        ("exponent", "1e3"),
        ("day", "2022-01-14"),
        ("nothing", "~"),
        ("null", "null"),
    ],
)
def test_words_that_yaml_would_change_stay_text(word: str, text: str, tmp_path: Path) -> None:
    laid_out(ZOO / "good" / "norway-and-friends.yaml", tmp_path / "small-crisis")
    assert load(tmp_path / "small-crisis").compile().text(f"tag.{word}.title") == text


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("brackets.yaml", b"format: 1\ntags: " + b"[" * 100_000, "40 levels"),
        ("large.yaml", b"format: 1\n" + b"# padding\n" * 300_000, "larger than 2 MB"),
        (
            "bomb.yaml",
            b"".join(b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 10)),
            "names a value to be repeated",
        ),
        ("wide.yaml", b"format: 1\ntags:\n" + b"- x\n" * 250_000, "more than 200,000 values"),
        ("flood.yaml", b"format: 1\ntags:\n" + b"- {id: A b}\n" * 40_000, "is not an id"),
        ("utf-16.yaml", "format: 1\n".encode("utf-16"), "looks like UTF-16"),
        ("zero.yaml", b"", "this file is empty"),
    ],
)
def test_what_is_too_big_to_keep_is_made_at_run_time(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    shutil.copytree(ZOO / "base", tmp_path / "small-crisis")
    (tmp_path / "small-crisis" / name).write_bytes(data)
    assert words in "\n".join(str(problem) for problem in check(tmp_path / "small-crisis")[1])


def test_a_folder_named_like_a_file_is_told(tmp_path: Path) -> None:
    shutil.copytree(ZOO / "base", tmp_path / "small-crisis")
    (tmp_path / "small-crisis" / "folder.yaml").mkdir()
    assert "this is a folder, not a file" in str(check(tmp_path / "small-crisis")[1][0])


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert "a scenario has at least scenario.yaml" in str(check(tmp_path)[1][0])


def test_all_files_are_told_at_once(tmp_path: Path) -> None:
    shutil.copytree(ZOO / "base", tmp_path / "small-crisis")
    for name in ("unknown-field.yaml", "duplicate-key.yaml", "unknown-country.yaml"):
        shutil.copyfile(ZOO / "broken" / name, tmp_path / "small-crisis" / name)
    files = {Path(problem.file).name for problem in check(tmp_path / "small-crisis")[1]}
    assert {"unknown-field.yaml", "duplicate-key.yaml"} <= files


PIECES = [
    "yes",
    "no",
    "8",
    "+8",
    "to",
    "[",
    "]",
    "{",
    "}",
    '"',
    ":",
    ",",
    "-",
    "#",
    ">",
    "|",
    "&",
    "*",
    "!",
    "%",
    "@",
    "\t",
    "\x00",
    "99999",
    "-5",
    "partners.line",
    "misread",
    "none",
    "call",
    "unity",
    "null",
]


def spoilt(text: str, dice: random.Random) -> str:
    """A text with a few pieces cut out, put in, or lines doubled and dropped."""
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(text) + 1)
        lines = text.split("\n")
        line = dice.randrange(len(lines))
        ways = (
            text[:at] + text[at + dice.randint(1, 12) :],
            text[:at] + dice.choice(PIECES) + text[at:],
            "\n".join(lines[:line] + lines[line + 1 :]),
            "\n".join([*lines[:line], dice.choice(lines), *lines[line:]]),
        )
        text = dice.choice(ways)
    return text


@pytest.mark.parametrize("seed", range(40))
def test_no_spoilt_scenario_ends_in_a_raw_fault(seed: int) -> None:
    dice, texts = random.Random(seed), load(ZOO / "base").resolved()
    name = dice.choice(sorted(name for name in texts if name.startswith("scenario/")))
    findings = Findings()
    package = examine(BundleShelf({**texts, name: spoilt(texts[name], dice)}), findings)
    if not findings.errors:
        assert package is not None
        assert package.compile().moves
