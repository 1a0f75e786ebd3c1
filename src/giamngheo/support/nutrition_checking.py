"""A weighing day looked over, row by row, before anything is written. docs/algorithms/growth.md."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils import timezone

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.numbers import format_number
from giamngheo.households.models import Membership, Person
from giamngheo.support import problems_nutrition as p
from giamngheo.support.facts import addresses_in
from giamngheo.support.growth.judging import Taken, age_in_days, judge
from giamngheo.support.judging import ages_on
from giamngheo.support.models import Maternity, NutritionMeasurement
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.territory.models import Unit

CHILD = 16  # years
SHORTER = 10  # mm by which a child may be shorter than before, as tapes differ
INDICATORS = {
    "height": ("chiều cao theo tuổi", "height for age"),
    "weight": ("cân nặng theo tuổi", "weight for age"),
    "thinness": ("cân nặng theo chiều cao", "weight for height"),
}


class Weighed(NamedTuple):
    """What was read off for somebody (an id). `repeated`: measured again because it looked wrong."""

    person: int
    weight_g: int | None = None
    height_mm: int | None = None
    position: str = ""
    arm_mm: int | None = None
    oedema: bool = False
    repeated: bool = False
    note: str = ""


class Looked(NamedTuple):
    """A row with its household; None where a finding says why."""

    row: Weighed
    person: Person | None
    household: int | None
    findings: list[Finding]


def standing_measurements(persons: Sequence[int]) -> list[NutritionMeasurement]:
    """Those neither taken back nor taking back, the oldest first."""
    rows = NutritionMeasurement.objects.filter(person__in=persons, reverses=None, reversed_by=None)
    return list(rows.order_by("on", "id"))


def taken_of(person: Person, row: Weighed | NutritionMeasurement, day: date) -> Taken:
    """What was measured, for the engine."""
    days, why = age_in_days(person.birth, day)
    lying = None if not row.position else row.position == "lying"
    return Taken(person.sex, days, row.weight_g, row.height_mm, lying, row.oedema, why)


def is_child(person: Person, day: date) -> bool | None:
    """Under 16 on the day; None where the birth does not say."""
    ages = ages_on(person.birth, day)
    if ages is None:
        return None
    return True if ages[1] < CHILD else False if ages[0] >= CHILD else None


def look_over(unit: Unit, on: date, rows: Sequence[Weighed], *, instead_of: int | None = None) -> list[Looked]:
    """Every row judged in a constant number of queries. `instead_of`: a measurement that is about to be taken back."""
    ids = [each.person for each in rows]
    people = {each.pk: each for each in Person.objects.filter(pk__in=ids)}
    living = Membership.objects.filter(
        valid_on(on), person__in=ids, household__in=addresses_in(unit, on).values("household")
    )
    homes = dict(living.values_list("person", "household"))
    mothers = set(
        Maternity.objects.filter(valid_on(on), person__in=ids, mistaken=False).values_list("person", flat=True)
    )
    before: dict[int, list[NutritionMeasurement]] = {}
    for each in standing_measurements(ids):
        if each.pk != instead_of:
            before.setdefault(each.person_id, []).append(each)
    twice = {pk for pk in ids if ids.count(pk) > 1}
    looked = []
    for row in rows:
        person, home = people.get(row.person), homes.get(row.person)
        found = _findings(row, person, home, unit, on, row.person in mothers, before.get(row.person, []))
        if row.person in twice and person is not None:
            found.append(p.SAME_DAY.at(who=person.full_name, day=format_date(on)))
        looked.append(Looked(row, person, home, found))
    return looked


def _findings(
    row: Weighed, person: Person | None, home: int | None, unit: Unit, on: date, mother: bool,
    before: list[NutritionMeasurement],
) -> list[Finding]:  # fmt: skip
    day, who = format_date(on), person.full_name if person else f"#{row.person}"
    if person is None or home is None:
        return [p.NOT_HERE.at(who=who, unit=unit.name, day=day)]
    days, _why = age_in_days(person.birth, on)
    if on > timezone.localdate() or (days is not None and days < 0):
        return [p.DAY.at(who=who, day=day)]
    if is_child(person, on) is False and not mother:
        return [p.NOT_OF_GROUP.at(who=who, day=day)]
    found = _ranges(row)
    if any(each.on == on for each in before):
        found.append(p.SAME_DAY.at(who=who, day=day))
    if not found and not row.repeated and is_child(person, on) is not False:
        found += _odd(row, person, on, before)
    return found


_RANGES = (
    ("weight_g", 500, 250_000, 1000, ("cân nặng", "weight"), ("0,5 đến 250 kg", "0.5 to 250 kg")),
    ("height_mm", 250, 2300, 10, ("chiều cao", "height"), ("25 đến 230 cm", "25 to 230 cm")),
    ("arm_mm", 50, 600, 10, ("vòng cánh tay", "arm"), ("5 đến 60 cm", "5 to 60 cm")),
)


def _ranges(row: Weighed) -> list[Finding]:
    found = []
    for name, least, most, scale, what, within in _RANGES:
        value = getattr(row, name)
        if value is not None and not least <= value <= most:
            found.append(
                p.FIGURE.at(text=format_number(Fraction(value, scale)), what_vi=what[0], what_en=what[1],
                            range_vi=within[0], range_en=within[1])
            )  # fmt: skip
    if row.weight_g is None and row.height_mm is None and row.arm_mm is None:
        found.append(p.NOTHING.at())
    return found


def _odd(row: Weighed, person: Person, on: date, before: list[NutritionMeasurement]) -> list[Finding]:
    judged = judge(taken_of(person, row, on))
    found = [
        p.IMPLAUSIBLE.at(who=person.full_name, what_vi=vi, what_en=en, **_both("z", Fraction(score.z)))
        for name, (vi, en) in INDICATORS.items()
        if (score := getattr(judged, name)).implausible
    ]
    earlier = [each for each in before if each.height_mm is not None and each.on < on]
    if row.height_mm is not None and earlier and row.height_mm < (earlier[-1].height_mm or 0) - SHORTER:
        last = earlier[-1]
        cm: dict[str, Any] = _both("now", Fraction(row.height_mm, 10)) | _both(
            "before", Fraction(last.height_mm or 0, 10)
        )
        found.append(p.SHRUNK.at(who=person.full_name, day=format_date(last.on), **cm))
    return found


def _both(name: str, value: Fraction) -> dict[str, Any]:
    """A figure as Vietnamese writes it, and as English does."""
    return {f"{name}_vi": format_number(value), f"{name}_en": f"{float(value):g}"}
