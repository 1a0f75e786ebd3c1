"""What a household asked for, how it was judged, posted, objected to and decided: its life in the review, with the
reasons."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.accounts.queries import scope_units
from giamngheo.households.models import Address, Person
from giamngheo.review.models import (
    Assessment,
    CertificateYear,
    Complaint,
    DecisionItem,
    HouseholdClass,
    MeetingVote,
    PostingItem,
    ProposalItem,
    ReviewRequest,
    Screening,
)
from giamngheo.review.permissions import Permission
from giamngheo.review.reasons import reasons_of
from giamngheo.standards.telling import Line
from giamngheo.territory.models import VillageMembership

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.households.models import Household
    from giamngheo.standards.wording import Language


class Judged(NamedTuple):
    """An assessment and the account of its verdict, line by line; empty where the verdict cannot be told any more."""

    assessment: Assessment
    reasons: tuple[Line, ...]


class ReviewLife(NamedTuple):
    """Everything of one household, each the latest first. `classes`: also voided ones."""

    classes: list[HouseholdClass]
    requests: list[ReviewRequest]
    judged: list[Judged]
    items: list[DecisionItem]
    certificates: list[CertificateYear]
    votes: list[MeetingVote]
    screenings: list[Screening]
    posted: list[PostingItem]
    complaints: list[Complaint]
    proposed: list[ProposalItem]
    units: frozenset[int]  # whose review the user may open

    @property
    def empty(self) -> bool:
        return not any(self[:-1])

    def held_on(self, day: date) -> list[HouseholdClass]:
        """The classes that hold on `day`."""
        return [
            each
            for each in self.classes
            if each.voided_by_id is None and each.valid_from <= day and (each.valid_to is None or each.valid_to >= day)
        ]


NOTHING = ReviewLife([], [], [], [], [], [], [], [], [], [], frozenset())


def review_life(user: User, household: Household, language: Language = "vi") -> ReviewLife:
    """Nothing of a household that never lived where the user may see the review; at most fifteen queries."""
    units = scope_units(user, permission=Permission.VIEW_REVIEW).values("pk")
    seen = VillageMembership.objects.filter(commune__in=units).values("village")
    if not Address.objects.filter(household=household, village__in=seen).exists():
        return NOTHING
    signed = {"household": household, "decision__signed_at__isnull": False}
    classes = HouseholdClass.objects.filter(household=household).order_by("-valid_from", "-pk")
    requests = ReviewRequest.objects.filter(household=household).order_by("-received_on", "-pk")
    assessments = Assessment.objects.filter(case__household=household).order_by("-surveyed_on", "-pk")
    items = DecisionItem.objects.filter(**signed).order_by("-decision__effective_from", "-pk")
    blocks = CertificateYear.objects.filter(certificate__household=household).order_by("-year", "-pk")
    ours = {"case__household": household}
    votes = MeetingVote.objects.filter(**ours, meeting__held_at__isnull=False)
    screenings = Screening.objects.filter(**ours).select_related("case__round")
    posted = PostingItem.objects.filter(**ours).select_related("posting__round__unit", "posting__village", "assessment")
    complaints = Complaint.objects.filter(**ours).select_related("case__round", "posting", "answer")
    proposed = ProposalItem.objects.filter(**ours).select_related("proposal__round", "assessment")
    deciding = [f"{each}__decision__document" for each in ("begun_by", "ended_by", "voided_by")]
    surveyed = _named(list(assessments.select_related("case__round")))
    return ReviewLife(
        list(classes.select_related("person", *deciding)),
        list(requests.prefetch_related("cases")),
        [Judged(each, reasons_of(each, language, names)) for each, names in surveyed],
        list(items.select_related("decision__document", "decision__round", "person")),
        list(blocks.select_related("certificate", "item__decision")),
        list(votes.select_related("meeting__village", "meeting__round").order_by("-meeting__starts_at", "-pk")),
        list(screenings.order_by("-screened_on", "-pk")),
        list(posted.order_by("-posting__starts_on", "-pk")),
        list(complaints.order_by("-received_on", "-pk")),
        list(proposed.select_related("proposal__opinion__asked_of").order_by("-proposal__on", "-pk")),
        frozenset(units.values_list("pk", flat=True)),
    )


def _named(assessments: list[Assessment]) -> list[tuple[Assessment, list[str]]]:
    """Each with its members' names, in the order they were surveyed; one query."""
    people = {person for each in assessments for person in each.members}
    names = dict(Person.objects.filter(pk__in=people).values_list("pk", "full_name"))
    return [(each, [names.get(person, "") for person in each.members]) for each in assessments]
