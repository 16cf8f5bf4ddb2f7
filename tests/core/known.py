"""Known: every id that a cause may name, and every id that may ever be chosen."""

from __future__ import annotations

from functools import lru_cache

from game.core.choice import END_TURN
from game.core.draft import Draft
from game.core.scenario import Scenario


@lru_cache(maxsize=16)
def known_causes(scenario: Scenario) -> dict[str, set[str]]:
    """By kind of cause: the ids a cause may name."""
    moves = {move.id for move in scenario.moves}
    options = {option.id for summit in scenario.summits for stage in summit.stages for option in stage.options}
    rungs = [rung for contest in scenario.contests for rung in contest.rungs]
    responses = {name for rung in rungs for one in rung.responses for name in (one.id, one.does)}
    return {
        "choice": moves | options | responses | {id for draft in scenario.drafts for id in edits_of(draft)},
        "vote": {draft.id for draft in scenario.drafts},
        "rule": {rule.id for rule in scenario.rules},
        "answer": {answer.id for answer in scenario.answers},
        "happening": {happening.id for happening in scenario.happenings},
        "drift": {clause.id for clause in scenario.drift},
        "promise": {promise.id for promise in scenario.promises},
        "contest": {contest.id for contest in scenario.contests},
        "partner": {move.id for move in scenario.moves if move.joint is not None},
        "income": {meter.id for meter in scenario.meters if meter.kind == "purse"},
        "delay": {meter.id for meter in scenario.meters if meter.due},
        "bound": {cell.key for cell in scenario.cells},
        "derived": {scenario.cells[derived.cell].key for derived in scenario.derived},
        "schedule": {f"turn-{turn}" for turn in range(1, scenario.turns + 1)},
        "hearing": moves,
        "ending": {ending.id for ending in scenario.endings},
    }


def edits_of(draft: Draft) -> set[str]:
    """Everything that can be done to a draft at its table."""
    found = {f"{draft.id}.table", f"{draft.id}.shelve"} | {provision.id for provision in draft.provisions}
    return found | {wording.id for wording in draft.wordings} | {sponsor.id for sponsor in draft.sponsors}


@lru_cache(maxsize=16)
def all_ids(scenario: Scenario) -> tuple[str, ...]:
    """Everything that may ever be chosen, and some ids that may not."""
    return tuple(sorted(known_causes(scenario)["choice"] | {END_TURN, "", "no-such-thing"}))
