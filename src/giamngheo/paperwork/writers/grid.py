"""Tables of the body: how wide each column is, which columns hold figures, when the page must be turned."""

from __future__ import annotations

import re
from functools import cache

from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.writers.sheet import Grid
from giamngheo.paperwork.writers.widths import text_width
from giamngheo.paperwork.writers.wording import cell_lines, runs

CELL_SIDES = 4.8  # mm of empty space left and right in a cell, together, and what another program may measure more
_LEAST = 9.0  # mm: room for a two-figure number
_WIDEST_WORD = 45.0  # mm: a longer word (an address, a slip of the keyboard) is broken rather than obeyed
_IDEAL = 60.0  # mm: a column of running text reads well from here on
_SHORT = 3  # letters
_SHORT_TEXT = 30.0  # mm: a name, a sum of money
_HEADER = 26.0  # mm: a header may take several lines
_TURN = 1.45  # how much too wide for the upright page a table is before the page is turned


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"[-+−]?\d[\d.,/\s\u00a0]*%?|[-–—]?|x|X")


def grid_of(rows: tuple[tuple[str, ...], ...], width: float) -> Grid:
    """The grid of `rows` for a text `width` mm wide; short rows are filled with empty cells."""
    count = max(len(row) for row in rows)
    texts = [[cell_lines(row[at]) if at < len(row) else "" for at in range(count)] for row in rows]
    size = f30.TABLE.size.used
    least, figures, ideal = [_LEAST] * count, [_LEAST] * count, [_LEAST] * count
    for number, row in enumerate(texts):
        header = number == 0
        for at, text in enumerate(row):
            words = [text_width(word, size, bold=header) for word in text.split()] or [0.0]
            whole = max(text_width(line, size, bold=header) for line in text.split("\n"))
            least[at] = max(least[at], min(max(words), _WIDEST_WORD) + CELL_SIDES)
            if not header:
                figures[at] = max(figures[at], min(whole, _SHORT_TEXT) + CELL_SIDES)
            ideal[at] = max(ideal[at], min(whole, _HEADER if header else _IDEAL) + CELL_SIDES)
    wide = sum(least) > width or (count > 6 and sum(ideal) > width * _TURN)
    room = f30.PAGE_HEIGHT.used - f30.MARGIN_LEFT.used - f30.MARGIN_RIGHT.used if wide else width
    return Grid(
        rows=tuple(tuple(runs(text, bold=number == 0) for text in row) for number, row in enumerate(texts)),
        shares=_shares((least, figures, ideal), room),
        figures=tuple(_is_figures([row[at] for row in texts[1:]]) for at in range(count)),
        short=tuple(all(len(row[at]) <= _SHORT for row in texts[1:]) for at in range(count)),
        wide=wide,
    )


def _shares(wishes: tuple[list[float], ...], room: float) -> tuple[float, ...]:
    """Each column gets the room of its longest word, then of its short cells on one line, then of its longer text;
    what is left is shared in the measure of what each has. Sums to 1."""
    widths = list(wishes[0])
    for wish in wishes[1:]:
        free = room - sum(widths)
        more = [max(0.0, want - width) for want, width in zip(wish, widths, strict=True)]
        if free <= 0 or not sum(more):
            continue
        share = min(1.0, free / sum(more))
        widths = [width + share * extra for width, extra in zip(widths, more, strict=True)]
    return tuple(round(width / sum(widths), 4) for width in widths)


def _is_figures(cells: list[str]) -> bool:
    return bool(cells) and any(cells) and all(_figure().fullmatch(cell) for cell in cells)
