"""Policy credit of the year: programme by month with totals, months that do not agree marked; and as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.funds.credit import STATED
from giamngheo.funds.queries import CreditYear, credit_year
from giamngheo.office.funds.asking import unit_of
from giamngheo.office.funds.credit_asking import MEASURES, in_millions, programme_title
from giamngheo.office.lists import link
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file

FLOWS = ("turnover", "count")


@login_required
@require_safe
def credit_year_page(request: OfficeRequest) -> HttpResponse:
    """One measure at a time; months without a report have no column."""
    unit = unit_of(request)
    if unit is None:
        return render(request, "office/funds/credit_year.html", {"no_unit": True})
    year, today = request.scope.year, request.scope.today
    measure = request.GET.get("so", "")
    measure = measure if measure in MEASURES else "turnover"
    found = credit_year(request.user, unit, year)
    last = 12 if year < today.year else today.month if year == today.year else 0
    context: dict[str, Any] = {
        "unit": unit, "year": year, "measure": measure, "months": found.months, "is_flow": measure in FLOWS,
        "chips": [link(title, {}, name == measure, so=name) for name, title in MEASURES.items()],
        "rows": [(programme_title(*each.key), _cells(each.months, found, measure),
                  in_millions(getattr(each.since_january, measure), measure)) for each in found.lines],
        "sums": _cells(found.total.months, found, measure),
        "total": in_millions(getattr(found.total.since_january, measure), measure),
        "stated": _stated(found, measure), "last": max(found.months, default=0),
        "unbalanced": [(number, each) for number, each in found.months.items() if each.findings],
        "missing": [month for month in range(1, last + 1) if month not in found.months],
        "withdrawn": found.withdrawn, "may_edit": can(request.user, Permission.EDIT_FUNDS, unit),
    }  # fmt: skip
    return render(request, "office/funds/credit_year.html", context)


@login_required
@require_safe
def credit_year_file(request: OfficeRequest, form: str) -> HttpResponse:
    """Every line of the year in đồng: programme by month, then the month's sum, what is stated and the difference."""
    unit = unit_of(request)
    if unit is None or form not in ("csv", "xlsx"):
        raise Http404
    found = credit_year(request.user, unit, request.scope.year)
    header: list[Cell] = [
        _("Tháng"), _("Chương trình"), *(_money(name) for name in MEASURES), _("Doanh số lũy kế từ tháng 1 (đồng)"),
        _("Số lượt lũy kế từ tháng 1"), _("Tình trạng"),
    ]  # fmt: skip
    return as_file(form, f"tin-dung-{unit.code}-{request.scope.year}", header, _file_rows(found))


def _money(name: str) -> str:
    return str(MEASURES[name]) if name == "count" else _("%(what)s (đồng)") % {"what": MEASURES[name]}


def _file_rows(found: CreditYear) -> Iterator[list[Cell]]:
    for number, month in found.months.items():
        state = _("không khớp") if month.findings else _("khớp")
        for line in found.lines:
            if number in line.months:
                yield [number, programme_title(*line.key), *_figures(line.months[number]), *_since(line.months, number),
                       ""]  # fmt: skip
        yield [number, _("Cộng các chương trình"), *_figures(month.sums), *_since(found.total.months, number), state]
        if any(each is not None for each in month.stated):
            yield [number, _("Ngân hàng ghi"), *_figures(month.stated), "", "", state]
            apart: list[Cell] = [_apart(month, name) for name in MEASURES]
            yield [number, _("Chênh lệch"), *apart, "", "", state]


def _apart(month: Any, name: str) -> Cell:
    stated, got = getattr(month.stated, name), getattr(month.sums, name)
    return stated - got if stated is not None and got is not None else ""


def _figures(figures: Any) -> list[Cell]:
    return ["" if value is None else value for value in (getattr(figures, name) for name in MEASURES)]


def _since(months: Any, until: int) -> list[Cell]:
    """Turnover and count of the months up to this one."""
    return [sum(getattr(each, name) or 0 for month, each in months.items() if month <= until) for name in FLOWS]


def _cells(months: Any, found: CreditYear, measure: str) -> list[tuple[int, str]]:
    return [
        (number, in_millions(getattr(months[number], measure), measure) if number in months else "–")
        for number in found.months
    ]


def _stated(found: CreditYear, measure: str) -> dict[str, Any] | None:
    """What the bank states, by month, with whether it agrees; None where it never does."""
    if measure not in STATED:
        return None
    values = [
        (number, getattr(each.stated, measure), getattr(each.sums, measure)) for number, each in found.months.items()
    ]
    if all(stated is None for _number, stated, _got in values):
        return None
    cells = [
        (number, in_millions(stated, measure), stated is not None and got is not None and stated != got)
        for number, stated, got in values
    ]
    whole = (
        None if any(stated is None for _number, stated, _got in values) else sum(stated for _n, stated, _g in values)
    )
    if measure not in FLOWS:
        whole = values[-1][1]
    return {"cells": cells, "total": in_millions(whole, measure)}
