"""Reading: what YAML files become, and what is refused with a place and a reason."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.node import Mapping, Scalar, Sequence
from game.content.problem import Findings, Problem
from game.content.read import read_data, read_file
from game.content.source import SIZE_LIMIT


def read(text: str | bytes) -> tuple[Mapping | None, tuple[Problem, ...]]:
    findings = Findings()
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return read_data(data, "f.yaml", findings), findings.all()


def refused(text: str | bytes) -> str:
    root, problems = read(text)
    assert root is None
    assert problems
    return "\n".join(str(problem) for problem in problems)


@pytest.mark.parametrize(
    "word", ["NO", "no", "on", "yes", "12:30", "010", "+8", "1e3", "2022-01-14", "~", "null", "0x1f"]
)
def test_every_scalar_keeps_its_own_text(word: str) -> None:
    root, problems = read(f"value: {word}\n{word}: name\n")
    assert problems == ()
    assert root is not None
    value = root.entries["value"]
    assert isinstance(value, Scalar)
    assert value.text == word
    assert word in root.entries


def test_nodes_know_their_places() -> None:
    root, _ = read("a:\n  - b: 1\n    c: [x, {y: z}]\n")
    assert root is not None
    listing = root.entries["a"]
    assert isinstance(listing, Sequence)
    first = listing.items[0]
    assert isinstance(first, Mapping)
    inner = first.entries["c"]
    assert isinstance(inner, Sequence)
    assert [(node.line, node.column) for node in (listing, first, inner, inner.items[1])] == [
        (2, 3),
        (2, 5),
        (3, 8),
        (3, 12),
    ]
    assert (first.keys["c"].line, first.keys["c"].column) == (3, 5)


def test_a_comment_after_plain_prose_is_remembered() -> None:
    root, _ = read("a: Room#4\nb: Room  # four\nc: 'Room' # four\nd: >-\n  Room # four\n")
    assert root is not None
    cuts = {name: node.cut for name, node in root.entries.items() if isinstance(node, Scalar)}
    assert cuts == {"a": False, "b": True, "c": False, "d": False}
    assert root.entries["d"].text == "Room # four"  # type: ignore[union-attr]


def test_byte_order_mark_and_windows_line_ends() -> None:
    root, problems = read("\ufeffa: 1\r\nb: 2\r\n".encode())
    assert problems == ()
    assert root is not None
    assert [getattr(node, "text", "") for node in root.entries.values()] == ["1", "2"]


def test_all_syntax_errors_of_a_file_come_at_once() -> None:
    said = refused('a: "x" y\nb: 2\nc: he said: no\nd: [1\ne: @x\n')
    assert [line.split(":")[1] for line in said.splitlines()] == ["1", "3", "5"]


def test_all_refusals_of_a_file_come_at_once() -> None:
    said = refused("a: &x 1\nb: *x\nc: !!int 3\n<<: 4\na: 5\n")
    for words in ("`&x` names", "`*` repeats", "gives a value a type", "`<<` copies", "first is in line 1"):
        assert words in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: " + "[" * 100_000, "40 levels"),
        ("{a: " * 100_000, "40 levels"),
        ("- " * 100_000, "40 levels"),
        ("a: b\n" * (SIZE_LIMIT // 5 + 1), "larger than 2 MB"),
        ("a:\n" + "- b\n" * 250_000, "more than 200,000 values"),
        ("".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)), "`&a9` names"),
        ("a: 'open\n" + "b: c\n" * 300_000, "never closed"),
        ("? " * 900_000, "40 levels"),
    ],
)
def test_bombs_are_refused_at_once(text: str, words: str) -> None:
    start = time.process_time()
    assert words in refused(text)
    assert time.process_time() - start < 5


def test_not_utf8_names_the_place() -> None:
    assert "f.yaml:2:4: error: this file is not UTF-8 text" in refused("a: é\nb: ".encode() + b"\xe9\n")
    assert "looks like UTF-16" in refused("a: b".encode("utf-16"))


def test_folders_and_missing_files_are_told(tmp_path: Path) -> None:
    findings = Findings()
    assert read_file(tmp_path, "here", findings) is None
    assert read_file(tmp_path / "none.yaml", "none.yaml", findings) is None
    assert [problem.code for problem in findings.all()] == ["unreadable", "missing-file"]


@given(st.text(max_size=200) | st.text(alphabet="ab:-# \n\"'[]{}>|&*!%@`,?\t0", max_size=60))
def test_no_text_ends_in_a_raw_fault(text: str) -> None:
    findings = Findings()
    root = read_data(text.encode("utf-8", "surrogatepass"), "f.yaml", findings)
    assert (root is None) == bool(findings.errors)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in findings.all())
