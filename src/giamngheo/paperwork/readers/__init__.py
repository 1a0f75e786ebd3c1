"""Reading an official document from a file, whatever its format. The format is told by content, not by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from giamngheo.paperwork.document import OfficialDocument
    from giamngheo.paperwork.readers.sniffing import Kind

    Progress = Callable[[float, str], None]

TEXT_LIMIT = 20 * 1024 * 1024  # bytes of plain text: three hundred times the longest plan
FILE_LIMIT = 50 * 1024 * 1024  # bytes of any file; nothing larger is opened


def read(path: Path, *, progress: Progress | None = None) -> OfficialDocument:
    """Read `path` as text, Markdown, .docx, .odt or PDF with text.

    `progress(share, step)` is called with a share from 0 to 1 and the name of the step. Raises FindingError (codes
    PAPER-..., giamngheo.paperwork.findings) where the file cannot be read; nothing is written anywhere.
    """
    from giamngheo.paperwork.readers.sniffing import kind_of

    tell = progress or _silent
    tell(0.0, "open")
    kind = kind_of(path)
    tell(0.05, str(kind))
    document = _reader_of(kind)(path, tell)
    tell(1.0, "done")
    return document


def _reader_of(kind: Kind) -> Callable[[Path, Progress], OfficialDocument]:
    """The reader of a format, imported only now: the libraries behind Word and PDF are slow to load."""
    if kind == "docx":
        from giamngheo.paperwork.readers.docx import read_docx

        return read_docx
    if kind == "odt":
        from giamngheo.paperwork.readers.odt import read_odt

        return read_odt
    if kind == "pdf":
        from giamngheo.paperwork.readers.pdf import read_pdf

        return read_pdf
    return _read_text_file


def _silent(share: float, step: str) -> None:
    """Nobody watches."""


def _read_text_file(path: Path, tell: Progress) -> OfficialDocument:
    from giamngheo.paperwork.readers.decoding import decode
    from giamngheo.paperwork.readers.text import read_text

    text = decode(path.read_bytes(), path.name)
    tell(0.3, "structure")
    return read_text(text, name=path.name)
