"""Agenda: how an actor finds its answer in many lanes at once: the greatest rank first, dice, cooldown, words left."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from game.core.act import Rule
from game.core.actor import dice

from .block import At, Block
from .dice import stirred
from .look import Look, Yes

SILENT = -1
Given = npt.NDArray[np.int16]
"""By lane: the index of the answer that was given, -1 for silence."""


class Phase:
    """What actors are asked within one phase, in some lanes: conditions are judged once, an answer is given once.

    `scope` are the lanes that may be asked about, all of them if left out.
    """

    def __init__(self, block: Block, scope: At | None = None) -> None:
        self.block = block
        self.scope = block.everyone if scope is None else scope
        self._look = Look(block, self.scope)
        self._fits: dict[int, Yes | None] = {}
        self._taken: dict[tuple[str, int], Yes] = {}

    def go_on(self) -> None:
        """Look at the conditions anew; what was answered is still not said again."""
        self._look = Look(self.block, self.scope)
        self._fits.clear()

    def forget(self) -> None:
        """Let everything be answered again."""
        self._taken.clear()

    def fits(self, rule: Rule) -> Yes | None:
        """Where in the scope a rule may fire, as things stood at the phase's start, whatever was answered since.

        None is nowhere.
        """
        if rule.index not in self._fits:
            block = self.block
            answer = block.scenario.answers[rule.answer]
            found = self._look.holds(rule.when)
            found &= self._look.row(answer.count) < answer.says
            if rule.cooldown:
                found &= self._look.row(rule.fired) < block.turn - rule.cooldown
            self._fits[rule.index] = found if found.any() else None
        return self._fits[rule.index]

    def taken(self, actor: str, answer: int) -> Yes:
        """Where in the scope this actor has given this answer in the phase."""
        found = self._taken.get((actor, answer))
        if found is None:
            found = np.zeros(len(self.scope), dtype=np.bool_)
            self._taken[actor, answer] = found
        return found

    def _spots(self, lanes: At) -> At:
        """Where these lanes stand in the scope."""
        if self.scope is self.block.everyone:
            return lanes
        return np.searchsorted(self.scope, lanes)

    def _may(self, actor: str, rule: Rule, at: At, waiting: At) -> Yes | None:
        """Of the lanes that wait, those in which a rule may fire and its answer was not given yet; None for nowhere."""
        fits = self.fits(rule)
        if fits is None:
            return None
        spots = waiting if at is self.scope else self._spots(at.take(waiting) if len(waiting) < len(at) else at)
        found = fits.take(spots)
        if (actor, rule.answer) in self._taken:
            found &= ~self._taken[actor, rule.answer].take(spots)
        return found

    def _fall(self, odds: int, names: Sequence[str], which: At | None, at: At) -> Yes:
        """In which of these lanes the dice fall below the odds: those of the only name, or of the name of each."""
        stirs = [stirred(self.block.turn, name) for name in names]
        own = stirs[0] if which is None else np.array(stirs, dtype=np.uint64).take(which)
        return self.block.fall(own, odds, at)

    def decide(
        self,
        actor: str,
        slot: str,
        subjects: tuple[str, ...],
        triggers: tuple[str, ...],
        at: At,
        which: At | None = None,
        among: Callable[[Rule], Yes | None] | None = None,
    ) -> tuple[Given, Given]:
        """Ask an actor in these lanes and note the effects of its answers: by lane the answer and the rule, or -1.

        `subjects` is what it answers, the same in all lanes, or in each the one of the place `which` names.
        `among` says in which of the lanes a rule is asked for at all, where that is not the same in all of them.
        """
        block, scenario = self.block, self.block.scenario
        given, fired = (np.full(len(at), SILENT, dtype=np.int16) for _ in range(2))
        waiting: At = np.arange(len(at), dtype=np.intp)
        for rule in scenario.find.rules_for(actor, slot, triggers):
            if not len(waiting):
                break
            fit = self._may(actor, rule, at, waiting)
            if fit is None:
                continue
            asked = among(rule) if among is not None else None
            if asked is not None:
                fit &= asked.take(waiting)
            places = waiting.compress(fit)
            if rule.odds < 100 and len(places):
                names = [dice(rule, subject) for subject in subjects]
                own = None if which is None else which.take(places)
                places = places.compress(self._fall(rule.odds, names, own, at.take(places)))
            if not len(places):
                continue
            there = at.take(places)
            give(block, rule, there)
            self.taken(actor, rule.answer)[places if at is self.scope else self._spots(there)] = True
            given[places], fired[places] = rule.answer, rule.index
            waiting = waiting.compress(given.take(waiting) == SILENT)
        return given, fired


def give(block: Block, rule: Rule, at: At) -> None:
    """Note what an answer does, and what the rule adds to it."""
    block.enact(block.sures.rule(block.scenario, rule), at)
    if block.watch is not None:
        block.watch.gave(block, rule, at)
