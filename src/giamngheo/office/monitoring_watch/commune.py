"""The dashboard of one commune: each chart read once, those the user may not see left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import permissions_in
from giamngheo.funds.queries import matrix
from giamngheo.monitoring.dashboards.days import YearPoint, year_points
from giamngheo.monitoring.dashboards.queries import (
    Counts,
    Flow,
    Numbers,
    counts_and_flows,
    deprivations,
    located,
    place_seen,
)
from giamngheo.office.lists import query_of
from giamngheo.office.monitoring_watch import poverty
from giamngheo.office.monitoring_watch.charts import Chart
from giamngheo.office.monitoring_watch.money_and_help import gaps, money
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day
from giamngheo.review.reports.place import Place
from giamngheo.support.queries import due_in
from giamngheo.territory.boundaries.loading import areas_on
from giamngheo.territory.models import Unit


class Read(NamedTuple):
    """What the charts of poverty share. `flows`: the year's movements, between the last two days of the series, `since`
    and `until`."""

    points: list[YearPoint]
    counts: Counts
    flows: list[Flow]
    place: Place
    since: date
    until: date


def read(request: OfficeRequest, unit: Unit) -> Read:
    """Counts of the year at the top and those before it. Raises OutOfScope, NotPermitted."""
    require(request.user, Permission.VIEW_REVIEW, unit)
    points = year_points(request.scope.year, request.scope.today) or year_points(
        request.scope.today.year, request.scope.today
    )
    before, last = points[-2:]
    found, flows = counts_and_flows(request.user, unit, [each.day for each in points])
    return Read(points, found, flows, place_seen(request.user, unit, last.day), before.day, last.day)


def charts(request: OfficeRequest, unit: Unit) -> list[Chart]:
    """Every chart of the commune that the user may see, in the order of the page."""
    return list(_charts(request, unit))


def _charts(request: OfficeRequest, unit: Unit) -> Iterator[Chart]:
    user, rights = request.user, permissions_in(request.user, unit)
    seen = read(request, unit)
    places, word = villages(seen), _("Thôn")
    yield poverty.trend(seen.points, seen.counts)
    yield poverty.movement(seen.flows, seen.since, seen.until)
    yield poverty.by_place(places, word)
    names = list(poverty.indicators_of(seen.until))
    yield poverty.lacking(seen.until, places, deprivations(user, seen.place, names) if names else {}, word)
    if Permission.SEE_SENSITIVE in rights:
        points = located(user, seen.place)
        note = _("Vị trí thôn là trung bình vị trí các hộ đã ghi trong sổ (từ 3 hộ trở lên).")
        yield poverty.on_map(
            places, lambda pk: (points[pk].latitude, points[pk].longitude) if pk in points else None, word, note,
            areas_on(seen.until, villages=seen.place.villages),
        )  # fmt: skip
    day = min(request.scope.today, date(request.scope.year, 12, 31))
    if Permission.VIEW_SUPPORT in rights:
        yield gaps(due_in(user, unit, day).lines)
    if Permission.VIEW_FUNDS in rights:
        rows = [row for row in matrix(user, request.scope.year, day) if row.line.unit_id == unit.pk]
        yield money(rows, request.scope.year)


def villages(seen: Read) -> list[poverty.Place]:
    """Villages of the last day in alphabetical order; each leads to its households of a class."""
    empty = [Numbers()] * len(seen.points)
    report = reverse("office:review-report-households", args=["r1"])
    day = printed_day(seen.until)
    return [
        poverty.Place(
            pk, each.name, seen.counts.of.get(pk, empty),
            f"{report}?{query_of({'cot': 'hn', 'dong': str(pk), 'on': day})}",
        )
        for pk, each in seen.place.villages.items()
    ]  # fmt: skip
