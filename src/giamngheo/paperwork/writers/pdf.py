"""PDF through Typst: the sheet as JSON into a fixed program (official.typ), pages out. No text becomes a command."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.paperwork.writers.atomic import write_whole
from giamngheo.paperwork.writers.findings import CANNOT_SET
from giamngheo.paperwork.writers.fonts import FOLDER, PrintedFont, choose_font
from giamngheo.paperwork.writers.layout import lay_out
from giamngheo.paperwork.writers.measures import (
    ADDRESSEE_DASH,
    ADDRESSEE_LEFT,
    LEFT_COLUMN,
    RECIPIENTS_COLUMN,
    SIGNATURE_ROOM,
)
from giamngheo.paperwork.writers.sheet import Block, Grid, Item, Run, Sheet, Signer

_PROGRAM = Path(__file__).with_name("official.typ")
PART = 25  # sheets set at once: more take more memory, fewer more time
_LONGEST_WORD = 24  # letters; longer ones may be broken anywhere


def write_pdf(document: OfficialDocument, path: Path, *, system_fonts: bool = True) -> PrintedFont:
    """Write `document` as PDF at `path`; says which font it was set in (also in the file's description).

    `system_fonts=False` uses only the packaged font, so that the same document gives the same pages everywhere.
    Raises FindingError PAPER-WRITE-PDF or PAPER-WRITE-SAVE; nothing half-written stays.
    """
    content, font = render_pdf(document, system_fonts=system_fonts)
    write_whole(path, lambda waiting: _save(waiting, content))
    return font


def render_pdf(document: OfficialDocument, *, system_fonts: bool = True) -> tuple[bytes, PrintedFont]:
    """The PDF's bytes and its font. Tagged for screen readers (PDF/UA-1) wherever the text allows it."""
    fonts = fonts_of(system_fonts)
    font = choose_font(fonts.families())
    return _set([lay_out(document)], fonts, font), font


def render_sheets(
    sheets: Sequence[Sheet], *, system_fonts: bool = True, said: Callable[[int], None] = lambda done: None
) -> bytes:
    """At least one sheet as one PDF, each with page numbers of its own; its description is the first's. Tagged like a
    single one up to PART sheets; the joined file of more is not. `said` is told after each part how many are done, and
    may raise to stop. Raises FindingError PAPER-WRITE-PDF."""
    fonts = fonts_of(system_fonts)
    font = choose_font(fonts.families())
    parts = []
    for at in range(0, len(sheets), PART):
        parts.append(_set(sheets[at : at + PART], fonts, font))
        said(min(at + PART, len(sheets)))
    return joined(parts)


def joined(parts: Sequence[bytes], *, each_on_a_front: bool = False) -> bytes:
    """PDFs one behind the other. `each_on_a_front`: an odd number of sides is filled up with an empty one."""
    from io import BytesIO

    import pypdfium2

    if len(parts) == 1:
        return parts[0]
    out = BytesIO()
    with pypdfium2.PdfDocument.new() as whole:
        for part in parts:
            with pypdfium2.PdfDocument(part) as document:
                whole.import_pages(document)
                if each_on_a_front and len(document) % 2 and part is not parts[-1]:
                    whole.new_page(document[0].get_width(), document[0].get_height())
        whole.save(out)
    return out.getvalue()


def _set(sheets: Sequence[Sheet], fonts: Any, font: PrintedFont) -> bytes:
    import typst

    data = json.dumps(_data(sheets, font), ensure_ascii=False)
    try:
        return _compiled(fonts, data, certified=True)
    except typst.TypstError:
        # A letter no font has makes PDF/UA impossible; the document is still printed, tagged but not certified.
        try:
            return _compiled(fonts, data, certified=False)
        except typst.TypstError as error:
            raise FindingError(CANNOT_SET.at(reason=error.message)) from error


def _compiled(fonts: Any, data: str, *, certified: bool) -> bytes:
    import typst

    program = typst.Compiler(_PROGRAM.read_bytes(), root=_PROGRAM.parent, font_paths=fonts, sys_inputs={"data": data})
    content = program.compile(format="pdf", pdf_standards=["ua-1"] if certified else [])
    if not isinstance(content, bytes):
        raise FindingError(CANNOT_SET.at(reason="typst"))
    return content


@cache
def fonts_of(system: bool) -> Any:
    """The fonts to print with: the packaged one, and what is installed where `system` says so."""
    import typst

    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=True, font_paths=[str(FOLDER)])


def _save(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _data(sheets: Sequence[Sheet], font: PrintedFont) -> dict[str, Any]:
    first = sheets[0]
    return {
        "form": _form(),
        "fonts": list(dict.fromkeys((font.family, "Tinos"))),
        "name": first.name,
        "author": first.author,
        "keywords": [font.note],
        "description": f"{first.about}. {font.note}",
        "sheets": [_sheet(each) for each in sheets],
    }


def _sheet(sheet: Sheet) -> dict[str, Any]:
    head, title, foot = sheet.head, sheet.title, sheet.foot
    return {
        "head": {
            "parents": head.parents,
            "issuers": head.issuers,
            "issuer_width": head.issuer_width,
            "issuer_rule": head.issuer_rule,
            "state": head.state,
            "motto": head.motto,
            "motto_rule": head.motto_rule,
            "reference": head.reference,
            "letter_subject": _runs(head.letter_subject),
            "letter_width": head.letter_width,
            "date": head.date,
            "date_size": head.date_size,
        },
        "title": {
            "type_name": title.type_name,
            "subject": _runs(title.subject),
            "width": title.width,
            "rule": title.rule,
        }
        if title
        else None,
        "addressees": [_item(item) for item in sheet.addressees],
        "bases": [_item(item) for item in sheet.bases],
        "blocks": [_block(block) for block in sheet.blocks],
        "closing": _item(sheet.closing) if sheet.closing else None,
        "foot": None
        if foot.empty
        else {
            "recipients": [_item(item) for item in foot.recipients],
            "rows": [[_signer(signer) for signer in row] for row in foot.rows],
        },
        "appendices": [
            {
                "word": each.word,
                "title": _runs(each.title),
                "width": each.width,
                "attached": _runs(each.attached),
                "blocks": [_block(block) for block in each.blocks],
            }
            for each in sheet.appendices
        ],
    }


def _form() -> dict[str, float]:
    return {
        "top": f30.MARGIN_TOP.used,
        "bottom": f30.MARGIN_BOTTOM.used,
        "left": f30.MARGIN_LEFT.used,
        "right": f30.MARGIN_RIGHT.used,
        "page_number_size": f30.PAGE_NUMBER.size.used,
        "size": f30.CONTENT.size.used,
        "spacing": f30.LINE_SPACING.used,
        "gap": f30.PARAGRAPH_GAP.used,
        "first_line": f30.FIRST_LINE.used,
        "left_column": LEFT_COLUMN,
        "issuer_size": f30.ISSUING_BODY.size.used,
        "state_size": f30.STATE.size.used,
        "motto_size": f30.MOTTO.size.used,
        "reference_size": f30.REFERENCE.size.used,
        "letter_subject_size": f30.LETTER_SUBJECT.size.used,
        "table_size": f30.TABLE.size.used,
        "addressee_left": ADDRESSEE_LEFT,
        "addressee_dash": ADDRESSEE_DASH,
        "recipients_column": RECIPIENTS_COLUMN,
        "recipients_word_size": f30.RECIPIENTS_WORD.size.used,
        "recipient_size": f30.RECIPIENT.size.used,
        "signature_room": SIGNATURE_ROOM,
        "most_recipients": 24,  # of two lines each they take less than a page
        "appendix_size": f30.APPENDIX_WORD.size.used,
    }


def _runs(parts: tuple[Run, ...]) -> list[dict[str, Any]]:
    return [
        {"t": longest_words_broken(run.text), "b": run.bold, "i": run.italic, "m": run.mark, "c": run.caps}
        for run in parts
        if run.text
    ]


def longest_words_broken(text: str) -> str:
    """Words longer than a line is likely to hold get places to break (zero-width spaces, which print nothing)."""
    if all(len(word) <= _LONGEST_WORD for word in text.split(" ")):
        return text
    return " ".join("\u200b".join(word) if len(word) > _LONGEST_WORD else word for word in text.split(" "))


def _item(item: Item) -> dict[str, Any]:
    return {"r": _runs(item.runs), "centred": item.centred}


def _signer(signer: Signer | None) -> dict[str, Any] | None:
    return {"authority": signer.authority, "name": _runs(signer.name)} if signer else None


def _block(block: Block) -> dict[str, Any]:
    return {
        "role": str(block.role),
        "number": _runs(block.number),
        "runs": _runs(block.runs),
        "outline": block.outline,
        "keep": block.keep,
        "grid": _grid(block.grid) if block.grid else None,
    }


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "rows": [[_runs(cell) for cell in row] for row in grid.rows],
        "shares": grid.shares,
        "figures": grid.figures,
        "short": grid.short,
        "wide": grid.wide,
    }
