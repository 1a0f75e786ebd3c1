"""The ledger as the screens of workbooks see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from giamngheo.accounts.permissions import Permission
from giamngheo.documents.models import SheetImport
from giamngheo.funds import actions
from giamngheo.funds.problems import ROW_REASON
from giamngheo.funds.queries import standing_entries
from giamngheo.funds.sheet import COLUMNS
from giamngheo.funds.sheet_rows import cells_of
from giamngheo.households.lists.tables import Judged, Table
from giamngheo.office.households.fields import Field
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.sheets.book import Book, Entering, Found
from giamngheo.office.typed import whole
from giamngheo.territory.models import Unit


def _fields(_request: OfficeRequest, _unit: Unit) -> list[Field]:
    why = _("Chỉ cần khi tệp sửa bút toán đã có: bút toán cũ được đảo với lý do này, rồi ghi lại.")
    return [Field("reason", _("Lý do sửa"), why, most=300)]


def _judge(request: OfficeRequest, unit: Unit, table: Table) -> tuple[Judged, Found]:
    judged = actions.try_sheet(by=request.user, unit=unit, table=table)
    corrected = sum(each.value.replaces is not None for each in judged.entering)
    missing = corrected and not request.POST.get("reason", "").strip()
    return judged, [("reason", ROW_REASON.at(count=corrected))] if missing else []


def _enter(request: OfficeRequest, of: Entering) -> SheetImport:
    reason = request.POST.get("reason", "")
    return actions.enter_entries(
        by=request.user, unit=of.unit, rows=of.values, file=of.file, name=of.name, reason=reason
    )


def _prefill(request: OfficeRequest, _unit: Unit) -> list[tuple[str, str]]:
    return [(str(request.scope.year), _("bút toán đã có của năm ngân sách %(year)s") % {"year": request.scope.year})]


def _rows(request: OfficeRequest, unit: Unit, chosen: str) -> Iterable[Sequence[Any]]:
    """Each with its number, so that the same row sent back is known again."""
    year = whole(chosen)
    return map(cells_of, standing_entries(request.user, unit, year)) if year else []


def _undo(request: OfficeRequest, held: SheetImport, day: date, reason: str) -> int:
    return actions.reverse_sheet(by=request.user, sheet=held, on=day, reason=reason)


LEDGER = Book(
    kind=actions.SHEET, title=_("Nhập bút toán từ Excel"),
    what=_(
        "Mỗi dòng một bút toán, theo thứ tự phát sinh. Cả tệp vào sổ hoặc không dòng nào. Tải sổ ra, sửa rồi gửi lại: "
        "dòng không đổi thì giữ nguyên, dòng sửa thì đảo bút toán cũ và ghi lại; dòng bị xóa khỏi tệp vẫn còn trong sổ."
    ), back="office:funds",
    back_title=_("Kinh phí"), permission=Permission.EDIT_FUNDS, columns=COLUMNS, who=_("Loại bút toán"),
    shown=(_("Nguồn vốn"), _("Dự án"), _("Số tiền (đồng)"), _("Ngày"), _("Việc")), fields=_fields, judge=_judge,
    enter=_enter, rows=_rows, undo=_undo, prefill=_prefill, whole=True, asks_day=True,
    undo_words=_("Mọi bút toán của tệp này bị đảo, vẫn còn trong sổ. Vốn đã dùng tiếp thì không hoàn tác được."),
)  # fmt: skip
