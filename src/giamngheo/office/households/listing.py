"""The list of households of the unit at the top, on a day: on the screen, and as a file."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from giamngheo.accounts.models import Screen
from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can, saved_views
from giamngheo.households.actions import export_households
from giamngheo.households.models import EndedAs, Household
from giamngheo.households.queries.listing import Living, Wanted, listing
from giamngheo.office.drafts import draft_key
from giamngheo.office.households.asking import DayAsked, day_asked, unit_to_see
from giamngheo.office.lists import asked_columns, link, query_of, shown_columns
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day, whole

PER_PAGE = 50
ENDED = "ket-thuc"
COLUMNS: dict[str, str | Promise] = {  # the head's own column always stands
    "thon": gettext_lazy("Thôn"),
    "so-nguoi": gettext_lazy("Số người"),
    "dia-chi": gettext_lazy("Địa chỉ"),
    "ma-ho": gettext_lazy("Mã hộ"),
    "tu-ngay": gettext_lazy("Từ ngày"),
    ENDED: gettext_lazy("Kết thúc"),
}
ORDERS = {"": "head", "thon": "village", "so-nguoi": "people", "tu-ngay": "since", "ma-ho": "code"}
LIVING = {"": Living.LIVING, "khong-chu-ho": Living.HEADLESS, "da-ket-thuc": Living.ENDED}
_TITLES = {
    "": gettext_lazy("Đang ở"),
    "khong-chu-ho": gettext_lazy("Không có chủ hộ"),
    "da-ket-thuc": gettext_lazy("Đã kết thúc"),
}


@login_required
@require_safe
def household_list(request: OfficeRequest) -> HttpResponse:
    """Households, a page at a time."""
    unit, day = unit_to_see(request), day_asked(request)
    if unit is None:
        return render(request, "office/households/list.html", {"no_unit": True})
    asked = asked_of(request, day)
    found = listing(request.user, unit, wanted_of(asked, day))
    query = query_of(asked)
    page = Paginator(found.households, PER_PAGE).get_page(request.GET.get("trang"))
    context: dict[str, Any] = {
        "unit": unit,
        "day": day,
        "found": found,
        "page": page,
        "endings": {home.pk: how_it_ended(home) for home in page.object_list},
        "asked": asked,
        "filtered": any(asked[name] for name in ("thon", "tim", "loc")),
        "query_now": query,
        "page_query": f"{query}&" if query else "",
        "everything": query_of(asked, thon="", tim="", loc=""),
        "states": [link(_TITLES[name], asked, asked["loc"] == name, loc=name) for name in LIVING],
        "sorts": {word: link(_title(name), asked, asked["xep"] == name, xep=name) for name, word in ORDERS.items()},
        "columns": COLUMNS,
        "shown": _shown(asked),
        "saved": saved_views(request.user, Screen.HOUSEHOLDS),
        "view_draft": draft_key(request, "view", "households"),
        "may_edit": can(request.user, Permission.EDIT_HOUSEHOLD, unit),
        "may_import": can(request.user, Permission.IMPORT_HOUSEHOLD, unit),
    }
    return render(request, "office/households/list.html", context)


@login_required
@require_safe
def household_table(request: OfficeRequest, form: str) -> HttpResponse:
    """The list as it is filtered, sorted and cut to columns, all pages of it, as a CSV or Excel file; recorded."""
    unit, day = unit_to_see(request), day_asked(request)
    asked = asked_of(request, day)
    shown = [name for name in COLUMNS if name in _shown(asked)]
    header: list[Cell] = [_("Chủ hộ"), *(COLUMNS[name] for name in shown)]
    if unit is None:
        return as_file(form, "ho-dan", header, [])
    homes = export_households(
        by=request.user, unit=unit, wanted=wanted_of(asked, day), form=form, columns=["chu-ho", *shown]
    )
    name = f"ho-dan-{unit.code}-{day.day:%Y-%m-%d}"
    return as_file(form, name, header, (_row(home, shown) for home in homes))


def asked_of(request: OfficeRequest, day: DayAsked) -> dict[str, str]:
    """What the address asks of the list; words nobody knows ask nothing."""
    asked = {name: request.GET.get(name, "").strip()[:100] for name in ("thon", "tim", "loc", "xep")}
    asked["loc"] = asked["loc"] if asked["loc"] in LIVING else ""
    asked["xep"] = asked["xep"] if asked["xep"] in ORDERS else ""
    return {"ngay": day.typed, **asked, "cot": asked_columns(request, ("chu-ho", *COLUMNS))}


def wanted_of(asked: dict[str, str], day: DayAsked) -> Wanted:
    """The same for the register."""
    return Wanted(day.day, whole(asked["thon"]), LIVING[asked["loc"]], asked["tim"], ORDERS[asked["xep"]])


def _shown(asked: dict[str, str]) -> set[str]:
    """How a household ended is a column of those that have."""
    return shown_columns(asked, COLUMNS) - (set() if asked["loc"] == "da-ket-thuc" else {ENDED})


def how_it_ended(home: Household) -> str:
    """The last day it lived in the unit, and why; blank while it does."""
    left_on = getattr(home, "left_on", None)
    if left_on is None:
        return ""
    ended = home.ended_as if home.ended_on == left_on else ""
    return f"{printed_day(left_on)}: {EndedAs(ended or EndedAs.DEPARTED).label}"


def _title(name: str) -> str | Promise:
    return COLUMNS.get(name, gettext_lazy("Chủ hộ"))


def _row(home: Household, shown: list[str]) -> list[Cell]:
    cells: dict[str, Cell] = {
        "thon": home.village_name or "",  # type: ignore[attr-defined]
        "so-nguoi": home.member_count,  # type: ignore[attr-defined]
        "dia-chi": home.address_line or "",  # type: ignore[attr-defined]
        "ma-ho": home.local_code,
        "tu-ngay": printed_day(home.formed_on),
        ENDED: how_it_ended(home),
    }
    return [home.head_name or _("Chưa có chủ hộ"), *(cells[name] for name in shown)]  # type: ignore[attr-defined]
