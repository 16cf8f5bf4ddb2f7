"""Leaning: a way to play that leans to the aims. It weighs what a choice does at once; it does not look ahead.

A choice weighs more by what its own effects bring nearer of a condition that is not met, and less by what they put at
risk of one that is. What is wanted are the leaves of the aims' conditions; where an aim asks that a promise be not
broken, also what keeps it, while it is due. How deeds and wants are told from the records is said in `deed`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .choice import END_TURN
from .deed import MAYBE, NOW, Deed, deeds
from .grammar import ADD, Group, Leaf, When
from .ledger import BROKEN, DUE, KEPT
from .page import Policy, Preference
from .scenario import Scenario

ID = "aims"
LITTLE = 2
"""What every choice weighs of itself."""
REST = 30
"""What ending the turn, or finishing a text, weighs."""
POINT = 10
"""What a hundredth of a meter's range weighs."""
WHOLE = 20
"""The points of what meets a leaf that asks for a word, not for an amount."""
_LEAST, _MOST = -(1 << 15), (1 << 15) - 1


class _Want(NamedTuple):
    """A leaf that is wanted while `missing` holds; `alone` where nothing else would serve."""

    leaf: Leaf
    missing: When
    alone: bool


def leaning(scenario: Scenario) -> Policy:
    """The policy `aims` of a Scenario."""
    wants: dict[int, list[_Want]] = defaultdict(list)
    for want in _wants(scenario):
        wants[want.leaf.cell].append(want)
    weights: dict[tuple[str, When], int] = defaultdict(int)
    for deed in deeds(scenario):
        for want in wants.get(deed.cell, ()):
            for when, points in _points(scenario, deed, want):
                weights[deed.choice, (*deed.when, *when)] += points * POINT * deed.odds // 100
    return Policy(ID, (*_of_themselves(scenario), *_joined(weights)))


def _wants(scenario: Scenario) -> Iterator[_Want]:
    promises = {promise.status: promise for promise in scenario.promises}
    for aim in scenario.aims:
        yield from _wanted(aim.when, ())
        for leaf in (leaf for group in aim.when for leaf in group):
            promise = promises.get(leaf.cell)
            if promise is not None and leaf.low <= KEPT <= leaf.high < BROKEN:
                yield from _wanted(promise.kept_when, ((Leaf(promise.status, DUE, DUE),),))


def _wanted(when: When, guard: When) -> Iterator[_Want]:
    for group in when:
        missing = (*guard, *(_unlike(leaf) for leaf in group))
        for leaf in group:
            yield _Want(leaf, missing, len(group) == 1 and not guard)


def _unlike(leaf: Leaf) -> Group:
    """What holds where a leaf does not."""
    cell, low, high, age = leaf
    return Leaf(cell, _LEAST, low - 1, age), Leaf(cell, high + 1, _MOST, age)


def _points(scenario: Scenario, deed: Deed, want: _Want) -> Iterator[tuple[When, int]]:
    """When a deed counts for or against what is wanted, and for how many points."""
    leaf = want.leaf
    if deed.kind == MAYBE:
        yield want.missing, WHOLE
    elif deed.kind == ADD and deed.cell not in scenario.find.words and not leaf.age:
        yield from _by_amount(scenario, deed, want)
    else:
        value = deed.amount if deed.kind != NOW else 0 if leaf.age else 1
        if leaf.low <= value <= leaf.high:
            yield want.missing, WHOLE
        elif want.alone:
            yield ((leaf,),), -WHOLE


def _by_amount(scenario: Scenario, deed: Deed, want: _Want) -> Iterator[tuple[When, int]]:
    cell, low, high, _ = want.leaf
    bounds = scenario.cells[cell]
    points = max(1, abs(deed.amount) * 100 // (bounds.high - bounds.low))
    if deed.amount > 0:
        short, risky = Leaf(cell, _LEAST, low - 1), Leaf(cell, high - deed.amount + 1, _MOST)
        serves, harms = low > bounds.low, high < bounds.high
    else:
        short, risky = Leaf(cell, high + 1, _MOST), Leaf(cell, _LEAST, low - deed.amount - 1)
        serves, harms = high < bounds.high, low > bounds.low
    if serves:
        yield (*want.missing, (short,)), points
    if harms and want.alone:
        yield ((risky,),), -points


def _of_themselves(scenario: Scenario) -> Iterator[Preference]:
    ids = [move.id for move in scenario.moves]
    ids += [option.id for summit in scenario.summits for stage in summit.stages for option in stage.options]
    ids += [response.does for contest in scenario.contests for rung in contest.rungs for response in rung.responses]
    ids += [wording.id for draft in scenario.drafts for wording in draft.wordings]
    ids += [sponsor.id for draft in scenario.drafts for sponsor in draft.sponsors]
    finish = [f"{draft.id}.{word}" for draft in scenario.drafts for word in ("table", "shelve")]
    yield Preference(tuple(sorted({*ids, *finish})), (), LITTLE)
    yield Preference((END_TURN, *finish[::2]), (), REST)


def _joined(weights: Mapping[tuple[str, When], int]) -> Iterable[Preference]:
    """The weights with choices that weigh the same under the same condition told together."""
    alike: dict[tuple[When, int], list[str]] = defaultdict(list)
    for (choice, when), weight in weights.items():
        if weight:
            alike[when, weight].append(choice)
    return [Preference(tuple(choices), when, weight) for (when, weight), choices in alike.items()]
