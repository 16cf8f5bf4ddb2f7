"""Icons and flags: tinted, scaled, kept, and a sign in place of one that is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.desk.icons import Icons

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@pytest.mark.parametrize("size", [12, 16, 24, 30, 48, 72])
def test_an_icon_has_its_size_and_colour(size: int) -> None:
    """Square, clear in the corner, and where it is opaque exactly in the colour asked."""
    picture = Icons(ASSETS).icon("shield", size, (200, 100, 50))
    assert picture.get_size() == (size, size)
    assert picture.get_at((0, 0)).a == 0
    solid = [
        picture.get_at((x, y)) for x in range(size) for y in range(size) if picture.get_at((x, y)).a > 120
    ]
    assert solid
    assert all(abs(c.r - 200) <= 3 and abs(c.g - 100) <= 3 and abs(c.b - 50) <= 3 for c in solid)


def test_pictures_are_kept_until_forgotten() -> None:
    """The same question gives the same surface."""
    icons = Icons(ASSETS)
    first = icons.icon("check", 20, (1, 2, 3))
    assert icons.icon("check", 20, (1, 2, 3)) is first
    icons.forget()
    assert icons.icon("check", 20, (1, 2, 3)) is not first
    assert icons.missing() == []


def test_a_missing_icon_is_drawn_and_named_once() -> None:
    """A crossed box of the size asked, one note, no error; a broken file counts as missing."""
    icons = Icons(ASSETS)
    picture = icons.icon("no-such-icon", 20, (250, 250, 250))
    icons.icon("no-such-icon", 24, (250, 250, 250))
    icons.icon("no-such-icon", 48, (250, 0, 0))
    assert picture.get_size() == (20, 20)
    assert picture.get_at((10, 10)).r == 250
    assert sorted(icons.missing()) == ["icons/24/no-such-icon.png", "icons/48/no-such-icon.png"]


def test_a_broken_icon_counts_as_missing(tmp_path: Path) -> None:
    """A file that is no picture is reported, not raised."""
    folder = tmp_path / "icons" / "48"
    folder.mkdir(parents=True)
    (folder / "check.png").write_text("not a picture", encoding="utf-8")
    icons = Icons(tmp_path)
    icons.icon("check", 16, (255, 255, 255))
    assert icons.missing() == ["icons/48/check.png"]


def test_flags_keep_their_shape() -> None:
    """4:3 at any height; an unknown country gets a crossed box."""
    icons = Icons(ASSETS)
    flag = icons.flag("UKR", 18)
    assert flag.get_size() == (24, 18)
    assert flag.get_at((12, 15)).r > 200 > 90 > flag.get_at((12, 15)).b
    assert icons.flag("XXX", 18).get_size() == (24, 18)
    assert icons.missing() == ["flags/XXX.png"]
