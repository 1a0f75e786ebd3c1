"""The matrix of money: node by source by year of allocation, with totals; on the screen and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.models import Screen
from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.foundation.numbers import format_number
from giamngheo.funds.models import FundLine, LineDifficulty
from giamngheo.funds.queries import MatrixRow, difficulties, matrix
from giamngheo.office.funds.alerts import Outlook, outlook, owner_named, short_of
from giamngheo.office.funds.asking import days_of, unit_of
from giamngheo.office.funds.naming import node_title
from giamngheo.office.funds.norms import counterparts
from giamngheo.office.lists import asked_columns, query_of, shown_columns
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.saved import forget, keep, offered
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day

NUMBERS = ("plan", "carried_in", "total", "advanced", "period", "disbursed", "remaining")
HEADINGS = {
    "plan": gettext_lazy("Kế hoạch giao"),
    "carried_in": gettext_lazy("Chuyển nguồn sang"),
    "total": gettext_lazy("Tổng vốn"),
    "advanced": gettext_lazy("Tạm ứng chưa thu hồi"),
    "period": gettext_lazy("Giải ngân trong kỳ"),
    "disbursed": gettext_lazy("Giải ngân lũy kế"),
    "remaining": gettext_lazy("Còn lại"),
}
_RARE = ("carried_in", "advanced")
_ALWAYS = "nguon"


class Shown(NamedTuple):
    """One line of the table: `line` None for a total."""

    title: str
    line: FundLine | None
    values: dict[str, int]

    @property
    def rate(self) -> str:
        total = self.values["total"]
        return format_number(Fraction(100 * self.values["disbursed"], total), 1) + " %" if total else "–"


class Group(NamedTuple):
    """One project of the programme, its lines and their sum."""

    title: str
    rows: list[Shown]
    sum: Shown


@login_required
@require_safe
def matrix_page(request: OfficeRequest) -> HttpResponse:
    """The year at the top, up to today or the day asked for."""
    unit = unit_of(request)
    if unit is None:
        return render(request, "office/funds/matrix.html", {"no_unit": True})
    days = days_of(request)
    year = request.scope.year
    rows = matrix(request.user, year, days.until, days.since, unit=unit)
    total = summed(_("Cộng"), rows)
    seen = outlook(request.user, unit, rows, year, days.until)
    short = short_of(request.user, rows, seen)
    # On the screen a column of noughts gives its place to the others; the file has them all.
    headings = {name: title for name, title in HEADINGS.items() if name not in _RARE or total.values[name]}
    if days.since == date(year, 1, 1):
        del headings["period"]  # the same as since 1 January
    asked = _asked(request)
    if asked["cot"]:  # whoever chose columns sees those
        headings = {name: title for name, title in HEADINGS.items() if name in shown_columns(asked, HEADINGS)}
    context = {
        "unit": unit, "days": days, "groups": grouped(rows), "sum": total, "headings": headings,
        "may_edit": can(request.user, Permission.EDIT_FUNDS, unit), "year": year,
        "counterpart": counterparts(request.user, rows), "short": short,
        "too_few": bool(rows) and not short and not any(seen.estimates.values()),
        "hindered": difficulties(request.user, [row.line for row in rows], days.until),
        "typed": {"tu": printed_day(days.since), "den": printed_day(days.until)}, "asked": asked,
        "query_now": query_of(asked), "page_query": query_of(asked), "columns": HEADINGS, "shown": set(headings),
        "always": _ALWAYS, **offered(request, Screen.FUNDS),
    }  # fmt: skip
    return render(request, "office/funds/matrix.html", context)


@login_required
@require_safe
def matrix_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same table as a CSV or Excel file."""
    unit = unit_of(request)
    if unit is None or form not in ("csv", "xlsx"):
        raise Http404
    days, year = days_of(request), request.scope.year
    rows = matrix(request.user, year, days.until, days.since, unit=unit)
    header: list[Cell] = [
        _("Dự án"), _("Nguồn vốn"), _("Năm kế hoạch vốn"), *HEADINGS.values(), _("Tỷ lệ (%)"),
        _("Ước đến 31/12, thấp nhất"), _("Ước đến 31/12, cao nhất"), _("Ước theo nhịp năm trước"),
        _("Người phụ trách"), _("Khó khăn, vướng mắc"), _("Ghi ngày"),
    ]  # fmt: skip
    seen = outlook(request.user, unit, rows, year, days.until)
    hindered = difficulties(request.user, [row.line for row in rows], days.until)
    lines: list[Sequence[Cell]] = [[*_cells(row), *_beside(row, seen, hindered.get(row.line.pk))] for row in rows]
    total = summed(_("Cộng"), rows)
    lines.append([total.title, "", "", *(total.values[name] for name in NUMBERS), total.rate, *[""] * 6])
    return as_file(form, f"kinh-phi-{unit.code}-{year}-{days.until:%Y-%m-%d}", header, lines)


@login_required
@require_POST
def save_view(request: OfficeRequest) -> HttpResponse:
    """Keep the period and the columns under a name."""
    return keep(request, Screen.FUNDS, query_of(_asked(request)), "office:funds")


@login_required
@require_POST
def remove_view(request: OfficeRequest, pk: int) -> HttpResponse:
    """Forget one of one's own views."""
    return forget(request, Screen.FUNDS, pk, "office:funds")


def _asked(request: OfficeRequest) -> dict[str, str]:
    days = {name: request.GET.get(name, "").strip()[:10] for name in ("tu", "den")}
    return {**days, "cot": asked_columns(request, (_ALWAYS, *HEADINGS))}


def _cells(row: MatrixRow) -> list[Cell]:
    shown = _shown(row)
    node = row.line.node.code if row.line.node else _("Chưa phân bổ")
    return [node, row.line.source.name, row.line.year, *(shown.values[name] for name in NUMBERS), shown.rate]


def _beside(row: MatrixRow, seen: Outlook, told: LineDifficulty | None) -> list[Cell]:
    last = seen.last_year[row.line.pk]
    return [
        *(seen.estimates[row.line.pk] or ("", "")), "" if last is None else last.amount,
        owner_named(seen.owner(row.line)), told.text if told else "", printed_day(told.on) if told else "",
    ]  # fmt: skip


def grouped(rows: list[MatrixRow]) -> list[Group]:
    """Lines under the node they are for, in the order of the programme."""
    by_node: dict[str, list[MatrixRow]] = {}
    for row in rows:
        by_node.setdefault(node_title(row.line), []).append(row)
    return [Group(title, [_shown(row) for row in some], summed(title, some)) for title, some in by_node.items()]


def summed(title: str, rows: list[MatrixRow]) -> Shown:
    """The sum of lines; loans are never among them."""
    return Shown(title, None, {name: sum(getattr(row, name) for row in rows) for name in NUMBERS})


def _shown(row: MatrixRow) -> Shown:
    title = f"{row.line.source.name}, {row.line.year}"
    return Shown(title, row.line, {name: getattr(row, name) for name in NUMBERS})
