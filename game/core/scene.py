"""Scene: the meeting or contest that is going on, with what may be said or done in it."""

from __future__ import annotations

from typing import NamedTuple

from .choice import choices
from .condition import holds
from .contest import live as live_contest
from .contest import rung as rung_of
from .draft import TABLED, Draft
from .drafting import CLAUSE, SHELVE, SPONSOR, WORDING, Edit
from .drafting import left as edits_left
from .drafting import live as live_draft
from .drafting import options as edits
from .gauge import Gauge, gauge
from .scenario import Scenario
from .state import State
from .summit import live as live_summit
from .summit import stage as stage_of
from .words import say_price, title
from .work import Work


class Line(NamedTuple):
    """One choice at the table, over a draft or in a contest."""

    id: str
    label: str
    approach: str
    price: str


class Scene(NamedTuple):
    """What is being held now: a summit's stage, a draft's wording or a contest's rung, and what may be chosen."""

    kind: str
    id: str
    title: str
    place: str
    number: int
    of: int
    heading: str
    text: str
    private: bool
    lines: tuple[Line, ...]
    tracks: tuple[Gauge, ...]


def _summit_scene(scenario: Scenario, work: Work) -> Scene | None:
    summit = live_summit(work)
    if summit is None:
        return None
    stage = stage_of(work, summit)
    text = next((scenario.text(key) for when, key in stage.scenes if holds(when, work.cells, work.turn)), "")
    exchanges = [other for other in summit.stages if other.kind == "exchange"]
    number = exchanges.index(stage) + 1 if stage in exchanges else 0
    allowed = {choice.id for choice in choices(scenario, work.state())}
    lines = tuple(
        Line(
            option.id,
            scenario.text(f"option.{option.id}.label"),
            title(scenario, "approach", scenario.approaches[option.approach]) if option.approach else "",
            say_price(scenario, option.price),
        )
        for option in stage.options
        if option.id in allowed
    )
    at, cells = scenario.find.meter_at, tuple(work.cells)
    tracks = tuple(gauge(scenario, at[cell], cells) for cell in (*summit.beside, *summit.tracks))
    place = scenario.texts.get(f"summit.{summit.id}.place", "")
    heading = scenario.texts.get(f"stage.{stage.id}.title", "")
    name = title(scenario, "summit", summit.id)
    return Scene(stage.kind, summit.id, name, place, number, len(exchanges), heading, text, True, lines, tracks)


def _contest_scene(scenario: Scenario, work: Work) -> Scene | None:
    contest = live_contest(work)
    if contest is None:
        return None
    rung = rung_of(work, contest)
    allowed = {choice.id for choice in choices(scenario, work.state())}
    lines = tuple(
        Line(response.does, scenario.text(f"response.{response.id}.label"), "", "free")
        for response in rung.responses
        if response.does in allowed and holds(response.when, work.cells, work.turn)
    )
    number = work.cells[scenario.clock.rung]
    heading = scenario.texts.get(f"rung.{rung.id}.title", "")
    text = scenario.texts.get(f"rung.{rung.id}.text", "")
    name = title(scenario, "contest", contest.id)
    return Scene("contest", contest.id, name, "", number, len(contest.rungs), heading, text, rung.private, lines, ())


def _draft_scene(scenario: Scenario, work: Work) -> Scene | None:
    draft = live_draft(work)
    if draft is None:
        return None
    lines = tuple(
        Line(edit.id, _edit(scenario, draft, edit, work), "", say_price(scenario, edit.price)) for edit in edits(work)
    )
    name, intro = title(scenario, "draft", draft.id), scenario.text(f"draft.{draft.id}.intro")
    left = edits_left(work, draft)
    heading = f"{left} change{'' if left == 1 else 's'} of wording left" if left else "No more changes of wording"
    return Scene("draft", draft.id, name, "", draft.edits - left, draft.edits, heading, intro, True, lines, ())


def _edit(scenario: Scenario, draft: Draft, edit: Edit, work: Work) -> str:
    """What a change at the drafting table is called."""
    if edit.kind == CLAUSE:
        stands = "Strike" if work.cells[edit.puts[0][0]] else "Put in"
        clause = edit.id.partition(".")[2]
        return f"{stands}: {title(scenario, 'paragraph', clause)}. {scenario.text(f'provision.{edit.id}.text')}"
    if edit.kind in (WORDING, SPONSOR):
        return scenario.text(f"{edit.kind}.{edit.id}.label")
    tabled = work.cells[draft.stage] == TABLED
    if edit.kind == SHELVE:
        return "Withdraw it" if tabled else "Put it away for now"
    return "Leave it tabled as it now stands" if tabled else "Table it"


def scene(scenario: Scenario, seen: State) -> Scene | None:
    """What is being held in this blurred State, if anything."""
    work = Work(scenario, seen)
    return _summit_scene(scenario, work) or _draft_scene(scenario, work) or _contest_scene(scenario, work)
