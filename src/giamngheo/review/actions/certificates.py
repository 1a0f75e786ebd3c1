"""Certificates (Mẫu 03): issued and renewed for a whole commune or some households, replaced when lost or worn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.db.models import Max

from giamngheo.audit.actions import record
from giamngheo.documents.numbering import hold
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.review import problems_decisions as p
from giamngheo.review.keeping.days import check_past, today
from giamngheo.review.keeping.due_certificates import due_items, standard_of, standing_certificates
from giamngheo.review.keeping.naming import names_of
from giamngheo.review.keeping.rights import allowed
from giamngheo.review.models import Certificate, CertificateYear, DecisionItem
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_ISSUED = ("Ngày cấp", "The day issued")


class Issued(NamedTuple):
    """What one act issued: new certificates, and blocks (of new ones and of those held already)."""

    certificates: Sequence[Certificate]
    blocks: Sequence[CertificateYear]


@transaction.atomic
def issue_certificates(
    *, by: User | None, unit: Unit, year: int, issued_on: date, signer: str, only: Collection[int] | None = None
) -> Issued:
    """A block of `year` for every household that waits for one (or those of `only`, by key of household), on its
    certificate or on a new one.

    Raises Refused (REVIEW-CERTIFICATE-..., REVIEW-DECISION-SIGNER, REVIEW-DAY-FUTURE), OutOfScope, NotPermitted.
    """
    allowed(by, Permission.RUN_REVIEW, unit)
    check_past(issued_on, _ISSUED)
    name = squeeze(nfc(signer))
    if not name:
        raise refuse(p.DECISION_SIGNER)
    hold(unit)
    items = list(due_items(unit, year, only).select_related("decision__round").order_by("household", "pk"))
    if not items:
        raise refuse(p.CERTIFICATE_NONE, year=year)
    _check_days(items, issued_on)
    held = standing_certificates({item.household_id for item in items})
    new = _new(by, unit, items, held, issued_on)
    blocks = CertificateYear.objects.bulk_create(
        CertificateYear(certificate=(new.get(item.household_id) or held[item.household_id]), year=year, item=item,
                        signed_on=issued_on, signer=name, by=by)
        for item in items
    )  # fmt: skip
    numbers = [each.number for each in new.values()]
    record(by=by, action="review.issue_certificates", subject=None, unit=unit,
           after={"year": year, "blocks": len(blocks), "new": len(numbers), "first": min(numbers, default=None),
                  "last": max(numbers, default=None)})  # fmt: skip
    return Issued(list(new.values()), blocks)


@transaction.atomic
def replace_certificate(*, by: User | None, certificate: Certificate, issued_on: date, reason: str) -> Certificate:
    """Another one for a certificate that was lost or worn out, with a new number and all its blocks.

    Raises Refused (REVIEW-CERTIFICATE-REPLACED, REVIEW-CERTIFICATE-DAY, REVIEW-REASON, REVIEW-DAY-FUTURE), OutOfScope,
    NotPermitted.
    """
    unit = certificate.unit
    allowed(by, Permission.RUN_REVIEW, unit)
    check_past(issued_on, _ISSUED)
    hold(unit)
    other = Certificate.objects.filter(replaces=certificate).first()
    if other is not None:
        raise refuse(p.CERTIFICATE_REPLACED, number=str(certificate), other=str(other))
    if not squeeze(reason):
        raise refuse(p.REASON)
    if issued_on < certificate.issued_on:
        name = names_of([certificate.household_id], today())[certificate.household_id]
        earlier = format_date(certificate.issued_on)
        raise refuse(p.CERTIFICATE_DAY, day=format_date(issued_on), earlier=earlier, name=name)
    made = Certificate.objects.create(
        unit=unit, household_id=certificate.household_id, number=_next_number(unit, issued_on.year), by=by,
        year=issued_on.year, issued_on=issued_on, replaces=certificate, replaced_because=squeeze(nfc(reason)),
    )  # fmt: skip
    CertificateYear.objects.bulk_create(
        CertificateYear(certificate=made, year=each.year, item_id=each.item_id, signed_on=each.signed_on,
                        signer=each.signer, by=by)
        for each in certificate.years.order_by("year", "pk")
    )  # fmt: skip
    record(by=by, action="review.replace_certificate", subject=made, unit=unit, reason=made.replaced_because,
           after={"number": str(made), "replaces": str(certificate)})  # fmt: skip
    return made


def _new(
    by: User | None, unit: Unit, items: Sequence[DecisionItem], held: dict[int, Certificate], issued_on: date
) -> dict[int, Certificate]:
    """New certificates by household: for who has none of the standard of the item."""
    wanted: dict[int, None] = {}
    for item in items:
        own = held.get(item.household_id)
        if own is None or own.standard != standard_of(item):  # type: ignore[attr-defined]
            wanted[item.household_id] = None
    first = _next_number(unit, issued_on.year)
    common = {"unit": unit, "year": issued_on.year, "issued_on": issued_on, "by": by}
    made = Certificate.objects.bulk_create(
        Certificate(household_id=household, number=first + at, **common) for at, household in enumerate(wanted)
    )
    return {each.household_id: each for each in made}


def _next_number(unit: Unit, year: int) -> int:
    """The number after the greatest one of the commune and year; the unit's row is locked."""
    return (Certificate.objects.filter(unit=unit, year=year).aggregate(Max("number"))["number__max"] or 0) + 1


def _check_days(items: Sequence[DecisionItem], issued_on: date) -> None:
    early = [(item, day) for item in items if (day := item.decision.signed_on) is not None and day > issued_on]
    if not early:
        return
    names = names_of((item.household_id for item, _ in early), today())
    said = format_date(issued_on)
    raise Refused(
        *(p.CERTIFICATE_DAY.at(day=said, earlier=format_date(day), name=names[item.household_id])
          for item, day in early[:20])
    )  # fmt: skip
