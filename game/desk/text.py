"""Text: marked-up words set into lines of a width, measured before they are placed, and drawn once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pygame

from game.desk.fonts import Fonts
from game.desk.markup import Span, spans
from game.desk.theme import ACCENTS, BOLDER, GOLD, INK, SKY, Colour, Style, mixed

WIDEST = 100_000
PARAGRAPH_GAP = 0.5  # of a line, for an empty line in the text
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of words of one look on one line: where it stands in its block, in pixels."""

    span: Span
    rect: pygame.Rect


@dataclass(frozen=True, slots=True)
class Block:
    """A text set into a width: its fragments and the room they take, in pixels."""

    fragments: tuple[Fragment, ...]
    width: int
    height: int
    broken: bool = False  # a word did not fit on a line of its own

    def links(self) -> dict[str, list[Fragment]]:
        """The fragments of every link, by target, in reading order."""
        found: dict[str, list[Fragment]] = {}
        for fragment in self.fragments:
            if fragment.span.target:
                found.setdefault(fragment.span.target, []).append(fragment)
        return found


class Typesetter:
    """Sets, measures and draws text with one set of fonts; keeps what it made until `clear`."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._blocks: dict[tuple[str, Style, int], Block] = {}
        self._pictures: dict[tuple[str, Style, Colour, int, str], pygame.Surface] = {}
        self._longest: dict[tuple[str, Style], int] = {}

    def clear(self) -> None:
        """Forget all kept text: after a change of window or text size."""
        self._blocks.clear()
        self._pictures.clear()
        self._longest.clear()

    def line_height(self, style: Style) -> int:
        """The height of one line of a style, in pixels."""
        return self.fonts.font(style).get_linesize() + self.fonts.pixels(style.leading)

    def block(self, text: str, style: Style, width: int = WIDEST) -> Block:
        """The text set into lines no wider than `width` pixels (a longer word is broken)."""
        key = (text, style, width)
        found = self._blocks.get(key)
        if found is None:
            found = self._blocks[key] = self._set(text, style, max(width, 8))
        return found

    def measure(self, text: str, style: Style, width: int = WIDEST) -> tuple[int, int]:
        """Width and height in pixels of the text set into `width`."""
        block = self.block(text, style, width)
        return block.width, block.height

    def longest_word(self, text: str, style: Style) -> int:
        """The width in pixels of the widest word: in less room the text would break within a word."""
        key = (text, style)
        if key not in self._longest:
            words = ((span, word) for span in spans(text) for word in span.words.split())
            self._longest[key] = max((self._font(style, span).size(word)[0] for span, word in words), default=0)
        return self._longest[key]

    def fitted(self, text: str, style: Style, width: int) -> str:
        """The text on one line of `width`, cut with an ellipsis when it is longer (then without its markup)."""
        if self.block(text, style).width <= width:
            return text
        words = "".join(span.words for span in spans(text))
        font = self.fonts.font(style)
        while words and font.size(words.rstrip() + ELLIPSIS)[0] > width:
            words = words[:-1]
        return words.rstrip() + ELLIPSIS

    def picture(self, text: str, style: Style, colour: Colour, width: int, align: str = "left") -> pygame.Surface:
        """The text drawn on a clear surface; `align` is left, centre or right, within the block's own width."""
        key = (text, style, colour, width, align)
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = self._draw(self.block(text, style, width), style, colour, align)
        return found

    def _set(self, text: str, style: Style, width: int) -> Block:
        fragments: list[Fragment] = []
        line_height, y, widest = self.line_height(style), 0, 0
        lines = text.split("\n")
        for number, line in enumerate(lines):
            if not line.strip() and number < len(lines) - 1:
                y += round(line_height * PARAGRAPH_GAP)
                continue
            for row in self._rows(spans(line), style, width):
                x = 0
                for span in row:
                    advance = self._font(style, span).size(span.words)[0]
                    fragments.append(Fragment(span, pygame.Rect(x, y, advance, line_height)))
                    x += advance
                widest = max(widest, x)
                y += line_height
        broken = width < WIDEST and self.longest_word(text, style) > width
        return Block(tuple(fragments), widest, y, broken)

    def _rows(self, line: list[Span], style: Style, width: int) -> Iterator[list[Span]]:
        """The line's spans broken into rows that fit the width."""
        row: list[Span] = []
        for piece in self._pieces(line, style, width):
            longer = _joined(row, piece)
            # Words set together can be a few pixels wider than their widths added up.
            if row and self._advance(_trimmed(longer), style) > width:
                yield _trimmed(row)
                row = []
                if not piece.words.strip(" "):
                    continue
                longer = [piece]
            row = longer
        yield _trimmed(row)

    def _advance(self, row: list[Span], style: Style) -> int:
        """The width in pixels of a row as it will be drawn."""
        return sum(self._font(style, span).size(span.words)[0] for span in row)

    def _pieces(self, line: list[Span], style: Style, width: int) -> Iterator[Span]:
        """Words with the space after them; words that touch across two looks may be parted there."""
        for span in line:
            start = 0
            while start < len(span.words):
                end = span.words.find(" ", start) + 1 or len(span.words)
                yield from self._broken(span.saying(span.words[start:end]), style, width)
                start = end

    def _broken(self, piece: Span, style: Style, width: int) -> Iterator[Span]:
        """The word itself, or parts of it when it is wider than a whole line."""
        font, words = self._font(style, piece), piece.words
        while len(words) > 1 and font.size(words.rstrip(" "))[0] > width:
            cut = len(words) - 1
            while cut > 1 and font.size(words[:cut])[0] > width:
                cut -= 1
            yield piece.saying(words[:cut])
            words = words[cut:]
        yield piece.saying(words)

    def _font(self, style: Style, span: Span) -> pygame.font.Font:
        weight = BOLDER.get(style.weight, style.weight) if span.bold else style.weight
        return self.fonts.font(style if weight == style.weight else replace(style, weight=weight))

    def _draw(self, block: Block, style: Style, colour: Colour, align: str) -> pygame.Surface:
        picture = pygame.Surface((max(1, block.width), max(1, block.height)), pygame.SRCALPHA)
        ends: dict[int, int] = {}
        for fragment in block.fragments:
            ends[fragment.rect.y] = max(ends.get(fragment.rect.y, 0), fragment.rect.right)
        for span, rect in ((f.span, f.rect) for f in block.fragments):
            spare = block.width - ends[rect.y]
            shift = {"left": 0, "centre": spare // 2, "right": spare}[align]
            ink = _ink(span, colour)
            picture.blit(self._font(style, span).render(span.words, True, ink), rect.move(shift, 0))
            if span.target:
                under = rect.move(shift, 0).y + self.fonts.font(style).get_ascent() + 2
                pygame.draw.line(
                    picture,
                    mixed(ink, (0, 0, 0), 0.35),
                    (rect.x + shift, under),
                    (rect.right + shift - 1, under),
                )
        return picture


def _joined(row: list[Span], piece: Span) -> list[Span]:
    """The row with a piece at its end, neighbours of one look joined so that each is drawn whole."""
    if row and piece.saying(row[-1].words) == row[-1]:
        return [*row[:-1], piece.saying(row[-1].words + piece.words)]
    return [*row, piece]


def _trimmed(row: list[Span]) -> list[Span]:
    """The row without the spaces at its end."""
    ends = [row[-1].saying(row[-1].words.rstrip(" "))] if row else []
    return [span for span in (*row[:-1], *ends) if span.words]


def _ink(span: Span, colour: Colour) -> Colour:
    if span.target:
        return SKY
    if span.tone:
        return ACCENTS.get(span.tone, colour)
    if span.italic:
        return mixed(colour, GOLD, 0.6)
    return INK if span.bold else colour
