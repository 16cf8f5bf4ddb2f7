"""Ladder: the rungs of a contest drawn one above the other, each private or public, with what yielding costs there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import (
    BAD,
    EDGE,
    EDGE_BRIGHT,
    GAP,
    GOLD,
    INK,
    INK_QUIET,
    INK_SOFT,
    LABEL,
    PAD,
    RAISED,
    SKY,
    SMALL,
    SMALL_GAP,
    TAG,
    WELL,
    Colour,
    mixed,
)

ICON = 18
RAIL = 5
STEP = 12  # pixels between two rungs


@dataclass(frozen=True, slots=True)
class Step:
    """A rung: its title, whether it is private, and what yielding costs there, marked up."""

    title: str
    private: bool
    costs: str


@dataclass(eq=False)
class Ladder(Part):
    """The rungs, the first lowest; `here` counts from 1. Those below are behind, those above may still come."""

    steps: Sequence[Step]
    here: int

    def natural(self, look: Look) -> int:
        return look.pixels(300)

    def measure(self, look: Look, width: int) -> int:
        return sum(self._height(look, step, width) + STEP for step in self.steps) + STEP

    def draw(self, canvas: Canvas) -> None:
        self._draw_rails(canvas)
        y = self.rect.y + STEP
        for number in range(len(self.steps), 0, -1):
            step = self.steps[number - 1]
            height = self._height(canvas.look, step, self.rect.width)
            self._draw_step(canvas, step, number, pygame.Rect(self.rect.x, y, self.rect.width, height))
            y += height + STEP

    def _left(self, look: Look) -> int:
        return 2 * PAD + RAIL + look.pixels(ICON) + GAP

    def _words(self, look: Look, width: int) -> int:
        return width - self._left(look) - 2 * PAD - RAIL

    def _notes(self, step: Step) -> list[str]:
        known = "{sky:Private}: few know of it" if step.private else "{bad:Public}: everybody watches"
        return [known, *([f"Yielding here: {step.costs}"] if step.costs else [])]

    def _height(self, look: Look, step: Step, width: int) -> int:
        words = self._words(look, width)
        title = look.measure(step.title, LABEL, words)[1]
        return title + sum(look.measure(note, SMALL, words)[1] for note in self._notes(step)) + 2 * GAP

    def _draw_rails(self, canvas: Canvas) -> None:
        for x in (self.rect.x + PAD, self.rect.right - PAD - RAIL):
            rail = pygame.Rect(x, self.rect.y, RAIL, self.rect.height)
            canvas.box(rail, mixed(EDGE, WELL, 0.2), EDGE_BRIGHT, 2)

    def _draw_step(self, canvas: Canvas, step: Step, number: int, rect: pygame.Rect) -> None:
        look, here = canvas.look, number == self.here
        fill, edge = (RAISED, GOLD) if here else (mixed(WELL, RAISED, 0.3), EDGE)
        canvas.box(rect, fill, edge, 6, 2 if here else 1)
        accent = self._accent(step, number)
        size = look.pixels(ICON)
        first = rect.y + GAP + look.line_height(LABEL) // 2
        canvas.icon("lock" if step.private else "megaphone", size, accent, (rect.x + 2 * PAD + size // 2, first))
        words, y = self._words(look, rect.width), rect.y + GAP
        ink = INK if here else INK_QUIET if number < self.here else INK_SOFT
        for text, style, colour in ((step.title, LABEL, ink), *((n, SMALL, INK_QUIET) for n in self._notes(step))):
            height = look.measure(text, style, words)[1]
            canvas.text(self, text, style, colour, pygame.Rect(rect.x + self._left(look), y, words, height))
            y += height
        room = pygame.Rect(rect.right - PAD - RAIL - 20, rect.y + SMALL_GAP, 20, look.line_height(TAG))
        if here:
            canvas.mark("diamond", look.pixels(12), GOLD, (room.centerx, first))
        elif number < self.here:
            canvas.mark("check", look.pixels(11), INK_QUIET, (room.centerx, first))

    def _accent(self, step: Step, number: int) -> Colour:
        colour = SKY if step.private else BAD
        return colour if number >= self.here else mixed(colour, WELL, 0.55)
