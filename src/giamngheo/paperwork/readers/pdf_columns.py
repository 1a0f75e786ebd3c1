"""Tables without borders: lines whose words leave the same upright strips of the page empty.

A strip that no word of any line crosses, and that is wider than the blank between words, parts two columns. Where the
lines leave no such strip there is no table: prose is never made one (docs/algorithms/reading.md, "PDF").
"""

from __future__ import annotations

from itertools import pairwise

from giamngheo.paperwork.readers.pdf_lines import Piece, PrintedLine
from giamngheo.paperwork.readers.pdf_words import Word

_STRIP = 0.55  # em: wider than the blank between two words, even of a justified line
_FURTHER = 1.08  # times as far as lines of one cell: what stands further down begins a row
_FAR = 4.0  # times the letter size: a line this far below belongs to no table above it
_TRIED = 3  # lines left out at the end before a stretch counts as prose
_WIDE = 0.6  # of the text's width: a lone piece as wide is prose

Span = tuple[float, float]


class Columns:
    """Lines `start` to `end` are a table; `rows` their cells, each a Piece or None."""

    def __init__(self, start: int, end: int, rows: list[tuple[PrintedLine, list[Piece | None]]]) -> None:
        self.start, self.end, self.rows = start, end, rows


def columns_at(lines: list[PrintedLine], start: int, width: float) -> Columns | None:
    """The table that begins at `start`, None where none does. `width` of the page's text, in points."""
    if len(lines[start].pieces) < 2:
        return None
    longest = _stretch(lines, start, width)
    for end in range(longest, max(longest - _TRIED, start + 1), -1):  # the last lines may be prose close below
        taken = lines[start:end]
        spans = _spans(taken)
        filled = sum(len({_column(spans, piece.words[0]) for piece in line.pieces}) >= 2 for line in taken)
        if len(spans) >= 2 and filled >= 2:
            return Columns(start, end, _rows(taken, spans))
    return None


def _stretch(lines: list[PrintedLine], start: int, width: float) -> int:
    """How far the lines go that may be one table: parted ones, and narrow ones close below them."""
    end = start + 1
    parted = end
    while end < len(lines):
        line, before = lines[end], lines[end - 1]
        gap = before.y - line.y
        if line.rows is not None or line.page != before.page or gap <= 0 or gap > _FAR * line.size:
            break
        if len(line.pieces) >= 2:
            parted = end + 1
        elif line.pieces[0].x1 - line.pieces[0].x0 > _WIDE * width:
            break
        end += 1
    while parted < end and _goes_on(lines[start:parted], lines[parted]):
        parted += 1  # the last row's longest cell goes on by itself
    near = next(iter(_breaks(lines[start:parted])), 0.0)
    for at in range(start + 1, parted):  # a lone line as far below as a row may be a heading between two tables
        if len(lines[at].pieces) < 2 and lines[at - 1].y - lines[at].y > near:
            return at
    return parted


def _spans(lines: list[PrintedLine]) -> list[Span]:
    """The columns: stretches of the page's width that words cover, parted by strips no word crosses."""
    placed = (word for line in lines for piece in line.pieces for word in piece.words)
    words = sorted((min(word.x0, word.x1), max(word.x0, word.x1)) for word in placed)  # turned letters run backwards
    least = _STRIP * min(line.size for line in lines)
    spans: list[Span] = []
    for low, high in words:
        if spans and low - spans[-1][1] < least:
            spans[-1] = (spans[-1][0], max(spans[-1][1], high))
        else:
            spans.append((low, high))
    return spans


def _column(spans: list[Span], word: Word) -> int:
    return next(at for at, (low, high) in enumerate(spans) if low <= word.x0 <= high)


def _breaks(lines: list[PrintedLine]) -> list[float]:
    """Where the distances of lines fall into near and far ones, the least first: a distance up to it is near."""
    gaps = sorted(above.y - below.y for above, below in pairwise(lines) if above.y - below.y >= 0.9 * below.size)
    return [near for near, far in pairwise(gaps) if far >= _FURTHER * near]


def _goes_on(table: list[PrintedLine], line: PrintedLine) -> bool:
    """Whether a lone narrow piece right below a table is the rest of a cell: as near as lines of one cell are."""
    return any(table[-1].y - line.y <= near for near in _breaks([*table, line])[:1])


Cells = list[list[Word]]


def _rows(lines: list[PrintedLine], spans: list[Span]) -> list[tuple[PrintedLine, list[Piece | None]]]:
    """One row a line; lines of one cell are put together where they can be told from rows."""
    told = [_cells(line, spans) for line in lines]
    rows = None
    for near in _breaks(lines):
        close = [False, *(above.y - below.y <= near for above, below in pairwise(lines))]
        rows = rows or _joined(told, close)
    rows = rows or [[cells] for cells in told]
    first, found = 0, []
    for row in rows:
        joined = [[word for cells in row for word in cells[column]] for column in range(len(spans))]
        found.append((lines[first], [Piece(words) if words else None for words in joined]))
        first += len(row)
    return found


def _cells(line: PrintedLine, spans: list[Span]) -> Cells:
    cells: Cells = [[] for _ in spans]
    for piece in line.pieces:
        for word in piece.words:
            cells[_column(spans, word)].append(word)
    return cells


def _joined(told: list[Cells], close: list[bool]) -> list[list[Cells]] | None:
    """Rows of lines; None where a line that stands close is a row itself: as full as the one above, numbered, or a
    figure below a figure. Then closeness says nothing, and every line stays a row."""
    rows: list[list[Cells]] = []
    for cells, near in zip(told, close, strict=True):
        if not near:
            rows.append([cells])
            continue
        first = rows[-1][0]
        full = sum(map(bool, cells)) >= max(sum(map(bool, first)), 2)
        below = any(_is_figure(one) and _is_figure(other) for one, other in zip(first, cells, strict=True))
        if full or below or _is_figure(cells[0]):
            return None
        rows[-1].append(cells)
    return rows


def _is_figure(words: list[Word]) -> bool:
    return len(words) == 1 and words[0].text.strip("().%").replace(".", "").replace(",", "").isdigit()
