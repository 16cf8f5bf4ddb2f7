"""From a fresh checkout to the game or its tests in one command, with nothing but Python and pip.

`python -m game.fresh play` and `python -m game.fresh test` make a private environment in `.venv`, install the
project into it and go on there. Words after the verb are handed on. Standard library only, and no syntax that
Python 3.7 could not read, so that an old Python can be told what is wrong.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
MARK = "made-by-python.txt"
CHECKOUT = Path(__file__).resolve().parent.parent
USAGE = """usage: python -m game.fresh play [WORDS FOR longtable play]
       python -m game.fresh test [WORDS FOR pytest]"""


def main(words: list[str]) -> int:
    """Sets up what the verb needs, runs it and returns its exit code (2 when something stands in the way)."""
    if not words or words[0] not in ("play", "test"):
        print(USAGE, file=sys.stderr)
        return 2
    if sys.version_info < OLDEST:
        return _refuse(f"The Long Table needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if not (CHECKOUT / "pyproject.toml").is_file():
        return _refuse("The game is installed already: start it with the command longtable.")
    verb, rest = words[0], words[1:]
    try:
        python = ready(CHECKOUT / ".venv", "[test]" if verb == "test" else "")
    except (OSError, subprocess.CalledProcessError) as error:
        return _refuse(f"The environment could not be set up: {error}")
    if verb == "play":
        return _run([python, "-m", "game", "play", *rest])
    return _run([python, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *rest])


def ready(folder: Path, extra: str) -> str:
    """The Python of the environment in the folder, with the project and the extra installed; done once only.

    Raises OSError or CalledProcessError when a step fails.
    """
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / f"installed{extra}.txt"
    recipe = _recipe(extra)
    if python.exists() and stamp.is_file() and stamp.read_text(encoding="utf-8") == recipe:
        return str(python)
    print(f"Setting up {folder} (once; a minute or two) ...", file=sys.stderr, flush=True)
    if not python.exists() or _made_by_another_python(folder):
        _make_environment(folder)
    install = ["install", "--quiet", "--disable-pip-version-check", "--editable", f".{extra}"]
    subprocess.run([*_pip(python), *install], cwd=CHECKOUT, check=True)
    stamp.write_text(recipe, encoding="utf-8")
    return str(python)


def _recipe(extra: str) -> str:
    """Changes when the project file, the extra, the place or the Python does: then pip has to run again."""
    project = hashlib.sha256((CHECKOUT / "pyproject.toml").read_bytes()).hexdigest()
    return "\n".join((project, extra, str(CHECKOUT), sys.version))


def _made_by_another_python(folder: Path) -> bool:
    """True only for an environment of our own making; one you made yourself is never cleared."""
    told = folder / MARK
    return told.is_file() and told.read_text(encoding="utf-8") != sys.version


def _make_environment(folder: Path) -> None:
    """An empty environment, without a pip of its own: some systems ship Python without the means for that."""
    subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(folder)], check=True)
    (folder / MARK).write_text(sys.version, encoding="utf-8")


def _pip(python: Path) -> list[str]:
    """How to call our own pip for that environment (it can since 22.3, the pip of Python 3.11)."""
    return [sys.executable, "-m", "pip", "--python", str(python)]


def _run(command: list[str]) -> int:
    """The exit code of the command. Ctrl-C reaches it directly, so it is left to answer."""
    child = subprocess.Popen(command, cwd=CHECKOUT)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
