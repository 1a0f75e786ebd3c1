"""The papers of a round: which there are to print, by what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from giamngheo.accounts.queries import permissions_in, scope_units
from giamngheo.review.models import (
    CaseState,
    Complaint,
    Decision,
    DecisionItem,
    DecisionKind,
    ItemOutcome,
    PaperJob,
    Posting,
    Proposal,
    ReviewCase,
    ReviewRound,
    VillageMeeting,
)
from giamngheo.review.papers.certificate import certificates_of
from giamngheo.review.papers.slip import PER_FILE
from giamngheo.review.permissions import Permission, require

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_MOST = 200  # complaints and refusals listed singly


class VillageCases(NamedTuple):
    """A village of the round and how many are listed there; `query`: how an address asks for it alone."""

    name: str
    cases: int
    query: str


class RoundPapers(NamedTuple):
    """What of a round can be printed. `slips`: villages where somebody was surveyed, a
    file each or more. `certificates`: how many;
    `may_see_ids`: whether the user may have them."""

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
    villages, slips = _by_village(listed), _in_files(_by_village(listed.exclude(assessment=None)))
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
    return [VillageCases(name, number, f"?thon={pk}") for pk, name, number in counted]


def _in_files(villages: Sequence[VillageCases]) -> list[VillageCases]:
    """A village of many households in several files, each small enough to be made while somebody waits."""
    told = []
    for each in villages:
        parts = range(1, -(-each.cases // PER_FILE) + 1)
        for part in parts:
            size = min(PER_FILE, each.cases - PER_FILE * (part - 1))
            name = each.name if len(parts) == 1 else _("%(village)s, tệp %(part)d/%(parts)d") % {
                "village": each.name, "part": part, "parts": len(parts),
            }  # fmt: skip
            told.append(VillageCases(name, size, each.query if part == 1 else f"{each.query}&phan={part}"))
    return told


def _listed() -> Count:
    return Count("items", filter=Q(items__outcome__in=(ItemOutcome.RECOGNISED, ItemOutcome.CORRECTED)))


def paper_jobs_for(user: User) -> QuerySet[PaperJob]:
    """Work of the units in which the user may see ids; newest first."""
    units = scope_units(user, permission=Permission.SEE_CITIZEN_ID)
    return PaperJob.objects.filter(round__unit__in=units).select_related("round__unit", "by").order_by("-id")
