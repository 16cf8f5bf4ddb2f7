"""His papers: a summit from the other side of the table, out of the decisions, and the ledger as Moscow filed it."""

from __future__ import annotations

from game.core.account import account
from game.core.explain import Explanation
from game.core.scenario import Scenario
from game.core.view import Entry
from game.core.words import title
from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.bullet import bullet, listed
from game.desk.screens.farend import SILENCE, heading
from game.desk.screens.naming import day
from game.desk.screens.reasons import held
from game.desk.screens.talks import Exchange, Talk, approach_of, reply, talks
from game.desk.session import Session
from game.desk.theme import BAD, BODY, GOLD, HEADING, INK, INK_QUIET, INK_SOFT, MAUVE, SCENE, SKY, SMALL, SMALL_GAP
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph

NO_TALKS = "No summit was held. What was said in other rooms left no papers of this kind."
FILED = {
    "open": "Said. Nothing has called for it so far. To be watched.",
    "due": "Called for. To be seen whether anything follows.",
    "kept": "Followed by the act. To be counted as weight from now on.",
    "broken": "Nothing followed. To be filed with the words.",
    "lapsed": "Withdrawn, or overtaken.",
}


def papers(look: Look, session: Session) -> Part:
    """The papers of each summit, oldest first, then the filed ledger."""
    found = talks(session.play)
    parts: list[Part] = [_talk(session, talk) for talk in found]
    if not found:
        parts.append(Panel(bullet("file-text", INK_QUIET, NO_TALKS, SCENE, INK_SOFT)))
    filed = [_filed(entry) for entry in session.view.ledger]
    if not filed:
        filed = [Paragraph("Nothing on record: neither a threat nor an assurance.", BODY, INK_QUIET)]
    return Column([*parts, *listed("Last page: your word, as the other side filed it", "scroll", BAD, filed)])


def _talk(session: Session, talk: Talk) -> Part:
    scenario = session.play.scenario
    note = "Set down from the model's own record of what was looked at before each answer."
    rows: list[Part] = [Paragraph(note, SMALL, INK_QUIET)]
    rows += [_exchange(session, number, exchange) for number, exchange in enumerate(talk.answered, 1)]
    name = f"{title(scenario, 'summit', talk.summit)}, {day(scenario, talk.turn)}"
    return Panel(Column(rows), title=name, icon="file-text", accent=BAD)


def _exchange(session: Session, number: int, exchange: Exchange) -> Part:
    scenario = session.play.scenario
    found = session.play.why(exchange.step, exchange.decision)
    said = scenario.text(f"option.{exchange.option}.label")
    rows: list[Part] = [
        Paragraph(f"{number}. {title(scenario, 'stage', exchange.stage)}", HEADING, GOLD),
        Paragraph(f"The guest: {said} {{quiet:({approach_of(scenario, exchange.option)})}}", BODY, INK_SOFT),
        Paragraph(f"**{heading(session, exchange)}.** {reply(session.play, exchange) or SILENCE}", SCENE, INK),
        *_looked_at(scenario, found),
    ]
    return Panel(Column(rows, gap=SMALL_GAP + 2))


def _looked_at(scenario: Scenario, found: Explanation) -> list[Part]:
    """What he saw, which answer he nearly gave, and what was missing."""
    told, rows = account(scenario, found), list[Part]()
    if seen := held(scenario, found):
        rows.append(bullet("eye", SKY, f"What he saw: {'; '.join(seen)}.", SMALL, INK_SOFT))
    rows += [bullet("minus", MAUVE, f"Nearly: {line}", SMALL, INK_SOFT) for line in told.beaten[:2]]
    misses = told.misses[:2]
    rows += [bullet("git-fork", GOLD, f"Missing: {line}", SMALL, INK_SOFT) for line in misses]
    return rows


def _filed(entry: Entry) -> Part:
    words = f"**{entry.title}** {{quiet:({entry.kind})}}\n{FILED[entry.status]}"
    return bullet("stamp", INK_QUIET, words, BODY, INK_SOFT)
