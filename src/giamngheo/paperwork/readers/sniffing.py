"""Which kind of file this is, by its first bytes and, for a zip, by what it holds; and whether it may be opened."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from pathlib import Path


class Kind(StrEnum):
    """What a file is, for the choice of its reader."""

    TEXT = "text"
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OTHER = {
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"II*\x00": "TIFF", b"MM\x00*": "TIFF",
    b"Rar!": "RAR", b"7z\xbc\xaf": "7z", b"\x1f\x8b": "gzip", b"MZ": "EXE", b"\x7fELF": "ELF", b"BM": "BMP",
}  # fmt: skip


def kind_of(path: Path) -> Kind:
    """The kind of `path`; raises FindingError for what no reader opens."""
    from giamngheo.paperwork.readers import FILE_LIMIT, TEXT_LIMIT

    size = _size(path)
    if size > FILE_LIMIT:
        refuse(path, "TOO_LARGE", size=_megabytes(size), limit=_megabytes(FILE_LIMIT))
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
    except OSError:  # the right to list the folder is not the right to read the file
        refuse(path, "MISSING")
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        refuse(path, "EMPTY")
    if head.startswith(b"PK"):
        return _kind_of_zip(path)
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(_OLE):
        refuse(path, "ENCRYPTED" if _is_encrypted_office(path) else "OLD_DOC")
    if head.lstrip().startswith(b"{\\rtf"):
        refuse(path, "OLD_DOC")
    for magic, kind in _OTHER.items():
        if head.startswith(magic) and (len(magic) > 2 or b"\x00" in head[:64]):
            refuse(path, "SCANNED" if kind in ("PNG", "JPEG", "TIFF", "GIF", "BMP") else "UNKNOWN", kind=kind)
    if size > TEXT_LIMIT:
        refuse(path, "TOO_LARGE", size=_megabytes(size), limit=_megabytes(TEXT_LIMIT))
    return Kind.TEXT


def _size(path: Path) -> int:
    try:
        if not path.is_file():
            refuse(path, "MISSING")
        return path.stat().st_size
    except OSError:
        refuse(path, "MISSING")


def _kind_of_zip(path: Path) -> Kind:
    from giamngheo.paperwork.readers.archive import names_of

    names = names_of(path)
    if "[Content_Types].xml" in names and any(name.startswith("word/document") for name in names):
        return Kind.DOCX
    if "content.xml" in names and "[Content_Types].xml" not in names:
        return Kind.ODT
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        refuse(path, "UNKNOWN", kind="Excel/PowerPoint")
    if "[Content_Types].xml" not in names:
        refuse(path, "UNKNOWN", kind="zip")
    return refuse(path, "DAMAGED", why="word/document.xml")


def _is_encrypted_office(path: Path) -> bool:
    """An OLE container whose directory names a stream EncryptedPackage is a Word file with a password."""
    return _ENCRYPTED_STREAM in path.read_bytes()


def _megabytes(size: int) -> str:
    return str(max(1, round(size / 1024 / 1024)))


def refuse(path: Path, name: str, **values: object) -> NoReturn:
    """Raise the error of the catalogue for this file (the catalogue is loaded only then)."""
    from giamngheo.paperwork.readers.archive import refuse as raise_finding

    raise_finding(path, name, **values)
