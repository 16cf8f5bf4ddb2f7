"""Phases: what of a turn cannot have come about yet when somebody is asked, since each phase is decided at one look."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from game.content.lint.ground import Ground
from game.core.act import Answer, Move, Rule

TABLE, REPLY, INITIATIVE, CONTEST, CHALLENGE, OTHERS = range(6)
"""The phases in which rules speak, in their order; the first is that of the moves, with the meetings they open."""
_OF_MAIN = {"reply": REPLY, "initiative": INITIATIVE, "contest": CONTEST, "challenge": CHALLENGE}
_ONE_BY_ONE = (TABLE, CHALLENGE)
"""In these the next one asked sees what was answered before."""


@dataclass(slots=True)
class Phases:
    """By phase, the cells of what cannot have come about this turn when it is decided."""

    ground: Ground
    _spoken: dict[int, set[int]] = field(default_factory=dict)
    """By answer: the phases in which some rule gives it."""
    _late: dict[int, frozenset[int]] = field(default_factory=dict)
    _carried: Counter[int] = field(default_factory=Counter)
    """By tag: how many moves carry it; those that something said at a table carries count once more."""

    def __post_init__(self) -> None:
        for rule in self.ground.scenario.rules:
            self._spoken.setdefault(rule.answer, set()).add(self.of(rule))
        doers: tuple[Move | Answer, ...] = (*self.ground.scenario.moves, *self._heard(TABLE))
        for one in doers:
            self._carried.update({tag for tag, _ in one.tag_cells})

    def of(self, rule: Rule) -> int:
        """The phase in which a rule speaks."""
        if rule.slot == "table":
            return TABLE
        return _OF_MAIN.get(rule.slot, OTHERS) if rule.actor == self.ground.scenario.main_actor else OTHERS

    def late(self, phase: int) -> frozenset[int]:
        """What cannot have come about this turn when rules are asked in a phase."""
        if phase not in self._late:
            self._late[phase] = self._worked_out(phase)
        return self._late[phase]

    def with_answer(self, answer: Answer) -> frozenset[int]:
        """What cannot have come about this turn when an answer takes effect, whichever rule gives it."""
        found = [self.late(phase) for phase in self._spoken.get(answer.index, ())]
        return frozenset.intersection(*found) if found else frozenset()

    def with_move(self, move: Move) -> frozenset[int]:
        """What cannot have come about this turn when a move takes effect: a move is made once a turn."""
        return self.late(TABLE) | {move.made} | {tag for tag, _ in move.tag_cells if self._carried[tag] == 1}

    def _heard(self, phase: int) -> list[Answer]:
        """The answers that may have been given this turn when rules are asked in a phase."""
        found = []
        for answer in self.ground.scenario.answers:
            spoken = self._spoken.get(answer.index, set())
            if any(one < phase or (one == phase and phase in _ONE_BY_ONE) for one in spoken):
                found.append(answer)
        return found

    def _worked_out(self, phase: int) -> frozenset[int]:
        scenario, kinds, heard = self.ground.scenario, self.ground.kinds, self._heard(phase)
        came = {answer.given for answer in heard} | {tag for answer in heard for tag, _ in answer.tag_cells}
        came |= {cell for move in scenario.moves for cell in (move.made, *(tag for tag, _ in move.tag_cells))}
        asked = {cell for answer in scenario.answers for cell in (answer.given, *(tag for tag, _ in answer.tag_cells))}
        later = {cell for cell in self.ground.past if kinds[cell] in ("agreed", "refused", "voted")}
        return frozenset((asked - came) | later | ({scenario.clock.misread} if phase == TABLE else set()))
