"""Several documents in one file, each on pages of its own with page numbers of its own: a village's slips at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from giamngheo.paperwork.writers.atomic import write_whole

if TYPE_CHECKING:
    from giamngheo.paperwork.document import OfficialDocument


def write_several(documents: Sequence[OfficialDocument], path: Path, format: str) -> None:
    """Write at least one document at `path` as docx or pdf, whole or not at all. The joined PDF is not tagged.

    Raises FindingError: PAPER-WRITE-SAVE, PAPER-WRITE-PDF."""
    if format == "docx":
        from giamngheo.paperwork.writers.docx import build_several
        from giamngheo.paperwork.writers.layout import lay_out

        word = build_several([lay_out(each) for each in documents])
        write_whole(path, lambda waiting: word.save(str(waiting)))
        return
    from giamngheo.paperwork.writers.pdf import render_pdf

    content = _joined([render_pdf(each)[0] for each in documents])
    write_whole(path, lambda waiting: _save(waiting, content))


def _joined(parts: Sequence[bytes]) -> bytes:
    from io import BytesIO

    import pypdfium2

    if len(parts) == 1:
        return parts[0]
    out = BytesIO()
    with pypdfium2.PdfDocument.new() as whole:
        for part in parts:
            with pypdfium2.PdfDocument(part) as document:
                whole.import_pages(document)
        whole.save(out)
    return out.getvalue()


def _save(path: Path, content: bytes) -> None:
    path.write_bytes(content)
