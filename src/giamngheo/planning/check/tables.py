"""Tables as numbers: which row or column is a total, and of what. docs/algorithms/check-arithmetic.md, section 3."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from giamngheo.foundation.numbers import Number, Quantity, find_quantities
from giamngheo.foundation.numbers.reading import read_numeral
from giamngheo.paperwork.document import Node, NodeKind
from giamngheo.planning.check.engine import Context
from giamngheo.planning.check.record import Record

_TOTAL = ("tổng", "cộng", "toàn xã", "chung toàn xã")
_NO_SUM = (
    "%",
    "tỷ lệ",
    "tỉ lệ",
    "bình quân",
    "đơn giá",
    "định mức",
    "mức ",
    "năm",
    "stt",
    "tt",
    "thứ tự",
    "ghi chú",
    "chuẩn",
    "số quyết định",
)
_ROMAN = frozenset(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"])


class Cell(Record):
    """A number of a table. `step` is the size of its last printed digit; `text` the cell as printed."""

    value: Number
    step: Number
    text: str


class Row(Record):
    """`depth` 0 is a total row, 1 a first-order row, 2 a row below one (by its mark: I, II above 1, 2 above 1.1)."""

    depth: int
    label: str
    cells: tuple[Cell | None, ...]


class Grid(Record):
    """Rows of figures of one table; `headers` the words over each column, in lower case; line of the source."""

    line: int
    headers: tuple[str, ...]
    rows: tuple[Row, ...]

    def summed(self) -> Iterator[int]:
        """Columns whose figures may be added up."""
        for column, header in enumerate(self.headers):
            if not any(word == header or (len(word) > 2 and word in header) for word in _NO_SUM):
                yield column


def _cell(text: str) -> Cell | None:
    stripped = text.strip()
    if stripped in ("-", "–", "0"):
        return Cell(0, 1, stripped)
    if not stripped[:1].isdigit():
        return None
    if stripped.replace(".", "").replace(",", "").isdigit():
        number = read_numeral(stripped)
        return Cell(number[0], number[1], stripped) if number else None
    found: list[Quantity] = find_quantities(stripped)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(stripped) and found[0].upper is None:
        return Cell(found[0].amount, found[0].grain, stripped)
    return None


def _depth(mark: str, label: str) -> int:
    if label.lower().startswith(_TOTAL) or mark.lower().startswith(_TOTAL):
        return 0
    bare = mark.strip().rstrip(".)")
    if bare in _ROMAN or (len(bare) == 1 and bare.isalpha() and bare.isupper()):
        return 1
    if bare.isdigit():
        return 2
    if bare.replace(".", "").isdigit():
        return 2 + bare.count(".")
    return 2 if bare == "" else 3


def grids(context: Context) -> list[Grid]:
    """Every table of the body that holds figures; read once per check."""
    known = context.memo.get("grids")
    if known is None:
        nodes = (*context.document.body, *context.document.appendices)
        walked = (node for top in nodes for node in top.walk())
        known = [grid for node in walked if node.kind is NodeKind.TABLE for grid in _grid(node)]
        context.memo["grids"] = known
    return known  # type: ignore[return-value]


def _grid(node: Node) -> Iterator[Grid]:
    width = max((len(row) for row in node.rows), default=0)
    table = [(*row, *([""] * (width - len(row)))) for row in node.rows]
    first = next((at for at, row in enumerate(table) if is_figures(row) and not (at == 0 and names_years(row))), None)
    if first is None or first == 0 or width < 2:
        return
    headers = tuple(
        " ".join(dict.fromkeys(row[column].strip().lower() for row in table[:first])) for column in range(width)
    )
    rows = []
    for row in table[first:]:
        label = next((cell for cell in row[:2] if cell.strip() and not cell.strip()[:1].isdigit()), row[0])
        start = 1 if width > 2 and headers[0].rstrip(".") in ("stt", "tt", "số tt", "số thứ tự") else 0
        mark = row[0] if start else ""
        cells = tuple(None if column <= start else _cell(cell) for column, cell in enumerate(row))
        if any(cells):
            rows.append(Row(_depth(mark, (row[1] if start else label).strip() or label.strip()), label.strip(), cells))
    yield Grid(node.place.line, headers, tuple(rows))


def is_figures(row: tuple[str, ...]) -> bool:
    """A row of figures, not of headings nor of column numbers "(1) (2) (3)" or "1 2 3"."""
    cells = [cell.strip() for cell in row]
    numbers = [cell for cell in cells if cell[:1].isdigit()]
    if not numbers:
        return False
    if not any(cell and not cell[:1].isdigit() and not cell.startswith("(") for cell in cells[:2]):
        return _is_year(cells[0]) and any(_cell(cell) for cell in cells[1:])
    return any(_cell(cell) for cell in cells[1:])


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")


def names_years(row: tuple[str, ...]) -> bool:
    """A first row "Chỉ tiêu | 2023 | 2024" heads its columns; it tells no figures."""
    numbers = [cell.strip() for cell in row if cell.strip()[:1].isdigit()]
    return not row[0].strip()[:1].isdigit() and all(map(_is_year, numbers))


def add(cells: list[Cell]) -> tuple[Fraction, Fraction]:
    """Sum, and by how much it may miss for rounding (half a last digit of each figure printed with decimals)."""
    total = sum((Fraction(cell.value) for cell in cells), Fraction(0))
    return total, sum((Fraction(cell.step) / 2 for cell in cells if cell.step < 1), Fraction(0))
