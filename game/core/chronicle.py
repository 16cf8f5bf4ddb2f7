"""Chronicle: events and decisions told in order, as lines one can read, print, and question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .decision import Decision
from .event import Cause, Changed, Told, Voted, because
from .rollcall import roll_call, say_result
from .scenario import Scenario
from .sight import hidden_cells
from .step import Step
from .words import name_of_cell, title


class Item(NamedTuple):
    """A line of the chronicle. `kind`: move, answer, partner, kyiv, event, news, vote, promise, contest, ending.

    `decision` is its place among the step's decisions, or -1; `id` names the thing, `actor` who spoke. A
    `distressing` text may be hidden by a switch.
    """

    turn: int
    kind: str
    id: str
    actor: str
    title: str
    text: str
    cause: Cause
    decision: int
    distressing: bool


_KIND = {"choice": "move", "answer": "answer", "happening": "event", "ending": "ending", "promise": "promise"}
_SECTION = {"choice": "move", "answer": "answer", "happening": "event", "ending": "ending", "promise": "promise",
            "contest": "contest", "partner": "move"}


def _decision_of(decisions: tuple[Decision, ...], text: str) -> int:
    return next((index for index, decision in enumerate(decisions) if decision.text == text), -1)


def items(scenario: Scenario, step: Step, turn: int, told: set[str]) -> Iterator[Item]:
    """The lines that one step adds: `turn` is the one in which it was taken; what begins the next turn bears that.

    `told` are the text ids of the lines before; it grows. What was told once comes again without its words. What
    follows from a thing that has a title is told in the same line, as a paragraph of its own.
    """
    found: list[Item] = []
    for item in _lines(scenario, step, turn, told):
        place = next((n for n, other in enumerate(found) if _goes_on(other, item)), -1)
        if place < 0:
            found.insert(_place(found, item), item)
        else:
            text = "\n".join(filter(None, (found[place].text, item.text)))
            found[place] = found[place]._replace(text=text)
    return iter(found)


def _goes_on(first: Item, item: Item) -> bool:
    """Whether a line tells more of the thing that another line began to tell of."""
    same = (first.cause, first.kind, first.turn) == (item.cause, item.kind, item.turn)
    return same and item.kind != "vote" and item.decision < 0 and (bool(item.title) or item.cause.kind == "vote")


def _place(found: list[Item], item: Item) -> int:
    """Where a line belongs: what came of a vote right behind that vote, all else at the end."""
    votes = [n for n, other in enumerate(found, 1) if (other.kind, other.cause) == ("vote", item.cause)]
    return votes[-1] if item.kind == "news" and votes else len(found)


def _lines(scenario: Scenario, step: Step, turn: int, told: set[str]) -> Iterator[Item]:
    clock = scenario.clock.turn
    for event in step.events:
        if isinstance(event, Changed) and event.cell == clock:
            turn += event.by
        if isinstance(event, Voted):
            yield _vote(scenario, event, turn)
        if isinstance(event, Told):
            item = _item(scenario, step, event, turn)
            yield item._replace(text="") if event.text in told else item
            told.add(event.text)


def _vote(scenario: Scenario, event: Voted, turn: int) -> Item:
    roll = roll_call(scenario, turn, event)
    return Item(turn, "vote", event.draft, "", roll.title, say_result(roll), event.cause, -1, False)


def _item(scenario: Scenario, step: Step, event: Told, turn: int) -> Item:
    kind, id = _KIND.get(event.cause.kind, "news"), event.cause.id
    actor, decision = "", -1
    if event.cause.kind == "answer":
        actor = scenario.find.answer[id].actor
        decision = _decision_of(step.decisions, event.text)
    section = _SECTION.get(event.cause.kind, "")
    name = title(scenario, section, id) if section else ""
    happening = scenario.find.happening.get(id) if event.cause.kind == "happening" else None
    distressing = happening is not None and happening.distressing
    return Item(turn, kind, id, actor, name, scenario.text(event.text), event.cause, decision, distressing)


def headed(item: Item, who: str = "") -> str:
    """A line as one paragraph: who, title and words, each once, with a stop between them."""
    stop = "" if item.title.endswith((".", "?", "!")) else "."
    head = f"{item.title}{stop}" if item.title else ""
    words = item.text if item.text != item.title else ""
    return " ".join(part for part in (f"{who}:" if who else "", head, words) if part)


class Change(NamedTuple):
    """How much a meter moved in a stretch of events, and each share of it with its cause."""

    id: str
    title: str
    by: int
    shares: tuple[tuple[int, Cause], ...]


def _seen(scenario: Scenario, cause: Cause) -> Cause:
    if cause.kind != "rule":
        return cause
    return because("answer", scenario.answers[scenario.find.rule[cause.id].answer].id)


def changes(scenario: Scenario, step: Step, over: bool) -> tuple[Change, ...]:
    """What one step did to each meter the seat may see, or to each with `over`, in the order of the meters.

    While the game runs a rule is not named, for its id may tell the doctrine: its answer stands for it.
    """
    hidden = frozenset[int]() if over else hidden_cells(scenario)
    found: dict[int, list[tuple[int, Cause]]] = {}
    for event in step.events:
        if isinstance(event, Changed) and event.cell in scenario.find.meter_at and event.cell not in hidden:
            found.setdefault(event.cell, []).append((event.by, event.cause if over else _seen(scenario, event.cause)))
    at = scenario.find.meter_at
    return tuple(
        Change(at[cell].id, name_of_cell(scenario, cell), sum(by for by, _ in shares), tuple(shares))
        for cell, shares in sorted(found.items())
    )
