"""Workbooks of labour judged row by row as the verbs will judge them; nothing is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.numbers import format_number
from giamngheo.foundation.text import bare, fold
from giamngheo.households.lists.table_cells import RowReader
from giamngheo.households.lists.tables import Judged, JudgedRow, Table
from giamngheo.labour import problems as p
from giamngheo.labour.actions.telling import check
from giamngheo.labour.actions.vacancies import CHANGED, check_change, check_offer
from giamngheo.labour.keeping import living_in, placed_in
from giamngheo.labour.models import LabourStatus, Occupation, Vacancy
from giamngheo.labour.queries import Entry, register_on, vacancies_for
from giamngheo.labour.sheet import VACANCIES, WorkerRow, read_vacancy, read_worker, told_of
from giamngheo.labour.values import Offered

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


def judge_workers(user: User, unit: Unit, table: Table, today: date) -> Judged:
    """Each row with its findings; its value: (person, day, told), None where nothing changes. Raises OutOfScope,
    NotPermitted."""
    require(user, Permission.EDIT_LABOUR, unit)
    entries = {each.person.pk: each for each in register_on(user, unit, today)}
    read = [(row, read_worker(table, row)) for row in table.rows]
    days: dict[date, Collection[int]] = {}
    for day in {said.on or today for _row, said in read if said.told is not None}:
        people = [said.person for _row, said in read if said.person is not None and (said.on or today) == day]
        days[day] = living_in(user, unit, day, people, Permission.EDIT_LABOUR)
    seen: dict[int, int] = {}
    judged = []
    for row, said in read:
        entry = entries.get(said.person or 0)
        found = [*said.findings, *_of_row(row.number, said, entry, seen, days, today)]
        value = (said.person, said.on or today, said.told) if said.told and _is_new(said, entry) else None
        judged.append(JudgedRow(row, said.name, _shown(said, entry), value, found))
    return Judged(table, judged, [])


def _of_row(
    line: int, said: WorkerRow, entry: Entry | None, seen: dict[int, int], days: dict[date, Collection[int]],
    today: date,
) -> list[Finding]:  # fmt: skip
    """What is wrong beside its cells. A row that stays out is nobody's first."""
    on = said.on or today
    if said.person is None:
        return []
    if entry is None:
        return [p.NOT_HERE.at(line, who=said.name, day=format_date(on))]
    if bare(entry.person.full_name) != bare(said.name):
        return [p.NAME.at(line, number=said.person, known=entry.person.full_name, name=said.name)]
    found = [] if said.findings else _of_what(line, said, entry, days, on, today)
    if not found and said.person in seen:
        return [p.ROW_TWICE.at(line, who=said.name, row=seen[said.person])]
    if not found and not said.findings:
        seen[said.person] = line
    return found


def _of_what(
    line: int, said: WorkerRow, entry: Entry, days: dict[date, Collection[int]], on: date, today: date
) -> list[Finding]:
    if said.told is None or not _is_new(said, entry):
        return []
    if on > today:
        return [p.DAY.at(line, day=format_date(on))]
    if said.person not in days[on]:
        return [p.NOT_HERE.at(line, who=said.name, day=format_date(on))]
    if entry.record is not None and on < entry.record.on:
        return [p.OLDER.at(line, who=said.name, day=format_date(entry.record.on), on=format_date(on))]
    return [each._replace(line=line) for each in check(said.name, said.told)]


def _is_new(said: WorkerRow, entry: Entry | None) -> bool:
    """Whether a row says something else than what stands, or the same of a later day."""
    stands = entry.record if entry else None
    if stands is None or said.told is None:
        return said.told is not None
    return said.told != told_of(stands) or (said.on is not None and said.on != stands.on)


def _shown(said: WorkerRow, entry: Entry | None) -> list[str]:
    status = str(dict(LabourStatus.choices).get(said.told.status, "")) if said.told else ""
    job = str(dict(Occupation.choices).get(said.told.occupation, "")) if said.told else ""
    return [entry.village_name if entry else "", status, job, f"{said.on:%d/%m/%Y}" if said.on else ""]


