"""Ways to play: the same games in the core and in lanes; lines keep to their choices, the aims are leant to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from game.batch.policies import chooser as lanes_chooser
from game.content.package import load
from game.content.policyfile import load_with
from game.content.problem import ContentFault
from game.core.leaning import leaning
from game.core.outcome import aims_met
from game.core.policy import ids_of, play_out
from game.core.scenario import Scenario
from game.core.step import start
from game.core.way import Way, chooser, known
from game.data import scenario_ids, scenarios_dir
from game.fault import Fault
from game.terminal.policyword import chosen

from .pairs import differences

PACKAGES = {id: load(scenarios_dir() / id) for id in scenario_ids()}
FILE = """format: 1
policies:
  - id: mine
    title: Mine
    prefer:
      - {choose: [more-flights], weight: 5}
      - {choose: [end-turn], weight: 5}
"""


def apart(scenario: Scenario, way: Way, seeds: Sequence[int]) -> object:
    states = [start(scenario, seed).state for seed in seeds]
    return differences(scenario, states, chooser(scenario, way), lanes_chooser(scenario, way))


@pytest.mark.parametrize("id", PACKAGES)
@pytest.mark.parametrize("word", ["aims", "history"])
def test_both_engines_play_a_way_alike(id: str, word: str) -> None:
    assert apart(PACKAGES[id].compile(), Way(word), range(5)) == []


@pytest.mark.parametrize("id", PACKAGES)
@pytest.mark.parametrize("word", ["random", "cautious"])
def test_a_game_played_again_as_a_line_is_that_game(id: str, word: str) -> None:
    scenario = PACKAGES[id].compile()
    for seed in range(3):
        game = play_out(scenario, seed, chooser(scenario, Way(word)))
        line = tuple(choice.id for choice in game.choices)
        again = play_out(scenario, seed, chooser(scenario, Way("", line)))
        assert again.choices == game.choices
        assert again.steps[-1].state == game.steps[-1].state
        assert apart(scenario, Way("", line), range(seed, seed + 3)) == []


def test_a_line_with_a_text_to_word_is_followed_alike() -> None:
    scenario = PACKAGES["emergency-session"].compile()
    draft = scenario.find.draft["council-text"]
    opens = next(move.id for move in scenario.moves if move.draft == draft.index)
    clause = draft.provisions[0].id
    line = ("end-turn", opens, draft.wordings[0].id, clause, clause, f"{draft.id}.table", "end-turn")
    assert apart(scenario, Way("", line), range(4)) == []
    made = [choice.id for choice in play_out(scenario, 1, chooser(scenario, Way("", line))).choices]
    assert made[made.index(opens) :][:5] == [*line[1:6]]


@pytest.mark.parametrize("id", PACKAGES)
def test_leaning_to_the_aims_meets_more_of_them_than_chance(id: str) -> None:
    scenario = PACKAGES[id].compile()

    def met(word: str) -> int:
        choose = chooser(scenario, Way(word))
        ends = [play_out(scenario, seed, choose).steps[-1].state for seed in range(12)]
        return sum(sum(aims_met(scenario, end).values()) for end in ends)

    assert met("aims") > met("random")


@pytest.mark.parametrize("id", PACKAGES)
def test_leaning_weighs_only_what_can_be_chosen(id: str) -> None:
    scenario = PACKAGES[id].compile()
    assert {name for one in leaning(scenario).preferences for name in one.choices} <= ids_of(scenario)


def recorded(folder: Path, scenario: str) -> str:
    """The path of a recorded game."""
    file = folder / f"{scenario}.txt"
    text = f"scenario: {scenario}   seed: 7   doctrine: documented\n  choice: more-flights\n"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_words_for_a_way(tmp_path: Path) -> None:
    folder = scenarios_dir() / "first-cable"
    assert {"random", "aims", "cautious", "history", "historical"} <= set(known(PACKAGES["first-cable"].compile()))
    line = ("more-flights", "end-turn", "more-flights")
    assert chosen(folder, "list:more-flights, end-turn,more-flights")[1].line == line
    assert chosen(folder, recorded(tmp_path, "first-cable"))[1] == Way("first-cable.txt", ("more-flights",))
    for word, said in (
        ("cautios", "Did you mean 'cautious'"),
        ("list:", "list:move,move"),
        ("list:more-flight", "Did you mean 'more-flights'"),
        (recorded(tmp_path, "road-to-moscow"), "is a game of road-to-moscow"),
    ):
        with pytest.raises(Fault, match=said):
            chosen(folder, word)


def test_a_policy_file_stands_beside_the_scenarios_own(tmp_path: Path) -> None:
    folder, file = scenarios_dir() / "first-cable", tmp_path / "mine.yaml"
    file.write_text(FILE, encoding="utf-8")
    package, ids = load_with(folder, file)
    assert ids == ("mine",)
    assert apart(package.compile("cornered"), Way("mine"), range(3)) == []
    assert chosen(folder, f"{file}#mine")[1] == chosen(folder, str(file))[1] == Way("mine")
    file.write_text(FILE + FILE.partition("policies:\n")[2].replace("mine", "other"), encoding="utf-8")
    with pytest.raises(Fault, match="2 policies"):
        chosen(folder, str(file))
    with pytest.raises(Fault, match="no policy in"):
        chosen(folder, f"{file}#theirs")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FILE.replace("more-flights", "more-flight"), r"mine.yaml:6:\d+: error: .*more-flight"),
        (FILE.replace("mine", "cautious"), "stands here twice"),
        (FILE.replace("policies:", "moves:"), 'no section "moves"'),
        ("format: 1\npolicies: []\n", "has no policies"),
        (FILE.replace("weight: 5", "weight: heavy"), "mine.yaml:6"),
    ],
)
def test_mistakes_in_a_policy_file_are_told_by_place(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentFault, match=said):
        load_with(scenarios_dir() / "first-cable", file)
