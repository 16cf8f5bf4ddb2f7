"""Partners: who consents to a joint measure, and what comes of it."""

from __future__ import annotations

from game.core.choice import choices
from tests.core.small import Table, small

PARTNERS = """
partners: [{id: DEU, title: Germany, line: 40}, {id: HUN, title: Hungary, line: 20}, {id: POL, title: Poland, line: 70}]
meters: [{id: cost, title: Cost, start: 10}]
derived: [{id: unity, title: Unity, form: {mean of: [partners.line]}}]
moves:
  - id: law
    title: A law
    text: It is put to three.
    instrument: talk
    cameo: '010'
    to: moscow
    via: public
    joint:
      of: [DEU, HUN, POL]
      needs: 2
      ask: 40
      agreed: {then: {cost: +14}, news: Signed.}
      refused: {then: {partners.line: -2}, news: Shelved.}
  - {id: other-law, MOVE, joint: {of: [POL], needs: 1, ask: 40, agreed: {then: {cost: +1}}}}
  - {id: scold, MOVE, then: {DEU.line: -1}}
answers:
  - {id: hun-yes, WORDS, actor: HUN, says: [Yes.], consent: yes}
  - {id: deu-no, WORDS, actor: DEU, says: [No.], consent: no}
""".replace("WORDS", "title: Words, family: talk, cameo: '010', to: west, via: private")


def test_a_joint_measure_goes_by_the_partners_lines() -> None:
    table = Table(small(PARTNERS)).does("law").ends()
    assert "Signed." in table.told() and table.reads("cost") == 24
    assert (table.cell("agreed:law"), table.cell("refused:law")) == (1, -99)
    consents = [(d.actor, d.consent) for d in table.steps[-1].decisions if d.slot == "consent"]
    assert consents == [("DEU", 1), ("HUN", -1), ("POL", 1)]


def test_a_joint_measure_is_refused_when_too_few_agree() -> None:
    table = Table(small(PARTNERS)).does("scold", "law").ends()
    assert "Shelved." in table.told() and table.reads("cost") == 10
    assert (table.cell("agreed:law"), table.cell("refused:law")) == (-99, 1)
    assert [table.reads(f"{id}.line") for id in ("DEU", "HUN", "POL")] == [37, 18, 68]
    assert table.reads("unity") == 41


def test_a_rule_of_a_partner_overrules_its_line() -> None:
    rules = """
rules:
  - id: deu-refuses
    actor: DEU
    family: talk
    because: So.
    counter_view: Not so.
    source: none
    confidence: low
    salience: 10
    consents_to: [law]
    answer: deu-no
"""
    table = Table(small(PARTNERS + rules)).does("law").ends()
    assert table.cell("refused:law") == 1
    rules = rules.replace("DEU", "HUN").replace("deu-no", "hun-yes")
    table = Table(small(PARTNERS + rules)).does("scold", "law").ends()
    assert table.cell("agreed:law") == 1


def test_one_joint_measure_a_turn() -> None:
    table = Table(small(PARTNERS)).does("law")
    assert "other-law" not in [choice.id for choice in choices(table.scenario, table.state)]
    table.ends()
    assert "other-law" in [choice.id for choice in choices(table.scenario, table.state)]
