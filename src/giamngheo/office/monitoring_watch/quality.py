"""Quality of the commune's data: every measure, and the rows behind one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from giamngheo.monitoring.quality.measures import MEASURES, Dimension, Measured
from giamngheo.monitoring.quality.queries import Tally, rows_of, tallies
from giamngheo.office.monitoring_watch.charts import printed, rate
from giamngheo.office.requests import OfficeRequest

PER_PAGE = 50
DIMENSIONS = {
    Dimension.COMPLETE: _("Đầy đủ"),
    Dimension.CONSISTENT: _("Hợp lý"),
    Dimension.TIMELY: _("Kịp thời"),
    Dimension.ONCE: _("Không trùng"),
}


@login_required
@require_safe
def page(request: OfficeRequest) -> HttpResponse:
    """Every measure of the commune at the top, today."""
    unit = request.scope.unit
    if unit is None:
        return render(request, "office/monitoring_watch/quality.html", {"no_unit": True})
    found = grouped(tallies(request.user, unit, request.scope.today))
    return render(
        request, "office/monitoring_watch/quality.html", {"unit": unit, "groups": found, "day": request.scope.today}
    )


@login_required
@require_safe
def rows_page(request: OfficeRequest, key: str) -> HttpResponse:
    """The rows of one measure, a page at a time; a pair leads to the comparison of the two."""
    unit, measure = request.scope.unit, MEASURES.get(key)
    if unit is None or measure is None:
        raise Http404
    rows = rows_of(request.user, unit, request.scope.today, key)
    found = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "unit": unit, "measure": measure, "page": found, "page_query": "", "day": request.scope.today,
        "rows": [_row(measure.rows, each) for each in found.object_list],
    }  # fmt: skip
    return render(request, "office/monitoring_watch/quality_rows.html", context)


def grouped(found: Sequence[Tally]) -> list[dict[str, Any]]:
    """Measures under their dimension, each with what is right of a hundred."""
    groups: dict[Dimension, list[dict[str, Any]]] = {}
    for each in found:
        measure = MEASURES[each.measure]
        share = rate(each.checked - each.wrong, each.checked) if measure.rows != Measured.PAIR else None
        groups.setdefault(measure.dimension, []).append(
            {"measure": measure, "wrong": each.wrong, "checked": each.checked,
             "right": "–" if share is None else f"{printed(share, 2)} %"}
        )  # fmt: skip
    return [{"title": DIMENSIONS[dimension], "rows": rows} for dimension, rows in groups.items()]


def _row(kind: Measured, each: Any) -> dict[str, str]:
    if kind == Measured.PAIR:
        names = f"{each.first.full_name} – {each.second.full_name}"
        return {"url": reverse("office:duplicate", args=[each.pk]), "name": names, "more": each.first_village or ""}
    if kind == Measured.PERSON:
        return {
            "url": reverse("office:person", args=[each.person_id]), "name": each.person.full_name,
            "more": str(each.get_relation_display()),
        }  # fmt: skip
    return {
        "url": reverse("office:household", args=[each.pk]), "name": each.head_name or str(each),
        "more": each.village_name or "",
    }  # fmt: skip
