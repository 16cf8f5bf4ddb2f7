"""Words: conditions, prices and changes said in plain English, from the texts of the scenario."""

from __future__ import annotations

import re

from .ballot import VOTES
from .draft import STAGES
from .grammar import FAR, NEVER, Group, Leaf
from .ledger import STATUS
from .meter import Meter
from .scenario import Scenario

CHANNEL = ("closed", "reduced", "open")
CASTS = ("not voted yet", *VOTES)
OUTCOMES = ("not settled", "let go by the other side", "you gave way", "traded", "nobody gave way")
PROMISED = ("not made", *STATUS[1:])
COUNTED = {"abstain": "abstain", "absent": "stay away"}
DEEDS = ("made", "given", "seen", "agreed", "refused", "voted")
"""Kinds of cells that tell whether, and how long ago, a thing with a title came about."""

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")

LONG_AGO = 50
"""Turns: an age up to this or beyond says no more than "or longer"."""


def title(scenario: Scenario, kind: str, id: str) -> str:
    """The title of a record, or its id with spaces for one that carries no title (a flag, a clause)."""
    return scenario.texts.get(f"{kind}.{id}.title") or id.replace("-", " ").replace("_", " ")


def say_day(scenario: Scenario, turn: int) -> str:
    """The date of a turn in words, such as "20 October"; with its year where the crisis lies in more than one."""
    day = scenario.dates[max(1, min(turn, len(scenario.dates))) - 1]
    found = _DAY.fullmatch(day)
    if found is None or not 1 <= int(found[2]) <= len(MONTHS):
        return day
    words = f"{int(found[3])} {MONTHS[int(found[2]) - 1]}"
    return words if scenario.dates[0][:4] == scenario.dates[-1][:4] else f"{words} {found[1]}"


def name_of_cell(scenario: Scenario, cell: int) -> str:
    """What a reader would call this cell."""
    kind, _, id = scenario.cells[cell].key.partition(":")
    if kind in ("made", "times"):
        return title(scenario, "move" if id in scenario.find.move else "tag", id)
    if kind in ("given", "said"):
        return title(scenario, "answer", id)
    if kind == "seen":
        return title(scenario, "event", id)
    if kind in ("promise", "deadline"):
        return title(scenario, "promise", id)
    if kind in ("draft", "wait", "voted"):
        return title(scenario, "draft", id)
    if kind in ("text", "tally", "weight", "cast"):
        return _at_draft(scenario, kind, id)
    if kind in ("outcome", "agreed", "refused"):
        return title(scenario, "contest" if kind == "outcome" else "move", id)
    if kind == "meter" and scenario.find.meter[id].kind == "channel":
        return title(scenario, "channel", id)
    if kind == "meter" and id.endswith(".line"):
        return f"{title(scenario, 'partner', id[:3])}: how far it will go"
    return title(scenario, "meter", id)


def _at_draft(scenario: Scenario, kind: str, id: str) -> str:
    """What stands on a draft: a clause in it, a count of its vote, its weight, or how one state voted."""
    draft, _, rest = id.partition(".")
    name = title(scenario, "draft", draft)
    match kind:
        case "weight":
            return f"{name}: weight adopted"
        case "tally":
            return f"{name}: votes {rest}" if rest in ("yes", "no") else f"{name}: states that {COUNTED[rest]}"
        case "text":
            return f"{name}: {title(scenario, 'paragraph', rest)}"
    return f"{title(scenario, 'member', rest)} on {name}"


def _number(leaf: Leaf, low: int, high: int, name: str) -> str:
    if leaf.low <= low and leaf.high >= high:
        return f"{name} at any value"
    if leaf.low <= low:
        return f"{name} below {leaf.high + 1}"
    if leaf.high >= high:
        return f"{name} at least {leaf.low}"
    return f"{name} exactly {leaf.low}" if leaf.low == leaf.high else f"{name} between {leaf.low} and {leaf.high}"


def _age(leaf: Leaf, name: str) -> str:
    if leaf.high >= FAR:
        if leaf.low == 1:
            return f"no {name} this turn"
        return f"no {name} in the last {leaf.low} turns" if leaf.low > 0 else f"{name} at any time"
    if leaf.low <= 0:
        return f"{name} this turn" if leaf.high == 0 else f"{name} in the last {leaf.high + 1} turns"
    if leaf.high >= LONG_AGO:
        return f"{name} at least {leaf.low} turns ago"
    return f"{name} {leaf.low} to {leaf.high} turns ago"


def _named(values: tuple[str, ...], leaf: Leaf, name: str) -> str:
    inside = [word for number, word in enumerate(values) if leaf.low <= number <= leaf.high]
    return f"{name}: {' or '.join(inside)}"


def _deed(kind: str, name: str) -> str:
    """A thing that may have come about, its title in quotation marks so that it reads as a name."""
    ways = {"agreed": " agreed by partners", "refused": " refused by partners", "voted": " put to the vote"}
    return f'"{name}"' + ways.get(kind, "")


def _times(leaf: Leaf, high: int, name: str) -> str:
    said = _number(leaf, 0, high, f'"{name}"').replace(" below ", " fewer than ")
    return f"{said} time{'' if said.endswith((' 1', 'fewer than 1')) else 's'}"


