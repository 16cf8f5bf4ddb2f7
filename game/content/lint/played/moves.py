"""Played moves: what nobody can do or ever does, what is always done, and turns in which nothing done matters."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.played.seen import AIMS, total
from game.content.lint.played.stage import Stage, listed, share
from game.content.problem import Severity
from game.core.act import Move

NEVER = Code(
    "L100",
    Severity.WARNING,
    "a move that was never legal in any game",
    "Whatever the policies did, its `when` never held or no purse covered its price. A player will hardly ever see it "
    "open. That it cannot be made at all is not proved: that would be L020.",
    "price: {capital: 14}, where the purse begins at 10 and everybody spends from it",
    "Ask for less, lower the price, or let what it waits for come more often. If only a line nobody here plays opens "
    "it, write that line as a policy.",
)
UNCHOSEN = Code(
    "L101",
    Severity.HINT,
    "a move that nobody ever chose",
    "It was legal so seldom, or so unwanted, that not even the random policy took it once.",
    "every: 6, when: {rung: at least 7}, where the rung is 7 in one game of a thousand",
    "Open it more often, or leave it out.",
)
DOMINANT = Code(
    "L102",
    Severity.WARNING,
    "a move that the aims policy chooses in over 60% of the turns in which it can",
    "Whoever looks at the aims always does it, so that it is no choice: it costs too little, risks nothing, or serves "
    "every aim at once.",
    "price: {hours: 1}, then: {trust: +6}, where trust is an aim and nothing speaks against it",
    "Let it cost something that is missed elsewhere, set one aim against another in it, or let it be answered.",
)
SHUNNED = Code(
    "L103",
    Severity.HINT,
    "a move that the aims policy never chooses, though it often can",
    "It serves no aim at once, or harms one that other moves serve better. That can be meant: a temptation, or a move "
    "whose use shows late.",
    "then: {unity: -8}, where unity is an aim and nothing else comes of it",
    "Let it serve an aim, or say in its advice what it is good for.",
)
DEAD = Code(
    "L104",
    Severity.WARNING,
    "more than 20% dead turns",
    "In a dead turn no first choice changes any answer under the same dice: one may do anything or nothing, and hears "
    "the same. Looked at are some games of every policy, every first choice of each turn.",
    "rules that ask for meters alone, and never for what was done `this turn`",
    "Give those turns rules that answer what is done in them, or let the calendar leap over them.",
)
CODES = (NEVER, UNCHOSEN, DOMINANT, SHUNNED, DEAD)

MOST_CHOSEN = 60
MOST_DEAD = 20
TOLD_TURNS = 3


def find(stage: Stage) -> Iterator[Finding]:
    """The findings of this family."""
    for move in stage.scenario.moves:
        key, seen = f"move:{move.id}", stage.seen
        legal, chosen = total(seen.legal[move.id]), total(seen.chosen[move.id])
        if not legal and stage.open_to(move.when):
            yield from stage.at(
                NEVER, key, f'"{move.id}" was legal in none of {stage.whole:,} games: {_why(stage, move)}'
            )
        elif legal and not chosen:
            says = f'nobody ever chose "{move.id}", which was legal in {legal:,} turns of {stage.whole:,} games.'
            yield from stage.at(UNCHOSEN, key, says)
        elif legal and AIMS in seen.policies:
            yield from _by_aims(stage, move.id)
    yield from _dead(stage)


def _why(stage: Stage, move: Move) -> str:
    short = total(stage.seen.short[move.id])
    if short:
        return f"in {short:,} turns only its price was too high."
    return "its `when` never held." if move.when else "it was never open."


def _by_aims(stage: Stage, id: str) -> Iterator[Finding]:
    legal, chosen = stage.by_policy(stage.seen.legal[id])[AIMS], stage.by_policy(stage.seen.chosen[id])[AIMS]
    if stage.above(chosen, legal, MOST_CHOSEN):
        says = f'`aims` chose "{id}" nearly whenever it could: in {share(chosen, legal, "turns")}.'
        yield from stage.at(DOMINANT, f"move:{id}", says)
    elif not chosen and legal >= stage.each:
        yield from stage.at(SHUNNED, f"move:{id}", f'`aims` never chose "{id}" in {legal:,} turns in which it could.')


def _dead(stage: Stage) -> Iterator[Finding]:
    seen, dead = (sum(column) for column in zip(*stage.seen.dead, strict=True))
    if not stage.above(dead, seen, MOST_DEAD):
        return
    order = sorted(range(len(stage.seen.dead)), key=lambda place: (-stage.seen.dead[place][1], place))
    worst = [
        f"turn {place + 1} ({stage.scenario.dates[place]}: {stage.seen.dead[place][1]} of {stage.seen.dead[place][0]})"
        for place in order[:TOLD_TURNS]
        if stage.seen.dead[place][1]
    ]
    yield stage.of_all(
        DEAD, f"no first choice changes any answer in {share(dead, seen, 'turns')}; most in {listed(worst)}."
    )
