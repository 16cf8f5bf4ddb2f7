"""Grammar: each row of the two tables has an example that is read as that row, and means what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import guide
from game.content.bench import Bench, set_up
from game.content.changes import EFFECTS, EffectPhrase
from game.content.conditions import Scope
from game.content.effects import Pull, pull_clauses
from game.content.gather import Gatherer
from game.content.groups import either
from game.content.matcher import match, offer, pattern
from game.content.node import Mapping, Scalar
from game.content.package import shelf_of
from game.content.parts import put_together
from game.content.phrases import CONDITIONS, Phrase
from game.content.problem import Findings
from game.content.schema.sections import CARD, SECTIONS, Section
from game.core.condition import holds
from game.core.grammar import ADD, Clause, Group, Leaf, When

BASE = Path(__file__).parent / "zoo" / "base"


def bench() -> Bench:
    """The bench of the small scenario, with findings of its own."""
    findings = Findings()
    parts = put_together(Gatherer(shelf_of(BASE), findings).gather(), "as-written", {}, findings)
    assert parts is not None
    return set_up(parts, findings)


BENCH = bench()


def mapping(entries: dict[str, str]) -> Mapping:
    """A mapping as the reader would make it."""
    node = Mapping("f.yaml", 1, 1)
    for name, text in entries.items():
        node.keys[name] = Scalar(name, "plain", "f.yaml", 1, 1)
        node.entries[name] = Scalar(text, "plain", "f.yaml", 1, 1)
    return node


def when(**entries: str) -> When:
    """The condition of these phrases; - in a name is written _."""
    found = BENCH.conditions.read(mapping({name.replace("_", "-"): text for name, text in entries.items()}), Scope("x"))
    assert BENCH.findings.all() == ()
    return found


@pytest.mark.parametrize("row", [*CONDITIONS, *EFFECTS], ids=lambda row: f"{row.kind}: {row.form}")
def test_every_row_has_an_example_read_as_that_row(row: Phrase | EffectPhrase) -> None:
    table: Iterable[Phrase | EffectPhrase] = CONDITIONS if isinstance(row, Phrase) else EFFECTS
    text = row.example.partition(": ")[2]
    found = match(text, [other for other in table if other.kind == row.kind])
    assert found is not None
    assert found.row is row
    assert row.says


@pytest.mark.parametrize("row", [*CONDITIONS, *EFFECTS], ids=lambda row: f"{row.kind}: {row.form}")
def test_no_phrase_has_a_comma(row: Phrase | EffectPhrase) -> None:
    assert "," not in row.form


SUBJECT_OF = {
    "meter": "cost",
    "flag": "prepared",
    "channel": "embassy",
    "act": "call",
    "event": "snow",
    "joint": "joint-law",
    "misread": "misread",
    "promise": "pledge",
    "contest": "law-quarrel",
    "approach": "approach",
    "summit": "at_summit",
    "date": "date",
    "draft": "hall-text",
    "provision": "hall-text.deplore",
    "ballot": "hall-text.IND",
}
FILL = {"N": "2", "A": "1", "B": "3", "DATE": "2021-11-15"}
WORD = {"approach": "argue", "summit": "long-table"}


@pytest.mark.parametrize(
    "row", [row for row in CONDITIONS if row.kind != "topic"], ids=lambda row: f"{row.kind}: {row.form}"
)
def test_every_condition_compiles_and_its_negation_is_the_opposite(row: Phrase) -> None:
    fill = {**FILL, "WORD": WORD.get(row.kind, "")}
    text = " ".join(fill.get(part, part) for part in row.form.split())
    name = SUBJECT_OF[row.kind]
    findings = BENCH.findings
    yes = BENCH.conditions.read(mapping({name: text}), Scope("x"))
    no = BENCH.conditions.read(mapping({name: f"not {text}"}), Scope("x"))
    assert findings.all() == ()
    assert yes
    assert no
    touched = sorted({leaf.cell for group in (*yes, *no) for leaf in group})
    cells = [cell.start for cell in BENCH.cells.cells]
    for first in sample(BENCH, touched[0]):
        for last in sample(BENCH, touched[-1]):
            cells[touched[0]], cells[touched[-1]] = first, last
            assert holds(yes, cells, 3) != holds(no, cells, 3)


def sample(bench: Bench, cell: int) -> list[int]:
    """Values of a cell that occur: all of a small range, else some."""
    limits = bench.cells.cells[cell]
    values = range(limits.low, limits.high + 1)
    if limits.low == -99:
        return [-99, 0, 1, 2, 3]
    if cell == bench.clock.turn:
        return [1, 2, 3]
    return list(values) if len(values) < 30 else [*values[:6], *values[-3:]]


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("at least 40", 40, 999),
        ("at most 40", 0, 40),
        ("above 40", 41, 999),
        ("below 40", 0, 39),
        ("between 20 and 40", 20, 40),
        ("exactly 40", 40, 40),
        ("not below 40", 40, 999),
        ("not at least 40", 0, 39),
    ],
)
def test_a_phrase_of_a_meter_is_an_interval(phrase: str, low: int, high: int) -> None:
    assert when(cost=phrase) == ((Leaf(BENCH.cells["meter:cost"], low, high),),)


def test_the_complement_of_an_interval_has_two_parts() -> None:
    cell = BENCH.cells["meter:cost"]
    assert when(cost="not between 20 and 40") == ((Leaf(cell, 0, 19), Leaf(cell, 41, 999)),)


def test_this_turn_is_the_first_of_the_last_turns() -> None:
    cell = BENCH.cells["made:call"]
    assert when(call="in the last 3 turns") == ((Leaf(cell, 0, 2, True),),)
    assert when(call="this turn") == ((Leaf(cell, 0, 0, True),),)
    never = when(call="never")
    assert holds(never, [cell.start for cell in BENCH.cells.cells], 3)


groups = st.lists(
    st.lists(st.builds(Leaf, st.integers(0, 3), st.integers(0, 4), st.integers(3, 6)), min_size=1, max_size=2).map(
        tuple
    ),
    min_size=1,
    max_size=3,
)


@given(groups, groups, st.lists(st.integers(0, 6), min_size=4, max_size=4))
def test_either_holds_exactly_if_one_of_both_does(one: list[Group], other: list[Group], cells: list[int]) -> None:
    joined = tuple(either(one, other))
    assert holds(joined, cells, 1) == (holds(tuple(one), cells, 1) or holds(tuple(other), cells, 1))


@given(st.integers(0, 100), st.integers(0, 100), st.integers(1, 100))
def test_a_pull_comes_nearer_each_turn_and_never_past(value: int, target: int, step: int) -> None:
    subject = BENCH.subjects["face"]
    cells = [cell.start for cell in BENCH.cells.cells]
    cells[subject.cells["value"]] = value
    clauses = pull_clauses(Pull(subject, target, step), Clause("pull"), "pull")
    held = [clause for clause in clauses if holds(clause.when, cells, 1)]
    assert len(held) == (value != target)
    for clause in held:
        effect = clause.effects[0]
        after = value + effect.amount if effect.kind == ADD else effect.amount
        assert abs(after - target) == max(0, abs(value - target) - step)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("atleast 40", 'Did you mean "at least 40"?'),
        ("in last 3 turns", ""),
        ("betwen 20 and 40", "between 20 and 40"),
        ("At Least 40", "at least 40"),
    ],
)
def test_the_nearest_phrase_is_offered_with_the_numbers_of_the_author(text: str, words: str) -> None:
    assert words in offer(text, [row for row in CONDITIONS if row.kind == "meter"])


def test_one_turn_may_be_written_without_an_s() -> None:
    assert pattern("in the last N turns").fullmatch("in the last 1 turn")


def test_a_shape_that_is_no_condition_is_told() -> None:
    fresh = bench()
    fresh.conditions.read(Scalar("unity", "plain", "f.yaml", 3, 4), Scope("rule"))
    fresh.conditions.read(mapping({"nothing-known": "yes"}), Scope("rule"))
    codes = [problem.code for problem in fresh.findings.all()]
    assert codes == ["unknown-subject", "condition"]
    assert replace(fresh.findings.all()[0], hint="").message.startswith("rule asks for")


def test_the_tables_of_the_guide_have_every_row_and_every_field() -> None:
    tables = guide.conditions() + guide.effects() + guide.records()
    rows: list[Phrase | EffectPhrase] = [*CONDITIONS, *EFFECTS]
    for row in rows:
        assert f"| `{row.form}` |" in tables
        assert row.kind in guide.KINDS
    for section in SECTIONS.values():
        assert f"| `{section.name}` |" in tables


@pytest.mark.parametrize("section", [CARD, *SECTIONS.values()], ids=lambda section: section.name)
def test_every_record_has_a_json_schema_without_other_fields(section: Section) -> None:
    schema = section.record.model_json_schema()
    assert schema["additionalProperties"] is False
    assert {"id", "code", "date", "iso", "year", "symbol"} & set(schema["required"])
