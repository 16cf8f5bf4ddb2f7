"""Asking: on what each deed hangs, so that it is looked at again only when some of that has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from game.content.lint.deed import Deed
from game.content.lint.ground import Ground


@dataclass(slots=True)
class Asking:
    """The deeds by what they hang on: cells; those that tell in which turns; deeds before them.

    `needs` are all the cells that decide about a deed, and `late` those of them that are late for it, by the deed.
    """

    cells: dict[int, list[Deed]] = field(default_factory=lambda: defaultdict(list))
    timed: dict[int, list[Deed]] = field(default_factory=lambda: defaultdict(list))
    following: dict[str, list[Deed]] = field(default_factory=lambda: defaultdict(list))
    needs: dict[int, tuple[int, ...]] = field(default_factory=dict)
    late: dict[int, frozenset[int]] = field(default_factory=dict)


def asking(known: Ground, deeds: Iterable[Deed]) -> Asking:
    """On what these deeds hang."""
    found = Asking()
    dated = known.past | {known.scenario.clock.turn}
    for deed in deeds:
        groups = (*deed.own, *deed.given)
        cells = {leaf.cell for group in groups for leaf in group}
        cells |= {other for cell in cells for _, other, _ in known.laws.get(cell, ())}
        cells |= {other for cell in cells if cell in known.sets for other in known.sets[cell].cells}
        for cell in tuple(cells):
            one = known.derived.get(cell)
            if one is not None:
                cells |= {inner for term in one.terms for inner in term} | {inner for inner, _ in one.weights}
        resting = known.scenario.find.derived_from
        cells |= {known.scenario.derived[place].cell for cell in tuple(cells) for place in resting.get(cell, ())}
        found.needs[id(deed)] = tuple(sorted(cells))
        found.late[id(deed)] = deed.late & cells
        either = [{leaf.cell for leaf in group} for group in groups if len(group) > 1]
        timed = (cells & known.past).union(*(group for group in either if not dated.isdisjoint(group)))
        for cell in cells | {purse for purse, _ in deed.price}:
            found.cells[cell].append(deed)
        for cell in timed:
            found.timed[cell].append(deed)
        for key in deed.after:
            found.following[key].append(deed)
    return found
