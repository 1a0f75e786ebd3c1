"""Which households of a list enter the register, which are there already, and which stay out, each with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.text import fold
from giamngheo.households.importing.converting import Prepared, prepared, questioned
from giamngheo.households.importing.known import Known
from giamngheo.households.importing.meeting import met
from giamngheo.households.lists import registering_problems as p
from giamngheo.households.lists.meaning import Meaning
from giamngheo.households.lists.people import ListedHousehold
from giamngheo.households.lists.reading import ReadList, ReadSheet
from giamngheo.households.lists.sheets import column_letter
from giamngheo.households.lists.villages import Villages


class Fate(StrEnum):
    """What becomes of a household of a list; WAITS: nothing is wrong but that its village is not there."""

    ENTERS = "enters"
    ALREADY = "already"
    WAITS = "waits"
    KEPT_OUT = "kept_out"


class Judged(NamedTuple):
    """`read` with the register's findings added; `fates` of its households in order; `entering` in order;
    `missing`: village as written → households that wait for it."""

    read: ReadList
    fates: tuple[Fate, ...]
    entering: tuple[tuple[ListedHousehold, Prepared], ...]
    missing: dict[str, int]


class Ground(NamedTuple):
    """What a list is judged on. `unnamed`: the village of rows that name none, None: they stay out."""

    day: date
    unit_name: str
    villages: Villages
    known: Known
    unnamed: int | None = None


def judge(read: ReadList, ground: Ground) -> Judged:
    """Every household of the list against the register."""
    judge = _Judge(ground)
    sheets = tuple(
        sheet._replace(households=tuple(judge.household(sheet, each) for each in sheet.households))
        for sheet in read.sheets
    )
    return Judged(ReadList(sheets), tuple(judge.fates), tuple(judge.entering), dict(judge.missing))


def numbers_of(read: ReadList) -> Iterator[str]:
    """The citizen ids of a list."""
    return (one.citizen_id for each in read.households for one in each.members if one.citizen_id)


class _Judge:
    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.fates: list[Fate] = []
        self.entering: list[tuple[ListedHousehold, Prepared]] = []
        self.missing: Counter[str] = Counter()
        self._spelled: dict[str, str] = {}  # a village that is missing, as first written
        self._seen: dict[tuple[str, int, str], list[tuple[str, str, int]]] = {}

    def household(self, sheet: ReadSheet, household: ListedHousehold) -> ListedHousehold:
        """The household with its findings, its fate noted."""
        if not household.is_good or not household.members:
            self.fates.append(Fate.KEPT_OUT)
            return household
        group = Meaning.ETHNIC_GROUP.value
        column = column_letter(sheet.meanings.index(group)) if group in sheet.meanings else "–"
        found = questioned(household, column)
        village, told = self._village(household)
        already = False
        if village is not None:
            already, met_findings = met(household, village, self.ground.known, self.ground.villages)
            found = [*([] if already else found), *met_findings]  # what is there is not questioned again
        if not already:
            found += self._twice(household, village)
        waits = not any(each.severity is Severity.ERROR for each in found) and village is None
        household = household._replace(findings=household.findings + tuple(found) + tuple(told))
        self._note(household, village, already, waits and bool(told) and told[0].code == p.VILLAGE_UNKNOWN.code)
        return household

    def _note(self, household: ListedHousehold, village: int | None, already: bool, waits: bool) -> None:
        if already:
            self.fates.append(Fate.ALREADY)
        elif waits:
            self.fates.append(Fate.WAITS)
            self.missing[self._spelled.setdefault(fold(household.village), household.village)] += 1
        elif village is not None and household.is_good:
            self.fates.append(Fate.ENTERS)
            self.entering.append((household, prepared(household, village, self.ground.day)))
        else:
            self.fates.append(Fate.KEPT_OUT)

    def _village(self, household: ListedHousehold) -> tuple[int | None, list[Finding]]:
        row, sheet, name = household.members[0].row, household.sheet, household.village
        if not name:
            missing = self.ground.unnamed is None
            return self.ground.unnamed, [p.NO_VILLAGE.at(row, sheet=sheet)] if missing else []
        found = self.ground.villages.find(name)
        if len(found) == 1:
            return found[0], []
        if found:
            listed = ", ".join(self.ground.villages.names[each] for each in found)
            return None, [p.VILLAGE_TWICE.at(row, name, sheet=sheet, village=name, listed=listed)]
        return None, [p.VILLAGE_UNKNOWN.at(row, name, sheet=sheet, village=name, unit=self.ground.unit_name)]

    def _twice(self, household: ListedHousehold, village: int | None) -> list[Finding]:
        """Whoever stands in the file before with the same name, birth and village, ids not parting them."""
        place = str(village) if village is not None else fold(household.village)
        found = []
        for person in household.members:
            if person.birth is None:
                continue
            before = self._seen.setdefault((fold(person.full_name), person.birth, place), [])
            number = person.citizen_id or ""
            same = [(sheet, row) for other, sheet, row in before if not (number and other)]
            before.append((number, household.sheet, person.row))
            if same:
                sheet, row = same[0]
                found.append(p.PERSON_TWICE.at(person.row, sheet=household.sheet, name=person.full_name, other=row,
                                               other_sheet=sheet))  # fmt: skip
        return found


def chosen_villages(read: ReadList, villages: Villages, wanted: Collection[str]) -> list[str]:
    """Of the villages an officer wants created those a good household names and nobody has, as first written."""
    keys = {fold(name) for name in wanted}
    found: dict[str, str] = {}
    for each in read.good:
        key = fold(each.village)
        if each.village and key in keys and not villages.find(each.village):
            found.setdefault(key, each.village)
    return list(found.values())
