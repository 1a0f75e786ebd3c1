"""A table as the screen shows it: rows of headings, numbers with the address of what they were counted from."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from giamngheo.office.review_reports.asking import Question
from giamngheo.office.typed import printed_day
from giamngheo.review.reports.cells import Cell, Head, Row
from giamngheo.review.reports.table import Table


def head_rows(table: Table) -> list[list[Head]]:
    """Headings by row, from left to right."""
    ordered = sorted(table.heads, key=lambda head: (head.row, head.column))
    return [list(heads) for _row, heads in groupby(ordered, key=lambda head: head.row)]


def body(table: Table, rows: list[Row], question: Question) -> list[dict[str, Any]]:
    """Rows with their cells; the second half of a split row shares the first's name."""
    halves = {"households": _("Hộ"), "people": _("Nhân khẩu")}
    return [
        {
            "kind": row.kind, "number": row.number, "title": row.title, "half": halves.get(row.split, ""),
            "second": row.split == "people", "split": bool(row.split),
            "cells": [_cell(cell, row, table, question) for cell in row.cells],
            "href": f"{reverse('office:household', args=[row.key])}{_day(question)}" if row.kind == "line" else "",
        }
        for row in rows
    ]  # fmt: skip


def _cell(cell: Cell, row: Row, table: Table, question: Question) -> dict[str, Any]:
    return {"text": printed(cell), "kind": cell.kind, "href": _address(cell, row, table, question)}


def printed(cell: Cell) -> str:
    """With thousands points and a decimal comma, as the screen's language has them."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return formats.number_format(value, 2, use_l10n=True, force_grouping=True)
    return formats.number_format(value, use_l10n=True, force_grouping=True) if isinstance(value, int) else value


def _address(cell: Cell, row: Row, table: Table, question: Question) -> str:
    if not cell.value or not cell.opens:
        return ""
    if cell.opens == "help":
        return f"{reverse('office:household', args=[row.key])}{_day(question)}#ho-tro"
    if cell.opens == "rows":
        where = reverse("office:review-report-households", args=[table.report.slug])
        asked = {**question.typed, "cot": cell.column, "dong": row.key}
        return f"{where}?{urlencode({name: value for name, value in asked.items() if value})}"
    if question.of_province:
        return ""
    asked = {"thon": row.key} | ({"ngay": printed_day(question.asked.day)} if _past(question) else {})
    return f"{reverse('office:households')}?{urlencode({name: value for name, value in asked.items() if value})}"


def _past(question: Question) -> bool:
    from django.utils import timezone

    return question.asked.day < timezone.localdate()


def _day(question: Question) -> str:
    return f"?{urlencode({'ngay': printed_day(question.asked.day)})}" if _past(question) else ""
