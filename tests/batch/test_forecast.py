"""The forecast tells what the seat may know and no more, and its lanes are games of the core."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from game.batch import forecast as forecasts
from game.batch.course import played
from game.batch.drawn import drawn, seeds_of, shared_out
from game.batch.forecast import Part, forecast, parts, shown
from game.batch.kept import Kept
from game.batch.otherwise import against, changed
from game.batch.playouts import resumed
from game.batch.spread import Spread
from game.core.choice import Choice, choices
from game.core.debrief import envelope
from game.core.outcome import reached
from game.core.policy import Game, at_random, follow, play_out
from game.core.replay import go_on
from game.core.scenario import MENU, Scenario
from game.core.sight import hidden_cells, span
from game.core.state import State
from game.core.step import IllegalChoice, step
from game.core.turning import kept_after
from game.data import scenario_ids
from tests.core.crises import moscows

NAMES = ("thread", *scenario_ids())
FEW = 24


def evenly(scenarios: Mapping[str, Scenario]) -> dict[str, int]:
    """Weights that believe in all alike."""
    return dict.fromkeys(scenarios, 100)


def at_the_menu(scenario: Scenario, seed: int = 4, turn: int = 4) -> State:
    """A State of a random game in which moves can be made, in this turn or later."""
    for taken in play_out(scenario, seed, at_random).steps:
        cells = taken.state.cells
        if cells[scenario.clock.turn] >= turn and cells[scenario.clock.slot] == MENU:
            return taken.state
    raise AssertionError("the game is long enough")


def open_moves(scenario: Scenario, state: State, most: int = 3) -> list[str]:
    """Some of what may be chosen now, the end of the turn among it."""
    ids = [choice.id for choice in choices(scenario, state)]
    return [*ids[: most - 1], ids[-1]]


def whole(found: Spread) -> None:
    """Every playout of every candidate has ended, and no number's quantiles stand out of order."""
    for future in found.futures:
        assert sum(count for _, count in future.endings) == found.playouts
        assert all(tuple(sorted(fan)) == fan for _, fans in future.meters for fan in fans)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_hidden_makes_no_difference(name: str) -> None:
    """Two States that look the same to the seat, and other dice of the game."""
    scenarios = moscows(name)
    scenario = next(iter(scenarios.values()))
    state = at_the_menu(scenario)
    ids = open_moves(scenario, state)
    found = forecast(scenarios, state, evenly(scenarios), ids, FEW)
    for end in (0, 1):
        cells = list(state.cells)
        for meter in scenario.meters:
            if meter.sight == "hidden":
                cells[meter.cell] = span(meter, state.cells)[end]
                for due in meter.due:
                    cells[due] = 3 + end
        other = State(state.seed + 1 + end, tuple(cells))
        assert set(np.flatnonzero(np.array(other.cells) != np.array(state.cells))) <= hidden_cells(scenario)
        assert forecast(scenarios, other, evenly(scenarios), ids, FEW) == found
    whole(found)


@pytest.mark.parametrize("name", NAMES)
def test_no_lane_has_the_dice_of_the_game(name: str) -> None:
    scenario = next(iter(moscows(name).values()))
    state = at_the_menu(scenario)
    seeds = seeds_of(0, 1000)
    assert len(set(seeds.tolist())) == 1000
    for seed in (state.seed, 0, 1, 2):
        assert seed not in seeds.tolist()
    assert not set(seeds.tolist()) & set(seeds_of(1, 1000).tolist())


