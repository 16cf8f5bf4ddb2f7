"""Synthetic: a crisis made by chance out of the core's own records, as large as is asked for, to see what size costs.

Nobody is meant to play it. Conditions and effects are random; half of the rules answer moves, half are initiatives.
Every sixth turn the states of the hall vote, in the Council if there are 15, in the Assembly otherwise.
"""

from __future__ import annotations

import random
from typing import NamedTuple

from game.core.act import Act, Answer, Happening, Move, Rule
from game.core.ballot import COUNCIL, Member, Paragraph
from game.core.derived import value
from game.core.draft import ASSEMBLY, TABLED, WITHDRAWN, Draft, Hall, Provision
from game.core.grammar import ADD, FAR, NEVER, TO, Clause, Effect, Leaf, When
from game.core.meter import Derived, Meter
from game.core.page import Ending
from game.core.scenario import OVER, Cell, Clock, Scenario

ACT = Act("010", "west", "moscow", False)
METERS, MOVES, EVENTS, DRIFTS, DERIVED, TAGS, CLAUSES = 48, 40, 20, 20, 4, 6, 12
VOTES_EVERY = 6
MOST = 4000
"""More often than anything can come to pass."""


class Size(NamedTuple):
    """How large a crisis is."""

    rules: int = 60
    countries: int = 0
    turns: int = 20


