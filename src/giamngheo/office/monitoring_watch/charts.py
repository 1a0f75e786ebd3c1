"""A chart as data: its table first; the picture and the files are made from the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from django.http import HttpResponse
from django.utils.functional import Promise

from giamngheo.foundation.numbers import format_number
from giamngheo.office.tables import Cell as FileCell
from giamngheo.office.tables import as_file

Words = str | Promise
Cell = str | int | Decimal | None
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Column:
    """`decimals` None: words."""

    title: Words
    decimals: int | None = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """`words`: what the picture shows, in a sentence. `drawn`: columns of the table that the picture uses, the first
    its names; `tones`: of each drawn series. `breaks`: (row's name, words) after which figures are not comparable.
    `most`: rows drawn, 0 all. `areas`: of a map, the polygons of each row, None: a point. `links`: where the first cell
    of each row leads, "" nowhere."""

    slug: str
    kind: str
    title: Words
    words: Words
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    unit: Words = ""
    decimals: int = 0
    drawn: Sequence[int] = ()
    tones: Sequence[str] = ()
    breaks: Sequence[tuple[str, Words]] = ()
    most: int = 0
    links: Sequence[str] = ()
    areas: Sequence[Any] = ()
    notes: Sequence[Words] = field(default_factory=list)

    @property
    def titles(self) -> list[str]:
        return [str(each.title) for each in self.columns]

    @property
    def shown(self) -> list[dict[str, Any]]:
        """Rows as the page prints them."""
        links = self.links or [""] * len(self.rows)
        return [
            {
                "href": href,
                "cells": [
                    {
                        "text": printed(cell, column.decimals),
                        "number": column.decimals is not None,
                        "title": column.title,
                    }
                    for cell, column in zip(row, self.columns, strict=True)
                ],
            }
            for row, href in zip(self.rows, links, strict=True)
        ]

    @property
    def has_picture(self) -> bool:
        """A map needs one place at least that is known."""
        return self.kind != "points" or any(self.areas) or any(None not in row for row in self.rows)

    @property
    def is_long(self) -> bool:
        """A table that would push everything else off the page is opened by who wants it."""
        return len(self.rows) > 12

    def spec(self) -> dict[str, Any]:
        """What the script draws from."""
        at = self.drawn or range(len(self.columns))
        return {
            "kind": self.kind, "name": self.slug, "title": str(self.title), "unit": str(self.unit),
            "columns": [self.titles[each] for each in at],
            "rows": [[_plain(row[each]) for each in at] for row in self.rows],
            "decimals": self.decimals, "tones": list(self.tones), "areas": list(self.areas),
            "breaks": [{"after": after, "words": str(words)} for after, words in self.breaks], "most": self.most,
        }  # fmt: skip

    def as_file(self, form: str, name: str) -> HttpResponse:
        """The whole table as a workbook or CSV."""
        rows: list[list[FileCell]] = [["" if cell is None else cell for cell in row] for row in self.rows]
        return as_file(form, f"{self.slug}-{name}", self.titles, rows)


def rate(some: int, homes: int) -> Decimal | None:
    """Percent with two decimals, half up, as reports print it; nothing of nothing."""
    return None if not homes else (Decimal(100 * some) / Decimal(homes)).quantize(_CENT, ROUND_HALF_UP)


def printed(cell: Cell, decimals: int | None = 0) -> str:
    """A cell as the page prints it; a dash where nothing is known."""
    if cell is None:
        return "–"
    if isinstance(cell, str):
        return cell
    return format_number(Fraction(cell), decimals or 0)


def _plain(cell: Cell) -> str | int | float | None:
    return float(cell) if isinstance(cell, Decimal) else cell
