"""Entering a weighing day, correcting it by counter-rows; mothers; follow-up; who looked and who took a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.findings import Severity
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.support import problems_nutrition as p
from giamngheo.support.models import FollowUpKind, Maternity, MaternityKind, NutritionFollowUp, NutritionMeasurement
from giamngheo.support.nutrition_checking import Looked, Weighed, look_over
from giamngheo.support.problems import Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.households.models import Person
    from giamngheo.territory.models import Unit

_SAME = ("unit_id", "household_id", "person_id", "on", "weight_g", "height_mm", "position", "arm_mm", "oedema")


@transaction.atomic
def weigh(*, by: User | None, unit: Unit, on: date, rows: Sequence[Weighed]) -> list[NutritionMeasurement]:
    """Enter what was measured on a day: every row or none. Raises WeighingRefused (NUTRITION-*), OutOfScope,
    NotPermitted."""
    _may_write(by, unit)
    if not rows:
        raise refuse(p.NOTHING)
    looked = look_over(unit, on, rows)
    if any(each.severity == Severity.ERROR for row in looked for each in row.findings):
        raise p.WeighingRefused([each.findings for each in looked])
    made = NutritionMeasurement.objects.bulk_create([_row(each, unit, on, by) for each in looked])
    after = {"on": on, "count": len(made), "measurements": [each.pk for each in made[:1000]]}
    record(by=by, action="nutrition.weigh", subject=made[0], unit=unit, after=after)
    return made


@transaction.atomic
def take_back_measurement(*, by: User | None, measurement: NutritionMeasurement, reason: str) -> NutritionMeasurement:
    """Take one back by a counter-row. Raises Refused (NUTRITION-*), OutOfScope, NotPermitted."""
    _may_write(by, measurement.unit)
    return _take_back(by, measurement, reason)


@transaction.atomic
def correct_measurement(
    *, by: User | None, measurement: NutritionMeasurement, weighed: Weighed, reason: str
) -> NutritionMeasurement:
    """Take one back and enter the right figures for the same person and day. Raises Refused, WeighingRefused,
    OutOfScope, NotPermitted; nothing changed then."""
    _may_write(by, measurement.unit)
    weighed = weighed._replace(person=measurement.person_id)
    looked = look_over(measurement.unit, measurement.on, [weighed], instead_of=measurement.pk)
    if looked[0].findings:
        raise p.WeighingRefused([each.findings for each in looked])
    _take_back(by, measurement, reason)
    made = _row(looked[0], measurement.unit, measurement.on, by)
    made.reason = squeeze(nfc(reason))
    made.save()
    record(by=by, action="nutrition.correct", subject=made, unit=measurement.unit, after={"instead_of": measurement.pk})
    return made


@transaction.atomic
def begin_maternity(*, by: User | None, unit: Unit, person: Person, kind: str, since: date) -> Maternity:
    """Enter that a woman is pregnant or nursing since a day. Raises Refused (NUTRITION-*), OutOfScope, NotPermitted."""
    _may_write(by, unit)
    others = Maternity.objects.filter(person=person, mistaken=False)
    upon = any(each.valid_to is None or each.valid_to >= since for each in others)
    if kind not in MaternityKind.values or person.sex != "female" or since > timezone.localdate() or upon:
        raise refuse(p.MATERNITY, who=person.full_name)
    made = Maternity.objects.create(unit=unit, person=person, kind=kind, valid_from=since, by=by)
    record(by=by, action="nutrition.maternity_begun", subject=made, unit=unit, after={"person": person.pk})
    return made


@transaction.atomic
def end_maternity(*, by: User | None, maternity: Maternity, on: date, mistaken: bool = False) -> Maternity:
    """Write its last day; `mistaken`: it never was. Raises Refused (NUTRITION-*), OutOfScope, NotPermitted."""
    _may_write(by, maternity.unit)
    if maternity.valid_to is not None or on < maternity.valid_from or on > timezone.localdate():
        raise refuse(p.MATERNITY, who=maternity.person.full_name)
    maternity.valid_to, maternity.mistaken = on, mistaken
    maternity.ended_by, maternity.ended_at = by, timezone.now()
    maternity.save(update_fields=("valid_to", "mistaken", "ended_by", "ended_at"))
    record(
        by=by, action="nutrition.maternity_ended", subject=maternity, unit=maternity.unit, after={"mistaken": mistaken}
    )
    return maternity


@transaction.atomic
def follow_up_nutrition(
    *, by: User | None, unit: Unit, person: Person, on: date, kind: str, note: str = "", next_on: date | None = None
) -> NutritionFollowUp:
    """Enter what was done for somebody. Raises Refused (NUTRITION-FOLLOW-UP), OutOfScope, NotPermitted."""
    _may_write(by, unit)
    note = squeeze(nfc(note))[:500]
    late = next_on is not None and next_on <= on
    if kind not in FollowUpKind.values or on > timezone.localdate() or late or (kind == "other" and not note):
        raise refuse(p.FOLLOW_UP)
    made = NutritionFollowUp.objects.create(
        unit=unit, person=person, on=on, kind=kind, note=note, next_on=next_on, by=by
    )
    record(by=by, action="nutrition.follow_up", subject=made, unit=unit, after={"person": person.pk, "on": on})
    return made


@transaction.atomic
def open_growth(*, by: User, unit: Unit, person: Person) -> None:
    """Record that somebody looked at a person's measurements. Raises OutOfScope, NotPermitted."""
    require(by, Permission.VIEW_SUPPORT, unit)
    require(by, Permission.SEE_SENSITIVE, unit)
    record(by=by, action="nutrition.seen", subject=person, unit=unit)


@transaction.atomic
def export_nutrition(*, by: User, unit: Unit, form: str, rows: int, asked: dict[str, Any]) -> None:
    """Record that names with figures left as a file. Raises OutOfScope, NotPermitted."""
    require(by, Permission.VIEW_SUPPORT, unit)
    require(by, Permission.SEE_SENSITIVE, unit)
    record(by=by, action="nutrition.exported", subject=None, unit=unit, after={"form": form, "rows": rows, **asked})


def _may_write(by: User | None, unit: Unit) -> None:
    if by is not None:
        require(by, Permission.EDIT_SUPPORT, unit)
        require(by, Permission.SEE_SENSITIVE, unit)


def _take_back(by: User | None, measurement: NutritionMeasurement, reason: str) -> NutritionMeasurement:
    reason = squeeze(nfc(reason))
    if not reason:
        raise refuse(p.NO_REASON)
    if measurement.reverses_id is not None or NutritionMeasurement.objects.filter(reverses=measurement).exists():
        raise refuse(p.REVERSED)
    same = {name: getattr(measurement, name) for name in _SAME}
    made = NutritionMeasurement.objects.create(**same, reason=reason, reverses=measurement, by=by)
    record(by=by, action="nutrition.take_back", subject=made, unit=measurement.unit, after={"reverses": measurement.pk})
    return made


def _row(each: Looked, unit: Unit, on: date, by: User | None) -> NutritionMeasurement:
    if each.person is None or each.household is None:
        raise Refused(*each.findings)
    row = each.row
    return NutritionMeasurement(
        unit=unit, household_id=each.household, person=each.person, on=on, weight_g=row.weight_g,
        height_mm=row.height_mm, position=row.position if row.height_mm else "", arm_mm=row.arm_mm, oedema=row.oedema,
        repeated=row.repeated, note=squeeze(nfc(row.note))[:300], by=by,
    )  # fmt: skip
