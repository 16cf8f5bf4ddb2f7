"""Text: markup, wrapping, fonts that are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.desk.fonts import FILES
from game.desk.look import Look
from game.desk.markup import Span, escaped, plain, spans
from game.desk.theme import BODY, LABEL, TITLE
from tests.desk.demo import ASSETS


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("plain", [Span("plain")]),
        ("a **b** c", [Span("a "), Span("b", bold=True), Span(" c")]),
        ("*soft*", [Span("soft", italic=True)]),
        ("{bad:no}", [Span("no", tone="bad")]),
        ("[why](rule:x)", [Span("why", target="rule:x")]),
        ("**[why](x)**", [Span("why", bold=True, target="x")]),
        ("**a *b* c**", [Span("a ", bold=True), Span("b", bold=True, italic=True), Span(" c", bold=True)]),
        ("2 * 3 * 4", [Span("2 * 3 * 4")]),
        ("**open", [Span("**open")]),
        ("[no target]", [Span("[no target]")]),
        (r"\*as it is\*", [Span("*"), Span("as it is"), Span("*")]),
    ],
)
def test_markup_is_read(text: str, read: list[Span]) -> None:
    assert spans(text) == read


@pytest.mark.parametrize("name", ["**", "[a](b)", "{bad:x}", "\\", "a*b*c", "Ґанок * [1]"])
def test_an_escaped_name_stays_as_typed(name: str) -> None:
    assert plain(escaped(name)) == name


def test_text_wraps_into_the_width_and_is_measured_as_drawn() -> None:
    look = Look(ASSETS)
    text = "The deputy minister put **both texts** on the table and asked for a [reply](x) in writing."
    for width in (90, 160, 300, 800):
        wide, high = look.measure(text, BODY, width)
        picture = look.type.picture(text, BODY, (255, 255, 255), width)
        assert wide <= width
        assert picture.get_size() == (wide, high)
        assert plain(text).split() == " ".join(f.span.words for f in look.block(text, BODY, width).fragments).split()


def test_an_endless_word_is_broken_and_said_to_be() -> None:
    look = Look(ASSETS)
    assert look.block("x" * 400, BODY, 100).broken
    assert look.measure("x" * 400, BODY, 100)[0] <= 100
    assert not look.block("short words only", BODY, 100).broken


def test_larger_text_takes_more_room() -> None:
    sizes = [Look(ASSETS, percent).measure("Friday", TITLE) for percent in (100, 125, 150)]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 3


def test_an_ellipsis_is_used_only_when_needed() -> None:
    look = Look(ASSETS)
    assert look.type.fitted("Short", LABEL, 200) == "Short"
    cut = look.type.fitted("A **rather** long heading", LABEL, 80)
    assert cut.endswith("…")
    assert look.measure(cut, LABEL)[0] <= 80


def test_every_font_is_there() -> None:
    assert [name for name in FILES.values() if not (ASSETS / "fonts" / name).is_file()] == []


def test_a_missing_or_broken_font_is_told_and_replaced(tmp_path: Path) -> None:
    look = Look(tmp_path)
    assert look.measure("words", BODY)[0] > 0
    assert look.warnings == ["The font IBM Plex Sans 400 is missing in fonts; another font stands in."]
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / FILES[(BODY.family, 400)]).write_bytes(b"not a font")
    broken = Look(tmp_path)
    assert broken.measure("words", BODY)[0] > 0
    assert "cannot be read as a font" in broken.warnings[0]
