"""Silence: `# lint: ok L012 because ...`, by which an author says that a finding is meant, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.content.lint.code import Code, Finding
from game.content.problem import Severity, Spot

UNREASONED = Code(
    "L098",
    Severity.WARNING,
    "a silence without a reason",
    "Whoever reads it next cannot know whether it still holds.",
    "- id: offer-fuel  # lint: ok L020",
    "Write why it is meant: `# lint: ok L020 because the harbour opens in the next part`.",
)
IDLE = Code(
    "L099",
    Severity.WARNING,
    "a silence of what does not occur there",
    "The finding has gone, stands on another line, or the code does not exist; so the silence would hide the next one.",
    "- id: radio-call  # lint: ok L020 because it is closed on purpose, though the move can be made",
    "Take the comment out, or put it on the line of the finding or of the id of its record.",
)
CODES = (UNREASONED, IDLE)

_WORDS = re.compile(r"(?:^|\s)# lint: ok\b[ \t]*((?:L\d+[ \t,]*)*)(.*)$")
_CODE = re.compile(r"L\d+")


@dataclass(slots=True)
class Silence:
    """One code that is silenced on a line of a file. A comment that stands alone is for the line below it."""

    file: str
    line: int
    """The line it silences."""
    written: int
    """The line it stands on."""
    code: str
    reason: str
    used: bool = False


def silences(file: str, text: str) -> Iterator[Silence]:
    """All silences that are written in a file."""
    if "# lint:" not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        found = _WORDS.search(line)
        if found is not None:
            below = number + 1 if line.lstrip().startswith("#") and number > 1 else number
            reason = found[2].strip().removeprefix("because").strip() if found[2].startswith("because") else ""
            for code in _CODE.findall(found[1]) or [""]:
                yield Silence(file, below, number, code, reason)


def silenced(findings: Iterable[Finding], known: Iterable[Silence]) -> list[Finding]:
    """The findings for which nobody has said that they are meant; each silence that was of use is marked."""
    by_line: dict[tuple[str, int, str], list[Silence]] = {}
    for one in known:
        by_line.setdefault((one.file, one.line, one.code), []).append(one)
    left = []
    for finding in findings:
        places = [finding.at] if finding.owner is None else [finding.at, finding.owner]
        heard = [one for at in places for one in by_line.get((at.file, at.line, finding.code.id), ())]
        for one in heard:
            one.used = True
        if not heard:
            left.append(finding)
    return left


def of_silences(known: Iterable[Silence]) -> Iterator[Finding]:
    """What is wrong with the silences themselves."""
    for one in known:
        at = Spot(one.file, one.written)
        if not one.used:
            what = f"{one.code} does not occur here." if one.code else "it names no code."
            yield Finding(IDLE, at, None, f"this silence is of no use: {what}")
        elif not one.reason:
            yield Finding(UNREASONED, at, None, f"this silence of {one.code} gives no reason: say `because ...`.")
