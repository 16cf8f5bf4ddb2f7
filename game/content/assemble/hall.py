"""Hall: the members, the clauses and the Council of the library made into the Hall of the core, for every turn."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from game.content.bench import Bench
from game.content.schema.draft import DraftRecord
from game.content.schema.hall import ArrearsRecord, CouncilRecord, MemberRecord, ParagraphRecord
from game.core.ballot import AUTHORS, Member, Paragraph
from game.core.draft import COUNCIL, Hall

COUNCIL_SEATS = 15


def hall(bench: Bench) -> Hall:
    """The Hall; an empty one where the scenario holds no votes."""
    parts = bench.parts
    dates = [date.text for date in parts.card.dates]
    if not parts.of(DraftRecord):
        return Hall()
    order = parts.order(MemberRecord)
    if not order:
        message = "there are drafts, but nobody to vote: `uses:` must bring library/votes/members.yaml."
        bench.findings.error(parts.card.id, "members", message)
        return Hall()
    whole = [record for record in parts.of(MemberRecord) if _is_whole(bench, record)]
    eras = _eras(whole, dates)
    return Hall(
        eras[0],
        tuple(Paragraph(r.key, r.kind, r.names, r.weight) for r in parts.of(ParagraphRecord)),
        tuple(_council(bench, date) for date in dates),
        tuple(_president(bench, date) for date in dates),
        tuple(frozenset(_lapsed(bench, date, order)) for date in dates),
        eras,
    )


def member(record: MemberRecord, date: str) -> Member:
    """A member as a voter at a date."""
    west, moscow, neutral = record.author
    return Member(
        iso=record.key,
        lean=lean_at(record, date),
        width=record.width,
        absent=record.absent,
        effects=record.effects,
        author=(west, moscow, neutral),
        council=record.council,
        permanent=record.permanent,
    )


def lean_at(record: MemberRecord, date: str) -> int:
    """What a member brings to any text at a date: the last value that begins on it or before."""
    return max(((since, lean) for since, lean in record.leans if since <= date), default=("", 0))[1]


def _eras(records: Sequence[MemberRecord], dates: Sequence[str]) -> tuple[tuple[Member, ...], ...]:
    """The members at each date; dates between which no lean changes share them."""
    begins = sorted({since for record in records for since, _ in record.leans})
    eras = [bisect(begins, date) for date in dates]
    dated = dict(zip(eras, dates, strict=True))
    made = {era: tuple(member(record, date) for record in records) for era, date in dated.items()}
    return tuple(made[era] for era in eras)


def _is_whole(bench: Bench, record: MemberRecord) -> bool:
    """Whether a member has a number for every clause and author; noted where not."""
    clauses = len(bench.parts.of(ParagraphRecord))
    for name, numbers, wanted in (("effects", record.effects, clauses), ("author", record.author, len(AUTHORS))):
        if len(numbers) != wanted:
            bench.findings.error(
                record.iso, name, f'member "{record.key}": `{name}` has {len(numbers)} numbers; {wanted} are meant.'
            )
            return False
    return True


def _of_year(bench: Bench, date: str) -> CouncilRecord | None:
    return next((row for row in bench.parts.of(CouncilRecord) if str(row.year) == date[:4]), None)


def _council(bench: Bench, date: str) -> tuple[int, ...]:
    """The seats at a date; () where no draft goes to the Council."""
    if all(draft.body != COUNCIL for draft in bench.parts.of(DraftRecord)):
        return ()
    order, row = bench.parts.order(MemberRecord), _of_year(bench, date)
    if row is None:
        bench.findings.error(
            bench.parts.card.id,
            "council",
            f"a draft goes to the Council, whose members of {date[:4]} are not known: `uses:` must bring "
            "library/votes/council.yaml, which goes from 2014 to 2025.",
        )
        return ()
    permanent = [record.key for record in bench.parts.of(MemberRecord) if record.permanent]
    codes = sorted({*permanent, *(scalar.text for scalar in row.elected)})
    seats = tuple(order[code] for code in codes if code in order)
    if len(seats) != COUNCIL_SEATS:
        bench.findings.error(row.spot, "council", f"the Council of {row.year} has {len(seats)} members, not 15.")
    return seats


def _president(bench: Bench, date: str) -> str:
    row = _of_year(bench, date)
    presidents: Sequence[str] = [scalar.text for scalar in row.presidents] if row is not None else ()
    month = int(date[5:7])
    return presidents[month - 1] if len(presidents) >= month else ""


def _lapsed(bench: Bench, date: str, order: dict[str, int]) -> list[int]:
    return [
        order[row.iso.text]
        for row in bench.parts.of(ArrearsRecord)
        if row.since.text <= date <= row.until.text and row.iso.text in order
    ]
