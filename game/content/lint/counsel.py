"""Counsel: what advisers say of what cannot be, and lessons that are never seen or never go."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.conditions import said
from game.content.lint.crisis import Crisis
from game.content.lint.desk import apart
from game.content.lint.narrow import Box
from game.content.problem import Severity
from game.core.lesson import METER, MOVE
from game.core.page import Advice, Lesson

ON_NOTHING = Code(
    "L073",
    Severity.WARNING,
    "advice on a move that can never be made",
    "The adviser warns of, or praises, what nobody can do.",
    "about: offer-fuel, where offer-fuel waits for a flag that nothing raises",
    "Mend the move, or take the advice out.",
)
FORETOLD = Code(
    "L074",
    Severity.HINT,
    "advice that foretells only answers which this move never gets",
    "No rule that hears the move, or its tags, gives such an answer or one of such a family; so the forecast is always "
    "wrong, and the adviser's record shows it. What somebody does of his own accord is not counted there.",
    "about: radio-call, expects: [names-a-day], where names-a-day only answers offer-fuel",
    "Name an answer or family that can follow, or leave it out of `expects`.",
)
UNSEEN = Code(
    "L075",
    Severity.WARNING,
    "a lesson that can never be seen",
    "Its `when` never holds, its `until` holds from the start, or it points at what never comes: a move that cannot be "
    "made, or not while the `when` holds, a quarrel that never begins, a meeting that is never held, a number that is "
    "not on the desk.",
    "{id: the-first-quarrel, done: reply, at: contest, ...}, in a crisis without contests",
    "Let it wait for something that comes, or take it out.",
)
STAYS = Code(
    "L076",
    Severity.WARNING,
    "a lesson that never goes, so that those after it never come",
    "Nothing can make it learnt: its `until` never holds, and what would have to be `done` cannot be done here.",
    "{id: speak-up, done: speak, at: moves, ...}, in a crisis without meetings",
    "Give it an `until` that holds at some time, or a deed that can be done.",
)
UNHEARD = Code(
    "L077",
    Severity.WARNING,
    "advice that nobody ever hears, since its move is closed whenever it could be given",
    "Its `when` and that of its move cannot hold together, and nothing else that is done in such a turn changes that.",
    "about: radio-call, when: {minutes-signed: yes}, where radio-call has when: {minutes-signed: no}",
    "Let the advice ask for what can be so while the move is open, or put it under another move.",
)
CODES = (ON_NOTHING, FORETOLD, UNSEEN, STAYS, UNHEARD)


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    for advice in crisis.scenario.advice:
        if crisis.can(f"move:{advice.move}"):
            yield from _forecast(crisis, advice)
            if advice.when and apart(crisis, advice.when, crisis.scenario.find.move[advice.move]):
                asks = " and ".join(said(crisis.scenario, group) for group in advice.when)
                says = f'"{advice.id}" is never heard: whenever {asks} holds, "{advice.move}" is closed.'
                yield from crisis.at(UNHEARD, f"advice:{advice.id}", says, "when")
        else:
            says = f'advice on "{advice.move}", which can never be made.'
            yield from crisis.at(ON_NOTHING, f"advice:{advice.id}", says, "about")
    lessons = crisis.scenario.lessons
    for number, lesson in enumerate(lessons, 1):
        reason = _unseen(crisis, lesson)
        if reason:
            says = f'the lesson "{lesson.id}" is never seen: {reason}'
            yield from crisis.at(UNSEEN, f"lesson:{lesson.id}", says)
        elif not _goes(crisis, lesson) and any(_place(other) == _place(lesson) for other in lessons[number:]):
            yield from crisis.at(STAYS, f"lesson:{lesson.id}", f'the lesson "{lesson.id}" never goes.')


def _forecast(crisis: Crisis, advice: Advice) -> Iterator[Finding]:
    """Foretold answers that nobody ever gives to this move."""
    scenario = crisis.scenario
    move = scenario.find.move[advice.move]
    heard = {*move.triggers, *(("misread", *move.misread_as) if crisis.can(f"misread:{move.id}") else ())}
    given = [
        scenario.answers[rule.answer]
        for rule in scenario.rules
        if rule.slot in ("reply", "challenge", "consent")
        if not rule.triggers.isdisjoint(heard) and crisis.can(f"rule:{rule.id}")
    ]
    known = {name for answer in given for name in (answer.id, answer.family)}
    if advice.expects and known.isdisjoint(advice.expects):
        foretold = '", "'.join(advice.expects)
        says = f'"{advice.id}" foretells "{foretold}", which never follows on "{advice.move}".'
        yield from crisis.at(FORETOLD, f"advice:{advice.id}", says, "expects")


def _unseen(crisis: Crisis, lesson: Lesson) -> str:
    """Why a lesson is never seen; "" if it can be."""
    box = Box(crisis.reach.ground, crisis.reach.values, frozenset(), (1, crisis.scenario.turns))
    if not crisis.can(f"lesson:{lesson.id}"):
        return "its `when` never holds."
    if lesson.until and all(box.holds(group) for group in lesson.until):
        return "its `until` holds from the start."
    move = crisis.scenario.find.move.get(lesson.at.removeprefix(MOVE)) if lesson.at.startswith(MOVE) else None
    if move is not None and not crisis.can(f"move:{move.id}"):
        return "the move it points at can never be made."
    if move is not None and apart(crisis, lesson.when, move):
        return f'the move it points at, "{move.id}", is closed whenever its `when` holds.'
    meter = crisis.scenario.find.meter.get(lesson.at.removeprefix(METER)) if lesson.at.startswith(METER) else None
    if meter is not None and meter.sight != "desk":
        return f'"{meter.id}" is not on the desk.'
    if lesson.at in ("contest", "summit") and not _comes(crisis, lesson.at):
        return f"no {'quarrel ever begins' if lesson.at == 'contest' else 'meeting is ever held'}."
    return ""


def _comes(crisis: Crisis, place: str) -> bool:
    if place == "contest":
        return any(crisis.can(f"rung:{contest.rungs[0].id}") for contest in crisis.scenario.contests)
    return any(crisis.can(f"summit:{summit.id}") for summit in crisis.scenario.summits)


def _goes(crisis: Crisis, lesson: Lesson) -> bool:
    needed = {"speak": "summit", "reply": "contest"}
    if any(deed not in needed or _comes(crisis, needed[deed]) for deed in lesson.done):
        return True
    return bool(lesson.until) and crisis.can(f"until:{lesson.id}")


def _place(lesson: Lesson) -> str:
    """Lessons about a quarrel or a meeting wait for one, and no other waits for them."""
    return lesson.at if lesson.at in ("contest", "summit") else "menu"
