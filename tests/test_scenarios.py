"""What holds of every crisis that ships: enough of it, every rule an argument, no line twice, no stake untrue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from game.content.package import Package
from game.core.act import Rule
from game.core.grammar import Clause
from game.core.scenario import Scenario
from game.data import scenario_ids
from game.terminal import golden
from tests.campaigns.lines import CAUTIOUS
from tests.core import crises
from tests.golden.__main__ import HERE

HISTORICAL = "historical"
"""With CAUTIOUS: the scripted ways to play that pictures and campaigns ask of every crisis."""


class Figures(NamedTuple):
    """What was set: how many dates, the first, the last; at least so many of each; whose acts there must be."""

    dates: range
    first: str
    last: str
    moves: int
    events: int
    rules: int
    """Of the main actor alone."""
    endings: int
    actors: str


FIGURES = {
    "first-cable": Figures(range(8, 9), "1962-10-16", "1962-10-28", 20, 12, 15, 4, "moscow"),
    "road-to-moscow": Figures(
        range(18, 23), "2021-11-01", "2022-02-24", 45, 30, 45, 7, "moscow kyiv DEU FRA GBR HUN POL USA"
    ),
    "emergency-session": Figures(
        range(15, 19),
        "2022-02-23",
        "2022-04-08",
        35,
        25,
        35,
        6,
        "moscow kyiv beijing delhi gulf african-group latin-group secretary-general",
    ),
}
PEOPLE = re.compile(
    r"Putin|Lavrov|Shoigu|Patrushev|Ushakov|Ryabkov|Nebenzya|Medinsky|Biden|Blinken|Sherman|Burns|Haines|Macron|Scholz|"
    r"Baerbock|Merkel|Truss|Wallace|Johnson|Orb[aá]n|Zelensky|Kuleba|Kyslytsya|Guterres|Stoltenberg|Xi\b|Wang Yi|"
    r"Modi\b|Jaishankar|Duda|Draghi|Bennett|Erdo[gğ]an|Bachelet|Kennedy|Khrushchev|Dobrynin|Gromyko|Bolshakov|Fomin|Feklisov|"
    r"Castro|McNamara|Rusk\b|Bundy|Stevenson|Zorin|Thant|Scali|Macmillan|de Gaulle|"
    r"[Tt]he (French|US|American|Russian|Soviet|Ukrainian|Polish) [Pp]resident|[Tt]he (German )?[Cc]hancellor|"
    r"[Tt]he (Soviet )?[Cc]hairman|[Tt]he President|[Tt]he Attorney General|[Tt]he Secretary-General|"
    r"[Tt]he (British |Russian |Soviet |German |Chinese |Indian )?[Ff]oreign (minister|secretary|Minister|Secretary)"
)
QUOTED = re.compile(r"[“\"«„][^”\"»“]{8,}[”\"»“]")


@pytest.fixture(scope="module", params=scenario_ids())
def package(request: pytest.FixtureRequest) -> Package:
    return crises.package(request.param)


@pytest.fixture(scope="module")
def scenario(package: Package) -> Scenario:
    return package.compile()


@pytest.fixture(scope="module")
def told(package: Package) -> set[tuple[str, str]]:
    """Every text with its id, under any doctrine."""
    return {pair for doctrine in package.doctrines for pair in package.compile(doctrine).texts.items()}


def everyones_rules(package: Package) -> Iterator[tuple[Scenario, Rule]]:
    """The rules of every doctrine, each with the crisis it stands in."""
    for doctrine in package.doctrines:
        scenario = package.compile(doctrine)
        for rule in scenario.rules:
            yield scenario, rule


def test_each_has_what_is_asked_of_it(package: Package, scenario: Scenario) -> None:
    assert package.id in FIGURES, "say here how much of it there must be"
    assert any(golden.read(path).scenario == package.id for path in HERE.glob("*.txt")), "no golden playthrough"
    assert {HISTORICAL, CAUTIOUS} <= {policy.id for policy in scenario.policies}
    assert "masked" in package.sides
    assert any(past.choices for past in scenario.past), "no course of history"
    assert scenario.about("content_note")
    assert scenario.about("licence")


def test_there_is_enough_of_it(scenario: Scenario) -> None:
    asked = FIGURES[scenario.id]
    assert len(scenario.dates) in asked.dates
    assert (scenario.dates[0], scenario.dates[-1]) == (asked.first, asked.last)
    assert len(scenario.moves) >= asked.moves
    assert len(scenario.happenings) >= asked.events
    assert len([rule for rule in scenario.rules if rule.actor == scenario.main_actor]) >= asked.rules
    assert len(scenario.endings) >= asked.endings
    assert set(asked.actors.split()) <= {rule.actor for rule in scenario.rules}


def test_whoever_is_an_actor_acts(package: Package, scenario: Scenario) -> None:
    assert set(scenario.actors) == {rule.actor for _, rule in everyones_rules(package)}


def test_every_rule_is_an_argument(package: Package) -> None:
    for scenario, rule in everyones_rules(package):
        assert rule.sources, rule.id
        assert rule.confidence in ("low", "medium", "high")
        for field in ("because", "counter_view"):
            assert len(scenario.texts[f"rule.{rule.id}.{field}"].split()) >= 4, (rule.id, field)


def test_no_words_in_quotation_marks_beside_identifiable_people(told: set[tuple[str, str]]) -> None:
    faults = [key for key, text in told if QUOTED.search(text) and PEOPLE.search(text)]
    assert not faults, faults


def test_no_text_stands_twice(told: set[tuple[str, str]]) -> None:
    keys: dict[str, set[str]] = {}
    for key, text in told:
        if not key.startswith("source.") and len(text.split()) >= 6:
            keys.setdefault(text, set()).add(key)
    twice = [sorted(found) for found in keys.values() if len(found) > 1]
    assert not twice, twice[:5]


def test_no_screen_counts_down(told: set[tuple[str, str]]) -> None:
    for key, text in told:
        assert not re.search(r"\bdays (left|to go|(until|before) the (invasion|war|strike|end))\b", text), key


def test_a_distressing_text_can_be_known_by_its_mark(scenario: Scenario) -> None:
    assert any(happening.distressing for happening in scenario.happenings)


def test_a_fourth_crisis_must_say_how_much_of_it_there_is() -> None:
    assert set(FIGURES) == set(scenario_ids())


def losses(scenario: Scenario, clauses: tuple[Clause, ...]) -> set[int]:
    """What these clauses take from one purse or another."""
    purses = {meter.cell for meter in scenario.meters if meter.kind == "purse"}
    effects = [effect for clause in clauses for effect in clause.effects if effect.cell in purses]
    return {-sum(effect.amount for effect in effects if effect.cell == purse) for purse in purses} - {0}


def test_what_a_move_says_it_sinks_is_part_of_its_price(scenario: Scenario) -> None:
    for move in scenario.moves:
        assert move.sunk in (0, *(amount for _, amount in move.price)), move.id


def test_what_backing_down_is_said_to_cost_at_home_is_what_it_costs(scenario: Scenario) -> None:
    broken = {promise.status: losses(scenario, promise.broken) for promise in scenario.promises}
    yielding = {
        contest.index: losses(scenario, next(r for r in contest.rungs[0].responses if r.does == "yield").clauses)
        for contest in scenario.contests
    }
    quarrel = scenario.clock.contest
    wrong = [promise.id for promise in scenario.promises if {promise.audience} - {0} != broken[promise.status]]
    for move in scenario.moves:
        effects = [effect for clause in move.clauses for effect in clause.effects]
        made = [broken[effect.cell] for effect in effects if effect.cell in broken]
        made += [yielding[effect.amount - 1] for effect in effects if effect.cell == quarrel and effect.amount]
        made += [yielding[contest.index] for contest in scenario.contests if contest.over == move.id]
        if move.audience and move.audience not in set().union(*made):
            wrong.append(move.id)
    assert not wrong, wrong
