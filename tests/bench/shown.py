"""Shown: figures as lines and tables of plain text."""

from __future__ import annotations

from collections.abc import Sequence

from .timing import Rate, median, ratios, slowest, spread


def number(value: float) -> str:
    """A figure with as many digits as tell something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:,.1f}" if value >= 10 else f"{value:,.2f}"


def line(name: str, numbers: Sequence[float], unit: str = "ms") -> None:
    """Print a figure: a time with what 95 in a hundred stay below, anything else with its spread over the rounds."""
    if not numbers:
        print(f"{name:52} {'not told by this system':>22}")
        return
    if len(numbers) == 1:
        beside = ""
    elif unit == "ms":
        beside = f"95 in 100 below {number(slowest(numbers))}"
    else:
        beside = f"spread {spread(numbers)}%"
    print(f"{name:52} {number(median(numbers)):>12} {unit:9} {beside}".rstrip())


def rate(name: str, found: Rate, unit: str = "") -> None:
    """Print steps and turns a second; one figure where a peer knows but one unit."""
    if unit:
        print(f"{name:36} {number(median(found.steps)):>12} /s {'':>15}    spread {spread(found.steps):3}%  {unit}")
    else:
        both = f"{number(median(found.steps)):>12} /s {number(median(found.turns)):>12} /s"
        print(f"{name:36} {both}    spread {spread(found.steps):3}%")


def ratio(name: str, one: Sequence[float], other: Sequence[float], wanted: float) -> None:
    """Print how many times as fast, each ratio taken inside its round, beside what is wanted."""
    found = ratios(one, other)
    short = "" if median(found) >= wanted else f"  short by {wanted / median(found):.1f}x"
    print(f"{name:60} {number(median(found)):>9} x  spread {spread(found):3}%  wanted {wanted:,g}{short}")
