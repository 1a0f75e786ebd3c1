"""The ledger as the screens of workbooks see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

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
    kind=actions.SHEET, title=_("Nhập bút toán từ Excel"),
    what=_("Mỗi dòng một bút toán, theo thứ tự phát sinh. Cả tệp vào sổ hoặc không dòng nào."), back="office:funds",
    back_title=_("Kinh phí"), permission=Permission.EDIT_FUNDS, columns=COLUMNS, who=_("Loại bút toán"),
    shown=(_("Nguồn vốn"), _("Dự án"), _("Số tiền (đồng)"), _("Ngày")), fields=_fields, judge=_judge, enter=_enter,
    rows=_rows, undo=_undo, whole=True, asks_day=True,
    undo_words=_("Mọi bút toán của tệp này bị đảo, vẫn còn trong sổ. Vốn đã dùng tiếp thì không hoàn tác được."),
)  # fmt: skip
