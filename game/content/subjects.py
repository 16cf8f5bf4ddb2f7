"""Subjects: all that conditions and effects of a scenario may name, with the cells that tell of it."""

from __future__ import annotations

from game.content.cells import MEMBERS, MOST_WEIGHT, Cells
from game.content.gauges import LINES, GaugeSpec, line_of
from game.content.parts import Parts
from game.content.schema.actor import PartnerRecord
from game.content.schema.answer import AnswerRecord
from game.content.schema.contest import ContestRecord
from game.content.schema.draft import DraftRecord
from game.content.schema.happening import EventRecord
from game.content.schema.move import MoveRecord, TagRecord
from game.content.schema.promise import PromiseRecord
from game.content.schema.summit import ApproachRecord, SummitRecord
from game.content.subject import Subject
from game.core.ballot import VOTES
from game.core.scenario import Clock

_KIND = {"flag": "flag", "channel": "channel"}


def subjects_of(parts: Parts, specs: tuple[GaugeSpec, ...], cells: Cells, clock: Clock) -> dict[str, Subject]:
    """The subjects by name."""
    found = [_gauge(spec, cells) for spec in specs]
    by_id = {subject.id: subject for subject in found}
    lines = tuple(by_id[line_of(partner.key)] for partner in parts.of(PartnerRecord))
    if lines:
        found.append(Subject(LINES, ("meter",), "the lines of the partners", {}, each=lines))
    found += _acts(parts, cells)
    found += _forum(parts, cells, clock)
    for draft in parts.of(DraftRecord):
        found += _draft(draft, cells)
    found += _clock_words(parts, clock)
    return {subject.id: subject for subject in found}


def _gauge(spec: GaugeSpec, cells: Cells) -> Subject:
    kind = _KIND.get(spec.kind, "meter")
    title = f'the {spec.kind if kind != "meter" or spec.kind == "purse" else "meter"} "{spec.id}"'
    return Subject(
        spec.id,
        (kind,),
        title,
        {"value": cells[f"meter:{spec.id}"]},
        spec.low,
        spec.high,
        hidden=spec.sight == "hidden",
        fixed="it is derived from other meters" if spec.kind == "derived" else "",
    )


def _acts(parts: Parts, cells: Cells) -> list[Subject]:
    past = "what has happened is never undone"
    found = []
    for move in parts.of(MoveRecord):
        roles = {"last": cells[f"made:{move.key}"], "count": cells[f"times:{move.key}"]}
        kinds: tuple[str, ...] = ("act",)
        if move.joint is not None:
            roles |= {"agreed": cells[f"agreed:{move.key}"], "refused": cells[f"refused:{move.key}"]}
            kinds = ("act", "joint")
        found.append(Subject(move.key, kinds, f'the move "{move.key}"', roles, fixed=past))
    for tag in parts.of(TagRecord):
        roles = {"last": cells[f"made:{tag.key}"], "count": cells[f"times:{tag.key}"]}
        found.append(Subject(tag.key, ("act",), f'the tag "{tag.key}"', roles, fixed=past))
    for answer in parts.of(AnswerRecord):
        roles = {"last": cells[f"given:{answer.key}"], "count": cells[f"said:{answer.key}"]}
        found.append(Subject(answer.key, ("act",), f'the answer "{answer.key}"', roles, fixed=past))
    for event in parts.of(EventRecord):
        roles = {"last": cells[f"seen:{event.key}"]}
        found.append(Subject(event.key, ("event",), f'the event "{event.key}"', roles, fixed=past))
    return found


def _forum(parts: Parts, cells: Cells, clock: Clock) -> list[Subject]:
    found = []
    for promise in parts.of(PromiseRecord):
        roles = {"status": cells[f"promise:{promise.key}"]}
        found.append(Subject(promise.key, ("promise",), f'the promise "{promise.key}"', roles, 0, 5))
    for number, contest in enumerate(parts.of(ContestRecord), 1):
        roles = {"contest": clock.contest, "rung": clock.rung, "outcome": cells[f"outcome:{contest.key}"]}
        title = f'the contest "{contest.key}"'
        found.append(Subject(contest.key, ("contest",), title, roles, 0, len(contest.rungs), number))
    return found


def _draft(draft: DraftRecord, cells: Cells) -> list[Subject]:
    """The draft itself, its counts, the paragraphs in it, and the states whose vote may be asked for."""
    key, title = draft.key, f'the draft "{draft.key}"'
    roles = {"stage": cells[f"draft:{key}"], "wait": cells[f"wait:{key}"], "voted": cells[f"voted:{key}"]}
    found = [Subject(key, ("draft",), title, roles, number=draft.hold + 1)]
    counted = "it is counted when the vote is held"
    for vote in VOTES:
        name, cell = f"{key}.{vote}", cells[f"tally:{key}.{vote}"]
        found.append(Subject(name, ("meter",), f"{title}, {vote}", {"value": cell}, 0, MEMBERS, fixed=counted))
    roles = {"value": cells[f"weight:{key}"]}
    found.append(Subject(f"{key}.weight", ("meter",), f"{title}, weight", roles, 0, MOST_WEIGHT, fixed=counted))
    for provision in draft.provisions:
        name = f"{key}.{provision.clause.text}"
        found.append(Subject(name, ("provision",), f'the clause "{name}"', {"value": cells[f"text:{name}"]}, 0, 1))
    for state in draft.watch:
        name = f"{key}.{state.text}"
        roles = {"value": cells[f"cast:{name}"]}
        found.append(Subject(name, ("ballot",), f'the vote "{name}"', roles, 0, len(VOTES), fixed=counted))
    return found


def _clock_words(parts: Parts, clock: Clock) -> list[Subject]:
    fixed = "it is a word for where the game stands"
    approaches = {"none": 0} | {part.key: number for number, part in enumerate(parts.of(ApproachRecord), 1)}
    summits = {"none": 0} | {part.key: number for number, part in enumerate(parts.of(SummitRecord), 1)}
    turns = max(1, len(parts.card.dates) - 1)
    stages = max((len(summit.stages) for summit in parts.of(SummitRecord)), default=1)

    def word(name: str, kind: str, cell: int, low: int, high: int, words: dict[str, int] | None = None) -> Subject:
        role = "last" if kind == "misread" else "value"
        return Subject(name, (kind,), f"`{name}`", {role: cell}, low, high, words=words or {}, fixed=fixed)

    return [
        word("turn", "meter", clock.turn, 1, turns),
        word("date", "date", clock.turn, 1, turns),
        word("approach", "approach", clock.approach, 0, len(approaches), approaches),
        word("last_approach", "approach", clock.last_approach, 0, len(approaches), approaches),
        word("at_summit", "summit", clock.summit, 0, len(summits), summits),
        word("topic", "topic", clock.stage, 0, stages),
        word("misread", "misread", clock.misread, 0, turns),
    ]
