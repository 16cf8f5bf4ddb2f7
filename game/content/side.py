"""Side: translations and masks of a scenario's texts, kept in files of their own under the same ids."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping as MappingOf

from game.content.node import Mapping, Scalar, kind_in_words
from game.content.problem import Findings
from game.content.read import read_data
from game.content.schema.sections import FORMAT
from game.content.shelf import Shelf

Side = dict[str, Scalar]


def read_side(shelf: Shelf, findings: Findings, kept: dict[str, str]) -> dict[str, Side]:
    """The texts of each side file by its name, such as "masked" or "uk"; the files' own text goes into `kept`."""
    found = {}
    for name in shelf.side():
        data = shelf.read(name, findings)
        root = None if data is None else read_data(data, shelf.shown(name), findings)
        if data is None or root is None:
            continue
        kept[name] = data.decode("utf-8-sig", "replace")
        found[posixpath.basename(name).removesuffix(".yaml")] = _texts(root, findings)
    return found


def _texts(root: Mapping, findings: Findings) -> Side:
    form = root.entries.get("format")
    if not isinstance(form, Scalar) or form.text != FORMAT:
        findings.error(root, "format", f"this file does not say its format: begin it with `format: {FORMAT}`.")
    for name, key in root.keys.items():
        if name not in ("format", "texts"):
            findings.unknown(
                key, "unknown-section", f'a file of texts has no section "{name}".', name, ("format", "texts")
            )
    texts = root.entries.get("texts")
    if not isinstance(texts, Mapping):
        findings.error(root, "missing", "a file of texts needs `texts:` with lines of `id: text` under it.")
        return {}
    found = {}
    for name, node in texts.entries.items():
        if isinstance(node, Scalar) and node.text:
            found[name] = node
        else:
            findings.error(node, "kind", f'"{name}" needs a text, not {kind_in_words(node)}.')
    return found


def check_side(side: Side, texts: MappingOf[str, str], findings: Findings) -> None:
    """Note the ids that no text of the scenario has."""
    for name, node in side.items():
        if name not in texts:
            findings.unknown(node, "unknown-text", f'there is no text "{name}" in this scenario.', name, texts)
