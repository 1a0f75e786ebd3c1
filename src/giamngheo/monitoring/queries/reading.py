"""Figures of a unit on a day: counted where a register holds them, else the newest typed or told. Actual and estimate
are two questions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import NotPermitted, OutOfScope, Permission, require
from giamngheo.accounts.queries import scope_units
from giamngheo.foundation.dates import format_date
from giamngheo.monitoring.computing import COMPUTED, Asked, Counted, Row, missing
from giamngheo.monitoring.computing.asked import year_of
from giamngheo.monitoring.computing.counted import folded
from giamngheo.monitoring.computing.poverty import COMPUTED as POVERTY
from giamngheo.monitoring.figures import Figure
from giamngheo.monitoring.models import Indicator, IndicatorValue
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class Opened(NamedTuple):
    """What a figure was counted from. `adds_up`: whether the rows give the value; a mistake of ours where not."""

    figure: Figure
    rows: list[Row]
    adds_up: bool


class Point(NamedTuple):
    """A year of a series: the actual and, where told, the estimate."""

    year: int
    actual: Figure
    estimate: Figure | None


def figures(
    user: User, *, unit: Unit, codes: Iterable[str], day: date, village: int | None = None, since: date | None = None
) -> dict[str, Figure]:
    """Actual figures by code; every code of the catalogue that was asked for is there, with a value or why not.

    `since`: from when what moved is counted, 1 January by default.
    Raises OutOfScope, NotPermitted. A register the user may not see leaves its figures without value.
    """
    require(user, Permission.VIEW_MONITORING, unit)
    known = {each.code: each for each in Indicator.objects.filter(code__in=list(codes))}
    asked = Asked(user, unit, day, village, since)
    told = _told(user, unit, day, known, village, is_estimate=False)
    found = {}
    for code, indicator in known.items():
        counted = _counted(asked, code)
        typed = told.get(code)
        found[code] = (
            _of_typed(indicator, typed)
            if typed is not None and (counted is None or counted.value is None)
            else _of_counted(indicator, asked, counted or missing(day, _why_nothing(indicator)))
        )
    return found


def estimates(
    user: User, *, unit: Unit, codes: Iterable[str], day: date, village: int | None = None
) -> dict[str, Figure]:
    """The newest estimates ("ước thực hiện") told for the day's year, by code; nothing where none was told."""
    require(user, Permission.VIEW_MONITORING, unit)
    known = {each.code: each for each in Indicator.objects.filter(code__in=list(codes))}
    told = _told(user, unit, day, known, village, is_estimate=True)
    return {code: _of_typed(known[code], value) for code, value in told.items()}


def opened(
    user: User, *, unit: Unit, code: str, day: date, village: int | None = None, since: date | None = None
) -> Opened | None:
    """The rows behind a counted figure; None: it is not counted. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_MONITORING, unit)
    indicator = Indicator.objects.filter(code=code).first()
    if indicator is None or code not in COMPUTED:
        return None
    asked = Asked(user, unit, day, village, since)
    counted = COMPUTED[code](asked)
    rows = counted.rows() if counted.value is not None else []
    adds_up = counted.value is None or folded(counted.fold, rows, counted.decimals) == counted.value
    return Opened(_of_counted(indicator, asked, counted), rows, adds_up)


def by_village(user: User, *, unit: Unit, code: str, day: date, villages: Iterable[int]) -> dict[int, Figure]:
    """A counted figure of each village of a commune; the unit's registers are read once. Nothing of one that is not
    counted. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_MONITORING, unit)
    indicator = Indicator.objects.filter(code=code).first()
    if indicator is None or code not in COMPUTED:
        return {}
    whole = Asked(user, unit, day)
    _counted(whole, code)
    found = {}
    for village in villages:
        asked = whole.in_village(village)
        found[village] = _of_counted(indicator, asked, _counted(asked, code) or missing(day, ""))
    return found


def _closing_of(code: str, year: int) -> date:
    """The day whose value is that of the year."""
    return date(year + 1, 1, 1) if code in POVERTY else date(year, 12, 31)


