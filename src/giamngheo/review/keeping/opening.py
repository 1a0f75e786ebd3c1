"""What must hold of the households of an opening list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.households.models import Address, Household
from giamngheo.review import problems_decisions as p
from giamngheo.review.keeping.days import today
from giamngheo.review.keeping.naming import names_of
from giamngheo.review.models import ClassPath, HouseholdClass, PovertyClass
from giamngheo.review.problems import Refused
from giamngheo.territory.models import Unit, VillageMembership
from giamngheo.territory.queries import covering, valid_on

GIVEN = (PovertyClass.POOR, PovertyClass.NEAR_POOR)


def check_households(unit: Unit, wanted: Mapping[Household, str], day: date) -> None:
    """Each lives in the unit (or in what it was) on `day`, or today where the register begins later; has no class on or
    after the day; is given poor or near_poor. Raises Refused with every finding. `wanted` are locked by the caller."""
    keys = {each.pk for each in wanted}
    names = names_of(keys, today())
    villages = VillageMembership.objects.filter(commune__in=covering([unit.pk])).values("village")
    here = set(
        Address.objects.filter(valid_on(day) | valid_on(today()), household__in=keys, village__in=villages).values_list(
            "household", flat=True
        )
    )
    rows = HouseholdClass.objects.filter(household__in=keys, path=ClassPath.POVERTY, voided_by=None)
    held = {row.household_id: row for row in rows if row.valid_to is None or row.valid_to >= day}
    findings: list[Finding] = []
    for household, value in wanted.items():
        name = names[household.pk]
        if value not in GIVEN:
            findings.append(p.CLASS_WRONG.at(name=name, value=value))
        if household.pk not in here:
            findings.append(p.OPENING_HOUSEHOLD.at(name=name, unit=unit.name, day=format_date(day)))
        elif household.pk in held:
            findings.append(p.OPENING_HELD.at(name=name, since=format_date(held[household.pk].valid_from)))
    if findings:
        raise Refused(*findings)
