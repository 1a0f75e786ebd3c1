"""Values typed in where no register holds them, assigned targets, deadlines: added and replaced, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date, last_day
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.monitoring import problems as p
from giamngheo.monitoring.models import AssignedTarget, Comparator, Indicator, IndicatorValue, OwnDeadline
from giamngheo.monitoring.periods import kinds, numbers, rules
from giamngheo.monitoring.problems import Refused
from giamngheo.territory.queries import villages_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import StoredFile
    from giamngheo.territory.models import Unit

_DIGITS = 6
_MOST = Decimal(10) ** 14


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A value as it was told."""

    indicator: Indicator
    value: Decimal
    as_of: date
    source: str
    is_estimate: bool = False
    village: int | None = None
    evidence: StoredFile | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Aimed:
    """A target as a paper gives it."""

    indicator: Indicator
    year: int
    value: Decimal
    comparator: str
    paper: str
    period: str = "year"
    number: int = 1
    village: int | None = None


@transaction.atomic
def type_value(
    *, by: User | None, unit: Unit, typed: TypedValue, instead_of: IndicatorValue | None = None, reason: str = ""
) -> IndicatorValue:
    """Add a value; `instead_of`: the typed one it replaces. Raises Refused (MONITOR-*), OutOfScope, NotPermitted."""
    _may_write(by, unit)
    found = [*_value_findings(typed.indicator, typed.value), *_village_findings(unit, typed.village, typed.as_of)]
    today = timezone.localdate()
    if typed.as_of > today and not typed.is_estimate:
        found.append(p.DAY.at(day=format_date(typed.as_of), year=typed.as_of.year))
    if not squeeze(typed.source):
        found.append(p.SOURCE.at())
    if instead_of is not None and (not squeeze(reason) or not _replaceable(instead_of, unit, typed)):
        found.append(p.REPLACED.at())
    if found:
        raise Refused(*found)
    made = IndicatorValue.objects.create(
        indicator=typed.indicator, unit=unit, period_year=typed.as_of.year, value=typed.value,
        decimals=_decimals(typed.value), as_of=typed.as_of, is_estimate=typed.is_estimate, village_id=typed.village,
        source=_words(typed.source, 300), note=_words(typed.note, 1000), evidence=typed.evidence, replaces=instead_of,
        reason=_words(reason, 300) if instead_of else "", by=by, at=timezone.now(),
    )  # fmt: skip
    after = {"indicator": typed.indicator.code, "value": typed.value, "as_of": typed.as_of}
    record(by=by, action="monitoring.type_value", subject=made, unit=unit, after=after, reason=made.reason)
    return made


@transaction.atomic
def assign_target(
    *, by: User | None, unit: Unit, aimed: Aimed, instead_of: AssignedTarget | None = None, reason: str = ""
) -> AssignedTarget:
    """Add a target; `instead_of`: the one it replaces. Raises Refused (MONITOR-*), OutOfScope, NotPermitted."""
    _may_write(by, unit)
    found = _village_findings(unit, aimed.village, date(aimed.year, 12, 31) if 1 <= aimed.year <= 9998 else None)
    known = aimed.period in rules() and aimed.number in numbers(aimed.period) and 2000 <= aimed.year <= 2100
    if not known or aimed.comparator not in Comparator.values or not squeeze(aimed.paper) or not _fits(aimed.value):
        found.append(p.TARGET.at())
    if instead_of is not None and (
        not squeeze(reason) or instead_of.unit_id != unit.pk or instead_of.indicator_id != aimed.indicator.pk
        or AssignedTarget.objects.filter(replaces=instead_of).exists()
    ):  # fmt: skip
        found.append(p.REPLACED.at())
    if found:
        raise Refused(*found)
    made = AssignedTarget.objects.create(
        unit=unit, village_id=aimed.village, indicator=aimed.indicator, year=aimed.year, period=aimed.period,
        number=aimed.number, value=aimed.value, comparator=aimed.comparator, paper=_words(aimed.paper, 300),
        replaces=instead_of, reason=_words(reason, 300) if instead_of else "", by=by,
    )  # fmt: skip
    after = {"indicator": aimed.indicator.code, "year": aimed.year, "value": aimed.value}
    record(by=by, action="monitoring.assign_target", subject=made, unit=unit, after=after, reason=made.reason)
    return made


@transaction.atomic
def set_deadline(
    *, by: User | None, unit: Unit, kind: str, month: int | None, day: int, since: date, paper: str
) -> OwnDeadline:
    """Set by when the unit reports, from a day. Raises Refused (MONITOR-DEADLINE), OutOfScope, NotPermitted."""
    _may_write(by, unit)
    known = kinds().get(kind)
    monthly = known is not None and known.period == "month"
    real = month is None or (1 <= month <= 12 and 1 <= day <= last_day(2024, month))
    if (
        known is None
        or known.own_days
        or not squeeze(paper)
        or not 1 <= day <= 31
        or not real
        or (month is None) != monthly
    ):
        raise Refused(p.DEADLINE.at())
    made = OwnDeadline.objects.create(
        unit=unit, kind=kind, due_month=month, due_day=day, valid_from=since, paper=_words(paper, 300), by=by
    )
    after = {"kind": kind, "day": day, "month": month}
    record(by=by, action="monitoring.set_deadline", subject=made, unit=unit, after=after)
    return made


def _may_write(by: User | None, unit: Unit) -> None:
    if by is not None:
        require(by, Permission.EDIT_MONITORING, unit)


def _words(text: str, most: int) -> str:
    return squeeze(nfc(text))[:most]


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent)) if value.is_finite() else 0


def _fits(value: Decimal) -> bool:
    return value.is_finite() and abs(value) < _MOST and _decimals(value) <= _DIGITS


def _value_findings(indicator: Indicator, value: Decimal) -> list[Finding]:
    share = indicator.unit == "%"
    if _fits(value) and (not share or 0 <= value <= 100):
        return []
    return [p.VALUE.at(value=str(value), indicator=indicator.name)]


def _village_findings(unit: Unit, village: int | None, day: date | None) -> list[Finding]:
    if village is None or (day and villages_of(unit, day).filter(pk=village).exists()):
        return []
    return [p.VILLAGE.at(unit=unit.name)]


def _replaceable(old: IndicatorValue, unit: Unit, typed: TypedValue) -> bool:
    """A typed value of the same place and indicator, of the same kind, not replaced yet."""
    same = old.plan_id is None and old.unit_id == unit.pk and old.village_id == typed.village
    same = same and old.indicator_id == typed.indicator.pk and old.is_estimate == typed.is_estimate
    return same and not IndicatorValue.objects.filter(replaces=old).exists()
