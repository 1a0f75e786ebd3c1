"""Several documents in one file, each on pages of its own with page numbers of its own: a village's slips at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from giamngheo.paperwork.writers.atomic import write_whole

if TYPE_CHECKING:
    from giamngheo.paperwork.document import OfficialDocument


def write_several(
    documents: Sequence[OfficialDocument], path: Path, format: str, *, said: Callable[[int], None] = lambda done: None
) -> None:
    """Write at least one document at `path` as docx or pdf, whole or not at all. `said` is told after each part how
    many are done, and may raise to stop.

    Raises FindingError: PAPER-WRITE-SAVE, PAPER-WRITE-PDF."""
    from giamngheo.paperwork.writers.layout import lay_out

    sheets = [lay_out(each) for each in documents]
    if format == "docx":
        from giamngheo.paperwork.writers.docx_several import write_sheets

        write_sheets(sheets, path, said=said)
        return
    from giamngheo.paperwork.writers.pdf import render_sheets

    content = render_sheets(sheets, said=said)
    write_whole(path, lambda waiting: _save(waiting, content))


def _save(path: Path, content: bytes) -> None:
    path.write_bytes(content)
