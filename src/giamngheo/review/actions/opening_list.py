"""The classes recognised before the system: entered from the decision that gave them, before one is signed here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.documents.actions import register_own
from giamngheo.documents.models import Document
from giamngheo.documents.numbering import type_of
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.households.models import Household
from giamngheo.review import problems_decisions as p
from giamngheo.review.keeping import class_register as classes
from giamngheo.review.keeping.days import check_past
from giamngheo.review.keeping.decided import in_the_way
from giamngheo.review.keeping.naming import names_of
from giamngheo.review.keeping.opening import check_households
from giamngheo.review.keeping.rights import allowed
from giamngheo.review.keeping.subjects import DECISION_SIGN, subject_of
from giamngheo.review.models import ClassPath, Decision, DecisionItem, DecisionKind, ItemOutcome
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import Refused, refuse
from giamngheo.territory.models import Unit
from giamngheo.territory.queries import with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_YEAR = timedelta(days=366)  # a guard against mistyped years
_SIGNED = ("Ngày quyết định", "The day of the decision")


class Printed(NamedTuple):
    """The decision as printed. `issuer` None: the unit itself; else what it was before a merger."""

    serial: int
    signed_on: date
    signer: str
    sign: str = DECISION_SIGN
    signer_post: str = ""
    issuer: Unit | None = None


class Listed(NamedTuple):
    """A household of the list; `value`: poor or near_poor."""

    household: Household
    value: str
    deprivations: Sequence[str] = ()


@transaction.atomic
def enter_opening_list(
    *, by: User | None, unit: Unit, printed: Printed, effective_from: date, items: Sequence[Listed]
) -> Decision:
    """The classes of these households from `effective_from` on, by the printed decision. May be called again for more
    households of the same decision.

    Raises Refused (REVIEW-OPENING-..., REVIEW-CLASS-WRONG, REVIEW-DAY-FUTURE), FindingError (DOCUMENT-...), OutOfScope,
    NotPermitted.
    """
    allowed(by, Permission.RUN_REVIEW, unit)
    issuer = printed.issuer or unit
    _check_printed(unit, issuer, printed, effective_from)
    _check_list(items, effective_from)
    homes = classes.hold(each.household.pk for each in items)
    check_households(unit, {homes[each.household.pk]: each.value for each in items}, effective_from)
    decision = Decision(kind=DecisionKind.OPENING, unit=unit, effective_from=effective_from, by=by)
    decision.save()
    DecisionItem.objects.bulk_create(
        DecisionItem(
            decision=decision, household_id=each.household.pk, outcome=ItemOutcome.RECOGNISED, path=ClassPath.POVERTY,
            given=each.value, deprivations=list(each.deprivations),
        )
        for each in items
    )  # fmt: skip
    decision.document = _document(by, issuer, printed, decision)
    decision.signer, decision.signer_post = squeeze(nfc(printed.signer)), squeeze(nfc(printed.signer_post))
    decision.signed_on, decision.signed_at, decision.signed_by = printed.signed_on, timezone.now(), by
    decision.save()
    listed = list(decision.items.order_by("household"))
    plan = classes.follow(listed, effective_from)
    if plan.later:
        raise Refused(*in_the_way(plan.later, listed, effective_from))
    classes.write(plan)
    record(by=by, action="review.enter_opening_list", subject=decision, unit=unit,
           after={"symbol": str(decision.document), "from": effective_from, "households": len(items)})  # fmt: skip
    return decision


def _check_printed(unit: Unit, issuer: Unit, printed: Printed, effective_from: date) -> None:
    if issuer.pk != unit.pk and not with_predecessors(unit).filter(pk=issuer.pk).exists():
        raise refuse(p.OPENING_UNIT, unit=issuer.name)
    check_past(printed.signed_on, _SIGNED)
    if abs(effective_from - printed.signed_on) > _YEAR:
        raise refuse(p.OPENING_DAY, day=format_date(effective_from), signed=format_date(printed.signed_on))
    if not squeeze(printed.signer):
        raise refuse(p.DECISION_SIGNER)
    here = Decision.objects.filter(unit=unit, kind=DecisionKind.RECOGNITION, signed_at__isnull=False)
    first = here.select_related("document").order_by("signed_at").first()
    if first is not None:
        raise refuse(p.OPENING_AFTER, unit=unit.name, symbol=str(first.document))


def _check_list(items: Sequence[Listed], day: date) -> None:
    if not items:
        raise refuse(p.OPENING_NONE)
    twice = [key for key, count in Counter(each.household.pk for each in items).items() if count > 1]
    if twice:
        names = names_of(twice, day)
        raise Refused(*(p.OPENING_TWICE.at(name=names[key]) for key in twice))


def _document(by: User | None, issuer: Unit, printed: Printed, decision: Decision) -> Document:
    """The decision in the register of documents: entered with an earlier batch, or entered now."""
    before = Document.objects.filter(
        issuer=issuer, doc_type=type_of(printed.sign), series_year=printed.signed_on.year, serial=printed.serial,
        issued_on=printed.signed_on,
    ).first()  # fmt: skip
    if before is not None and Decision.objects.filter(document=before, kind=DecisionKind.OPENING).exists():
        return before
    return register_own(
        by=by, issuer=issuer, sign=printed.sign, day=printed.signed_on, subject=subject_of(decision),
        serial=printed.serial,
    )  # fmt: skip
