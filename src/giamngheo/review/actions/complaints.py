"""Objections to a posted result: received, checked again, answered in writing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.audit.actions import record
from giamngheo.documents.actions import keep_file
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import nfc, squeeze, without_controls
from giamngheo.review import problems_deciding as p
from giamngheo.review import procedure
from giamngheo.review.deciding_values import Said
from giamngheo.review.keeping.days import check_past, today
from giamngheo.review.keeping.naming import name_of
from giamngheo.review.keeping.rights import allowed
from giamngheo.review.keeping.stepping import check_open, check_seen, locked, step, words
from giamngheo.review.models import (
    AssessmentPurpose,
    CaseState,
    Complaint,
    ComplaintAnswer,
    Posting,
    ReviewCase,
)
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import StoredFile

_RECEIVED = ("Ngày nhận ý kiến", "The day it was received")
_ANSWERED = ("Ngày trả lời", "The day of the answer")


@transaction.atomic
def receive_complaint(*, by: User | None, case: ReviewCase, said: Said, seen: int | None = None) -> Complaint:
    """Enter a complaint about the posted result of a case, which is then checked again. `seen`: the step that was read.

    Raises Refused (REVIEW-COMPLAINT-..., REVIEW-DAY-FUTURE, REVIEW-FIELD-EMPTY, REVIEW-STALE, REVIEW-ROUND-STATE),
    OutOfScope, NotPermitted.
    """
    held = locked(case)
    allowed(by, Permission.RUN_REVIEW, held.round.unit)
    if seen is not None:
        check_seen(held, seen)
    check_open(held)
    posting = _posting_of(held)
    _check_said(said, posting)
    complaint = Complaint.objects.create(
        case=held, posting=posting, received_on=said.received_on, complainant=squeeze(nfc(said.complainant)),
        content=nfc(without_controls(said.content)).strip(), late=said.received_on > posting.ends_on,
        accepted_because=squeeze(nfc(said.accepted_because)), file=_kept(by, said), by=by,
        answer_due=procedure.last_day("recheck_within", held.round.kind, said.received_on),
    )  # fmt: skip
    if held.state == CaseState.POSTED:
        step(held, CaseState.RECHECKING, by=by)
    record(by=by, action="review.receive_complaint", subject=complaint, unit=held.round.unit,
           after={"case": held.pk, "due": complaint.answer_due, "late": complaint.late})  # fmt: skip
    return complaint


@transaction.atomic
def answer_complaint(
    *, by: User | None, complaint: Complaint, answered_on: date, upheld: bool, content: str
) -> ComplaintAnswer:
    """Answer in writing, after the recheck. `upheld`: the complaint was right.

    Raises Refused (REVIEW-ANSWER-..., REVIEW-ANSWERED, REVIEW-DAY-FUTURE, REVIEW-FIELD-EMPTY, REVIEW-ROUND-STATE),
    OutOfScope, NotPermitted.
    """
    held = locked(complaint.case_id)
    allowed(by, Permission.RUN_REVIEW, held.round.unit)
    check_open(held)
    before = ComplaintAnswer.objects.filter(complaint=complaint).first()
    if before is not None:
        raise refuse(p.ANSWERED, day=format_date(before.answered_on))
    recheck = held.assessment
    posted = complaint.posting.items.get(case=held).assessment
    if recheck is None or recheck.purpose != AssessmentPurpose.RECHECK or recheck.number <= posted.number:
        name, day = name_of(held.household_id, today()), format_date(complaint.received_on)
        raise refuse(p.ANSWER_RECHECK, name=name, day=day)
    check_past(answered_on, _ANSWERED)
    earlier = max(recheck.surveyed_on, complaint.received_on)
    if answered_on < earlier:
        raise refuse(p.ANSWER_DAY, day=format_date(answered_on), earlier=format_date(earlier))
    if not squeeze(content):
        raise refuse(p.FIELD_EMPTY, field_vi="nội dung trả lời", field_en="the answer")
    answer = ComplaintAnswer.objects.create(
        complaint=complaint, assessment=recheck, answered_on=answered_on, upheld=upheld, by=by,
        content=nfc(without_controls(content)).strip(),
    )  # fmt: skip
    record(by=by, action="review.answer_complaint", subject=complaint, unit=held.round.unit,
           after={"answered_on": answered_on, "upheld": upheld})  # fmt: skip
    return answer


def _kept(by: User | None, said: Said) -> StoredFile | None:
    """The paper that was handed in, kept for ever."""
    return None if said.attached is None else keep_file(by=by, name=said.attached.name, content=said.attached.content)


def _posting_of(case: ReviewCase) -> Posting:
    """The posting of the case's present result. Raises REVIEW-COMPLAINT-STATE."""
    if case.state in (CaseState.POSTED, CaseState.RECHECKING):
        found = Posting.objects.filter(items__case=case, items__assessment=case.assessment_id).order_by("-pk").first()
        if found is not None:
            return found
    vi, en = words(CaseState(case.state))
    raise refuse(p.COMPLAINT_STATE, name=name_of(case.household_id, today()), state_vi=vi, state_en=en)


def _check_said(said: Said, posting: Posting) -> None:
    findings: list[Finding] = []
    if not squeeze(said.complainant):
        findings.append(p.FIELD_EMPTY.at(field_vi="người có ý kiến", field_en="who complains"))
    if not squeeze(said.content):
        findings.append(p.FIELD_EMPTY.at(field_vi="nội dung ý kiến", field_en="what is said"))
    day = format_date(said.received_on)
    if said.received_on < posting.starts_on:
        findings.append(p.COMPLAINT_DAY.at(day=day, starts=format_date(posting.starts_on)))
    if said.received_on > posting.ends_on and not squeeze(said.accepted_because):
        findings.append(p.COMPLAINT_LATE.at(day=day, ends=format_date(posting.ends_on)))
    if findings:
        raise Refused(*findings)
    check_past(said.received_on, _RECEIVED)
