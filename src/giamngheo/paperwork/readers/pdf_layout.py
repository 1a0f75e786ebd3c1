"""From printed lines to blocks: columns of header and signature, tables, and paragraphs put together again."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from giamngheo.paperwork.document import Line, Place
from giamngheo.paperwork.readers.pdf_columns import Columns, columns_at
from giamngheo.paperwork.readers.pdf_lines import Piece, PrintedLine
from giamngheo.paperwork.structure import words
from giamngheo.paperwork.structure.blocks import Block, join
from giamngheo.paperwork.structure.numbers import split_number
from giamngheo.paperwork.structure.tail import is_recipients_head

_INDENT = 9.0  # points beyond the left edge that make a first line
_NEAR_END = 15  # lines from the end within which two who sign stand side by side
_TOP, _BOTTOM = 0.10, 0.93  # shares of the page above and below which a lone number is a page number


def without_page_numbers(lines: list[PrintedLine]) -> tuple[list[PrintedLine], list[Line]]:
    """Lines of text, and the page numbers printed at the top or the bottom."""
    kept, numbers = [], []
    for line in lines:
        text = line.text.strip("-– ").removeprefix("Trang ")
        alone = text.replace("/", "").isdigit() and len(text) <= 7
        if alone and (line.share < _TOP or line.share > _BOTTOM):
            numbers.append(Line(line.text, Place(line.number, page=line.page), line.text))
        else:
            kept.append(line)
    return kept, numbers


def blocks_of(lines: list[PrintedLine]) -> list[Block]:
    """All lines as blocks: header box, body, box of recipients and signature."""
    if not lines:
        return []
    left, right = _edges(lines)
    head = _header_end(lines, left, right)
    tail = _tail_start(lines, head)
    end = _tail_end(lines, tail, left, right)
    blocks = _box(lines[:head], left, right)
    blocks += _body(lines[head:tail], left, right)
    if tail < len(lines):
        blocks += _box(lines[tail:end], left, right)
        blocks += _body(lines[end:], left, right)
    return blocks


def _edges(lines: list[PrintedLine]) -> tuple[float, float]:
    """Left and right edge of the text: the commonest places where long lines begin and end."""
    lines = [line for line in lines if line.rows is None] or lines
    longest = max(line.pieces[-1].x1 - line.pieces[0].x0 for line in lines)
    long = [line for line in lines if line.pieces[-1].x1 - line.pieces[0].x0 > 0.8 * longest]
    lefts = Counter(round(line.pieces[0].x0) for line in long)
    most = max(lefts.values())
    left = min(x for x, count in lefts.items() if count * 4 >= most)
    rights = sorted(line.pieces[-1].x1 for line in long)
    return float(left), rights[len(rights) * 9 // 10]


def _header_end(lines: list[PrintedLine], left: float, right: float) -> int:
    """How many lines the two-column header takes: up to the last parted line before the type name or Kính gửi."""
    end = 0
    about = False
    for position, line in enumerate(lines[:25]):
        if line.page != lines[0].page or line.rows is not None or words.type_of(line.text):
            break
        if line.text.startswith("Kính gửi") or _crosses(line, left, right):
            break
        about = about or line.text.startswith("V/v")  # of a letter: under its number, often in two lines
        if len(line.pieces) >= 2 or (about and line.pieces[0].x1 < (left + right) / 2):
            end = position + 1
    return end


def _tail_start(lines: list[PrintedLine], head: int) -> int:
    """The line where recipients or signature begin; len(lines) where they stand in no columns."""
    for position in range(head, len(lines)):
        pieces = lines[position].pieces
        if any(is_recipients_head(piece.text) for piece in pieces):
            while position > head and _signs(lines[position - 1]):
                position -= 1
            return position
    for position in range(max(head, len(lines) - _NEAR_END), len(lines)):
        pieces = lines[position].pieces
        if lines[position].rows is None and len(pieces) == 2 and all(words.is_authority(p.text) for p in pieces):
            return position
    return len(lines)


def _signs(line: PrintedLine) -> bool:
    return len(line.pieces) == 1 and words.is_authority(line.text)


def _tail_end(lines: list[PrintedLine], start: int, left: float, right: float) -> int:
    """The first line after `start` that runs across the middle of the page."""
    for position in range(start, len(lines)):
        line = lines[position]
        if line.rows is not None or _crosses(line, left, right) or line.text.lower().startswith("phụ lục"):
            return position
    return len(lines)


def _crosses(line: PrintedLine, left: float, right: float) -> bool:
    """Whether one piece of the line runs across the middle of the page, so that it stands in no column."""
    middle = (left + right) / 2
    return any(piece.x0 < middle - 60 and piece.x1 > middle + 60 for piece in line.pieces)


def _box(lines: list[PrintedLine], left: float, right: float) -> list[Block]:
    """Lines in two columns as a table of one row, each column whole."""
    if not lines:
        return []
    middle = _middle(lines, left, right)
    columns: list[list[Block]] = [[], []]
    for line in lines:
        for column, right_side in zip(columns, (False, True), strict=True):
            # A number or a date left blank parts its own line; within a column it is one line.
            found = [w for p in line.pieces if (p.x0 + p.x1 > 2 * middle) is right_side for w in p.words]
            if found:
                column.append(_block(line, Piece(found)))
    return [Block("", "", lines[0].number, lines[-1].number, lines[0].page, cells=[columns])]


def _middle(lines: list[PrintedLine], left: float, right: float) -> float:
    """Where the columns part: between the pieces of the parted lines."""
    centre = (left + right) / 2
    parted = [line.pieces for line in lines if len(line.pieces) == 2 and line.pieces[0].x0 < centre < line.pieces[1].x1]
    if not parted:
        return centre
    low, high = max(pieces[0].x1 for pieces in parted), min(pieces[1].x0 for pieces in parted)
    return (low + high) / 2 if low < high else centre


def _block(line: PrintedLine, piece: Piece) -> Block:
    text = piece.text
    return Block(text, text, line.number, 0, line.page, bold=piece.bold, italic=piece.italic)


def _body(lines: list[PrintedLine], left: float, right: float) -> list[Block]:
    blocks: list[Block] = []
    pitch = _pitch(lines)
    indented = _is_indented(lines, left)
    position = 0
    last: PrintedLine | None = None
    hanging = 0.0
    while position < len(lines):
        line = lines[position]
        if line.rows is not None:
            _add_table(blocks, line)
            position, last = position + 1, None
            continue
        found = columns_at(lines, position, right - left)
        if found:
            blocks.append(_table(lines, found))
            position, last = found.end, None
            continue
        piece = Piece([word for each in line.pieces for word in each.words])
        block = _block(line, piece)
        if last and _continues(last, line, piece, left, right, pitch, hanging):
            if (indented or hanging) and not words.is_rule(block.text):
                join(blocks[-1], block)
            else:
                block.soft, blocks[-1].full = True, True
                blocks.append(block)
        else:
            blocks.append(block)
            hanging = _hanging(piece, lines[position + 1] if position + 1 < len(lines) else None)
        last = line
        position += 1
    return blocks


def _add_table(blocks: list[Block], line: PrintedLine) -> None:
    """A bordered table; on a new page it goes on with the one before, without the head printed again."""
    rows = [[[Block(text, text, line.number, page=line.page)] for text in row] for row in line.rows or []]
    before = blocks[-1] if blocks else None
    if before and before.cells and (before.page or 0) < line.page and len(before.cells[0]) == len(rows[0]):
        head = [cell[0].text for cell in before.cells[0] if cell]
        again = [cell[0].text for cell in rows[0]] == head
        before.cells += rows[1:] if again else rows
        before.end_line = line.number + len(rows) - 1
        before.page = line.page
        return
    blocks.append(Block("", "", line.number, line.number + len(rows) - 1, line.page, cells=rows))


def _continues(
    last: PrintedLine, line: PrintedLine, piece: Piece, left: float, right: float, pitch: float, hanging: float
) -> bool:
    """Whether `line` goes on with the paragraph of `last`: no indent, no wider gap, and its first word did not fit."""
    if last.page == line.page and last.y - line.y > 1.3 * pitch:
        return False
    first = piece.words[0]
    if hanging:
        if abs(piece.x0 - hanging) > 3:
            return False
    elif piece.x0 > left + _INDENT:
        return False
    room = right - last.pieces[-1].x1
    return room < (first.x1 - first.x0) + 0.6 * line.size


def _hanging(piece: Piece, following: PrintedLine | None) -> float:
    """Where the text of a bullet begins, when the next line begins right below it; else 0."""
    if following is None or len(piece.words) < 2 or split_number(piece.text) is None:
        return 0.0
    begin = piece.words[1].x0
    return begin if abs(following.pieces[0].x0 - begin) < 3 and begin - piece.x0 > 5 else 0.0


def _pitch(lines: list[PrintedLine]) -> float:
    """The usual distance between two lines of one paragraph: a low quantile of all distances."""
    text = [line for line in lines if line.rows is None]
    gaps = sorted(a.y - b.y for a, b in pairwise(text) if a.page == b.page and a.y > b.y)
    return gaps[len(gaps) // 4] if gaps else 20.0


def _is_indented(lines: list[PrintedLine], left: float) -> bool:
    """Whether paragraphs begin with an indent, so that a line at the left edge is never a first line."""
    inside = sum(left + _INDENT < line.pieces[0].x0 < left + 70 for line in lines)
    return inside * 5 >= len(lines)


def _table(lines: list[PrintedLine], found: Columns) -> Block:
    """A table without borders; every cell is one block."""
    rows = [[[_block(line, cell)] if cell else [] for cell in cells] for line, cells in found.rows]
    first, last = lines[found.start], lines[found.end - 1]
    return Block("", "", first.number, last.number, first.page, cells=rows)
