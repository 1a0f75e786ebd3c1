"""What the addresses of the register ask: a day, a unit, a village, words; with what was not understood said aloud."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import NotPermitted, Permission, require
from giamngheo.accounts.queries import active_grants
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import day, printed_day
from giamngheo.territory.models import Unit


class DayAsked(NamedTuple):
    """The day of a page. `typed`: as the address wrote it, blank for today; `problem`: why it is another day."""

    day: date
    typed: str = ""
    problem: str = ""


def day_asked(request: OfficeRequest) -> DayAsked:
    """`?ngay=` of the address: today without it, and where it cannot be read or lies ahead. In a commune that was
    merged away the last day it existed stands for today."""
    today, unit = request.scope.today, request.scope.unit
    standard = unit.valid_to if unit is not None and unit.valid_to else today
    typed = request.GET.get("ngay", "").strip()
    if not typed:
        return DayAsked(standard)
    asked = day(typed, today)
    if asked is None:
        return DayAsked(standard, "", _("Ngày “%(day)s” không đọc được; gõ như 01/09/2026 hoặc 1/9.") % {"day": typed})
    if asked > today:
        problem = _("Ngày %(day)s chưa đến; danh sách dưới đây là của hôm nay.") % {"day": printed_day(asked)}
        return DayAsked(standard, "", problem)
    return DayAsked(asked, printed_day(asked))


def unit_to_see(request: OfficeRequest) -> Unit | None:
    """The unit at the top, whose households the user may see; None: they have to choose one first.

    Raises NotPermitted for somebody who may see households nowhere, or not there.
    """
    unit = request.scope.unit
    if unit is not None:
        require(request.user, Permission.VIEW_HOUSEHOLD, unit)
    elif not active_grants(request.user, permission=Permission.VIEW_HOUSEHOLD).exists():
        raise NotPermitted(str(Permission.VIEW_HOUSEHOLD))
    return unit
