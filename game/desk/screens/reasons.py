"""Reasons: the sentences of an account as the desk tells them: shorter where a reader at the table knows the rest."""

from __future__ import annotations

from game.core.account import UNTOLD, of_the_unheard, say_check
from game.core.condition import Check
from game.core.explain import Explanation
from game.core.grammar import FAR
from game.core.scenario import Scenario
from game.core.words import name_of_cell, title

MANY = 3  # so many things that did not happen are told in one sentence


def held(scenario: Scenario, found: Explanation) -> list[str]:
    """What held; not which talk this was, approaches by their name, and what did not happen in one sentence."""
    clock = scenario.clock
    fixed = {clock.summit, clock.stage}
    asked = [check for check in found.checks if not all(leaf.cell in fixed for leaf in check.group)]
    known = [check for check in asked if not of_the_unheard(scenario, check)]
    absent = [name_of_cell(scenario, check.group[0].cell) for check in known if _of_absence(check)]
    many = len(absent) >= MANY
    told = [f"Nothing lately of: {', '.join(absent)}"] if many else []
    told += [
        _approached(scenario, check) or say_check(scenario, check)
        for check in known
        if not (many and _of_absence(check))
    ]
    return told if len(known) == len(asked) else [*told, UNTOLD]


def _of_absence(check: Check) -> bool:
    """Whether a check asked only that one thing had not happened lately."""
    return len(check.group) == 1 and check.group[0].age and check.group[0].high >= FAR and check.group[0].low > 0


def _approached(scenario: Scenario, check: Check) -> str:
    """A check on approaches alone, in words; "" for any other."""
    words = {scenario.clock.approach: "The approach was", scenario.clock.last_approach: "The approach before was"}
    cells = {leaf.cell for leaf in check.group}
    if len(cells) != 1 or not cells & set(words):
        return ""
    seen = check.seen[0]
    name = title(scenario, "approach", scenario.approaches[seen]) if seen else "none"
    return f"{words[cells.pop()]}: {name}"
