"""Where things lie: what ships (scenarios, assets) and what the player makes (saves, settings)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from game.fault import Fault, unknown

FOLDER_VARIABLE = "LONGTABLE_DATA"
SCENARIO_FILE = "scenario.yaml"


def data_root() -> Path:
    """The folder that holds `scenarios` and `assets`: in a frozen app, in a wheel, else in the checkout.

    A wheel carries them as `game/_data`; an editable install does not: there they lie beside `game`.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen)] if frozen else []
    places += [package / "_data", package.parent]
    for place in places:
        if (place / "scenarios").is_dir():
            return place
    raise Fault(
        "The scenarios that ship with the game are missing. Looked in: "
        + ", ".join(str(place) for place in places)
        + ". Install the game again."
    )


def assets_dir() -> Path:
    """The folder of fonts, pictures, map and sounds."""
    return data_root() / "assets"


def scenarios_dir() -> Path:
    """The folder of the shipped scenarios and of the library they share."""
    return data_root() / "scenarios"


def scenario_ids() -> list[str]:
    """The ids of the shipped scenarios in alphabetical order."""
    return sorted(path.parent.name for path in scenarios_dir().glob(f"*/{SCENARIO_FILE}"))


def scenario_folder(name: str) -> Path:
    """The folder of a scenario, named by its id or by the path of an author's own folder or file.

    Raises a usage Fault when there is none.
    """
    shipped = scenario_ids()
    if name in shipped:
        return scenarios_dir() / name
    path = Path(name)
    folder = path.parent if path.name == SCENARIO_FILE else path
    if (folder / SCENARIO_FILE).is_file():
        return folder.resolve()
    if folder.is_dir():
        raise Fault(f"The folder '{name}' holds no {SCENARIO_FILE}.", code=2)
    raise unknown("scenario", name, shipped)


def user_dir() -> Path:
    """The folder for saves and settings, made if need be. LONGTABLE_DATA or `--data-dir` moves it.

    Raises a Fault when it cannot be made.
    """
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen:
        folder = Path(chosen).expanduser().absolute()
    else:
        from platformdirs import user_data_path

        folder = user_data_path("long-table", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Fault(
            f"The folder for saves cannot be made: {folder} ({error.strerror}). --data-dir names another."
        ) from error
    return folder
