"""Options: words of the command line made into values, or the reason why they cannot be."""

from __future__ import annotations

import argparse

SMALLEST_WINDOW = (1024, 640)
LARGEST_SIDE = 7680
LAST_SEED = 2**63 - 1
MOST_PLAYOUTS = 10**9
MOST_WORKERS = 256


def seed(text: str) -> int:
    """A seed of the dice."""
    if not text.isdecimal() or int(text) > LAST_SEED:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 0 to {LAST_SEED}")
    return int(text)


def size(text: str) -> tuple[int, int]:
    """Width and height of a window."""
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"'{text}' is not a size such as 1280x720")
    found = (int(width), int(height))
    if found[0] < SMALLEST_WINDOW[0] or found[1] < SMALLEST_WINDOW[1] or max(found) > LARGEST_SIDE:
        raise argparse.ArgumentTypeError(f"'{text}' is outside 1024x640 to {LARGEST_SIDE}x{LARGEST_SIDE}")
    return found


def scale(text: str) -> int:
    """The size of text, in percent."""
    if not text.isdecimal() or not 100 <= int(text) <= 150:
        raise argparse.ArgumentTypeError(f"'{text}' is not a percentage from 100 to 150")
    return int(text)


def playouts(text: str) -> int:
    """How many playouts."""
    return _number(text.replace("_", ""), 1, MOST_PLAYOUTS)


def sample(text: str) -> int:
    """How many playouts are looked at more closely, none among them."""
    return _number(text.replace("_", ""), 0, MOST_PLAYOUTS)


def workers(text: str) -> int:
    """How many processes."""
    return _number(text, 1, MOST_WORKERS)


def _number(text: str, low: int, high: int) -> int:
    if not text.isdecimal() or not low <= int(text) <= high:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from {low} to {high}")
    return int(text)


def shard(text: str) -> tuple[int, int]:
    """Which shard, counted from 1, of how many."""
    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise argparse.ArgumentTypeError(f"'{text}' is not a shard such as 3/40")
    return int(number), int(of)


def add_json(parser: argparse.ArgumentParser) -> None:
    """The word by which a report is asked for as JSON."""
    parser.add_argument(
        "--json", dest="form", action="store_const", const="json", default="text", help="report as JSON"
    )
