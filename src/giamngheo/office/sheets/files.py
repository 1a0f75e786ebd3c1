"""Workbooks as downloads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from giamngheo.households.lists.tables import Column
from giamngheo.households.lists.workbooks import Guide, workbook

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet_file(columns: Sequence[Column], rows: Iterable[Sequence[Any]], name: str) -> HttpResponse:
    """A template or an export that comes back, called `name` (ASCII, without its ending)."""
    guide = Guide(_("Cách ghi"), _("Mỗi dòng một lần; cột tô vàng phải có."), _("Phải có."))
    return as_download(workbook(columns, rows, guide), name)


def as_download(content: bytes, name: str) -> HttpResponse:
    """A workbook's bytes as a download."""
    answer = HttpResponse(content, content_type=_XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer
