"""The demonstration's weighing days: two, of invented children with invented figures around WHO's median."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

from giamngheo.support.actions import nutrition as verbs
from giamngheo.support.growth.judging import LAST_DAY_2006, STANDS_FROM, age_in_days, months
from giamngheo.support.growth.tables import available, coefficients
from giamngheo.support.models import NutritionMeasurement
from giamngheo.support.nutrition_checking import Weighed, look_over
from giamngheo.support.queries.nutrition import Subject, growth_list

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

DAYS = (date(2026, 3, 10), date(2026, 9, 10))
_SEED = 2026
_BMI = 15.5


def prepare(*, by: User, unit: Unit) -> int:
    """Two weighing days, once; how many were measured. Nothing without WHO's tables."""
    if not available() or NutritionMeasurement.objects.filter(unit=unit).exists():
        return 0
    random, made = Random(_SEED), 0  # noqa: S311 invents figures, guards nothing
    place = {each.person.pk: random.gauss(-0.9, 1.0) for each in growth_list(by, unit, DAYS[-1])}
    for number, on in enumerate(DAYS):
        children = [each for each in growth_list(by, unit, on) if each.person.pk in place and not each.maternity]
        rows = [row for each in children if (row := _row(each, on, place[each.person.pk] + 0.3 * number))]
        kept = [looked.row for looked in look_over(unit, on, rows) if not looked.findings]
        if kept:
            made += len(verbs.weigh(by=by, unit=unit, on=on, rows=kept))
    for each in growth_list(by, unit, DAYS[-1]):
        if each.judged is not None and each.judged.below:
            verbs.follow_up_nutrition(
                by=by, unit=unit, person=each.person, on=DAYS[-1], kind="advice", next_on=date(2026, 12, 10)
            )
    return made


def _row(each: Subject, on: date, z: float) -> Weighed | None:
    days, _why = age_in_days(each.person.birth, on)
    if days is None or days < 0 or each.person.sex not in ("male", "female"):
        return None
    early = days <= LAST_DAY_2006
    at = coefficients(
        "height_for_age" if early else "height_for_age_2007", each.person.sex, Fraction(days) if early else months(days)
    )
    if at is None:
        return None
    tall = at.median * (1 + at.spread * z)
    grams = round(_BMI * (1 + 0.04 * z) * (tall / 100) ** 2 * 1000, -2)
    position = "lying" if days < STANDS_FROM else "standing"
    return Weighed(each.person.pk, int(grams), round(tall * 10), position=position)
