"""Whether a household of a list is one the register has: the same head, and all of its people, some, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import bare, fold
from giamngheo.households.importing.known import Known, Place, Somebody
from giamngheo.households.lists import registering_problems as p
from giamngheo.households.lists.people import ListedHousehold, ListedPerson
from giamngheo.households.lists.villages import Villages


class Met(NamedTuple):
    """`already`: all of the household is there. `findings`: why it stays out, or that it is there; none: it is new."""

    already: bool
    findings: tuple[Finding, ...]


NEW = Met(False, ())


def met(household: ListedHousehold, village_id: int, known: Known, villages: Villages) -> Met:
    """Compare a household that lives in `village_id` with the register."""
    there = [_candidates(person, village_id, known) for person in household.members]
    if not any(there):
        return NEW
    homes = [frozenset(one.household_id for one in each if isinstance(one, Somebody)) for each in there]
    common = frozenset.intersection(*(home for home, each in zip(homes, there, strict=True) if each))
    head = next((each for person, each in zip(household.members, there, strict=True) if person.relation == "head"), ())
    same = [one for one in head if isinstance(one, Somebody) and one.is_head and one.household_id in common]
    if same and all(there) and _enough(homes, frozenset(one.household_id for one in same), there):
        told = p.ALREADY.at(household.members[0].row, **_named(household, same[0], villages))
        return Met(True, (told,))
    if same and not all(there):
        missing = (person for person, each in zip(household.members, there, strict=True) if not each)
        named = _named(household, same[0], villages)
        return Met(False, tuple(p.NEW_MEMBER.at(each.row, name=each.full_name, **named) for each in missing))
    return Met(False, tuple(_elsewhere(household, there, villages)))


def _candidates(person: ListedPerson, village_id: int, known: Known) -> Sequence[Somebody | Place]:
    """Who in the register this may be. Two different citizen ids are two people; the same id under another name is
    told as a place, never taken for the same."""
    number = person.citizen_id or ""
    if number in known.ids:
        one = known.ids[number]
        same = one.bare_name == bare(person.full_name)
        return (one,) if same else (Place(f"hộ {one.household}, tên khác", f"household {one.household}, another name"),)
    if number in known.others:
        return (known.others[number],)
    named = known.names.get((fold(person.full_name), person.birth, village_id), ())
    return [one for one in named if not (number and one.citizen_id)]


def _enough(homes: Sequence[frozenset[int]], common: frozenset[int], there: Sequence[Sequence[object]]) -> bool:
    """Whether one household has as many people as are found in it: two of one name need two."""
    for home in common:
        people = {id(one) for each in there for one in each if isinstance(one, Somebody) and one.household_id == home}
        if len(people) >= len(homes):
            return True
    return False


def _named(household: ListedHousehold, one: Somebody, villages: Villages) -> dict[str, str]:
    village = villages.names.get(one.village_id, "–")
    return {"sheet": household.sheet, "household": one.household, "village": village}


def _elsewhere(household: ListedHousehold, there: Sequence[Sequence[Somebody | Place]], villages: Villages):
    for person, each in zip(household.members, there, strict=True):
        if not each:
            continue
        place = each[0]
        if isinstance(place, Somebody):
            village = villages.names.get(place.village_id, "–")
            place = Place(f"hộ {place.household}, {village}", f"household {place.household}, {village}")
        yield p.ELSEWHERE.at(
            person.row, sheet=household.sheet, name=person.full_name, where_vi=place.vi, where_en=place.en
        )
