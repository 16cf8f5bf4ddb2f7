"""Labels: tags that nobody carries or asks for, and other words that are declared and never used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.crisis import Crisis
from game.content.node import Scalar
from game.content.problem import Severity
from game.content.schema.actor import ActorRecord, FamilyRecord
from game.content.schema.answer import AnswerRecord
from game.content.schema.move import InstrumentRecord, MoveRecord, TagRecord
from game.content.schema.page import AdviceRecord, AdviserRecord
from game.content.schema.record import Record
from game.content.schema.summit import ApproachRecord, SummitRecord

UNCARRIED = Code(
    "L070",
    Severity.WARNING,
    "a tag that is asked for, but that no move and no answer carries",
    "Rules that hear it never do, and conditions that ask for it never hold: often the tag was renamed in one place, "
    "or forgotten on a move.",
    "reply_to: [warning], and no move has the tag `warning`",
    "Put the tag on the moves or answers that are meant, or ask for another one.",
)
UNASKED = Code(
    "L071",
    Severity.HINT,
    "a tag that nothing asks for",
    "No rule hears it, no condition asks for it, no policy chooses it: it groups moves for nobody.",
    "tags: [{id: winter, title: Winter}], on three moves, and no rule or `when` names winter",
    "Let something ask for it, or take it off.",
)
UNUSED = Code(
    "L072",
    Severity.HINT,
    "something declared that nothing belongs to",
    "An actor without an answer, a family no answer belongs to, an instrument without moves, an approach no option "
    "takes, an adviser without advice: a name that never comes up.",
    "families: [{id: charm, title: Charm}], and no answer has family: charm",
    "Use it, or take it out.",
)
CODES = (UNCARRIED, UNASKED, UNUSED)


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    parts, cells = crisis.parts, crisis.scenario.find.cell
    carried = _texts(tag for move in parts.of(MoveRecord) for tag in (*move.tags, *move.misread_as))
    carried |= _texts(tag for answer in parts.of(AnswerRecord) for tag in answer.tags)
    heard = {trigger for rule in crisis.scenario.rules for trigger in rule.triggers}
    heard |= {name for policy in crisis.scenario.policies for one in policy.preferences for name in one.choices}
    for tag in parts.of(TagRecord):
        read = crisis.readers.keys() & {cells[f"made:{tag.key}"], cells[f"times:{tag.key}"]}
        asked = tag.key in heard or bool(read)
        if asked and tag.key not in carried:
            yield crisis.of_part(UNCARRIED, tag, f'"{tag.key}" is asked for, but no move and no answer carries it.')
        elif not asked:
            yield crisis.of_part(UNASKED, tag, f'nothing asks for the tag "{tag.key}".')
    for record in _unused(crisis):
        word = type(record).__name__.removesuffix("Record").lower()
        yield crisis.of_part(UNUSED, record, f'nothing belongs to the {word} "{record.key}".')


def _unused(crisis: Crisis) -> Iterator[Record]:
    parts = crisis.parts
    answers, summits = parts.of(AnswerRecord), parts.of(SummitRecord)
    options = [option for summit in summits for stage in summit.stages for option in stage.options]
    speaking = _texts(answer.actor for answer in answers) | _texts(summit.host for summit in summits)
    used: tuple[tuple[type[Record], set[str]], ...] = (
        (ActorRecord, speaking | {crisis.scenario.main_actor} | _named(crisis)),
        (FamilyRecord, _texts(answer.family for answer in answers)),
        (InstrumentRecord, _texts(move.instrument for move in parts.of(MoveRecord))),
        (ApproachRecord, _texts(option.approach for option in options if option.approach is not None)),
        (AdviserRecord, _texts(advice.adviser for advice in parts.of(AdviceRecord))),
    )
    for kind, known in used:
        yield from (record for record in parts.of(kind) if record.key not in known)


def _named(crisis: Crisis) -> set[str]:
    """The actors that moves, answers and events are done to or by."""
    acts: list[object] = [*crisis.parts.of(MoveRecord), *crisis.parts.of(AnswerRecord), *crisis.parts.records["events"]]
    found = [getattr(act, field, None) for act in acts for field in ("to", "source_actor")]
    return _texts(scalar for scalar in found if isinstance(scalar, Scalar))


def _texts(scalars: Iterable[Scalar]) -> set[str]:
    return {scalar.text for scalar in scalars}
