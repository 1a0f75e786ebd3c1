"""Acts of the year at the top; totals by kind and village; both as files."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.office.lists import link, query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.asking import Asked, asked_of
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day
from giamngheo.support.models import OutreachEvent, OutreachKind
from giamngheo.support.queries.outreach import COUNTED, Sum, open_questions, outreach_list, outreach_totals

PER_PAGE = 50


@login_required
@require_safe
def list_page(request: OfficeRequest) -> HttpResponse:
    """The newest first; questions that wait stand above."""
    asked = asked_of(request)
    if asked is None:
        return render(request, "office/outreach/list.html", {"no_unit": True})
    typed = _typed(request, asked)
    acts = outreach_list(request.user, asked.unit, asked.year, kind=typed["loai"], village=asked.village)
    page = Paginator(acts, PER_PAGE).get_page(request.GET.get("trang"))
    query = query_of(typed)
    kinds: list[tuple[str, str]] = [("", _("Tất cả")), *((each.value, str(each.label)) for each in OutreachKind)]
    context: dict[str, Any] = {
        "asked": asked, "page": page, "rows": [shown(each) for each in page.object_list], "typed": typed,
        "chips": [link(title, typed, typed["loai"] == name, loai=name) for name, title in kinds], "query": query,
        "page_query": f"{query}&" if query else "",
        "waiting": list(open_questions(request.user, asked.unit, asked.year)[:20]),
        "today": request.scope.today, "may_edit": can(request.user, Permission.EDIT_SUPPORT, asked.unit),
    }  # fmt: skip
    return render(request, "office/outreach/list.html", context)


@login_required
@require_safe
def list_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same list, all pages, as a CSV or Excel file; void acts are marked."""
    asked = asked_of(request)
    if asked is None or form not in ("csv", "xlsx"):
        raise Http404
    typed = _typed(request, asked)
    acts = outreach_list(request.user, asked.unit, asked.year, kind=typed["loai"], village=asked.village)
    header: list[Cell] = [
        _("Ngày"), _("Đến ngày"), _("Loại"), _("Tên"), _("Chủ đề"), _("Đối tượng"), _("Thôn"), _("Địa điểm"),
        _("Đơn vị làm"), _("Số người"), _("Cách đếm"), _("Thuộc hộ nghèo, cận nghèo, mới thoát nghèo"), _("Câu hỏi"),
        _("Chưa trả lời"), _("Đường dẫn"), _("Tình trạng"),
    ]  # fmt: skip
    return as_file(form, f"truyen-thong-{asked.unit.code}-{asked.year}", header, (_cells(shown(each)) for each in acts))


@login_required
@require_safe
def totals_page(request: OfficeRequest) -> HttpResponse:
    """By kind and by village; numbers of different methods in columns of their own."""
    asked = asked_of(request)
    if asked is None:
        return redirect("office:outreach")
    found = outreach_totals(request.user, asked.unit, asked.year)
    context: dict[str, Any] = {
        "asked": asked, "kinds": [_sum(each) for each in found.kinds],
        "villages": [_sum(each) for each in found.villages], "all": _sum(found.all),
    }  # fmt: skip
    return render(request, "office/outreach/totals.html", context)


@login_required
@require_safe
def totals_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same as a file."""
    asked = asked_of(request)
    if asked is None or form not in ("csv", "xlsx"):
        raise Http404
    found = outreach_totals(request.user, asked.unit, asked.year)
    header: list[Cell] = [
        _("Theo"), _("Loại hoặc thôn"), _("Số lần"), _("Đếm được (người)"), _("Theo báo, đài, trang mạng (lượt)"),
        _("Ước lượng (người)"), _("Thuộc hộ nghèo, cận nghèo, mới thoát nghèo"), _("Chưa đếm (lần)"),
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        [word, each.title or (_("cả xã") if word == _("thôn") else ""), each.acts,
         *(each.reach[name] for name in COUNTED), each.target, each.uncounted]
        for word, sums in ((_("loại"), found.kinds), (_("thôn"), found.villages), (_("cộng"), [found.all]))
        for each in sums
    ]  # fmt: skip
    return as_file(form, f"tong-hop-truyen-thong-{asked.unit.code}-{asked.year}", header, rows)


def shown(each: OutreachEvent) -> dict[str, Any]:
    """A row in words."""
    villages = sorted(village.name for village in each.villages.all())
    return {
        "row": each, "where": ", ".join(villages) or _("cả xã"), "kind": each.get_kind_display(),
        "method": each.get_reach_method_display(), "asked": each.asked, "waiting": each.waiting,  # type: ignore[attr-defined]
        "state": "" if each.voided_at is None else _("đã bỏ"),
    }  # fmt: skip


def _typed(request: OfficeRequest, asked: Asked) -> dict[str, str]:
    kind = request.GET.get("loai", "")
    return {"loai": kind if kind in OutreachKind.values else "", "thon": str(asked.village or "")}


def _sum(each: Sum) -> dict[str, Any]:
    return {"sum": each, "reach": [each.reach[name] for name in COUNTED]}


def _cells(row: dict[str, Any]) -> list[Cell]:
    each = row["row"]
    blank: Cell = ""
    return [
        printed_day(each.on), printed_day(each.until), row["kind"], each.title, each.topics, each.audience,
        row["where"], each.place, each.organiser, blank if each.reach is None else each.reach, row["method"],
        blank if each.reach_target is None else each.reach_target, row["asked"], row["waiting"],
        each.link, row["state"],
    ]  # fmt: skip
