"""Jsonschema: the language as a JSON Schema, so that an editor can complete and check while one writes.

`python -m game.content.jsonschema` writes `scenarios/schema/scenario.json` anew; a test holds it to the models.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from game.content.schema.sections import CARD, SECTIONS
from game.data import scenarios_dir

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _listed(schema: Any) -> Any:
    """The same schema as wide as the loader: a list is also taken as its one item, and any scalar as text."""
    if isinstance(schema, list):
        return [_listed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    # Which defaults pydantic tells differs between versions of Python, and no editor needs them.
    found = {key: _listed(value) for key, value in schema.items() if key != "default"}
    if found.get("type") == "string" and not {"pattern", "format", "enum"} & set(found):
        found["type"] = ["string", "number"]
    if isinstance(found.get("enum"), list):
        found["enum"] += [int(word) for word in found["enum"] if isinstance(word, str) and word.isdecimal()]
    items = found.get("items")
    scalars = isinstance(items, dict) and (items.get("type") in ("string", ["string", "number"]) or "enum" in items)
    if found.get("type") == "array" and scalars:
        told = {key: found.pop(key) for key in ("title", "description") if key in found}
        return {**told, "anyOf": [found, items]}
    return found


def schema() -> dict[str, Any]:
    """The JSON Schema of one file of a scenario."""
    shared: dict[str, Any] = {}
    sections: dict[str, Any] = {}
    for section in SECTIONS.values():
        record = section.record.model_json_schema()
        shared.update(record.pop("$defs", {}))
        sections[section.name] = {"type": "array", "items": record}
    card = CARD.record.model_json_schema()
    shared.update(card.pop("$defs", {}))
    words = {"type": "array", "items": {"type": "string"}}
    return {
        "$schema": DIALECT,
        "title": "A file of a scenario of The Long Table, format 1",
        "type": "object",
        "required": ["format"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": 1},
            "scenario": _listed(card),
            "uses": words,
            "remove": words,
            "questions": words,
            **{name: _listed(section) for name, section in sections.items()},
        },
        "$defs": {name: _listed(part) for name, part in sorted(shared.items())},
    }


def written() -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def place() -> Path:
    """Where the schema is kept, beside the scenarios."""
    return scenarios_dir() / "schema" / "scenario.json"


if __name__ == "__main__":
    place().parent.mkdir(exist_ok=True)
    place().write_text(written(), encoding="utf-8", newline="\n")
