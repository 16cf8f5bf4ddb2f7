"""Sayings: what actors can answer, what the world does by itself, and what is only told, as deeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.content.lint.deed import ANY_TIME, UNCOUNTED, Deed, Moment, is_at, of_clauses, this_turn, turn_begins
from game.content.lint.ground import Ground
from game.content.lint.phases import Phases
from game.core.act import Happening, Move, Rule
from game.core.contest import FELL, RELENTED
from game.core.forum import Contest, Summit
from game.core.grammar import Leaf
from game.core.scenario import Scenario

Asking = tuple[Moment, tuple[str, ...]]
"""A moment at which a rule may be asked, and the deeds of which one must be possible."""
Tables = Mapping[str, Sequence[Moment]]
"""By summit: the moments after what is said at each of its stages."""


def sayings(ground: Ground) -> Iterator[Deed]:
    """All of them."""
    scenario = ground.scenario
    tables = {
        summit.id: [at_stage(scenario, summit, number) for number in range(len(summit.stages))]
        for summit in scenario.summits
    }
    phases = Phases(ground)
    for rule in scenario.rules:
        yield from _rule(scenario, rule, tables, phases.late(phases.of(rule)))
    for answer in scenario.answers:
        rules = tuple(f"rule:{rule.id}" for rule in scenario.rules if rule.answer == answer.index)
        key, marks = f"answer:{answer.id}", ((answer.given, answer.count), *answer.tag_cells)
        yield Deed(key, after=rules or ("nothing",), most=answer.says, marks=marks)
        yield from of_clauses(answer.clauses, key, answer.says, Moment((), phases.with_answer(answer)))
    for happening in scenario.happenings:
        yield from _happening(ground, happening)
    begins = turn_begins(ground)
    for clause in scenario.drift:
        yield Deed(f"drift:{clause.id}", clause.when, most=scenario.turns, odds=clause.odds, effects=clause.effects)
    for meter in scenario.meters:
        yield Deed(f"income:{meter.id}")
        yield from of_clauses(meter.income, f"income:{meter.id}", scenario.turns, begins)
    yield from _told(scenario)


def _happening(ground: Ground, happening: Happening) -> Iterator[Deed]:
    moment, clock = turn_begins(ground), ground.scenario.clock
    if happening.turn:
        moment = moment.more(is_at(clock.turn, happening.turn))
    elif not ground.scenario.events_per_turn:
        moment = moment.more(())
    key, when = f"event:{happening.id}", happening.when
    marks = ((happening.seen, UNCOUNTED),)
    yield Deed(key, when, moment.given, moment.late, odds=happening.odds, marks=marks)
    yield from of_clauses(happening.clauses, key, 1, moment, when)


def asked_at(scenario: Scenario, rule: Rule, tables: Tables) -> Iterator[Asking]:
    """Every moment at which a rule may be asked; none where its occasion cannot come."""
    main = rule.actor == scenario.main_actor
    made = _heard(scenario, rule)
    if rule.slot == "initiative":
        yield ANY_TIME, ()
    elif rule.slot == "reply" or (rule.slot == "challenge" and main):
        if made:
            yield ANY_TIME.more(this_turn(*(move.made for move in made))), tuple(f"move:{one.id}" for one in made)
        misread = _misheard(scenario, rule) if main else ()
        if misread:
            groups = this_turn(*(move.made for move in misread)), this_turn(scenario.clock.misread)
            yield ANY_TIME.more(*groups), tuple(f"misread:{move.id}" for move in misread)
    elif rule.slot == "consent":
        place = next((place for place, one in enumerate(scenario.partners) if one.id == rule.actor), -1)
        asked = [move for move in made if move.joint is not None and place in move.joint.partners]
        if asked:
            yield ANY_TIME.more(this_turn(*(move.made for move in asked))), tuple(f"move:{one.id}" for one in asked)
    elif rule.slot == "contest" and main:
        for contest in scenario.contests:
            if contest.id in rule.triggers:
                for number, rung in enumerate(contest.rungs, 1):
                    yield on_rung(scenario, contest, number), (f"rung:{rung.id}",)
    elif rule.slot == "table":
        for summit in scenario.summits:
            if summit.id in rule.triggers and summit.host == rule.actor:
                for moment in _exchanges(scenario, rule, summit, tables[summit.id]):
                    yield moment, (f"summit:{summit.id}",)


def _exchanges(scenario: Scenario, rule: Rule, summit: Summit, moments: Sequence[Moment]) -> Iterator[Moment]:
    """The exchanges after which the host's rule may speak; as one where it asks nothing that tells them apart."""
    clock = scenario.clock
    words = {clock.stage, clock.approach, clock.last_approach}
    named = [group for group in rule.when if all(leaf.cell in words for leaf in group)]
    exchanges = [number for number, stage in enumerate(summit.stages) if stage.kind == "exchange"]
    if exchanges and not any(leaf.cell in words for group in rule.when for leaf in group):
        yield Moment((is_at(clock.summit, summit.index + 1),))
        return
    for number in exchanges:
        moment = moments[number]
        here = {group[0].cell: {leaf.low for leaf in group} for group in moment.given}
        if all(any(leaf.low <= value <= leaf.high for leaf in group for value in here[leaf.cell]) for group in named):
            yield moment


