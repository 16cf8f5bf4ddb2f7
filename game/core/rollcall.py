"""Roll call: votes that were held, told state by state, and why each state voted as it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .ballot import NO, VOTES, Chances, Member, Tally, cast, chances, likeliest, needed, rule, support, tally
from .draft import Draft
from .event import Changed, Voted
from .naming import cause_name
from .scenario import Scenario
from .step import Step
from .vote import MILLI, luck
from .words import title

LIKELY = {"yes": "a yes", "abstain": "abstaining", "absent": "not voting", "no": "a no"}
RULES = {
    "council": "nine votes and no veto",
    "procedure": "nine votes; procedure knows no veto",
    "two-thirds": "two thirds of those voting yes or no",
    "majority": "more yes than no",
}


class Cast(NamedTuple):
    """How one state voted: yes, no, abstain or absent; `group` is its regional group."""

    iso: str
    name: str
    group: str
    vote: str


class RollCall(NamedTuple):
    """A vote that was held. `needed` are the yes votes it took; `clauses` stood in the text; `weight` 0 if it fell."""

    draft: str
    title: str
    body: str
    turn: int
    date: str
    outcome: str
    tally: Tally
    rule: str
    needed: int
    vetoes: tuple[str, ...]
    weight: int
    clauses: tuple[str, ...]
    casts: tuple[Cast, ...]


class Part(NamedTuple):
    """A part of why a state voted so: what it is, and its thousandths of a logit (for the text: above nought)."""

    label: str
    amount: int


class VoteReasons(NamedTuple):
    """Why a state voted as it did: the parts of its support, and what alone would have changed its vote.

    `drawn` tells what the sum leaves open: the state's own luck where the vote was not the likeliest one, and what an
    abstention means; else it is empty.
    """

    iso: str
    name: str
    vote: str
    parts: tuple[Part, ...]
    chances: Chances
    changed_by: tuple[str, ...]
    drawn: str = ""


def votes_in(scenario: Scenario, steps: Sequence[Step]) -> Iterator[tuple[int, int, Voted]]:
    """Every vote of a play: the place of its step, its turn, and the event."""
    clock = scenario.clock.turn
    for place, step in enumerate(steps):
        turn = steps[place - 1].state.cells[clock] if place else 0
        for event in step.events:
            if isinstance(event, Voted):
                yield place, turn, event


def roll_calls(scenario: Scenario, steps: Sequence[Step]) -> tuple[RollCall, ...]:
    """The votes of a play, in order."""
    return tuple(roll_call(scenario, turn, event) for _, turn, event in votes_in(scenario, steps))


def roll_call(scenario: Scenario, turn: int, event: Voted) -> RollCall:
    """One vote, told state by state in the English alphabetical order of their names."""
    hall, draft = scenario.hall, scenario.find.draft[event.draft]
    seats = hall.seats(draft.body, turn)
    casts = sorted((_cast(scenario, seat, vote) for seat, vote in zip(seats, event.votes, strict=True)), key=_by_name)
    decides = rule(draft.body, {hall.paragraphs[place].kind for place in event.text})
    counted = tally(event.votes)
    against = [hall.members[seat] for seat, vote in zip(seats, event.votes, strict=True) if vote == NO]
    vetoes = tuple(member.iso for member in against if member.permanent) if decides == "council" else ()
    carried = counted.yes >= needed(decides, counted)
    outcome = "failed" if not carried else "vetoed" if vetoes else "adopted"
    weight = sum(hall.paragraphs[place].weight for place in event.text)
    return RollCall(
        draft=draft.id,
        title=title(scenario, "draft", draft.id),
        body=draft.body,
        turn=turn,
        date=scenario.dates[turn - 1],
        outcome=outcome,
        tally=counted,
        rule=RULES[decides],
        needed=needed(decides, counted),
        vetoes=vetoes,
        weight=weight if outcome == "adopted" else 0,
        clauses=tuple(hall.paragraphs[place].id for place in event.text),
        casts=tuple(casts),
    )


def say_result(roll: RollCall) -> str:
    """The outcome and the count in a sentence or two."""
    yes, no, abstain, absent = roll.tally
    count = f"{yes} yes, {no} no, {abstain} abstaining, {absent} not voting"
    if roll.outcome == "vetoed":
        return f"Vetoed. {count}. It had the nine votes, and a permanent member against it."
    took = f"It took {roll.needed}: {roll.rule}."
    return f"{'Adopted' if roll.outcome == 'adopted' else 'Not adopted'}. {count}. {took}"


def _cast(scenario: Scenario, seat: int, vote: int) -> Cast:
    iso = scenario.hall.members[seat].iso
    return Cast(iso, name_of(scenario, iso), scenario.texts.get(f"member.{iso}.group", ""), VOTES[vote])


def _by_name(cast: Cast) -> str:
    return cast.name.casefold()


def name_of(scenario: Scenario, iso: str) -> str:
    """What a member state is called."""
    return scenario.texts.get(f"member.{iso}.name", iso)


def why_vote(scenario: Scenario, steps: Sequence[Step], roll: RollCall, iso: str) -> VoteReasons:
    """Why a state voted as it did in a vote of this play.

    A state's luck stays its own: what would have changed the vote is found by trying, never by naming the number.
    """
    hall, draft = scenario.hall, scenario.find.draft[roll.draft]
    place, turn, event = next(found for found in votes_in(scenario, steps) if found[2].draft == roll.draft)
    seats = hall.seats(draft.body, turn)
    seat = next(seat for seat in seats if hall.members[seat].iso == iso)
    push = event.pushes[seats.index(seat)]
    vote = VOTES[event.votes[seats.index(seat)]]
    member, name = hall.voter(seat, turn), name_of(scenario, iso)
    if seat in hall.barred(draft.body, turn):
        said = (f"{name} had no vote: its dues were two years in arrears (Article 19 of the Charter).",)
        return VoteReasons(iso, name, vote, (), Chances(0, 0, 10_000, 0), said)
    pressed = tuple(_pressed(scenario, draft, steps[: place + 1], seat))
    parts = [Part("what it leans to, whatever the text", support(member, (), draft.author, draft.body))]
    parts += [Part(title(scenario, "paragraph", hall.paragraphs[one].id), member.effects[one]) for one in event.text]
    odds = chances(member, support(member, event.text, draft.author, draft.body, push), draft.body)
    fell = luck(scenario, steps[place].state.seed, seat)
    changed = tuple(_changed(scenario, draft, event, member, push, fell))
    return VoteReasons(iso, name, vote, (*parts, *pressed), odds, changed, _drawn(vote, odds))


def _drawn(vote: str, odds: Chances) -> str:
    """What the sum alone does not tell: that the state's luck fell on a vote that was not the likeliest."""
    likely, said = VOTES[likeliest(odds)], []
    if vote == "abstain":
        said.append("To abstain lies between the two: too little for a yes, more than goes with a no.")
    if vote != likely:
        said.append(
            f"By the sum {LIKELY[likely]} was likeliest. But a state throws once, and keeps that throw for this whole "
            f"play: its own fell among the {share_of(getattr(odds, vote))} in a hundred for {LIKELY[vote]}."
        )
    return " ".join(said)


