"""Workbooks of what people told and of work offered: entered whole, and undone whole. docs/algorithms/tables.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from giamngheo.accounts.permissions import NotPermitted, Permission, require
from giamngheo.accounts.queries import can_everywhere
from giamngheo.audit.actions import record
from giamngheo.documents.actions import enter_sheet, undo_sheet
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.households.lists.tables_problems import NO_REASON, NOTHING_NEW, UNDONE
from giamngheo.labour import problems as p
from giamngheo.labour.actions.telling import tell
from giamngheo.labour.actions.vacancies import change_vacancy, end_vacancy, open_vacancy
from giamngheo.labour.keeping import standing
from giamngheo.labour.models import Placement, Vacancy, VacancyState
from giamngheo.labour.values import Offered, Told

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import SheetImport, StoredFile
    from giamngheo.territory.models import Unit

WORKERS_SHEET, VACANCIES_SHEET = "workers", "vacancies"


@transaction.atomic
def tell_sheet(
    *, by: User, unit: Unit, rows: Sequence[tuple[int, date, Told]], file: StoredFile, name: str,
    left_out: Sequence[Mapping[str, Any]] = (),
) -> SheetImport:  # fmt: skip
    """Enter what a workbook says people (by number) told, each on their day: all of it or nothing.

    Raises Refused (LABOUR-*, TABLE-*), OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_LABOUR, unit)
    if not rows:
        raise p.refuse(NOTHING_NEW)
    sheet = enter_sheet(
        by=by, kind=WORKERS_SHEET, unit=unit, file=file, name=name, entered=len(rows), left_out=left_out
    )
    days: dict[date, dict[int, Told]] = defaultdict(dict)
    for person, on, told in rows:
        days[on][person] = told
    for on, told_then in sorted(days.items()):
        tell(by=by, unit=unit, on=on, told=told_then, sheet=sheet)
    return sheet


@transaction.atomic
def untell_sheet(*, by: User, sheet: SheetImport, reason: str) -> None:
    """What a workbook said counts no more; what was told before counts again. Raises Refused (TABLE-*), OutOfScope,
    NotPermitted."""
    reason = _may_undo(by, sheet, WORKERS_SHEET, reason)
    if not undo_sheet(by=by, held=sheet, reason=reason):
        raise p.refuse(UNDONE)
    record(by=by, action="labour.untell_sheet", subject=sheet, unit=sheet.unit, reason=reason)


@transaction.atomic
def offer_sheet(
    *, by: User, unit: Unit, rows: Sequence[tuple[Offered, Vacancy | None]], file: StoredFile, name: str,
    left_out: Sequence[Mapping[str, Any]] = (),
) -> SheetImport:  # fmt: skip
    """Open the vacancies of a workbook, and put right those it names: all of them or none. Raises Refused (LABOUR-*,
    TABLE-*), OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_LABOUR, unit)
    if not rows:
        raise p.refuse(NOTHING_NEW)
    sheet = enter_sheet(
        by=by, kind=VACANCIES_SHEET, unit=unit, file=file, name=name, entered=len(rows), left_out=left_out
    )
    for offered, vacancy in rows:
        if vacancy is None:
            open_vacancy(by=by, unit=unit, sheet=sheet, **asdict(offered))
        else:
            change_vacancy(by=by, vacancy=vacancy, offered=offered)
    return sheet


@transaction.atomic
def take_back_offers(*, by: User, sheet: SheetImport, reason: str) -> int:
    """Close the vacancies of a workbook that are still open; how many. Raises Refused (LABOUR-PLACED, TABLE-*),
    OutOfScope, NotPermitted."""
    reason = _may_undo(by, sheet, VACANCIES_SHEET, reason)
    placed = standing(Placement.objects.filter(vacancy__sheet=sheet)).select_related("vacancy").first()
    if placed is not None and placed.vacancy is not None:
        raise p.refuse(p.PLACED, title=placed.vacancy.title)
    if not undo_sheet(by=by, held=sheet, reason=reason):
        raise p.refuse(UNDONE)
    rows = Vacancy.objects.filter(sheet=sheet, state=VacancyState.OPEN).select_related("employer__unit")
    return len([end_vacancy(by=by, vacancy=each, state=VacancyState.CLOSED) for each in rows])


def _may_undo(by: User, sheet: SheetImport, kind: str, reason: str) -> str:
    """The reason, in order. Whoever may write in some villages only undoes their own."""
    require(by, Permission.EDIT_LABOUR, sheet.unit)
    if sheet.kind != kind or (sheet.by_id != by.pk and not can_everywhere(by, Permission.EDIT_LABOUR, sheet.unit)):
        raise NotPermitted
    reason = squeeze(nfc(reason))
    if not reason:
        raise p.refuse(NO_REASON)
    return reason
