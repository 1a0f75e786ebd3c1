"""Tables of a PDF page by their drawn borders: which words stand in which cell.

A border is a thin drawn line or the edge of a drawn box. A table is a stretch of the page with at least two columns
between upright borders, and level ones; words in a single box or on coloured ground are text. Cells that are merged
have no border between them, so their words meet in the first one.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

from giamngheo.paperwork.readers.pdf_words import Word

_THIN, _LONG, _NEAR = 3.0, 6.0, 3.0  # points: how thin a line is, how long at least, what counts as the same place


@dataclass(slots=True)
class Rules:
    """Drawn borders: uprights as (x, from y, to y), levels as (y, from x, to x)."""

    uprights: list[tuple[float, float, float]] = field(default_factory=list)
    levels: list[tuple[float, float, float]] = field(default_factory=list)


class Grid:
    """One table: edges of its columns from left, of its rows from top, and where each edge is drawn."""

    def __init__(self, columns: list[float], rows: list[float], rules: Rules) -> None:
        self.columns, self.rows = columns, rows
        self._uprights = [_spans(rules.uprights, edge) for edge in columns]
        self._levels = [_spans(rules.levels, edge) for edge in rows]

    def holds(self, word: Word) -> bool:
        x, y = word.middle
        return self.columns[0] < x < self.columns[-1] and self.rows[-1] < y < self.rows[0]

    def cell_of(self, word: Word) -> tuple[int, int]:
        """Row and column: the nearest borders above and to the left that are drawn at the word's place."""
        x, y = word.middle
        above = (i for i, edge in enumerate(self.rows[:-1]) if edge > y and _drawn(self._levels[i], x))
        beside = (i for i, edge in enumerate(self.columns[:-1]) if edge < x and _drawn(self._uprights[i], y))
        return max(above, default=0), max(beside, default=0)


def grids_of(page: Any) -> list[Grid]:
    """The bordered tables of a page, from top to bottom."""
    rules = _rules(page)
    if len(rules.uprights) < 2 or len(rules.levels) < 2:
        return []
    grids = []
    for low, high in _stretches(rules.uprights):
        inside = [each for each in rules.uprights if low - 1 <= each[1] and each[2] <= high + 1]
        columns = _distinct([each[0] for each in inside])
        levels = [each for each in rules.levels if low - _NEAR <= each[0] <= high + _NEAR]
        rows = _distinct([each[0] for each in levels])[::-1]
        if len(columns) >= 3 and len(rows) >= 2:
            grids.append(Grid(columns, rows, Rules(inside, levels)))
    return sorted(grids, key=lambda grid: -grid.rows[0])


def _rules(page: Any) -> Rules:
    import pypdfium2.raw as pdfium

    rules = Rules()
    for drawn in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,)):
        left, bottom, right, top = drawn.get_bounds()
        wide, high = right - left, top - bottom
        if wide <= _THIN and high >= _LONG:
            rules.uprights.append(((left + right) / 2, bottom, top))
        elif high <= _THIN and wide >= _LONG:
            rules.levels.append(((bottom + top) / 2, left, right))
        elif wide >= _LONG and high >= _LONG and _is_stroked(drawn):
            rules.uprights += [(left, bottom, top), (right, bottom, top)]
            rules.levels += [(bottom, left, right), (top, left, right)]
    return rules


def _is_stroked(drawn: Any) -> bool:
    """Whether a box is drawn with a line, not only filled with colour."""
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(0), ctypes.c_int(0)
    pdfium.FPDFPath_GetDrawMode(drawn.raw, fill, stroke)
    return bool(stroke.value)


def _stretches(uprights: list[tuple[float, float, float]]) -> list[tuple[float, float]]:
    """Parts of the page's height covered by upright borders without a gap."""
    result: list[tuple[float, float]] = []
    for _, low, high in sorted(uprights, key=lambda each: each[1]):
        if result and low <= result[-1][1] + _NEAR:
            result[-1] = (result[-1][0], max(result[-1][1], high))
        else:
            result.append((low, high))
    return result


def _distinct(places: list[float]) -> list[float]:
    result: list[float] = []
    for place in sorted(places):
        if not result or place - result[-1] > _NEAR:
            result.append(place)
    return result


def _spans(rules: list[tuple[float, float, float]], edge: float) -> list[tuple[float, float]]:
    return [(low, high) for at, low, high in rules if abs(at - edge) <= _NEAR]


def _drawn(spans: list[tuple[float, float]], across: float) -> bool:
    return any(low - 1 <= across <= high + 1 for low, high in spans)
