"""Figures in the cells of a table: which of them an indicator names, for which year, of which part of the commune.

Prose: docs/algorithms/import.md, 4a. What is not surely named stays part of the cell's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from giamngheo.foundation.numbers.reading import read_numeral
from giamngheo.foundation.text import squeeze
from giamngheo.planning.check.tables import is_figures, names_years
from giamngheo.planning.figure_form import decimal_text, form_typed, print_figure
from giamngheo.planning.importing.figures import DECIMALS, WHOLE_DIGITS, credit_of
from giamngheo.planning.importing.labels import CREDIT, SHARE, Label, Words, label_of, unit_of, words_of

_DONE = re.compile(r"(?:đã |kết quả )?(?:thực hiện|th|kết quả|đạt được)(?: (?:cả )?năm)?")
_GUESSED = re.compile(r"ước(?: thực hiện| th| đạt)?(?: (?:cả )?năm)?")
_AIMED = re.compile(r"(?:kế hoạch|kh|chỉ tiêu|mục tiêu|phấn đấu)(?: được giao| giao)?(?: (?:cả )?năm)?")
_TOTAL = ("tổng", "cộng", "toàn xã")
# Heads of the columns whose rows are parts of a commune; a list of people is none.
_PARTS = re.compile(
    r"(?:tên )?(?:thôn|ấp|bản|làng|khu|khu phố|khu dân cư|tổ dân phố|thôn, tổ dân phố|thôn, bản|địa bàn|đơn vị|xã"
    r"|dự án|tiểu dự án|dự án, tiểu dự án|nội dung thành phần|nội dung|chương trình|nguồn vốn|nhóm hộ|năm)"
)
_UNIT_HEADS = ("đơn vị tính", "đvt", "đơn vị", "đv tính")
_ORDINALS = ("tt", "stt", "số tt", "số thứ tự")
WITHIN = 120  # characters of IndicatorValue.within


@dataclass(frozen=True, slots=True)
class CellFigure:
    """Digits at [start, end) of the cell; `value` in the indicator's unit. `aim`: a target, not what was reached."""

    row: int
    column: int
    start: int
    end: int
    indicator: str
    year: int
    value: Fraction
    decimals: int
    style: str
    within: str = ""
    is_estimate: bool = False
    aim: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a table does not say itself: `reported` the year its section reports on, None where it plans; `named` the
    year of the nearest title above; `year` the plan's; `caption` the text right above it."""

    reported: int | None
    named: int | None
    year: int
    caption: str = ""


def find_cells(rows: Sequence[Sequence[str]], around: Surroundings) -> list[CellFigure]:
    """Every cell that holds a figure an indicator names; none for a table we do not understand."""
    table = _Table.of(rows, around)
    if table is None:
        return []
    return list(table.by_programmes() or table.by_columns() or table.by_rows())


