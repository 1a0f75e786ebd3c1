"""Certificates as one Word file. The body is written as XML text: asking python-docx for each paragraph and cell of a
thousand sheets would take minutes and gigabytes."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.certificate import value as v
from giamngheo.paperwork.certificate.value import Box, Certificate, Field
from giamngheo.paperwork.writers.atomic import write_whole
from giamngheo.paperwork.writers.docx_xml import twips
from giamngheo.paperwork.writers.wording import printable

_WIDTH = sum(v.COLUMN_WIDTHS)
_LEFT = 66.0  # mm of the header's left column
_BODY = "word/document.xml"
_TOLD = 25  # certificates between two words about how far it is
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def write_docx(
    certificates: Sequence[Certificate], path: Path, *, name: str, said: Callable[[int], None] = lambda done: None
) -> None:
    """All of them at `path`, whole or not at all; `said` is told now and then how many are done, and may raise."""
    empty = _empty(name, certificates[0].issuer if certificates else ())
    write_whole(path, lambda waiting: _fill(empty, waiting, certificates, said))


def _fill(empty: bytes, path: Path, certificates: Sequence[Certificate], said: Callable[[int], None]) -> None:
    """Copy the parts of an empty file; the body goes in certificate by certificate, so memory does not grow."""
    with zipfile.ZipFile(BytesIO(empty)) as parts, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for part in parts.infolist():
            content = parts.read(part.filename)
            if part.filename != _BODY:
                out.writestr(part.filename, content)
                continue
            start = content.index(b"<w:body>") + len(b"<w:body>")
            with out.open(_BODY, "w") as body:
                body.write(content[:start])
                for at, each in enumerate(certificates, 1):
                    last = at == len(certificates)
                    end = "" if last else _p("", extra=_section())
                    body.write("".join([*_front(each), *_back(each), end]).encode())
                    if at % _TOLD == 0 or last:
                        said(at)
                body.write(f"{_section()}</w:body></w:document>".encode())


def _empty(name: str, issuer: Sequence[str]) -> bytes:
    import docx
    from docx.shared import Pt

    word = docx.Document()
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = f30.FONT, Pt(13)
    normal.paragraph_format.space_after = Pt(0)
    core = word.core_properties
    core.title, core.author, core.comments = printable(name)[:255], " ".join(issuer)[:255], ""
    core.language = "vi-VN"
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def _section() -> str:
    """A4, our margins, the frame; a section begins on a front side."""
    page = f'<w:pgSz w:w="{twips(f30.PAGE_WIDTH.used)}" w:h="{twips(f30.PAGE_HEIGHT.used)}"/>'
    edge = twips(v.MARGIN)
    sides = " ".join(f'w:{each}="{edge}"' for each in ("top", "right", "bottom", "left"))
    margins = f'<w:pgMar {sides} w:header="0" w:footer="0" w:gutter="0"/>'
    space = round(v.FRAME * 72 / 25.4)  # points from the edge of the sheet
    line = f'w:val="double" w:sz="8" w:space="{min(31, space)}" w:color="{v.INK}"'
    frame = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right"))
    return (
        f'<w:sectPr><w:type w:val="oddPage"/>{page}{margins}'
        f'<w:pgBorders w:offsetFrom="page">{frame}</w:pgBorders></w:sectPr>'
    )


def _front(each: Certificate) -> Iterator[str]:
    left = [
        *(_p(_r(line, 12, bold=True), centred=True) for line in each.issuer),
        _p(_r(each.number, 12.5), centred=True, before=8),
    ]
    state, motto = each.state
    right = [_p(_r(state, 12, bold=True), centred=True), _p(_r(motto, 13, bold=True, under=True), centred=True)]
    yield _table((_LEFT, _WIDTH - _LEFT), [(("".join(left), "".join(right)), 0)], lines=False)
    for at, line in enumerate(each.title):
        yield _p(_r(line, 19, bold=True, ink=True), centred=True, before=0 if at else 24)
    for at, field in enumerate(each.fields):
        yield _field(field, strong=at == 0, before=20 if at == 0 else 7)
    yield _p(_r(each.people_title, 13, bold=True), before=16, after=4)
    header = tuple(_p(_r(words, 11.5, bold=True), centred=True) for words in each.columns)
    rows = [(header, -1)]
    for row in each.rows:
        cells = tuple(_p(_r(words, 11.5), centred=at in (0, 4, 5)) for at, words in enumerate(row))
        rows.append((cells, 0))
    yield _table(v.COLUMN_WIDTHS, rows, lines=True, sides=1.2, top=1.4)


def _back(each: Certificate) -> Iterator[str]:
    yield _p(_r(each.boxes_title, 13, bold=True), after=6, new_page=True)
    width = _WIDTH / v.BOXES_WIDE
    cells = [_year(box, width) for box in each.boxes]
    cells += [_p("")] * (-len(cells) % v.BOXES_WIDE)
    rows = [(tuple(cells[at : at + v.BOXES_WIDE]), v.BOX_HEIGHT) for at in range(0, len(cells), v.BOXES_WIDE)]
    yield _table((width,) * v.BOXES_WIDE, rows, lines=True)
    for words in each.notes:
        yield _p(_r(words, 10.5), before=4)


def _field(field: Field, *, strong: bool, before: float) -> str:
    label = _r(f"{field.label}:\u00a0", 13)
    if field.value:
        return _p(label + _r(field.value, 13, bold=strong), before=before)
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(_WIDTH)}"/></w:tabs>'
    return _p(label + "<w:r><w:tab/></w:r>", before=before, tabs=tab)


def _year(box: Box, width: float) -> str:
    parts = [_p(_r(box.heading, 13, bold=True, ink=True), centred=True, before=4, after=2)]
    ticks = "".join(_tick(words, on) + _r("\u00a0\u00a0\u00a0", 12) for words, on in box.ticks)
    parts += [_p(ticks, centred=True), _p(_r(box.caption, 11), before=4, after=2)]
    if box.marks:
        inner = (width - 6) / len(box.marks)
        numbers = tuple(_p(_r(str(at), 9), centred=True) for at in range(1, len(box.marks) + 1))
        marks = tuple(_p(_r(v.TICK if on else "", 10, bold=True), centred=True) for on in box.marks)
        parts.append(_table((inner,) * len(box.marks), [(numbers, 0), (marks, 5)], lines=True, sides=0))
    parts.append(_p(_r(box.dated, 11.5, italic=True), centred=True, before=6))
    parts += [_p(_r(words, 12, bold=True), centred=True, before=2) for words in box.authority]
    room = 64 - 14 * len(box.authority) if box.signer else 0  # points for the signature
    parts.append(_p(_r(box.signer, 12, bold=True), centred=True, before=room))
    return "".join(parts)


def _tick(words: str, on: bool) -> str:
    mark = f"\u00a0{v.TICK}\u00a0" if on else "\u00a0\u00a0\u00a0\u00a0"
    border = '<w:bdr w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
    return f'<w:r><w:rPr><w:b/><w:sz w:val="22"/>{border}</w:rPr><w:t xml:space="preserve">{mark}</w:t></w:r>' + _r(
        f"\u00a0{words}", 13, bold=on
    )


def _r(
    text: str, size: float, *, bold: bool = False, italic: bool = False, under: bool = False, ink: bool = False
) -> str:
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    look += f'<w:color w:val="{v.INK}"/>' if ink else ""
    look += f'<w:sz w:val="{round(size * 2)}"/>' + ('<w:u w:val="single"/>' if under else "")
    shown = escape(printable(text))
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>' if shown else ""


def _p(
    runs: str,
    *,
    centred: bool = False,
    before: float = 0,
    after: float = 0,
    new_page: bool = False,
    tabs: str = "",
    extra: str = "",
) -> str:
    form = ("<w:pageBreakBefore/>" if new_page else "") + tabs
    form += f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="240" w:lineRule="auto"/>'
    form += ('<w:jc w:val="center"/>' if centred else "") + extra
    return f"<w:p><w:pPr>{form}</w:pPr>{runs}</w:p>"


def _table(
    widths: Sequence[float],
    rows: Iterable[tuple[Sequence[str], float]],
    *,
    lines: bool,
    sides: float = 1.4,
    top: float = 0.7,
) -> str:
    """Rows of (cells, height in mm); height 0: as it comes, -1: a header that is repeated on the next page."""
    side = "single" if lines else "nil"
    borders = "".join(f'<w:{each} w:val="{side}" w:sz="4" w:space="0" w:color="000000"/>' for each in _BORDERS)
    inset = "".join(
        f'<w:{each} w:w="{twips(size)}" w:type="dxa"/>'
        for each, size in (("top", top), ("left", sides), ("bottom", top), ("right", sides))
    )
    properties = (
        f'<w:tblPr><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{inset}</w:tblCellMar></w:tblPr>"
    )
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    made = "".join(_row(cells, height, widths, tall=lines) for cells, height in rows)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def _row(cells: Sequence[str], height: float, widths: Sequence[float], *, tall: bool) -> str:
    habits = "<w:cantSplit/>"
    if height > 0:
        habits += f'<w:trHeight w:val="{twips(height)}" w:hRule="{"exact" if height > 20 else "atLeast"}"/>'
    habits += "<w:tblHeader/>" if height < 0 else ""
    middle = '<w:vAlign w:val="center"/>' if tall and height < 20 else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{middle}</w:tcPr>{cell or _p("")}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{habits}</w:trPr>{made}</w:tr>"
