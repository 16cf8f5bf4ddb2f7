"""Roll call words: the halls, rules and outcomes of votes as the screens say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.core.rollcall import RollCall

BODIES = {"council": "Security Council", "assembly": "General Assembly"}
COUNCIL = "council"
NINE, FIFTEEN = 9, 15
OUTCOMES: dict[str, tuple[str, str]] = {
    "adopted": ("check-circle", "good"),
    "vetoed": ("x-circle", "bad"),
    "failed": ("x-circle", "bad"),
    "withdrawn": ("minus", "quiet"),
}
"""By outcome: its icon, and the accent of its word."""


def line_of(body: str, rule: str) -> tuple[int, int]:
    """Where the line that decides stands along the bar, as a fraction."""
    if body == COUNCIL:
        return NINE, FIFTEEN
    return (2, 3) if rule.startswith("two thirds") else (1, 2)


def line_words(body: str, rule: str, needed: int, voting: int) -> str:
    """What the line is, in words; `voting` are those who said yes or no."""
    if body == COUNCIL:
        return "nine of fifteen"
    share = "two thirds" if rule.startswith("two thirds") else "more than half"
    return f"{share} of the {voting} saying yes or no: {needed}" if voting else f"{share} of those saying yes or no"


def outcome_words(roll: RollCall, names: Mapping[str, str]) -> str:
    """What became of a vote, in a sentence."""
    yes, no = roll.tally.yes, roll.tally.no
    if roll.outcome == "adopted":
        weight = f", with a weight of {roll.weight}" if roll.weight else ""
        return f"{{good:Adopted}}, {yes} to {no}{weight}."
    if roll.outcome == "vetoed":
        return f"{{bad:Vetoed}} by {listed([names[iso] for iso in roll.vetoes])}, with {yes} in favour."
    return f"{{bad:Not adopted}}: {yes} in favour, {roll.needed} were needed."


def listed(names: Sequence[str]) -> str:
    """Names as in a sentence: "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""
