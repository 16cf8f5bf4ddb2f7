"""The votes' library and `longtable vote`: every list adds up, and a draft file is read word by word."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TypeVar

import pytest

from game.content.node import Mapping, Scalar, Sequence
from game.content.paper import Paper, read_paper
from game.content.problem import ContentFault, Findings
from game.content.read import read_file
from game.content.schema.hall import ArrearsRecord, CouncilRecord, MemberRecord, ParagraphRecord, RollRecord
from game.content.schema.record import Part
from game.content.votes import at_date, library
from game.core.ballot import Paragraph
from game.data import scenarios_dir
from game.fault import Fault
from game.terminal.vote import as_data, as_lines, forecast
from tests.conftest import CHECKOUT

FOLDER = scenarios_dir() / "library" / "votes"
SHIPPED = library()
CODES = [voter.iso for voter in SHIPPED.voters]
PERMANENT = {"CHN", "FRA", "GBR", "RUS", "USA"}
PLAIN = "body: assembly\ndate: 2022-03-02\nclauses: [charter, deplore, withdraw]\n"
P = TypeVar("P", bound=Part)


def rows(name: str) -> list[Mapping]:
    findings = Findings()
    root = read_file(FOLDER / f"{name}.yaml", name, findings)
    findings.raise_errors()
    assert root is not None
    listing = next(node for key, node in root.entries.items() if key not in ("format", "sources"))
    assert isinstance(listing, Sequence)
    return [row for row in listing.items if isinstance(row, Mapping)]


def records(name: str, record: type[P]) -> list[P]:
    return [record.model_validate(row) for row in rows(name)]


def words(row: Mapping, name: str) -> list[str]:
    node = row.entries[name]
    assert isinstance(node, Sequence)
    return [item.text for item in node.items if isinstance(item, Scalar)]


def word(row: Mapping, name: str) -> str:
    node = row.entries[name]
    assert isinstance(node, Scalar)
    return node.text


def paper(tmp_path: Path, text: str) -> Paper:
    path = tmp_path / "draft.yaml"
    path.write_text(text, encoding="utf-8")
    return read_paper(path, SHIPPED)


def refused(tmp_path: Path, text: str) -> str:
    with pytest.raises(ContentFault) as caught:
        paper(tmp_path, text)
    return str(caught.value)


def test_all_members_of_the_united_nations_are_there_once() -> None:
    assert len(set(CODES)) == len(CODES) == 193
    assert sorted(CODES) == CODES == sorted(word(row, "iso") for row in rows("countries"))
    assert {voter.iso for voter in SHIPPED.voters if voter.member.permanent} == PERMANENT


def test_every_roll_call_adds_up_to_those_who_sat_there() -> None:
    for roll in records("rolls", RollRecord):
        cast = [code.text for codes in roll.votes().values() for code in codes]
        sitting = [voter.iso for voter in SHIPPED.seats(roll.body, roll.date.text)]
        assert sorted(cast) == sitting, roll.symbol
        assert len(cast) == {"council": 15, "assembly": 193}[roll.body]


def test_every_roll_call_is_coded_in_clauses_that_exist() -> None:
    coded = {word(row, "symbol"): words(row, "clauses") for row in rows("codings")}
    assert sorted(coded) == sorted(roll.symbol for roll in records("rolls", RollRecord))
    known = {clause.id for clause in SHIPPED.clauses}
    for symbol, clauses in coded.items():
        assert clauses, symbol
        assert len(set(clauses)) == len(clauses), symbol
        assert set(clauses) <= known, symbol


def test_the_council_has_fifteen_members_in_every_year() -> None:
    years = records("council", CouncilRecord)
    assert [row.year for row in years] == list(range(2014, 2026))
    for row in years:
        elected = {code.text for code in row.elected}
        assert len(elected) == len(row.elected) == 10, row.year
        assert elected <= set(CODES) - PERMANENT, row.year
        assert len(row.presidents) == 12, row.year
        assert {code.text for code in row.presidents} <= elected | PERMANENT, row.year
        assert len(SHIPPED.seats("council", f"{row.year}-06-01")) == 15


def test_a_term_in_the_council_lasts_two_years() -> None:
    years = {row.year: {code.text for code in row.elected} for row in records("council", CouncilRecord)}
    for year in range(2014, 2025):
        stay = years[year] & years[year + 1]
        assert len(stay) == (4 if year == 2017 else 5), year  # Italy and the Netherlands shared a term


def test_the_presidency_passes_in_the_order_of_the_names() -> None:
    """From one month to the next it goes to the next member in the alphabet of English names of that year."""
    names = {voter.iso: voter.name for voter in SHIPPED.voters} | {
        "KOR": "Republic of Korea",
        "VNM": "Viet Nam",
        "RUS": "Russian Federation",
        "CIV": "Cote d'Ivoire",
    }
    last = ""
    for row in records("council", CouncilRecord):
        seated = sorted((names[voter.iso], voter.iso) for voter in SHIPPED.seats("council", f"{row.year}-06-01"))
        for code in row.presidents:
            if last:
                later = [iso for name, iso in seated if name > names[last]]
                assert code.text == (later or [seated[0][1]])[0], row.year
            last = code.text


def test_nobody_without_a_vote_cast_one_in_a_given_roll_call() -> None:
    lapses = records("article-19", ArrearsRecord)
    assert all(row.since.text <= row.until.text and row.iso.text in CODES for row in lapses)
    for roll in records("rolls", RollRecord):
        if roll.body == "assembly":
            assert SHIPPED.lapsed(roll.date.text) <= {code.text for code in roll.absent}, roll.symbol


def test_the_quick_reading_of_the_library_is_the_strict_one() -> None:
    strict = records("members", MemberRecord)
    assert [record.key for record in strict] == CODES
    for record, voter in zip(strict, SHIPPED.voters, strict=True):
        assert (record.name, record.group) == (voter.name, voter.group)
        assert record.leans == voter.leans
        member = voter.member
        assert (record.width, record.absent, record.council) == (member.width, member.absent, member.council)
        assert (record.author, record.effects, record.permanent) == (member.author, member.effects, member.permanent)
        assert len(member.effects) == len(SHIPPED.clauses)
        assert member.width > 0
        assert 0 <= member.absent <= 10_000
    clauses = sorted(records("clauses", ParagraphRecord), key=lambda record: record.key)
    assert SHIPPED.clauses == tuple(Paragraph(one.key, one.kind, one.names, one.weight) for one in clauses)


def test_a_member_leans_as_at_the_date() -> None:
    (voter,) = (voter for voter in SHIPPED.voters if voter.iso == "MEX")
    by_date = dict(voter.leans)
    assert at_date(voter, "2022-02-23").lean == by_date["2021-01-01"]
    assert at_date(voter, "2022-02-24").lean == by_date["2022-02-24"]
    assert at_date(voter, "2025-12-31").lean == by_date["2025-01-01"]


def test_members_that_the_script_did_not_write_are_refused(tmp_path: Path) -> None:
    for name in ("clauses.yaml", "council.yaml", "article-19.yaml"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    (tmp_path / "members.yaml").write_text("format: 1\nmembers:\n  - {iso: DEU}\n", encoding="utf-8")
    with pytest.raises(Fault, match=r"not as the script fit\.py"):
        library(tmp_path)


@pytest.mark.parametrize("body", ["General Assembly", "assembly", "GENERAL  ASSEMBLY"])
def test_a_body_may_be_written_out(tmp_path: Path, body: str) -> None:
    assert paper(tmp_path, PLAIN.replace("assembly", body)).body == "assembly"


def test_what_a_draft_may_leave_out(tmp_path: Path) -> None:
    found = paper(tmp_path, PLAIN)
    assert (found.title, found.author, found.sponsors, found.lobbying) == ("", "west", (), {})
    assert [SHIPPED.clauses[place].id for place in found.clauses] == ["charter", "deplore", "withdraw"]


def test_what_a_draft_may_add(tmp_path: Path) -> None:
    more = "format: 1\ntitle: A text\nauthor: neutral\nsponsors: [NOR, MEX]\n"
    found = paper(tmp_path, PLAIN + more + "lobbying: {IND: +300, africa: -50, ZAF: 20}\n")
    assert (found.title, found.author, found.sponsors) == ("A text", "neutral", ("NOR", "MEX"))
    assert (found.lobbying["IND"], found.lobbying["ZAF"], found.lobbying["KEN"]) == (300, -30, -50)
    assert "DEU" not in found.lobbying


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        (PLAIN.replace("deplore", "deplor"), ["draft.yaml:3:20: error:", 'no clause "deplor"', 'mean "deplore"']),
        (PLAIN.replace("deplore", "charter"), ["3:20", "stands here twice"]),
        (PLAIN.replace("[charter, deplore, withdraw]", "[]"), ["3:10", "at least one clause"]),
        (PLAIN.replace("[charter, deplore, withdraw]", "{charter: yes}"), ["3:10", "a group"]),
        (PLAIN.replace("assembly", "asembly"), ["1:7", 'no body "asembly"', 'mean "assembly"']),
        (PLAIN.replace("assembly", "security counsel"), ["1:7", 'mean "security council"']),
        (PLAIN.replace("assembly", "[council]"), ["1:7", "single value"]),
        (PLAIN.replace("2022-03-02", "2031-03-02"), ["2:7", "outside 2014 to 2025", "has learned from"]),
        (PLAIN.replace("2022-03-02", "2 March 2022"), ["2:7", "is not a date", "2022-03-02"]),
        (PLAIN.replace("2022-03-02", "2022-02-30"), ["2:7", "is not a date"]),
        (PLAIN.replace("date:", "dates:"), ['no field "dates"', 'mean "date"', 'needs "date"']),
        ("body: assembly\n", ['needs "date"', 'needs "clauses"']),
        (PLAIN + "sponsors: [GER]\n", ["4:12", '"GER" is not the code of a member']),
        (PLAIN + "sponsors: [Germany]\n", ["4:12", 'Did you mean "DEU"?']),
        (PLAIN + "lobbying: {afrika: +30}\n", ["4:12", 'mean "africa"']),
        (PLAIN + "lobbying: {IND: much}\n", ["4:17", "a whole number"]),
        (PLAIN + "lobbying: IND\n", ["4:11", "is a group such as"]),
        (PLAIN + "author: western\n", ["4:9", "west, moscow, neutral", 'mean "west"']),
        (PLAIN + "format: 2\n", ["4:9", "format 1"]),
        ("body: [assembly\n", ["error"]),
        ("- body\n", ["begins with a name"]),
    ],
)
def test_a_mistake_in_a_draft_is_told_with_its_place_and_the_likely_fix(
    tmp_path: Path, wrong: str, expected: list[str]
) -> None:
    told = refused(tmp_path, wrong)
    for part in expected:
        assert part in told


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    told = refused(tmp_path, "body: asembly\ndate: 1999-01-01\nclauses: [deplor]\nsponsors: [XXX]\n")
    assert told.count("error:") == 4


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ContentFault, match="no such file"):
        read_paper(tmp_path / "nowhere.yaml", SHIPPED)


def test_the_answer_as_data(tmp_path: Path) -> None:
    data = json.loads(json.dumps(as_data(forecast(paper(tmp_path, PLAIN), SHIPPED))))
    assert sorted(data["members"]) == CODES
    for chances in data["members"].values():
        shares = {name: chances[name] for name in ("yes", "no", "abstain", "absent")}
        assert sum(shares.values()) == pytest.approx(1)
        assert shares[chances["vote"]] == max(shares.values())
    told = data["tally"]
    assert sum(told[name] for name in ("yes", "no", "abstain", "absent")) == pytest.approx(193, abs=0.02)
    for name, (low, high) in told["bands"].items():
        assert low <= told[name] + 0.5
        assert told[name] - 0.5 <= high
    assert sum(told["likeliest"].values()) == told["members"] == 193
    assert (told["passes"], told["outcome"], told["rule"], told["vetoes"]) == (True, "adopted", "two-thirds", [])


def test_moscow_vetoes_substance_but_not_procedure(tmp_path: Path) -> None:
    council = PLAIN.replace("assembly", "council").replace("2022-03-02", "2022-02-25")
    told = forecast(paper(tmp_path, council), SHIPPED)
    assert (told.outcome, told.vetoes, len(told.odds)) == ("vetoed", ("RUS",), 15)
    step = forecast(paper(tmp_path, council.replace("[charter, deplore, withdraw]", "[session]")), SHIPPED)
    assert (step.outcome, step.vetoes, step.needed) == ("adopted", (), 9)


def test_who_has_no_vote_is_absent_from_the_assembly(tmp_path: Path) -> None:
    odds = {voter.iso: share for voter, share in forecast(paper(tmp_path, PLAIN), SHIPPED).odds}
    assert odds["VEN"] == (0, 0, 10_000, 0)


def test_lobbying_and_signing_move_a_state_and_stronger_words_cost_votes(tmp_path: Path) -> None:
    plain = forecast(paper(tmp_path, PLAIN), SHIPPED)
    lobbied = forecast(paper(tmp_path, PLAIN + "lobbying: {all: +500}\n"), SHIPPED)
    signed = forecast(paper(tmp_path, PLAIN + "sponsors: [BRA]\n"), SHIPPED)
    harder = forecast(paper(tmp_path, PLAIN.replace("withdraw", "withdraw, suspend, tribunal")), SHIPPED)
    assert lobbied.expected.yes.expected > plain.expected.yes.expected > harder.expected.yes.expected + 10
    with_name, without = ({voter.iso: share.yes for voter, share in one.odds}["BRA"] for one in (signed, plain))
    assert with_name > without


def test_the_answer_as_text(tmp_path: Path) -> None:
    written = paper(tmp_path, PLAIN + "title: A text\n")
    told = "\n".join(as_lines(written, forecast(written, SHIPPED), SHIPPED))
    for part in ("A text: General Assembly, 2022-03-02, 193 members", "two thirds", "is adopted", "YES (", "ABSTAIN ("):
        assert part in told
    assert all(voter.name in told for voter in SHIPPED.voters)


def test_an_answer_does_without_the_slow_libraries(tmp_path: Path) -> None:
    """Pydantic alone would take as long to load as the whole answer may take."""
    path = tmp_path / "draft.yaml"
    path.write_text(PLAIN, encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from game.terminal import vote; "
        f"vote.main(Path({str(path)!r}), form='json'); "
        "print([name for name in ('pydantic', 'pygame', 'numpy') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    assert done.stderr.strip() == "[]"
    assert json.loads(done.stdout)["tally"]["members"] == 193
