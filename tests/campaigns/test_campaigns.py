"""A short run of the campaigns: small numbers, so that the suite stays quick; the full ones are run on request."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

import pytest

from game.core.derived import value
from game.core.scenario import Scenario
from game.data import scenario_ids
from tests.core.crises import THREAD

from . import coverage, drafts, lines
from .course import Course, chooser, everywhere, held, played, seed_of
from .lines import CAUTIOUS, LINES, Key
from .tally import Tally, tally, together
from .trials import all_high, unity_low
from .workers import package

ROAD, HALL = "road-to-moscow", "emergency-session"
FEW, MANY = 10, 200


class Survey(NamedTuple):
    """How many random games are played, and what share of what is written, in percent, may be missing after them."""

    games: int
    unseen: int


SHORT = 10
"""So many points a short survey may fall short of what is wanted of choices and prices."""
SURVEYS = {"first-cable": Survey(120, 10), ROAD: Survey(120, 10), HALL: Survey(160, 10)}


def road() -> Scenario:
    """The shipped crisis under history's doctrine."""
    return package(ROAD).compile()


@lru_cache(maxsize=1)
def played_lines() -> dict[Key, list[Course]]:
    """A few games of every line under every doctrine."""
    keys: list[Key] = [(doctrine, line, "", "") for doctrine in package(ROAD).doctrines for line in (*LINES, CAUTIOUS)]
    return lines.campaign(ROAD, keys, FEW, processes=1)


@lru_cache(maxsize=4)
def surveyed(name: str) -> Tally:
    """Some random games of a crisis, and a quarter as many scripted ones."""
    return coverage.survey(name, SURVEYS[name].games, processes=1)


def test_every_script_is_there() -> None:
    assert {policy.id for policy in road().policies} >= {*LINES, CAUTIOUS}


def test_the_scripted_lines_end_apart() -> None:
    first, found = package(ROAD).documented, played_lines()
    for one, other in combinations(LINES, 2):
        pair = found[first, one, "", ""], found[first, other, "", ""]
        assert lines.differences(road(), *pair), (one, other)


def test_moscow_answers_different_lines_differently_from_early_on() -> None:
    first, found = package(ROAD).documented, played_lines()
    pairs = combinations([found[first, line, "", ""] for line in LINES], 2)
    assert sum(lines.answered_apart(*pair) >= 50 for pair in pairs) >= 4


def test_no_line_is_best_against_every_moscow() -> None:
    assert lines.best_everywhere(played_lines(), package(ROAD).doctrines) == []


def test_the_table_of_lines_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    lines.tell(road(), played_lines(), package(ROAD).doctrines)
    told = capsys.readouterr().out
    assert all(line in told for line in LINES)


@pytest.mark.parametrize("name", scenario_ids())
def test_almost_everything_written_comes_about_in_a_few_games(name: str) -> None:
    never, everything = coverage.missing(package(name), surveyed(name)), coverage.written(package(name))
    assert never["chosen"] == []
    for kind, ids in never.items():
        assert 100 * len(ids) <= SURVEYS[name].unseen * len(everything[kind]), (kind, ids)


@pytest.mark.parametrize("name", scenario_ids())
def test_choices_and_prices_bite(name: str) -> None:
    found = surveyed(name)
    assert coverage.share(found, "choice") >= coverage.CHOICES_BITE - SHORT
    assert coverage.share(found, "price") >= coverage.PRICES_BITE - SHORT


@pytest.mark.parametrize("name", scenario_ids())
def test_nothing_is_written_twice_and_no_answer_is_without_a_rule(name: str) -> None:
    loaded = package(name)
    assert {kind: groups for kind, groups in coverage.twins(loaded).items() if groups} == {}
    assert coverage.unwritten_answers([loaded.compile(doctrine) for doctrine in loaded.doctrines]) == []


@pytest.mark.parametrize("name", scenario_ids())
def test_the_survey_can_be_printed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    coverage.tell(package(name), surveyed(name))
    assert "random games" in capsys.readouterr().out


def test_strong_words_and_many_votes_pull_apart() -> None:
    found = [one for one in drafts.campaign(HALL, MANY, processes=1) if one.sat]
    assert found and all(one.apart for one in found)


@pytest.mark.parametrize("name", scenario_ids())
def test_every_script_of_a_crisis_can_be_laid_beside_the_others(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    loaded = package(name)
    scripts = lines.scripts(loaded.compile())
    assert sorted(scripts) == [policy.id for policy in loaded.compile().policies]
    keys: list[Key] = [(loaded.documented, line, "", "") for line in scripts]
    lines.tell(loaded.compile(), lines.campaign(name, keys, 1, processes=1), [loaded.documented])
    told = capsys.readouterr().out
    assert all(line in told for line in scripts)
    assert ("under every doctrine" in told) == (name == ROAD)


def test_work_is_the_same_however_it_is_cut_up() -> None:
    thread = str(THREAD)
    parts = [tally((thread, "haggler", "random", first, games)) for first, games in ((0, 3), (3, 2))]
    assert together(parts).counts == tally((thread, "haggler", "random", 0, 5)).counts


def test_a_held_meter_stands_in_every_state_and_what_rests_on_it_follows() -> None:
    scenario = road()
    steps = played(scenario, seed_of(1), chooser(scenario, CAUTIOUS), unity_low)
    unity = scenario.find.meter["unity"].cell
    assert {taken.state.cells[unity] for taken in steps} == {10}
    state = held(scenario, steps[-1].state, all_high)
    assert state.cells[unity] == 80
    assert all(state.cells[derived.cell] == value(derived, state.cells) for derived in scenario.derived)


def test_an_approach_can_be_put_in_the_place_of_the_others() -> None:
    scenario = road()
    clock, listen = scenario.clock, scenario.approaches.index("listen")
    listening = everywhere(scenario, chooser(scenario, "argue-only"), "listen")
    heard = 0
    for number in range(6):
        steps = played(scenario, seed_of(number), listening)
        for before, after in pairwise(steps):
            table = before.state.cells[clock.summit]
            options = scenario.summits[table - 1].stages[before.state.cells[clock.stage]].options if table else ()
            if any(option.approach == listen for option in options):
                assert after.state.cells[clock.approach] == listen
                heard += 1
    assert heard > 6
