"""Moves: what the seat can never choose, turns in which it can choose nothing, and choices that are none."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.conditions import why
from game.content.lint.crisis import Crisis
from game.content.lint.doings import uses
from game.content.lint.narrow import narrowed
from game.content.lint.values import Values
from game.content.problem import Severity
from game.core.act import Move

NEVER = Code(
    "L020",
    Severity.WARNING,
    "a move that can never be made",
    "Its `when` cannot hold, or no purse ever covers its price. It stands on the desk, closed, for the whole game.",
    "when: {minutes-signed: yes}, where nothing raises the flag; or price: {favours: 5}, of which nobody has 5",
    "Ask for less, lower the price, or let something bring about what it waits for.",
)
NOTHING_TO_DO = Code(
    "L021",
    Severity.WARNING,
    "turns in which nothing can be done but to end them",
    "However the game is played, there are turns without a single move: all have been used as often as they may be, "
    "their time is over, or their price cannot be paid again; or something that is never taken back closes them all.",
    "every move has `times: 1`, and there are more turns than moves",
    "Give one move no `times`, or write moves for those turns; or end the game earlier.",
)
OPTION = Code(
    "L024",
    Severity.WARNING,
    "an option or reply that can never be chosen",
    "Its `when` cannot hold while the meeting stands at this stage or the quarrel on this rung, or no purse ever "
    "covers its price.",
    "{id: offer-more, label: Offer more, when: {minutes-signed: yes}}, where nothing raises the flag",
    "Ask for less, lower the price, or let something bring about what it waits for.",
)
NEVER_AGREED = Code(
    "L025",
    Severity.WARNING,
    "a joint measure that partners can never agree to",
    "Fewer partners than it needs can come as far as it asks, and no rule of theirs lets them consent before.",
    "joint: {of: [NOR, CHL], needs: 2, ask: 80}, where the line of Chile never rises above 60",
    "Ask for less, need fewer, or let something move the partners.",
)
SHUT_WAY = Code(
    "L026",
    Severity.HINT,
    "a move that goes through a channel which begins closed, and does not ask whether it is open",
    "It can be made while nobody is at the other end, and nothing that it does opens the channel.",
    "channel: back-door, when: {turn: at least 3}, where the channel back-door has start: closed",
    "Add the channel to `when`, such as `back-door: open`; or let the move open it.",
)
UNTOLD = Code(
    "L094",
    Severity.HINT,
    "more lines of news than a move can be made",
    "The first time tells the first line, the second time the second; the last ones are never told.",
    "times: 1, news: [The drums went over by sledge., A second sledge went.]",
    "Take a line out, or let the move be made more often.",
)
CODES = (NEVER, NOTHING_TO_DO, OPTION, NEVER_AGREED, SHUT_WAY, UNTOLD)


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    for move in crisis.scenario.moves:
        key = f"move:{move.id}"
        if not crisis.can(key):
            yield from crisis.at(NEVER, key, f'"{move.id}" can never be made: {_reason(crisis, key)}')
        elif move.joint is not None and not crisis.can(f"agreed:{move.id}"):
            yield from crisis.at(
                NEVER_AGREED, key, f'"{move.id}" can never be agreed: too few partners come so far.', "joint"
            )
        if crisis.can(key):
            yield from _told(crisis, move)
            yield from _way(crisis, move)
    yield from _choices(crisis)
    if crisis.scenario.moves:
        yield from _locked(crisis)


def _told(crisis: Crisis, move: Move) -> Iterator[Finding]:
    first, last = crisis.reach.windows[f"move:{move.id}"]
    most = min(_most(crisis, move), 1 + (last - first) // max(1, move.every))
    if move.news > most:
        often = "once" if most == 1 else f"{most} times"
        says = f'"{move.id}" has {move.news} lines of news, and can be made {often}.'
        yield from crisis.at(UNTOLD, f"move:{move.id}", says, "news")


def _way(crisis: Crisis, move: Move) -> Iterator[Finding]:
    """That the channel of a move begins closed, and the move is open all the same."""
    key, reach = f"move:{move.id}", crisis.reach
    cell = crisis.scenario.channels[move.channel].cell if move.channel >= 0 else -1
    if cell < 0 or crisis.scenario.cells[cell].start:
        return
    opens = any(effect.cell == cell and key in deed.after for deed in reach.deeds for effect in deed.effects)
    asks = any(leaf.cell == cell for group in move.when for leaf in group)
    if not opens and not asks:
        name = crisis.scenario.channels[move.channel].id
        says = f'"{move.id}" goes through "{name}", and is open while that is closed.'
        yield from crisis.at(SHUT_WAY, key, says, "channel")


def _reason(crisis: Crisis, key: str) -> str:
    for deed in crisis.deeds[key]:
        for purse, amount in deed.price:
            most = crisis.reach.most(purse)
            if most < amount:
                name = crisis.reach.ground.names[purse]
                return f'it costs {amount} of "{name}", of which there are never more than {most}.'
    return why(crisis, crisis.deeds[key])


def _choices(crisis: Crisis) -> Iterator[Finding]:
    for key, deeds in crisis.deeds.items():
        kind, _, id = key.partition(":")
        waits = (
            any(crisis.can(after) for deed in deeds for after in deed.after) if kind == "option" else _rung(crisis, id)
        )
        if kind in ("option", "response") and not crisis.can(key) and waits:
            yield from crisis.at(OPTION, key, f'{kind} "{id}" can never be chosen: {_reason(crisis, key)}')


def _rung(crisis: Crisis, response: str) -> bool:
    """Whether the rung of this reply can be reached at all."""
    return crisis.can(f"rung:{response.rpartition('.')[0]}")


def _locked(crisis: Crisis) -> Iterator[Finding]:
    """At best each turn takes one use of a move that can be made in it: turns for which none is left are locked."""
    left = {move.id: _most(crisis, move) for move in crisis.scenario.moves if crisis.can(f"move:{move.id}")}
    taken: dict[str, list[int]] = {id: [] for id in left}
    turns, card = crisis.scenario.turns, crisis.parts.card.id
    busy = sum(_take(crisis, turn, left, taken, set()) for turn in range(1, turns + 1))
    free = turns - min(busy, _affordable(crisis))
    if free:
        number = "one turn" if free == 1 else f"{free} turns"
        says = f"in {number} of {turns} at least nothing can be done but to end the turn, however one plays."
        yield Finding(NOTHING_TO_DO, card, card, says)
    for name in _shutting(crisis):
        says = f'once "{name}" has come about, which nothing takes back, no move can be made.'
        yield Finding(NOTHING_TO_DO, card, card, says)


def _affordable(crisis: Crisis) -> int:
    """How many moves can be paid for in a game where all of them cost something of one purse that is never refilled."""
    prices = [dict(move.price) for move in crisis.scenario.moves if crisis.can(f"move:{move.id}")]
    found = crisis.scenario.turns
    for purse in set[int]().union(*prices):
        paid, least = crisis.reach.inflow(purse), min(price.get(purse, 0) for price in prices)
        if paid is not None and least:
            found = min(found, paid // least)
    return found


def _shutting(crisis: Crisis) -> Iterator[str]:
    """What closes every move for good once it has come about, while no ending is waiting for it."""
    reach, moves = crisis.reach, [move for move in crisis.scenario.moves if crisis.can(f"move:{move.id}")]
    named = [{leaf.cell for group in move.when for leaf in group} for move in moves]
    ended = {leaf.cell for one in crisis.scenario.endings if one.early for group in one.when for leaf in group}
    for cell in sorted(set.intersection(*named) - ended) if named else ():
        for values in _final(crisis, cell):
            base = [*reach.values[:cell], values, *reach.values[cell + 1 :]]
            deeds = (deed for move in moves for deed in crisis.deeds[f"move:{move.id}"])
            if all(narrowed(deed.own, deed.given, reach.ground, base, deed.late) is None for deed in deeds):
                yield reach.ground.names[cell]
                break


def _final(crisis: Crisis, cell: int) -> Iterator[Values]:
    """What a cell may come to hold that nothing takes back: that a thing has happened, or a word never unsaid."""
    ground, values = crisis.reach.ground, crisis.reach.values[cell]
    if cell in ground.past:
        yield tuple(one for one in values if one[0] > 0)
    elif cell in crisis.scenario.find.words and ground.kinds[cell] == "meter":
        set_to = {effect.amount for deed in crisis.reach.deeds for effect in deed.effects if effect.cell == cell}
        if len(set_to) == 1 and set_to != {crisis.scenario.cells[cell].start}:
            yield tuple((amount, amount) for amount in set_to)


def _most(crisis: Crisis, move: Move) -> int:
    """How often the move can be made and paid for in a game at most."""
    most = uses(crisis.scenario, move)
    for purse, amount in move.price:
        paid = crisis.reach.inflow(purse)
        most = most if paid is None else min(most, paid // amount)
    return most


def _take(crisis: Crisis, turn: int, left: dict[str, int], taken: dict[str, list[int]], seen: set[str]) -> bool:
    """Whether this turn finds a move, those of earlier turns making room where they can."""
    for id, most in left.items():
        first, last = crisis.reach.windows[f"move:{id}"]
        if id in seen or not first <= turn <= last:
            continue
        seen.add(id)
        if len(taken[id]) < most:
            taken[id].append(turn)
            return True
        for other in tuple(taken[id]):
            if _take(crisis, other, left, taken, seen):
                taken[id].remove(other)
                taken[id].append(turn)
                return True
    return False
