"""Work somebody took, taking the entry back, and asking after them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.labour import problems as p
from giamngheo.labour.keeping import MONTHS, living_in, same_person, standing
from giamngheo.labour.models import FollowUp, FollowUpOutcome, Placement, PlacementKind, Vacancy, VacancyState
from giamngheo.labour.values import Taken

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_SAME = (
    "unit", "person", "kind", "vacancy", "company", "country", "contract_number", "valid_from", "valid_to", "wage",
    "deposit",
)  # fmt: skip


@transaction.atomic
def place(*, by: User, unit: Unit, person: int, taken: Taken, vacancy: Vacancy | None = None) -> Placement:
    """Enter that somebody took work. Raises Refused (LABOUR-*), OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_LABOUR, unit)
    company, country, number = (squeeze(nfc(each)) for each in (taken.company, taken.country, taken.contract_number))
    here = living_in(by, unit, taken.valid_from, [person], Permission.EDIT_LABOUR)
    if person not in here:
        raise p.refuse(p.NOT_HERE, who=f"#{person}", day=format_date(taken.valid_from))
    found = []
    if taken.kind not in PlacementKind.values:
        found.append(p.VALUE.at(who=company, value=taken.kind, field_vi="loại", field_en="kind"))
    abroad = taken.kind == PlacementKind.ABROAD
    for value, needed, vi, en in (
        (company, True, "nơi làm việc", "The company"),
        (country, abroad, "nước đến", "The country"),
        (number, abroad, "số hợp đồng", "The number of the contract"),
    ):
        if needed and not value:
            found.append(p.EMPTY.at(field_vi=vi, field_en=en))
    for sum_, vi, en in ((taken.wage, "lương", "wage"), (taken.deposit, "tiền ký quỹ", "deposit")):
        if sum_ is not None and not 0 < sum_ < 10**15:
            found.append(p.VALUE.at(who=company, value=sum_, field_vi=vi, field_en=en))
    if not abroad and (country or taken.deposit):
        found.append(p.VALUE.at(who=company, value=country or taken.deposit, field_vi="nước đến, ký quỹ (chỉ cho "
                                "nước ngoài)", field_en="country or deposit (abroad only)"))  # fmt: skip
    if taken.valid_from > timezone.localdate() or (taken.valid_to and taken.valid_to < taken.valid_from):
        found.append(p.DAY.at(day=format_date(taken.valid_to or taken.valid_from)))
    if vacancy is not None and (vacancy.employer.unit_id != unit.pk or vacancy.state != VacancyState.OPEN):
        found.append(p.ENDED.at(title=vacancy.title, state=vacancy.get_state_display()))
    theirs = same_person([person])
    if number and standing(Placement.objects.filter(person__in=theirs, contract_number=number)).exists():
        found.append(p.CONTRACT.at(who=here[person].full_name, number=number))
    if found:
        raise p.Refused(*found)
    values = asdict(taken) | {"company": company, "country": country, "contract_number": number}
    made = Placement.objects.create(unit=unit, person=here[person], vacancy=vacancy, by=by, **values)
    record(by=by, action="labour.place", subject=made, unit=unit, after={"person": person, "kind": taken.kind})
    return made


@transaction.atomic
def take_back_placement(*, by: User, placement: Placement, reason: str) -> Placement:
    """Take an entry back, whole and once, by a counter-row. Raises Refused (LABOUR-*), OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_LABOUR, placement.unit)
    reason = squeeze(nfc(reason))
    if not reason:
        raise p.refuse(p.EMPTY, field_vi="lý do", field_en="A reason")
    if placement.reverses_id is not None or Placement.objects.filter(reverses=placement).exists():
        raise p.refuse(p.REVERSED)
    same = {name: getattr(placement, name) for name in _SAME}
    made = Placement.objects.create(**same, reverses=placement, reason=reason[:300], by=by)
    record(by=by, action="labour.take_back_placement", subject=made, unit=placement.unit, reason=reason)
    return made


@transaction.atomic
def follow_up(*, by: User, placement: Placement, months: int, on: date, outcome: str, note: str = "") -> FollowUp:
    """Enter what became of a placement. Raises Refused (LABOUR-*), OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_LABOUR, placement.unit)
    if placement.reverses_id is not None or Placement.objects.filter(reverses=placement).exists():
        raise p.refuse(p.REVERSED)
    if months not in MONTHS or outcome not in FollowUpOutcome.values:
        raise p.refuse(p.VALUE, who=placement.company, value=outcome, field_vi="kết quả", field_en="outcome")
    if on < placement.valid_from or on > timezone.localdate():
        raise p.refuse(p.DAY, day=format_date(on))
    made = FollowUp.objects.create(
        placement=placement, months=months, on=on, outcome=outcome, note=squeeze(nfc(note))[:300], by=by
    )
    record(by=by, action="labour.follow_up", subject=made, unit=placement.unit, after={"outcome": outcome})
    return made
