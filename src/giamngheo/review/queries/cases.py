"""One household in a round: all that was written about it, and the next of the same pile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from giamngheo.accounts.queries import permissions_in
from giamngheo.households.models import Membership, Person
from giamngheo.households.queries.households import members_on
from giamngheo.review.judging.laws import standard_of
from giamngheo.review.keeping.allowing import assesses
from giamngheo.review.keeping.forms import PURPOSES, awaits_screening, is_screened
from giamngheo.review.keeping.listing import called
from giamngheo.review.models import (
    Assessment,
    CaseState,
    CaseStep,
    Complaint,
    DecisionItem,
    HouseholdClass,
    MeetingVote,
    PostingItem,
    ProposalItem,
    ReviewCase,
    ReviewRound,
    RoundState,
    Screening,
)
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import Refused
from giamngheo.review.queries.board import cases_of, village_rows
from giamngheo.review.queries.rounds import cases_for

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class CasePage(NamedTuple):
    """A case with everything written about it, the newest last. `head`: what the village calls the household.

    `screens`: Phiếu A has to say yes first; `surveys`: the user may write a form now.
    """

    case: ReviewCase
    head: str
    members: Sequence[Membership]
    steps: Sequence[CaseStep]
    screenings: Sequence[Screening]
    assessments: Sequence[Assessment]
    votes: Sequence[MeetingVote]
    postings: Sequence[PostingItem]
    complaints: Sequence[Complaint]
    proposals: Sequence[ProposalItem]
    decisions: Sequence[DecisionItem]
    classes: Sequence[HouseholdClass]
    rights: frozenset[Permission]
    screens: bool
    surveys: bool
    may_screen: bool

    @property
    def may_run(self) -> bool:
        return Permission.RUN_REVIEW in self.rights


def case_seen(user: User, pk: int) -> ReviewCase:
    """One case of a round the user sees; raises ReviewCase.DoesNotExist for others'."""
    rows = cases_for(user)
    return rows.select_related(
        "round__unit", "household", "village", "person", "assessment", "request__file", "listed_by"
    ).get(pk=pk)


def case_page(user: User, pk: int) -> CasePage:
    """Raises ReviewCase.DoesNotExist for a case of others."""
    case = case_seen(user, pk)
    today = timezone.localdate()
    open_ = case.round.state == RoundState.OPEN
    writes = open_ and case.state in PURPOSES and assesses(user, case)
    screens = writes and _awaits_screening(case)
    return CasePage(
        case,
        called([case.household_id]).get(case.household_id, ""),
        list(members_on(user, case.household, today)),
        list(CaseStep.objects.filter(case=case).select_related("by").order_by("number")),
        list(Screening.objects.filter(case=case).select_related("by").order_by("number")),
        list(Assessment.objects.filter(case=case).select_related("by").order_by("number")),
        list(MeetingVote.objects.filter(case=case).select_related("meeting", "assessment").order_by("pk")),
        list(PostingItem.objects.filter(case=case).select_related("posting__village", "assessment").order_by("pk")),
        list(Complaint.objects.filter(case=case).select_related("answer", "by").order_by("received_on", "pk")),
        list(ProposalItem.objects.filter(case=case).select_related("proposal__opinion").order_by("pk")),
        list(DecisionItem.objects.filter(case=case).select_related("decision__document").order_by("pk")),
        list(HouseholdClass.objects.filter(household=case.household_id, voided_by=None).order_by("valid_from")),
        permissions_in(user, case.round.unit),
        screens,
        writes and not screens,
        writes and case.state == CaseState.LISTED and is_screened(case),
    )


def members_of(user: User, assessments: Sequence[Assessment]) -> dict[int, list[str]]:
    """Assessment → names of its people, in the order of its answers; two queries."""
    ours = Assessment.objects.filter(pk__in=[each.pk for each in assessments], case__in=cases_for(user))
    people = {person for members in ours.values_list("members", flat=True) for person in members}
    names = dict(Person.objects.filter(pk__in=people).values_list("pk", "full_name"))
    return {each.pk: [names.get(person, "–") for person in each.members] for each in assessments}


def first_to_survey(user: User, review_round: ReviewRound) -> int | None:
    """The key of the first household of the list that the user may survey; None: nobody is left, or they may not."""
    rights = permissions_in(user, review_round.unit)
    if Permission.ASSESS not in rights:
        return None
    seen = _to_survey(user, review_round, rights).filter(pk__in=cases_for(user, review_round))
    waiting = set(seen.values_list("pk", flat=True))
    if not waiting:
        return None
    return next((pk for pk, _village in _in_order(user, review_round) if pk in waiting), None)


def next_to_survey(user: User, case: ReviewCase) -> ReviewCase | None:
    """The next household to survey in the order of the list: after this one in its village, then from the top."""
    rights = permissions_in(user, case.round.unit)
    waiting = set(_to_survey(user, case.round, rights).values_list("pk", flat=True)) - {case.pk}
    if not waiting:
        return None
    order = _in_order(user, case.round)
    place = next((at for at, (pk, _) in enumerate(order) if pk == case.pk), -1)
    after = [*order[place + 1 :], *order[: place + 1]]
    here = [pk for pk, village in after if village == case.village_id and pk in waiting]
    others = [pk for pk, _village in after if pk in waiting]
    return case_seen(user, (here or others)[0])


def _in_order(user: User, review_round: ReviewRound) -> list[tuple[int, int]]:
    """(case, village) in the order of the list."""
    villages = [each.village for each in village_rows(user, review_round)]
    return list(cases_of(user, review_round, villages).values_list("pk", "village"))


def _to_survey(user: User, found: ReviewRound, rights: frozenset[Permission]) -> QuerySet[ReviewCase]:
    rows = ReviewCase.objects.filter(round=found, state__in=(CaseState.LISTED, CaseState.RESURVEY))
    if Permission.RUN_REVIEW in rights:
        return rows
    return rows.filter(village__in=found.reviewers.filter(user=user).values("village"))


def heads_of(user: User, cases: Iterable[ReviewCase]) -> dict[int, str]:
    """Household → what the village calls it, for cases of rounds the user sees."""
    ours = cases_for(user).filter(pk__in=[each.pk for each in cases])
    return called(ours.values_list("household", flat=True))


def _awaits_screening(case: ReviewCase) -> bool:
    try:
        return awaits_screening(case, standard_of(case.round))
    except Refused:  # the scorecard is gone: the form says so
        return False
