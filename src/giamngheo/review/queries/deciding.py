"""Where a round stands between survey and certificate: what each step still has to do, counted."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import QuerySet

from giamngheo.accounts.queries import scope_units
from giamngheo.review.keeping.readiness import standing, to_post, undecided
from giamngheo.review.models import (
    FINAL,
    CaseState,
    Complaint,
    Decision,
    HigherOpinion,
    Proposal,
    ReviewRound,
    RoundKind,
)
from giamngheo.review.permissions import Permission

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Steps(NamedTuple):
    """Households (complaints, proposals, drafts) that wait at each step of a round. `left`: cases not final."""

    to_meet: int
    to_post: int
    to_post_again: int
    complaints: int
    to_propose: int
    opinions: int
    to_decide: int
    drafts: int
    left: int


def deciding_rounds(user: User) -> QuerySet[ReviewRound]:
    """Rounds of the units whose reviews the user may see."""
    units = scope_units(user, permission=Permission.VIEW_REVIEW)
    return ReviewRound.objects.filter(unit__in=units).select_related("unit")


def round_to_decide(user: User, pk: int) -> ReviewRound:
    """One of them; raises ReviewRound.DoesNotExist for a round of others."""
    return deciding_rounds(user).get(pk=pk)


def steps_of(user: User, round_: ReviewRound, day: date) -> Steps:
    """What waits in a round on `day`; a constant number of queries."""
    found = round_to_decide(user, round_.pk)
    states = Counter(found.cases.order_by().values_list("state", flat=True))
    waiting = undecided(found).select_related("assessment")
    ready = sum(standing(case, found.kind, day).waits is None for case in waiting)
    poverty = RoundKind(found.kind).judges_poverty
    asked = HigherOpinion.objects.filter(proposal__round=found, answered_on=None).count()
    unasked = Proposal.objects.filter(round=found, opinion=None).count() if found.kind == RoundKind.ANNUAL else 0
    return Steps(
        to_meet=states[CaseState.SURVEYED] if poverty else 0,
        to_post=to_post(found, after_recheck=False).count(),
        to_post_again=to_post(found, after_recheck=True).count() if poverty else 0,
        complaints=Complaint.objects.filter(case__round=found, answer=None).count(),
        to_propose=ready,
        opinions=asked + unasked,
        to_decide=states[CaseState.PROPOSED],
        drafts=Decision.objects.filter(round=found, signed_at=None).count(),
        left=sum(count for state, count in states.items() if state not in FINAL),
    )
