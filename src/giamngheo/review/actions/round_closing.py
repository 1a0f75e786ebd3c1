"""A round ends: nothing of it is left open, and what moved is closed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.review import problems_decisions as p
from giamngheo.review.actions.closing import close_movements
from giamngheo.review.keeping.days import today
from giamngheo.review.keeping.rights import allowed
from giamngheo.review.keeping.rounds import open_round
from giamngheo.review.keeping.stepping import words
from giamngheo.review.models import FINAL, CaseState, Closing, Decision, ReviewRound, RoundKind, RoundState
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import Refused

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@transaction.atomic
def close_round(*, by: User, round_: ReviewRound) -> ReviewRound:
    """End a round whose cases are all final; in a poverty path its movements are closed in the same transaction.

    Raises Refused (REVIEW-ROUND-LEFT, REVIEW-ROUND-DRAFTS, REVIEW-ROUND-STATE), OutOfScope, NotPermitted.
    """
    held = open_round(round_)
    allowed(by, Permission.RUN_REVIEW, held.unit)
    _check_done(held)
    held.state, held.closed_at = RoundState.CLOSED, timezone.now()
    held.save(update_fields=["state", "closed_at"])
    days = movement_days(held)
    if days is not None:
        opening_on, closing_on = days
        close_movements(by=by, unit=held.unit, opening_on=opening_on, closing_on=closing_on, round=held)
    record(by=by, action="review.close_round", subject=held, unit=held.unit, after={"movements": days})
    return held


def movement_days(round_: ReviewRound) -> tuple[date, date] | None:
    """From which day to which the movements of a round are closed; None where there is nothing to close."""
    if not RoundKind(round_.kind).judges_poverty:
        return None
    last = Closing.objects.filter(unit=round_.unit_id, replaced_by=None).order_by("-closing_on").first()
    opening = last.closing_on if last is not None else date(round_.year, 1, 1)
    if round_.kind == RoundKind.ANNUAL:
        closing = date(round_.year + 1, 1, 1)
    else:
        signed = Decision.objects.filter(round=round_, signed_at__isnull=False)
        closing = signed.order_by("-effective_from").values_list("effective_from", flat=True).first() or today()
    return (opening, closing) if opening < closing else None


def _check_done(round_: ReviewRound) -> None:
    findings = []
    left = Counter(round_.cases.exclude(state__in=FINAL).order_by().values_list("state", flat=True))
    if left:
        said = [(words(CaseState(state)), count) for state, count in sorted(left.items())]
        findings.append(
            p.ROUND_LEFT.at(
                count=sum(left.values()), states_vi=", ".join(f"{vi} {count}" for (vi, _), count in said),
                states_en=", ".join(f"{en} {count}" for (_, en), count in said),
            )
        )  # fmt: skip
    drafts = round_.decisions.filter(signed_at=None).count()
    if drafts:
        findings.append(p.ROUND_DRAFTS.at(count=drafts))
    if findings:
        raise Refused(*findings)
