"""Writing down what people told of their work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.labour import problems as p
from giamngheo.labour.keeping import living_in
from giamngheo.labour.models import Industry, LabourRecord, LabourStatus, Occupation, Skill, WorkPlace
from giamngheo.labour.values import Told

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import SheetImport
    from giamngheo.territory.models import Unit


@transaction.atomic
def tell(
    *, by: User, unit: Unit, on: date, told: Mapping[int, Told], sheet: SheetImport | None = None
) -> list[LabourRecord]:
    """Write down what each person (by number) told on a day: all of them or none, in a constant number of queries.
    `sheet`: the workbook it came with.

    Raises Refused (LABOUR-*), OutOfScope, NotPermitted. People the user may not write about are not of the commune.
    """
    require(by, Permission.EDIT_LABOUR, unit)
    if on > timezone.localdate():
        raise p.refuse(p.DAY, day=format_date(on))
    here = living_in(by, unit, on, told, Permission.EDIT_LABOUR)
    findings = [
        finding
        for pk, each in told.items()
        for finding in (
            check(here[pk].full_name, each) if pk in here else [p.NOT_HERE.at(who=f"#{pk}", day=format_date(on))]
        )
    ]
    if findings:
        raise p.Refused(*findings)
    rows = [
        LabourRecord(unit=unit, person=here[pk], on=on, sheet=sheet, by=by, **asdict(each)) for pk, each in told.items()
    ]
    made = LabourRecord.objects.bulk_create(rows)
    if made:
        after = {"on": on, "count": len(made), "people": list(told)[:1000]}
        record(by=by, action="labour.tell", subject=made[0], unit=unit, after=after)
    return made


def check(who: str, told: Told) -> list[Finding]:
    """What is wrong with what somebody told."""
    found = []
    known: tuple[tuple[object, list, str, str], ...] = (
        (told.status, LabourStatus.values, "tình trạng", "status"),
        (told.industry, ["", *Industry.values], "nhóm ngành", "industry"),
        (told.occupation, ["", *Occupation.values], "nghề", "occupation"),
        (told.skill, Skill.values, "trình độ", "skill"),
        (told.wish_occupation, ["", *Occupation.values], "nghề mong muốn", "wished occupation"),
        (told.wish_place, [None, *WorkPlace.values], "nơi mong muốn", "wished place"),
    )
    for value, values, vi, en in known:
        if value not in values:
            found.append(p.VALUE.at(who=who, value=value, field_vi=vi, field_en=en))
    if told.wish_wage is not None and not 0 < told.wish_wage < 10**12:
        found.append(p.VALUE.at(who=who, value=told.wish_wage, field_vi="lương mong muốn", field_en="wished wage"))
    employed = told.status == LabourStatus.EMPLOYED
    if employed != bool(told.industry) or (told.occupation and not employed):
        found.append(p.WORK.at(who=who))
    return found
