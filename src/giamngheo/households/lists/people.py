"""Rows as people and households: cells read, sexes agreed, heads counted, everything wrong told with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from giamngheo.foundation.findings import Entry, Finding, Severity
from giamngheo.households.lists import cells
from giamngheo.households.lists import problems as p
from giamngheo.households.lists.cells import Read
from giamngheo.households.lists.meaning import Meaning
from giamngheo.households.lists.rows import Typed
from giamngheo.households.lists.sheets import Cell, column_letter, text_of


class ListedPerson(NamedTuple):
    """A person of a list. Sexes, relations, groups are codes; `birth` YYYYMMDD or YYYY0000; None: not told."""

    row: int
    full_name: str
    birth: int | None = None
    sex: str | None = None
    relation: str | None = None
    relation_word: str | None = None  # as written, where the word may be two relations
    ethnic_group: str | None = None
    citizen_id: str | None = None
    phone: str | None = None
    disability: str | None = None
    merit: str | None = None
    social_assistance: str | None = None
    note: str | None = None


class ListedHousehold(NamedTuple):
    """A household of a list with its members in order, the rows it came from, and what is wrong with it."""

    sheet: str
    village: str
    members: tuple[ListedPerson, ...]
    rows: tuple[Typed, ...]
    findings: tuple[Finding, ...]
    number: str = ""
    code: str = ""
    address: str = ""
    poverty_class: str = ""
    member_count: int | None = None

    @property
    def is_good(self) -> bool:
        """Whether it may enter the register."""
        return all(each.severity is not Severity.ERROR for each in self.findings)


class Reader:
    """Reads the households of one sheet. `columns` say where each meaning stands, `today` what is in the
    future, `words` what an ambiguous relation is in this list."""

    def __init__(
        self, sheet: str, columns: Mapping[Meaning, int], today: date, words: Mapping[str, str] | None = None
    ) -> None:
        self.sheet, self.columns, self.today, self.words = sheet, columns, today, words
        self.findings: list[Finding] = []

    def household(self, rows: Sequence[Typed]) -> ListedHousehold:
        self.findings = []
        first = rows[0]
        members = [person for row in rows if (person := self.person(row)) is not None]
        listed = self.value(first, Meaning.MEMBER_COUNT, cells.whole)
        known = self._heads(members, rows)
        if listed is not None and len(known) > 1 and listed != len(known):
            self.findings.append(p.COUNT_DIFFERS.at(first.number, sheet=self.sheet, told=listed, found=len(known)))
        number = next(
            (text for each in (Meaning.HOUSEHOLD_NUMBER, Meaning.ROW_NUMBER) if (text := _text(first, each))), ""
        )
        return ListedHousehold(
            sheet=self.sheet,
            village=_text(first, Meaning.VILLAGE) or first.village,
            members=tuple(known),
            rows=tuple(rows),
            findings=tuple(self.findings),
            number=number,
            code=_text(first, Meaning.HOUSEHOLD_CODE),
            address=_text(first, Meaning.ADDRESS),
            poverty_class=_class(first),
            member_count=listed,
        )

    def person(self, row: Typed) -> ListedPerson | None:
        """The person of a row; None when the name cannot be read (told)."""
        meaning = Meaning.FULL_NAME if _text(row, Meaning.FULL_NAME) else Meaning.HEAD_NAME
        name = self.value(row, meaning, cells.name)
        birth, sex = self._birth(row)
        values = {
            each: self.value(row, each, reader)
            for each, reader in (
                (Meaning.CITIZEN_ID, cells.citizen_id),
                (Meaning.PHONE, cells.phone),
                (Meaning.ETHNIC_GROUP, cells.text),
                (Meaning.RELATION, lambda cell: cells.relation(cell, self.words)),
                (Meaning.DISABILITY, _ticked),
                (Meaning.MERIT, _ticked),
                (Meaning.SOCIAL_ASSISTANCE, _ticked),
                (Meaning.NOTE, cells.text),
            )
        }
        told_sex = self._sex(row)
        if sex and told_sex and sex != told_sex:
            column = self.columns.get(Meaning.SEX, self.columns.get(Meaning.SEX_MALE, 0))
            self.tell(p.SEX_UNREADABLE, row, column, text=text_of(row.cells.get(Meaning.SEX, "")))
        if name is None:
            return None
        return ListedPerson(
            row=row.number,
            full_name=name,
            birth=birth,
            sex=sex or told_sex,
            relation_word=cells.ambiguous(row.cells.get(Meaning.RELATION, "")) or None,
            **{each.value: value for each, value in values.items()},
        )

    def _birth(self, row: Typed) -> tuple[int | None, str | None]:
        male, female = (_text(row, each) for each in (Meaning.BIRTH_MALE, Meaning.BIRTH_FEMALE))
        if male and female:
            self.tell(p.BIRTH_BOTH, row, self.columns[Meaning.BIRTH_FEMALE], text=female)
            return None, None
        meaning = Meaning.BIRTH_MALE if male else Meaning.BIRTH_FEMALE if female else Meaning.BIRTH
        value = self.value(row, meaning, lambda cell: cells.birth(cell, self.today))
        return value, "male" if male else "female" if female else None

    def _sex(self, row: Typed) -> str | None:
        if Meaning.SEX in self.columns:
            found = self.value(row, Meaning.SEX, cells.sex)
            return str(found) if found else None
        male, female = (
            bool(cells.mark(row.cells.get(each, "")).value) for each in (Meaning.SEX_MALE, Meaning.SEX_FEMALE)
        )
        if male and female:
            self.tell(p.SEX_UNREADABLE, row, self.columns[Meaning.SEX_FEMALE], text="x, x")
            return None
        return "male" if male else "female" if female else None

    def _heads(self, members: list[ListedPerson], rows: Sequence[Typed]) -> list[ListedPerson]:
        """The members with exactly one head: the first of a list that tells no relations, else as told."""
        if Meaning.RELATION not in self.columns:
            return [each._replace(relation="head" if at == 0 else None) for at, each in enumerate(members)]
        heads = [each for each in members if each.relation == "head"]
        if not heads:
            self.findings.append(p.NO_HEAD.at(rows[0].number, sheet=self.sheet))
        for extra in heads[1:]:
            self.findings.append(p.TWO_HEADS.at(extra.row, sheet=self.sheet, other=heads[0].row))
        return members

    def value(self, row: Typed, meaning: Meaning, reader: Callable[[Cell], Read]) -> Any:
        """The value of a cell; what is to be told about it is kept with its place."""
        if meaning not in self.columns:
            return None
        found = reader(row.cells.get(meaning, ""))
        for entry, values in found.told:
            self.tell(entry, row, self.columns[meaning], **values)
        return found.value

    def tell(self, entry: Entry, row: Typed, column: int, **values: Any) -> None:
        quote = text_of(row.raw[column]) if column < len(row.raw) else ""
        if entry in (p.CITIZEN_ID, p.CITIZEN_ID_ZERO, p.PHONE):
            quote = ""  # ids and phones are not repeated in findings, which travel further than the list
        self.findings.append(entry.at(row.number, quote, sheet=self.sheet, column=column_letter(column), **values))


def _ticked(cell: Cell) -> Read:
    """The words of a cell that says yes: "x" or the kind itself; None for no."""
    return cells.text(cell) if cells.mark(cell).value else Read()


def _text(row: Typed, meaning: Meaning) -> str:
    found = cells.text(row.cells.get(meaning, "")).value
    return str(found) if found else ""


def _class(row: Typed) -> str:
    """poor or near_poor as the list marks it, the words of its class column otherwise."""
    for meaning in (Meaning.POOR, Meaning.NEAR_POOR):
        if cells.mark(row.cells.get(meaning, "")).value:
            return meaning.value
    return _text(row, Meaning.POVERTY_CLASS)
