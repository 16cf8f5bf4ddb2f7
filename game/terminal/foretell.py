"""Foretell: the spread of futures at the keyboard, told to who has said first what they expect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import ascii_lowercase

from game.batch.spread import Future, Spread
from game.core.naming import choice_name
from game.core.step import IllegalChoice
from game.core.weigh import ODDS, in_words
from game.core.words import title
from game.play import counsel
from game.play.calibration import distance, tallies
from game.play.playthrough import Estimate, Playthrough

from .page import wrap

WORDS = [word for _, word in ODDS]
CLOSED = "The author of this crisis lets nobody see forecasts in it."


def told(play: Playthrough, words: str, chosen: Callable[[str], str]) -> Iterator[str]:
    """What `forecast N` comes to: the question what one expects, or with a letter and a word behind it the spread.

    `chosen` makes the id of a choice from what was typed for it.
    """
    number, _, rest = words.partition(" ")
    move, said = chosen(number), _said(play, rest)
    if not play.package.forecast:
        yield CLOSED
    elif move not in play.view.choices or play.over:
        yield "That cannot be looked at now. Type forecast and the number of a move."
    elif (before := _said_before(play, move)) is not None:
        yield from _spread(play, before)
    elif said is None:
        if rest.strip():
            yield from wrap(f"This is not a letter and one of the words: {rest.strip()}. Nothing was kept of it.")
        yield from _question(play, number, move)
    else:
        yield from _spread(play, Estimate(play.turn, move, *said, 0))


def _endings(play: Playthrough) -> dict[str, str]:
    """The endings by the letter that stands for each."""
    return {letter: one.id for letter, one in zip(ascii_lowercase, play.scenario.find.endings, strict=False)}


def _said(play: Playthrough, rest: str) -> tuple[str, str] | None:
    letter, _, word = rest.partition(" ")
    endings = _endings(play)
    return (endings[letter], word.strip()) if letter in endings and word.strip() in WORDS else None


def _said_before(play: Playthrough, move: str) -> Estimate | None:
    notes = play.notes.estimates
    return next((note for note in notes if (note.turn, note.move) == (play.turn, move)), None)


def _question(play: Playthrough, number: str, move: str) -> Iterator[str]:
    scenario = play.scenario
    yield from wrap(f"Say first what you expect, if you do this and go on with care: {choice_name(scenario, move)}.")
    for letter, id in _endings(play).items():
        yield f"  {letter}  {title(scenario, 'ending', id)}"
    yield from wrap(f"How likely is one of these? {', '.join(WORDS)}.")
    letter = next(iter(_endings(play)), "a")
    yield f"So type for instance: forecast {number} {letter} {WORDS[1]}"


def _spread(play: Playthrough, said: Estimate) -> Iterator[str]:
    try:
        found = counsel.spread(play, counsel.looked_at(play.view.choices, said.move))
    except IllegalChoice:
        yield "That cannot be looked at now."
        return
    future = found.of(said.move)
    assert future is not None
    if _said_before(play, said.move) is None:
        share = future.share(said.ending, found.playouts)
        play.notes.estimates.append(Estimate(said.turn, said.move, said.ending, said.word, share))
    scenario = play.scenario
    on = title(scenario, "policy", found.policy) if found.policy else "at random"
    asked = title(scenario, "ending", said.ending)
    yield from wrap(f"{found.playouts} games of each choice, going on: {on}. You said: {said.word}, {asked}.")
    yield from _one(play, found, future)
    yield f"How often the others end in {asked}:"
    for other in found.futures:
        if other.choice != said.move:
            yield f"  {_figure(other.share(said.ending, found.playouts))}  {choice_name(scenario, other.choice)}"
    yield from wrap(
        "After its choice each game goes on making moves, in this turn too; one that ends the turn waits for the next."
    )
    yield from wrap("Hidden numbers, the reading and the dice are drawn anew for each game: odds, no promise.")


def _one(play: Playthrough, found: Spread, future: Future) -> Iterator[str]:
    """The endings and numbers of one choice."""
    scenario = play.scenario
    yield f"If you do this: {choice_name(scenario, future.choice)}"
    for id, count in future.endings:
        share = _figure(future.share(id, found.playouts))
        yield f"  {share}  {title(scenario, 'ending', id)} ({in_words(count, found.playouts)})"
    yield "  At the end, in eight games of ten (and in the middle one):"
    for id, fans in future.meters:
        low, _, middle, _, high = fans[-1]
        yield f"    {title(scenario, 'meter', id)}: {low} to {high} ({middle})"


def _figure(thousandths: int) -> str:
    return f"{thousandths / 10:5.1f} %"


def calibration_lines(play: Playthrough) -> Iterator[str]:
    """The words said before spreads were opened, against what came; nothing where none was."""
    notes, ending = play.notes.estimates, play.view.ending
    off = distance(notes, ending)
    if off is None:
        return
    yield "Your words on the spread of futures:"
    for row in tallies(notes, ending):
        yield f'  "{row.word}" ({row.least}-{row.most}%): came {row.came} of {row.said}; the spreads said {row.found}%'
    yield from wrap(f"Your words lay {off.own} points of a hundred from what came, the spreads {off.spread}.", "  ")
