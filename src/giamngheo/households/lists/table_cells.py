"""The cells of one row of a table, read by kind; what cannot be read becomes a finding and counts as empty."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import override

from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import bare, nfc, squeeze, storable
from giamngheo.households.lists import cells
from giamngheo.households.lists import tables_problems as p
from giamngheo.households.lists.sheets import text_of
from giamngheo.households.lists.tables import Choices, Table, TableRow

_GROUPED = re.compile(r"\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*|\d{1,15}")
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?")
_KINDS = {
    "day": ("ngày (ví dụ 01/09/2026)", "a day (as 01/09/2026)"),
    "money": ("số tiền bằng đồng", "whole đồng"),
    "number": ("số (nhiều nhất hai chữ số thập phân)", "a number with at most two decimals"),
    "whole": ("số nguyên", "a whole number"),
}


def _listed(choices: Choices, language: str) -> str:
    with override(language):
        return "; ".join(f"“{title}”" for title in choices.values())


class RowReader:
    """Asks for cells by the name of their column. `findings`: what was wrong with those asked for."""

    def __init__(self, table: Table, row: TableRow) -> None:
        self._table, self._row = table, row
        self.findings: list[Finding] = []

    def has(self, name: str) -> bool:
        """Whether something stands there."""
        return bool(self._words(name))

    def text(self, name: str, most: int = 200, *, must: bool = False) -> str:
        """Words, squeezed; blank for none."""
        words = self._words(name)
        if len(words) > most:
            self.findings.append(p.TOO_LONG.at(self._row.number, column=self._title(name), most=most))
            return ""
        return self._asked(name, words, must)

    def name(self, name: str, *, must: bool = False) -> str:
        """Somebody's name."""
        return str(self._read(name, cells.name) or self._asked(name, "", must and not self.has(name)))

    def citizen_id(self, name: str) -> str:
        """9 or 12 digits; blank for none."""
        return str(self._read(name, cells.citizen_id) or "")

    def day(self, name: str, *, must: bool = False) -> date | None:
        """A day with its year."""
        cell = self._row.cells.get(name, "")
        if isinstance(cell, datetime | date):
            return cell.date() if isinstance(cell, datetime) else cell
        words = self._asked(name, self._words(name), must)
        try:
            if match := _DAY.fullmatch(words):
                return date(int(match[3]), int(match[2]), int(match[1]))
            if match := _ISO.fullmatch(words):
                return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            pass
        return self._unread(name, words, "day")

    def money(self, name: str, *, must: bool = False) -> int | None:
        """Whole đồng, grouped by points, commas or blanks or not at all."""
        words = self._asked(name, self._words(name), must)
        plain = words.removesuffix("đồng").removesuffix("đ").strip()
        return int(re.sub(r"\D", "", plain)) if _GROUPED.fullmatch(plain) else self._unread(name, words, "money")

    def whole(self, name: str, *, must: bool = False) -> int | None:
        """A whole number from nought."""
        words = self._asked(name, self._words(name), must)
        return int(words) if re.fullmatch(r"[0-9]{1,9}", words) else self._unread(name, words, "whole")

    def number(self, name: str) -> Decimal | None:
        """A number with at most two decimals, after a comma as Vietnamese writes it, or a number cell's own."""
        cell, words = self._row.cells.get(name, ""), self._words(name)
        written = repr(cell) if isinstance(cell, float) else words.replace(".", "").replace(",", ".")
        try:
            found = Decimal(written) if words else None
        except InvalidOperation:
            return self._unread(name, words, "number")
        within = found is not None and found.is_finite() and 0 <= found < 10**10 and found == round(found, 2)
        return round(found, 2) if within and found is not None else self._unread(name, words, "number")

    def choice(self, name: str, choices: Choices, default: Any = "", *, must: bool = False) -> Any:
        """The value whose words, of either language, stand there; `default` for none."""
        words = self._asked(name, self._words(name), must)
        if not words or bare(words) == "–":
            return default
        if bare(words) in choices.values_of:
            return choices.values_of[bare(words)]
        self._unread(name, words, "", (f"một trong: {_listed(choices, 'vi')}", f"one of: {_listed(choices, 'en')}"))
        return default

    def _words(self, name: str) -> str:
        return squeeze(storable(nfc(text_of(self._row.cells.get(name, "")))))

    def _title(self, name: str) -> str:
        return self._table.titles.get(name, name)

    def _asked(self, name: str, words: str, must: bool) -> str:
        if must and not words:
            self.findings.append(p.MISSING.at(self._row.number, column=self._title(name)))
        return words

    def _unread(self, name: str, words: str, kind: str, wanted: tuple[str, str] | None = None) -> Any:
        if words:
            vi, en = wanted or _KINDS[kind]
            self.findings.append(
                p.CELL.at(self._row.number, column=self._title(name), text=words[:80], wanted_vi=vi, wanted_en=en)
            )
        return None

    def _read(self, name: str, reader: Any) -> object:
        found = reader(self._row.cells.get(name, ""))
        where = {"sheet": self._table.sheet, "column": self._title(name)}
        self.findings += [entry.at(self._row.number, **where, **values) for entry, values in found.told]
        return found.value
