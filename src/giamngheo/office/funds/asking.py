"""What the screens of money are asked about: the commune, the budget year, the days of the report."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.http import Http404
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.funds.models import FundLine
from giamngheo.funds.queries import lines_for
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import day, printed_day
from giamngheo.territory.models import Unit


class Days(NamedTuple):
    """First and last day of the reporting period; `problem`: why they are not those that were typed."""

    since: date
    until: date
    problem: str = ""


def unit_of(request: OfficeRequest, permission: Permission = Permission.VIEW_FUNDS) -> Unit | None:
    """The commune at the top, if the user may; None where none is chosen. Raises OutOfScope, NotPermitted."""
    unit = request.scope.unit
    if unit is not None:
        require(request.user, permission, unit)
    return unit


def days_of(request: OfficeRequest) -> Days:
    """`?tu=` and `?den=`: the year at the top, up to today or its last day."""
    year, today = request.scope.year, request.scope.today
    first, last = date(year, 1, 1), date(year, 12, 31)
    usual = min(max(today, first), last)
    typed = {name: request.GET.get(name, "").strip() for name in ("tu", "den")}
    read = {name: day(words, usual) if words else None for name, words in typed.items()}
    since, until = read["tu"] or first, read["den"] or usual
    unread = next((typed[name] for name in typed if typed[name] and read[name] is None), "")
    if unread:
        return Days(first, usual, _("Ngày “%(day)s” không đọc được; gõ như 01/09/2026 hoặc 1/9.") % {"day": unread})
    if not first <= since <= until:
        problem = _("Kỳ báo cáo %(since)s - %(until)s không nằm trong năm %(year)s.")
        values = {"since": printed_day(since), "until": printed_day(until), "year": year}
        return Days(first, usual, problem % values)
    return Days(since, until)


def line_or_404(request: OfficeRequest, pk: int, permission: Permission = Permission.VIEW_FUNDS) -> FundLine:
    """A line of the user's; another's does not exist. Raises NotPermitted for an act they may not."""
    found = lines_for(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    require(request.user, permission, found.unit)
    return found
