"""The pairs of the unit at the top, the likeliest first: on the screen, and as a file."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.households.duplicates import engine
from giamngheo.households.models import DuplicatePair, PairState
from giamngheo.households.queries.duplicates import may_decide, pairs_for, runs_for
from giamngheo.office.duplicates.present import STATES, row
from giamngheo.office.duplicates.running import shown
from giamngheo.office.households.asking import unit_to_see
from giamngheo.office.lists import link, query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day

PER_PAGE = 50
ASKED = {"": PairState.SUGGESTED, "da-gop": PairState.MERGED, "khac-nhau": PairState.DISTINCT}


@login_required
@require_safe
def pair_list(request: OfficeRequest) -> HttpResponse:
    """Pairs, a page at a time, and how the last search went."""
    unit = unit_to_see(request)
    if unit is None:
        return render(request, "office/duplicates/list.html", {"no_unit": True})
    asked = asked_of(request)
    run = runs_for(request.user, unit).first()
    page = Paginator(pairs_for(request.user, unit, ASKED[asked["loc"]]), PER_PAGE).get_page(request.GET.get("trang"))
    query = query_of(asked)
    context: dict[str, Any] = {
        "unit": unit,
        "state": ASKED[asked["loc"]],
        "page": page,
        "rows": [row(each) for each in page.object_list],
        "states": [link(_title(request, name), asked, asked["loc"] == name, loc=name) for name in ASKED],
        "page_query": f"{query}&" if query else "",
        "may_decide": may_decide(request.user, unit),
        "sees_whole_unit": can(request.user, Permission.VIEW_HOUSEHOLD, unit),
        "available": engine.available(),
        "extra": engine.EXTRA,
        **shown(run),
    }
    return render(request, "office/duplicates/list.html", context)


@login_required
@require_safe
def pair_table(request: OfficeRequest, form: str) -> HttpResponse:
    """The list as it is filtered, all pages of it, as a CSV or Excel file."""
    unit, asked = unit_to_see(request), asked_of(request)
    header: list[Cell] = [
        _("Người thứ nhất"), _("Sinh, thôn"), _("Người thứ hai"), _("Sinh, thôn"), _("Vì sao"), _("Nhưng"),
        _("Khả năng"), _("Người quyết định"), _("Ngày"), _("Lý do"),
    ]  # fmt: skip
    if unit is None:
        return as_file(form, "nguoi-trung", header, [])
    pairs = pairs_for(request.user, unit, ASKED[asked["loc"]])
    return as_file(form, f"nguoi-trung-{unit.code}", header, (_cells(each) for each in pairs.iterator(2000)))


def asked_of(request: OfficeRequest) -> dict[str, str]:
    """Which pairs the address asks for."""
    asked = request.GET.get("loc", "").strip()
    return {"loc": asked if asked in ASKED else ""}


def _title(request: OfficeRequest, name: str) -> str:
    return f"{STATES[ASKED[name]]} ({pairs_for(request.user, request.scope.unit, ASKED[name]).count()})"


def _cells(pair: DuplicatePair) -> list[Cell]:
    told = row(pair)
    return [
        pair.first.full_name, told.first, pair.second.full_name, told.second, told.why, told.but, told.likely.title,
        str(pair.by or ""), printed_day(pair.at.date()) if pair.at else "", pair.reason,
    ]  # fmt: skip
