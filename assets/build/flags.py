"""Rasterise the flags to 96x72 PNG.

    python -m assets.build.flags WORK_FOLDER

Needs `resvg-py`. The SVG reader inside SDL gets several flags wrong (Ukraine comes out blue over grey),
so the game ships pictures and never reads SVG.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import resvg_py

FLAGS = Path(__file__).resolve().parent.parent / "flags"
SIZE = (96, 72)

# File name here (ISO 3166-1 alpha-3, or the body's own letters) -> file name in flag-icons (alpha-2).
SHIPPED = {
    "BLR": "by", "CHE": "ch", "CHN": "cn", "CZE": "cz", "DEU": "de", "ESP": "es", "EST": "ee", "EU": "eu",
    "FIN": "fi", "FRA": "fr", "GBR": "gb", "HUN": "hu", "ITA": "it", "LTU": "lt", "LVA": "lv", "MDA": "md",
    "NLD": "nl", "POL": "pl", "ROU": "ro", "RUS": "ru", "SVK": "sk", "SWE": "se", "TUR": "tr", "UKR": "ua",
    "UN": "un", "USA": "us",
}  # fmt: skip


def main() -> None:
    """Write one PNG for each shipped flag, and the licence beside them."""
    package = Path(sys.argv[1]) / "flags" / "package"
    FLAGS.mkdir(parents=True, exist_ok=True)
    for name, source in SHIPPED.items():
        svg = (package / "flags" / "4x3" / f"{source}.svg").read_text(encoding="utf-8")
        png = resvg_py.svg_to_bytes(svg_string=svg, width=SIZE[0], height=SIZE[1])
        (FLAGS / f"{name}.png").write_bytes(bytes(png))
    shutil.copyfile(package / "LICENSE", FLAGS / "LICENSE-flag-icons.txt")


if __name__ == "__main__":
    main()
