"""The systems one by one: channels and misreading, partners and consent, promises, contests, summits, doctrines."""

from __future__ import annotations

import pytest

from game.core.choice import choices
from tests.core.small import Table, lucky, package, small

# ---- channels -------------------------------------------------------------------------------------------------------

CHANNELS = """
channels:
  - {id: embassy, title: Embassy, start: open}
  - {id: leaders, title: Leaders, start: reduced}
moves:
  - {id: whisper, MOVE, misread_as: [loud]}
  - {id: murmur, MOVE, misread_as: [loud]}
  - {id: shut-one, MOVE, then: {leaders: closed}}
  - {id: shut-all, MOVE, then: {leaders: closed, embassy: closed}}
answers:
  - {id: heard-right, SAYS, says: [Heard., Heard again.]}
  - {id: heard-wrong, SAYS, says: [Wrong., Wrong again.]}
rules:
  - {id: to-whisper, RULE, salience: 10, reply_to: [whisper, murmur], answer: heard-right}
  - {id: to-misread, RULE, salience: 10, reply_to: [misread], answer: heard-wrong}
""".replace("{id: whisper, MOVE", "{id: whisper, PRIVATE").replace("{id: murmur, MOVE", "{id: murmur, PRIVATE")
PRIVATE = "title: A move, text: It is made., instrument: talk, cameo: '010', to: moscow, via: private"


@pytest.mark.parametrize(("shut", "odds"), [("", 10), ("shut-one", 40), ("shut-all", 80)])
def test_fewer_channels_more_misreading(shut: str, odds: int) -> None:
    scenario = small(CHANNELS.replace("PRIVATE", PRIVATE), misreading="[80%, 40%, 10%]")
    for wrong in (True, False):
        seed = lucky(scenario, "misread/whisper", odds, 1, wrong)
        table = Table(scenario, seed).does(*[shut] if shut else []).does("whisper").ends()
        assert table.answers() == (["heard-wrong"] if wrong else ["heard-right"])
        assert table.cell("clock:misread") == (1 if wrong else -99)


def test_two_messages_misread_in_one_turn_are_noted_once() -> None:
    scenario = small(CHANNELS.replace("PRIVATE", PRIVATE), misreading="[100%]")
    table = Table(scenario).does("whisper", "murmur").ends()
    assert table.cell("clock:misread") == 1
    assert table.answers() == ["heard-wrong"]


def test_what_is_said_in_public_is_never_misread() -> None:
    table = Table(small(CHANNELS.replace("PRIVATE", PRIVATE.replace("private", "public")), misreading="[100%]"))
    assert table.does("whisper").ends().answers() == ["heard-right"]


# ---- partners -------------------------------------------------------------------------------------------------------

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
  - {id: hun-yes, title: Yes, actor: HUN, family: talk, cameo: '010', to: west, via: private, says: [Yes.], consent: yes}
  - {id: deu-no, title: 'No', actor: DEU, family: talk, cameo: '010', to: west, via: private, says: [No.], consent: no}
"""


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
  - {id: deu-refuses, actor: DEU, family: talk, because: So., counter_view: Not so., source: none, confidence: low, salience: 10, consents_to: [law], answer: deu-no}
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


# ---- promises -------------------------------------------------------------------------------------------------------

PROMISES = """
meters: [{id: credibility, title: Credibility, start: 40}, {id: heat, title: Heat, start: 0}]
promises:
  - id: red-line
    title: A line
    text: If it gets hot, goods stop within two turns.
    kind: threat
    trigger: {heat: at least 10}
    within: 2 turns
    kept_when: {act-on-it: in the last 2 turns}
    kept: {then: {credibility: +8}}
    broken: {then: {credibility: -12}}
    kept_news: Kept.
    broken_news: Broken.
moves:
  - {id: draw-it, MOVE, then: {red-line: made}, also: [{when: {red-line: live}, then: {credibility: -1}}]}
  - {id: heat-up, MOVE, then: {heat: +10}}
  - {id: cool, MOVE, then: {heat: -10}}
  - {id: act-on-it, MOVE}
  - {id: take-back, MOVE, then: {red-line: withdrawn}}
