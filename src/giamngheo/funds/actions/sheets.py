"""A workbook of ledger entries: tried row by row, entered whole or not at all, undone whole by counter-entries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from giamngheo.accounts.permissions import Permission, require
from giamngheo.documents.actions import enter_sheet, undo_sheet
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.numbers import format_number
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds.actions.entering import enter, open_line, reverse
from giamngheo.funds.keeping import words
from giamngheo.funds.models import EntryKind, FundLine, LedgerEntry
from giamngheo.funds.problems import NO_LINE, NO_REASON, Refused, refuse
from giamngheo.funds.sheet import Movement, known_of, read_movement
from giamngheo.households.lists.tables import Judged, JudgedRow, Table
from giamngheo.households.lists.tables_problems import NOTHING_NEW, TOO_MANY, UNDONE

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import SheetImport, StoredFile
    from giamngheo.territory.models import Unit

SHEET = "ledger"
MOST = 500  # entries of one file: each is tried as it would be written


@transaction.atomic
def try_sheet(*, by: User, unit: Unit, table: Table) -> Judged:
    """Each row as the ledger would take it after those above it; nothing stays written. A row's value: its movement.
    Raises OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_FUNDS, unit)
    if len(table.rows) > MOST:
        return Judged(table, [], [TOO_MANY.at(count=len(table.rows), most=MOST)])
    known, judged = known_of(unit), []
    for row in table.rows:
        movement, found = read_movement(table, row, unit, known)
        if movement is not None:
            found = [each._replace(line=row.number) for each in _tried(by, unit, movement)]
        shown = _shown(movement) if movement else [""] * 4
        who = str(movement.kind.label) if movement else ""
        judged.append(JudgedRow(row, who, shown, movement, found))
    transaction.set_rollback(True)
    return Judged(table, judged, [])


@transaction.atomic
def enter_entries(*, by: User, unit: Unit, rows: Sequence[Movement], file: StoredFile, name: str) -> SheetImport:
    """Enter the movements of a workbook in their order: all of them or none. Raises Refused (LEDGER-*, TABLE-*),
    OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_FUNDS, unit)
    if not rows:
        raise refuse(NOTHING_NEW)
    sheet = enter_sheet(by=by, kind=SHEET, unit=unit, file=file, name=name, entered=len(rows))
    for each in rows:
        _enter(by, unit, each, sheet)
    return sheet


@transaction.atomic
def reverse_sheet(*, by: User, sheet: SheetImport, on: date, reason: str) -> int:
    """Take back, the last first, every entry of a workbook that still stands; how many. All or nothing: money that went
    on is not pulled out from under what follows. Raises Refused (LEDGER-*, TABLE-*), OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_FUNDS, sheet.unit)
    reason = squeeze(nfc(reason))
    if not reason:
        vi, en = words(EntryKind.REVERSE)
        raise refuse(NO_REASON, kind_vi=vi, kind_en=en)
    if sheet.kind != SHEET or not undo_sheet(by=by, held=sheet, reason=reason):
        raise refuse(UNDONE)
    rows = LedgerEntry.objects.filter(sheet=sheet, reversed_by=None).select_related(
        "source_account__line__unit", "target_account__line__unit", "document", "contract", "work_item"
    )
    return len([reverse(by=by, entry=each, on=on, reason=reason) for each in rows.order_by("-id")])


def _tried(by: User, unit: Unit, movement: Movement) -> Sequence[Finding]:
    try:
        with transaction.atomic():
            _enter(by, unit, movement, None)
    except Refused as refused:
        return refused.findings
    return []


def _enter(by: User, unit: Unit, each: Movement, sheet: SheetImport | None) -> LedgerEntry:
    where: dict[str, Any] = {"unit": unit, "source": each.source, "year": each.year, "period": each.period}
    if each.kind == EntryKind.ASSIGN:
        line = open_line(by=by, node=each.node, **where)
    else:
        found = FundLine.objects.filter(node=each.node, **where).first()
        if found is None:
            raise refuse(NO_LINE, source=each.source.code, year=each.year, node=each.node.code if each.node else "–")
        line = found
    to_line = open_line(by=by, node=each.to_node, **where) if each.to_node else None
    return enter(
        by=by, kind=each.kind, line=line, budget_year=each.budget_year, amount=each.amount, on=each.on,
        to_line=to_line, stage=each.stage, paper=each.paper, contract=each.contract, note=each.note, sheet=sheet,
    )  # fmt: skip


def _shown(each: Movement) -> list[str]:
    node = each.node.code if each.node else ""
    node = f"{node} → {each.to_node.code}" if each.to_node else node
    return [f"{each.source.code} {each.year}", node, format_number(each.amount), f"{each.on:%d/%m/%Y}"]
