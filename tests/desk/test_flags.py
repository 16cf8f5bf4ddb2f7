"""Flags: every member of the United Nations has one, and those that a poor SVG reader spoils are whole."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pygame
import pytest

from game.desk.icons import Icons
from game.desk.theme import Colour

ROOT = Path(__file__).resolve().parents[2]
FLAGS = ROOT / "assets" / "flags"
LISTED = ROOT / "scenarios" / "library" / "votes" / "countries.yaml"
BODIES = {"EU", "UN"}

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
RED: Colour = (215, 20, 35)
YELLOW: Colour = (255, 220, 20)
BLUE: Colour = (0, 80, 180)
GREEN: Colour = (0, 135, 60)
NEAR = 60  # of 255: a channel no farther off counts as the colour



@cache
def flag(code: str) -> pygame.Surface:
    """The shipped picture with alpha."""
    raw = pygame.image.load(FLAGS / f"{code}.png")
    picture = pygame.Surface(raw.get_size(), pygame.SRCALPHA, 32)
    picture.blit(raw, (0, 0))
    return picture


def near(colour: pygame.Color, wanted: Colour) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(tuple(colour)[:3], wanted, strict=True))


def share(code: str, box: tuple[int, int, int, int], wanted: Colour) -> int:
    """How many of a hundred pixels in left, top, right, bottom have about the colour."""
    left, top, right, bottom = box
    picture = flag(code)
    seen = [picture.get_at((x, y)) for x in range(left, right) for y in range(top, bottom)]
    return 100 * sum(near(colour, wanted) for colour in seen) // len(seen)


def test_the_193_members_and_the_two_bodies_have_flags() -> None:
    members = set(re.findall(r"^ +- iso: ([A-Z]{3})$", LISTED.read_text(encoding="utf-8"), re.MULTILINE))
    assert len(members) == 193
    assert {path.stem for path in FLAGS.glob("*.png")} == members | BODIES


def test_all_flags_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in FLAGS.glob("*.png")) < 200_000


def test_no_two_flags_are_the_same_picture() -> None:
    """A slip in the table of codes would show one flag twice. Two pairs of states do share a design."""
    seen: dict[bytes, str] = {}
    alike = set()
    for path in sorted(FLAGS.glob("*.png")):
        picture = pygame.image.tobytes(flag(path.stem), "RGBA")
        if picture in seen:
            alike.add((seen[picture], path.stem))
        seen[picture] = path.stem
    assert alike <= {("IDN", "MCO"), ("ROU", "TCD")}


@pytest.mark.parametrize(
    ("code", "box", "colour", "least", "most"),
    [
        ("UKR", (0, 0, 96, 35), BLUE, 99, 100),  # blue over grey where "gold" is not known
        ("UKR", (0, 37, 96, 72), YELLOW, 99, 100),
        ("USA", (0, 0, 54, 10), WHITE, 6, 40),  # stars in every corner of the canton, not one
        ("USA", (40, 26, 54, 38), WHITE, 6, 40),
        ("USA", (58, 6, 96, 10), WHITE, 90, 100),
        ("KOR", (8, 4, 32, 30), BLACK, 15, 50),  # four trigrams, not one
        ("KOR", (64, 4, 88, 30), BLACK, 15, 50),
        ("KOR", (8, 42, 32, 68), BLACK, 15, 50),
        ("KOR", (64, 42, 88, 68), BLACK, 15, 50),
        ("KOR", (34, 20, 46, 28), (205, 46, 58), 40, 100),
        ("KAZ", (4, 4, 13, 30), YELLOW, 8, 80),  # the ornament runs from top to bottom
        ("KAZ", (4, 44, 13, 68), YELLOW, 8, 80),
        ("KAZ", (46, 26, 58, 34), (255, 235, 45), 95, 100),
        ("BLR", (0, 0, 17, 24), WHITE, 20, 70),  # and so does this one
        ("BLR", (0, 24, 17, 48), WHITE, 20, 70),
        ("BLR", (0, 48, 17, 72), WHITE, 20, 70),
        ("BLR", (24, 4, 92, 44), RED, 95, 100),
        ("BLR", (24, 52, 92, 70), GREEN, 95, 100),
        ("ALB", (28, 14, 47, 58), BLACK, 30, 80),  # both halves of the eagle
        ("ALB", (48, 14, 67, 58), BLACK, 30, 80),
        ("ALB", (0, 0, 20, 72), (255, 0, 0), 100, 100),
        ("VUT", (70, 2, 96, 26), RED, 95, 100),
        ("VUT", (70, 46, 96, 70), GREEN, 95, 100),
        ("VUT", (50, 34, 96, 38), YELLOW, 70, 100),  # the lying Y is yellow within black
        ("MMR", (44, 26, 52, 44), WHITE, 90, 100),
        ("MMR", (2, 2, 94, 18), YELLOW, 80, 100),
        ("URY", (6, 6, 34, 34), (252, 209, 22), 12, 60),
        ("RUS", (0, 2, 96, 22), WHITE, 100, 100),
        ("RUS", (0, 26, 96, 46), BLUE, 95, 100),
        ("RUS", (0, 50, 96, 70), RED, 95, 100),
        ("CHN", (12, 10, 20, 24), YELLOW, 40, 100),
        ("UN", (30, 16, 66, 56), WHITE, 12, 60),
        ("EU", (0, 0, 20, 72), (0, 51, 153), 100, 100),
    ],
)
def test_flags_are_whole(code: str, box: tuple[int, int, int, int], colour: Colour, least: int, most: int) -> None:
    assert least <= share(code, box, colour) <= most


def test_only_nepal_leaves_a_part_of_its_box_clear() -> None:
    codes = sorted(path.stem for path in FLAGS.glob("*.png"))
    clear = [code for code in codes if pygame.mask.from_surface(flag(code)).count() < 96 * 72]
    assert clear == ["NPL"]


def test_the_desk_can_show_every_flag() -> None:
    icons = Icons(ROOT / "assets")
    for path in FLAGS.glob("*.png"):
        assert icons.flag(path.stem, 24).get_size() == (32, 24)
    assert icons.missing() == []
