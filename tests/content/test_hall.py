"""The hall as it is written: members and their groups, dates, the Council by year, and drafts; and what is refused."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from game.content.package import from_resolved, load
from game.content.problem import ContentFault
from game.core.draft import Hall
from game.core.scenario import Scenario
from game.data import scenarios_dir
from game.terminal import vote
from tests.content.test_package import BASE
from tests.core.chamber import COVES, FENS, LUCKS, chamber, package
from tests.core.crises import package as crisis

VOTES, CARD = "scenario/votes.yaml", "scenario/scenario.yaml"


def rewritten(old: str, new: str, file: str = VOTES) -> Scenario:
    """The chamber with one text in a file put for another."""
    texts = package().resolved()
    assert texts[file].count(old) >= 1, old
    return from_resolved({**texts, file: texts[file].replace(old, new)}).compile()


def refused(old: str, new: str, file: str = VOTES) -> str:
    """What is said of the chamber with one text put for another."""
    with pytest.raises(ContentFault) as told:
        rewritten(old, new, file)
    return str(told.value)


def codes(scenario: Scenario, bloc: str) -> set[str]:
    """The members of a bloc."""
    return {scenario.hall.members[place].iso for place in scenario.find.bloc[bloc].members}


@pytest.mark.parametrize(
    ("word", "members"),
    [
        ("africa", {*FENS}),
        ("asia-pacific", {*LUCKS}),
        ("latin-america", {*COVES}),
        ("eastern-europe", {"VEX", "NAY", "NOL", "ERA"}),
        ("western", {"PAA", "PBB", "PCC", "PDD", "EAA", "EBB", "ECC", "EDD", "GON", "LAP"}),
        ("[africa, FEN, VEX]", {*FENS, "VEX"}),
        ("VEX", {"VEX"}),
    ],
)
def test_a_bloc_is_codes_or_one_of_the_groups_that_elect(word: str, members: set[str]) -> None:
    assert codes(rewritten("title: Vexland alone, members: VEX", f"title: A bloc, members: {word}"), "vexed") == members


def test_all_are_all() -> None:
    assert codes(chamber(), "all-of-them") == {member.iso for member in chamber().hall.members}


def test_the_guide_names_every_clause_of_the_library_under_its_kind() -> None:
    guide = (scenarios_dir() / "README.md").read_text(encoding="utf-8")
    listed = guide.partition("The list is closed:")[2].partition("A scenario may")[0]
    rows = re.findall(r"([^()]+) \((\w+)\)", listed)
    told = {(clause, kind) for ids, kind in rows for clause in re.findall("`(.+?)`", ids)}
    assert told == {(paragraph.id, paragraph.kind) for paragraph in crisis("thread").compile().hall.paragraphs}


def test_the_draft_file_of_the_guide_can_be_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = (scenarios_dir() / "README.md").read_text(encoding="utf-8")
    block = guide.partition("The file is flat:\n\n")[2].partition("\n\n")[0]
    path = tmp_path / "draft.yaml"
    path.write_text(textwrap.dedent(block), encoding="utf-8")
    assert vote.main(path, form="text") == 0
    assert "General Assembly, 2021-12-09, 193 members" in capsys.readouterr().out


def test_a_bloc_is_pressed_and_sounded_by_cells_of_its_own() -> None:
    scenario = chamber()
    for bloc in scenario.blocs:
        push, sounded = scenario.cells[bloc.push], scenario.cells[bloc.sounded]
        assert (push.key, push.low, push.high, push.start) == (f"meter:{bloc.id}.push", -300, 300, 0)
        assert (sounded.key, sounded.low, sounded.high) == (f"meter:{bloc.id}.sounded", 0, 1)
    assert scenario.text("meter.fens.push.title") == "The fens: how far they are pressed"


def test_members_are_those_of_each_date_and_shared_between_dates_without_a_change() -> None:
    hall, place = chamber().hall, [member.iso for member in chamber().hall.members].index("ERA")
    assert [era[place].lean for era in hall.eras] == [-9000] * 3 + [9000] * 5
    assert hall.eras[0] is hall.eras[2] is hall.members and hall.eras[3] is hall.eras[7] is not hall.eras[0]
    assert [hall.voter(place, turn).lean for turn in (3, 4)] == [-9000, 9000]


def test_before_its_first_date_a_member_leans_to_nothing() -> None:
    hall = rewritten("leans: {2014-01-01: -9000, 2022-01-04: 9000}", "leans: {2022-01-04: 700, 2022-01-03: 300}").hall
    place = [member.iso for member in hall.members].index("ERA")
    assert [era[place].lean for era in hall.eras] == [0, 0, 300, 700, 700, 700, 700, 700]


def test_effects_go_by_the_ids_of_the_clauses_not_by_where_they_stand() -> None:
    lines = package().resolved()[VOTES].splitlines()
    first = next(n for n, line in enumerate(lines) if "id: aid" in line)
    moved = "\n".join([*lines[:first], *reversed(lines[first : first + 5]), *lines[first + 5 :]])
    other = from_resolved({**package().resolved(), VOTES: moved}).compile().hall
    assert [paragraph.id for paragraph in other.paragraphs] == ["aid", "blame", "peace", "step", "word"]
    assert (other.paragraphs, other.members) == (chamber().hall.paragraphs, chamber().hall.members)


def test_the_council_is_the_permanent_and_those_elected_for_the_year() -> None:
    hall = chamber().hall
    seats = [hall.members[place].iso for place in hall.seats("council", 1)]
    assert seats == sorted(["PAA", "PBB", "PCC", "PDD", "VEX", "EAA", "EBB", "ECC", "EDD", *FENS, *COVES])
    assert len(hall.seats("assembly", 1)) == 24 and hall.presidents == ("VEX",) * 8


def test_with_the_year_the_council_and_with_the_month_its_president_change() -> None:
    texts = package().resolved()
    row = (
        "  - {year: 2023, elected: [LAP, EBB, ECC, EDD, FEN, FIR, FOG, COA, COB, COC], presidents: [], source: none}\n"
    )
    texts[VOTES] = texts[VOTES].replace("article_19:", f"{row}article_19:")
    texts[CARD] = texts[CARD].replace("2022-01-07, 2022-01-08]", "2022-02-07, 2023-01-08]")
    hall = from_resolved(texts).compile().hall
    assert hall.presidents == ("VEX",) * 6 + ("PAA", "")
    codes = [{hall.members[place].iso for place in hall.seats("council", turn)} for turn in (7, 8)]
    assert codes[0] - codes[1] == {"EAA"} and codes[1] - codes[0] == {"LAP"}


def test_article_19_holds_from_its_first_day_to_its_last() -> None:
    hall = chamber().hall
    names = [{hall.members[place].iso for place in hall.barred("assembly", turn)} for turn in range(1, 8)]
    assert names == [set()] * 4 + [{"LAP", "EAA"}] * 2 + [set()]
    assert all(hall.barred("council", turn) == frozenset() for turn in range(1, 8))


def test_a_draft_keeps_the_order_of_its_provisions_and_its_words() -> None:
    scenario = chamber()
    draft = scenario.find.draft["hall-text"]
    assert [one.id for one in draft.provisions] == [f"hall-text.{id}" for id in ("word", "blame", "aid", "peace")]
    assert [scenario.cells[one.cell].start for one in draft.provisions] == [1, 0, 0, 0]
    assert [one.provisions for one in draft.wordings] == [{0, 1}, {0, 2, 3}]
    assert scenario.text("provision.hall-text.blame.text") == "Says who did it."
    assert scenario.text("member.FEN.group") == "African States"


def test_a_real_vote_is_found_by_its_symbol_unless_it_is_kept_back() -> None:
    quick, far = chamber().find.draft["quick-text"].real, chamber().find.draft["far-text"].real
    assert quick is not None and dict(quick.votes)["NAY"] == "abstain" and len(quick.votes) == 8
    assert far is not None and (far.votes, far.outcome) == ((), "failed")


def test_a_scenario_without_drafts_has_an_empty_hall() -> None:
    texts = {name: text for name, text in load(BASE).resolved().items() if name != VOTES}
    scenario = from_resolved(texts).compile()
    assert (scenario.hall.members, scenario.drafts, scenario.blocs) == (Hall().members, (), ())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("effects: 400 -900 200 0 0", "effects: 400 -900 200 0", "`effects` has 4 numbers; 5 are meant."),
        ("author: 0 9999 0", "author: 0 9999", "`author` has 2 numbers; 3 are meant."),
        ("effects: 100 0 0 0 0", "effects: 100 0 0 0 x", "are not whole numbers"),
        ("effects: 100 0 0 0 0", "effects: 100 0 0 0 10000", "a number here is beyond 9999."),
        ("leans: {2014-01-01: 7000}", "leans: {2014-01-01: no}", '"no" is not a whole number.'),
        ("leans: {2014-01-01: 7000}", "leans: {long-ago: 7000}", '"long-ago" is not a date'),
        ("leans: {2014-01-01: 7000}", "leans: {}", "with one date at least"),
        ("group: GRULAC", "group: Americas", '"Americas" is not one of'),
        ("kind: relief", "kind: comfort", '"comfort" is not one of'),
        ("{year: 2022, elected: [EAA, EBB,", "{year: 2022, elected: [", "the Council of 2022 has 13 members, not 15."),
        ("{year: 2022,", "{year: 2021,", "whose members of 2022 are not known"),
        ("{fens: +200, lucks: +50}", "{fens: +301}", "301 is outside -300 to 300."),
        ("price: {favours: 2}", "price: {norms: 2}", 'is paid in "norms", which is no purse.'),
        ("when: {friendly: yes}", "when: {grudge: at least 2}", "which is hidden from the player"),
        ("watch: [FEN, VEX, LAP]", "watch: [FEM]", 'names "FEM", which is no member of the United Nations'),
        ("clauses: [word, blame]}\n      - {id: kind", "clauses: [step]}\n      - {id: kind", "does not offer"),
        ("title: The fens, members: africa", "title: The fens, members: arfica", 'Did you mean "africa"?'),
    ],
)
def test_what_is_wrong_is_said(old: str, new: str, said: str) -> None:
    assert said in refused(old, new)


def test_drafts_without_members_say_what_to_take_in() -> None:
    texts = load(BASE).resolved()
    head, _, rest = texts[VOTES].partition("members:\n")
    texts[VOTES] = head + rest[rest.index("blocs:") :]
    with pytest.raises(ContentFault, match=r"`uses:` must bring library/votes/members\.yaml"):
        from_resolved(texts).compile()


@pytest.mark.parametrize(
    ("effect", "said"),
    [
        ("{hall-text: adopted}", '"adopted" cannot be done to the draft "hall-text"'),
        ("{hall-text.FEN: yes}", "it is counted when the vote is held"),
        ("{hall-text.yes: +3}", "it is counted when the vote is held"),
        ("{hall-text.step: yes}", 'changes "hall-text.step", which this scenario does not have'),
        ("{fens.sounded: +1}", '"+1" cannot be done to'),
    ],
)
def test_nobody_decides_a_vote_by_an_effect(effect: str, said: str) -> None:
    assert said in refused("then: {hall-text.aid: yes}", f"then: {effect}", CARD)
