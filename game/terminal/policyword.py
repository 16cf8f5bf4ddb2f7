"""Policy word: what the word after `--policy` means: a policy by its id, a list, a recorded game, or a policy file."""

from __future__ import annotations

from pathlib import Path

from game.content.package import Package, load
from game.content.policyfile import load_with
from game.core.policy import ids_of
from game.core.way import Way, known
from game.fault import USAGE, Fault, unknown

from . import golden

LIST = "list:"
FILES = (".yaml", ".yml")


def chosen(folder: Path, word: str) -> tuple[Package, Way]:
    """The scenario of a folder, with the policies of a file if the word names one, and the way to play it.

    Raises Fault for a scenario that cannot be loaded and for a word that means nothing.
    """
    if word.startswith(LIST):
        package = load(folder)
        return package, Way(word, _listed(package, word.removeprefix(LIST)))
    name, _, id = word.partition("#")
    if Path(name).suffix in FILES:
        return _from_file(folder, Path(name), id)
    package = load(folder)
    words = known(package.compile())
    if word in words:
        return package, Way(word)
    if Path(word).is_file():
        return package, Way(Path(word).name, _recorded(package, Path(word)))
    raise unknown("policy", word, words)


def _listed(package: Package, text: str) -> tuple[str, ...]:
    line = tuple(part.strip() for part in text.split(",") if part.strip())
    if not line:
        raise Fault("A list of choices is written as list:move,move,end-turn,move.", code=USAGE)
    ids = ids_of(package.compile())
    for id in line:
        if id not in ids:
            raise unknown("choice", id, ids)
    return line


def _from_file(folder: Path, file: Path, id: str) -> tuple[Package, Way]:
    package, ids = load_with(folder, file)
    if id and id not in ids:
        raise unknown(f"policy in {file}", id, ids)
    if not id and len(ids) > 1:
        raise Fault(f"{file} has {len(ids)} policies: say which, as in {file}#{ids[0]}.", code=USAGE)
    return package, Way(id or ids[0])


def _recorded(package: Package, file: Path) -> tuple[str, ...]:
    asked = golden.read(file)
    if asked.scenario != package.id:
        raise Fault(f"{file} is a game of {asked.scenario}, not of {package.id}.", code=USAGE)
    return asked.choices
