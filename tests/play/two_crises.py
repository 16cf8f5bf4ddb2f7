"""Two crises of a few lines: one that is played first, and one that takes something over from it."""

from __future__ import annotations

from game.content.package import Package, from_resolved
from game.play.playthrough import Playthrough
from tests.core.small import package

MIND = "text: It was so., source: none, because: So., counter_view: Not so., confidence: low"
FIRST = """
meters: [{id: brace, title: Readiness, start: 10}, {id: purse, title: Purse, kind: purse, range: [0, 9], start: 4}]
derived: [{id: both, title: Both, form: {sum of: [brace, purse]}, range: [0, 300]}]
moves: [{id: prepare, MOVE, then: {brace: +30}}]
doctrines:
  - {id: patient, title: Patient, MIND, documented: yes}
  - {id: hasty, title: Hasty, MIND}
"""
SECOND = """
meters:
  - {id: stocks, title: Stocks, range: [0, 50], start: 5, sight: desk}
  - {id: mood, title: Mood, start: 50, sight: hidden}
  - {id: apart, title: Apart, start: 7}
derived: [{id: half, title: Half, form: {sum of: [stocks]}, over: 2}]
moves: [{id: spend, MOVE, then: {stocks: -2}}]
carries:
  - {id: the-stocks, from: small, meter: both, into: stocks, says: What was laid in before.}
  - {id: the-mood, from: small, meter: brace, into: mood, says: What was seen of it.}
  - {id: from-elsewhere, from: another, meter: boats, into: apart, says: The boats were there already.}
doctrines:
  - {id: hasty, title: Hasty, MIND, documented: yes}
  - {id: weary, title: Weary, MIND}
"""


def crisis(sections: str) -> Package:
    """A package of the usual base and these sections; MIND stands for the usual fields of a doctrine."""
    return package(sections.replace("MIND", MIND))


def second() -> Package:
    """The crisis that follows."""
    files = crisis(SECOND).resolved()
    return from_resolved({name: text.replace("id: small", "id: sequel", 1) for name, text in files.items()})


def first(doctrine: str | None = "hasty", prepared: int = 1, ended: int = 7, seed: int = 3) -> Playthrough:
    """A play of the crisis before, to its end unless told otherwise."""
    play = Playthrough(crisis(FIRST), seed, doctrine)
    for _ in range(ended):
        if prepared:
            play.choose("prepare")
            prepared -= 1
        play.choose("end-turn")
    return play
