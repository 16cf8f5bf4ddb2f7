"""Records: one record checked against the schema, with pydantic's complaints in plain words."""

from __future__ import annotations

from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from game.content.node import Mapping, Node, Scalar, Sequence
from game.content.problem import Findings
from game.content.schema.record import Part
from game.content.schema.sections import Section

P = TypeVar("P", bound=Part)
Loc = tuple[int | str, ...]


def read_record(section: Section, node: Node, findings: Findings) -> Part | None:
    """The record of this node, or None with every reason noted."""
    return read_part(section.record, node, name_of(section, node), findings)


def read_part(record: type[P], node: Node, who: str, findings: Findings) -> P | None:
    """The part of this type that stands at the node, or None with every reason noted."""
    try:
        return record.model_validate(node)
    except ValidationError as fault:
        for error in fault.errors(include_url=False, include_input=False):
            _note(record, node, who, dict(error), findings)
        return None


def name_of(section: Section, node: Node) -> str:
    """What a message calls the record of this node."""
    if isinstance(node, Mapping):
        for key in ("id", "code", "date"):
            found = node.entries.get(key)
            if isinstance(found, Scalar) and found.text:
                return f'{section.word} "{found.text}"'
    return f"this {section.word}"


def _note(record: type[Part], root: Node, who: str, error: dict[str, Any], findings: Findings) -> None:
    loc: Loc = error["loc"]
    if error["type"] == "missing":
        at, inside = _walk(root, loc[:-1]), _path(loc[:-1])
        findings.error(at, "missing", f'{who}{inside} needs "{loc[-1]}".')
    elif error["type"] == "extra_forbidden":
        parent = _walk(root, loc[:-1])
        name = str(loc[-1])
        at = parent.keys.get(name, parent) if isinstance(parent, Mapping) else parent
        message = f'{who}{_path(loc[:-1])} has no field "{name}".'
        findings.unknown(at, "unknown-field", message, name, _fields(record, loc[:-1]))
    else:
        context = error.get("ctx", {})
        message = str(context.get("message", error["msg"]))
        code = str(error["type"])
        findings.error(_walk(root, loc), code, f"{who}{_path(loc)}: {message}", str(context.get("hint", "")))


def _path(loc: Loc) -> str:
    parts = [f"{part + 1}" if isinstance(part, int) else f"{part}" for part in loc]
    return ", " + " ".join(parts) if parts else ""


def _walk(node: Node, loc: Loc) -> Node:
    """The node at this path, or the last one on the way to it."""
    for part in loc:
        if isinstance(node, Mapping) and str(part) in node.entries:
            node = node.entries[str(part)]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            break
    return node


def _fields(record: type[Part], loc: Loc) -> list[str]:
    """The names of the fields that a record has at this path."""
    found: type[Part] | None = record
    for part in loc:
        if isinstance(part, str) and found is not None:
            found = _part_type(_annotation(found, part))
    return [] if found is None else [field.alias or name for name, field in found.model_fields.items()]


def _annotation(record: type[Part], name: str) -> Any:
    for field_name, field in record.model_fields.items():
        if name in (field_name, field.alias):
            return field.annotation
    return None


def _part_type(annotation: Any) -> type[Part] | None:
    """The record type inside an annotation such as `tuple[ClauseRecord, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _part_type(arg)) is not None), None)
