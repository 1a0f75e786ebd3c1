"""Targets of the year, the worst first; indicators of a group with their values, each opening its rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.monitoring.queries import estimates, figures, indicators, standings
from giamngheo.office.lists import link
from giamngheo.office.monitoring import present
from giamngheo.office.monitoring.asking import asked_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day


@login_required
@require_safe
def list_page(request: OfficeRequest) -> HttpResponse:
    """One group of the catalogue at a time: each asks its registers once."""
    asked = asked_of(request)
    if asked is None:
        return render(request, "office/monitoring/list.html", {"no_unit": True})
    group = request.GET.get("nhom", "")
    group = group if group in present.ORIGINS else "M"
    typed = {"nhom": group, "ngay": request.GET.get("ngay", ""), "cap": asked.level,
             "thon": str(asked.village_id or "")}  # fmt: skip
    rows = [each for each in indicators() if each.origin == group]
    codes = [each.code for each in rows]
    if group == "M" and not request.GET.get("ngay") and asked.year < request.scope.today.year:
        asked = asked._replace(day=date(asked.year + 1, 1, 1))  # the year's review is in force from then on
    given = {"unit": asked.unit, "codes": codes, "day": asked.day, "village": asked.village_id}
    now, guesses = figures(request.user, **given), estimates(request.user, **given)  # type: ignore[arg-type]
    targets = standings(request.user, unit=asked.unit, year=asked.year, day=min(asked.day, date(asked.year, 12, 31)))
    context: dict[str, Any] = {
        "asked": asked, "typed": typed, "day": printed_day(asked.day),
        "chips": [link(title, typed, group == code, nhom=code) for code, title in present.ORIGINS.items()],
        "levels": asked.levels(), "targets": [present.target(each) for each in targets],
        "rows": [
            {"indicator": each, "now": present.figure(now[each.code]),
             "guess": present.figure(guesses[each.code]) if each.code in guesses else None}
            for each in rows
        ],
        "may_edit": can(request.user, Permission.EDIT_MONITORING, asked.unit), "tab": "indicators",
        "village_words": asked.village.name if asked.village else _("cả đơn vị"),
    }  # fmt: skip
    return render(request, "office/monitoring/list.html", context)
