"""Hall: drafts, lobbying and roll calls as lines of plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.core.lobby import blocs
from game.core.outlook import Estimate, Outlook
from game.core.recorded import recorded, say_recorded
from game.core.rollcall import RollCall, VoteReasons, name_of, roll_calls, say_result, share_of, why_vote
from game.core.sheet import Provision, drafts_now, sheet
from game.core.state import State
from game.core.words import title
from game.play.playthrough import Playthrough

from .page import wrap

VOTES = {"yes": "Yes", "no": "No", "abstain": "Abstaining", "absent": "Not voting"}
LEAST = 50
"""Thousandths of a logit that are shown as more than nought."""
MOST_APART = 12
"""States that voted otherwise than really they did, named in the debrief; the rest are counted."""


def _which(play: Playthrough, word: str) -> str:
    """The draft that is meant: the one named, else the one on the table or waiting, else the next; "" for none.

    The next is the one that really came first of those not voted on yet.
    """
    scenario, cells = play.scenario, play.state.cells
    if word in scenario.find.draft:
        return word
    dates = {draft.id: draft.real.date if draft.real is not None else "9999" for draft in scenario.drafts}
    rest = sorted(scenario.drafts, key=lambda draft: (cells[draft.voted] > 0, dates[draft.id]))
    return next(iter((*drafts_now(scenario, play.state), *(draft.id for draft in rest))), "")


def spanned(one: Estimate) -> str:
    """A count as it must be expected: the middle, and the range where there is one."""
    return str(one.mid) if one.low == one.high else f"{one.mid} ({one.low} to {one.high})"


def outlook_lines(found: Outlook) -> Iterator[str]:
    """How the vote must be expected to go."""
    yield f"  Expected: yes {spanned(found.yes)}, no {spanned(found.no)}, abstaining {spanned(found.abstain)}, " + (
        f"not voting {spanned(found.absent)}."
    )
    words = {
        "carried": "would carry",
        "vetoed": "would be vetoed",
        "short": "would fall short",
        "empty": "is a text with nothing in it",
    }
    yield f"  The middle of that {words[found.carries]}; it takes {found.needed} yes."


def when_voted(play: Playthrough, turn: int) -> str:
    """When a vote is held that comes with the end of a turn."""
    if turn > play.scenario.turns:
        return "after the last turn, too late to count"
    return "at the end of this turn" if turn == play.turn else f"at the end of turn {turn}"


def _provision(one: Provision) -> str:
    price = f"{one.moved} yes if {'struck' if one.stands else 'put in'}"
    return f"[{'x' if one.stands else ' '}] {one.title} (weight {one.weight}; {price}): {one.text}"


def draft_lines(play: Playthrough, word: str) -> Iterator[str]:
    """A draft: what stands in it, what each clause weighs and costs, and how the vote would go."""
    id = _which(play, word)
    if not id:
        yield "  There are no draft resolutions in this crisis."
        return
    found = sheet(play.scenario, play.state, id)
    when = f", vote {when_voted(play, play.turn + found.turns - 1)}" if found.turns else ""
    yield f"-- {found.title} ({found.body}; {found.stage}{when}) --"
    for one in found.provisions:
        yield from wrap(_provision(one), "  ")
    yield f"  Weight if adopted: {found.weight}. It takes {found.rule}."
    yield from outlook_lines(found.outlook)
    others = [draft.id for draft in play.scenario.drafts if draft.id != id]
    if others:
        yield from wrap("Other drafts (draft NAME): " + ", ".join(others), "  ")


def lobby_lines(play: Playthrough, word: str) -> Iterator[str]:
    """The groups of states as they stand to a draft, those that can be moved most first."""
    id = _which(play, word)
    if not id:
        yield "  There is nobody to lobby in this crisis."
        return
    yield f"-- Who could be moved on: {sheet(play.scenario, play.state, id).title} --"
    yield from wrap("In points: a minister's journey brings about fifty, and what was won ebbs again.", "  ")
    for bloc in blocs(play.scenario, play.state, id):
        count = ", ".join(f"{number} {vote}" for vote, number in zip(VOTES, bloc.votes, strict=True) if number)
        known = ", sounded out" if bloc.sounded else ""
        yield from wrap(
            f"{bloc.title}: {count}{known}; pressed {bloc.push:+d}; fifty points more would bring {bloc.swing} yes.",
            "  ",
        )


def sponsor_lines(play: Playthrough, draft: str, id: str) -> Iterator[str]:
    """What a sponsor of a draft brings, or has brought; nothing for another line of the table."""
    for one in sheet(play.scenario, play.state, draft).sponsors:
        if one.id == id:
            done = "It is on the list. " if one.done else ""
            yield from wrap(f"{done}For this text it presses, in points: {one.lifts}. That is {one.moved} yes.", "  ")


def courted_lines(play: Playthrough, before: State) -> Iterator[str]:
    """What a choice within a turn pressed on whom, and what whoever was brought in brings."""
    scenario, cells = play.scenario, play.state.cells
    if cells[scenario.clock.turn] != before.cells[scenario.clock.turn]:
        return
    moved = [(bloc, cells[bloc.push] - before.cells[bloc.push]) for bloc in scenario.blocs]
    said = ", ".join(f"{title(scenario, 'bloc', bloc.id)} {by:+d}" for bloc, by in moved if by)
    if said:
        yield from wrap(f"Pressed, in points: {said} (`lobby` tells what that is worth).", "    ")
    for draft in scenario.drafts:
        for one in draft.sponsors:
            if cells[one.cell] > before.cells[one.cell]:
                yield from sponsor_lines(play, draft.id, one.id)


def vote_lines(play: Playthrough, word: str) -> Iterator[str]:
    """The votes held so far; with a number one of them state by state; with a state's name or code, why it voted so."""
    rolls = roll_calls(play.scenario, play.steps)
    number, _, iso = word.partition(" ")
    if number.isdecimal() and 0 < int(number[:3]) <= len(rolls):
        roll = rolls[int(number) - 1]
        yield from reason_lines(play, roll, iso.strip()) if iso else roll_lines(roll)
        return
    if not rolls:
        yield "  No vote has been held yet."
    for place, roll in enumerate(rolls, 1):
        yield from wrap(f"{place} {roll.date} {roll.title}. {say_result(roll)}", "  ")


