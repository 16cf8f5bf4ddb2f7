"""Mask: writes a crisis under invented names from its English texts, its glossary and what is by hand.

Run `python scenarios/library/mask.py` after texts have changed, with the name of a crisis for that one only, and read
what changed; `--check` only says whether each masked.yaml is up to date and every name is known. Names are replaced
here, when the file is written, never while the game runs.
"""

from __future__ import annotations

import hashlib
import re
import sys
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

SCENARIOS = Path(__file__).resolve().parents[1]
GLOSSARY, BY_HAND, WRITTEN = Path("i18n", "glossary.txt"), Path("i18n", "by-hand.txt"), Path("i18n", "masked.yaml")
HEAD = (
    "# Written by mask.py out of the English texts: change glossary.txt or by-hand.txt, not this file.",
    "format: 1",
    "texts:",
)
LEFT_REAL = re.compile(r"(source|cameo)\.|scenario\.[a-z0-9-]+\.licence$|paragraph\.[a-z-]+\.source$")
"""These texts stay as they are: masked play does not show sources, and event codes name nobody."""

_OPENS = re.compile(r"(?:^|[.!?][*”\"]*\s+|\n)[*“\"]*$")
_NAME = re.compile(r"(?<![\w.-])[A-ZÀ-Ž][\w’-]*")


class Glossary(NamedTuple):
    """What real names are called, and the capitalised words that need no other name."""

    names: Mapping[str, str]
    kept: frozenset[str]
    pattern: re.Pattern[str]


class Hand(NamedTuple):
    """A masked text written by hand, with the mark of the English wording it was written for."""

    mark: str
    text: str


class Masking(NamedTuple):
    """All that belongs to the mask of one crisis: its English texts by id, its glossary, what is by hand."""

    folder: Path
    texts: Mapping[str, str]
    glossary: Glossary
    by_hand: Mapping[str, Hand]


def masking(folder: Path) -> Masking:
    """The mask of a crisis. Raises ContentFault for a crisis with mistakes, ValueError for a line that is no entry."""
    return Masking(folder, english(folder), read_glossary(folder / GLOSSARY), read_by_hand(folder / BY_HAND))