@pytest.mark.parametrize("name", NAMES)
def test_a_lane_is_a_game_of_the_core(name: str) -> None:
    """Each playout, played again in the core from its drawn State, comes to the same end."""
    scenarios = moscows(name)
    first = next(iter(scenarios.values()))
    state = at_the_menu(first)
    weights = {doctrine: 10 * place for place, doctrine in enumerate(scenarios, 1)}
    ids = open_moves(first, state, 2)
    found = forecast(scenarios, state, weights, ids, FEW)
    faced, seeds = shared_out(list(weights.values()), FEW), seeds_of(0, FEW)
    policy = forecasts.policy_of(first)
    choose = at_random if policy is None else follow(policy)
    for id in ids:
        ended: dict[str, int] = {}
        last: dict[str, list[int]] = {meter.id: [] for meter in shown(first)}
        for number, place in enumerate(faced.tolist()):
            scenario = scenarios[list(scenarios)[place]]
            lane = State(int(seeds[number]), tuple(drawn(scenario, state, seeds)[:, number].tolist()))
            lane = step(scenario, lane, Choice(scenario.seat, id)).state
            while open_now := choices(scenario, lane):
                lane = step(scenario, lane, choose(scenario, lane, open_now)).state
            ending = reached(scenario, lane)
            assert ending is not None
            ended[ending.id] = ended.get(ending.id, 0) + 1
            for meter in shown(scenario):
                last[meter.id].append(lane.cells[meter.cell])
        future = found.of(id)
        assert future is not None
        assert {ending: count for ending, count in future.endings if count} == ended
        for meter_id, fans in future.meters:
            values = sorted(last[meter_id])
            assert fans[-1] == tuple(values[-(-FEW * share // 100) - 1] for share in (10, 25, 50, 75, 90))


@pytest.mark.parametrize("name", NAMES)
def test_doctrines_in_one_block_play_as_each_does_alone(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    scenarios = moscows(name)
    first = next(iter(scenarios.values()))
    state = at_the_menu(first)
    ids = open_moves(first, state)
    assert len(parts(tuple(scenarios.values()))) == 1
    found = forecast(scenarios, state, evenly(scenarios), ids, FEW)
    apart = tuple(Part(scenario, (place,)) for place, scenario in enumerate(scenarios.values()))
    monkeypatch.setattr(forecasts, "parts", lambda _: apart)
    monkeypatch.setattr(forecasts, "narrowed", lambda scenario, *_: scenario)
    assert forecast(scenarios, state, evenly(scenarios), ids, FEW) == found


def test_doctrines_that_differ_in_more_stay_apart() -> None:
    one, other, *_ = moscows("road-to-moscow").values()
    assert len(parts((one, other))) == 1
    assert len(parts((one, replace(other, moves_per_turn=other.moves_per_turn + 1)))) == 2


def test_the_playouts_are_shared_out_by_weight() -> None:
    assert np.bincount(shared_out([600, 300, 100, 0], 1000), minlength=4).tolist() == [600, 300, 100, 0]
    assert np.bincount(shared_out([1, 1, 1], 10)).sum() == 10
    scenarios = moscows("thread")
    state = at_the_menu(next(iter(scenarios.values())))
    ids = open_moves(next(iter(scenarios.values())), state, 2)
    sure = [forecast(scenarios, state, {doctrine: 1}, ids, FEW) for doctrine in scenarios]
    for doctrine, found in zip(scenarios, sure, strict=True):
        assert forecast({doctrine: scenarios[doctrine]}, state, {doctrine: 7}, ids, FEW) == found


def test_what_is_not_open_is_refused() -> None:
    scenarios = moscows("thread")
    state = at_the_menu(next(iter(scenarios.values())))
    with pytest.raises(IllegalChoice, match="no-such-move"):
        forecast(scenarios, state, evenly(scenarios), ["no-such-move"], FEW)


def test_other_dice_give_another_forecast() -> None:
    scenarios = moscows("road-to-moscow")
    first = next(iter(scenarios.values()))
    state = at_the_menu(first)
    ids = open_moves(first, state, 2)
    assert forecast(scenarios, state, evenly(scenarios), ids, 100) != forecast(
        scenarios, state, evenly(scenarios), ids, 100, 1
    )


def ended(scenario: Scenario, seed: int = 4) -> Game:
    """A random game with something going on in it."""
    return play_out(scenario, seed, at_random)


@pytest.mark.parametrize("name", NAMES)
def test_a_line_is_kept_as_the_core_keeps_it(name: str) -> None:
    """From the middle of a game, with one choice changed, under other dice: the same last cells."""
    scenario = next(iter(moscows(name).values()))
    game = ended(scenario)
    line = [choice.id for choice in game.choices]
    for place in range(0, len(line), max(1, len(line) // 6)):
        state = game.steps[place].state
        lanes = [State(int(seed), state.cells) for seed in seeds_of(7, 6)]
        block = resumed(scenario, lanes)
        kept = Kept(line, np.full(len(lanes), place + 1, dtype=np.intp))
        endings, values = played(block, shown(scenario), kept, kept.keep)
        for number, lane in enumerate(lanes):
            end = go_on(scenario, lane, [Choice(scenario.seat, id) for id in line[place + 1 :]])
            ending = reached(scenario, end)
            assert ending is not None and endings[number] == ending.index + 1
            assert values[-1, :, number].tolist() == [end.cells[meter.cell] for meter in shown(scenario)]


@pytest.mark.parametrize("name", NAMES)
def test_one_choice_changed_is_what_turning_points_change(name: str) -> None:
    """Under the play's own dice, as one of the lucks, a change leads where the search for turning points says."""
    scenario = next(iter(moscows(name).values()))
    game = ended(scenario)
    line = [choice.id for choice in game.choices]
    several = [place for place, taken in enumerate(game.steps[:-1]) if len(choices(scenario, taken.state)) > 1]
    for place in several[:: max(1, len(several) // 3)]:
        state = game.steps[place].state
        instead = next(choice.id for choice in choices(scenario, state)[::-1] if choice.id != line[place])
        found = changed(scenario, state, line[place:], instead, FEW)
        assert [future.choice for future in found.futures] == [line[place], instead]
        whole(found)
        lanes = [State(int(seed), state.cells) for seed in seeds_of(0, FEW)]
        for future, rest in zip(found.futures, (line[place + 1 :], kept_after(line, place)), strict=True):
            chosen = [Choice(scenario.seat, id) for id in rest]
            made = [step(scenario, lane, Choice(scenario.seat, future.choice)).state for lane in lanes]
            ends = [reached(scenario, go_on(scenario, lane, chosen)) for lane in made]
            counts = {ending: count for ending, count in future.endings if count}
            assert counts == {id: sum(end is not None and end.id == id for end in ends) for id in counts}


def test_the_envelope_over_many_lucks_is_that_of_each() -> None:
    scenarios = moscows("thread")
    line = [choice.id for choice in ended(next(iter(scenarios.values()))).choices]
    found = against(scenarios, line, FEW)
    whole(found)
    for future in found.futures:
        ends = [envelope({future.choice: scenarios[future.choice]}, int(seed), line)[0] for seed in seeds_of(0, FEW)]
        counts = {ending: count for ending, count in future.endings if count}
        assert counts == {id: sum(end.ending == id for end in ends) for id in counts}
