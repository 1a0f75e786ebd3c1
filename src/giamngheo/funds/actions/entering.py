"""Entering a movement of money, and taking one back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.documents.actions import Citation, register_cited
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds.capital import is_capital
from giamngheo.funds.keeping import Side, check_accepted, check_enough, check_sides, words
from giamngheo.funds.models import EntryKind, FundLine, FundSource, LedgerEntry, Stage
from giamngheo.funds.problems import AMOUNT, NO_CONTRACT, NO_PAPER, NO_REASON, REVERSED, ROUTE, refuse
from giamngheo.funds.problems_revolving import STANDS
from giamngheo.funds.routes import ROUTES, after_of, before_of
from giamngheo.programme.models import ProgrammeNode, ProgrammePeriod, WorkItem

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import Document, SheetImport
    from giamngheo.funds.models import Contract
    from giamngheo.territory.models import Unit


@transaction.atomic
def open_line(
    *,
    by: User | None,
    unit: Unit,
    source: FundSource,
    year: int,
    period: ProgrammePeriod,
    node: ProgrammeNode | None = None,
) -> FundLine:
    """The line of that money, made where it is not there yet. Raises ValueError for a node of another period."""
    if by is not None:
        require(by, Permission.EDIT_FUNDS, unit)
    if node is not None and node.period_id != period.pk:
        raise ValueError(f"{node.code} is no node of {period.code}")
    line, made = FundLine.objects.get_or_create(unit=unit, source=source, year=year, period=period, node=node)
    if made:
        after = {"source": source.code, "year": year, "period": period.code, "node": node.code if node else ""}
        record(by=by, action="funds.open_line", subject=line, unit=unit, after=after)
    return line


@transaction.atomic
def enter(
    *,
    by: User | None,
    kind: EntryKind,
    line: FundLine,
    budget_year: int,
    amount: int,
    on: date,
    to_line: FundLine | None = None,
    stage: Stage | None = None,
    paper: Citation | None = None,
    contract: Contract | None = None,
    work_item: WorkItem | None = None,
    note: str = "",
    quantity: Decimal | None = None,
    measure: str = "",
    sheet: SheetImport | None = None,
) -> LedgerEntry:
    """One movement of `amount` đồng of a line. `to_line`: where it goes, when not to the same line.

    `stage`: where it comes from, when not from the usual one. `sheet`: the workbook it came with. Raises Refused
    (LEDGER-*), OutOfScope, NotPermitted.
    """
    _allowed(by, line)
    kind, note = EntryKind(kind), squeeze(nfc(note))
    _check_given(kind, amount, paper, contract, note)
    before = before_of(kind, stage, contract is not None)
    after = after_of(kind, before, contract is not None)
    target = to_line or line
    source_side = Side(line, budget_year, before) if before else None
    target_side = Side(target, budget_year + (kind == EntryKind.CARRY_OVER), after) if after else None
    sides = [each for each in (source_side, target_side) if each is not None]
    check_sides(kind, on, *sides)
    if source_side is not None:
        check_enough(source_side, amount, on)
    if kind == EntryKind.DISBURSE and contract is not None:
        check_accepted(contract, amount)
    return _write(
        by=by, kind=kind, on=on, amount=amount, note=note, contract=contract, work_item=work_item, quantity=quantity,
        measure=measure if quantity is not None else "", document=_register(by, paper), sheet=sheet,
        source_account=source_side and source_side.account(), target_account=target_side and target_side.account(),
    )  # fmt: skip


@transaction.atomic
def reverse(
    *, by: User | None, entry: LedgerEntry, on: date, reason: str, sheet: SheetImport | None = None
) -> LedgerEntry:
    """Take an entry back, whole and once, by a counter-entry. `sheet`: the workbook that puts it right. Raises Refused
    (LEDGER-*), OutOfScope, NotPermitted."""
    _allowed(by, _line(entry))
    reason = squeeze(nfc(reason))
    if not reason:
        vi, en = words(EntryKind.REVERSE)
        raise refuse(NO_REASON, kind_vi=vi, kind_en=en)
    if entry.kind == EntryKind.REVERSE or LedgerEntry.objects.filter(reverses=entry).exists():
        raise refuse(REVERSED)
    if is_capital(entry):
        raise refuse(STANDS)
    sides = [
        Side(each.line, each.budget_year, Stage(each.stage))
        for each in (entry.target_account, entry.source_account)
        if each is not None
    ]
    check_sides(EntryKind.REVERSE, on, *sides)
    if entry.target_account is not None:
        check_enough(sides[0], entry.amount, on)
    return _write(
        by=by, kind=EntryKind.REVERSE, on=on, amount=entry.amount, note=reason, reverses=entry, sheet=sheet,
        document=entry.document, contract=entry.contract, work_item=entry.work_item,
        source_account=entry.target_account, target_account=entry.source_account,
    )  # fmt: skip


def _allowed(by: User | None, line: FundLine) -> None:
    if by is not None:
        require(by, Permission.EDIT_FUNDS, line.unit)


def _check_given(kind: EntryKind, amount: int, paper: Citation | None, contract: Contract | None, note: str) -> None:
    """Raises LEDGER-ROUTE, LEDGER-AMOUNT, LEDGER-NO-PAPER, LEDGER-NO-CONTRACT, LEDGER-NO-REASON."""
    vi, en = words(kind)
    if kind not in ROUTES:
        raise refuse(ROUTE, kind_vi=vi, kind_en=en)
    if isinstance(amount, bool) or not isinstance(amount, int) or amount <= 0:
        raise refuse(AMOUNT, amount=amount)
    route = ROUTES[kind]
    if route.paper and paper is None:
        raise refuse(NO_PAPER, kind_vi=vi, kind_en=en)
    if route.contract and contract is None:
        raise refuse(NO_CONTRACT, kind_vi=vi, kind_en=en)
    if route.reason and not note and paper is None:
        raise refuse(NO_REASON, kind_vi=vi, kind_en=en)


def _register(by: User | None, paper: Citation | None) -> Document | None:
    return None if paper is None else register_cited(by=by, citations=[paper])[paper.key, paper.issued_on]


def _write(*, by: User | None, **values: object) -> LedgerEntry:
    entry = LedgerEntry.objects.create(by=by, **values)
    line = _line(entry)
    after = {"kind": entry.kind, "on": entry.on, "amount": entry.amount, "line": line.pk}
    record(by=by, action=f"funds.{entry.kind}", subject=entry, unit=line.unit, after=after)
    return entry


def _line(entry: LedgerEntry) -> FundLine:
    """The line an entry moves money to, or out of."""
    account = entry.target_account or entry.source_account
    if account is None:
        raise ValueError("an entry moves money")
    return account.line
