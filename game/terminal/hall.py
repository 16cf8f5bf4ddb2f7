"""Hall: drafts, lobbying and roll calls as lines of plain text."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.lobby import blocs
from game.core.outlook import Estimate, Outlook
from game.core.recorded import recorded, say_recorded
from game.core.rollcall import RollCall, VoteReasons, roll_calls, say_result, why_vote
from game.core.sheet import Provision, drafts_now, sheet
from game.play.playthrough import Playthrough

from .page import wrap

VOTES = {"yes": "Yes", "no": "No", "abstain": "Abstaining", "absent": "Not voting"}
MOST_APART = 12
"""States that voted otherwise than really they did, named in the debrief; the rest are counted."""


def _which(play: Playthrough, word: str) -> str:
    """The draft that is meant: the one named, else the one on the table or waiting, else the first; "" for none."""
    drafts = [draft.id for draft in play.scenario.drafts]
    if word in drafts:
        return word
    return next(iter((*drafts_now(play.scenario, play.state), *drafts)), "")


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
    for bloc in blocs(play.scenario, play.state, id):
        count = ", ".join(f"{number} {vote}" for vote, number in zip(VOTES, bloc.votes, strict=True) if number)
        known = ", sounded out" if bloc.sounded else ""
        yield from wrap(
            f"{bloc.title}: {count}{known}; pressed {bloc.push:+d}; fifty more would bring {bloc.swing} yes.", "  "
        )


def vote_lines(play: Playthrough, word: str) -> Iterator[str]:
    """The votes held so far; with a number one of them state by state; with a state's name or code, why it voted so."""
    rolls = roll_calls(play.scenario, play.steps)
    number, _, iso = word.partition(" ")
    if number.isdecimal() and 0 < int(number[:3]) <= len(rolls):
        roll = rolls[int(number) - 1]
        yield from reason_lines(play, roll, _state(roll, iso.strip())) if iso else roll_lines(roll)
        return
    if not rolls:
        yield "  No vote has been held yet."
    for place, roll in enumerate(rolls, 1):
        yield from wrap(f"{place} {roll.date} {roll.title}. {say_result(roll)}", "  ")


def _state(roll: RollCall, word: str) -> str:
    """The code of the state that is meant, by code, by name or by how its name begins; else the word itself."""
    sought = word.casefold()
    names = [(cast.iso, cast.name.casefold()) for cast in roll.casts]
    exact = [iso for iso, name in names if sought in (iso.casefold(), name)]
    return next(iter(exact + [iso for iso, name in names if name.startswith(sought)]), word.upper())


def roll_lines(roll: RollCall) -> Iterator[str]:
    """A vote state by state, by how they voted."""
    yield f"-- {roll.title}, {roll.date} --"
    yield from wrap(say_result(roll), "  ")
    for vote, name in VOTES.items():
        states = [f"{cast.name} ({cast.iso})" for cast in roll.casts if cast.vote == vote]
        if states:
            yield from wrap(f"{name}: {', '.join(states)}", "  ")


def reason_lines(play: Playthrough, roll: RollCall, iso: str) -> Iterator[str]:
    """Why a state voted as it did."""
    if all(cast.iso != iso for cast in roll.casts):
        yield f"  {iso} did not sit in that hall."
        return
    yield from said(why_vote(play.scenario, play.steps, roll, iso))


def said(why: VoteReasons) -> Iterator[str]:
    """The reasons of a vote."""
    yield from wrap(f"{why.name}: {VOTES[why.vote].lower()}.", "  ")
    for part in why.parts:
        yield from wrap(f"{part.amount / 1000:+.1f}  {part.label}", "    ")
    total = sum(part.amount for part in why.parts)
    if why.parts:
        odds = f"yes in {why.chances.yes // 100} of a hundred such cases"
        yield from wrap(f"{total / 1000:+.1f}  in all: {odds}.", "    ")
    for other in why.changed_by:
        yield from wrap(other, "    ")


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
