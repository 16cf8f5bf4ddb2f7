"""Memory: how much of it this process has needed."""

from __future__ import annotations

import sys
from pathlib import Path


def peak_memory() -> int:
    """The most memory this process has needed so far, in MiB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells on Linux goes on from the process that started this one
        told = status.read_text(encoding="utf-8").partition("VmHWM:")[2].split()
        if told:
            return int(told[0]) >> 10
    import resource

    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size >> 20 if sys.platform == "darwin" else size >> 10
