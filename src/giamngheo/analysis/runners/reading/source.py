"""What was asked to be read: which files, and of which kind."""

from __future__ import annotations

import glob
from pathlib import Path
from typing import NamedTuple

from giamngheo.analysis.runners.findings import EMPTY, UNREADABLE
from giamngheo.foundation.findings import FindingError

KINDS = {
    ".parquet": "parquet", ".pq": "parquet",
    ".csv": "csv", ".tsv": "csv", ".txt": "csv",
    ".xlsx": "excel", ".xlsm": "excel", ".xls": "excel", ".xlsb": "excel", ".ods": "excel",
}  # fmt: skip


class Source(NamedTuple):
    """Files of one kind ("parquet", "csv" or "excel"), in order of their names."""

    asked: str
    kind: str
    files: tuple[Path, ...]


def unreadable(path: object, why: object) -> FindingError:
    """DATA-UNREADABLE as an error to raise."""
    text = (str(why).strip().splitlines() or ["?"])[0].rstrip(".")
    return FindingError(UNREADABLE.at(path=path, why=text[:300]))


def find(asked: str | Path) -> Source:
    """The files behind a name: one file, a folder with its sub-folders, or a glob. Raises FindingError."""
    path = Path(asked)
    if path.is_dir():
        files = [file for file in sorted(path.rglob("*")) if _counts(file)]
    elif path.exists():
        files = [path]
    else:
        files = [Path(name) for name in sorted(glob.glob(str(asked), recursive=True)) if Path(name).is_file()]
    if not files:
        if path.is_dir():
            raise FindingError(EMPTY.at(path=asked))
        raise unreadable(asked, "không có tệp này / no such file")
    kinds = {KINDS.get(file.suffix.lower(), "") for file in files}
    if len(kinds) > 1 or "" in kinds:
        seen = ", ".join(sorted({file.suffix.lower() or file.name for file in files}))
        raise unreadable(asked, f"loại tệp không đọc được hoặc lẫn nhiều loại / kind not known, or kinds mixed: {seen}")
    for file in files:
        _probe(file)
    return Source(str(asked), kinds.pop(), tuple(files))


def _counts(file: Path) -> bool:
    """Files of data; Spark's and macOS's markers (_SUCCESS, ._x, .crc) are not."""
    return file.is_file() and not file.name.startswith(("_", ".")) and file.suffix.lower() in KINDS


def _probe(file: Path) -> None:
    try:
        with file.open("rb") as stream:
            if not stream.read(1):
                raise FindingError(EMPTY.at(path=file))
    except OSError as error:
        raise unreadable(file, error.strerror or error) from error
