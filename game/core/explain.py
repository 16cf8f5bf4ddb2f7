"""Explain: why an actor answered as it did, why not otherwise, and what would have changed its answer.

While the game runs this is worked out from what the seat can see: hidden quantities appear as bands, and a
near miss is told only where no hidden quantity could make it untrue. After the end all is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .act import Move, Rule
from .actor import able, agenda, dice
from .chance import draw
from .choice import choices
from .condition import Check, checks, holds, leaf_holds
from .decision import Decision
from .event import Cause
from .grammar import NEVER, Leaf
from .scenario import Scenario
from .sight import blurred, hidden_cells, visible_part
from .state import State
from .unmade import unmade
from .work import Work

MISSES = 3
"""How many nearest misses are told at most."""


class Miss(NamedTuple):
    """A rule that one condition kept from firing: what it would have answered, what was missing, and what meets it.

    `leaf` is the condition that failed, `seen` what stood there, `moves` the ids of moves that could have been made
    in the last three turns and would have met it (none: nothing within reach would); `undone` the ids of moves made
    in those turns without which it would have been met.
    """

    rule: int
    answer: int
    leaf: Leaf
    seen: int
    moves: tuple[str, ...]
    undone: tuple[str, ...] = ()


class Beaten(NamedTuple):
    """A rule that also held: by how it lost, 'rank' (less urgent or less specific) or 'odds' (its dice failed)."""

    rule: int
    by: str


class Explanation(NamedTuple):
    """A decision made again: its checks (those on hidden cells are in `unsure`), what it beat, and the near misses."""

    decision: Decision
    checks: tuple[Check, ...]
    unsure: tuple[Check, ...]
    beaten: tuple[Beaten, ...]
    misses: tuple[Miss, ...]


def explain(scenario: Scenario, decision: Decision, over: bool, recent: Sequence[State] = ()) -> Explanation:
    """Why, why not, and what would have changed it; with `over` everything hidden is shown.

    `recent` are States of the last three turns in which moves could be chosen.
    """
    hidden = frozenset[int]() if over else hidden_cells(scenario)
    kept = State(decision.seed, decision.before)
    cells = kept.cells if over else blurred(scenario, kept).cells
    found: tuple[Check, ...] = ()
    if decision.rule >= 0:
        found = checks(scenario.rules[decision.rule].when, cells, decision.turn)
    known = tuple(check for check in found if not any(leaf.cell in hidden for leaf in check.group))
    unsure = tuple(check for check in found if any(leaf.cell in hidden for leaf in check.group))
    rules = scenario.find.rules_for(decision.actor, decision.slot, decision.triggers)
    beaten = tuple(_beaten(scenario, decision, rules, cells, hidden))
    misses = tuple(_misses(scenario, decision, rules, cells, hidden, recent))[:MISSES]
    return Explanation(decision, known, unsure, beaten, misses)


def _beaten(
    scenario: Scenario, decision: Decision, rules: Sequence[Rule], cells: Sequence[int], hidden: frozenset[int]
) -> Iterator[Beaten]:
    rank = scenario.rules[decision.rule].rank if decision.rule >= 0 else -1
    for rule in agenda(scenario, rules, cells, decision.turn, decision.taken):
        if rule.index != decision.rule and len(visible_part(rule.when, hidden)) == len(rule.when):
            yield Beaten(rule.index, "odds" if rule.rank > rank else "rank")


def _misses(
    scenario: Scenario,
    decision: Decision,
    rules: Sequence[Rule],
    cells: Sequence[int],
    hidden: frozenset[int],
    recent: Sequence[State],
) -> Iterator[Miss]:
    rank = scenario.rules[decision.rule].rank if decision.rule >= 0 else -1
    if decision.imposed:
        return
    for rule in rules:
        if rule.rank <= rank or not able(scenario, rule, cells, decision.turn, decision.taken):
            continue
        failed = [check for check in checks(rule.when, cells, decision.turn) if not check.holds]
        if len(failed) != 1 or len(visible_part(rule.when, hidden)) != len(rule.when) or rule.answer == decision.answer:
            continue
        for leaf in failed[0].group:
            if leaf.cell not in _fixed(scenario) and _would_fire(scenario, decision, rules, rule, leaf, cells, hidden):
                seen = decision.turn - cells[leaf.cell] if leaf.age else cells[leaf.cell]
                moves = _remedies(scenario, decision, cells, leaf, recent)
                undone = () if moves else unmade(scenario, decision, leaf, recent)
                yield Miss(rule.index, rule.answer, leaf, seen, moves, undone)
                break


def _fixed(scenario: Scenario) -> tuple[int, ...]:
    """Cells nobody could have changed: the clock, the place of a talk."""
    return (scenario.clock.turn, scenario.clock.summit, scenario.clock.stage)


def met(leaf: Leaf, cells: Sequence[int], turn: int) -> tuple[int, ...]:
    """The same row with the leaf's cell moved to the nearest value at which it holds."""
    value = turn - cells[leaf.cell] if leaf.age else cells[leaf.cell]
    nearest = max(leaf.low, min(leaf.high, value))
    changed = list(cells)
    changed[leaf.cell] = max(turn - nearest, NEVER) if leaf.age else nearest
    return tuple(changed)


def _would_fire(
    scenario: Scenario,
    decision: Decision,
    rules: Sequence[Rule],
    rule: Rule,
    leaf: Leaf,
    cells: Sequence[int],
    hidden: frozenset[int],
) -> bool:
    """Whether with this one condition met and the same luck the rule fires, whatever the hidden cells hold."""
    turn, taken = decision.turn, decision.taken
    after = met(leaf, cells, turn)
    for other in rules:
        if other.index == rule.index:
            fits = holds(rule.when, after, turn) and able(scenario, rule, after, turn, taken)
            return fits and _lucky(decision, rule)
        if not able(scenario, other, after, turn, taken):
            continue
        seen = visible_part(other.when, hidden)
        if len(seen) < len(other.when):
            if any(leaf.cell == part.cell for group in other.when if group not in seen for part in group):
                return False
            if holds(seen, after, turn) and not (
                holds(seen, cells, turn) and able(scenario, other, cells, turn, taken)
            ):
                return False
        elif holds(other.when, after, turn) and _lucky(decision, other):
            return False
    return False


def _lucky(decision: Decision, rule: Rule) -> bool:
    """Whether the dice of this decision would have let the rule fire."""
    return rule.odds >= 100 or draw(decision.seed, decision.turn, dice(rule, decision.subject)) < rule.odds


def _remedies(
    scenario: Scenario, decision: Decision, cells: Sequence[int], leaf: Leaf, recent: Sequence[State]
) -> tuple[str, ...]:
    """Moves that could be chosen in the last three turns, were not, and whose direct effects meet the leaf."""
    turn_cell = scenario.clock.turn
    left: dict[tuple[str, int], bool] = {}
    for state in recent:
        turn = state.cells[turn_cell]
        if decision.turn - 2 <= turn <= decision.turn:
            open_now = {choice.id for choice in choices(scenario, state)}
            for move in scenario.moves:
                if move.id in open_now and _could_come_too(move, decision.before, turn):
                    left[move.id, turn] = True
                elif state.cells[move.made] == turn:
                    left[move.id, turn] = False
    last = {id: turn for (id, turn), still in sorted(left.items()) if still}
    return tuple(id for id, turn in last.items() if _meets(scenario, cells, scenario.find.move[id], turn, leaf))


def _could_come_too(move: Move, before: Sequence[int], turn: int) -> bool:
    """Whether the move could have been made in that turn besides all that was really made since."""
    if move.times and before[move.count] >= move.times:
        return False
    return before[move.made] < turn or before[move.made] - turn >= move.every


def _meets(scenario: Scenario, cells: Sequence[int], move: Move, turn: int, leaf: Leaf) -> bool:
    work = Work(scenario, State(0, tuple(cells)))
    now = work.turn
    cause = Cause("choice", move.id)
    work.put(move.made, turn, cause)
    work.change(move.count, 1, cause)
    for last, count in move.tag_cells:
        work.put(last, turn, cause)
        work.change(count, 1, cause)
    work.apply((clause for clause in move.clauses if clause.odds >= 100), cause)
    work.close()
    return leaf_holds(leaf, work.cells, now)