class Change(NamedTuple):
    """What an employer offers, and the vacancy it puts right; None: a new one."""

    offered: Offered
    vacancy: Vacancy | None = None


def judge_vacancies(user: User, unit: Unit, table: Table, today: date) -> Judged:
    """Each row with its findings; its value: the change, None where it stands so already. A row with a number is that
    vacancy. Raises OutOfScope, NotPermitted."""
    require(user, Permission.EDIT_LABOUR, unit)
    book = list(vacancies_for(user, unit))
    numbered = {each.pk: each for each in book}
    known = {_key(each.employer.name, each.title, each.opened_on): each for each in book}
    placed = placed_in(numbered)
    seen: dict[object, int] = {}
    judged = []
    for row in table.rows:
        offered, found = read_vacancy(table, row, today)
        code = RowReader(table, row).whole("vacancy")
        key: object = code if code is not None else _key(offered.employer, offered.title, offered.opened_on)
        stands = numbered.get(code) if code is not None else known.get(_key(*_names(offered)))
        if not found:
            found = _of_offer(row.number, offered, code, stands, seen.get(key), placed)
        seen.setdefault(key, row.number)
        changes = list(_changes(stands, offered, named=code is not None)) if stands else []
        what = "; ".join(changes) if stands else _("mới")
        value = None if stands and not changes else Change(offered, stands if code is not None else None)
        judged.append(JudgedRow(row, offered.title, [*_offer(offered), what], value, found))
    return Judged(table, judged, [])


def _of_offer(
    line: int, offered: Offered, code: int | None, stands: Vacancy | None, before: int | None, placed: dict[int, int]
) -> list[Finding]:
    """What is wrong beside its cells."""
    if code is not None and stands is None:
        return [p.VACANCY_UNKNOWN.at(line, code=code)]
    same = stands is not None and not any(_changes(stands, offered, named=code is not None))
    found: list[Finding] = []  # what says nothing new is right, also when its day has passed
    if not same:
        found = check_change(stands, offered, placed.get(stands.pk, 0)) if stands and code else check_offer(offered)
    if found:
        return [each._replace(line=line) for each in found]
    if before is not None:
        return [p.ROW_TWICE.at(line, who=offered.title, row=before)]
    if stands is not None and code is None and not same:
        day = format_date(offered.opened_on)
        return [p.OFFERED.at(line, title=offered.title, employer=offered.employer, day=day)]
    return []


_KEY = ("employer", "title", "opened_on")


def _names(offered: Offered) -> tuple[str, str, date]:
    return offered.employer, offered.title, offered.opened_on


def _changes(stands: Vacancy, offered: Offered, *, named: bool) -> Iterator[str]:
    """What a row says otherwise, each in words; by which it was found is the same unless a number `named` it."""
    titles = {each.name: str(each.title) for each in VACANCIES}
    for name in CHANGED if named else [each for each in CHANGED if each not in _KEY]:
        before = stands.employer.name if name == "employer" else getattr(stands, name)
        after = getattr(offered, name)
        if before != after:
            yield f"{titles[name]}: {_said(name, before)} → {_said(name, after)}"


def _said(name: str, value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, date):
        return format_date(value)
    choices = next((each.choices for each in VACANCIES if each.name == name), None)
    if choices is not None:
        return str(choices.get(value, value))
    return format_number(value) if isinstance(value, int) else str(value)


def _key(employer: str, title: str, opened_on: date) -> tuple[str, str, date]:
    return fold(employer), fold(title), opened_on


def _offer(offered: Offered) -> list[str]:
    wage = format_number(offered.wage) if offered.wage else ""
    return [offered.employer, wage, str(offered.places), f"{offered.closes_on:%d/%m/%Y}"]
