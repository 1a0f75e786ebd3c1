"""The people of a commune as records to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giamngheo.households.duplicates.records import Record, birth_of, name_of
from giamngheo.households.importing.known import villages_of
from giamngheo.households.models import Change, Membership, Person, Relation, SearchEntry

if TYPE_CHECKING:
    from giamngheo.territory.models import Unit

_COLUMNS = ("person", "person__full_name", "person__sex", "person__birth", "person__citizen_id", "village")


def people_of(unit: Unit) -> list[Record]:
    """Everybody whose last household lies in the commune: members, and who departed or died. Two queries and the
    villages."""
    villages = list(villages_of(unit).names)
    rows = Membership.objects.filter(valid_to=None, person__search_entry__village__in=villages).order_by()
    homes, heads = {}, {}
    for person, household, relation, name in rows.values_list(
        "person", "household", "relation", "person__bare_name"
    ).iterator(2_000):
        homes[person] = household
        if relation == Relation.HEAD:
            heads[household] = (person, name)
    entries = SearchEntry.objects.filter(village__in=villages).order_by("person").values_list(*_COLUMNS)
    return [_record(row, homes, heads) for row in entries.iterator(2_000)]


def brought_by(change: Change) -> set[int]:
    """The people a change made."""
    return set(Person.objects.filter(changed_in=change).values_list("pk", flat=True))


def _record(row: tuple, homes: dict[int, int], heads: dict[int, tuple[int, str]]) -> Record:
    person, name, sex, birth, number, village = row
    household = homes.get(person)
    head, called = heads.get(household, (person, "")) if household is not None else (person, "")
    return Record(
        person, name_of(name), sex or None, birth_of(birth), number or None, village, household,
        called if head != person else None,
    )  # fmt: skip
