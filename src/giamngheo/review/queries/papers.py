"""The papers of a round: which there are to print, by what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Q, QuerySet

from giamngheo.accounts.queries import permissions_in, scope_units
from giamngheo.review.models import (
    CaseState,
    Complaint,
    Decision,
    DecisionItem,
    DecisionKind,
    ItemOutcome,
    PaperJob,
    PaperKind,
    Posting,
    Proposal,
    ReviewCase,
    ReviewRound,
    VillageMeeting,
)
from giamngheo.review.papers.certificate import certificates_of
from giamngheo.review.permissions import Permission, require

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_MOST = 200  # complaints and refusals listed singly


class VillageCases(NamedTuple):
    """A village of the round and how many are listed there; `query`: how an address asks for it alone."""

    pk: int
    name: str
    cases: int
    query: str


class RoundPapers(NamedTuple):
    """What of a round can be printed. `slips`: villages where somebody was surveyed, a file each. `certificates`: how
    many; `may_see_ids`: whether the user may have them. `jobs`: the last files made in the background."""

    round: ReviewRound
    cases: int
    villages: Sequence[VillageCases]
    slips: Sequence[VillageCases]
    meetings: Sequence[VillageMeeting]
    postings: Sequence[Posting]
    complaints: Sequence[Complaint]
    proposals: Sequence[Proposal]
    decisions: Sequence[Decision]
    refusals: Sequence[DecisionItem]
    certificates: int
    jobs: Sequence[PaperJob]
    may_see_ids: bool


def papers_of_round(user: User, pk: int) -> RoundPapers:
    """Raises ReviewRound.DoesNotExist, OutOfScope, NotPermitted."""
    found = ReviewRound.objects.select_related("unit").get(pk=pk)
    require(user, Permission.VIEW_REVIEW, found.unit)
    listed = found.cases.exclude(state=CaseState.WITHDRAWN).order_by("village__code")
    villages, slips = _by_village(listed), _by_village(listed.exclude(assessment=None))
    decisions = found.decisions.filter(kind__in=(DecisionKind.RECOGNITION, DecisionKind.CORRECTION))
    refused = DecisionItem.objects.filter(decision__round=found, outcome=ItemOutcome.REFUSED, case__isnull=False)
    complaints = Complaint.objects.filter(case__round=found)
    return RoundPapers(
        found,
        sum(each.cases for each in villages),
        villages,
        slips,
        list(found.meetings.select_related("village").order_by("village__code", "number")),
        list(found.postings.select_related("village").annotate(size=Count("items")).order_by("starts_on", "pk")),
        list(complaints.select_related("case__village")[:_MOST]),
        list(found.proposals.annotate(size=Count("items"))),
        list(decisions.select_related("document").annotate(size=_listed()).order_by("pk")),
        list(refused.select_related("case__village", "decision__document").order_by("pk")[:_MOST]),
        certificates_of(found).count(),
        list(paper_jobs_for(user).filter(round=found)[:5]),
        Permission.SEE_CITIZEN_ID in permissions_in(user, found.unit),
    )


def _by_village(cases: QuerySet[ReviewCase]) -> list[VillageCases]:
    counted = cases.values_list("village", "village__name").annotate(Count("pk"))
    return [VillageCases(pk, name, number, f"?thon={pk}") for pk, name, number in counted]


def _listed() -> Count:
    return Count("items", filter=Q(items__outcome__in=(ItemOutcome.RECOGNISED, ItemOutcome.CORRECTED)))


def paper_jobs_for(user: User) -> QuerySet[PaperJob]:
    """Work of the units in which the user may have such papers (`actions.papers.right_to`); newest first."""
    shown = Q(round__unit__in=scope_units(user, permission=Permission.VIEW_REVIEW), kind=PaperKind.SLIPS)
    whole = Q(round__unit__in=scope_units(user, permission=Permission.SEE_CITIZEN_ID), kind=PaperKind.CERTIFICATES)
    return PaperJob.objects.filter(shown | whole).select_related("round__unit", "village", "by").order_by("-id")