def series(
    user: User, *, unit: Unit, code: str, years: Iterable[int], today: date, village: int | None = None
) -> list[Point]:
    """Year by year: as each closed, or today; poverty closes on 1 January, when the year's review comes into force.

    A year before the unit was made is read from what it was made of.
    """
    found = []
    for year in years:
        day = min(_closing_of(code, year), today)
        if year_of(day) == year:
            actual = figures(user, unit=unit, codes=[code], day=day, village=village)
            guess = estimates(user, unit=unit, codes=[code], day=date(year, 12, 31), village=village)
            if code in actual:
                found.append(Point(year, actual[code], guess.get(code)))
    return found


def typed_values_for(
    user: User, unit: Unit, code: str, year: int | None = None, village: int | None = None
) -> QuerySet[IndicatorValue]:
    """Every value typed in or told by a plan for the unit (or what it was), replaced ones too, the newest first."""
    seen = scope_units(user, permission=Permission.VIEW_MONITORING)
    found = IndicatorValue.objects.filter(unit__in=seen, indicator__code=code, within="", village=village)
    found = found.filter(unit__in=covering([unit.pk])).filter(_one_place(unit))
    found = found.select_related("indicator", "unit", "by", "evidence", "replaced_by", "plan")
    return (found if year is None else found.filter(period_year=year)).order_by("-period_year", "-as_of", "-id")


def _one_place(unit: Unit) -> Q:
    """The unit itself or what it was, never a part of it: `covering` names both."""
    return Q(unit__level=unit.level)


def _counted(asked: Asked, code: str) -> Counted | None:
    if code not in COMPUTED:
        return None
    try:
        return COMPUTED[code](asked)
    except (NotPermitted, OutOfScope):
        return missing(asked.day, _("Bạn không có quyền xem sổ mà con số này được tính từ đó."))


def _told(
    user: User, unit: Unit, day: date, known: dict[str, Indicator], village: int | None, *, is_estimate: bool
) -> dict[str, IndicatorValue]:
    """The newest by code: of the day's year, holding for a day no later; one query."""
    seen = scope_units(user, permission=Permission.VIEW_MONITORING)
    rows = IndicatorValue.objects.filter(
        unit=unit, indicator__code__in=list(known), within="", village=village, period_year=year_of(day),
        is_estimate=is_estimate, replaced_by=None,
    ).filter(unit__in=seen)  # fmt: skip
    if not is_estimate:
        rows = rows.filter(Q(as_of=None) | Q(as_of__lte=day))
    found: dict[str, IndicatorValue] = {}
    for each in rows.select_related("indicator", "plan").order_by("as_of", "id"):
        found[each.indicator.code] = each
    return found


def _of_counted(indicator: Indicator, asked: Asked, counted: Counted) -> Figure:
    opens = indicator.code in COMPUTED and counted.value is not None
    query = {"ngay": format_date(asked.day)} | ({"thon": str(asked.village)} if asked.village else {})
    query |= {"tu": format_date(asked.since)} if asked.since else {}
    return Figure(
        indicator.code, counted.value, indicator.unit, counted.as_of, False, counted.source,
        "office:monitoring-rows" if opens else None, (indicator.code,) if opens else (), query if opens else None,
        counted.why_missing, counted.note, counted.decimals or indicator.decimals, indicator.code in COMPUTED,
    )  # fmt: skip


def _of_typed(indicator: Indicator, value: IndicatorValue) -> Figure:
    return Figure(
        indicator.code, value.value, indicator.unit, value.as_of, value.is_estimate, _said_by(value),
        "office:monitoring-indicator", (indicator.code,), {"nam": str(value.period_year)},
        decimals=value.decimals, value_id=value.pk,
    )  # fmt: skip


def _said_by(value: IndicatorValue) -> str:
    if value.plan is not None:
        return _("kế hoạch năm %(year)s của xã") % {"year": value.plan.year}
    return value.source or _("nhập tay")


def _why_nothing(indicator: Indicator) -> str:
    return _("Phần mềm không tính được chỉ tiêu này và chưa ai nhập số.")
