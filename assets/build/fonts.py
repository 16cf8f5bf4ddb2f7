"""Copy the whole, unchanged font files and their licences into assets/fonts.

    python -m assets.build.fonts WORK_FOLDER

The files are not subset: "Plex" is a reserved font name, so a cut-down file would need another name.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent / "fonts"

FACES = {
    "plex-sans": ("IBMPlexSans", ("400Regular", "500Medium", "600SemiBold")),
    "plex-serif": ("IBMPlexSerif", ("400Regular", "600SemiBold")),
    "roboto-condensed": ("RobotoCondensed", ("600SemiBold",)),
}


def main() -> None:
    """Copy each face as Family-Weight.ttf and its licence as OFL-family.txt."""
    work = Path(sys.argv[1])
    FONTS.mkdir(parents=True, exist_ok=True)
    for short, (family, weights) in FACES.items():
        package = work / short / "package"
        for weight in weights:
            name = f"{family}-{weight.lstrip('0123456789')}.ttf"
            shutil.copyfile(package / weight / f"{family}_{weight}.ttf", FONTS / name)
        shutil.copyfile(package / "LICENSE_FONT", FONTS / f"OFL-{family}.txt")


if __name__ == "__main__":
    main()
