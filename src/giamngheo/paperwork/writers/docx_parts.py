"""The elements of a document in a Word file, in the order of the decree's boxes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.writers import docx_styles as styles
from giamngheo.paperwork.writers.docx_page import turn
from giamngheo.paperwork.writers.docx_xml import (
    bottom_rule,
    column_widths,
    element,
    outline_level,
    put,
    row_habits,
    table_frame,
    table_name,
)
from giamngheo.paperwork.writers.measures import (
    ADDRESSEE_DASH,
    ADDRESSEE_LEFT,
    LEFT_COLUMN,
    RECIPIENTS_COLUMN,
    RIGHT_COLUMN,
    SIGNATURE_ROOM,
    TEXT_WIDTH,
)
from giamngheo.paperwork.writers.sheet import Block, Foot, Grid, Head, Item, Role, Run, Signer, Title

_DASH = 2.8  # mm: a dash and its space
_RULE_LINE = 3.0  # points: the height of the empty line that carries a rule


def add_runs(paragraph: Any, parts: Iterable[Run]) -> None:
    """Letters with their look; line feeds become line breaks; a missing part is highlighted."""
    from docx.enum.text import WD_COLOR_INDEX

    for part in parts:
        run = paragraph.add_run(part.text)  # python-docx makes a line break of each line feed
        run.bold, run.italic = part.bold or None, part.italic or None
        if part.caps:
            run.font.all_caps = True
        if part.mark:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def add_rule(paragraph: Any, length: float, width: float) -> None:
    """A rule `length` mm long in the middle of a text `width` mm wide, on the empty `paragraph`."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Mm, Pt

    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(max(0.0, (width - length) / 2))
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(_RULE_LINE)
    bottom_rule(paragraph)


def _lines(cell: Any) -> Any:
    """Paragraphs of a cell, one after the other; the first is there already."""
    yield cell.paragraphs[0]
    while True:
        yield cell.add_paragraph()


def add_head(word: Any, head: Head) -> None:
    """Boxes 1 to 5b: a table without borders, two columns, two rows (names; number beside date)."""
    from docx.shared import Mm, Pt

    table = word.add_table(rows=2, cols=2)
    table_frame(table, lines=False, sides=0)
    column_widths(table, (LEFT_COLUMN, RIGHT_COLUMN))
    issuer, state = _lines(table.cell(0, 0)), _lines(table.cell(0, 1))
    side = Mm((LEFT_COLUMN - head.issuer_width) / 2)
    for text, face in ((t, f30.PARENT_BODY) for t in head.parents):
        _line(next(issuer), text, face, side)
    for text in head.issuers:
        _line(next(issuer), text, f30.ISSUING_BODY, side)
    if head.issuers:
        _rule_in(next(issuer), head.issuer_rule, LEFT_COLUMN)
    else:
        styles.wear(next(issuer), styles.HEADER)
    _line(next(state), head.state, f30.STATE)
    _line(next(state), head.motto, f30.MOTTO)
    _rule_in(next(state), head.motto_rule, RIGHT_COLUMN)
    left, right = _lines(table.cell(1, 0)), _lines(table.cell(1, 1))
    number = _line(next(left), head.reference, f30.REFERENCE)
    date = _line(next(right), head.date, f30.PLACE_AND_DATE, size=head.date_size)
    number.paragraph_format.space_before = date.paragraph_format.space_before = Pt(8)
    _same_height(number, date, head.date_size)
    if head.letter_subject:
        about = next(left)
        styles.wear(about, styles.HEADER)
        about.paragraph_format.space_before = Pt(6)
        edge = Mm((LEFT_COLUMN - head.letter_width) / 2)
        about.paragraph_format.left_indent = about.paragraph_format.right_indent = edge
        add_runs(about, head.letter_subject)
        for run in about.runs:
            run.font.size = Pt(f30.LETTER_SUBJECT.size.used)


