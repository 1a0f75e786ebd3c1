"""The list handed to the commune's chairman (Phụ lục VI): cases whose posting is over, in one batch or several."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.review import problems_deciding as p
from giamngheo.review.keeping.days import check_past, today
from giamngheo.review.keeping.naming import names_of
from giamngheo.review.keeping.readiness import Standing, standing, undecided, why
from giamngheo.review.keeping.rights import allowed
from giamngheo.review.keeping.rounds import open_round
from giamngheo.review.keeping.stepping_many import locked_all, step_all
from giamngheo.review.models import CaseState, Proposal, ProposalItem, ReviewCase, ReviewRound
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_DAY = ("Ngày trình", "The day of the proposal")


@transaction.atomic
def propose(*, by: User | None, round_: ReviewRound, on: date, only: Collection[int] | None = None) -> Proposal:
    """Hand up every case that is ready on that day, or exactly those of `only` (keys of cases).

    Raises Refused (REVIEW-PROPOSAL-..., REVIEW-DAY-FUTURE, REVIEW-ROUND-STATE), OutOfScope, NotPermitted.
    """
    held = open_round(round_)
    allowed(by, Permission.RUN_REVIEW, held.unit)
    check_past(on, _DAY)
    cases = _ready(held, on, only)
    number = (held.proposals.aggregate(Max("number"))["number__max"] or 0) + 1
    proposal = Proposal.objects.create(round=held, number=number, on=on, by=by)
    ProposalItem.objects.bulk_create(
        ProposalItem(proposal=proposal, case=case, assessment_id=case.assessment_id or 0) for case in cases
    )
    step_all(cases, CaseState.PROPOSED, by=by)
    record(by=by, action="review.propose", subject=proposal, unit=held.unit,
           after={"number": number, "on": on, "households": len(cases)})  # fmt: skip
    return proposal


def _ready(round_: ReviewRound, on: date, only: Collection[int] | None) -> list[ReviewCase]:
    """The cases to hand up, locked."""
    wanted = undecided(round_)
    if only is not None:
        wanted = wanted.filter(pk__in=only)
    cases = {case.pk: case for case in locked_all(wanted.order_by().values_list("pk", flat=True))}
    found = [standing(case, round_.kind, on) for case in wanted.select_related("assessment").order_by("pk")]
    found = [each for each in found if each.case.pk in cases]
    if only is not None:
        _check_all(found, only)
    ready = [cases[each.case.pk] for each in found if each.waits is None]
    if not ready:
        raise refuse(p.PROPOSAL_NONE, day=format_date(on))
    return ready


def _check_all(found: list[Standing], only: Collection[int]) -> None:
    """Raises REVIEW-PROPOSAL-NOT-READY for each that was asked for and waits."""
    waiting = [each for each in found if each.waits is not None]
    if not waiting:
        return
    names = names_of((each.case.household_id for each in waiting), today())
    findings = []
    for each in waiting:
        vi, en = why(each)
        findings.append(p.PROPOSAL_NOT_READY.at(name=names[each.case.household_id], why_vi=vi, why_en=en))
    raise Refused(*findings)
