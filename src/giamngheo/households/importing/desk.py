"""Work on lists, and searches, that this process does now: how far it is, and whether somebody asked it to stop.

On SQLite one transaction keeps every other writer waiting, so what is said meanwhile cannot stand in the database: it
stands here, and the one process that serves a SQLite file reads it here. On PostgreSQL it is written beside the
transaction as well, for the other processes.
"""

from __future__ import annotations

import threading
from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(slots=True)
class Sign:
    """How far a piece of work is, in percent and words."""

    percent: int = 0
    step: str = ""
    stop: bool = False


_SIGNS: dict[Hashable, Sign] = {}
_LOCK = threading.Lock()


def begin(pk: Hashable) -> Sign:
    """The sign of work that begins now."""
    with _LOCK:
        return _SIGNS.setdefault(pk, Sign())


def end(pk: Hashable) -> None:
    """The work is over, however it ended."""
    with _LOCK:
        _SIGNS.pop(pk, None)


def sign(pk: Hashable) -> Sign | None:
    """The sign of work under way in this process."""
    return _SIGNS.get(pk)


def busy() -> bool:
    """Whether this process works on any list now."""
    return bool(_SIGNS)


def ask_to_stop(pk: Hashable) -> None:
    """Obeyed before the next batch."""
    if (found := _SIGNS.get(pk)) is not None:
        found.stop = True
