"""Zip containers of Word and OpenDocument, opened with distrust.

Limits: what the container declares is checked before anything is unpacked, and what really comes out is counted while
it is unpacked, because a declaration can lie.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

from giamngheo.foundation.findings import FindingError

if TYPE_CHECKING:
    from giamngheo.paperwork.structure.blocks import Block

MEMBERS = 5_000  # parts in one container; a Word file of 400 pages with pictures has some hundreds
PART = 200 * 1024 * 1024  # bytes of one unpacked part of XML
TOTAL = 600 * 1024 * 1024  # bytes of all parts together, pictures included
RATIO = 200  # unpacked to packed, for parts over RATIO_FROM; real document.xml reaches 30
RATIO_FROM = 5 * 1024 * 1024


def refuse(path: Path, name: str, **values: object) -> NoReturn:
    """Raise the FindingError of the catalogue entry `name` for this file."""
    from giamngheo.paperwork import findings

    raise FindingError(getattr(findings, name).at(None, "", name=path.name, **values))


def refuse_old_letters(path: Path, blocks: list[Block]) -> None:
    """Refuse a file typed with the fonts of an old encoding (.VnTime, VNI-Times): its letters lie."""
    from giamngheo.paperwork.readers.decoding import old_encoding

    sample = " ".join(leaf.text for block in blocks[:200] for leaf in block.leaves())
    if kind := old_encoding(sample):
        refuse(path, "ENCODING", kind=kind)


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The container, its declared sizes checked; damage anywhere inside the block becomes PAPER-DAMAGED."""
    import zlib

    try:
        with zipfile.ZipFile(path) as archive:
            _check(path, archive)
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError) as error:
        refuse(path, "DAMAGED", why=type(error).__name__)


def _check(path: Path, archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    if len(infos) > MEMBERS:
        refuse(path, "BOMB", why=f"{len(infos)} > {MEMBERS}")
    total = 0
    for info in infos:
        total += info.file_size
        if info.flag_bits & 0x1:
            refuse(path, "ENCRYPTED")
        if info.file_size > RATIO_FROM and info.file_size > RATIO * max(info.compress_size, 1):
            refuse(path, "BOMB", why=f"1:{info.file_size // max(info.compress_size, 1)}")
        if info.filename.endswith(".xml") and info.file_size > PART:
            refuse(path, "BOMB", why=f"{info.file_size // 1024 // 1024} MB")
    if total > TOTAL:
        refuse(path, "BOMB", why=f"{total // 1024 // 1024} MB")


class Counted:
    """A stream that stops when more comes out than the limit of a part allows."""

    def __init__(self, path: Path, stream: IO[bytes], packed: int) -> None:
        self._path, self._stream, self._packed = path, stream, max(packed, 1)
        self.seen = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size if size > 0 else 1 << 16)
        self.seen += len(data)
        if self.seen > PART or (self.seen > RATIO_FROM and self.seen > RATIO * self._packed):
            refuse(self._path, "BOMB", why=f"> {self.seen // 1024 // 1024} MB")
        return data

    def read_all(self) -> bytes:
        """Everything, within the limits."""
        return b"".join(iter(lambda: self.read(1 << 16), b""))


@contextmanager
def part(path: Path, archive: zipfile.ZipFile, name: str) -> Iterator[Counted]:
    """One part of the container as a counted stream."""
    with archive.open(name) as stream:
        yield Counted(path, stream, archive.getinfo(name).compress_size)


def names_of(path: Path) -> frozenset[str]:
    """The names of the container's parts."""
    with opened(path) as archive:
        return frozenset(archive.namelist())


def read_part(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """One whole part; b"" where the container has none of that name."""
    if name not in archive.namelist():
        return b""
    with part(path, archive, name) as stream:
        return stream.read_all()
