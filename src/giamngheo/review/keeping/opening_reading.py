"""An Excel list of the poor and near-poor compared with the register: which household each row means, and its class.

Read as the register's own lists are; a household is found by a member's citizen id, by its code, or by its head's name
with birth and village, and only where that means one household. docs/algorithms/review-deciding.md
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from giamngheo.foundation.text import bare, fold
from giamngheo.households.importing.known import Known, Somebody, known, villages_of
from giamngheo.households.lists.people import ListedHousehold
from giamngheo.households.lists.reading import read_list
from giamngheo.households.lists.villages import Villages
from giamngheo.review.models import PovertyClass
from giamngheo.territory.models import Unit

_WORDS = {
    PovertyClass.POOR: {"poor", "n", "hn", "ngheo", "ho ngheo"},
    PovertyClass.NEAR_POOR: {"near_poor", "cn", "hcn", "can ngheo", "ho can ngheo"},
}


class LeftOut(StrEnum):
    """Why a household of the list is not taken."""

    NO_CLASS = "no_class"
    NOT_FOUND = "not_found"
    SEVERAL = "several"
    TWICE = "twice"


class Row(NamedTuple):
    """A household of the list. `row`: its first row in Excel; `why` None: it is `household` of the register."""

    sheet: str
    row: int
    name: str
    village: str
    value: str
    household: int | None
    why: LeftOut | None


def class_of(words: str) -> str:
    """poor, near_poor, or "" for words that are neither."""
    plain = bare(words)
    return next((each.value for each, names in _WORDS.items() if plain in names), "")


def read_opening(unit: Unit, path: Path, day: date) -> list[Row]:
    """Every household of the workbook, in its order. Raises FindingError for what is no list."""
    found = read_list(path, today=day).households
    villages = villages_of(unit)
    numbers = (one.citizen_id for each in found for one in each.members if one.citizen_id)
    register = known(None, villages, numbers)
    by_code = _by_code(register)
    seen: set[int] = set()
    rows = []
    for listed in found:
        row = _row(listed, villages, register, by_code)
        if row.household in seen:
            row = row._replace(household=None, why=LeftOut.TWICE)
        elif row.household is not None:
            seen.add(row.household)
        rows.append(row)
    return rows


def _row(listed: ListedHousehold, villages: Villages, register: Known, by_code: Mapping[str, set[int]]) -> Row:
    head = next((each for each in listed.members if each.relation == "head"), None) or next(iter(listed.members), None)
    name, value = head.full_name if head else "", class_of(listed.poverty_class)
    place = (listed.sheet, listed.rows[0].number, name, listed.village, value)
    homes = _homes(listed, villages, register, by_code)
    if len(homes) != 1:
        return Row(*place, None, LeftOut.SEVERAL if homes else LeftOut.NOT_FOUND)
    return Row(*place, next(iter(homes)) if value else None, None if value else LeftOut.NO_CLASS)


def _homes(listed: ListedHousehold, villages: Villages, register: Known, by_code: Mapping[str, set[int]]) -> set[int]:
    """Keys of the households it may be: by the surest mark that is there."""
    by_id = {
        register.ids[one.citizen_id].household_id
        for one in listed.members
        if one.citizen_id and one.citizen_id in register.ids
    }
    if by_id:
        return by_id
    if listed.code and listed.code in by_code:
        return by_code[listed.code]
    head = next((each for each in listed.members if each.relation == "head"), None)
    if head is None:
        return set()
    where = villages.find(listed.village) if listed.village else tuple(villages.names)
    called = [one for village in where for one in _called(register, fold(head.full_name), head.birth, village)]
    return {one.household_id for one in called if one.is_head}


def _called(register: Known, name: str, birth: int | None, village: int) -> list[Somebody]:
    """People of that name in the village; without a birth in the list, of any."""
    if birth is not None:
        return list(register.names.get((name, birth, village), ()))
    return [
        one for (folded, _birth, at), some in register.names.items() if (folded, at) == (name, village) for one in some
    ]


def _by_code(register: Known) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for some in register.names.values():
        for one in some:
            if not one.household.startswith("#"):
                found[one.household].add(one.household_id)
    return dict(found)
