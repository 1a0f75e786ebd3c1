"""The village meeting: planned, its minutes and votes written, then held, which moves every household voted on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import nfc, squeeze, without_controls
from giamngheo.review import problems_deciding as p
from giamngheo.review.deciding_values import Minutes, Vote
from giamngheo.review.keeping.days import clock, day_of, today
from giamngheo.review.keeping.naming import names_of
from giamngheo.review.keeping.rights import allowed
from giamngheo.review.keeping.rounds import check_round_open, lies_in, open_round
from giamngheo.review.keeping.stepping_many import locked_all, step_all
from giamngheo.review.keeping.unseen import check_unchanged, sign
from giamngheo.review.models import (
    CaseState,
    MeetingAttendee,
    MeetingVote,
    ReviewCase,
    ReviewRound,
    RoundKind,
    VillageMeeting,
)
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Village


@transaction.atomic
def plan_meeting(*, by: User | None, round_: ReviewRound, village: Village, minutes: Minutes) -> VillageMeeting:
    """The next meeting of the village. Raises Refused (REVIEW-MEETING-..., REVIEW-VILLAGE, REVIEW-FIELD-EMPTY,
    REVIEW-ROUND-STATE), OutOfScope, NotPermitted."""
    held = open_round(round_)
    allowed(by, Permission.RUN_REVIEW, held.unit)
    if not RoundKind(held.kind).judges_poverty:
        raise refuse(p.MEETING_PATH, round=str(held))
    if not lies_in(village.pk, held.unit):
        raise refuse(p.VILLAGE, unit=held.unit.name)
    before = VillageMeeting.objects.filter(round=held, village=village)
    waiting = before.filter(held_at=None).first()
    if waiting is not None:
        raise refuse(p.MEETING_OPEN, village=village.name, number=waiting.number)
    number = (before.aggregate(Max("number"))["number__max"] or 0) + 1
    meeting = VillageMeeting(round=held, village=village, number=number)
    _fill(meeting, minutes)
    sign(meeting, by)
    meeting.save()
    _name(meeting, minutes)
    record(by=by, action="review.plan_meeting", subject=meeting, unit=held.unit, after={"village": village.code})
    return meeting


@transaction.atomic
def write_minutes(
    *, by: User | None, meeting: VillageMeeting, minutes: Minutes, seen: datetime | None = None
) -> VillageMeeting:
    """Everything of a meeting but its votes, instead of what stood there. `seen`: `meeting.at` when it was read.

    Raises Refused (REVIEW-MEETING-..., REVIEW-CHANGED, REVIEW-FIELD-EMPTY), OutOfScope, NotPermitted.
    """
    held = _open_meeting(by, meeting, seen)
    _fill(held, minutes)
    sign(held, by)
    held.save()
    held.attendees.all().delete()
    _name(held, minutes)
    record(by=by, action="review.write_minutes", subject=held, unit=held.round.unit,
           after={"attending": held.attending})  # fmt: skip
    return held


@transaction.atomic
def write_votes(
    *, by: User | None, meeting: VillageMeeting, votes: Mapping[int, Vote], seen: datetime | None = None
) -> VillageMeeting:
    """How many agreed for each household (by key of its case), instead of what stood there: each on its result of now.

    Raises Refused (REVIEW-VOTE-..., REVIEW-MEETING-..., REVIEW-CHANGED), OutOfScope, NotPermitted.
    """
    held = _open_meeting(by, meeting, seen)
    cases = {case.pk: case for case in _surveyed(held).select_related("assessment")}
    if votes.keys() - cases.keys():
        raise refuse(p.VOTE_CASE, village=held.village.name)
    _check_numbers({cases[key]: vote.agreeing for key, vote in votes.items()}, held)
    held.votes.all().delete()
    MeetingVote.objects.bulk_create(
        MeetingVote(meeting=held, case=cases[key], assessment_id=cases[key].assessment_id or 0, agreeing=vote.agreeing,
                    note=squeeze(nfc(vote.note)))
        for key, vote in sorted(votes.items())
    )  # fmt: skip
    sign(held, by)
    held.save(update_fields=["by", "at"])
    record(by=by, action="review.write_votes", subject=held, unit=held.round.unit, after={"households": len(votes)})
    return held


@transaction.atomic
def hold_meeting(*, by: User | None, meeting: VillageMeeting, seen: datetime | None = None) -> VillageMeeting:
    """Close the meeting for good: every household voted on is agreed to, or surveyed again.

    Raises Refused (REVIEW-MEETING-..., REVIEW-VOTE-..., REVIEW-CHANGED, REVIEW-ROUND-STATE), OutOfScope, NotPermitted.
    """
    held = _open_meeting(by, meeting, seen)
    votes = {vote.case_id: vote for vote in held.votes.select_related("assessment")}
    cases = {case.pk: case for case in locked_all(votes)}
    _check_ready(held, votes.values(), cases)
    held.held_at = timezone.now()
    sign(held, by)
    held.save(update_fields=["held_at", "by", "at"])
    agreed = [cases[key] for key, vote in votes.items() if 2 * vote.agreeing >= held.attending]
    others = [case for case in cases.values() if case not in agreed]
    step_all(agreed, CaseState.AGREED, by=by)
    step_all(others, CaseState.RESURVEY, by=by)
    record(by=by, action="review.hold_meeting", subject=held, unit=held.round.unit,
           after={"agreed": len(agreed), "resurvey": len(others)})  # fmt: skip
    return held


@transaction.atomic
def drop_meeting(*, by: User | None, meeting: VillageMeeting, reason: str) -> None:
    """Remove a meeting that did not take place. Raises Refused (REVIEW-MEETING-HELD), OutOfScope, NotPermitted."""
    held = _open_meeting(by, meeting, None)
    if not squeeze(reason):
        raise refuse(p.FIELD_EMPTY, field_vi="lý do", field_en="the reason")
    record(by=by, action="review.drop_meeting", subject=held, unit=held.round.unit, reason=squeeze(nfc(reason)),
           before={"village": held.village.code, "number": held.number})  # fmt: skip
    held.votes.all().delete()
    held.attendees.all().delete()
    held.delete()


def _open_meeting(by: User | None, meeting: VillageMeeting, seen: datetime | None) -> VillageMeeting:
    """The meeting as it is now, locked, if the user may run the review of its unit and it was not held."""
    rows = VillageMeeting.objects.select_for_update(no_key=True, of=("self",))
    held = rows.select_related("round__unit", "village", "by").get(pk=meeting.pk)
    allowed(by, Permission.RUN_REVIEW, held.round.unit)
    if held.held_at is not None:
        raise refuse(p.MEETING_HELD, number=held.number, village=held.village.name)
    check_round_open(held.round)
    check_unchanged(held, seen)
    return held


def _fill(meeting: VillageMeeting, minutes: Minutes) -> None:
    texts = {
        "place": ("địa điểm họp", "the place"), "chair": ("người chủ trì", "the chair"),
        "secretary": ("thư ký", "the secretary"),
    }  # fmt: skip
    findings = [
        p.FIELD_EMPTY.at(field_vi=vi, field_en=en)
        for name, (vi, en) in texts.items()
        if not squeeze(getattr(minutes, name))
    ]
    if minutes.ends_at is not None and minutes.ends_at < minutes.starts_at:
        findings.append(p.MEETING_TIME.at())
    named = [each for each in minutes.attendees if squeeze(each.name)]
    if minutes.attending and len(named) > minutes.attending:
        findings.append(p.MEETING_NAMED.at(named=len(named), attending=minutes.attending))
    if findings:
        raise Refused(*findings)
    for name in ("place", "chair", "chair_post", "secretary"):
        setattr(meeting, name, squeeze(nfc(getattr(minutes, name))))
    for name in ("starts_at", "ends_at", "attending", "invited"):
        setattr(meeting, name, getattr(minutes, name))
    meeting.opinions = nfc(without_controls(minutes.opinions)).strip()
    meeting.household_signers = [squeeze(nfc(each)) for each in minutes.signers if squeeze(each)]


def _name(meeting: VillageMeeting, minutes: Minutes) -> None:
    named = [each for each in minutes.attendees if squeeze(each.name)]
    MeetingAttendee.objects.bulk_create(
        MeetingAttendee(meeting=meeting, name=squeeze(nfc(each.name)), post=squeeze(nfc(each.post)), position=position)
        for position, each in enumerate(named)
    )


def _surveyed(meeting: VillageMeeting) -> QuerySet[ReviewCase]:
    return ReviewCase.objects.filter(round=meeting.round_id, village=meeting.village_id, state=CaseState.SURVEYED)


def _check_numbers(agreeing: Mapping[ReviewCase, int], meeting: VillageMeeting) -> None:
    many = {case: number for case, number in agreeing.items() if meeting.attending and number > meeting.attending}
    if not many:
        return
    names = names_of((case.household_id for case in many), today())
    raise Refused(
        *(p.VOTE_MANY.at(name=names[case.household_id], agreeing=number, attending=meeting.attending)
          for case, number in many.items())
    )  # fmt: skip


def _check_ready(meeting: VillageMeeting, votes: Iterable[MeetingVote], cases: Mapping[int, ReviewCase]) -> None:
    """Raises Refused with everything that keeps the meeting from being closed."""
    findings: list[Finding] = []
    if meeting.starts_at > timezone.now():
        findings.append(p.MEETING_NOT_YET.at(when=clock(meeting.starts_at)))
    if meeting.attending < 1:
        findings.append(p.MEETING_NOBODY.at())
    if not cases:
        findings.append(p.MEETING_NO_VOTES.at())
    wrong = [each for vote in votes for each in _wrong_votes(meeting, vote, cases[vote.case_id])]
    if wrong:
        names = names_of((case.household_id for case, _, _ in wrong), today())
        findings += [entry.at(name=names[case.household_id], **values) for case, entry, values in wrong]
    if findings:
        raise Refused(*findings)


def _wrong_votes(meeting: VillageMeeting, vote: MeetingVote, case: ReviewCase) -> Iterable[tuple]:
    day = day_of(meeting.starts_at)
    if case.state != CaseState.SURVEYED or case.assessment_id != vote.assessment_id:
        yield case, p.VOTE_OLD, {}
    if meeting.attending and vote.agreeing > meeting.attending:
        yield case, p.VOTE_MANY, {"agreeing": vote.agreeing, "attending": meeting.attending}
    if vote.assessment.surveyed_on > day:
        values = {"surveyed": format_date(vote.assessment.surveyed_on), "day": format_date(day)}
        yield case, p.VOTE_BEFORE_SURVEY, values
