"""Summit: a meeting in stages; at each exchange one takes an approach and the host answers by his rules."""

from __future__ import annotations

from .actor import decide
from .condition import holds
from .event import Cause, because
from .forum import Option, Stage, Summit
from .scenario import MENU, TABLE
from .work import Work


def live(work: Work) -> Summit | None:
    """The summit that is being held, if any."""
    index = work.cells[work.scenario.clock.summit]
    return work.scenario.summits[index - 1] if index else None


def stage(work: Work, summit: Summit) -> Stage:
    """The stage the summit stands at."""
    return summit.stages[work.cells[work.scenario.clock.stage]]


def affordable(price: tuple[tuple[int, int], ...], work: Work) -> bool:
    """Whether every purse covers the price."""
    cells = work.cells
    for purse, amount in price:  # noqa: SIM110 - a generator here costs a tenth of a whole game
        if cells[purse] < amount:
            return False
    return True


def options(work: Work) -> tuple[Option, ...]:
    """What may be done at this stage, in the order of the scenario."""
    summit = live(work)
    if summit is None:
        return ()
    found = stage(work, summit).options
    return tuple(
        option for option in found if holds(option.when, work.cells, work.turn) and affordable(option.price, work)
    )


def opens(work: Work, index: int, cause: Cause) -> None:
    """Note that a summit begins: its tracks go to their start."""
    scenario = work.scenario
    summit, clock = scenario.summits[index], scenario.clock
    work.put(clock.summit, index + 1, cause)
    work.put(clock.stage, 0, cause)
    work.put(clock.slot, TABLE, cause)
    work.put(clock.approach, 0, cause)
    work.put(clock.last_approach, 0, cause)
    for track in summit.tracks:
        work.put(track, scenario.cells[track].start, cause)


def take(work: Work, option: Option) -> None:
    """Take an option: its price and effects, the host's answer at an exchange, then the next stage."""
    scenario, clock = work.scenario, work.scenario.clock
    summit = live(work)
    assert summit is not None
    here = stage(work, summit)
    cause = because("choice", option.id)
    for purse, amount in option.price:
        work.change(purse, -amount, cause)
    if here.kind == "exchange":
        work.put(clock.last_approach, work.cells[clock.approach], cause)
        work.put(clock.approach, option.approach, cause)
    work.apply(option.clauses, cause)
    work.close()
    leaves = option.leaves
    if here.kind == "exchange":
        decision = decide(work, summit.host, "table", option.id, (summit.id,), [])
        work.close()
        leaves = leaves or (decision.answer >= 0 and scenario.answers[decision.answer].ends_talk)
    _go_on(work, summit, leaves, cause)


def _go_on(work: Work, summit: Summit, leaves: bool, cause: Cause) -> None:
    clock = work.scenario.clock
    following = work.cells[clock.stage] + 1
    if leaves:
        rest = [index for index in range(following, len(summit.stages)) if summit.stages[index].kind == "press"]
        following = rest[0] if rest else len(summit.stages)
    if following < len(summit.stages):
        work.put(clock.stage, following, cause)
    else:
        work.put(clock.summit, 0, cause)
        work.put(clock.stage, 0, cause)
        work.put(clock.slot, MENU, cause)
    work.close()
