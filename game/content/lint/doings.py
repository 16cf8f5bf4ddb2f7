"""Doings: what the seat can do, and what its meetings, quarrels, promises and drafts can come to, as deeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.content.lint.deed import ANY_TIME, UNCOUNTED, Deed, Moment, is_at, menu_judged, of_clauses
from game.content.lint.ground import Ground
from game.content.lint.phases import CONTEST, OTHERS, TABLE, Phases
from game.core.act import Joint, Move
from game.core.contest import TRADED, YIELDED
from game.core.draft import ADOPTED, COUNCIL, FAILED, TABLED, VETOED, WITHDRAWN, Draft
from game.core.forum import Contest, Promise, Stage, Summit
from game.core.grammar import FAR, Group, Leaf
from game.core.ledger import BROKEN, DUE, KEPT
from game.core.scenario import Scenario


def doings(ground: Ground) -> Iterator[Deed]:
    """All of them."""
    scenario, phases = ground.scenario, Phases(ground)
    for move in scenario.moves:
        yield from _move(ground, move, phases)
    for summit in scenario.summits:
        for number, stage in enumerate(summit.stages):
            yield from _stage(scenario, summit, number, stage, phases.late(TABLE))
    for contest in scenario.contests:
        yield from _contest(ground, contest, Moment((), phases.late(CONTEST)))
    for promise in scenario.promises:
        yield from _promise(scenario, promise)
    for draft in scenario.drafts:
        yield from _draft(scenario, draft)


def uses(scenario: Scenario, move: Move) -> int:
    """How often a move can be made in a game at most."""
    most = 1 + (scenario.turns - 1) // max(1, move.every)
    return min(most, move.times) if move.times else most


def _move(ground: Ground, move: Move, phases: Phases) -> Iterator[Deed]:
    scenario, key, most = ground.scenario, f"move:{move.id}", uses(ground.scenario, move)
    moment = menu_judged(ground)
    puts, opens = [], []
    if move.summit >= 0:
        puts.append((scenario.clock.summit, move.summit + 1))
        opens.append(f"summit:{scenario.summits[move.summit].id}")
    if move.draft >= 0:
        draft = scenario.drafts[move.draft]
        puts += [(scenario.clock.draft, move.draft + 1), (draft.stage, TABLED), (draft.stage, WITHDRAWN)]
        puts += [(provision.cell, stands) for provision in draft.provisions for stands in (0, 1) if draft.edits]
        opens.append(f"table:{draft.id}")
    if move.act.private and move.misread_as and any(scenario.misreading):
        opens.append(f"misread:{move.id}")
        heard = ((scenario.clock.misread, UNCOUNTED),)
        yield Deed(f"heard:{move.id}", after=(f"misread:{move.id}",), most=most, marks=heard)
    marks = ((move.made, move.count), *move.tag_cells)
    yield Deed(
        key, move.when, moment.given, moment.late, (), most, 100, (), move.price, tuple(puts), marks, tuple(opens)
    )
    for deed in of_clauses(move.clauses, key, most, Moment((), phases.with_move(move))):
        begun = {effect.amount for effect in deed.effects if effect.cell == scenario.clock.contest and effect.amount}
        yield replace(deed, opens=tuple(f"opened:{scenario.contests[number - 1].id}" for number in begun))
    if move.joint is not None:
        yield from _joint(scenario, move, move.joint, Moment((), phases.late(OTHERS)))


def _joint(scenario: Scenario, move: Move, joint: Joint, moment: Moment) -> Iterator[Deed]:
    most = uses(scenario, move)
    agreed, refused = f"agreed:{move.id}", f"refused:{move.id}"
    given = _consent(scenario, move, joint)
    yield Deed(agreed, given=given, after=(f"move:{move.id}",), most=most, marks=((joint.agreed_cell, UNCOUNTED),))
    yield Deed(refused, after=(f"move:{move.id}",), most=most, marks=((joint.refused_cell, UNCOUNTED),))
    yield from of_clauses(joint.agreed, agreed, most, moment)
    yield from of_clauses(joint.refused, refused, most, moment)


def _consent(scenario: Scenario, move: Move, joint: Joint) -> tuple[Group, ...]:
    """What partners agree by their lines alone: each of them if all must, else one of them."""
    ready = {
        rule.actor
        for rule in scenario.rules
        if rule.slot == "consent" and not rule.triggers.isdisjoint(move.triggers)
        if scenario.answers[rule.answer].consent > 0
    }
    partners = [scenario.partners[place] for place in joint.partners]
    asked = [Leaf(partner.line, joint.ask, FAR) for partner in partners if partner.id not in ready]
    if joint.needs >= len(partners):
        return tuple((leaf,) for leaf in asked)
    return (tuple(asked),) if joint.needs and len(asked) == len(partners) else ()


def openings(scenario: Scenario, summit: Summit) -> int:
    """How often a meeting can be held in a game at most."""
    return sum(uses(scenario, move) for move in scenario.moves if move.summit == summit.index)


def _stage(scenario: Scenario, summit: Summit, number: int, stage: Stage, late: frozenset[int]) -> Iterator[Deed]:
    clock, most = scenario.clock, openings(scenario, summit)
    moment = Moment((is_at(clock.summit, summit.index + 1), is_at(clock.stage, number)), late)
    for option in stage.options:
        key = f"option:{option.id}"
        yield Deed(key, option.when, moment.given, late, (f"summit:{summit.id}",), most, price=option.price)
        yield from of_clauses(option.clauses, key, most, moment, option.when)
    for when, text in stage.scenes:
        yield Deed(f"scene:{text}", when, moment.given, late, (f"summit:{summit.id}",))


def _contest(ground: Ground, contest: Contest, ended: Moment) -> Iterator[Deed]:
    scenario, late = ground.scenario, menu_judged(ground).late
    clock, most = scenario.clock, scenario.turns
    outcomes = {"yield": YIELDED, "trade": TRADED}
    below = f"opened:{contest.id}"
    for number, rung in enumerate(contest.rungs, 1):
        moment = Moment((is_at(clock.contest, contest.index + 1), is_at(clock.rung, number)), late)
        here = f"rung:{rung.id}"
        yield Deed(here, given=moment.given, after=(below,))
        for response in rung.responses:
            key = f"response:{response.id}"
            puts = ((contest.outcome, outcomes[response.does]),) if response.does in outcomes else ()
            held = ((clock.held, UNCOUNTED),) if response.does == "hold" else ()
            yield Deed(key, response.when, moment.given, late, (here,), most, puts=puts, marks=held)
            yield from of_clauses(response.clauses, key, most, moment, response.when)
        below = f"climbed:{rung.id}"
    yield from of_clauses(contest.relented, f"relented:{contest.id}", most, ended)
    yield from of_clauses(contest.fallen, f"fallen:{contest.id}", most, ended)


def _promise(scenario: Scenario, promise: Promise) -> Iterator[Deed]:
    key, most = promise.id, scenario.turns
    opened, due = is_at(promise.status, 1), is_at(promise.status, DUE)
    yield Deed(f"promise:{key}", given=(opened,))
    yield Deed(f"due:{key}", promise.trigger, (opened,), puts=((promise.status, DUE),))
    yield Deed(f"kept:{key}", promise.kept_when, (due,), puts=((promise.status, KEPT),))
    yield Deed(f"broken:{key}", given=(due,), puts=((promise.status, BROKEN),))
    yield from of_clauses(promise.kept, f"kept:{key}", most, Moment((due,)), promise.kept_when)
    yield from of_clauses(promise.broken, f"broken:{key}", most, Moment((due,)))


def _draft(scenario: Scenario, draft: Draft) -> Iterator[Deed]:
    key = draft.id
    table = (is_at(scenario.clock.draft, draft.index + 1),)
    for sponsor in draft.sponsors:
        asked = f"sponsor:{sponsor.id}"
        yield Deed(asked, sponsor.when, table, after=(f"table:{key}",), price=sponsor.price, puts=((sponsor.cell, 1),))
    ends = {ADOPTED: "adopted", FAILED: "failed"} | ({VETOED: "vetoed"} if draft.body == COUNCIL else {})
    puts = [(draft.stage, stage) for stage in ends] + [(cell, cast) for _, cell in draft.watched for cast in range(5)]
    yield Deed(
        f"voted:{key}",
        given=(is_at(draft.stage, TABLED),),
        puts=tuple(puts),
        marks=((draft.voted, UNCOUNTED),),
        opens=tuple(f"{end}:{key}" for end in ends.values()),
    )
    for end in ("adopted", "vetoed", "failed"):
        yield from of_clauses(getattr(draft, end), f"{end}:{key}", 1, ANY_TIME)
