"""Markup: `**bold**`, `*italic*`, `{gold:words}` and `[label](target)`, read into spans of one look each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_MARK = re.compile(
    r"\\(?P<plain>[\\*\[\]{}])"
    r"|\*\*(?P<bold>(?:[^*\\]|\\.|\*(?!\*))+?)\*\*"
    r"|\*(?P<italic>[^*\s\\](?:[^*\\]|\\.)*?)\*"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<target>[^()\s]+)\)"
    r"|\{(?P<tone>[a-z]+):(?P<toned>[^{}]*)\}"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look: bold, italic, an accent's name ("" for none), a link's target ("" for none)."""

    words: str
    bold: bool = False
    italic: bool = False
    tone: str = ""
    target: str = ""

    def saying(self, words: str) -> Span:
        """Other words of the same look; told this way, not by `replace`, because text is set from thousands of them."""
        return Span(words, self.bold, self.italic, self.tone, self.target)


def spans(text: str) -> list[Span]:
    """The spans of a marked-up text, in order; a mark without its partner is kept as it stands."""
    return list(_read(text, Span("")))


def escaped(text: str) -> str:
    """The text with every character of the markup made plain: for names typed by people."""
    return re.sub(r"([\\*\[\]{}])", r"\\\1", text)


def plain(text: str) -> str:
    """The words alone, without any markup."""
    return "".join(span.words for span in spans(text))


def _read(text: str, look: Span) -> Iterator[Span]:
    at = 0
    for mark in _MARK.finditer(text):
        if mark.start() > at:
            yield replace(look, words=text[at : mark.start()])
        at = mark.end()
        yield from _inside(mark, look)
    if at < len(text):
        yield replace(look, words=text[at:])


def _inside(mark: re.Match[str], look: Span) -> Iterator[Span]:
    if mark["plain"] is not None:
        yield replace(look, words=mark["plain"])
    elif mark["bold"] is not None:
        yield from _read(mark["bold"], replace(look, bold=True))
    elif mark["italic"] is not None:
        yield from _read(mark["italic"], replace(look, italic=True))
    elif mark["label"] is not None:
        yield from _read(mark["label"], replace(look, target=mark["target"]))
    else:
        yield from _read(mark["toned"], replace(look, tone=mark["tone"]))
