"""From an OfficialDocument to a file. Each format's library is loaded only when that format is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from giamngheo.paperwork.document import OfficialDocument
    from giamngheo.paperwork.writers.fonts import PrintedFont

FORMATS = ("docx", "pdf", "html", "md")


def write(document: OfficialDocument, path: Path, format: str = "") -> PrintedFont | None:
    """Write `document` at `path` in `format` (docx, pdf, html, md; by default what the file's name ends in).

    The file is there whole or not at all. For PDF the font it was set in is returned. Raises FindingError:
    PAPER-WRITE-FORMAT, PAPER-WRITE-SAVE, PAPER-WRITE-PDF.
    """
    path = Path(path)
    wanted = (format or path.suffix).lower().lstrip(".")
    if wanted == "docx":
        from giamngheo.paperwork.writers.docx import write_docx

        write_docx(document, path)
    elif wanted == "pdf":
        from giamngheo.paperwork.writers.pdf import write_pdf

        return write_pdf(document, path)
    elif wanted == "html":
        from giamngheo.paperwork.writers.html import write_html

        _write_text(path, write_html(document, page=True))
    elif wanted == "md":
        from giamngheo.paperwork.writers.markdown import write_markdown

        _write_text(path, write_markdown(document))
    else:
        from giamngheo.foundation.findings import FindingError
        from giamngheo.paperwork.writers.findings import UNKNOWN_FORMAT

        raise FindingError(UNKNOWN_FORMAT.at(format=wanted, known=", ".join(FORMATS)))
    return None


def _write_text(path: Path, text: str) -> None:
    from giamngheo.paperwork.writers.atomic import write_whole

    content = text.encode("utf-8")
    write_whole(path, lambda waiting: _save(waiting, content))


def _save(path: Path, content: bytes) -> None:
    path.write_bytes(content)
