"""Draft: blocs and draft resolutions made into those of the core."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.bench import Bench
from game.content.gauges import MOST_PUSH, push_of, sounded_of
from game.content.node import Scalar
from game.content.schema.draft import BlocRecord, DraftRecord, SponsorRecord, WordingRecord
from game.content.schema.hall import MemberRecord, ParagraphRecord, RollRecord
from game.content.votes import GROUPS
from game.core.ballot import Tally
from game.core.draft import ASSEMBLY, Bloc, Draft, Provision, Real, Sponsor, Wording

ALL = "all"

def blocs(bench: Bench) -> tuple[Bloc, ...]:
    """The blocs, by id."""
    return tuple(
        Bloc(
            record.key,
            index,
            _members(bench, record),
            bench.cells[f"meter:{push_of(record.key)}"],
            bench.cells[f"meter:{sounded_of(record.key)}"],
        )
        for index, record in enumerate(bench.parts.of(BlocRecord))
    )


def _members(bench: Bench, record: BlocRecord) -> tuple[int, ...]:
    who, found = f'bloc "{record.key}"', set[int]()
    for scalar in record.members:
        if scalar.text == ALL or scalar.text in GROUPS:
            group = GROUPS.get(scalar.text)
            found |= {
                place
                for place, member in enumerate(bench.parts.of(MemberRecord))
                if group in (None, member.group)
            }
        else:
            found |= set(_states(bench, [scalar], who))
    return tuple(sorted(found))


def _states(bench: Bench, scalars: Iterable[Scalar], who: str) -> list[int]:
    """The places of these members; a code that is none is noted."""
    order = bench.parts.order(MemberRecord)
    found = []
    for scalar in scalars:
        if scalar.text in order:
            found.append(order[scalar.text])
        elif scalar.text not in bench.parts.broken:
            message = f'{who} names "{scalar.text}", which is no member of the United Nations'
            if not order:
                message += " here: `uses:` must bring library/votes/members.yaml"
            bench.findings.unknown(scalar, "unknown-member", f"{message}.", scalar.text, [*order, *GROUPS, ALL])
    return found


def drafts(bench: Bench) -> tuple[Draft, ...]:
    """The draft resolutions, by id; what stands in each in the order written."""
    return tuple(_draft(bench, index, record) for index, record in enumerate(bench.parts.of(DraftRecord)))


def _draft(bench: Bench, index: int, record: DraftRecord) -> Draft:
    key, who, cells = record.key, f'draft "{record.key}"', bench.cells
    provisions = _provisions(bench, record, who)
    if record.body == ASSEMBLY and record.vetoed is not None:
        bench.findings.error(record.id, "veto", f"{who} has `vetoed`, but the Assembly knows no veto.")
    places = _states(bench, record.watch, who)
    return Draft(
        id=key,
        index=index,
        body=record.body,
        author=record.author,
        hold=record.hold,
        edits=record.edits,
        stage=cells[f"draft:{key}"],
        wait=cells[f"wait:{key}"],
        voted=cells[f"voted:{key}"],
        tally=_tally(bench, key),
        weight=cells[f"weight:{key}"],
        provisions=provisions,
        wordings=tuple(_wording(bench, record, part) for part in record.wordings),
        sponsors=tuple(_sponsor(bench, part) for part in record.sponsors),
        watched=tuple((place, cells[f"cast:{key}.{bench.parts.of(MemberRecord)[place].key}"]) for place in places),
        adopted=bench.clauses.consequence(f"{key}.adopted", record.adopted, who),
        vetoed=bench.clauses.consequence(f"{key}.vetoed", record.vetoed, who),
        failed=bench.clauses.consequence(f"{key}.failed", record.failed, who),
        sources=bench.sources(record.source, who),
        real=_real(bench, record, who),
    )


def _tally(bench: Bench, key: str) -> tuple[int, int, int, int]:
    """The cells of the counts, in the order of Tally."""
    yes, no, abstain, absent = (bench.cells[f"tally:{key}.{vote}"] for vote in Tally._fields)
    return yes, no, abstain, absent


def _provisions(bench: Bench, record: DraftRecord, who: str) -> tuple[Provision, ...]:
    order, found, seen = bench.parts.order(ParagraphRecord), [], set[str]()
    if not record.provisions:
        bench.findings.error(record.id, "provisions", f"{who} has no provisions, so that nothing could stand in it.")
    for part in record.provisions:
        clause = part.clause.text
        if clause in seen:
            bench.findings.error(part.clause, "twice", f'{who} has the clause "{clause}" twice.')
        elif bench.names.check(part.clause, ("paragraph",), who):
            name = f"{record.key}.{clause}"
            bench.clauses.texts[f"provision.{name}.text"] = part.text
            found.append(Provision(name, order[clause], bench.cells[f"text:{name}"]))
        seen.add(clause)
    return tuple(found)


def _wording(bench: Bench, record: DraftRecord, part: WordingRecord) -> Wording:
    bench.clauses.texts[f"wording.{part.key}.label"] = part.label
    offered = [provision.clause.text for provision in record.provisions]
    places = set()
    for scalar in part.clauses:
        if scalar.text in offered:
            places.add(offered.index(scalar.text))
        else:
            bench.findings.unknown(
                scalar,
                "unknown-clause",
                f'wording "{part.key}" takes the clause "{scalar.text}", which draft "{record.key}" does not offer.',
                scalar.text,
                offered,
            )
    return Wording(part.key, frozenset(places))


def _sponsor(bench: Bench, part: SponsorRecord) -> Sponsor:
    who = f'sponsor "{part.key}"'
    bench.clauses.texts[f"sponsor.{part.key}.label"] = part.label
    order, lifts = bench.parts.order(BlocRecord), []
    for name, amount in part.lifts.entries.items():
        if bench.names.check(part.lifts.keys[name], ("bloc",), who):
            lifts.append((order[name], bench.number(amount, -MOST_PUSH, MOST_PUSH, f"{who}, lifts")))
    return Sponsor(
        part.key,
        bench.cells[f"sponsor:{part.key}"],
        bench.conditions.read(part.when, bench.scope(who)),
        bench.price(part.price, who),
        tuple(lifts),
    )


def _real(bench: Bench, record: DraftRecord, who: str) -> Real | None:
    real = record.real
    if real is None:
        return None
    votes: dict[str, str] = {}
    roll = next((roll for roll in bench.parts.of(RollRecord) if roll.symbol == real.symbol), None)
    if roll is not None:
        votes = {state.text: vote for vote, states in roll.votes().items() for state in states}
    elif not real.kept_back:
        known = ", ".join(sorted(roll.symbol for roll in bench.parts.of(RollRecord)))
        bench.findings.error(
            record.id,
            "unknown-roll",
            f'{who}: no roll call of "{real.symbol}" is at hand ({known or "uses: brings none"}). If it is kept back '
            "on purpose, say `kept_back: yes`.",
        )
    return Real(real.symbol, real.date.text, real.outcome, tuple(sorted(votes.items())))