def _same_height(number: Any, date: Any, size: float) -> None:
    """Number and date stand on one line though their sizes differ: both lines get the height of the larger."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    for paragraph in (number, date):
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
        paragraph.paragraph_format.line_spacing = Pt(size * 1.15)


def _line(paragraph: Any, text: str, face: f30.Face, side: Any = None, size: float = 0.0) -> Any:
    from docx.shared import Pt

    styles.wear(paragraph, styles.HEADER)
    if side is not None:
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    run = paragraph.add_run(text)
    run.bold, run.italic = face.bold or None, face.italic or None
    run.font.size = Pt(size or face.size.used)
    return paragraph


def _rule_in(paragraph: Any, length: float, width: float) -> None:
    styles.wear(paragraph, styles.RULE)
    add_rule(paragraph, length, width)


def add_front(word: Any, title: Title | None, addressees: tuple[Item, ...], bases: tuple[Item, ...]) -> None:
    """Boxes 5a, 9a and the legal bases."""
    from docx.shared import Mm, Pt

    gap = styles.wear(word.add_paragraph(), styles.RULE)  # keeps the header table and what follows apart
    gap.paragraph_format.line_spacing = Pt(10)
    if title:
        if title.type_name:
            styles.wear(word.add_paragraph(title.type_name), styles.TITLE).paragraph_format.space_before = Pt(4)
        if title.subject:
            subject = styles.wear(word.add_paragraph(), styles.SUBJECT)
            side = Mm((TEXT_WIDTH - title.width) / 2)
            subject.paragraph_format.left_indent = subject.paragraph_format.right_indent = side
            subject.paragraph_format.space_before = Pt(3)
            add_runs(subject, title.subject)
            rule = styles.wear(word.add_paragraph(), styles.RULE)
            add_rule(rule, title.rule, TEXT_WIDTH)
            rule.paragraph_format.space_after = Pt(14)
    _add_addressees(word, addressees)
    for item in bases:
        paragraph = styles.wear(word.add_paragraph(), styles.HEADER if item.centred else styles.BASIS)
        if item.centred:
            paragraph.paragraph_format.space_after = Pt(f30.PARAGRAPH_GAP.used)
        add_runs(paragraph, item.runs)


def _add_addressees(word: Any, items: tuple[Item, ...]) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    if not items:
        return
    paragraph = styles.wear(word.add_paragraph("Kính gửi:"), styles.HEADER)
    paragraph.paragraph_format.space_before = Pt(6)
    if len(items) == 1:
        paragraph.add_run(" ")
        add_runs(paragraph, items[0].runs)
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        paragraph.paragraph_format.left_indent = Mm(ADDRESSEE_LEFT)
        for item in items:
            paragraph = styles.wear(word.add_paragraph("- "), styles.HEADER)
            form = paragraph.paragraph_format
            form.alignment = WD_ALIGN_PARAGRAPH.LEFT
            form.left_indent, form.first_line_indent = Mm(ADDRESSEE_LEFT + ADDRESSEE_DASH + _DASH), Mm(-_DASH)
            form.space_before = Pt(4)
            add_runs(paragraph, item.runs)
    paragraph.paragraph_format.space_after = Pt(14)


def add_body(word: Any, blocks: tuple[Block, ...]) -> None:
    """Box 6."""
    turned = False
    for block in blocks:
        wide = block.grid is not None and block.grid.wide
        if wide != turned:
            turn(word, turned=wide)
            turned = wide
        if block.grid is not None:
            _add_grid(word, block.grid)
        elif block.role is Role.CENTRED:
            _add_centred(word, block)
        else:
            style = styles.heading(block.outline) if block.outline else styles.BODY
            paragraph = styles.wear(word.add_paragraph(), style)
            _fill(paragraph, block)
    if turned:
        turn(word, turned=False)


def _fill(paragraph: Any, block: Block) -> None:
    add_runs(paragraph, block.number)
    if block.number and block.runs:
        paragraph.add_run(" ").bold = block.number[-1].bold or None
    add_runs(paragraph, block.runs)
    if block.keep:
        paragraph.paragraph_format.keep_with_next = True


def _add_centred(word: Any, block: Block) -> None:
    """A Phần, Chương or Mục on two lines of one paragraph, so that it is one entry of the navigation pane."""
    from docx.shared import Pt

    paragraph = styles.wear(word.add_paragraph(), styles.HEADER)
    if block.outline:
        outline_level(paragraph, block.outline)
    paragraph.paragraph_format.space_after = Pt(f30.PARAGRAPH_GAP.used)
    add_runs(paragraph, block.number)
    if block.number and block.runs:
        paragraph.add_run().add_break()
    add_runs(paragraph, block.runs)
    paragraph.paragraph_format.keep_with_next = block.keep or None


def _add_grid(word: Any, grid: Grid) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    table = word.add_table(rows=len(grid.rows), cols=len(grid.shares))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table_frame(table, lines=True, sides=2, top=0.7)
    put(table._tbl.tblPr, element("tblLook", val="0020", firstRow=1, noHBand=1, noVBand=1), "tblCaption")
    table_name(table, " - ".join("".join(run.text for run in cell) for cell in grid.rows[0] if cell)[:250])
    room = f30.PAGE_HEIGHT.used - f30.MARGIN_LEFT.used - f30.MARGIN_RIGHT.used if grid.wide else TEXT_WIDTH
    column_widths(table, tuple(share * room for share in grid.shares))
    middle = element("vAlign", val="center")
    for number, (row, texts) in enumerate(zip(table.rows, grid.rows, strict=True)):
        row_habits(row, header=number == 0)
        for at, (cell, text) in enumerate(zip(row._tr.tc_lst, texts, strict=True)):
            cell.get_or_add_tcPr().append(_copy(middle))
            paragraph = _paragraph_of(cell, word)
            styles.wear(paragraph, styles.CELL)
            if number and not grid.short[at]:
                right = WD_ALIGN_PARAGRAPH.RIGHT if grid.figures[at] else WD_ALIGN_PARAGRAPH.LEFT
                paragraph.alignment = right
            add_runs(paragraph, text)
    after = styles.wear(word.add_paragraph(), styles.RULE)  # Word wants a paragraph behind a table
    after.paragraph_format.line_spacing = Pt(f30.PARAGRAPH_GAP.used)


def _copy(made: Any) -> Any:
    import copy

    return copy.copy(made)


def _paragraph_of(cell: Any, word: Any) -> Any:
    from docx.text.paragraph import Paragraph

    return Paragraph(cell.p_lst[0], word._body)


def add_closing(word: Any, closing: Item | None, *, with_foot: bool) -> None:
    """The last sentence; it stays with the signature. Without one the last paragraph of the body does."""
    if closing is None:
        paragraph = word.paragraphs[-1]
    else:
        paragraph = styles.wear(word.add_paragraph(), styles.BODY)
        add_runs(paragraph, closing.runs)
        paragraph.paragraph_format.keep_together = True
    if with_foot:
        paragraph.paragraph_format.keep_with_next = True


def add_foot(word: Any, foot: Foot) -> None:
    """Boxes 7 and 9b side by side: rows that are not split over two pages and stay together."""
    from docx.shared import Pt

    if foot.empty:
        return
    gap = styles.wear(word.add_paragraph(), styles.RULE)
    gap.paragraph_format.line_spacing = Pt(10)
    gap.paragraph_format.keep_with_next = True
    table = word.add_table(rows=len(foot.rows), cols=2)
    table_frame(table, lines=False, sides=0)
    column_widths(table, (RECIPIENTS_COLUMN, TEXT_WIDTH - RECIPIENTS_COLUMN))
    for number, signers in enumerate(foot.rows):
        row_habits(table.rows[number])
        last = number == len(foot.rows) - 1
        for at, signer in enumerate(signers):
            paragraphs = _lines(table.cell(number, at))
            if at == 0 and last and foot.recipients:
                _recipients(paragraphs, foot)
            else:
                _sign(paragraphs, signer, first=number == 0)
        if not last:
            for paragraph in table.cell(number, 1).paragraphs:
                paragraph.paragraph_format.keep_with_next = True
    end = styles.wear(word.add_paragraph(), styles.RULE)
    end.paragraph_format.line_spacing = Pt(1)


def _sign(paragraphs: Any, signer: Signer | None, *, first: bool) -> None:
    from docx.shared import Pt

    for number, text in enumerate((signer.authority if signer else ()) or ("",)):
        paragraph = styles.wear(next(paragraphs), styles.SIGNATURE)
        paragraph.add_run(text)
        if not first and number == 0:
            paragraph.paragraph_format.space_before = Pt(14)
    if signer and signer.name:
        paragraph = next(paragraphs)
        styles.wear(paragraph, styles.SIGNATURE)
        paragraph.paragraph_format.space_before = Pt(SIGNATURE_ROOM)
        add_runs(paragraph, signer.name)


def _recipients(left: Any, foot: Foot) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = next(left)
    styles.wear(paragraph, styles.RECIPIENT)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    word = paragraph.add_run("Nơi nhận:")
    word.bold = word.italic = True
    word.font.size = Pt(f30.RECIPIENTS_WORD.size.used)
    for item in foot.recipients:
        paragraph = next(left)
        styles.wear(paragraph, styles.RECIPIENT)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        paragraph.paragraph_format.space_before = Pt(1)
        add_runs(paragraph, item.runs)
