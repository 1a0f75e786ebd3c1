"""Targets of a place in a year, of plans and assigned ones, each with how far it is on a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import scope_units
from giamngheo.monitoring.figures import Figure
from giamngheo.monitoring.models import AssignedTarget, Indicator, Target
from giamngheo.monitoring.periods import window
from giamngheo.monitoring.progress import FALLS_FROM, Aim, Progress, progress, worst_first
from giamngheo.monitoring.queries.reading import figures

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

FLOWS = ("S03", "S04", "M04", "M05", "M06", "F03", "Q01", "Q02")
LOANS = ("08", "09", "10", "11", "12", "13", "14")


class Standing(NamedTuple):
    """A target and how far it is. `words`: of a plan, its sentence; `paper`: what gives it.

    `baseline`: the value when the period began; `rate`: of a fall, what it falls from.
    """

    indicator: Indicator
    words: str
    paper: str
    aim: Aim
    now: Figure
    baseline: Figure | None
    rate: Figure | None
    progress: Progress
    village: str = ""
    assigned: AssignedTarget | None = None
    plan: int | None = None


class _Wanted(NamedTuple):
    indicator: Indicator
    comparator: str
    value: Decimal
    begins: date
    ends: date
    words: str
    paper: str
    village: int | None = None
    village_name: str = ""
    assigned: AssignedTarget | None = None
    plan: int | None = None


def assigned_targets_for(user: User) -> QuerySet[AssignedTarget]:
    """Targets assigned to units the user sees the monitoring of; replaced ones too."""
    units = scope_units(user, permission=Permission.VIEW_MONITORING)
    found = AssignedTarget.objects.filter(unit__in=units)
    return found.select_related("indicator", "unit", "village", "by", "replaced_by")


def standings(user: User, *, unit: Unit, year: int, day: date, code: str = "") -> list[Standing]:
    """Every target of the unit and its villages in a year with its progress on `day`, the newest of each place."""
    require(user, Permission.VIEW_MONITORING, unit)
    wanted = [*_of_plans(user, unit, year, code), *_assigned(user, unit, year, code)]
    read = _Reading(user, unit, wanted, day)
    found = [_standing(each, day, read) for each in wanted]
    return sorted(found, key=lambda each: worst_first(each.progress.state))


def comparators(user: User, *, unit: Unit, year: int, village: int | None = None) -> dict[str, dict[Fraction, str]]:
    """By indicator and value how a target of the place is compared: what a report's number alone does not say."""
    require(user, Permission.VIEW_MONITORING, unit)
    found: dict[str, dict[Fraction, str]] = defaultdict(dict)
    for each in (*_of_plans(user, unit, year, ""), *_assigned(user, unit, year, "")):
        if each.village == village:
            found[each.indicator.code][Fraction(each.value)] = each.comparator
    return found


class _Reading:
    """Figures asked for together: one question to the registers for each day and place."""

    def __init__(self, user: User, unit: Unit, wanted: list[_Wanted], day: date) -> None:
        self._user, self._unit = user, unit
        asked: dict[tuple[date, int | None], set[str]] = defaultdict(set)
        for each in wanted:
            code = each.indicator.code
            asked[_day(each, day), each.village].add(code)
            if not _is_flow(code):
                asked[_before(each), each.village].add(code)
            asked[_before(each), each.village].update(FALLS_FROM.get(code, ()))
        self._known = {
            key: figures(user, unit=unit, codes=codes, day=key[0], village=key[1]) for key, codes in asked.items()
        }

    def figure(self, code: str, day: date, village: int | None) -> Figure | None:
        return self._known.get((day, village), {}).get(code)


def _day(wanted: _Wanted, day: date) -> date:
    return min(day, wanted.ends)


def _before(wanted: _Wanted) -> date:
    """The day of the value a target starts from."""
    return wanted.begins  # on 1 January the result of the last year's review is in force


def _is_flow(code: str) -> bool:
    """Counted from nought each year: what was done, lent, paid, moved since 1 January."""
    return code in FLOWS or code[:1] == "F" or (code[:1] == "S" and code[1:3] in LOANS)


def _of_plans(user: User, unit: Unit, year: int, code: str) -> list[_Wanted]:
    plans = Target.objects.filter(
        commune__in=scope_units(user, permission=Permission.VIEW_PLAN), commune=unit, year=year,
        indicator__isnull=False, value__isnull=False,
    ).select_related("indicator", "plan")  # fmt: skip
    if code:
        plans = plans.filter(indicator__code=code)
    return [
        _Wanted(each.indicator, each.comparator, each.value, date(year, 1, 1), date(year, 12, 31), each.text,
                _("kế hoạch năm %(year)s của xã") % {"year": year}, plan=each.plan_id)
        for each in plans
        if each.indicator is not None and each.value is not None
    ]  # fmt: skip


def _assigned(user: User, unit: Unit, year: int, code: str) -> list[_Wanted]:
    found = assigned_targets_for(user).filter(unit=unit, year=year, replaced_by=None)
    if code:
        found = found.filter(indicator__code=code)
    made = []
    for each in found:
        begins, ends = window(each.period, year, each.number)
        if each.period == "year":  # figures of a year are of its calendar; the window is of the report
            begins, ends = date(year, 1, 1), date(year, 12, 31)
        made.append(
            _Wanted(each.indicator, each.comparator, each.value, begins, ends, "", each.paper, each.village_id,
                    each.village.name if each.village else "", each)
        )  # fmt: skip
    return made


def _standing(wanted: _Wanted, day: date, read: _Reading) -> Standing:
    code, village = wanted.indicator.code, wanted.village
    at, before, is_flow = _day(wanted, day), _before(wanted), _is_flow(code)
    now = read.figure(code, at, village)
    baseline = None if is_flow else read.figure(code, before, village)
    rates = [read.figure(each, before, village) for each in FALLS_FROM.get(code, ())]
    rate = next((each for each in rates if each is not None and each.value is not None), None)
    aim = Aim(
        wanted.comparator, wanted.value, wanted.begins, wanted.ends, rate.value if rate else None,
        wanted.indicator.unit == "%", wanted.indicator.unit in ("hộ", "người", "lượt", "mô hình"), is_flow,
    )  # fmt: skip
    value = now.value if now else None
    found = progress(aim, at, value, baseline.value if baseline else None)
    if now is None:
        raise LookupError(code)
    return Standing(
        wanted.indicator, wanted.words, wanted.paper, aim, now, baseline, rate, found, wanted.village_name,
        wanted.assigned, wanted.plan,
    )  # fmt: skip
