"""Which cases may be posted, which proposed on a day, and what the others wait for: the same for verbs and screens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery

from giamngheo.foundation.dates import format_date
from giamngheo.review.keeping.days import day_of
from giamngheo.review.keeping.stepping import words
from giamngheo.review.models import (
    FINAL,
    AssessmentPurpose,
    CaseState,
    Complaint,
    MeetingVote,
    PostingItem,
    ReviewCase,
    ReviewRound,
    RoundKind,
)
from giamngheo.review.problems import Pair


class Waits(StrEnum):
    """Why a case cannot be proposed."""

    NOT_POSTED = "not_posted"
    POSTING = "posting"
    COMPLAINT = "complaint"
    RECHECK = "recheck"


class Standing(NamedTuple):
    """`waits` None: ready. `until`: last day of the posting, where that is waited for."""

    case: ReviewCase
    waits: Waits | None
    until: date | None = None


def to_post(round_: ReviewRound, *, after_recheck: bool) -> QuerySet[ReviewCase]:
    """Cases of a round whose present result can be put up: as the first list, or as the result of a recheck."""
    recheck = Q(assessment__purpose=AssessmentPurpose.RECHECK)
    cases = ReviewCase.objects.filter(round=round_)
    if after_recheck:
        return cases.filter(recheck, state__in=(CaseState.AGREED, CaseState.SURVEYED))
    first = CaseState.AGREED if RoundKind(round_.kind).judges_poverty else CaseState.SURVEYED
    return cases.filter(~recheck, state=first)


def result_days(cases: Iterable[ReviewCase]) -> Mapping[int, date]:
    """The day of each case's present result: of the meeting that agreed to it, of the survey where none did."""
    found = {case.pk: case.assessment.surveyed_on for case in cases if case.assessment}
    votes = MeetingVote.objects.filter(case__in=found, meeting__held_at__isnull=False, assessment=F("case__assessment"))
    for case, moment in votes.order_by().values_list("case").annotate(Max("meeting__starts_at")):
        found[case] = max(found[case], day_of(moment))
    return found


def undecided(round_: ReviewRound) -> QuerySet[ReviewCase]:
    """Cases not yet handed up and not final, with `posted_until` (last day of the last posting of the present result)
    and `complained` (a complaint is open)."""
    own = PostingItem.objects.filter(case=OuterRef("pk"), assessment=OuterRef("assessment"))
    last = own.order_by("-posting__ends_on").values("posting__ends_on")[:1]
    cases = ReviewCase.objects.filter(round=round_).exclude(state__in=[*FINAL, CaseState.PROPOSED])
    return cases.annotate(
        posted_until=Subquery(last), complained=Exists(Complaint.objects.filter(case=OuterRef("pk"), answer=None))
    )


def standing(case: ReviewCase, kind: str, day: date) -> Standing:
    """Whether a case of `undecided` may be proposed on `day`."""
    until: date | None = case.posted_until  # type: ignore[attr-defined]
    if case.complained and case.state != CaseState.RECHECKING:  # type: ignore[attr-defined]
        return Standing(case, Waits.COMPLAINT)
    if case.state == CaseState.RECHECKING:
        return Standing(case, Waits.RECHECK)
    if case.state == CaseState.POSTED and until is not None:
        return Standing(case, None if until < day else Waits.POSTING, until)
    rechecked = case.assessment is not None and case.assessment.purpose == AssessmentPurpose.RECHECK
    if not RoundKind(kind).judges_poverty and case.state == CaseState.SURVEYED and rechecked:
        return Standing(case, None)
    return Standing(case, Waits.NOT_POSTED)


def why(found: Standing) -> Pair:
    """What a case waits for, in both languages."""
    if found.waits == Waits.POSTING and found.until is not None:
        day = format_date(found.until)
        return f"niêm yết đến hết ngày {day}", f"posted until {day}"
    if found.waits == Waits.COMPLAINT:
        return "có ý kiến chưa trả lời", "a complaint is not answered"
    if found.waits == Waits.RECHECK:
        return "đang phúc tra", "it is being checked again"
    vi, en = words(CaseState(found.case.state))
    return f"đang ở bước “{vi}”, chưa niêm yết", f"it is “{en}”, not posted yet"
