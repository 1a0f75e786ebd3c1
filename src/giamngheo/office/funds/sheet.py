"""The ledger as the screens of workbooks see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _l

from giamngheo.accounts.permissions import Permission
from giamngheo.documents.models import SheetImport
from giamngheo.funds import actions
from giamngheo.funds.sheet import COLUMNS
from giamngheo.households.lists.tables import Judged, Table
from giamngheo.office.households.fields import Field
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.sheets.book import Book, Entering, Found
from giamngheo.territory.models import Unit


def _fields(_request: OfficeRequest, _unit: Unit) -> list[Field]:
    return []


def _judge(request: OfficeRequest, unit: Unit, table: Table) -> tuple[Judged, Found]:
    return actions.try_sheet(by=request.user, unit=unit, table=table), []


def _enter(request: OfficeRequest, of: Entering) -> SheetImport:
    return actions.enter_entries(by=request.user, unit=of.unit, rows=of.values, file=of.file, name=of.name)


def _rows(_request: OfficeRequest, _unit: Unit, _chosen: str) -> Iterable[Sequence[Any]]:
    return []


def _undo(request: OfficeRequest, held: SheetImport, day: date, reason: str) -> int:
    return actions.reverse_sheet(by=request.user, sheet=held, on=day, reason=reason)


LEDGER = Book(
    kind=actions.SHEET, title=_l("Nhập bút toán từ Excel"),
    what=_l("Mỗi dòng một bút toán, theo thứ tự phát sinh. Cả tệp vào sổ hoặc không dòng nào."), back="office:funds",
    back_title=_l("Kinh phí"), permission=Permission.EDIT_FUNDS, columns=COLUMNS, who=_l("Loại bút toán"),
    shown=(_l("Nguồn vốn"), _l("Dự án"), _l("Số tiền (đồng)"), _l("Ngày")), fields=_fields, judge=_judge, enter=_enter,
    rows=_rows, undo=_undo, whole=True, asks_day=True,
    undo_words=_l("Mọi bút toán của tệp này bị đảo, vẫn còn trong sổ. Vốn đã dùng tiếp thì không hoàn tác được."),
)  # fmt: skip
