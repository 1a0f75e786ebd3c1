"""Certificates as one PDF, set by Typst in parts so that time and memory grow with their number and no faster."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.certificate import value as v
from giamngheo.paperwork.certificate.value import Box, Certificate
from giamngheo.paperwork.writers.findings import CANNOT_SET
from giamngheo.paperwork.writers.fonts import choose_font
from giamngheo.paperwork.writers.pdf import fonts_of, joined, longest_words_broken
from giamngheo.paperwork.writers.wording import printable

_PROGRAM = Path(__file__).with_name("certificate.typ")
# Certificates set at once. Between two parts the work says how far it is, and can be stopped; Typst keeps what it set
# for some parts, so that larger ones take more memory and smaller ones more time.
PART = 25


def render_pdf(
    certificates: Sequence[Certificate],
    *,
    name: str,
    said: Callable[[int], None] = lambda done: None,
    system_fonts: bool = True,
) -> bytes:
    """One PDF of all of them; `said` is told after each part how many are done, and may raise to stop.

    Up to `PART` certificates are tagged for screen readers (PDF/UA-1); the joined file of more is not.
    Raises FindingError PAPER-WRITE-PDF.
    """
    parts = []
    for start in range(0, len(certificates), PART):
        some = certificates[start : start + PART]
        parts.append(_set(some, name, system_fonts, certified=len(certificates) <= PART))
        said(start + len(some))
    return joined(parts, each_on_a_front=True)


def _set(certificates: Sequence[Certificate], name: str, system_fonts: bool, *, certified: bool) -> bytes:
    import typst

    fonts = fonts_of(system_fonts)
    font = choose_font(fonts.families())
    author = " ".join(certificates[0].issuer) if certificates else ""
    data = {
        "name": printable(name), "author": author, "keywords": [font.note],
        "fonts": list(dict.fromkeys((font.family, "Tinos"))), "ink": v.INK, "margin": v.MARGIN, "frame": v.FRAME,
        "widths": v.COLUMN_WIDTHS, "box_height": v.BOX_HEIGHT, "boxes_wide": v.BOXES_WIDE, "tick": v.TICK,
        "certificates": [_data(each) for each in certificates],
    }  # fmt: skip
    given = json.dumps(data, ensure_ascii=False)
    program = _PROGRAM.read_bytes()
    error: Exception | None = None
    for standard in ("ua-1", "1.7") if certified else ("1.7",):
        compiler = typst.Compiler(program, root=_PROGRAM.parent, font_paths=fonts, sys_inputs={"data": given})
        try:
            content = compiler.compile(format="pdf", pdf_standards=standard)
        except typst.TypstError as failed:  # a letter no font has: printed all the same, not certified
            error = failed
            continue
        if isinstance(content, bytes):
            return content
    raise FindingError(CANNOT_SET.at(reason=getattr(error, "message", "typst"))) from error


def _data(each: Certificate) -> dict[str, Any]:
    return {
        "issuer": [_text(line) for line in each.issuer],
        "state": each.state,
        "number": _text(each.number),
        "title": [_text(line) for line in each.title],
        "fields": [
            {"label": field.label, "value": _text(field.value), "strong": at == 0}
            for at, field in enumerate(each.fields)
        ],
        "people_title": each.people_title,
        "columns": each.columns,
        "rows": [[_text(cell) for cell in row] for row in each.rows],
        "boxes_title": each.boxes_title,
        "boxes": [_box(box) for box in each.boxes],
        "notes": [_text(line) for line in each.notes],
    }


def _box(box: Box) -> dict[str, Any]:
    return {
        "heading": box.heading,
        "ticks": [{"words": words, "on": on} for words, on in box.ticks],
        "caption": box.caption,
        "marks": box.marks,
        "dated": _text(box.dated),
        "authority": box.authority,
        "signer": _text(box.signer),
    }


def _text(text: str) -> str:
    return longest_words_broken(printable(text))
