"""People as given: cleaned, questioned, compared with who is there, built with their keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from giamngheo.foundation import citizen_id
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.households.births import earliest, is_birth, printed
from giamngheo.households.ethnic_groups import ethnic_groups
from giamngheo.households.models import Change, Household, Membership, Person, SearchEntry, Sex
from giamngheo.households.names import name_keys
from giamngheo.households.permissions import OutOfScope
from giamngheo.households.problems import (
    AFTER_DEATH,
    BIRTH_WRONG,
    ETHNIC_GROUP,
    ID_HELD,
    NAME_EMPTY,
    NO_HOUSEHOLD,
    PHONE,
    SEX_UNKNOWN,
    refuse,
)
from giamngheo.households.queries.people import may_see
from giamngheo.households.values import PersonValues

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

NAME = 100  # characters of a name that the column holds
_PHONE = re.compile(r"[0-9]{8,15}")
_NOT_DIGITS = re.compile(r"[\s.\-()+]+")


def cleaned(given: PersonValues, line: int | None = None) -> tuple[PersonValues, list[Finding]]:
    """The values in the form they are kept in, and what is wrong with them (`line`: which member, from 1)."""
    number, problem = citizen_id.read(given.citizen_id)
    values = replace(
        given,
        full_name=squeeze(nfc(given.full_name)),
        citizen_id=number,
        phone=_NOT_DIGITS.sub("", given.phone),
        ethnic_group=given.ethnic_group.strip(),
    )
    found = [] if problem is None else [problem._replace(line=line)]
    if not 0 < len(values.full_name) <= NAME:
        found.append(NAME_EMPTY.at(line, most=NAME))
    if values.sex not in ("", *Sex.values):
        found.append(SEX_UNKNOWN.at(line, given=values.sex))
    birth = values.birth
    if birth is not None and (not is_birth(birth) or earliest(birth) > timezone.localdate()):
        found.append(BIRTH_WRONG.at(line, birth=printed(birth) if is_birth(birth) else birth))
    if values.ethnic_group and values.ethnic_group not in ethnic_groups():
        found.append(ETHNIC_GROUP.at(line, given=values.ethnic_group))
    if values.phone and not _PHONE.fullmatch(values.phone):
        found.append(PHONE.at(line))
    return values, found


def built(values: PersonValues, change: Change | None) -> Person:
    """A person not yet saved, of cleaned values."""
    return Person(
        **name_keys(values.full_name)._asdict(), sex=values.sex, birth=values.birth, ethnic_group=values.ethnic_group,
        citizen_id=values.citizen_id, phone=values.phone, changed_in=change,
    )  # fmt: skip


def warnings(values: PersonValues | Person) -> list[Finding]:
    """What the citizen id says against the sex and the birth."""
    return citizen_id.compare(values.citizen_id, sex=values.sex, birth=values.birth)


def holders(numbers: Iterable[str]) -> dict[str, Person]:
    """The living bearers of these ids. Whoever enters one of them at this moment is waited for."""
    wanted = sorted({each for each in numbers if each})
    if wanted and connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for each in wanted:
                cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('citizen id ' || %s, 0))", [each])
    living = Person.objects.filter(citizen_id__in=wanted, died_on=None, merged_into=None)
    return {each.citizen_id: each for each in living}


def id_held(holder: Person, by: User | None, line: int | None = None) -> Finding:
    """The finding that an id is another's, who is named only to those who may see them."""
    if by is None or may_see(by, holder):
        holder_vi = holder_en = holder.full_name
    else:
        holder_vi, holder_en = "một người ở nơi khác", "somebody elsewhere"
    masked = citizen_id.mask(holder.citizen_id)
    return ID_HELD.at(line, masked=masked, holder_vi=holder_vi, holder_en=holder_en)


def household_of(by: User | None, person: Person) -> Household:
    """The household the person is in now. Raises OutOfScope for somebody `by` may not see, REGISTER-AFTER-DEATH,
    REGISTER-NO-HOUSEHOLD."""
    if by is not None and not may_see(by, person):
        raise OutOfScope("person")
    row = Membership.objects.select_related("household").filter(person=person.pk, valid_to=None).first()
    if row is not None:
        return row.household
    now = Person.objects.get(pk=person.pk)
    if now.died_on is not None:
        raise refuse(AFTER_DEATH, name=now.full_name, died=format_date(now.died_on))
    raise refuse(NO_HOUSEHOLD, name=now.full_name)


def lived_in(household: Household, since: date) -> QuerySet[Person]:
    """Everybody who was a member on some day from `since` on, also those who have left or died."""
    rows = Membership.objects.filter(Q(valid_to=None) | Q(valid_to__gte=since), household=household)
    return Person.objects.filter(pk__in=rows.values("person"))


def village_of_person(by: User | None, person: Person) -> int:
    """The village of the person's last household. Raises OutOfScope for somebody `by` may not see."""
    if by is not None and not may_see(by, person):
        raise OutOfScope("person")
    return SearchEntry.objects.get(person=person.pk).village_id
