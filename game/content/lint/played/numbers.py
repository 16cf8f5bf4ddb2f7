"""Played numbers: meters that hardly move, and doctrines that make no difference."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from game.content.lint.code import Code, Finding
from game.content.lint.played.seen import Pair, within
from game.content.lint.played.stage import Stage, share
from game.content.problem import Severity
from game.core.meter import Meter

ONE_BAND = Code(
    "L130",
    Severity.HINT,
    "a meter that never left one band",
    "In no game did it reach another word: whoever plays reads the same one from beginning to end.",
    "bands at 0, 30 and 70, and a meter that stays between 35 and 60 whatever is done",
    "Set the bands where the meter moves, or let things move it further.",
)
AT_BOUND = Code(
    "L131",
    Severity.HINT,
    "a meter that nearly always stands at a bound",
    "Over 90% of the turns began, or games ended, with it at its least or its greatest value, where all that would "
    "change it further is lost.",
    "a purse of at most 6 that gains 4 a turn, while nobody spends more than 2",
    "Widen its range, or let less push it there and more pull it away.",
)
SAME_ANSWERS = Code(
    "L140",
    Severity.HINT,
    "a doctrine that answers as another one does",
    "Under the same dice each game heard the very same answers in the same turns: one faces the same other side twice.",
    "doctrines: [{id: wary, ..., starts: {want: 42}}], where no rule asks whether want is above 40",
    "Give it rules of its own that win, or starts that reach what rules ask for.",
)
SAME_ENDS = Code(
    "L141",
    Severity.HINT,
    "a doctrine against which games end as against another one",
    "No policy's share of any ending differs by 5 points between the two, so that the sealed envelope decides nothing.",
    "a doctrine whose rules say other things, with the same effects",
    "Let its answers do other things to what the endings ask for.",
)
CODES = (ONE_BAND, AT_BOUND, SAME_ANSWERS, SAME_ENDS)

MOVING = ("meter", "derived", "purse")
AT_THE_BOUND = 90
POINTS = 5


def find(stage: Stage) -> Iterator[Finding]:
    """The findings of this family."""
    for meter in stage.scenario.meters:
        if meter.kind in MOVING and not meter.refill and meter.cell not in stage.taken:
            yield from _meter(stage, meter, stage.seen.meters[meter.id])
    for later, doctrine in enumerate(stage.seen.doctrines):
        for earlier in range(later):
            finding = list(_pair(stage, doctrine, stage.seen.doctrines[earlier], stage.seen.pairs[earlier, later]))
            if finding:
                yield from finding
                break


def _meter(stage: Stage, meter: Meter, stood: Mapping[int, int]) -> Iterator[Finding]:
    of = sum(stood.values())
    lows = [band.low for band in meter.bands]
    bands = {bisect_right(lows, value) for value in stood}
    value, most = max(((bound, stood.get(bound, 0)) for bound in (meter.low, meter.high)), key=lambda pair: pair[1])
    if stage.above(most, of, AT_THE_BOUND):
        says = f'"{meter.id}" stood at its bound {value} in {share(most, of, "turns")}.'
        yield from stage.at(AT_BOUND, f"meter:{meter.id}", says)
    elif len(lows) > 1 and len(bands) == 1:
        says = f'"{meter.id}" never left one band in {stage.whole:,} games: it stood from {min(stood)} to {max(stood)}.'
        yield from stage.at(ONE_BAND, f"meter:{meter.id}", says)


def _pair(stage: Stage, one: str, other: str, pair: Pair) -> Iterator[Finding]:
    key, of = f"doctrine:{one}", stage.each // len(stage.seen.doctrines)
    if all(same == of for same in pair.same):
        says = f'"{one}" gave the same answers as "{other}" in all {of * len(pair.same):,} games with the same dice.'
        yield from stage.at(SAME_ANSWERS, key, says)
    elif all(within(first, second, of, POINTS) for counts in pair.only.values() for first, second in counts):
        widest = max(abs(first - second) for counts in pair.only.values() for first, second in counts)
        says = (
            f'games against "{one}" end as those against "{other}": '
            f"no share of an ending differs by more than {100 * widest / of:.1f} points."
        )
        yield from stage.at(SAME_ENDS, key, says)
