"""The board of a year's work: by village, state and lateness; as a file; the trees of both periods side by side."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.foundation.numbers import format_number
from giamngheo.office.lists import link, query_of
from giamngheo.office.programme.asking import LATE, LATENESS, unit_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day
from giamngheo.programme.models import WorkState
from giamngheo.programme.queries import Standing, board, crosswalk, nodes, periods
from giamngheo.territory.models import Unit

PER_PAGE = 50


@login_required
@require_safe
def board_page(request: OfficeRequest) -> HttpResponse:
    """Items of the year, a page at a time."""
    unit = unit_of(request)
    if unit is None:
        return render(request, "office/programme/board.html", {"no_unit": True})
    every, typed = board(request.user, unit, request.scope.year, request.scope.today), _typed(request)
    rows = _kept(every, typed)
    query = query_of(typed)
    context: dict[str, Any] = {
        "unit": unit, "year": request.scope.year, "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("trang")),
        "any": bool(every), "typed": typed, "states": WorkState.choices, "query": query,
        "page_query": f"{query}&" if query else "", "late": LATE,
        "villages": _villages(every),
        "chips": [
            (link(title, typed, typed["han"] == code, han=code), sum(each.late == code for each in every))
            for code, title in LATENESS.items()
        ],
        "all_chip": link(_("Tất cả"), typed, not typed["han"], han=""), "count": len(every),
        "budget": sum(each.item.budget or 0 for each in rows),
        "may_edit": can(request.user, Permission.EDIT_PLAN, unit), "words": LATENESS,
    }  # fmt: skip
    return render(request, "office/programme/board.html", context)


@login_required
@require_safe
def board_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same items as a CSV or Excel file."""
    unit = unit_of(request)
    if unit is None or form not in ("csv", "xlsx"):
        raise Http404
    header: list[Cell] = [
        _("Nội dung"), _("Đầu việc"), _("Thôn"), _("Khối lượng"), _("Đơn vị tính"), _("Bắt đầu"), _("Kết thúc"),
        _("Chủ trì"), _("Kinh phí dự kiến (đồng)"), _("Trạng thái"), _("Đã làm (%)"), _("Theo kế hoạch (%)"),
        _("Tiến độ"),
    ]  # fmt: skip
    rows = _kept(board(request.user, unit, request.scope.year, request.scope.today), _typed(request))
    return as_file(form, f"dau-viec-{unit.code}-{request.scope.year}", header, (_cells(each) for each in rows))


@login_required
@require_safe
def tree_page(request: OfficeRequest) -> HttpResponse:
    """What each node of the old tree goes on as; then what is new; both trees whole below."""
    every = list(nodes())
    steps: dict[int, list] = {}
    for each in crosswalk():
        steps.setdefault(each.old_id, []).append(each)
    continued = {each.new_id for found in steps.values() for each in found}
    old, new = _sides(request)
    context = {
        "old": old, "new": new,
        "rows": [(node, steps.get(node.pk, [])) for node in every if node.period_id == old.pk] if old else [],
        "fresh": [node for node in every if new and node.period_id == new.pk and node.pk not in continued],
    }  # fmt: skip
    return render(request, "office/programme/tree.html", context)


def _sides(request: OfficeRequest) -> tuple:
    found = sorted(periods(), key=lambda each: each.from_year)
    return (found[0], found[1]) if len(found) > 1 else (None, found[0] if found else None)


def quantity_words(item: Any) -> str:
    """20 hộ; blank where nothing is measured."""
    return "" if item.quantity is None else f"{format_number(Fraction(item.quantity))} {item.measure}"


def _villages(rows: list[Standing]) -> list[tuple[str, str]]:
    found = {str(each.item.village.pk): each.item.village.name for each in rows if each.item.village}
    return sorted(found.items(), key=lambda pair: pair[1])


def _typed(request: OfficeRequest) -> dict[str, str]:
    state, late, village = (request.GET.get(name, "")[:12] for name in ("trang-thai", "han", "thon"))
    return {
        "thon": village if village == "ca-xa" or village.isdecimal() else "",
        "trang-thai": state if state in WorkState.values else "", "han": late if late in LATENESS else "",
    }  # fmt: skip


def _kept(rows: list[Standing], typed: dict[str, str]) -> list[Standing]:
    village = typed["thon"]
    return [
        each
        for each in rows
        if (not village or village == str(each.item.village_id or "ca-xa"))
        and typed["trang-thai"] in ("", each.item.state)
        and typed["han"] in ("", each.late)
    ]


def _cells(each: Standing) -> list[Cell]:
    item = each.item
    quantity = format_number(Fraction(item.quantity)) if item.quantity is not None else ""
    return [
        item.node.code, item.title, item.village.name if item.village else _("cả xã"), quantity, item.measure,
        printed_day(item.starts_on), printed_day(item.ends_on), item.lead.name if item.lead else "",
        item.budget if item.budget is not None else "", item.get_state_display(), each.percent, each.planned_percent,
        str(LATENESS[each.late]),
    ]  # fmt: skip


def has_unit(request: OfficeRequest) -> Unit:
    """The commune at the top; without one there is no such page."""
    unit = unit_of(request, Permission.EDIT_PLAN)
    if unit is None:
        raise Http404
    return unit
