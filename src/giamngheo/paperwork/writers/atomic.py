"""A file is there whole or not at all: written under another name beside its place, then renamed over it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.writers.findings import CANNOT_SAVE


def write_whole(path: Path, fill: Callable[[Path], None]) -> None:
    """Call `fill` with a new file's path in the folder of `path`, then rename that file to `path`.

    Raises FindingError (PAPER-WRITE-SAVE) when the folder cannot be written to; whatever `fill` raises passes through.
    In every case of failure an earlier file at `path` stays as it was and no other file stays behind.
    """
    # A name of its own for every process, and one that does not grow with a long file name.
    waiting = path.parent / f".{path.name[:40]}.{os.getpid()}.{os.urandom(4).hex()}.tmp"
    try:
        fill(waiting)
        os.replace(waiting, path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FindingError(CANNOT_SAVE.at(name=path.name, reason=reason)) from error
    finally:
        waiting.unlink(missing_ok=True)
