"""Sheet: a draft as it lies before the seat: its paragraphs, whom one could bring in, and how the vote would go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .ballot import COUNCIL, rule
from .draft import STAGES, TABLED, Draft
from .drafting import edits, left, live, options
from .outlook import Outlook, odds_of, outlook
from .rollcall import RULES
from .scenario import Scenario
from .state import State
from .vote import text_of
from .words import say_price, title
from .work import Work


class Provision(NamedTuple):
    """A paragraph on the sheet. `price`: by how many yes votes the expectation changes if it is put in or struck, in
    tenths of a vote; `moved` the same in words: of the few votes of a Council in tenths, of an Assembly in whole ones.
    """

    id: str
    clause: str
    title: str
    text: str
    stands: bool
    weight: int
    price: int
    moved: str


class Line(NamedTuple):
    """Something to choose at the table: `closed` says why it cannot be, `done` that it is so already.

    Of a sponsor `lifts` tells whom it presses on, in points, and `moved` the change in expected yes votes, as of a
    Provision; else they are empty.
    """

    id: str
    label: str
    price: str
    closed: str
    done: bool
    lifts: str = ""
    moved: str = ""


class Sheet(NamedTuple):
    """A draft as the seat sees it. `turns` until the vote, 0 when it is not tabled; `edits_left` in this sitting."""

    id: str
    title: str
    body: str
    author: str
    stage: str
    turns: int
    intro: str
    rule: str
    weight: int
    edits_left: int
    provisions: tuple[Provision, ...]
    wordings: tuple[Line, ...]
    sponsors: tuple[Line, ...]
    lines: tuple[Line, ...]
    outlook: Outlook
    open: bool


def drafts_now(scenario: Scenario, state: State) -> tuple[str, ...]:
    """The drafts that lie on the table or wait for their vote, that on the table first."""
    on_table = live(Work(scenario, state))
    waiting = [draft for draft in scenario.drafts if state.cells[draft.stage] == TABLED and draft is not on_table]
    return tuple(draft.id for draft in ([on_table] if on_table else []) + waiting)


def _yes(scenario: Scenario, state: State, draft: Draft, text: Iterable[int]) -> int:
    """The expected yes votes for a text, in ten-thousandths of a vote."""
    return sum(odds.yes for odds in odds_of(scenario, state, draft, text).values())


def _provisions(scenario: Scenario, state: State, draft: Draft) -> tuple[Provision, ...]:
    text = text_of(draft, state.cells)
    now = _yes(scenario, state, draft, text)
    found = []
    for one in draft.provisions:
        paragraph, stands = scenario.hall.paragraphs[one.paragraph], one.paragraph in text
        other = [place for place in text if place != one.paragraph] if stands else (*text, one.paragraph)
        tenths = (_yes(scenario, state, draft, other) - now + 500) // 1_000
        found.append(
            Provision(
                one.id,
                paragraph.id,
                title(scenario, "paragraph", paragraph.id),
                scenario.text(f"provision.{one.id}.text"),
                stands,
                paragraph.weight,
                tenths,
                _moved(draft.body, tenths),
            )
        )
    return tuple(found)


def _moved(body: str, tenths: int) -> str:
    if body == COUNCIL:
        return f"{'−' if tenths < 0 else '+'}{abs(tenths) // 10}.{abs(tenths) % 10}" if tenths else "0"
    votes = (tenths + 5) // 10
    return f"{'−' if votes < 0 else '+'}{abs(votes)}" if votes else "0"


def sheet(scenario: Scenario, state: State, id: str) -> Sheet:
    """A draft as it lies before the seat."""
    draft, cells = scenario.find.draft[id], state.cells
    work = Work(scenario, state)
    on_table = live(work) is draft
    hall, text = scenario.hall, text_of(draft, cells)
    may = {option.id for option in options(work)} if on_table else set()
    changes = edits(draft, cells)
    tabled = cells[draft.stage] == TABLED
    names = (f"{draft.id}.table", f"{draft.id}.shelve")
    labels = ("Leave it tabled as it now stands", "Withdraw it") if tabled else ("Table it", "Put it away for now")
    return Sheet(
        id=draft.id,
        title=title(scenario, "draft", draft.id),
        body=draft.body,
        author=draft.author,
        stage=STAGES[cells[draft.stage]],
        turns=cells[draft.wait] if tabled else 0,
        intro=scenario.text(f"draft.{draft.id}.intro"),
        rule=RULES[rule(draft.body, {hall.paragraphs[place].kind for place in text})],
        weight=sum(hall.paragraphs[place].weight for place in text),
        edits_left=left(work, draft) if on_table else 0,
        provisions=_provisions(scenario, state, draft),
        wordings=tuple(
            Line(one.id, scenario.text(f"wording.{one.id}.label"), "free", "", one.id not in {e.id for e in changes})
            for one in draft.wordings
        ),
        sponsors=_sponsors(scenario, work, draft, may),
        lines=tuple(Line(id, label, "free", "", False) for id, label in zip(names, labels, strict=True) if id in may),
        outlook=outlook(scenario, state, draft),
        open=on_table,
    )


def _sponsors(scenario: Scenario, work: Work, draft: Draft, may: set[str]) -> tuple[Line, ...]:
    found, state = [], work.state()
    text = text_of(draft, state.cells)
    for one in draft.sponsors:
        label, done = scenario.text(f"sponsor.{one.id}.label"), bool(work.cells[one.cell])
        closed = "" if done or one.id in may else "Not open to you as things stand."
        before, after = (_yes(scenario, _put(state, one.cell, there), draft, text) for there in (0, 1))
        moved = _moved(draft.body, (after - before + 500) // 1_000)
        lifts = ", ".join(f"{title(scenario, 'bloc', scenario.blocs[at].id)} {by:+d}" for at, by in one.lifts)
        found.append(Line(one.id, label, say_price(scenario, one.price), closed, done, lifts, moved))
    return tuple(found)


def _put(state: State, cell: int, value: int) -> State:
    """The same state with another value in one cell."""
    return State(state.seed, (*state.cells[:cell], value, *state.cells[cell + 1 :]))
