"""Played ends: endings that never or nearly always come, and aims that say nothing of how one has played."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.played.seen import total
from game.content.lint.played.stage import Stage, listed, share
from game.content.problem import Severity

NEVER = Code(
    "L120",
    Severity.WARNING,
    "an ending that no policy ever reached",
    "It can be reached (else L041 and L042 would say so), but in no game was it. Its text is written for nobody.",
    "salience: 90, when: {trust: at least 80, unity: at least 80}, where who raises the one loses the other",
    "Ask for less, give it more salience, or let its condition come within reach. If a line leads there that nobody "
    "here plays, write that line as a policy.",
)
ALWAYS = Code(
    "L121",
    Severity.WARNING,
    "an ending in which a policy ends in over 80% of its games",
    "For whoever plays so, nothing is at stake: the end is known from the start, whatever the other side is and "
    "whichever way the dice fall. All doctrines are counted together.",
    "salience: 10 and no `when`, while the conditions of all other endings are hardly ever met",
    "Let events and answers make the end uncertain, or set the thresholds where the games really end. If history says "
    "so, silence it on the line of the ending, and say why.",
)
NEVER_MET = Code(
    "L122",
    Severity.HINT,
    "an aim that nobody ever met",
    "No policy met it once, so that it tells no two lines of play apart.",
    "aims: [{id: full-trust, ..., when: {trust: at least 95}}], where nobody comes above 80",
    "Ask for less, or let something lead there.",
)
ALWAYS_MET = Code(
    "L123",
    Severity.HINT,
    "an aim that everybody meets",
    "Each policy met it in over 95% of its games, so that it tells no two lines of play apart.",
    "aims: [{id: keep-talking, ..., when: {embassy: open}}], where the embassy is hardly ever closed",
    "Ask for more, or let something endanger it.",
)
ALL_MET = Code(
    "L124",
    Severity.HINT,
    "a policy that meets all aims in over 95% of its games",
    "There is a way to play that wants for nothing: nothing has to be given up for anything else.",
    "the policy cautious, which meets all five aims whatever the other side does",
    "Set the aims against each other, or let what serves them be answered.",
)
CODES = (NEVER, ALWAYS, NEVER_MET, ALWAYS_MET, ALL_MET)

MOST_ENDED = 80
NEARLY_ALL = 95


def find(stage: Stage) -> Iterator[Finding]:
    """The findings of this family."""
    whens = {ending.id: ending.when for ending in stage.scenario.endings}
    for ending, table in stage.seen.endings.items():
        often = [
            f"{share(count, stage.each, 'games')} of `{policy}`"
            for policy, count in stage.by_policy(table).items()
            if stage.above(count, stage.each, MOST_ENDED)
        ]
        if not total(table) and stage.open_to(whens[ending]):
            says = f'no policy reached the ending "{ending}" in {stage.whole:,} games.'
            yield from stage.at(NEVER, f"ending:{ending}", says)
        elif often:
            yield from stage.at(ALWAYS, f"ending:{ending}", f'"{ending}" is the end of {listed(often)}.')
    yield from _aims(stage)


def _aims(stage: Stage) -> Iterator[Finding]:
    for aim, table in stage.seen.aims.items():
        if not total(table):
            yield from stage.at(NEVER_MET, f"aim:{aim}", f'nobody met the aim "{aim}" in {stage.whole:,} games.')
        elif all(stage.above(count, stage.each, NEARLY_ALL) for count in stage.by_policy(table).values()):
            says = f'everybody met the aim "{aim}": in {share(total(table), stage.whole, "games")}.'
            yield from stage.at(ALWAYS_MET, f"aim:{aim}", says)
    for policy, count in stage.by_policy(stage.seen.all_aims).items() if stage.seen.aims else ():
        if stage.above(count, stage.each, NEARLY_ALL):
            says = f"`{policy}` met all aims in {share(count, stage.each, 'games')}."
            own = f"policy:{policy}"
            yield from stage.at(ALL_MET, own, says) if stage.places(own) else [stage.of_all(ALL_MET, says)]
