"""The JSON Schema is that of the models, takes every shipped file, and refuses what the loader refuses."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from game.content.jsonschema import place, schema, written
from game.content.node import Mapping, Node, Scalar, Sequence
from game.content.problem import Findings
from game.content.read import read_data
from game.data import scenarios_dir

DATA = {"codings.yaml", "countries.yaml", "tallies.yaml"}
"""What the votes were fitted on: data beside the script that reads it, and no files of the language."""
SHIPPED = sorted(
    path
    for path in scenarios_dir().rglob("*.yaml")
    if "i18n" not in path.parts and path.parent.name != "schema" and path.name not in DATA
)


def plain(node: Node) -> Any:
    """A node as an editor's YAML 1.2 parser would give it."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    if node.style == "plain" and re.fullmatch(r"-?\d+", node.text):
        return int(node.text)
    if node.style == "plain" and re.fullmatch(r"-?\d+\.\d+", node.text):
        return float(node.text)
    if node.style == "plain" and node.text in ("", "null", "~"):
        return None
    return node.text


def tree(data: bytes, name: str) -> Any:
    findings = Findings()
    node = read_data(data, name, findings)
    assert node is not None and not findings.all()
    return plain(node)


@lru_cache(maxsize=1)
def checker() -> jsonschema.Draft202012Validator:
    """What holds a file to the schema."""
    return jsonschema.Draft202012Validator(schema())


def test_it_stands_as_the_models_are() -> None:
    assert place().read_text(encoding="utf-8") == written(), "run `python -m game.content.jsonschema`"


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_file_fits(path: Path) -> None:
    validator = checker()
    faults = [
        f"{list(error.absolute_path)}: {error.message[:120]}"
        for error in validator.iter_errors(tree(path.read_bytes(), path.name))
    ]
    assert not faults


@pytest.mark.parametrize(
    "text",
    ["format: 2\n", "tags: []\n", "format: 1\ntags:\n  - {id: a, titel: A}\n", "format: 1\nmoovs: []\n"],
)
def test_it_refuses_what_the_loader_refuses(text: str) -> None:
    validator = checker()
    assert list(validator.iter_errors(tree(text.encode("utf-8"), "x.yaml")))