@dataclass(slots=True)
class _Table:
    """A table with its head taken off: `heads` are the words over each column, `label` the column of names."""

    rows: list[list[str]]
    first: int
    heads: list[Words]
    label: int
    around: Surroundings

    @classmethod
    def of(cls, given: Sequence[Sequence[str]], around: Surroundings) -> _Table | None:
        width = max((len(row) for row in given), default=0)
        rows = [[*row, *([""] * (width - len(row)))] for row in given]
        first = next(
            (at for at, row in enumerate(rows) if is_figures(tuple(row)) and not (at == 0 and names_years(tuple(row)))),
            0,
        )
        if not first or width < 2:
            return None
        heads = [words_of(" ".join(dict.fromkeys(squeeze(row[at]) for row in rows[:first]))) for at in range(width)]
        label = 1 if heads[0].plain in _ORDINALS and width > 2 else 0
        return cls(rows, first, heads, label, around)

    def by_columns(self) -> list[CellFigure]:
        """Columns name indicators, rows the villages, projects or years they are of."""
        named = [self._column(at) for at in range(len(self.heads))]
        found: list[CellFigure] = []
        above = ""
        parts = bool(_PARTS.fullmatch(self.heads[self.label].plain))
        for at in range(self.first, len(self.rows)):
            row = self.rows[at]
            mark, name = (row[0].strip(), row[1].strip()) if self.label else ("", row[0].strip())
            if re.fullmatch(r"[IVX]+\.?|[A-H]\.?", mark):
                above = name
                within = name
            else:
                within = f"{above}, {name}" if above and mark else name
            if name.lower().startswith(_TOTAL) or mark.lower().startswith(_TOTAL):
                within = ""
            elif not name:
                continue
            year = int(name) if re.fullmatch(r"20\d\d", name) else None
            if within and not year and not parts:
                continue
            for column, label in enumerate(named):
                if label and column > self.label:
                    found += self._cell(at, column, label, self.heads[column], "" if year else within, year)
        return found

    def _plans(self, year: int) -> bool:
        """Whether figures of `year` are aims: no report, and the table reaches the plan's own year."""
        if self.around.reported:
            return False
        years = [int(row[self.label]) for row in self.rows if re.fullmatch(r"20\d\d", row[self.label].strip())]
        return max([year, *years]) >= self.around.year

    def _column(self, at: int) -> Label | None:
        head = self.heads[at]
        unit = head.unit or (self._money() if head.plain else "")
        label = label_of(head.plain, unit)
        if label is None and SHARE.fullmatch(head.plain) and head.unit == "%" and at:
            before = self._column(at - 1) if self.heads[at - 1].plain else None
            label = label_of("tỷ lệ giải ngân", "%") if before and before.indicator == "F03" else None
        return label

    def _money(self) -> str:
        """The money the caption counts the whole table in: "Đơn vị tính: triệu đồng"."""
        base, _ = self._caption_unit()
        return base if base == "đồng" else ""

    def _caption_unit(self) -> tuple[str, int]:
        match = re.search(r"(?:đơn vị(?: tính)?|đvt)\s*:\s*([^().;:]+)", self.around.caption.lower())
        return unit_of(match[1]) if match else ("", 0)

    def by_rows(self) -> list[CellFigure]:
        """Rows name indicators, columns say of which year, and whether reached or aimed at."""
        unit_column = next((at for at, head in enumerate(self.heads) if head.plain in _UNIT_HEADS), None)
        found: list[CellFigure] = []
        for at in range(self.first, len(self.rows)):
            words = words_of(self.rows[at][self.label])
            if unit_column is not None:
                base, scale = unit_of(self.rows[at][unit_column])
                words = words._replace(unit=base or words.unit, scale=scale if base else words.scale)
            label = label_of(words.plain, words.unit)
            if label is None:
                continue
            for column in range(self.label + 1, len(self.heads)):
                found += self._reached(at, column, label, words)
        return found

    def _reached(self, at: int, column: int, label: Label, words: Words) -> Iterator[CellFigure]:
        head, around = self.heads[column], self.around
        year = head.year
        done, guessed, aimed = (each.fullmatch(head.plain) for each in (_DONE, _GUESSED, _AIMED))
        if year is None:
            year = around.reported if around.reported or not aimed else around.year
        if year is None or not (done or guessed or aimed or (not head.plain and head.year)):
            return
        aim = bool(aimed) or (not done and not guessed and year >= around.year)
        for each in self._cell(at, column, label, words, "", year, aim=aim):
            yield replace(each, is_estimate=True) if guessed else each

    def by_programmes(self) -> list[CellFigure]:
        """Policy credit: rows are the bank's programmes, columns turnover and loans."""
        kinds = {
            at: kind
            for at, head in enumerate(self.heads)
            for kind, pattern in CREDIT.items()
            if re.fullmatch(pattern, head.plain)
        }
        found: list[CellFigure] = []
        for column, kind in kinds.items():
            head = self.heads[column]
            base, scale = (head.unit, head.scale) if head.unit or kind == "L" else self._caption_unit()
            if (kind == "M" and (base, scale) != ("đồng", 6)) or "M" not in kinds.values():
                continue  # the catalogue counts lending in triệu đồng
            for at in range(self.first, len(self.rows)):
                name = self.rows[at][self.label].strip().lower()
                code = "S14" if name.startswith(_TOTAL) else credit_of(name)
                if code:
                    label = Label(f"{code}{kind}", (base,), "", scale=scale)
                    found += self._cell(at, column, label, head._replace(scale=scale), "", None)
        return found

    def _cell(
        self,
        at: int,
        column: int,
        label: Label,
        words: Words,
        within: str,
        year: int | None,
        *,
        aim: bool | None = None,
    ) -> Iterator[CellFigure]:
        """The figure of one cell, if it is one number and nothing else, with a year."""
        cell, around = self.rows[at][column], self.around
        match = re.fullmatch(r"\s*(\d+(?:[.,]\d+)*)\s*(%|điểm %)?\s*", cell)
        number = read_numeral(match[1]) if match else None
        year = year or self.heads[column].year or around.reported or around.named
        money = label.indicator[0] == "F"
        if year is None and money:
            year = around.year
        if not match or not number or year is None or ("," in match[1] and number[2] is not None):
            return
        if aim is None:
            aim = not money and self._plans(year)
        if (match[2] and match[2] not in label.bases) or (aim and (within or label.year)):
            return
        scale = (words.scale or (self._caption_unit()[1] if label.bases == ("đồng",) else 0)) - label.scale
        places = _places(number[1])
        value, decimals = Fraction(number[0]) * 10**scale, max(places - scale, 0)
        if scale < 0 or places > DECIMALS or value >= 10**WHOLE_DIGITS:
            return
        style = form_typed(match[1], places, scale).style
        if not _prints_back(match[1], value, decimals, style):
            return
        yield CellFigure(
            at, column, match.start(1), match.end(1), label.indicator, year + label.year, value, decimals, style,
            within[:WITHIN], aim=aim, words=squeeze(f"{self.rows[at][self.label]}: {self.rows[0][column]}"),
        )  # fmt: skip


def _prints_back(printed: str, value: Fraction, decimals: int, style: str) -> bool:
    """Whether the figure would be printed with the digits it has now, points between thousands aside: "1.5", a comma
    meant, is left as it stands."""
    again = print_figure(decimal_text(value, decimals), decimals, style)
    return again.replace(".", "") == printed.replace(".", "")


def _places(step: int | Fraction) -> int:
    """Decimals of a figure whose last digit is worth `step`."""
    places = 0
    while step < 1:
        step, places = step * 10, places + 1
    return places
