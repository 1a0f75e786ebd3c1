"""The dashboard of a province: the same figures added up over its communes, each row leading to one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import permissions_in
from giamngheo.funds.queries import matrix
from giamngheo.monitoring.alerts.queries import by_commune
from giamngheo.monitoring.dashboards.queries import Numbers, communes_in, deprivations
from giamngheo.monitoring.models import AlertKind
from giamngheo.office.monitoring_watch import poverty
from giamngheo.office.monitoring_watch.charts import Cell, Chart, Column, printed
from giamngheo.office.monitoring_watch.commune import Read, read
from giamngheo.office.monitoring_watch.money_and_help import money
from giamngheo.office.requests import OfficeRequest
from giamngheo.territory.boundaries.loading import areas_on
from giamngheo.territory.models import Unit
from giamngheo.territory.reference import Units

MOST = 25  # communes a picture can show; its table has them all


def charts(request: OfficeRequest, unit: Unit) -> list[Chart]:
    """Every chart of the province that the user may see."""
    return list(_charts(request, unit))


def _charts(request: OfficeRequest, unit: Unit) -> Iterator[Chart]:
    user, rights = request.user, permissions_in(request.user, unit)
    seen = read(request, unit)
    places, word = communes(request, unit, seen), _("Xã")
    yield poverty.trend(seen.points, seen.counts)
    yield poverty.movement(seen.flows, seen.since, seen.until)
    yield poverty.by_place(places, word, MOST)
    names = list(poverty.indicators_of(seen.until))
    found = _by_commune(seen, deprivations(user, seen.place, names)) if names else {}
    worst = sorted(places, key=lambda each: -sum(found.get(each.pk, {}).values()))
    yield poverty.lacking(seen.until, worst, found, word, MOST)
    where = _points(unit)
    note = _("Vị trí xã theo danh mục đơn vị hành chính.")
    areas = areas_on(seen.until, units=[each.pk for each in places])
    yield poverty.on_map(places, lambda pk: where.get(pk), word, note, areas)
    yield _alerts(by_commune(user, unit), places)
    if Permission.VIEW_FUNDS in rights:
        day = min(request.scope.today, date(request.scope.year, 12, 31))
        inside = {each.pk for each in places}
        yield money(
            [row for row in matrix(user, request.scope.year, day) if row.line.unit_id in inside], request.scope.year
        )


def communes(request: OfficeRequest, unit: Unit, seen: Read) -> list[poverty.Place]:
    """Communes of the last day by name, with the numbers of their villages; each leads to its own page."""
    sums: dict[int, list[Numbers]] = {}
    empty = [Numbers()] * len(seen.points)
    lies = {pk: each.commune_id for pk, each in seen.place.villages.items()}
    for village, numbers in seen.counts.of.items():
        if village in lies:
            before = sums.get(lies[village], empty)
            sums[lies[village]] = [one + other for one, other in zip(before, numbers, strict=True)]
    page = reverse("office:dashboard")
    return [
        poverty.Place(each.pk, each.name, sums.get(each.pk, empty), f"{page}?don-vi={each.pk}")
        for each in communes_in(request.user, unit, seen.until)
    ]


def _by_commune(seen: Read, found: Mapping[int, Mapping[str, int]]) -> dict[int, dict[str, int]]:
    sums: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for village, lacks in found.items():
        for name, number in lacks.items():
            sums[seen.place.villages[village].commune_id][name] += number
    return sums


def _points(unit: Unit) -> dict[int, tuple[float, float]]:
    """Where communes lie, by the packaged register of units."""
    packaged = Units.packaged()
    fact = packaged.by_code(unit.code)
    points = {each.code: (each.lat, each.lon) for each in packaged.children(fact)} if fact else {}
    found = {}
    for pk, code in unit.children.filter(valid_to=None).values_list("pk", "code"):
        lat, lon = points.get(code, (None, None))
        if lat is not None and lon is not None:
            found[pk] = (lat, lon)
    return found


def _alerts(found: Mapping[int, Mapping[str, tuple[int, int]]], places: list[poverty.Place]) -> Chart:
    """Open alerts of each commune by kind; entitlements as the last run counted them."""
    kinds = list(AlertKind)
    rows: list[list[Cell]] = []
    links = []
    for each in sorted(places, key=lambda each: -sum(number for number, _a in found.get(each.pk, {}).values())):
        own = found.get(each.pk, {})
        if own:
            missing = own.get(AlertKind.NOT_RECEIVED, (0, 0))[1]
            rows.append([each.name, missing, *(own.get(kind, (0, 0))[0] for kind in kinds)])
            links.append(f"{reverse('office:alerts')}?don-vi={each.pk}")
    words = _("%(communes)s xã đang có cảnh báo chưa xong; %(missing)s suất chế độ chưa nhận.") % {
        "communes": len(rows), "missing": printed(sum(int(str(row[1])) for row in rows)),
    }  # fmt: skip
    columns = [Column(_("Xã"), None), Column(_("Suất chế độ chưa nhận")), *(Column(kind.label) for kind in kinds)]
    return Chart(
        "canh-bao", "bars", _("Cảnh báo chưa xong theo xã"), words, columns, rows, _("cảnh báo"),
        drawn=(0, *range(2, 2 + len(kinds))), tones=("near", "warning", "poor", "plain", "other", "good", "soft"),
        links=links, most=MOST, notes=[_("Theo lần tìm cảnh báo gần nhất của từng xã, không tính lại khi mở trang.")],
    )  # fmt: skip
