"""Small: scenarios of a few lines, each written for one test beside the test itself."""

from __future__ import annotations

from game.content.package import Package, from_resolved
from game.core.choice import Choice
from game.core.event import Changed, Told
from game.core.scenario import Scenario
from game.core.state import State
from game.core.step import Step, start, step

BASE = """
format: 1
scenario:
  id: small
  title: Small
  seat: west
  seat_title: Head of a small office
  dates: [{dates}]
  main_actor: moscow
  facts_as_of: 2026-03-01
  content_note: Invented.
  briefing_short: Short.
  briefing_long: Long.
  licence: CC BY 4.0
  moves_per_turn: 3
  events_per_turn: 1
  misreading: {misreading}
actors: [{{id: moscow, title: Moscow, country: RUS}}, {{id: kyiv, title: Kyiv, country: UKR}}]
families: [{{id: talk, title: Talk}}]
instruments: [{{id: talk, title: Talk}}]
tags: [{{id: loud, title: Loud}}]
approaches: [{{id: argue, title: Argue}}, {{id: listen, title: Listen}}]
sources: [{{id: none, author: Nobody, kind: invention, date: never}}]
cameo: [{{code: '010', goldstein: 0.0, quad: 1, label: statement}}]
endings: [{{id: the-end, title: The end, salience: 0, text: It ends.}}]
"""
DATES = "2022-01-01, 2022-01-02, 2022-01-03, 2022-01-04, 2022-01-05, 2022-01-06, 2022-01-07, 2022-01-08"
MOVE = "title: A move, text: It is made., instrument: talk, cameo: '010', to: moscow, via: public"
SAYS = "title: An answer, actor: moscow, family: talk, cameo: '010', to: west, via: public"
RULE = "actor: moscow, family: talk, because: So., counter_view: Not so., source: none, confidence: low"


def package(sections: str, misreading: str = "[]", dates: str = DATES) -> Package:
    """A package of the base and these sections; MOVE, SAYS and RULE in them stand for the usual fields."""
    text = sections.replace("MOVE", MOVE).replace("SAYS", SAYS).replace("RULE", RULE)
    base = BASE.format(dates=dates, misreading=misreading)
    return from_resolved({"scenario/scenario.yaml": base, "scenario/more.yaml": f"format: 1\n{text}"})


def small(sections: str, misreading: str = "[]", dates: str = DATES) -> Scenario:
    """The Scenario of such a package."""
    return package(sections, misreading, dates).compile()


class Table:
    """A small game being played: `does` makes choices, `reads` a meter, `cell` any cell."""

    def __init__(self, scenario: Scenario, seed: int = 1) -> None:
        self.scenario = scenario
        self.steps: list[Step] = [start(scenario, seed)]

    @property
    def state(self) -> State:
        """Where the game stands."""
        return self.steps[-1].state

    def does(self, *ids: str) -> Table:
        """Make these choices, in order."""
        for id in ids:
            self.steps.append(step(self.scenario, self.state, Choice(self.scenario.seat, id)))
        return self

    def ends(self, turns: int = 1) -> Table:
        """End this many turns."""
        return self.does(*["end-turn"] * turns)

    def cell(self, key: str) -> int:
        """The value of a cell by its key."""
        return self.state.cells[self.scenario.find.cell[key]]

    def reads(self, meter: str) -> int:
        """The value of a meter."""
        return self.cell(f"meter:{meter}")

    def told(self) -> list[str]:
        """The texts that the last step told."""
        return [self.scenario.text(event.text) for event in self.steps[-1].events if isinstance(event, Told)]

    def answers(self) -> list[str]:
        """Ids of the answers given in the last step."""
        return [self.scenario.answers[d.answer].id for d in self.steps[-1].decisions if d.answer >= 0]

    def changes(self, meter: str) -> list[tuple[int, str, str]]:
        """What the last step did to a meter: by how much, kind and id of the cause."""
        cell = self.scenario.find.cell[f"meter:{meter}"]
        return [(e.by, *e.cause) for e in self.steps[-1].events if isinstance(e, Changed) and e.cell == cell]


def lucky(scenario: Scenario, rolled: str, odds: int, turn: int, yes: bool = True) -> int:
    """A seed under which the dice of this name fall below the odds in this turn, or not."""
    from game.core.chance import draw

    return next(seed for seed in range(10_000) if (draw(seed, turn, rolled) < odds) == yes)
