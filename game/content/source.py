"""Source: the bytes of an author's file made into text, or the reasons why they cannot be."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from game.content.problem import Findings, Spot

SIZE_LIMIT = 2_000_000  # bytes: ten times the largest scenario we expect
MOST_REPORTED = 20

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_TAB_INDENT = re.compile(r"^[ ]*(\t)[ \t]*\S", re.MULTILINE)
_ODD_BREAK = re.compile("[\x85\u2028\u2029]|\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, without a byte order mark and with \\n line ends, and the name to show for it."""

    name: str
    text: str


def read_bytes(path: Path, name: str, findings: Findings) -> bytes | None:
    """The bytes of a file of at most SIZE_LIMIT, or None with the reason noted."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            findings.error(Spot(name), "unreadable", "this is a folder, not a file.")
            return None
        if not stat.S_ISREG(mode):
            findings.error(Spot(name), "unreadable", "this is not an ordinary file.")
            return None
        with path.open("rb") as handle:
            return handle.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        findings.error(Spot(name), "missing-file", "there is no such file.")
    except PermissionError:
        findings.error(Spot(name), "unreadable", "this file may not be read (permission denied).")
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        findings.error(Spot(name), "unreadable", f"this file cannot be read ({reason}).")
    return None


def decode(data: bytes, name: str, findings: Findings) -> Source | None:
    """The text of these bytes, or None with every reason noted: size, encoding, characters, tabs."""
    if len(data) > SIZE_LIMIT:
        size = f"{SIZE_LIMIT / 1_000_000:.0f} MB"
        findings.error(Spot(name), "too-large", f"this file is larger than {size}. Split it into several files.")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        _note_encoding(data, fault, name, findings)
        return None
    text = text.replace("\r\n", "\n")
    before = findings.errors
    _note_characters(text, name, findings)
    return Source(name, text) if findings.errors == before else None


def _note_encoding(data: bytes, fault: UnicodeDecodeError, name: str, findings: Findings) -> None:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        at, seen = Spot(name), "it looks like UTF-16"
    else:
        head = data[: fault.start]
        line = head.count(b"\n") + 1
        column = len(head[head.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        at, seen = Spot(name, line, column), f"the byte 0x{data[fault.start]:02x} does not belong here"
    findings.error(at, "not-utf-8", f"this file is not UTF-8 text: {seen}. Save it again as UTF-8.")


def _note_characters(text: str, name: str, findings: Findings) -> None:
    for found in _first(_CONTROL, text):
        at = _spot(text, found.start(), name)
        findings.error(
            at,
            "control-character",
            f"a character that cannot be seen stands here "
            f"(U+{ord(found.group()):04X}). Delete it and type the place again.",
        )
    for found in _first(_TAB_INDENT, text):
        at = _spot(text, found.start(1), name)
        findings.error(at, "tab", "a tab is used to indent this line. Use spaces instead.")
    for found in _first(_ODD_BREAK, text):
        at = _spot(text, found.start(), name)
        findings.error(at, "line-break", "an unusual line break stands here. Use ordinary line ends.")


def _first(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    return [found for found, _ in zip(pattern.finditer(text), range(MOST_REPORTED), strict=False)]


def _spot(text: str, index: int, name: str) -> Spot:
    return Spot(name, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
