"""Leaf: the single values of the language, each read from its own text by what it stands for."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, NoReturn, TypeAlias, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from game.content.node import Mapping, Node, Scalar, Sequence, kind_in_words
from game.content.problem import nearest
from game.content.syntax import USE_BLOCK

ID = re.compile(r"[a-z0-9][a-z0-9_-]*|[A-Z][A-Z0-9]{1,4}(\.line)?")
CHOICE_ID = re.compile(r"[a-z0-9][a-z0-9_-]*\.[a-z0-9-]+")
SOURCE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_INTEGER = re.compile(r"[+-]?[0-9]{1,6}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,4}(\.[0-9])?")
_PERCENT = re.compile(r"([0-9]{1,3})\s?%")
_TURNS = re.compile(r"([0-9]{1,3})( turns?)?")


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """The annotation of a field that one function reads from a node, described by a piece of JSON Schema.

    Lighter than pydantic's own PlainValidator, which first works out a schema for the field's type.
    """

    read: Callable[[Any], Any]
    described: dict[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return self.described


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """The annotation of a field that is a list: how its items are found."""

    read: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))


class Prose(str):
    """A text that players read; other texts of a record are ids and words of the language."""

    __slots__ = ()


def refuse(code: str, message: str, hint: str = "") -> NoReturn:
    """Raise the error that a validator raises: a fixed code, a message and a hint for the author."""
    raise PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def scalar(node: Any, wanted: str) -> Scalar:
    """The node, if it is one value that is not empty."""
    if not isinstance(node, Scalar):
        refuse("kind", f"{wanted} is expected here, not {kind_in_words(node)}.")
    if not node.text.strip():
        refuse("empty", f"{wanted} is missing here.")
    return node


def _id(node: Any) -> Scalar:
    found = scalar(node, "an id")
    if not ID.fullmatch(found.text):
        fixed = re.sub(r"[^a-z0-9_-]+", "-", found.text.strip().lower()).strip("-")
        refuse(
            "id",
            f'"{found.text}" is not an id: use small letters, digits and hyphens.',
            f'Did you mean "{fixed}"?' if fixed else "",
        )
    return found


def _choice_id(node: Any) -> Scalar:
    """An id, or what can be done to a draft, such as "relief-text.table"."""
    found = scalar(node, "an id")
    return found if CHOICE_ID.fullmatch(found.text) else _id(node)


def _source_id(node: Any) -> Scalar:
    found = scalar(node, "the id of a source")
    if not SOURCE_ID.fullmatch(found.text):
        refuse("id", f'"{found.text}" is not the id of a source: use letters, digits and hyphens.')
    return found


def prose(node: Any) -> Prose:
    """The text of a node, which is one value and not cut short by a comment."""
    found = scalar(node, "a text")
    if found.cut:
        refuse(
            "cut-short",
            f'this text ends at " #": what follows is lost as a comment ("{found.text[-20:]} #...").',
            USE_BLOCK,
        )
    return Prose(found.text.strip())


def _yes_no(node: Any) -> bool:
    found = scalar(node, "yes or no")
    if found.text not in ("yes", "no"):
        words = {"true": "yes", "on": "yes", "false": "no", "off": "no"}
        refuse(
            "yes-no",
            f'"{found.text}" is neither "yes" nor "no".',
            f'Did you mean "{words[found.text.lower()]}"?' if found.text.lower() in words else "",
        )
    return found.text == "yes"


def _mark(node: Any) -> bool:
    found = scalar(node, "true")
    if found.text not in ("true", "yes"):
        refuse("mark", f'"{found.text}" is not understood here: write "true" or leave the line out.')
    return True


def integer(node: Any, low: int, high: int) -> int:
    """A whole number of the range."""
    found = scalar(node, "a whole number")
    if not _INTEGER.fullmatch(found.text):
        refuse("number", f'"{found.text}" is not a whole number.')
    number = int(found.text)
    if not low <= number <= high:
        refuse("range", f"{number} is outside {low} to {high}.")
    return number


def _whole(low: int, high: int) -> Callable[[Any], int]:
    return lambda node: integer(node, low, high)


def _tenths(node: Any) -> int | None:
    found = scalar(node, "a number such as -4.5, or null")
    if found.text in ("null", "~"):
        return None
    if not _DECIMAL.fullmatch(found.text) or not -10 <= float(found.text) <= 10:
        refuse("number", f'"{found.text}" is not a number from -10 to 10 with at most one decimal.')
    whole, _, part = found.text.lstrip("+-").partition(".")
    size = int(whole) * 10 + int(part or 0)
    return -size if found.text.startswith("-") else size


def _percent(node: Any) -> int:
    found = scalar(node, "odds such as 80%")
    match = _PERCENT.fullmatch(found.text)
    if match is None or int(match[1]) > 100:
        hint = f'Did you mean "{found.text}%"?' if found.text.isdigit() and int(found.text) <= 100 else ""
        refuse("percent", f'"{found.text}" is not odds: write a whole number and the sign, such as 80%.', hint)
    return int(match[1])


def _turns(node: Any) -> int:
    found = scalar(node, "a number of turns")
    match = _TURNS.fullmatch(found.text)
    if match is None or int(match[1]) > 90:
        refuse("turns", f'"{found.text}" is not a number of turns: write for instance "2 turns".')
    return int(match[1])


def date(node: Any) -> Scalar:
    """The node of a date."""
    found = scalar(node, "a date such as 2021-12-15")
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", found.text):
            raise ValueError
        datetime.date.fromisoformat(found.text)
    except ValueError:
        refuse("date", f'"{found.text}" is not a date: write year-month-day, such as 2021-12-15.')
    return found


def one_of(*words: str) -> Leaf:
    """The annotation of a text that is one of these words."""

    def read(node: Any) -> str:
        found = scalar(node, "one of " + ", ".join(words))
        if found.text not in words:
            refuse("word", f'"{found.text}" is not one of: {", ".join(words)}.', nearest(found.text, words))
        return found.text

    return Leaf(read, {"enum": list(words)})


def _node(node: Any) -> Node:
    if not isinstance(node, Mapping | Sequence | Scalar):
        refuse("kind", "a value is expected here.")
    return node


def _group(node: Any) -> Mapping:
    if not isinstance(node, Mapping):
        refuse("kind", f"a group of `name: value` is expected here, not {kind_in_words(node)}.")
    return node


def items(node: Any) -> tuple[Node, ...]:
    """The items of a list."""
    if isinstance(node, tuple):
        return node
    if not isinstance(node, Sequence):
        refuse("kind", f"a list is expected here, not {kind_in_words(node)}.")
    return tuple(node.items)


def _items_or_one(node: Any) -> tuple[Node, ...]:
    if isinstance(node, Scalar) and node.text.strip():
        return (node,)
    return items(node)


T = TypeVar("T")
Many: TypeAlias = Annotated[tuple[T, ...], Listed(items)]
Some: TypeAlias = Annotated[tuple[T, ...], Listed(_items_or_one)]

Id = Annotated[Scalar, Leaf(_id, {"type": "string", "pattern": f"^({ID.pattern})$"})]
ChoiceId = Annotated[Scalar, Leaf(_choice_id, {"type": "string", "pattern": f"^({ID.pattern}|{CHOICE_ID.pattern})$"})]
SourceId = Annotated[Scalar, Leaf(_source_id, {"type": "string", "pattern": f"^{SOURCE_ID.pattern}$"})]
Text = Annotated[Prose, Leaf(prose, {"type": "string"})]
YesNo = Annotated[bool, Leaf(_yes_no, {"enum": ["yes", "no", True, False]})]
Mark = Annotated[bool, Leaf(_mark, {"enum": ["yes", True]})]
Size = Annotated[int, Leaf(_whole(0, 999), {"type": "integer", "minimum": 0, "maximum": 999})]
Signed = Annotated[int, Leaf(_whole(-9999, 9999), {"type": "integer", "minimum": -9999, "maximum": 9999})]
Share = Annotated[int, Leaf(_whole(0, 100), {"type": "integer", "minimum": 0, "maximum": 100})]
Tenths = Annotated[int | None, Leaf(_tenths, {"type": ["number", "null"]})]
Odds = Annotated[int, Leaf(_percent, {"type": "string", "pattern": "^[0-9]{1,3} ?%$"})]
Turns = Annotated[int, Leaf(_turns, {"type": ["string", "integer"], "pattern": "^[0-9]+( turns?)?$"})]
Date = Annotated[Scalar, Leaf(date, {"type": "string", "format": "date"})]
When = Annotated[Node, Leaf(_node, {"type": ["object", "array"]})]
Then = Annotated[Mapping, Leaf(_group, {"type": "object"})]
Group = Annotated[Mapping, Leaf(_group, {"type": "object"})]
AnyNode = Annotated[Node, Leaf(_node, {})]
Sight = Annotated[str, one_of("desk", "panel", "hidden")]
Good = Annotated[str, one_of("up", "down", "neither")]
Confidence = Annotated[str, one_of("low", "medium", "high")]
Via = Annotated[str, one_of("public", "private")]
