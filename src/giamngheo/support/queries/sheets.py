"""A workbook of deliveries judged row by row as the verb will judge it; nothing is written."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import format_number
from giamngheo.households.importing.finding_people import People
from giamngheo.households.lists.tables import Judged, JudgedRow, Table, TableRow
from giamngheo.households.models import Membership
from giamngheo.support.catalogue import Kind, kind_of
from giamngheo.support.checking import check_common, check_rows, tidy
from giamngheo.support.facts import addresses_in
from giamngheo.support.problems import KIND
from giamngheo.support.sheet import DeliveryRow, read_row, what
from giamngheo.support.values import Handing, To
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


def judge_deliveries(user: User, unit: Unit, table: Table, common: Handing) -> Judged:
    """Each row with its findings; its value: (handing, to), what `deliver_sheet` takes. Raises OutOfScope,
    NotPermitted."""
    require(user, Permission.EDIT_SUPPORT, unit)
    kind = kind_of(common.kind)
    if kind is None or not kind.is_delivered:
        return Judged(table, [], [KIND.at(kind=common.kind)])
    read = [(row, *read_row(table, row, common)) for row in table.rows]
    days: dict[date, People] = {}
    rows: list[tuple[TableRow, DeliveryRow, To | None, list[Finding]]] = []
    for row, said, cells in read:
        found: list[Finding] = list(cells.findings)
        to = None
        if said.handing is not None:
            people = days.get(said.handing.on) or days.setdefault(said.handing.on, _people(unit, said.handing.on))
            to, told = _to(row.number, said, kind, people)
            found += told
            if not cells.findings:  # what cannot be read is said once
                found += [each._replace(line=row.number) for each in check_common(tidy(said.handing), unit)]
        rows.append((row, said, to, found))
    return Judged(table, _judged(unit, rows), [])


def _people(unit: Unit, day: date) -> People:
    homes = list(addresses_in(unit, day).select_related("household", "village"))
    members = Membership.objects.filter(valid_on(day), household__in=[each.household_id for each in homes])
    return People(day, homes, members.select_related("person"))


def _to(line: int, said: DeliveryRow, kind: Kind, people: People) -> tuple[To | None, list[Finding]]:
    found = people.find(line, said.name, said.number, said.code, said.village)
    findings = list(found.findings)
    if found.household is None or found.person is None:
        return None, findings
    subject = None
    if kind.subject == "person":
        subject = found.person
        if said.person:
            other = people.member(line, found.household.pk, said.person)
            findings += other.findings
            subject = other.person
        if subject is None:
            return None, findings
    amount = said.handing.amount if said.handing else None
    return To(found.household.pk, subject.pk if subject else None, found.person.pk, amount), findings


def _judged(unit: Unit, rows: list[tuple[TableRow, DeliveryRow, To | None, list[Finding]]]) -> list[JudgedRow]:
    """Only rows without an error are judged against the ledger and each other: a row that stays out doubles nothing."""
    sound: dict[int, tuple[Handing, To]] = {
        row.number: (tidy(said.handing), to)
        for row, said, to, found in rows
        if to is not None and said.handing is not None and not _is_wrong(found)
    }
    against: dict[int, list[Finding]] = defaultdict(list)
    for number, checked in zip(sound, check_rows(unit, list(sound.values())) if sound else [], strict=True):
        against[number] = [each._replace(line=number) for each in checked.findings]
    judged = []
    for row, said, to, found in rows:
        findings = found + against[row.number]
        value = None if to is None or said.handing is None else (said.handing, to)
        judged.append(JudgedRow(row, said.name, _shown(said), value, findings))
    return judged


def _is_wrong(findings: list[Finding]) -> bool:
    return any(each.severity == Severity.ERROR for each in findings)


def _shown(said: DeliveryRow) -> list[str]:
    handing = said.handing
    amount = format_number(handing.amount) if handing and handing.amount is not None else ""
    day = f"{handing.on:%d/%m/%Y}" if handing else ""
    return [said.person, amount, what(handing), day]
