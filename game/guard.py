"""The guard around every command: whatever goes wrong becomes one clear message and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable

from game.fault import FAILURE, Fault

INTERRUPTED = 130
REPORT = "crash-report.txt"


def guarded(command: Callable[[], int]) -> int:
    """The exit code of the command; a fault, a full disk, Ctrl-C or a closed pipe never shows a traceback."""
    try:
        code = command()
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return _said("Stopped. A game in progress is saved after every choice.", INTERRUPTED)
    except Fault as fault:
        return _said(str(fault), fault.code)
    except OSError as error:
        if _is_closed_pipe(error):
            _forget_output()
            return FAILURE
        return _said(_about_file(error), FAILURE)
    except Exception as error:
        return _said(_about_bug(error), FAILURE)


def use_safe_output() -> None:
    """Makes printing safe: UTF-8 into pipes and files; a letter a console lacks becomes '?', not a crash."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")


def _said(message: str, code: int) -> int:
    """The code, after the message was written to the error stream if that is still open."""
    try:
        sys.stdout.flush()
        print(f"longtable: {message}", file=sys.stderr, flush=True)
    except OSError:
        _forget_output()
    return code


def _is_closed_pipe(error: OSError) -> bool:
    """Whether the reader of our output went away; Windows calls that an invalid argument."""
    on_windows = os.name == "nt" and error.errno == errno.EINVAL and error.filename is None
    return isinstance(error, BrokenPipeError) or on_windows


def _forget_output() -> None:
    """Points standard output nowhere; else the interpreter complains of the closed pipe as it exits."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _about_file(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}." if error.filename else f"{reason}."


def _about_bug(error: Exception) -> str:
    """One sentence for a mistake of ours; the traceback goes to a file a player can send us."""
    import traceback

    from game.data import user_dir

    what = f"A mistake inside the game stopped it ({type(error).__name__}: {error})."
    try:
        report = user_dir() / REPORT
        report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except (Fault, OSError):
        return what
    return f"{what} Details are in {report}."
