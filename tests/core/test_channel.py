"""Channels: how many are left decides how often a private message is misread."""

from __future__ import annotations

import pytest

from game.core.event import Rolled
from tests.core.small import Table, lucky, small

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
        rolled = [event for event in table.steps[-1].events if isinstance(event, Rolled)]
        assert [(roll.name, roll.odds) for roll in rolled] == [("misread/whisper", odds)]
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
