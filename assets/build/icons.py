"""Rasterise the icons to white PNG at two sizes; the game tints them.

    python -m assets.build.icons WORK_FOLDER

Needs `resvg-py`. A name of ours that differs from lucide's stands as "ours=theirs".
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import resvg_py

ICONS = Path(__file__).resolve().parent.parent / "icons"
SIZES = (24, 48)

SHIPPED = """
alert-triangle=triangle-alert arrow-down arrow-down-right arrow-left arrow-right arrow-up arrow-up-right ban
banknote book briefcase building=building-2 calendar check check-circle=circle-check chevron-down
chevron-left chevron-right chevron-up circle circle-dot clock coins diamond door-open dot eye eye-off
factory file-text flag flame fuel gavel git-fork globe handshake heart heart-handshake
help-circle=circle-question-mark history home=house hourglass info key landmark line-chart=chart-line link
list lock log-out mail mail-open map megaphone menu message=message-square messages=messages-square minus
newspaper pen=pen-line phone plane play plus quote radio save scale scroll=scroll-text search settings
shield shield-alert shield-half skip-forward snowflake square stamp star target trending-down trending-up
triangle undo unlink unlock=lock-open user users volume-off=volume-x volume=volume-2 vote x
x-circle=circle-x zap
"""


def rasterise(svg: str, size: int) -> bytes:
    """The icon as PNG bytes: white lines on nothing, size x size pixels."""
    return bytes(
        resvg_py.svg_to_bytes(svg_string=svg.replace("currentColor", "#ffffff"), width=size, height=size)
    )


def main() -> None:
    """Write every icon at every size, and the licence beside them."""
    package = Path(sys.argv[1]) / "lucide" / "package"
    for size in SIZES:
        (ICONS / str(size)).mkdir(parents=True, exist_ok=True)
    for entry in SHIPPED.split():
        ours, _, theirs = entry.partition("=")
        svg = (package / "icons" / f"{theirs or ours}.svg").read_text(encoding="utf-8")
        for size in SIZES:
            (ICONS / str(size) / f"{ours}.png").write_bytes(rasterise(svg, size))
    shutil.copyfile(package / "LICENSE", ICONS / "LICENSE-lucide.txt")


if __name__ == "__main__":
    main()
