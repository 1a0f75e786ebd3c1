"""What lies in the folder of kept files and may be nobody's: a look at the folder, no question to the database."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_KEPT = re.compile(r"[0-9a-f]{64}")
_PART = re.compile(r"\.([0-9a-f]{64})\.[0-9a-f]{32}")


class Lying(NamedTuple):
    """A file of ours; `sha256` "" for a part that was never finished, which no row can refer to."""

    path: Path
    sha256: str
    size: int  # bytes


def lying(folder: Path, older_than: float) -> Iterator[Lying]:
    """Our files in `folder` that were neither written nor put there since `older_than` (seconds since 1970)."""
    for inner in _entries(folder):
        if not inner.is_dir(follow_symlinks=False) or len(inner.name) != 2:
            continue
        for entry in _entries(Path(inner.path)):
            kept, part = _KEPT.fullmatch(entry.name), _PART.fullmatch(entry.name)
            digest = kept[0] if kept else part[1] if part else ""
            if digest.startswith(inner.name) and entry.is_file(follow_symlinks=False) and is_old(entry, older_than):
                yield Lying(Path(entry.path), digest if kept else "", entry.stat().st_size)


def is_old(file: os.DirEntry[str] | Path, older_than: float) -> bool:
    """Whether both times a file has are before `older_than`: one restored from a backup yesterday is young."""
    try:
        times = file.stat()
    except FileNotFoundError:
        return False
    return max(times.st_mtime, times.st_ctime) < older_than


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []
