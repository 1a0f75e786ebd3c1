"""Village meetings of a round: which villages wait for one, and one of them with its votes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Q, QuerySet

from giamngheo.accounts.queries import permissions_in
from giamngheo.households.models import Address
from giamngheo.review.keeping.days import day_of, today
from giamngheo.review.keeping.naming import with_heads
from giamngheo.review.models import CaseState, MeetingVote, ReviewCase, ReviewRound, VillageMeeting
from giamngheo.review.permissions import Permission
from giamngheo.review.queries.deciding import deciding_rounds
from giamngheo.territory.models import Village
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class VillageRow(NamedTuple):
    """A village of a round: households that wait for a meeting, those agreed to or further, those to survey."""

    village: Village
    surveyed: int
    agreed: int
    to_survey: int
    meetings: Sequence[VillageMeeting]

    @property
    def open(self) -> VillageMeeting | None:
        """The meeting that was not closed yet."""
        return next((each for each in self.meetings if each.held_at is None), None)


class VoteRow(NamedTuple):
    """A household and its vote. `agreeing` None: not voted on. `share`: percent of those attending, rounded down."""

    case: ReviewCase
    agreeing: int | None
    note: str
    share: int | None
    agreed: bool


class MeetingPage(NamedTuple):
    """A meeting with the households it votes on (once held: voted on). `households`: of the village in the register.

    `written`: votes were saved. `changed`: saved votes on results that were replaced since.
    """

    meeting: VillageMeeting
    rows: Sequence[VoteRow]
    households: int
    written: bool
    changed: int
    may_run: bool

    @property
    def agreed(self) -> int:
        return sum(row.agreed for row in self.rows)

    @property
    def not_agreed(self) -> int:
        return sum(row.agreeing is not None and not row.agreed for row in self.rows)

    @property
    def not_voted(self) -> int:
        return sum(row.agreeing is None for row in self.rows)


def villages_to_meet(user: User, round_: ReviewRound) -> list[VillageRow]:
    """Every village with a case in the round, by code; three queries."""
    seen = deciding_rounds(user).filter(pk=round_.pk)
    before = (CaseState.LISTED, CaseState.RESURVEY)
    after = (CaseState.AGREED, CaseState.POSTED, CaseState.RECHECKING, CaseState.PROPOSED, CaseState.RECOGNISED)
    rows = (
        ReviewCase.objects.filter(round__in=seen)
        .order_by()
        .values("village")
        .annotate(
            surveyed=Count("pk", filter=Q(state=CaseState.SURVEYED)),
            agreed=Count("pk", filter=Q(state__in=[*after, CaseState.REFUSED])),
            to_survey=Count("pk", filter=Q(state__in=before)),
        )
    )
    counted = {row["village"]: {name: row[name] for name in ("surveyed", "agreed", "to_survey")} for row in rows}
    held: dict[int, list[VillageMeeting]] = {key: [] for key in counted}
    for meeting in VillageMeeting.objects.filter(round__in=seen).order_by("number"):
        held.setdefault(meeting.village_id, []).append(meeting)
    villages = Village.objects.filter(pk__in=held).order_by("code")
    none = {"surveyed": 0, "agreed": 0, "to_survey": 0}
    return [VillageRow(each, meetings=held[each.pk], **counted.get(each.pk, none)) for each in villages]


def meeting_page(user: User, pk: int) -> MeetingPage:
    """Raises VillageMeeting.DoesNotExist for a meeting of others; a constant number of queries."""
    rows = VillageMeeting.objects.filter(round__in=deciding_rounds(user))
    meeting = rows.select_related("round__unit", "village", "by").prefetch_related("attendees").get(pk=pk)
    votes = {vote.case_id: vote for vote in meeting.votes.all()}
    voted = _cases(meeting, votes)
    found = [_row(case, votes.get(case.pk), meeting) for case in voted]
    changed = sum(
        each.case.state != CaseState.SURVEYED or votes[each.case.pk].assessment_id != each.case.assessment_id
        for each in found
        if each.case.pk in votes
    )
    homes = Address.objects.filter(valid_on(day_of(meeting.starts_at)), village=meeting.village_id)
    return MeetingPage(
        meeting, found, homes.count(), bool(votes), changed if meeting.held_at is None else 0,
        Permission.RUN_REVIEW in permissions_in(user, meeting.round.unit),
    )  # fmt: skip


def _cases(meeting: VillageMeeting, votes: dict[int, MeetingVote]) -> QuerySet[ReviewCase]:
    """Of a meeting to come the surveyed households of its village and those voted on; of a held one the latter."""
    wanted = Q(pk__in=votes)
    if meeting.held_at is None:
        wanted |= Q(round=meeting.round_id, village=meeting.village_id, state=CaseState.SURVEYED)
    return with_heads(ReviewCase.objects.filter(wanted).select_related("assessment", "household"), today())


def _row(case: ReviewCase, vote: MeetingVote | None, meeting: VillageMeeting) -> VoteRow:
    if vote is None:
        return VoteRow(case, None, "", None, agreed=False)
    share = 100 * vote.agreeing // meeting.attending if meeting.attending else None
    agreed = bool(meeting.attending) and 2 * vote.agreeing >= meeting.attending
    return VoteRow(case, vote.agreeing, vote.note, share, agreed)
