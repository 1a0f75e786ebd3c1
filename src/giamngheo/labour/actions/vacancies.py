"""Work offered, and the end of the offer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import NotPermitted, Permission, require
from giamngheo.accounts.queries import can_everywhere
from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.labour import problems as p
from giamngheo.labour.keeping import placed_in, standing
from giamngheo.labour.models import Employer, Occupation, Placement, Skill, Vacancy, VacancyState, WorkPlace
from giamngheo.labour.values import Offered

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import SheetImport
    from giamngheo.territory.models import Unit


@transaction.atomic
def open_vacancy(
    *, by: User, unit: Unit, employer: str, title: str, occupation: str, skill: int, work_place: int,
    opened_on: date, closes_on: date, places: int = 1, wage: int | None = None, place: str = "", phone: str = "",
    sheet: SheetImport | None = None,
) -> Vacancy:  # fmt: skip
    """A vacancy of an employer, who is entered with it where they are not known. `sheet`: the workbook it came with.
    Raises Refused (LABOUR-*)."""
    _require(by, unit)
    offered = Offered(
        squeeze(nfc(employer)), squeeze(nfc(title)), occupation, skill, work_place, opened_on, closes_on, places, wage,
        squeeze(nfc(place)), squeeze(phone),
    )  # fmt: skip
    if found := check_offer(offered):
        raise p.Refused(*found)
    offering, _made = Employer.objects.get_or_create(
        unit=unit, name=offered.employer, defaults={"place": offered.place, "phone": offered.phone, "by": by}
    )
    made = Vacancy.objects.create(
        employer=offering, title=offered.title, occupation=occupation, skill=skill, work_place=work_place, wage=wage,
        places=places, opened_on=opened_on, closes_on=closes_on, sheet=sheet, by=by,
    )  # fmt: skip
    after = {"title": offered.title, "employer": offered.employer}
    record(by=by, action="labour.open_vacancy", subject=made, unit=unit, after=after)
    return made


def check_offer(offered: Offered) -> list[Finding]:
    """What is wrong with what an employer offers."""
    found = []
    for words, vi, en in (
        (offered.employer, "tên nơi tuyển", "The employer"),
        (offered.title, "vị trí", "The vacancy"),
    ):
        if not words:
            found.append(p.EMPTY.at(field_vi=vi, field_en=en))
    for chosen, values, vi, en in (
        (offered.occupation, Occupation.values, "nghề", "occupation"),
        (offered.skill, Skill.values, "trình độ", "skill"),
        (offered.work_place, WorkPlace.values, "nơi làm việc", "place"),
    ):
        if chosen not in values:
            found.append(p.VALUE.at(who=offered.title, value=chosen, field_vi=vi, field_en=en))
    if not 1 <= offered.places <= 100_000:
        found.append(p.VALUE.at(who=offered.title, value=offered.places, field_vi="số chỗ", field_en="places"))
    wrong = offered.closes_on < offered.opened_on
    if wrong or offered.opened_on > timezone.localdate():
        found.append(p.DAY.at(day=format_date(offered.closes_on if wrong else offered.opened_on)))
    return found


CHANGED = ("employer", "title", "occupation", "skill", "work_place", "wage", "places", "opened_on", "closes_on")


def check_change(stands: Vacancy, offered: Offered, placed: int) -> list[Finding]:
    """What keeps a vacancy from becoming what is offered now; `placed`: who took work through it."""
    if stands.state != VacancyState.OPEN:
        return [p.ENDED.at(title=stands.title, state=stands.get_state_display())]
    if offered.places < placed:
        return [p.FEWER_PLACES.at(title=stands.title, places=offered.places, count=placed)]
    return check_offer(offered)


@transaction.atomic
def change_vacancy(*, by: User, vacancy: Vacancy, offered: Offered) -> Vacancy:
    """Put right what is offered, while it is open; the employer by name. Raises Refused (LABOUR-*), OutOfScope,
    NotPermitted."""
    unit = vacancy.employer.unit
    _require(by, unit)
    held = Vacancy.objects.select_for_update(of=("self",)).select_related("employer").get(pk=vacancy.pk)
    offered = replace(offered, employer=squeeze(nfc(offered.employer)), title=squeeze(nfc(offered.title)))
    if found := check_change(held, offered, placed_in([held.pk]).get(held.pk, 0)):
        raise p.Refused(*found)
    before = {name: str(getattr(held, name)) for name in CHANGED}
    for name in CHANGED[1:]:
        setattr(held, name, getattr(offered, name))
    if held.employer.name != offered.employer:
        beside = {"place": offered.place, "phone": offered.phone, "by": by}
        held.employer = Employer.objects.get_or_create(unit=unit, name=offered.employer, defaults=beside)[0]
    held.save()
    after = {name: str(getattr(held, name)) for name in CHANGED}
    changed = {name for name in CHANGED if before[name] != after[name]}
    record(
        by=by, action="labour.change_vacancy", subject=held, unit=unit, before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )  # fmt: skip
    return held


@transaction.atomic
def end_vacancy(*, by: User, vacancy: Vacancy, state: str) -> Vacancy:
    """Open → filled, closed or expired, today. Raises Refused (LABOUR-*), OutOfScope, NotPermitted."""
    unit = vacancy.employer.unit
    _require(by, unit)
    held = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    today = timezone.localdate()
    if held.state != VacancyState.OPEN:
        raise p.refuse(p.ENDED, title=held.title, state=held.get_state_display())
    if state not in (VacancyState.FILLED, VacancyState.CLOSED, VacancyState.EXPIRED):
        raise p.refuse(p.VALUE, who=held.title, value=state, field_vi="trạng thái", field_en="state")
    if state == VacancyState.EXPIRED and held.closes_on >= today:
        raise p.refuse(p.DAY, day=format_date(held.closes_on))
    count = standing(Placement.objects.filter(vacancy=held)).count()
    if state == VacancyState.FILLED and count < held.places:
        raise p.refuse(p.NOT_FILLED, count=count, places=held.places)
    held.state, held.ended_on = state, today
    held.save()
    record(by=by, action="labour.end_vacancy", subject=held, unit=unit, after={"state": state})
    return held


def _require(by: User, unit: Unit) -> None:
    """Vacancies are the commune's: a right in some villages is not enough."""
    require(by, Permission.EDIT_LABOUR, unit)
    if not can_everywhere(by, Permission.EDIT_LABOUR, unit):
        raise NotPermitted
