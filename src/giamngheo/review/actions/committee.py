"""Who leads a round, and who surveys where."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.models import User
from giamngheo.accounts.queries import can
from giamngheo.audit.actions import record
from giamngheo.households.queries.villages import villages_seen
from giamngheo.review.keeping.allowing import may_run
from giamngheo.review.keeping.committee import line, put_committee
from giamngheo.review.keeping.listing import locked_round
from giamngheo.review.keeping.stepping import words
from giamngheo.review.models import CommitteeMember, CommitteeRole, ReviewerAssignment, RoundState
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import ROUND_STATE, refuse
from giamngheo.review.problems_survey import (
    COMMITTEE_CHANGED,
    REVIEWER,
    REVIEWER_TWICE,
    ROUND_NO_HEAD,
)
from giamngheo.review.values import Seat
from giamngheo.territory.models import Village

if TYPE_CHECKING:
    from giamngheo.review.models import ReviewRound


@transaction.atomic
def set_committee(
    *, by: User, review_round: ReviewRound, members: Sequence[Seat], seen: str | None = None
) -> list[CommitteeMember]:
    """The committee as it stands from now on, in that order, exactly one head. `seen`: `committee_mark` of the list the
    user saw. Raises REVIEW-COMMITTEE-CHANGED, -COMMITTEE-NAME, -ROUND-NO-HEAD, -ROUND-STATE; OutOfScope, NotPermitted.
    """
    found = _under_way(by, review_round)
    before = seats(found)
    if seen is not None and seen != committee_mark(before):
        raise refuse(COMMITTEE_CHANGED)
    if sum(each.role == CommitteeRole.HEAD for each in members) != 1:
        raise refuse(ROUND_NO_HEAD)
    made = put_committee(found, members)
    record(
        by=by, action="review.set_committee", subject=found, unit=found.unit,
        before={"members": [[each.role, each.name] for each in before]},
        after={"members": [[each.role, each.name] for each in made]},
    )  # fmt: skip
    return made


def seats(review_round: ReviewRound) -> list[Seat]:
    """The committee as it stands."""
    rows = CommitteeMember.objects.filter(round=review_round)
    return [Seat(each.name, each.role, each.post, each.user_id) for each in rows]


def committee_mark(members: Sequence[Seat]) -> str:
    """Equal for equal committees."""
    told = json.dumps([[each.name, str(each.role), each.post] for each in members], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


@transaction.atomic
def assign_reviewer(
    *, by: User, review_round: ReviewRound, villages: Sequence[int], name: str, user: User | None = None
) -> list[ReviewerAssignment]:
    """Somebody surveys in these villages of the round. `user`: their account, with the right to survey in the commune.

    Raises REVIEW-REVIEWER, REVIEW-REVIEWER-TWICE, REVIEW-ROUND-STATE; OutOfScope, NotPermitted.
    """
    found = _under_way(by, review_round)
    who = line(name, 150)
    ours = set(villages_seen(by, timezone.localdate(), found.unit).values_list("village", flat=True))
    if not who or not villages or not set(villages) <= ours:
        raise refuse(REVIEWER)
    if user is not None and not can(user, Permission.ASSESS, found.unit):
        raise refuse(REVIEWER)
    twice = ReviewerAssignment.objects.filter(round=found, village__in=villages, name=who)
    known = list(twice.values_list("village__name", flat=True))
    if known:
        raise refuse(REVIEWER_TWICE, name=who, villages=", ".join(known))
    made = ReviewerAssignment.objects.bulk_create(
        ReviewerAssignment(round=found, village_id=village, name=who, user=user) for village in dict.fromkeys(villages)
    )
    names = list(Village.objects.filter(pk__in=villages).values_list("name", flat=True))
    after = {"name": who, "villages": names, "user": user.get_username() if user else ""}
    record(by=by, action="review.assign_reviewer", subject=found, unit=found.unit, after=after)
    return made


@transaction.atomic
def remove_reviewer(*, by: User, assignment: ReviewerAssignment) -> None:
    """Take a reviewer off a village; what they surveyed stays. Raises REVIEW-ROUND-STATE; OutOfScope, NotPermitted."""
    found = _under_way(by, assignment.round)
    before = {"name": assignment.name, "village": assignment.village.name}
    ReviewerAssignment.objects.filter(pk=assignment.pk).delete()
    record(by=by, action="review.remove_reviewer", subject=found, unit=found.unit, before=before)


def _under_way(by: User, review_round: ReviewRound) -> ReviewRound:
    """The round, locked, if the user may run it and it is not over."""
    found = locked_round(review_round)
    may_run(by, found.unit)
    if found.state not in (RoundState.PREPARING, RoundState.OPEN):
        vi, en = words(RoundState(found.state))
        raise refuse(ROUND_STATE, round=str(found), state_vi=vi, state_en=en)
    return found