def say_leaf(scenario: Scenario, leaf: Leaf) -> str:
    """One leaf of a condition as a phrase, such as 'Credibility at least 40'."""
    cell = scenario.cells[leaf.cell]
    kind, _, id = cell.key.partition(":")
    name = name_of_cell(scenario, leaf.cell)
    if kind == "clock":
        return _clock(scenario, leaf, id)
    if leaf.age:
        return _age(leaf, _deed(kind, name))
    if kind in DEEDS:
        never = leaf.high <= 0 or leaf.low == NEVER
        return f"{_deed(kind, name)} not so far" if never else f"{_deed(kind, name)} at some time"
    if kind == "promise":
        return _named(PROMISED, leaf, f'the promise "{name}"')
    if kind == "outcome":
        return _named(OUTCOMES, leaf, f'the quarrel "{name}"')
    if kind == "draft":
        return _named(STAGES, leaf, f'the draft "{name}"')
    if kind == "cast":
        return _named(CASTS, leaf, name)
    if kind == "text":
        return f"{name}: {'in the text' if leaf.low > 0 else 'not in the text'}"
    if kind in ("times", "said"):
        return _times(leaf, cell.high, name)
    meter = scenario.find.meter.get(id)
    if meter is not None and meter.kind == "flag":
        return f"{name}: {_flag(scenario, meter, leaf.low)}"
    if meter is not None and meter.kind == "channel":
        return _named(CHANNEL, leaf, name)
    return _number(leaf, cell.low, cell.high, name)


def _flag(scenario: Scenario, meter: Meter, value: int) -> str:
    """What a flag says at this value: the word of its band, else yes or no."""
    words = [scenario.text(band.text) for band in meter.bands if band.low <= min(1, max(0, value))]
    return words[-1] if words else "yes" if value > 0 else "no"


def _clock(scenario: Scenario, leaf: Leaf, id: str) -> str:
    if id in ("approach", "last_approach"):
        which = "the approach taken" if id == "approach" else "the approach before"
        names = tuple(title(scenario, "approach", a) if a else "none" for a in scenario.approaches)
        if leaf.low <= 0 and leaf.high >= len(names) - 1:
            return f"{which}: any"
        return _named(names, leaf, which)
    if id == "contest":
        return "no quarrel going on" if leaf.high == 0 else "a quarrel going on"
    if id == "turn":
        start = f"from {say_day(scenario, leaf.low)} on"
        if leaf.high >= len(scenario.dates):
            return start
        end = f"before {say_day(scenario, leaf.high + 1)}"
        return end if leaf.low <= 1 else f"{start} and {end}"
    if id == "misread":
        return "a message misread: " + ("never" if leaf.high < 0 else "lately")
    if id == "rung":
        return f"a quarrel on rung {leaf.low}" + (f" to {leaf.high}" if leaf.high > leaf.low else "")
    if id in ("summit", "stage"):
        return "the place and topic of the talk"
    return f"{id} {leaf.low} to {leaf.high}"


def say_group(scenario: Scenario, group: Group) -> str:
    """A group of leaves of which one must hold, as a phrase; what they share is said once."""
    said: dict[str, list[str]] = {}
    for leaf in group:
        head, colon, rest = say_leaf(scenario, leaf).partition(": ")
        said.setdefault(head + colon, []).append(rest)
    return " or ".join(head + " or ".join(filter(None, rest)) for head, rest in said.items())


def say_seen(scenario: Scenario, leaf: Leaf, seen: int) -> str:
    """What a check saw, in the words of its subject; `seen` is an age for a leaf with age."""
    kind, _, id = scenario.cells[leaf.cell].key.partition(":")
    if leaf.age or kind in DEEDS:
        if seen > FAR // 10 or seen == NEVER:
            return "not so far"
        return ("this turn" if seen == 0 else f"{seen} turn{'s' if seen > 1 else ''} ago") if leaf.age else "yes"
    if kind == "promise":
        return PROMISED[seen]
    if kind == "outcome":
        return OUTCOMES[seen]
    if kind == "draft":
        return STAGES[seen]
    if kind == "cast":
        return CASTS[seen]
    if kind == "text":
        return "in the text" if seen else "not in the text"
    if kind == "clock" and id == "turn":
        return say_day(scenario, seen)
    if kind == "clock" and id == "contest":
        return "a quarrel going on" if seen else "no quarrel going on"
    if kind == "clock" and id in ("approach", "last_approach"):
        return title(scenario, "approach", scenario.approaches[seen]) if seen else "none"
    meter = scenario.find.meter.get(id)
    if meter is not None and meter.kind == "flag":
        return _flag(scenario, meter, seen)
    if meter is not None and meter.kind == "channel":
        return CHANNEL[seen]
    return str(seen)


def say_price(scenario: Scenario, price: tuple[tuple[int, int], ...]) -> str:
    """A price in words, such as '2 capital, 1 hour'; 'free' when there is none."""
    parts = [f"{amount} {_counted(name_of_cell(scenario, purse).lower(), amount)}" for purse, amount in price if amount]
    return ", ".join(parts) or "free"


def _counted(name: str, amount: int) -> str:
    return name.removesuffix("s") if amount == 1 else name