def _state(play: Playthrough, word: str) -> str:
    """The code of the member that is meant: by code, name, initials or how its name begins; "" for none."""
    sought = word.casefold()
    named = {member.iso: name_of(play.scenario, member.iso) for member in play.scenario.hall.members}
    ways: tuple[Callable[[str, str], bool], ...] = (
        lambda iso, name: sought in (iso.casefold(), name.casefold()),
        lambda _, name: sought == "".join(letter for letter in name if letter.isupper()).casefold(),
        lambda _, name: name.casefold().startswith(sought),
    )
    return next((iso for fits in ways for iso, name in named.items() if fits(iso, name)), "")


def roll_lines(roll: RollCall) -> Iterator[str]:
    """A vote state by state, by how they voted."""
    yield f"-- {roll.title}, {roll.date} --"
    yield from wrap(say_result(roll), "  ")
    for vote, name in VOTES.items():
        states = [f"{cast.name} ({cast.iso})" for cast in roll.casts if cast.vote == vote]
        if states:
            yield from wrap(f"{name}: {', '.join(states)}", "  ")


def reason_lines(play: Playthrough, roll: RollCall, word: str) -> Iterator[str]:
    """Why the state of this name or code voted as it did."""
    iso = _state(play, word)
    if not iso:
        yield from wrap(f"No state of the name {word} here. Names and codes are in the roll: votes and a number.", "  ")
        return
    if all(cast.iso != iso for cast in roll.casts):
        yield from wrap(f"{name_of(play.scenario, iso)} did not sit in that hall.", "  ")
        return
    yield from said(why_vote(play.scenario, play.steps, roll, iso))


def said(why: VoteReasons) -> Iterator[str]:
    """The reasons of a vote."""
    yield from wrap(f"{why.name}: {VOTES[why.vote].lower()}.", "  ")
    for part in why.parts:
        yield from wrap(f"{_logits(part.amount)}  {part.label}", "    ")
    if why.parts:
        total = sum(part.amount for part in why.parts)
        yield from wrap(f"{_logits(total)}  in all: {_odds(why)}.", "    ")
    for line in (why.drawn, *why.changed_by):
        yield from wrap(line, "    ")


def _logits(amount: int) -> str:
    """Thousandths of a logit with one decimal; what rounds to nought bears no sign."""
    return f"{amount / 1000:+.1f}" if abs(amount) >= LEAST else " 0.0"


def _odds(why: VoteReasons) -> str:
    """How likely each vote was that was at all likely."""
    odds = why.chances
    rest = [
        f"{name.lower()} in {share_of(getattr(odds, vote))}"
        for vote, name in VOTES.items()
        if vote != "yes" and getattr(odds, vote)
    ]
    return ", ".join([f"yes in {share_of(odds.yes)} of a hundred such cases", *rest])


def beside_lines(play: Playthrough) -> Iterator[str]:
    """The votes of a finished play beside those that were really held."""
    found = recorded(play.scenario, play.steps)
    if found:
        yield ""
        yield "The votes, beside the real ones:"
    for one in found:
        yield from wrap(f"{one.title}. {say_recorded(one)}", "  ")
        named = [f"{a.name} ({a.here}, really {a.there})" for a in one.apart[:MOST_APART]]
        more = len(one.apart) - len(named)
        if named:
            yield from wrap("Otherwise: " + ", ".join(named) + (f" and {more} more." if more else "."), "    ")