def share_of(chance: int) -> str:
    """A chance in ten-thousandths as so many in a hundred; one that is not nought never reads as nought or all."""
    if 0 < chance < 50:
        return "less than 1"
    return "more than 99" if 9_950 <= chance < 10_000 else str((chance + 50) // 100)


def _pressed(scenario: Scenario, draft: Draft, steps: Sequence[Step], seat: int) -> Iterator[Part]:
    """What pressed on a state by the end of the last of these steps, by what caused it."""
    cells = {bloc.push: bloc for bloc in scenario.blocs if seat in bloc.members}
    found: dict[str, int] = {}
    for step in steps[:-1]:
        _add(scenario, step, cells.keys(), found)
    _add(scenario, steps[-1], cells.keys(), found, until=draft.id)
    state = steps[-1].state.cells
    for sponsor in draft.sponsors:
        lift = sum(amount for bloc, amount in sponsor.lifts if seat in scenario.blocs[bloc].members)
        if state[sponsor.cell] and lift:
            found[scenario.text(f"sponsor.{sponsor.id}.label")] = lift
    yield from (Part(label, amount * MILLI) for label, amount in found.items() if amount)


def _add(scenario: Scenario, step: Step, cells: object, found: dict[str, int], until: str = "") -> None:
    for event in step.events:
        if isinstance(event, Voted) and event.draft == until:
            return
        if isinstance(event, Changed) and event.cell in cells:  # type: ignore[operator]
            label = cause_name(scenario, event.cause)
            found[label] = found.get(label, 0) + event.by


def _changed(scenario: Scenario, draft: Draft, event: Voted, member: Member, push: int, fell: int) -> Iterator[str]:
    """What alone, with the same luck, would have given another vote: a clause less, a clause more, more lobbying."""
    hall = scenario.hall

    def vote(text: Sequence[int], pressure: int) -> str:
        return VOTES[cast(chances(member, support(member, text, draft.author, draft.body, pressure), draft.body), fell)]

    def clause(place: int) -> str:
        return f'"{title(scenario, "paragraph", hall.paragraphs[place].id)}"'

    real = vote(event.text, push)
    for one in event.text:
        other = vote([place for place in event.text if place != one], push)
        if other != real and len(event.text) > 1:
            yield f"Without {clause(one)}: {other}."
    for provision in draft.provisions:
        if provision.paragraph not in event.text:
            other = vote((*event.text, provision.paragraph), push)
            if other != real:
                yield f"With {clause(provision.paragraph)}: {other}."
    for more in (20, 40, 80, 160):
        other = vote(event.text, push + more * MILLI)
        if other != real:
            yield f"With {more} more points of lobbying behind it: {other}."
            return