"""
NONE, OPEN, DUE, KEPT, BROKEN, LAPSED = range(6)


def test_a_promise_falls_due_and_is_broken_when_its_time_is_over() -> None:
    table = Table(small(PROMISES))
    assert table.cell("promise:red-line") == NONE
    assert table.does("draw-it").cell("promise:red-line") == OPEN
    assert table.ends().cell("promise:red-line") == OPEN
    assert table.does("heat-up").ends().cell("promise:red-line") == DUE
    assert table.cell("deadline:red-line") == 4
    assert table.ends().cell("promise:red-line") == DUE
    assert table.ends().cell("promise:red-line") == BROKEN
    assert table.told() == ["Broken."] and table.reads("credibility") == 28
    assert table.ends().reads("credibility") == 28


def test_a_promise_is_kept_in_time() -> None:
    table = Table(small(PROMISES)).does("draw-it", "heat-up").ends()
    assert table.cell("promise:red-line") == DUE
    table.does("act-on-it").ends()
    assert table.cell("promise:red-line") == KEPT
    assert table.told() == ["Kept."] and table.reads("credibility") == 48


def test_a_promise_kept_on_its_last_day_is_kept() -> None:
    table = Table(small(PROMISES)).does("draw-it", "heat-up").ends(2).does("act-on-it").ends()
    assert table.cell("promise:red-line") == KEPT


def test_a_promise_without_its_case_stays_open_and_can_be_taken_back() -> None:
    table = Table(small(PROMISES)).does("draw-it").ends(3)
    assert table.cell("promise:red-line") == OPEN
    assert table.does("take-back").cell("promise:red-line") == LAPSED
    assert table.does("heat-up").ends(3).cell("promise:red-line") == LAPSED
    assert table.does("draw-it").cell("promise:red-line") == OPEN


def test_a_live_promise_is_not_made_anew() -> None:
    table = Table(small(PROMISES)).does("draw-it", "heat-up").ends()
    assert table.cell("promise:red-line") == DUE
    assert table.does("draw-it").cell("promise:red-line") == DUE
    assert table.reads("credibility") == 39


# ---- contests -------------------------------------------------------------------------------------------------------

CONTESTS = """
meters: [{id: cost, title: Cost, start: 10}]
moves:
  - {id: ship, MOVE}
  - {id: object, MOVE, then: {drill: opens}}
  - {id: call-off, MOVE, then: {drill: closes}}
answers:
  - {id: objects, SAYS, says: [We object., We object again.]}
  - {id: climbs, SAYS, says: [Higher., Higher still., Highest.], contest: climb}
  - {id: relents, SAYS, says: [Enough.], contest: relent}
contests:
  - id: shipment
    title: The shipment
    over: ship
    challenger: moscow
    rungs:
      - id: note
        title: A note
        private: yes
        text: A note.
        hold: {label: Hold, then: {cost: +1}}
        yield: {label: Yield, then: {cost: -2}}
        trade: {label: Trade, when: {cost: at least 10}, then: {cost: to 50}}
      - id: speech
        title: A speech
        private: no
        text: A speech.
        hold: {label: Hold again, then: {cost: +1}}
        yield: {label: Yield in public, then: {cost: -9}}
    relented: {then: {cost: +20}, news: They let it go.}
    fallen: {then: {cost: -20}, news: It fell.}
  - id: drill
    title: The drill
    over: a drill
    challenger: west
    rungs:
      - id: question
        title: A question
        private: yes
        text: A question.
        hold: {label: Ask on}
        yield: {label: Ask no more}
    fallen: {then: {cost: -5}}
rules:
  - {id: object-to-ship, RULE, salience: 10, challenges: [ship], opens: shipment, answer: objects}
