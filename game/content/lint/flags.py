"""Flags: those that are always set together, as the answers to one question, and how they can stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set

from game.content.lint.deed import Deed
from game.content.lint.ground import FlagSet, Ground
from game.core.grammar import Effect


def flag_sets(ground: Ground, deeds: Iterable[Deed], carried: Set[int]) -> dict[int, FlagSet]:
    """By flag, the set it belongs to; those `carried` over from another crisis may stand anyhow and belong to none."""
    flags = {meter.cell for meter in ground.scenario.meters if meter.kind == "flag"} - carried
    setting: dict[int, set[tuple[Effect, ...]]] = defaultdict(set)
    for deed in deeds:
        flags -= {cell for cell, _ in deed.puts}
        for effect in deed.effects:
            if effect.cell in flags:
                setting[effect.cell].add(deed.effects)
    alike: dict[frozenset[tuple[Effect, ...]], list[int]] = defaultdict(list)
    for cell in sorted(flags & setting.keys()):
        alike[frozenset(setting[cell])].append(cell)
    found: dict[int, FlagSet] = {}
    for setters, cells in alike.items():
        if len(cells) > 1:
            stands = {tuple(ground.scenario.cells[cell].start for cell in cells)}
            for effects in setters:
                amounts = {effect.cell: effect.amount for effect in effects}
                stands.add(tuple(amounts[cell] for cell in cells))
            found |= dict.fromkeys(cells, FlagSet(tuple(cells), frozenset(stands)))
    return found
