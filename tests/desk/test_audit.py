"""Audit: the demo screens are in order at every size, and planted faults are found."""

from __future__ import annotations

import pygame
import pytest

from game.desk.audit import faults
from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Part
from game.desk.stage import Stage
from game.desk.widgets.button import Button
from game.desk.widgets.dialog import notice
from game.desk.widgets.paragraph import Paragraph
from tests.desk.conftest import Opened
from tests.desk.demo import Desk
from tests.desk.demo_settings import Settings

SIZES = [((1280, 720), 100), ((1024, 640), 100), ((1280, 720), 150), ((1024, 640), 150), ((1920, 1080), 125)]


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("make", [Desk, Settings, lambda: notice("A note", "Short. " * 30)])
def test_the_demo_is_in_order(opened: Opened, make: type[Stage], size: tuple[int, int], scale: int) -> None:
    assert faults(opened(make(), size, scale)) == []


class Planted(Stage):
    """A screen with one part given from outside."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part

    def build(self, look: Look) -> Part:
        return self.part


class Heap(Part):
    """Parts laid at fixed places, as a careless author would."""

    def __init__(self, *items: tuple[Part, tuple[int, int, int, int]]) -> None:
        super().__init__()
        self.items = items

    def parts(self) -> list[Part]:
        return [part for part, _ in self.items]

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect = rect
        for part, place in self.items:
            part.place(look, pygame.Rect(place))


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Heap((Button("a", "A label that is too long"), (10, 10, 60, 30))), "stands out of the button"),
        (Heap((Paragraph("Unbreakable"), (10, 10, 40, 90))), "broken within a word"),
        (Heap((Button("a", "One"), (10, 10, 90, 40)), (Button("b", "Two"), (50, 20, 90, 40))), "over one another"),
        (Heap((Paragraph("One"), (10, 10, 90, 40)), (Paragraph("Two"), (12, 12, 90, 40))), "written over"),
        (Heap((Button("a", "One"), (1200, 10, 190, 40))), "stands out of"),
        (Column([Button("a", "One"), Button("a", "Two")]), "given twice"),
        (Column([Button("a", "", icon="menu")]), "no label"),
        (Heap((Paragraph("One\nTwo\nThree"), (10, 10, 80, 20))), "cut off"),
        (Column([Button(f"b{i}", "Button") for i in range(40)]), "stands out of"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(opened: Opened, part: Part, words: str) -> None:
    found = faults(opened(Planted(part)))
    assert any(words in fault for fault in found), found
