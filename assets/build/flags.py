"""Rasterise the flags to 96x72 PNG.

    python -m assets.build.flags WORK_FOLDER

Needs `resvg-py` and `pillow`. The SVG reader inside SDL gets several flags wrong (Ukraine comes out blue over
grey), so the game ships pictures and never reads SVG.
"""

from __future__ import annotations

import shutil
import sys
from io import BytesIO
from pathlib import Path

import resvg_py
from PIL import Image, ImageChops

from assets.build.members import MEMBERS

FLAGS = Path(__file__).resolve().parent.parent / "flags"
SIZE = (96, 72)
PALETTE = 255  # colours of a small file
FARTHEST = 24  # of 255: a palette that moves any pixel's channel farther than this is not used

# File name here (ISO 3166-1 alpha-3, or the body's own letters) -> file name in flag-icons (alpha-2).
SHIPPED = MEMBERS | {"EU": "eu", "UN": "un"}


def rasterised(svg: str) -> Image.Image:
    """The flag at the shipped size, with alpha only where it leaves pixels wholly clear (Nepal's).

    Elsewhere alpha is but a faint seam where two shapes meet.
    """
    png = resvg_py.svg_to_bytes(svg_string=svg, width=SIZE[0], height=SIZE[1])
    picture = Image.open(BytesIO(bytes(png))).convert("RGBA")
    return picture if picture.getchannel("A").getextrema()[0] == 0 else picture.convert("RGB")


def lightest(picture: Image.Image) -> Image.Image:
    """The picture with a palette where that cannot be seen, else as it is."""
    if picture.mode == "RGBA":
        return picture
    few = picture.quantize(PALETTE, method=Image.Quantize.MEDIANCUT, kmeans=3)
    apart = ImageChops.difference(picture, few.convert("RGB")).getextrema()
    return few if max(highest for _, highest in apart) <= FARTHEST else picture


def main() -> None:
    """Write one PNG for each shipped flag, and the licence beside them."""
    package = Path(sys.argv[1]) / "flags" / "package"
    FLAGS.mkdir(parents=True, exist_ok=True)
    for name, source in SHIPPED.items():
        svg = (package / "flags" / "4x3" / f"{source}.svg").read_text(encoding="utf-8")
        lightest(rasterised(svg)).save(FLAGS / f"{name}.png", optimize=True)
    shutil.copyfile(package / "LICENSE", FLAGS / "LICENSE-flag-icons.txt")


if __name__ == "__main__":
    main()
