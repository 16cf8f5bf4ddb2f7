"""The authors' guide: it has every phrase, section and field, and its examples are a scenario that loads and plays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.content import guide
from game.content.changes import EFFECTS
from game.content.check import check, main
from game.content.package import Package, load
from game.content.phrases import CONDITIONS
from game.content.schema.sections import CARD, OTHER_SECTIONS, SECTIONS
from game.core.policy import at_random, follow, play_out
from game.core.step import start
from game.data import scenarios_dir
from game.play.playthrough import Playthrough
from tests.conftest import CHECKOUT

GUIDE = (CHECKOUT / "scenarios" / "README.md").read_text(encoding="utf-8")
FIRST_EXAMPLE, LAST_LINE = "scenario.yaml", "  licence: CC BY 4.0\n"
MORE_OF_THE_CARD = "scenario.yaml, more lines of the card"


def boxes() -> dict[str, str]:
    """The YAML examples of the guide by the name in their first line."""
    found = re.findall(r"^```yaml\n# (.+?)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert len(found) == len(dict(found)) == GUIDE.count("```yaml")
    return dict(found)


def written(folder: Path, names: list[str] | None = None) -> Path:
    """The examples (all of them if none is named) laid out as a scenario's folder."""
    texts = boxes()
    card = texts.pop(MORE_OF_THE_CARD)
    if names is None:
        texts[FIRST_EXAMPLE] = texts[FIRST_EXAMPLE].replace(LAST_LINE, LAST_LINE + card)
    for name, text in texts.items():
        if names is None or name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def records() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every record of the examples with its section, those inside doctrines too."""
    for text in boxes().values():
        data = yaml.safe_load(text)
        for section, found in data.items():
            if section in SECTIONS:
                for record in found:
                    yield section, record
                    if section == "doctrines":
                        for name in ("rules", "answers", "drift"):
                            yield from ((name, one) for one in record.get(name, ()))


WORDS: Mapping[object, str] = {True: "yes", False: "no"}
"""What plain YAML takes for truth and falsehood is a word in our language."""


def names_in(node: object) -> set[str]:
    """Every field name below this node."""
    if isinstance(node, Mapping):
        names = {WORDS.get(name, str(name)) for name in node}
        return names | {name for part in node.values() for name in names_in(part)}
    return {name for part in node for name in names_in(part)} if isinstance(node, list) else set()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return load(written(tmp_path_factory.mktemp("guide") / "airstrip"))


def test_every_phrase_and_effect_stands_in_the_guide() -> None:
    assert guide.conditions() in GUIDE, "run `python -m game.content.guide` and put its tables into the guide"
    assert guide.effects() in GUIDE
    rows = [(row.form, row.example) for row in CONDITIONS] + [(row.form, row.example) for row in EFFECTS]
    for form, example in rows:
        assert f"`{form}`" in GUIDE
        assert f"`{example}`" in GUIDE


def test_every_word_of_a_lesson_stands_in_the_guide() -> None:
    assert guide.lessons() in GUIDE, "run `python -m game.content.guide` and put its tables into the guide"


def test_every_section_and_field_stands_in_the_guide() -> None:
    assert guide.records() in GUIDE, "run `python -m game.content.guide` and put its tables into the guide"
    for name in (*SECTIONS, *OTHER_SECTIONS):
        assert f"`{name}`" in GUIDE or f"`{name}:" in GUIDE, name


def test_every_section_has_a_heading_and_an_example() -> None:
    shown = {section for section, _ in records()}
    assert shown == set(SECTIONS)
    told = " ".join(re.findall(r"^### (.*)$", GUIDE, re.MULTILINE))
    assert [name for name in (CARD.name, *SECTIONS) if not re.search(rf"\b{name}\b", told)] == []


def test_every_field_occurs_in_an_example() -> None:
    seen: dict[str, set[str]] = {}
    for section, record in records():
        seen.setdefault(section, set()).update(names_in(record))
    missing = {
        f"{name}.{field.alias or key}"
        for name, section in SECTIONS.items()
        for key, field in section.record.model_fields.items()
        if (field.alias or key) not in seen[name] | {"replaces"}
    }
    assert missing - {f"derived.{field}" for field in ("range", "bands", "note", "fog", "source")} == set()


def test_the_small_crisis_alone_is_clean_and_plays(tmp_path: Path) -> None:
    folder = written(tmp_path / "airstrip", [FIRST_EXAMPLE])
    assert check(folder)[1] == ()
    scenario = load(folder).compile()
    endings = {play_out(scenario, seed, at_random).steps[-1].events[-1] for seed in range(20)}
    assert len(endings) == 2


def test_the_small_crisis_ends_as_the_guide_says(tmp_path: Path) -> None:
    package = load(written(tmp_path / "airstrip", [FIRST_EXAMPLE]))
    for first, ending in (([], "strip-closed"), (["radio-call"], "strip-shared")):
        play = Playthrough(package, 7)
        for choice in [*first, "offer-fuel", *["end-turn"] * 4]:
            play.choose(choice)
        assert play.view.ending == ending


def test_all_examples_together_are_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = written(tmp_path / "airstrip")
    assert [str(problem) for problem in check(folder)[1]] == []
    assert main([folder], form="text") == 0
    told = capsys.readouterr().out
    assert re.search(r"clean\..*\n.*The line of history: \d+ words on top and 6 choices, 2 minutes", told)


def test_all_examples_together_play_under_each_doctrine(package: Package) -> None:
    assert package.doctrines == ("keepers", "hagglers")
    for doctrine in package.doctrines:
        scenario = package.compile(doctrine, "masked")
        for seed in range(10):
            assert len(play_out(scenario, seed, at_random).steps) > 4
        assert len(play_out(scenario, 1, follow(scenario.policies[0])).steps) > 4
        assert start(scenario, 1).state.cells


def test_the_guide_names_real_text_ids(package: Package) -> None:
    texts = {**package.compile("hagglers").texts, **package.compile().texts}
    named = re.findall(r"`((?:move|answer|meter|stage|response|clause|ending|history)\.[a-z0-9.-]+)`", GUIDE)
    assert len(named) >= 8
    assert [name for name in named if name not in texts] == []


def test_what_check_is_said_to_say_it_says() -> None:
    chapter = GUIDE.partition("## When check complains")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(.+)` \| [^|]+ \|$", chapter, re.MULTILINE)
    said = []
    for path in sorted((CHECKOUT / "tests" / "content" / "zoo" / "broken").glob("*.yaml")):
        said += re.findall(r"# says: (.*)", path.read_bytes().decode("utf-8", "replace"))
    assert len(rows) >= 20
    assert [row for row in rows if not any(row in words or words in row for words in said if len(words) > 8)] == []


def test_the_contents_lead_to_headings() -> None:
    heads = re.findall(r"^#+ (.*)$", GUIDE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", head).strip().lower().replace(" ", "-") for head in heads}
    links = re.findall(r"\]\(#([^)]+)\)", GUIDE)
    assert len(links) >= 12
    assert [link for link in links if link not in anchors] == []


def test_library_and_crisis_lie_where_the_guide_says() -> None:
    for name in ("road-to-moscow/scenario.yaml", "library/cameo.yaml", "LICENSE", "library/mask.py"):
        assert (scenarios_dir() / name).is_file(), name
