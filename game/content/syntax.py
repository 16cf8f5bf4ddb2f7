"""Syntax: what the YAML parser objects to, said in words an author understands."""

from __future__ import annotations

import re

import yaml

from game.content.problem import Findings, Spot

USE_BLOCK = (
    "If this is prose, put `>-` after the name and the prose on the next line, indented further: then "
    "`: `, ` #` and quotes are ordinary characters."
)

_WORDS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (
            r"mapping values are not allowed",
            "a second `: ` on this line, or a line indented under a finished value.",
            USE_BLOCK,
        ),
        (r"could not find expected ':'", "this line has no `: ` after its name.", USE_BLOCK),
        (
            r"(did not find expected key|expected <block end>.*(scalar|<flow))",
            "this does not fit here: text after a closed quotation or a comment, or a line indented wrongly.",
            USE_BLOCK,
        ),
        (
            r"expected '-' indicator|expected <block end>",
            "this line does not belong to the list above it. Check how far the lines are indented.",
            "",
        ),
        (r"unexpected end of stream", "a quotation that opens here is never closed.", USE_BLOCK),
        (r"expected ',' or '\]'", "a list that opens with `[` needs a comma or a closing `]` here.", ""),
        (r"expected ',' or '\}'", "a group that opens with `{` needs a comma or a closing `}` here.", ""),
        (r"cannot start any token", "a value cannot begin with this character.", USE_BLOCK),
        (r"expected alphabetic or numeric character", "a value cannot begin with `*` or `&`.", USE_BLOCK),
        (r"escape character", "this `\\` in a double-quoted text is not understood.", USE_BLOCK),
        (
            r"(comment or line break|a comment or a line break)",
            "nothing may follow `>-` or `|` on its line. Put the prose on the next line, indented further.",
            "",
        ),
        (r"sequence entries are not allowed", "a list begins on a line of its own.", USE_BLOCK),
        (r"node content", "a value is missing before this character.", USE_BLOCK),
        (r"directive|incompatible YAML", "a line that begins with `%` is not used here. Remove it.", ""),
        (
            r"document start|document indicator",
            "a file holds one document: remove the lines `---` and `...`.",
            "",
        ),
        (r"indentation|leading space", "this text is indented less than its first line.", ""),
    )
)
_TOLD_BY_ITS_START = re.compile(r"unexpected end of stream|could not find expected ':'")


def note_syntax(fault: yaml.YAMLError, name: str, first_line: int, findings: Findings) -> int:
    """Note what the parser objected to; returns the line (from 1) on which it stopped."""
    mark = getattr(fault, "problem_mark", None)
    problem = str(getattr(fault, "problem", None) or fault)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    stopped = line + first_line
    context = getattr(fault, "context_mark", None)
    if context is not None and _TOLD_BY_ITS_START.search(problem):
        line, column = context.line, context.column
    at = Spot(name, line + first_line, column + 1)
    for pattern, message, hint in _WORDS:
        if pattern.search(problem):
            findings.error(at, "syntax", message, hint)
            return stopped
    findings.error(at, "syntax", f"this is not YAML as we read it: {problem.splitlines()[0][:120]}.", USE_BLOCK)
    return stopped
