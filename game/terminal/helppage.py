"""Help page: the words that can be typed, as far as the crisis has what they ask for."""

from __future__ import annotations

from collections.abc import Iterator

from game.play.playthrough import Playthrough

WORDS = (
    ("moves", "the open moves again (or press Enter)"),
    ("news", "what was told last, all of it"),
    ("about N", "what move N is and costs, and what the advisers say"),
    ("weigh N", "where move N is likely to lead by the end of the turn"),
    ("forecast N", "the spread of futures of move N, once you have said what you expect of it"),
    ("why N", "why answer N came; without a number, the last one; why and an event's title: what brought it"),
    ("aims", "what you want, and how it is judged"),
    ("numbers", "every number you can see, and what hangs on it"),
    ("ledger", "what has been promised, and what breaking it costs"),
    ("channels", "ways to talk, and partners"),
    ("analysts", "which reading explains the answers so far"),
    ("draft", "the text, its price in votes, and how the vote stands"),
    ("lobby", "groups of states: how they lean"),
    ("votes N", "vote N state by state; votes N India: why India voted so"),
    ("closed", "moves that are closed, and why"),
    ("brief", "the briefing again"),
    ("undo", "take the last choice back"),
    ("save NAME", "keep the game under a name"),
    ("load NAME", "go on with a kept game"),
    ("hints", "hints for newcomers off, or on again"),
    ("quit", "stop (the game is saved)"),
)
"""Each word with what it does, in the order in which a newcomer needs them."""

AFTER = ("assumptions", "what the model assumed in this game, and other views")


def help_lines(play: Playthrough) -> Iterator[str]:
    """The words that mean something in this crisis."""
    scenario = play.scenario
    missing = set[str]()
    if not scenario.drafts:
        missing |= {"draft", "lobby", "votes"}
    if not scenario.promises:
        missing.add("ledger")
    if not play.package.forecast:
        missing.add("forecast")
    yield "Type the number of a choice; 0 ends the turn. Words:"
    for word, says in (*WORDS, *([AFTER] if play.over else [])):
        if word.split()[0] not in missing:
            yield f"  {word:<11} {says}"