"""
CLIMB = "  - {id: climb-it, RULE, salience: 10, in_contest: [shipment, drill], answer: climbs}\n"
RELENT = "  - {id: relent-it, RULE, salience: 20, in_contest: [shipment], when: {shipment: rung 2}, answer: relents}\n"


def test_moscow_objects_and_the_next_turn_opens_with_a_reply() -> None:
    table = Table(small(CONTESTS)).does("ship").ends()
    assert table.answers() == ["objects"]
    assert [choice.id for choice in choices(table.scenario, table.state)] == ["hold", "yield", "trade"]
    assert (table.cell("clock:contest"), table.cell("clock:rung")) == (2, 1)


def test_yielding_and_trading_end_it_at_their_price() -> None:
    for does, outcome, cost in (("yield", 2, 8), ("trade", 3, 50)):
        table = Table(small(CONTESTS)).does("ship").ends().does(does)
        assert (table.cell("outcome:shipment"), table.cell("clock:contest"), table.reads("cost")) == (outcome, 0, cost)
        assert choices(table.scenario, table.state)[-1].id == "end-turn"


def test_holding_is_climbed_until_it_falls() -> None:
    table = Table(small(CONTESTS + CLIMB)).does("ship").ends().does("hold").ends()
    assert (table.answers(), table.cell("clock:rung")) == (["climbs"], 2)
    assert [choice.id for choice in choices(table.scenario, table.state)] == ["hold", "yield"]
    table.does("hold").ends()
    assert "It fell." in table.told()
    assert (table.cell("outcome:shipment"), table.cell("clock:contest"), table.reads("cost")) == (4, 0, 0)


def test_the_other_side_may_relent() -> None:
    table = Table(small(CONTESTS + CLIMB + RELENT)).does("ship").ends().does("hold").ends().does("hold").ends()
    assert table.answers() == ["relents"] and "They let it go." in table.told()
    assert (table.cell("outcome:shipment"), table.reads("cost")) == (1, 32)


def test_silence_leaves_a_held_contest_on_its_rung() -> None:
    table = Table(small(CONTESTS)).does("ship").ends().does("hold").ends()
    assert (table.cell("clock:contest"), table.cell("clock:rung")) == (2, 1)


def test_the_seat_objects_by_a_move_of_its_own() -> None:
    table = Table(small(CONTESTS + CLIMB)).does("object")
    assert (table.cell("clock:contest"), table.cell("clock:rung")) == (1, 1)
    table.ends()
    assert [choice.id for choice in choices(table.scenario, table.state)] == ["hold", "yield"]
    table.does("hold").ends()
    assert (table.cell("outcome:drill"), table.reads("cost")) == (4, 5)


def test_one_contest_at_a_time_and_it_can_be_called_off() -> None:
    table = Table(small(CONTESTS)).does("object", "ship").ends()
    assert table.answers() == [] and table.cell("clock:contest") == 1
    table.does("hold")
    assert "object" not in [choice.id for choice in choices(table.scenario, table.state)]
    table.does("call-off")
    assert (table.cell("clock:contest"), table.cell("clock:rung"), table.cell("outcome:drill")) == (0, 0, 0)


# ---- summits --------------------------------------------------------------------------------------------------------

SUMMITS = """
meters: [{id: face, title: Face, start: 50}, {id: insight, title: Insight, start: 0}, {id: hours, title: Hours, kind: purse, range: [0, 3], start: 3}]
moves: [{id: go, MOVE, summit: the-table, then: {face: -7}}, {id: stay, MOVE}]
answers:
  - {id: talks, SAYS, says: [He talks., He talks on., He talks still.]}
  - {id: ends-it, SAYS, says: [He rises.], ends_talk: yes}
rules:
  - {id: talk-on, RULE, salience: 10, at: [the-table], answer: talks}
  - {id: rise, RULE, salience: 20, at: [the-table], when: {approach: argue, last_approach: argue}, answer: ends-it}
summits:
  - id: the-table
    title: The table
    place: A room
    host: moscow
    intro: A table.
    tracks: [face]
    stages:
      - id: before
        kind: prepare
        title: Before
        scene: Papers.
        options: [{id: read-up, label: Read, then: {insight: +1}}, {id: read-more, label: Read more, price: {hours: 3}, then: {insight: +5}}]
      - &exchange
        id: opening
        kind: exchange
        title: Opening
        scene: [{when: {insight: at least 5}, text: You know the file.}, {text: You know a little.}]
        options:
          - {id: o-argue, label: Argue, approach: argue}
          - {id: o-listen, label: Listen, approach: listen, then: {face: +3}}
          - {id: o-leave, label: Leave, approach: listen, leaves: yes}
      - id: middle
        kind: exchange
        title: Middle
        scene: Later.
        options:
          - {id: m-argue, label: Argue, approach: argue}
          - {id: m-listen, label: Listen, approach: listen}
          - {id: m-wait, label: Wait, approach: listen}
      - id: close
        kind: exchange
        title: Close
        scene: Late.
        options:
          - {id: c-argue, label: Argue, approach: argue}
          - {id: c-listen, label: Listen, approach: listen}
          - {id: c-wait, label: Wait, approach: listen}
      - id: after
        kind: press
        title: After
        scene: Microphones.
        options: [{id: say-little, label: Say little}, {id: say-much, label: Say much}]