def read_glossary(path: Path) -> Glossary:
    """The glossary of a file, on top of that of the crisis which it names after `world:`.

    Raises ValueError for a line that is neither a pair nor a list of kept words.
    """
    names: dict[str, str] = {}
    kept = set[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        real, equals, invented = line.partition(" = ")
        if line.startswith("world: "):
            world = read_glossary(path.parents[2] / line.removeprefix("world: ") / GLOSSARY)
            names, kept = {**world.names, **names}, kept | world.kept
        elif line.startswith("keep: "):
            kept.update(line.split()[1:])
        elif equals:
            names[real] = invented
        elif line and not line.startswith("#"):
            raise ValueError(f"{path}: {line!r} is no entry")
    longest = sorted(names, key=len, reverse=True)
    whole = [name for name in longest if re.match("(the|a|an) ", name, re.IGNORECASE)]
    bare = [name for name in longest if name not in whole]
    # Entries with an article of their own come first, or the optional article would be read apart from them.
    pattern = rf"\b(?:({_any_of(whole)})|(?:(A|An|The|a|an|the) )?({_any_of(bare)}))(?!\w)"
    return Glossary(names, frozenset(kept), re.compile(pattern))


def _any_of(names: list[str]) -> str:
    return "|".join(map(re.escape, names)) or "(?!)"


def read_by_hand(path: Path) -> dict[str, Hand]:
    """The texts written by hand, by id."""
    found = {}
    for head, mark, body in re.findall(r"^(\S+) \[(\w+)\]\n((?:    .*\n|\n)+)", path.read_text(encoding="utf-8"), re.M):
        paragraphs = re.split(r"\n\s*\n", textwrap.dedent(body).strip())
        found[head] = Hand(mark, "\n\n".join(" ".join(part.split()) for part in paragraphs))
    return found


def mark_of(text: str) -> str:
    """A short mark of a wording."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def english(folder: Path) -> dict[str, str]:
    """Every text of the crisis under any of its doctrines, but for sources and event codes."""
    sys.path.insert(0, str(SCENARIOS.parent))  # a plain checkout, where the game is not installed
    from game.content.package import load

    package = load(folder)
    texts: dict[str, str] = {}
    for doctrine in package.doctrines:
        texts |= package.compile(doctrine).texts
    return {key: texts[key] for key in sorted(texts) if not LEFT_REAL.match(key)}


def renamed(text: str, glossary: Glossary) -> str:
    """A text with every name of the glossary replaced, articles and capitals set right."""

    def replace(found: re.Match[str]) -> str:
        article, new = found[2] or "", glossary.names[found[1] or found[3]]
        if article:
            new = f"{_article(article, new)} {re.sub('^(the|a|an) ', '', new)}"
        if _OPENS.search(text[: found.start()]):
            new = new[0].upper() + new[1:]
        return new

    return glossary.pattern.sub(replace, text)


def _article(article: str, name: str) -> str:
    """The article as it must stand before this name."""
    if article.lower() == "the" or name.startswith("the "):
        return "The" if article[0].isupper() else "the"
    return article[0] + ("n" if name[0] in "AEIOUaeiou" else "")


def masked(mask: Masking) -> dict[str, str]:
    """The masked form of every text that has one, by id."""
    found = {}
    for key, text in mask.texts.items():
        hand = mask.by_hand.get(key)
        new = hand.text if hand is not None and hand.mark == mark_of(text) else renamed(text, mask.glossary)
        if new != text:
            found[key] = new
    return found


def complaints(mask: Masking, new: Mapping[str, str]) -> Iterator[str]:
    """What a person must look at: names nobody knows, and texts by hand whose English has changed."""
    texts, glossary = mask.texts, mask.glossary
    known = {word for name in glossary.names.values() for word in _NAME.findall(name)} | glossary.kept
    for key, text in {**texts, **new}.items():
        for found in _NAME.finditer(text):
            word = re.sub("[’']s$", "", found[0])
            if word not in known and len(word) > 1 and not _OPENS.search(text[: found.start()]):
                yield f"{key}: is {word!r} a name? No line of the glossary has it. [{mark_of(texts[key])}]"
    for key, hand in mask.by_hand.items():
        if key not in texts:
            yield f"{key}: there is no such text any more; take it out of by-hand.txt"
        elif hand.mark != mark_of(texts[key]):
            yield f"{key}: its English has changed; read the masked text again, then write [{mark_of(texts[key])}]"


def as_yaml(texts: Mapping[str, str]) -> str:
    """The side file."""
    lines = [*HEAD]
    for key, text in texts.items():
        lines.append(f"  {key}: >-")
        paragraphs = [textwrap.wrap(part, 112, break_on_hyphens=False) for part in text.split("\n")]
        for number, part in enumerate(paragraphs):
            lines += [""] if number else []
            lines += [f"    {line}" for line in part]
    return "\n".join(lines) + "\n"


def mend(folder: Path) -> bool:
    """Write the mask of a crisis and print what must be looked at; whether nothing must."""
    mask = masking(folder)
    new = masked(mask)
    found = list(complaints(mask, new))
    (folder / WRITTEN).write_text(as_yaml(new), encoding="utf-8", newline="\n")
    print(*found, f"{folder.name}: {len(new)} of {len(mask.texts)} texts have a masked form.", sep="\n")
    return not found


def current(folder: Path) -> bool:
    """Whether the mask of a crisis is up to date and every name in it known; prints what is not."""
    mask = masking(folder)
    new = masked(mask)
    found = list(complaints(mask, new))
    path = folder / WRITTEN
    stale = not path.is_file() or path.read_text(encoding="utf-8") != as_yaml(new)
    said = "is out of date: run mask.py." if stale else "is up to date."
    print(*found, f"{folder.name}: masked.yaml {said}", sep="\n")
    return not (stale or found)


def main(words: list[str]) -> int:
    """Write each masked.yaml, or with --check say what is wrong; 1 if something is."""
    named = [SCENARIOS / word for word in words if word != "--check"]
    folders = named or sorted(path.parents[1] for path in SCENARIOS.glob(f"*/{GLOSSARY.as_posix()}"))
    fine = [current(folder) if "--check" in words else mend(folder) for folder in folders]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
