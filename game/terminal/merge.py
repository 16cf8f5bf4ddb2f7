"""Merge: the shards of a sweep as one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.batch import shard

from . import sweepreport


def main(files: Sequence[Path], *, table: Path | None, form: str) -> int:
    """Print the report of the sweep of which these files are the shards.

    Raises Fault if they are of different sweeps, if one is there twice or if any is missing.
    """
    whole = shard.merge((str(file), shard.read(file)) for file in files)
    sweepreport.tell(sweepreport.as_data(whole.task, whole.totals), form, table)
    return 0