""".replace("      - &exchange\n        id: opening", "      - id: opening")


def here(table: Table) -> list[str]:
    """What may be chosen now."""
    return [choice.id for choice in choices(table.scenario, table.state)]


def test_a_summit_is_played_at_once_stage_by_stage() -> None:
    table = Table(small(SUMMITS)).does("go")
    assert here(table) == ["read-up", "read-more"] and table.reads("face") == 50
    assert here(table.does("read-up")) == ["o-argue", "o-listen", "o-leave"]
    assert here(table.does("o-listen")) == ["m-argue", "m-listen", "m-wait"]
    assert table.answers() == ["talks"] and table.reads("face") == 53
    table.does("m-argue")
    assert (table.cell("clock:approach"), table.cell("clock:last_approach")) == (1, 2)
    assert here(table.does("c-listen")) == ["say-little", "say-much"]
    assert here(table.does("say-little")) == ["stay", "end-turn"]
    assert (table.cell("clock:summit"), table.cell("clock:stage"), table.cell("clock:turn")) == (0, 0, 1)


def test_leaving_early_goes_to_the_press_and_the_host_still_answers() -> None:
    table = Table(small(SUMMITS)).does("go", "read-up", "o-leave")
    assert table.answers() == ["talks"]
    assert here(table) == ["say-little", "say-much"]


def test_an_answer_that_ends_the_talk_does() -> None:
    table = Table(small(SUMMITS)).does("go", "read-up", "o-argue", "m-argue")
    assert table.answers() == ["ends-it"]
    assert here(table) == ["say-little", "say-much"]


def test_an_option_is_paid_and_what_cannot_be_paid_is_not_offered() -> None:
    table = Table(small(SUMMITS.replace("{id: stay, MOVE}", "{id: stay, MOVE, price: {hours: 1}}")))
    table.does("go", "read-more")
    assert (table.reads("hours"), table.reads("insight")) == (0, 5)
    table = Table(small(SUMMITS.replace("{id: stay, MOVE}", "{id: stay, MOVE, price: {hours: 1}}"))).does("stay", "go")
    assert here(table) == ["read-up"]


# ---- doctrines ------------------------------------------------------------------------------------------------------

DOCTRINES = """
meters: [{id: want, title: Want, start: 50, sight: hidden}]
moves: [{id: call, MOVE}]
answers: [{id: shrugs, SAYS, says: [A shrug., A second shrug.]}, {id: nods, SAYS, says: [A nod.]}]
rules:
  - {id: to-call, RULE, salience: 10, reply_to: [call], answer: shrugs}
  - {id: to-nothing, RULE, salience: 10, initiative: yes, answer: nods}
drift: [{id: grows, then: {want: +1}}]
doctrines:
  - {id: second, title: Second, text: Another., source: none, because: So., counter_view: Not so., confidence: low,
     starts: {want: 20}, drift: [{id: shrinks, then: {want: -5}}],
     answers: [{id: smiles, SAYS, says: [A smile.]}],
     rules: [{id: to-call, replaces: true, RULE, salience: 10, reply_to: [call], answer: smiles}], remove: [to-nothing]}
  - {id: first, title: First, text: The record., source: none, because: So., counter_view: Not so., confidence: low, documented: yes}
"""


def test_a_doctrine_lays_rules_and_numbers_over_the_scenario() -> None:
    loaded = package(DOCTRINES)
    assert loaded.doctrines == ("first", "second")
    first, second = Table(loaded.compile()), Table(loaded.compile("second"))
    assert (first.reads("want"), second.reads("want")) == (50, 20)
    assert first.does("call").ends().answers() == ["shrugs", "nods"]
    assert second.does("call").ends().answers() == ["smiles"]
    assert (first.reads("want"), second.reads("want")) == (51, 16)
    assert [cell.key for cell in first.scenario.cells] == [cell.key for cell in second.scenario.cells]
