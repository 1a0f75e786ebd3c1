"""A workbook of ledger entries: tried row by row, entered whole or not at all, undone whole by counter-entries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.documents.actions import enter_sheet, undo_sheet
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.numbers import format_number
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds import problems as p
from giamngheo.funds.actions.entering import enter, open_line, reverse
from giamngheo.funds.keeping import words
from giamngheo.funds.models import EntryKind, FundLine, LedgerEntry
from giamngheo.funds.problems import NO_LINE, NO_REASON, Refused, refuse
from giamngheo.funds.sheet import Movement, known_of, read_movement
from giamngheo.funds.sheet_rows import changes, entries_of, movement_of, told_anew
from giamngheo.households.lists.table_cells import RowReader
from giamngheo.households.lists.tables import Judged, JudgedRow, Table
from giamngheo.households.lists.tables_problems import NOTHING_NEW, TOO_MANY, UNDONE

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import SheetImport, StoredFile
    from giamngheo.territory.models import Unit

SHEET = "ledger"
MOST = 500  # new or corrected entries of one file: each is tried as it would be written


@transaction.atomic
def try_sheet(*, by: User, unit: Unit, table: Table) -> Judged:
    """Each row as the ledger would take it after those above it; nothing stays written. A row's value: its movement,
    None where the entry it names stands so already. Raises OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_FUNDS, unit)
    known, judged, seen, fresh = known_of(unit), [], set[int](), 0
    stands = {each.pk: each for each in entries_of(unit).filter(pk__in=_named(table))}
    counters = LedgerEntry.objects.filter(reverses__in=stands).values_list("reverses", flat=True)
    taken_back = {each for each in counters if each is not None}
    for row in table.rows:
        movement, found = read_movement(table, row, unit, known)
        code, what = RowReader(table, row).whole("entry"), _("mới")
        if movement is not None and code is not None:
            movement, what, found = _of_entry(movement, code, stands, taken_back, seen, row.number)
        elif movement is not None and movement.kind == EntryKind.TRANSFER:
            found = [p.ROW_BY_HAND.at(row.number)]
        if movement is not None and not found and what:
            fresh += 1
            if fresh > MOST:
                break
            found = [each._replace(line=row.number) for each in _tried(by, unit, movement)]
        shown = [*_shown(movement), what] if movement else [""] * 5
        who = str(movement.kind.label) if movement else ""
        judged.append(JudgedRow(row, who, shown, movement if what else None, found))
    transaction.set_rollback(True)
    if fresh > MOST:
        return Judged(table, [], [TOO_MANY.at(count=len(table.rows), most=MOST)])
    return Judged(table, judged, [])


def _named(table: Table) -> list[int]:
    """The entries whose numbers stand in the file."""
    read = (RowReader(table, row).whole("entry") for row in table.rows)
    return [each for each in read if each is not None]


def _of_entry(
    said: Movement, code: int, stands: dict[int, LedgerEntry], taken_back: set[int], seen: set[int], line: int
) -> tuple[Movement, str, list[Finding]]:
    """What the row says of that entry, in words ("": nothing new), and why it cannot be."""
    entry = stands.get(code)
    if entry is None:
        return said, "–", [p.ROW_UNKNOWN.at(line, code=code)]
    if code in seen:
        return said, "–", [p.ROW_TWICE.at(line, code=code)]
    seen.add(code)
    known = movement_of(entry)
    anew = told_anew(known, said)
    told = list(changes(known, anew))
    if not told:
        return anew, "", []
    if code in taken_back:
        return anew, "–", [p.ROW_TAKEN_BACK.at(line, code=code)]
    if EntryKind.TRANSFER in (known.kind, anew.kind):
        return anew, "–", [p.ROW_BY_HAND.at(line)]
    return anew, _("sửa bút toán %(code)d: %(what)s") % {"code": code, "what": "; ".join(told)}, []


@transaction.atomic
def enter_entries(
    *, by: User, unit: Unit, rows: Sequence[Movement], file: StoredFile, name: str, reason: str = ""
) -> SheetImport:
    """Enter the movements of a workbook in their order: all of them or none; one that puts an entry right takes it back
    for `reason` on its own day. Raises Refused (LEDGER-*, TABLE-*), OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_FUNDS, unit)
    if not rows:
        raise refuse(NOTHING_NEW)
    reason, corrected = squeeze(nfc(reason)), sum(each.replaces is not None for each in rows)
    if corrected and not reason:
        raise refuse(p.ROW_REASON, count=corrected)
    sheet = enter_sheet(by=by, kind=SHEET, unit=unit, file=file, name=name, entered=len(rows))
    for each in rows:
        _enter(by, unit, each, sheet, reason)
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
    if LedgerEntry.objects.filter(sheet=sheet, kind=EntryKind.REVERSE).exists():
        raise refuse(p.ROWS_CORRECTED)
    if sheet.kind != SHEET or not undo_sheet(by=by, held=sheet, reason=reason):
        raise refuse(UNDONE)
    rows = LedgerEntry.objects.filter(sheet=sheet, reversed_by=None).select_related(
        "source_account__line__unit", "target_account__line__unit", "document", "contract", "work_item"
    )
    return len([reverse(by=by, entry=each, on=on, reason=reason) for each in rows.order_by("-id")])


def _tried(by: User, unit: Unit, movement: Movement) -> Sequence[Finding]:
    try:
        with transaction.atomic():
            _enter(by, unit, movement, None, "?")
    except Refused as refused:
        return refused.findings
    return []


def _enter(by: User, unit: Unit, each: Movement, sheet: SheetImport | None, reason: str) -> LedgerEntry:
    if each.replaces is None:
        return _enter_new(by, unit, each, sheet)
    # Which comes first decides whether an account falls below nought between the two: money that went on needs the new
    # entry first, a payment that grows needs the old one gone.
    try:
        with transaction.atomic():
            reverse(by=by, entry=each.replaces, on=each.replaces.on, reason=reason, sheet=sheet)
            return _enter_new(by, unit, each, sheet)
    except Refused as refused:
        try:
            with transaction.atomic():
                made = _enter_new(by, unit, each, sheet)
                reverse(by=by, entry=each.replaces, on=each.replaces.on, reason=reason, sheet=sheet)
                return made
        except Refused:
            raise refused from None


def _enter_new(by: User, unit: Unit, each: Movement, sheet: SheetImport | None) -> LedgerEntry:
    where: dict[str, Any] = {"unit": unit, "source": each.source, "year": each.year, "period": each.period}
    if each.kind == EntryKind.ASSIGN:
        line = open_line(by=by, node=each.node, **where)
    else:
        found = FundLine.objects.filter(node=each.node, **where).first()
        if found is None:
            raise refuse(NO_LINE, source=each.source.code, year=each.year, node=each.node.code if each.node else "–")
        line = found
    to_line = open_line(by=by, node=each.to_node, **where) if each.to_node else None
    old = each.replaces
    return enter(
        by=by, kind=each.kind, line=line, budget_year=each.budget_year, amount=each.amount, on=each.on,
        to_line=to_line, stage=each.stage, paper=each.paper, contract=each.contract, note=each.note, sheet=sheet,
        work_item=old.work_item if old else None, quantity=old.quantity if old else None,
        measure=old.measure if old else "",
    )  # fmt: skip


def _shown(each: Movement) -> list[str]:
    node = each.node.code if each.node else ""
    node = f"{node} → {each.to_node.code}" if each.to_node else node
    return [f"{each.source.code} {each.year}", node, format_number(each.amount), f"{each.on:%d/%m/%Y}"]
