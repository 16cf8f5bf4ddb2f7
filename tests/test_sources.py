"""The sources of every crisis that ships: each cited one is there, each is cited, and what is dated has its date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from game.content.node import Mapping, Node, Scalar, Sequence
from game.content.package import Package
from game.content.problem import Findings
from game.content.read import read_data
from game.core.scenario import Scenario
from game.data import scenario_ids
from tests.core import crises
from tests.dating import Days, days, meet

BEFORE = timedelta(days=7)
"""How far back the first page of a crisis may look."""
WEEKEND = timedelta(days=2)
"""What becomes known on a Saturday may be acted on the Monday after."""


@pytest.fixture(scope="module", params=scenario_ids())
def package(request: pytest.FixtureRequest) -> Package:
    return crises.package(request.param)


@pytest.fixture(scope="module")
def scenario(package: Package) -> Scenario:
    return package.compile()


def listed_and_cited(package: Package) -> tuple[set[str], set[str]]:
    """The ids in the crisis's own lists of sources, and those that anything in it cites."""
    listed, cited, findings = set[str](), set[str](), Findings()
    for name, text in package.resolved().items():
        if name.startswith("scenario/") and "/i18n/" not in name:
            root = read_data(text.encode(), name, findings)
            assert root is not None, name
            cited |= set(_cited(root))
            entries = root.entries.get("sources")
            rows = entries.items if isinstance(entries, Sequence) else []
            ids = [row.entries["id"] for row in rows if isinstance(row, Mapping)]
            listed |= {id.text for id in ids if isinstance(id, Scalar)}
    return listed, cited


def _cited(node: Node) -> Iterator[str]:
    for name, part in node.entries.items() if isinstance(node, Mapping) else ():
        if name in ("source", "facts"):
            items = part.items if isinstance(part, Sequence) else [part]
            yield from (item.text for item in items if isinstance(item, Scalar))
        else:
            yield from _cited(part)
    for part in node.items if isinstance(node, Sequence) else ():
        yield from _cited(part)


def test_every_source_cited_is_there_and_every_source_is_cited(package: Package) -> None:
    listed, cited = listed_and_cited(package)
    for doctrine in package.doctrines:
        scenario = package.compile(doctrine)
        asked = {source for rule in scenario.rules for source in rule.sources}
        asked |= {source for happening in scenario.happenings for source in happening.sources}
        asked |= {source for draft in scenario.drafts for source in draft.sources}
        asked |= {fact for past in scenario.past for fact in past.facts}
        assert asked <= cited & set(scenario.sources)
    assert listed - cited == set()


def test_every_source_says_when(scenario: Scenario) -> None:
    for source in scenario.sources.values():
        assert days(source.date) or source.date.startswith(("undated", "looked up")), (source.id, source.date)
        assert source.author and source.kind, source.id


def day(scenario: Scenario, turn: int) -> date:
    """The date of a turn, the day of judgement for those after it."""
    return date.fromisoformat(scenario.dates[min(turn, len(scenario.dates)) - 1])


def named(scenario: Scenario, source: str) -> Days:
    """The days that a source names. One that is cited for a date must name some."""
    found = days(scenario.sources[source].date)
    assert found is not None, source
    return found


def test_every_fact_of_history_stands_in_a_turn_of_its_date(scenario: Scenario) -> None:
    turns: dict[str, list[Days]] = {}
    for past in scenario.past:
        assert past.facts, past.turn
        for fact in past.facts:
            lasted = day(scenario, past.turn) - WEEKEND, day(scenario, past.turn + 1)
            turns.setdefault(fact, []).append(lasted)
    for fact, stands in turns.items():
        assert any(meet(named(scenario, fact), turn) for turn in stands), (fact, scenario.sources[fact].date)


def test_every_dated_event_has_a_source_of_about_its_date(scenario: Scenario) -> None:
    for happening in scenario.happenings:
        if happening.turn:
            earlier = day(scenario, happening.turn - 1) if happening.turn > 1 else day(scenario, 1) - BEFORE
            lasted = earlier, day(scenario, happening.turn + 1)
            told = [days(scenario.sources[source].date) for source in happening.sources]
            assert any(found and meet(found, lasted) for found in told), (happening.id, lasted, told)
