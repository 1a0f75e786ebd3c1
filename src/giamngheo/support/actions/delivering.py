"""Entering what was handed over, and taking an entry back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.documents.actions import register_cited
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Severity
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.support.catalogue import kind_of
from giamngheo.support.checking import check_common, check_each, tidy
from giamngheo.support.models import SupportDelivery
from giamngheo.support.problems import DAY, NO_REASON, NOBODY, REVERSED, Refused, refuse
from giamngheo.support.values import Checked, Handing, To, content_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import Document
    from giamngheo.territory.models import Unit

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
    document = None
    if handing.paper is not None:
        document = register_cited(by=by, citations=[handing.paper])[handing.paper.key, handing.paper.issued_on]
    made = SupportDelivery.objects.bulk_create([_row(each, handing, unit, document, by) for each in checked])
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
    same = {f"{name}_id" if hasattr(delivery, f"{name}_id") else name for name in _SAME}
    made = SupportDelivery.objects.create(
        **{name: getattr(delivery, name) for name in same}, on=on, reason=reason, reverses=delivery, by=by
    )
    record(
        by=by, action="support.take_back", subject=made, unit=delivery.unit, after={"reverses": delivery.pk, "on": on},
        reason=reason,
    )  # fmt: skip
    return made


def _row(each: Checked, handing: Handing, unit: Unit, document: Document | None, by: User | None) -> SupportDelivery:
    kind = kind_of(handing.kind)
    if kind is None or each.household is None or each.recipient is None:
        raise ValueError("checked before it is written")
    return SupportDelivery(
        unit=unit, household=each.household, person=each.person, recipient=each.recipient, kind=handing.kind,
        content=content_of(kind, handing.item), year=handing.year, instalment=handing.instalment, on=handing.on,
        amount=each.amount, item=handing.item, quantity=handing.quantity, measure=handing.measure,
        specification=handing.specification, brand=handing.brand, maker=handing.maker, fund_line=handing.fund_line,
        donor=handing.donor, work_item=handing.work_item, document=document, confirmation=handing.confirmation,
        reference=handing.reference, delivered_by=handing.delivered_by, file=handing.file, reason=handing.reason, by=by,
    )  # fmt: skip
