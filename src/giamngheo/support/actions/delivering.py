"""Entering what was handed over, and taking an entry back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.documents.actions import enter_sheet, register_cited, undo_sheet
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Severity
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.households.lists.tables_problems import UNDONE
from giamngheo.support.catalogue import kind_of
from giamngheo.support.checking import check_common, check_each, check_rows, tidy
from giamngheo.support.facts import standing
from giamngheo.support.models import DeliveryFile, SupportDelivery
from giamngheo.support.problems import DAY, NO_REASON, NOBODY, REVERSED, Refused, refuse
from giamngheo.support.values import Checked, Handing, To, content_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import Document, SheetImport, StoredFile
    from giamngheo.territory.models import Unit

SHEET = "deliveries"
_SAME = (
    "unit", "household", "person", "recipient", "kind", "content", "year", "instalment", "amount", "item", "quantity",
    "measure", "specification", "brand", "maker", "fund_line", "donor", "work_item", "document", "confirmation",
    "reference", "delivered_by",
)  # fmt: skip


@transaction.atomic
def deliver(*, by: User | None, unit: Unit, handing: Handing, to: Sequence[To]) -> list[SupportDelivery]:
    """Enter that each of `to` received it: all of them or none, in a constant number of queries.

    Raises Refused with every finding that is an error (SUPPORT-*), OutOfScope, NotPermitted.
    """
    if by is not None:
        require(by, Permission.EDIT_SUPPORT, unit)
    handing = tidy(handing)
    if found := check_common(handing, unit):
        raise Refused(*found)
    if not to:
        raise refuse(NOBODY)
    checked = check_each(handing, unit, to)
    errors = [each for one in checked for each in one.findings if each.severity == Severity.ERROR]
    if errors:
        raise Refused(*errors)
    document = _cited(handing, by)
    made = SupportDelivery.objects.bulk_create([_row(each, handing, unit, document, by) for each in checked])
    more = list(dict.fromkeys(handing.files))[1:]
    DeliveryFile.objects.bulk_create([DeliveryFile(delivery=each, file=file) for each in made for file in more])
    after = {
        "kind": handing.kind, "year": handing.year, "on": handing.on, "count": len(made),
        "deliveries": [each.pk for each in made[:1000]],
    }  # fmt: skip
    record(by=by, action="support.deliver", subject=made[0], unit=unit, after=after, reason=handing.reason)
    return made


@transaction.atomic
def take_back(*, by: User | None, delivery: SupportDelivery, on: date, reason: str) -> SupportDelivery:
    """Take a delivery back, whole and once, by a counter-row. Raises Refused (SUPPORT-*), OutOfScope, NotPermitted."""
    if by is not None:
        require(by, Permission.EDIT_SUPPORT, delivery.unit)
    reason = squeeze(nfc(reason))
    if not reason:
        raise refuse(NO_REASON)
    if delivery.reverses_id is not None or SupportDelivery.objects.filter(reverses=delivery).exists():
        raise refuse(REVERSED)
    if on < delivery.on or on > timezone.localdate():
        raise refuse(DAY, day=format_date(on), year=delivery.year)
    made = _counter(delivery, on, reason, by)
    made.save()
    record(
        by=by, action="support.take_back", subject=made, unit=delivery.unit, after={"reverses": delivery.pk, "on": on},
        reason=reason,
    )  # fmt: skip
    return made


@transaction.atomic
def deliver_sheet(
    *, by: User | None, unit: Unit, rows: Sequence[tuple[Handing, To]], file: StoredFile, name: str,
    left_out: Sequence[Mapping[str, Any]] = (),
) -> SheetImport:  # fmt: skip
    """Enter the rows of a workbook, each handed over in its own way under one decision: all of them or none.
    `left_out`: the rows that stay out, as `documents.actions.enter_sheet` keeps them.

    Raises Refused with every finding that is an error (SUPPORT-*), OutOfScope, NotPermitted.
    """
    if by is not None:
        require(by, Permission.EDIT_SUPPORT, unit)
    if not rows:
        raise refuse(NOBODY)
    tidied = [(tidy(handing), to) for handing, to in rows]
    if common := [found for handing, _to in tidied for found in check_common(handing, unit)]:
        raise Refused(*common)
    checked = check_rows(unit, tidied)
    errors = [each for one in checked for each in one.findings if each.severity == Severity.ERROR]
    if errors:
        raise Refused(*errors)
    document = _cited(tidied[0][0], by)
    sheet = enter_sheet(by=by, kind=SHEET, unit=unit, file=file, name=name, entered=len(rows), left_out=left_out)
    made = [
        _row(each, handing, unit, document, by, sheet) for each, (handing, _to) in zip(checked, tidied, strict=True)
    ]
    SupportDelivery.objects.bulk_create(made, batch_size=500)
    after = {"kind": tidied[0][0].kind, "year": tidied[0][0].year, "count": len(made), "sheet": sheet.pk}
    record(by=by, action="support.deliver_sheet", subject=sheet, unit=unit, after=after)
    return sheet


@transaction.atomic
def take_back_sheet(*, by: User | None, sheet: SheetImport, on: date, reason: str) -> int:
    """Take back, on a day, every delivery of a workbook that still stands; how many. Raises Refused (SUPPORT-*,
    TABLE-*), OutOfScope, NotPermitted."""
    if by is not None:
        require(by, Permission.EDIT_SUPPORT, sheet.unit)
    reason = squeeze(nfc(reason))
    if not reason:
        raise refuse(NO_REASON)
    if sheet.kind != SHEET or not undo_sheet(by=by, held=sheet, reason=reason):
        raise refuse(UNDONE)
    rows = list(standing(SupportDelivery.objects.filter(sheet=sheet)))
    last = max((each.on for each in rows), default=on)
    if on < last or on > timezone.localdate():
        raise refuse(DAY, day=format_date(on), year=last.year)
    SupportDelivery.objects.bulk_create([_counter(each, on, reason, by) for each in rows], batch_size=500)
    after = {"sheet": sheet.pk, "on": on, "count": len(rows)}
    record(by=by, action="support.take_back_sheet", subject=sheet, unit=sheet.unit, after=after, reason=reason)
    return len(rows)


def _counter(delivery: SupportDelivery, on: date, reason: str, by: User | None) -> SupportDelivery:
    same = {f"{name}_id" if hasattr(delivery, f"{name}_id") else name for name in _SAME}
    values = {name: getattr(delivery, name) for name in same}
    return SupportDelivery(**values, on=on, reason=reason, reverses=delivery, by=by)


def _cited(handing: Handing, by: User | None) -> Document | None:
    if handing.paper is None:
        return None
    return register_cited(by=by, citations=[handing.paper])[handing.paper.key, handing.paper.issued_on]


def _row(
    each: Checked, handing: Handing, unit: Unit, document: Document | None, by: User | None,
    sheet: SheetImport | None = None,
) -> SupportDelivery:  # fmt: skip
    kind = kind_of(handing.kind)
    if kind is None or each.household is None or each.recipient is None:
        raise ValueError("checked before it is written")
    return SupportDelivery(
        unit=unit, household=each.household, person=each.person, recipient=each.recipient, kind=handing.kind,
        content=content_of(kind, handing.item), year=handing.year, instalment=handing.instalment, on=handing.on,
        amount=each.amount, item=handing.item, quantity=handing.quantity, measure=handing.measure,
        specification=handing.specification, brand=handing.brand, maker=handing.maker, fund_line=handing.fund_line,
        donor=handing.donor, work_item=handing.work_item, document=document, confirmation=handing.confirmation,
        reference=handing.reference, delivered_by=handing.delivered_by, file=next(iter(handing.files), None),
        reason=handing.reason, by=by, sheet=sheet,
    )  # fmt: skip
