"""Far end: what the host said: his last reply, the talk so far, and the page that closes it."""

from __future__ import annotations

from collections.abc import Callable

from game.core.words import title
from game.desk.grid import Grid
from game.desk.layout import Column, Row, Slot, Space, grow
from game.desk.part import Action, Part
from game.desk.screens.dial import dial, signed, way
from game.desk.screens.talks import Exchange, Talk, approach_of, decision, moved, partners_moved, reply
from game.desk.session import Session
from game.desk.theme import BAD, BODY, GAP, GOLD, INK, INK_QUIET, INK_SOFT, SCENE, SMALL, SMALL_GAP
from game.desk.widgets.button import Button
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

AskWhy = Callable[[int, int], Action]
SILENCE = "He lets it pass. Nothing comes back across the table."


def heading(session: Session, exchange: Exchange) -> str:
    """The title of what the host answered in an exchange."""
    made = decision(session.play, exchange)
    scenario = session.play.scenario
    return title(scenario, "answer", scenario.answers[made.answer].id) if made.answer >= 0 else "No answer"


def far_end(session: Session, talk: Talk, why: AskWhy) -> Part:
    """The host's last reply, what it replied to, and why one key away (`why-last`, Y)."""
    last = talk.answered[-1]
    said = session.play.scenario.text(f"option.{last.option}.label")
    return Panel(
        Column(
            [
                Paragraph(f"You: {said}", SMALL, INK_QUIET),
                Paragraph(f"**{heading(session, last)}**", SCENE, INK),
                Paragraph(reply(session.play, last) or SILENCE, SCENE, INK_SOFT),
                Button("why-last", "Why?", why(last.step, last.decision), icon="help-circle", hotkey="y"),
            ],
            gap=SMALL_GAP + 2,
        ),
        title="From the far end", icon="quote", accent=BAD,
    )  # fmt: skip


def said_so_far(session: Session, talk: Talk, why: AskWhy) -> Part:
    """The exchanges before the last one, each a line that can be asked why."""
    return Panel(Column(_exchanges(session, talk.answered[:-1], why), gap=SMALL_GAP), title="So far", icon="history")


def _exchanges(session: Session, exchanges: tuple[Exchange, ...], why: AskWhy) -> list[Part]:
    scenario = session.play.scenario
    return [
        Button(
            f"why-{exchange.step}",
            heading(session, exchange),
            why(exchange.step, exchange.decision),
            icon="help-circle",
            second=f"{title(scenario, 'stage', exchange.stage)} · {approach_of(scenario, exchange.option)}",
            tooltip=f"{scenario.text(f'option.{exchange.option}.label')}\n{reply(session.play, exchange) or SILENCE}",
        )
        for exchange in exchanges
    ]


def closing(session: Session, talk: Talk, why: AskWhy, leave: Action) -> Part:
    """What a talk that is over has moved, and its record; the button `to-desk` goes on."""
    changes = moved(session.play, talk, talk.exchanges[-1].step)
    dials = [dial(seen, by, "in this talk", prefix="home") for seen, by in changes]
    shown: Part = Grid(dials, least=210, gap=GAP) if dials else Paragraph("Nothing that can be measured.", SCENE, INK)
    told = Column(_exchanges(session, talk.answered, why), gap=SMALL_GAP)
    left: list[Part | Slot] = [
        Panel(shown, title="What is brought home", icon="briefcase", accent=GOLD),
        *_capitals(session, talk),
        Panel(_last_word(session, talk), title="Said to the press", icon="megaphone"),
    ]
    return Column(
        [
            grow(
                Row(
                    [
                        grow(Scroll("home", "What is brought home", child=Column(left)), 3),
                        grow(Panel(Scroll("record", "The record", child=told), title="The record", icon="scroll"), 2),
                    ]
                )
            ),
            Row([grow(Space()), Button("to-desk", "Back to the desk", leave, icon="arrow-right", kind="primary")]),
        ]
    )


def _capitals(session: Session, talk: Talk) -> list[Part]:
    """How the partners took it, in one line."""
    rows = partners_moved(session.play, talk, talk.exchanges[-1].step)
    words = " · ".join(f"{name} {{{way(by, 1)}:{signed(by)}}}" for name, by in rows)
    return [Panel(Paragraph(words, BODY, INK_SOFT), title="How the capitals took it", icon="users")] if rows else []


def _last_word(session: Session, talk: Talk) -> Part:
    pressed = [exchange for exchange in talk.exchanges if exchange.kind == "press"]
    words = session.play.scenario.text(f"option.{pressed[-1].option}.label") if pressed else "Nothing."
    return Paragraph(words, SCENE, INK)