class Maker:
    """A crisis in the making: its dice and the cells laid out so far."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.dice = random.Random(1)
        self.cells: list[Cell] = []
        names = "turn slot moves contest rung held summit stage approach last_approach joint misread draft edits over"
        highs = {"turn": size.turns + 1, "slot": OVER, "moves": 4}
        never = ("held", "joint", "misread")
        self.clock = Clock(
            *(
                self.cell(f"clock:{name}", NEVER if name in never else 0, highs.get(name, 99), NEVER)
                for name in names.split()
            )
        )
        self.meters = tuple(self._meter(number) for number in range(METERS))

    def cell(self, key: str, low: int, high: int, start: int = 0) -> int:
        """Lay out one more cell; its index. It starts within its bounds."""
        self.cells.append(Cell(key, low, high, max(low, start)))
        return len(self.cells) - 1

    def _meter(self, number: int) -> Meter:
        start = self.dice.randint(30, 70)
        purse = number == 0
        cell = self.cell(f"meter:m{number}", 0, 100, 8 if purse else start)
        kind = "purse" if purse else "meter"
        return Meter(f"m{number}", cell, kind, 0, 100, self.cells[cell].start, "desk", refill=purse)

    def when(self, leaves: int) -> When:
        """A condition of so many leaves, each of which holds two times in five or so."""
        found = []
        for meter in self.dice.sample(self.meters[1:], leaves):
            bound = self.dice.randint(30, 50)
            low, high = (0, bound) if self.dice.random() < 0.5 else (100 - bound, 100)
            found.append((Leaf(meter.cell, low, high),))
        return tuple(found)

    def clause(self, id: str, when: When = (), odds: int = 100) -> Clause:
        """Changes of two meters."""
        chosen = self.dice.sample(self.meters[1:], 2)
        effects = tuple(Effect(meter.cell, ADD, self.dice.choice((-8, -5, -3, 3, 5, 8))) for meter in chosen)
        return Clause(id, when, odds, effects)

    def moves(self) -> tuple[Move, ...]:
        """Half of them always open, each with one tag."""
        return tuple(
            Move(
                f"move{n}", n, "west", "", ACT,
                price=((self.meters[0].cell, self.dice.randint(1, 3)),),
                when=self.when(1) if n % 2 else (),
                made=self.cell(f"made:{n}", NEVER, MOST, NEVER),
                count=self.cell(f"times:{n}", 0, MOST),
                open=self.cell(f"open:{n}", 0, 1),
                tags=(f"tag{n % TAGS}",), triggers=(f"move{n}", f"tag{n % TAGS}"), tag_cells=(),
                clauses=(self.clause(f"move{n}"),),
            )
            for n in range(MOVES)
        )  # fmt: skip

    def answers(self) -> tuple[Answer, ...]:
        """One for each rule."""
        return tuple(
            Answer(
                f"answer{n}", n, "moscow", "", ACT,
                given=self.cell(f"given:{n}", NEVER, MOST, NEVER),
                count=self.cell(f"said:{n}", 0, MOST),
                says=FAR, clauses=(self.clause(f"answer{n}"),),
            )
            for n in range(self.size.rules)
        )  # fmt: skip

    def rules(self) -> tuple[Rule, ...]:
        """Of two or three leaves each, so that most are asked and few hold."""
        return tuple(
            Rule(
                f"rule{n}", n, "moscow", "", "initiative" if n % 2 else "reply",
                frozenset() if n % 2 else frozenset((f"tag{n // 2 % TAGS}",)),
                when=self.when(2 + n % 3 % 2), salience=0, rank=n, odds=self.dice.choice((60, 80, 100)), cooldown=n % 3,
                fired=self.cell(f"fired:{n}", NEVER, MOST, NEVER), answer=n, clauses=(),
            )
            for n in range(self.size.rules)
        )  # fmt: skip

    def happenings(self) -> tuple[Happening, ...]:
        """Events of the world, each of which comes once at most."""
        return tuple(
            Happening(f"event{n}", n, self.cell(f"seen:{n}", NEVER, MOST, NEVER), 0, self.when(3), 50, n,
                      (self.clause(f"event{n}"),))
            for n in range(EVENTS)
        )  # fmt: skip

    def tabled(self, draft: Draft, first: int) -> tuple[Happening, ...]:
        """What brings the draft to the vote, every few turns."""
        effects = (Effect(draft.stage, TO, TABLED), Effect(draft.wait, TO, 1))
        return tuple(
            Happening(f"vote{turn}", first + place, self.cell(f"seen:vote{turn}", NEVER, MOST, NEVER), turn, (), 100, 0,
                      (Clause(f"vote{turn}", effects=effects),))
            for place, turn in enumerate(range(VOTES_EVERY, self.size.turns, VOTES_EVERY))
        )  # fmt: skip

    def draft(self) -> Draft:
        """One text, half of whose clauses stand."""
        council = self.size.countries == 15
        tally = [self.cell(f"tally:{n}", 0, MOST) for n in range(4)]
        provisions = tuple(Provision(f"p{n}", n, self.cell(f"text:{n}", 0, 1, n % 2)) for n in range(CLAUSES))
        return Draft(
            "draft", 0, COUNCIL if council else ASSEMBLY, "west", 0, 4,
            self.cell("draft:draft", 0, WITHDRAWN), self.cell("wait:draft", 0, 2),
            self.cell("voted:draft", NEVER, MOST, NEVER), (tally[0], tally[1], tally[2], tally[3]),
            self.cell("weight:draft", 0, MOST), provisions, (), (), (),
            (self.clause("adopted"),), (self.clause("vetoed"),), (self.clause("failed"),),
        )  # fmt: skip

    def hall(self) -> Hall:
        """So many states, the first five of them permanent."""
        roll = self.dice.randint
        members = tuple(
            Member(f"S{n}", roll(-3000, 3000), roll(500, 3000), roll(0, 1500),
                   tuple(roll(-400, 200) for _ in range(CLAUSES)), (300, -300, 0), 0, n < 5)
            for n in range(self.size.countries)
        )  # fmt: skip
        paragraphs = tuple(Paragraph(f"p{n}", "demand", False, n) for n in range(CLAUSES))
        turns = self.size.turns
        return Hall(
            members, paragraphs, (tuple(range(min(15, len(members)))),) * turns, ("S0",) * turns,
            (frozenset(),) * turns, (members,) * turns,
        )  # fmt: skip

    def derived(self) -> tuple[Derived, ...]:
        """Means of four meters each."""
        found = []
        for number in range(DERIVED):
            terms = tuple((meter.cell,) for meter in self.dice.sample(self.meters[1:], 4))
            mean = value(Derived(0, "mean", terms), [cell.start for cell in self.cells])
            found.append(Derived(self.cell(f"meter:d{number}", 0, 100, mean), "mean", terms))
        return tuple(found)


def crisis(size: Size) -> Scenario:
    """A crisis of this size; of the same size always the same."""
    maker = Maker(size)
    voting = size.countries > 0
    draft = maker.draft() if voting else None
    events = maker.happenings()
    return Scenario(
        id="synthetic", doctrine="only", doctrines=("only",), seat="west",
        dates=tuple(f"day {day}" for day in range(size.turns + 1)),
        clock=maker.clock, meters=maker.meters, derived=maker.derived(), moves=maker.moves(), answers=maker.answers(),
        rules=maker.rules(), happenings=(*events, *(maker.tabled(draft, len(events)) if draft else ())),
        summits=(), contests=(), promises=(), partners=(), channels=(),
        drift=tuple(maker.clause(f"drift{n}", maker.when(2)) for n in range(DRIFTS)),
        endings=(Ending("the-end", 0, (), 0, False),),
        aims=(), advice=(), policies=(), past=(), sources={}, cameo={}, approaches=("",),
        actors=("moscow",), main_actor="moscow", misreading=(), texts={},
        drafts=(draft,) if draft else (), hall=maker.hall(), cells=tuple(maker.cells),
    )  # fmt: skip
