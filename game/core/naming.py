"""Naming: what a reader calls a choice, and the cause of a change."""

from __future__ import annotations

from .choice import END_TURN
from .event import Cause
from .scenario import Scenario
from .state import State
from .words import title

WORLD = {
    "drift": "the drift of the weeks",
    "income": "what home gives back",
    "delay": "what was set going earlier",
    "bound": "it could go no further",
    "derived": "what it is made of",
    "schedule": "the calendar",
    "hearing": "a message misheard",
    "partner": "a partner's consent",
    "clause": "what followed from it",
}
RECORDS = {"answer": "answer", "happening": "event", "promise": "promise", "contest": "contest"}
RESPONSES = {"hold": "Hold", "yield": "Yield", "trade": "Trade"}
WORDS = {END_TURN: "End the turn", **RESPONSES}


def choice_name(scenario: Scenario, id: str) -> str:
    """The name of a choice: a move's title, the label of an option, wording or sponsor, a response in a word."""
    if id in scenario.find.move:
        return title(scenario, "move", id)
    labels = (scenario.texts.get(f"{kind}.{id}.label", "") for kind in ("option", "wording", "sponsor"))
    draft, _, deed = id.partition(".")
    if draft in scenario.find.draft and deed:
        return _deed(scenario, draft, deed)
    return WORDS.get(id) or next(filter(None, labels), "") or id.replace("-", " ")


def choice_made(scenario: Scenario, state: State, id: str) -> str:
    """The same for a choice made in this State, where a response in a contest goes by its own label."""
    contest = state.cells[scenario.clock.contest]
    if contest and id in RESPONSES:
        responses = scenario.contests[contest - 1].rungs[state.cells[scenario.clock.rung] - 1].responses
        found = next((response.id for response in responses if response.does == id), "")
        return scenario.texts.get(f"response.{found}.label", "") or WORDS[id]
    return choice_name(scenario, id)


def _deed(scenario: Scenario, draft: str, deed: str) -> str:
    name = title(scenario, "draft", draft)
    finishes = {"table": f"Table it: {name}", "shelve": f"Put it away: {name}"}
    return finishes.get(deed) or f"{name}, change: {title(scenario, 'paragraph', deed)}"


def cause_name(scenario: Scenario, cause: Cause) -> str:
    """A cause in words."""
    if cause.kind == "choice":
        return f"your choice, {choice_name(scenario, cause.id)}"
    if cause.kind == "vote":
        return f"the vote on {title(scenario, 'draft', cause.id)}"
    if cause.kind in RECORDS:
        return f"{title(scenario, RECORDS[cause.kind], cause.id)} ({RECORDS[cause.kind]})"
    if cause.kind == "rule":
        rule = scenario.find.rule.get(cause.id)
        answer = title(scenario, "answer", scenario.answers[rule.answer].id) if rule else ""
        return f"what came with the answer {answer}" if answer else "a rule"
    return WORLD.get(cause.kind, cause.kind)
