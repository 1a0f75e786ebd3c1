"""PDF files with text, read with positions. A place is a printed line, counted from 1, and its page.

Scans and files with a password are refused. Tables are read by their borders, or by the strips their words leave empty.
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from giamngheo.foundation.findings import Finding
from giamngheo.paperwork.document import OfficialDocument, SourceFormat
from giamngheo.paperwork.readers import archive
from giamngheo.paperwork.readers.pdf_layout import blocks_of, without_page_numbers
from giamngheo.paperwork.readers.pdf_lines import PrintedLine, page_lines
from giamngheo.paperwork.structure.builder import build

if TYPE_CHECKING:
    from giamngheo.paperwork.readers import Progress

_PDFIUM = Lock()  # PDFium keeps state of its own and is not safe in two threads at once
_LETTERS_PER_PAGE = 15  # fewer on average: pictures of pages, perhaps with a stamp's text on them


def read_pdf(path: Path, tell: Progress) -> OfficialDocument:
    """Read a PDF; raises FindingError for scans, passwords and damage."""
    with _PDFIUM:
        lines, pages = _read_lines(path, tell)
    letters = sum(sum(map(str.isalpha, line.text)) for line in lines)
    if letters < _LETTERS_PER_PAGE * max(pages, 1):
        archive.refuse(path, "SCANNED")
    tell(0.8, "structure")
    kept, numbers = without_page_numbers(lines)
    warnings: list[Finding] = []
    if numbers:
        from giamngheo.paperwork import findings

        warnings.append(findings.PAGE_NUMBERS.at(numbers[0].place.line, numbers[0].text, count=len(numbers)))
    blocks = blocks_of(kept)
    archive.refuse_old_letters(path, blocks)
    return build(
        blocks,
        source_format=SourceFormat.PDF,
        name=path.name,
        source_lines=len(lines),
        warnings=tuple(warnings),
        asides=tuple(numbers),
    )


def _read_lines(path: Path, tell: Progress) -> tuple[list[PrintedLine], int]:
    """All printed lines in reading order, and how many pages there are."""
    import pypdfium2

    lines: list[PrintedLine] = []
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            archive.refuse(path, "ENCRYPTED")
        archive.refuse(path, "DAMAGED", why="PDF")
    try:
        pages = len(document)
        for index in range(pages):
            page = document[index]
            lines += page_lines(page, index + 1)
            page.close()
            tell(0.05 + 0.75 * (index + 1) / pages, "pages")
    except pypdfium2.PdfiumError:
        archive.refuse(path, "DAMAGED", why="PDF")
    finally:
        document.close()
    number = 0
    for line in lines:
        line.number = number + 1
        number += len(line.rows) if line.rows else 1
    return lines, pages
