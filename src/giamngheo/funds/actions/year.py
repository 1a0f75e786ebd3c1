"""The end of a budget year: what is carried over, what is cancelled, and the closing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.documents.actions import Citation
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds.actions.entering import enter
from giamngheo.funds.keeping import named, words
from giamngheo.funds.models import OPEN_STAGES, EntryKind, FundLine, LedgerAccount, LedgerEntry, Stage, YearClosing
from giamngheo.funds.problems import CLOSED, LEFT, Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class Left(NamedTuple):
    """Money still open in a budget year."""

    line: FundLine
    stage: Stage
    balance: int


def left_in(unit: Unit, budget_year: int) -> list[Left]:
    """What is neither spent nor cancelled nor carried over, in one query."""
    accounts = LedgerAccount.objects.filter(
        line__unit=unit, budget_year=budget_year, stage__in=OPEN_STAGES, balance__gt=0
    ).select_related("line__source", "line__node", "line__period", "line__unit")
    return [Left(each.line, Stage(each.stage), each.balance) for each in accounts]


@transaction.atomic
def carry_over(
    *, by: User | None, budget_year: int, what: Iterable[Left], paper: Citation, on: date, note: str = ""
) -> list[LedgerEntry]:
    """Carry these sums into the next budget year by one decision; all of them or none. Raises Refused (LEDGER-*)."""
    return [
        enter(
            by=by, kind=EntryKind.CARRY_OVER, line=each.line, budget_year=budget_year, amount=each.balance, on=on,
            stage=each.stage, paper=paper, note=note,
        )
        for each in what
    ]  # fmt: skip


@transaction.atomic
def cancel(
    *, by: User | None, budget_year: int, what: Iterable[Left], on: date, paper: Citation | None = None, note: str = ""
) -> list[LedgerEntry]:
    """Cancel these sums; all of them or none. Raises Refused (LEDGER-*)."""
    return [
        enter(
            by=by, kind=EntryKind.CANCEL, line=each.line, budget_year=budget_year, amount=each.balance, on=on,
            stage=each.stage, paper=paper, note=note,
        )
        for each in what
    ]  # fmt: skip


@transaction.atomic
def close_year(*, by: User | None, unit: Unit, budget_year: int, on: date, note: str = "") -> YearClosing:
    """Close a budget year: nothing enters it any more. Raises LEDGER-CLOSED; LEDGER-LEFT for each sum still open."""
    if by is not None:
        require(by, Permission.CLOSE_FUNDS, unit)
    # Entries lock their accounts: who holds them all knows that none is being written.
    list(LedgerAccount.objects.select_for_update(no_key=True).filter(line__unit=unit, budget_year=budget_year))
    done = YearClosing.objects.filter(unit=unit, budget_year=budget_year).first()
    if done is not None:
        raise refuse(CLOSED, year=budget_year, day=format_date(done.on))
    if open_ := left_in(unit, budget_year):
        raise Refused(*(_left(each) for each in open_))
    closing = YearClosing.objects.create(unit=unit, budget_year=budget_year, on=on, note=squeeze(nfc(note)), by=by)
    record(by=by, action="funds.close_year", subject=closing, unit=unit, after={"year": budget_year, "on": on})
    return closing


def _left(each: Left):
    (line_vi, line_en), (stage_vi, stage_en) = named(each.line), words(each.stage)
    return LEFT.at(
        line_vi=line_vi, line_en=line_en, stage_vi=stage_vi, stage_en=stage_en, balance=format_number(each.balance)
    )