def _heard(scenario: Scenario, rule: Rule) -> list[Move]:
    return [move for move in scenario.moves if not rule.triggers.isdisjoint(move.triggers)]


def _misheard(scenario: Scenario, rule: Rule) -> list[Move]:
    return [
        move
        for move in scenario.moves
        if move.act.private and move.misread_as and not rule.triggers.isdisjoint(("misread", *move.misread_as))
    ]


def on_rung(scenario: Scenario, contest: Contest, number: int) -> Moment:
    """The moment at which the other side is asked about a rung that was held."""
    clock = scenario.clock
    return Moment((is_at(clock.contest, contest.index + 1), is_at(clock.rung, number), this_turn(clock.held)))


def at_stage(scenario: Scenario, summit: Summit, number: int) -> Moment:
    """The moment after an exchange: the approach is one that this stage offers, the last one of a stage before."""
    clock = scenario.clock
    here = {option.approach for option in summit.stages[number].options}
    earlier = {0} | {
        option.approach for stage in summit.stages[:number] if stage.kind == "exchange" for option in stage.options
    }
    return Moment(
        (
            is_at(clock.summit, summit.index + 1),
            is_at(clock.stage, number),
            tuple(Leaf(clock.approach, one, one) for one in sorted(here)),
            tuple(Leaf(clock.last_approach, one, one) for one in sorted(earlier)),
        )
    )


def _rule(scenario: Scenario, rule: Rule, tables: Tables, late: frozenset[int]) -> Iterator[Deed]:
    key, answer, clock = f"rule:{rule.id}", scenario.answers[rule.answer], scenario.clock
    opened: tuple[tuple[tuple[int, int], ...], tuple[str, ...]] = (), ()
    if rule.opens >= 0:
        opened = ((clock.contest, rule.opens + 1), (clock.rung, 1)), (f"opened:{scenario.contests[rule.opens].id}",)
    for asked, after in asked_at(scenario, rule, tables):
        moment = Moment(asked.given, late)
        puts, opens = _climbed(scenario, moment, answer.contest) if rule.slot == "contest" else opened
        yield Deed(key, rule.when, moment.given, moment.late, after, odds=rule.odds, puts=puts, opens=opens)
        yield from of_clauses(rule.clauses, key, answer.says, moment, rule.when)


def _climbed(scenario: Scenario, moment: Moment, does: str) -> tuple[tuple[tuple[int, int], ...], tuple[str, ...]]:
    """What an answer on a rung leads to: cells put, and what else comes about."""
    contest, number = scenario.contests[moment.given[0][0].low - 1], moment.given[1][0].low
    if does == "relent":
        return ((contest.outcome, RELENTED),), (f"relented:{contest.id}",)
    if number < len(contest.rungs):
        return ((scenario.clock.rung, number + 1),), (f"climbed:{contest.rungs[number - 1].id}",)
    return ((contest.outcome, FELL),), (f"fallen:{contest.id}",)


def _told(scenario: Scenario) -> Iterator[Deed]:
    """What is only told: it changes nothing."""
    last = (is_at(scenario.clock.turn, scenario.turns),)
    yield from (Deed("end:any"), Deed("end:last", given=last))
    for ending in scenario.endings:
        given = () if ending.early else last
        yield Deed(f"ending:{ending.id}", ending.when, given)
        for when, text in ending.scenes:
            yield Deed(f"scene:{text}", (*ending.when, *when), given)
    for aim in scenario.aims:
        yield Deed(f"aim:{aim.id}", aim.when)
    for advice in scenario.advice:
        yield Deed(f"advice:{advice.id}", advice.when)
    for lesson in scenario.lessons:
        yield Deed(f"lesson:{lesson.id}", lesson.when)
        if lesson.until:
            yield Deed(f"until:{lesson.id}", lesson.until)
    for policy in scenario.policies:
        for number, preference in enumerate(policy.preferences, 1):
            yield Deed(f"preference:{policy.id}.{number}", preference.when)
