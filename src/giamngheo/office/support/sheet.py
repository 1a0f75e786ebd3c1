"""The book of deliveries as the screens of workbooks see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from giamngheo.accounts.permissions import Permission
from giamngheo.documents.models import SheetImport
from giamngheo.households.lists.tables import Judged, Table, Words
from giamngheo.office.households.fields import Field
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.sheets.book import Book, Entering, Found
from giamngheo.office.support.asking import Asked, asked_of, kinds
from giamngheo.office.support.fields import fields_of, handing_of
from giamngheo.office.typed import printed_day
from giamngheo.programme.queries import work_items
from giamngheo.support.actions import SHEET, deliver_sheet, take_back_sheet
from giamngheo.support.catalogue import Kind, kind_of
from giamngheo.support.problems import KIND
from giamngheo.support.queries import candidates, fund_lines_for, judge_deliveries
from giamngheo.support.sheet import COLUMNS
from giamngheo.territory.models import Unit

_BESIDE = ("line", "donor", "work_item", "paper", "paper_on", "delivered_by")


def _asked(request: OfficeRequest) -> Asked:
    asked = asked_of(request, Permission.EDIT_SUPPORT)
    if asked is None:
        raise ValueError("only within a commune")
    return asked


def _fields(request: OfficeRequest, unit: Unit) -> list[Field]:
    asked = _asked(request)
    known = kinds()
    kind = asked.kind or kind_of(known[0][0])
    if kind is None:
        return []
    lines, works = list(fund_lines_for(request.user, unit)), list(work_items(request.user, unit, asked.year))
    beside = [each for each in fields_of(asked, kind, lines, works) if each.name in _BESIDE]
    most = max(each.instalments for each in map(kind_of, (code for code, _title in known)) if each)
    parts = [("0", str(_("cả năm"))), *((str(n), str(_("đợt %(n)s") % {"n": n})) for n in range(1, most + 1))]
    return [
        Field("loai", _("Loại hỗ trợ"), options=[("", _("chọn")), *known], value=asked.kind.code if asked.kind else ""),
        Field("instalment", _("Đợt trong năm"), options=parts, value="0"),
        *beside,
    ]


def _judge(request: OfficeRequest, unit: Unit, table: Table) -> tuple[Judged, Found]:
    asked, code = _asked(request), request.POST.get("loai", "")
    kind = kind_of(code)
    if kind is None or not kind.is_delivered:
        return Judged(table, [], []), [("loai", KIND.at(kind=code or "–"))]
    lines, works = fund_lines_for(request.user, unit), work_items(request.user, unit, asked.year)
    common, found = handing_of(_beside(request.POST, asked, kind), asked, kind, lines, works)
    return judge_deliveries(request.user, unit, table, common), found


def _beside(post: Mapping[str, str], asked: Asked, kind: Kind) -> dict[str, str]:
    chosen = {name: post.get(name, "") for name in _BESIDE}
    instalment = post.get("instalment", "") if kind.instalments > 1 else "0"
    return {**chosen, "instalment": instalment, "on": printed_day(asked.day)}


def _enter(request: OfficeRequest, entering: Entering) -> SheetImport:
    return deliver_sheet(
        by=request.user, unit=entering.unit, rows=entering.values, file=entering.file, name=entering.name,
        left_out=entering.left_out,
    )  # fmt: skip


def _rows(request: OfficeRequest, unit: Unit, chosen: str) -> Iterable[Sequence[Any]]:
    """Those who wait for a kind: name, code, village; whom it is for where that is another."""
    kind = kind_of(chosen)
    if kind is None or not kind.is_delivered:
        return []
    found = candidates(request.user, unit, _asked(request).day, kind)
    return [
        [each.home.head, "", each.home.code, each.home.village,
         each.person.person.full_name if each.person and each.person.person.full_name != each.home.head else ""]
        for each in found
    ]  # fmt: skip


def _prefill(request: OfficeRequest, unit: Unit) -> Sequence[tuple[str, Words]]:
    return kinds()


def _undo(request: OfficeRequest, held: SheetImport, day: date, reason: str) -> int:
    return take_back_sheet(by=request.user, sheet=held, on=day, reason=reason)


DELIVERIES = Book(
    kind=SHEET, title=_("Nhập lần hỗ trợ từ Excel"), what=_("Danh sách hộ, người đã nhận một loại hỗ trợ."),
    back="office:support", back_title=_("Hỗ trợ"), permission=Permission.EDIT_SUPPORT, columns=COLUMNS,
    who=_("Người nhận"), shown=(_("Hỗ trợ cho"), _("Số tiền (đồng)"), _("Hiện vật"), _("Ngày bàn giao")),
    fields=_fields, judge=_judge, enter=_enter, rows=_rows, undo=_undo, prefill=_prefill, asks_day=True,
    undo_words=_("Mọi lần hỗ trợ của tệp này còn hiệu lực sẽ bị đảo, vẫn còn trong sổ."),
)  # fmt: skip
