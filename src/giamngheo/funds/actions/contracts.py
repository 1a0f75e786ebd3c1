"""Contracts, and work accepted under them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Sum

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds.actions.entering import enter
from giamngheo.funds.keeping import accepted_of
from giamngheo.funds.models import Acceptance, Contract, EntryKind
from giamngheo.funds.problems import AMOUNT, CONTRACT_FULL, DAY, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import StoredFile
    from giamngheo.funds.models import FundLine
    from giamngheo.programme.models import WorkItem


@transaction.atomic
def sign_contract(
    *,
    by: User | None,
    line: FundLine,
    budget_year: int,
    number: str,
    contractor: str,
    content: str,
    value: int,
    signed_on: date,
    ends_on: date | None = None,
    work_item: WorkItem | None = None,
) -> Contract:
    """A contract paid from a line, whose value is committed at once. Raises Refused (LEDGER-*)."""
    if by is not None:
        require(by, Permission.EDIT_FUNDS, line.unit)
    if value <= 0:
        raise refuse(AMOUNT, amount=value)
    if ends_on is not None and ends_on < signed_on:
        raise refuse(DAY, day=format_date(ends_on), year=budget_year)
    contract = Contract.objects.create(
        unit=line.unit, number=squeeze(nfc(number)), contractor=squeeze(nfc(contractor)), content=squeeze(nfc(content)),
        value=value, signed_on=signed_on, ends_on=ends_on, work_item=work_item, by=by,
    )  # fmt: skip
    enter(
        by=by, kind=EntryKind.COMMIT, line=line, budget_year=budget_year, amount=value, on=signed_on,
        contract=contract, work_item=work_item,
    )  # fmt: skip
    return contract


@transaction.atomic
def accept(
    *,
    by: User | None,
    contract: Contract,
    amount: int,
    on: date,
    reference: str = "",
    note: str = "",
    file: StoredFile | None = None,
) -> Acceptance:
    """Work or goods of `amount` đồng accepted under a contract, in all no more than its value. Raises Refused."""
    if by is not None:
        require(by, Permission.EDIT_FUNDS, contract.unit)
    if amount <= 0:
        raise refuse(AMOUNT, amount=amount)
    if on < contract.signed_on:
        raise refuse(DAY, day=format_date(on), year=contract.signed_on.year)
    contract = Contract.objects.select_for_update(no_key=True).get(pk=contract.pk)
    if accepted_of(contract) + amount > worth(contract):
        raise refuse(
            CONTRACT_FULL, contract=contract.number, value=format_number(worth(contract)), amount=format_number(amount)
        )
    acceptance = Acceptance.objects.create(
        contract=contract, amount=amount, on=on, reference=squeeze(nfc(reference)), note=squeeze(nfc(note)),
        file=file, by=by,
    )  # fmt: skip
    record(
        by=by, action="funds.accept", subject=acceptance, unit=contract.unit,
        after={"contract": contract.pk, "amount": amount, "on": on},
    )  # fmt: skip
    return acceptance


def worth(contract: Contract) -> int:
    """What a contract is still worth: its value less what was released."""
    entries = contract.entries.filter(kind=EntryKind.RELEASE, reversed_by=None)
    return contract.value - (entries.aggregate(sum=Sum("amount"))["sum"] or 0)
