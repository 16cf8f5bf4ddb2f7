"""Faults planted in the batch engine are caught: a test of the test that holds it to the core.

Each fault is what somebody might really get wrong in one kind of feature. If one were not seen, the equality of the two
engines would be worth nothing for that feature.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.batch import agenda, ballot, block, choosing, derived, dice, opening, playouts, sure, turn, wording
from game.core import contest as core_contest
from game.core import vote
from game.core.act import Move
from game.core.ballot import ABSTAIN
from game.core.drafting import WORDING
from game.core.policy import at_random
from game.core.scenario import Scenario
from game.core.step import start
from tests.core.crises import package

from .pairs import Apart, differences

GAMES = 120
Plant = Callable[[pytest.MonkeyPatch], None]
FAULTS: dict[str, tuple[str, Plant]] = {}
"""By name: the kind of feature, and what plants the fault."""


def fault(kind: str) -> Callable[[Plant], Plant]:
    """Note a fault of a kind of feature."""

    def note(plant: Plant) -> Plant:
        FAULTS[plant.__name__] = kind, plant
        return plant

    return note


def instead(patch: pytest.MonkeyPatch, where: Any, name: str, wrong: Callable[..., Any]) -> None:
    """Put `wrong(right, *arguments)` in the place of a function."""
    right = getattr(where, name)
    patch.setattr(where, name, lambda *given, **named: wrong(right, *given, **named))


@fault("dice")
def dice_fall_one_too_low(patch: pytest.MonkeyPatch) -> None:
    instead(patch, block.Block, "fall", lambda right, self, stirs, odds, at: right(self, stirs, odds - 1, at))


@fault("clamping")
def nothing_is_clamped_above(patch: pytest.MonkeyPatch) -> None:
    instead(patch, block, "within", lambda right, row, low, high: right(row, low, 30_000))


@fault("delays")
def shares_come_smaller_first(patch: pytest.MonkeyPatch) -> None:
    instead(patch, sure, "share", lambda right, amount, part, parts: right(amount, parts - 1 - part, parts))


@fault("derived meters")
def means_are_rounded_down(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(derived, "half_up", lambda value, by: value // by)


@fault("rules")
def the_lowest_rank_is_asked_first(patch: pytest.MonkeyPatch) -> None:
    lookup = type(package("thread").compile().find)
    real = lookup.rules_for
    phase = agenda.Phase.decide

    def backwards(self: agenda.Phase, *given: Any) -> Any:
        patch.setattr(lookup, "rules_for", lambda find, *asked: tuple(reversed(real(find, *asked))))
        try:
            return phase(self, *given)
        finally:
            patch.setattr(lookup, "rules_for", real)

    patch.setattr(agenda.Phase, "decide", backwards)


@fault("rules")
def nobody_rests(patch: pytest.MonkeyPatch) -> None:
    instead(patch, agenda.Phase, "fits", lambda right, self, rule: right(self, replace(rule, cooldown=0)))


@fault("rules")
def what_was_said_is_said_again(patch: pytest.MonkeyPatch) -> None:
    instead(patch, agenda.Phase, "taken", lambda right, self, actor, answer: np.zeros(len(self.scope), dtype=np.bool_))


@fault("channels")
def private_words_are_always_heard_right(patch: pytest.MonkeyPatch) -> None:
    def deaf(right: Any, lanes: Any, made: Any) -> Any:
        return [(move, move.triggers, at) for move, at in made]

    instead(patch, turn, "_hear", deaf)


@fault("contests")
def the_last_rung_is_one_lower(patch: pytest.MonkeyPatch) -> None:
    def early(right: Any, lanes: block.Block, cell: int, outcome: int, at: block.At) -> None:
        right(lanes, cell, core_contest.RELENTED if outcome == core_contest.FELL else outcome, at)

    instead(patch, turn, "_end_contest", early)


@fault("contests")
def nobody_objects(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(turn, "_challenge", lambda lanes, heard: None)


@fault("partners")
def nobody_is_asked_for_consent(patch: pytest.MonkeyPatch) -> None:
    def silent(right: Any, self: agenda.Phase, actor: str, slot: str, *rest: Any) -> Any:
        return right(self, actor, slot if slot != "consent" else "nothing", *rest)

    instead(patch, agenda.Phase, "decide", silent)


@fault("promises")
def promises_never_fall_due(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(turn, "_settle", lambda lanes: None)


@fault("events")
def an_event_more_may_happen(patch: pytest.MonkeyPatch) -> None:
    def more(right: Any, lanes: block.Block, at: block.At) -> None:
        kept = lanes.scenario
        lanes.scenario = replace(kept, events_per_turn=kept.events_per_turn + 1)
        right(lanes, at)
        lanes.scenario = kept

    instead(patch, opening, "_happen", more)


@fault("purses")
def hours_are_not_refilled(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(opening, "_fill_purses", lambda lanes, at: None)


@fault("moves")
def a_joint_measure_may_be_followed_by_another(patch: pytest.MonkeyPatch) -> None:
    instead(patch, sure.Sures, "move", lambda right, self, crisis, move: right(self, crisis, replace(move, joint=None)))


@fault("summits")
def tracks_keep_what_they_held(patch: pytest.MonkeyPatch) -> None:
    def opens(right: Any, self: sure.Sures, crisis: Scenario, move: Move) -> Any:
        kept = tuple(replace(summit, tracks=()) for summit in crisis.summits)
        return right(self, replace(crisis, summits=kept), move)

    instead(patch, sure.Sures, "move", opens)


@fault("summits")
def the_host_never_answers(patch: pytest.MonkeyPatch) -> None:
    def mute(right: Any, self: agenda.Phase, actor: str, slot: str, *rest: Any) -> Any:
        return right(self, actor, slot if slot != "table" else "nothing", *rest)

    instead(patch, agenda.Phase, "decide", mute)


@fault("drafts")
def a_wording_forgets_its_last_clause(patch: pytest.MonkeyPatch) -> None:
    def forgets(right: Any, lanes: block.Block, draft: Any, kind: str, row: int, at: block.At) -> None:
        right(lanes, draft, kind, row, at)
        if kind == WORDING:
            lanes.cells[draft.provisions[-1].cell, at] = 0

    instead(patch, wording, "_edit", forgets)


@fault("votes of 193")
def every_state_is_present(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ballot, "ABSENT", ABSTAIN)


@fault("votes of 193")
def lobbying_counts_tenfold(patch: pytest.MonkeyPatch) -> None:
    instead(patch, ballot, "_pushes", lambda right, *given: right(*given) * vote.MILLI)


@fault("votes of 193")
def luck_is_thrown_anew_at_each_vote(patch: pytest.MonkeyPatch) -> None:
    def anew(right: Any, lanes: block.Block, iso: str, at: block.At) -> Any:
        stir = dice.stirred(lanes.turn, f"luck/{iso}")
        return dice.pick(lanes.seeds.take(at), stir, np.uint64(10_000)).astype(np.int32)

    instead(patch, ballot, "_luck", anew)


@fault("votes of 15")
def the_council_knows_no_veto(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ballot, "PROCEDURE", "")
    instead(patch, ballot, "_stages", lambda right, *given: np.where((found := right(*given)) == 3, 2, found))


@fault("endings")
def the_first_ending_that_fits_is_passed_over(patch: pytest.MonkeyPatch) -> None:
    def late(right: Any, lanes: block.Block) -> None:
        if lanes.turn >= lanes.scenario.turns:
            right(lanes)

    instead(patch, turn, "_judge", late)


@fault("drift")
def the_weeks_do_not_pass(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(turn, "_drift", lambda lanes: None)


@pytest.fixture(autouse=True)
def _nothing_worked_out_before() -> Iterator[None]:
    """What was worked out without a fault would hide one, and the other way round."""
    sure.sures_of.cache_clear()
    yield
    sure.sures_of.cache_clear()


def found_by(scenario: Scenario) -> list[Apart]:
    """Where the two engines differ now."""
    states = [start(scenario, int(seed)).state for seed in playouts.seeds_of(3, range(GAMES))]
    return differences(scenario, states, at_random, choosing.at_random)


def test_without_a_fault_there_is_none() -> None:
    assert found_by(package("thread").compile()) == []


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_planted_fault_is_caught(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kind, plant = FAULTS[name]
    plant(monkeypatch)
    assert found_by(package("thread").compile()), f"a fault of {kind} went unseen"


def test_every_kind_of_feature_has_a_fault() -> None:
    kinds = Counter(kind for kind, _ in FAULTS.values())
    assert len(FAULTS) >= 12
    assert set(kinds) >= {
        "channels", "contests", "delays", "derived meters", "dice", "drafts", "drift", "endings", "events", "moves",
        "partners", "promises", "purses", "rules", "summits", "votes of 15", "votes of 193",
    }  # fmt: skip
