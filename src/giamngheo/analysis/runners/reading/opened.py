"""A table that was opened: the Ibis table, where its rows stand, what could not be split, what the footer promises."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from giamngheo.analysis.runners.findings import BROKEN_ROW, NO_COLUMN
from giamngheo.foundation.findings import Bilingual, Finding, FindingError

ROW, FILE = "row_", "file_"
SHOWN = 10


class BrokenRow(NamedTuple):
    """A row of a text file that could not be split: its number, the file, its text, why."""

    row: int
    file: str
    text: str
    why: str


class Bounds(NamedTuple):
    """What a Parquet footer promises of a column: least and greatest value, and how many cells are empty."""

    least: Any
    greatest: Any
    blanks: int


@dataclass(frozen=True)
class Opened:
    """`table` has the columns of the source (renamed), ROW and FILE; `text` says that all cells are text."""

    table: Any
    columns: tuple[str, ...]
    path: str
    text: bool
    broken: tuple[BrokenRow, ...] = ()
    footer: Mapping[str, Bounds] = field(default_factory=dict)

    def bounds(self, column: str) -> Bounds | None:
        return self.footer.get(column)

    def findings(self) -> list[Finding]:
        """DATA-ROW where rows were broken; empty else."""
        if not self.broken:
            return []
        first = self.broken[0]
        rows = rows_text([each.row for each in self.broken], len(self.broken))
        why = reason_text({each.why for each in self.broken})
        return [BROKEN_ROW.at(first.row, first.text.strip()[:200], count=len(self.broken), why=why, rows=rows)]


# Why a row could not be split, in DuckDB's words, which our own reader of texts uses too.
_REASONS = {
    "CAST": Bilingual("sai kiểu", "cast"),
    "MISSING COLUMNS": Bilingual("thiếu cột", "missing columns"),
    "TOO MANY COLUMNS": Bilingual("thừa cột", "too many columns"),
    "UNQUOTED VALUE": Bilingual("dấu nháy không đóng", "unquoted value"),
    "LINE SIZE OVER MAXIMUM": Bilingual("dòng quá dài", "line size over maximum"),
    "INVALID ENCODING": Bilingual("sai bảng mã", "invalid encoding"),
}


def reason_text(reasons: Iterable[str]) -> Bilingual:
    """Why rows could not be split, in words for people; a reason may be several of DuckDB's, joined by commas."""
    names = sorted({name for each in reasons for name in each.split(", ")})
    told = [_REASONS.get(name, Bilingual(name.lower(), name.lower())) for name in names]
    return Bilingual(", ".join(each.vi for each in told), ", ".join(each.en for each in told))


def rows_text(rows: Iterable[int | None], count: int) -> str:
    """ "3, 7, 12 …": the first rows of `count`; "?" where an engine does not number them."""
    known = [row for row in rows if row is not None][:SHOWN]
    shown = ", ".join(str(row) for row in known) or "?"
    return shown + (" …" if count > len(known) and known else "")


def require_columns(opened: Opened, names: Iterable[str]) -> None:
    """Raise FindingError (DATA-NO-COLUMN) for the first name that is not a column."""
    for name in names:
        if name not in opened.columns:
            raise FindingError(no_column(name, opened.columns))


def no_column(name: str, columns: Iterable[str]) -> Finding:
    """The finding DATA-NO-COLUMN, with the columns there are."""
    there = ", ".join(columns)
    return NO_COLUMN.at(quote=name, column=name, columns=there if len(there) <= 400 else there[:400] + " …")
