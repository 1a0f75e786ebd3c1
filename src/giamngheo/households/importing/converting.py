"""A household of a list as the row the register takes, with what is wrong or doubtful about its values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from giamngheo.foundation import citizen_id
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import bare
from giamngheo.households.keeping.people import cleaned
from giamngheo.households.keeping.places import CODE
from giamngheo.households.lists import problems as p
from giamngheo.households.lists.ethnic import ethnic_group
from giamngheo.households.lists.people import ListedHousehold, ListedPerson
from giamngheo.households.lists.registering_problems import TOO_LONG
from giamngheo.households.models import CircumstanceKind, Relation
from giamngheo.households.values import HouseholdRow, Member, PersonValues, Place

WORDS = 200  # characters of an address and of a circumstance's detail that the columns hold
# The list's relations that the register names otherwise; "other" is asked again, not guessed.
_RELATIONS = {"parent_in_law": Relation.OTHER_KIN, "other": Relation.UNKNOWN, None: Relation.UNKNOWN}
_MARKS = frozenset(("x", "co", "1", "v", "true", "+"))  # ticks: they say that, not which


class Circumstances(NamedTuple):
    """The circumstances of one member, counted from 0: kind, and the degree or category as written."""

    member: int
    told: tuple[tuple[CircumstanceKind, str], ...]


class Prepared(NamedTuple):
    """A household ready to enter."""

    row: HouseholdRow
    circumstances: tuple[Circumstances, ...]


def prepared(household: ListedHousehold, village_id: int, day: date) -> Prepared:
    """The row of a household of which nothing is wrong; `day`: from when on the register says so."""
    members, circumstances = [], []
    for at, person in enumerate(household.members):
        relation = _RELATIONS.get(person.relation) or Relation(str(person.relation))
        members.append(Member(values_of(person), relation))
        if told := _circumstances(person):
            circumstances.append(Circumstances(at, told))
    place = Place(village_id, household.address)
    return Prepared(HouseholdRow(day, place, tuple(members), household.code), tuple(circumstances))


def values_of(person: ListedPerson) -> PersonValues:
    """The values of a person; a group nobody knows stays open."""
    return PersonValues(
        full_name=person.full_name, sex=person.sex or "", birth=person.birth,
        ethnic_group=ethnic_group(person.ethnic_group) if person.ethnic_group else "",
        citizen_id=person.citizen_id or "", phone=person.phone or "",
    )  # fmt: skip


def questioned(household: ListedHousehold, group_column: str) -> list[Finding]:
    """What the register would refuse, and what it would doubt, with rows of the list."""
    first, sheet = household.members[0].row, household.sheet
    found = [
        TOO_LONG.at(first, sheet=sheet, field_vi=vi, field_en=en, most=most)
        for text, most, vi, en in (
            (household.code, CODE, "mã hộ", "the household's code"),
            (household.address, WORDS, "địa chỉ", "the address"),
        )
        if len(text) > most
    ]  # fmt: skip
    for person in household.members:
        values, refused = cleaned(values_of(person), person.row)
        found += refused
        found += (each._replace(line=person.row) for each in _doubted(values))
        if person.ethnic_group and not values.ethnic_group:
            found.append(p.ETHNIC_UNKNOWN.at(person.row, person.ethnic_group, sheet=sheet, column=group_column,
                                             text=person.ethnic_group))  # fmt: skip
        for _, detail in _circumstances(person):
            if len(detail) > WORDS:
                found.append(
                    TOO_LONG.at(person.row, sheet=sheet, field_vi="hoàn cảnh", field_en="a circumstance", most=WORDS)
                )
    return found


def _doubted(values: PersonValues) -> Sequence[Finding]:
    number = values.citizen_id
    return citizen_id.compare(number, sex=values.sex, birth=values.birth) if number else ()


def _circumstances(person: ListedPerson) -> tuple[tuple[CircumstanceKind, str], ...]:
    told = (
        (CircumstanceKind.DISABILITY, person.disability),
        (CircumstanceKind.MERIT, person.merit),
        (CircumstanceKind.SOCIAL_ASSISTANCE, person.social_assistance),
    )
    return tuple((kind, "" if bare(words) in _MARKS else words) for kind, words in told if words)
