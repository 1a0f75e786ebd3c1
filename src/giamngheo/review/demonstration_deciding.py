"""The demonstration's reviews from the surveys to the certificates. All of it is invented.

A monthly round of May 2026 that was closed; of the annual round two villages decided, one of them after a complaint,
one village posted a few days ago. Through the verbs that the screens call; days that have not come are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from giamngheo.review.actions import (
    certificates,
    complaints,
    decisions,
    meetings,
    opinions,
    postings,
    proposals,
    requests,
    rounds,
)
from giamngheo.review.actions.assessing import assess
from giamngheo.review.actions.round_closing import close_round
from giamngheo.review.actions.screening import screen
from giamngheo.review.deciding_values import Attendee, Minutes, Said, Signing, Vote
from giamngheo.review.judging.asking import screening as screening_questions
from giamngheo.review.judging.laws import standard_of
from giamngheo.review.models import CaseState, Posting, ReviewCase, ReviewRound, RoundKind, VillageMeeting
from giamngheo.review.problems import Refused
from giamngheo.review.values import Seat, Seen, Survey

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.households.models import Household
    from giamngheo.territory.models import Unit, Village

Answers = Callable[[ReviewCase, date], Survey]
MONTH, MONTHLY_STARTS, MONTHLY_ENDS = 5, date(2026, 5, 15), date(2026, 5, 30)
MET, PUT_UP, COMPLAINED = date(2026, 10, 31), date(2026, 11, 2), date(2026, 11, 4)
RECHECKED, PUT_UP_AGAIN = date(2026, 11, 6), date(2026, 11, 9)
PROPOSED, ASKED, ANSWERED = date(2026, 11, 13), date(2026, 11, 16), date(2026, 11, 19)
SIGNED, ISSUED = date(2026, 11, 20), date(2026, 11, 23)
MET_LATE, PUT_UP_LATE = date(2026, 11, 21), date(2026, 11, 24)
CHAIRMAN = ("Trần Văn Thử (mẫu)", "CHỦ TỊCH")
_PLACES = "Nhà văn hóa thôn; trụ sở UBND xã"


class Who(NamedTuple):
    """The officer who runs it, the chairman's account that signs, the commune."""

    officer: User
    leader: User
    unit: Unit


def monthly(who: Who, committee: Sequence[Seat], home: Household, applicant: str, answers: Answers) -> ReviewRound:
    """A household asked in May, was found poor, and the round was closed."""
    made = rounds.create_round(
        by=who.officer, unit=who.unit, kind=RoundKind.MONTHLY, year=2026, month=MONTH, starts_on=MONTHLY_STARTS,
        ends_on=MONTHLY_ENDS, judged_on=MONTHLY_STARTS, committee=committee,
    ).round  # fmt: skip
    made = rounds.open_round(by=who.officer, review_round=made).round
    asked = requests.receive_request(
        by=who.officer, unit=who.unit, form="review", household=home.pk, applicant=applicant,
        received_on=date(2026, 5, 11), content="(mẫu)",
    ).request  # fmt: skip
    [case] = requests.place_requests(by=who.officer, review_round=made, requests=[asked])
    questions = [each.name for each in screening_questions(standard_of(made))]
    day = MONTHLY_STARTS
    screen(
        by=who.officer, case=case, seen=Seen(0, 0), answers=dict.fromkeys(questions, False), screened_on=day,
        screened_by=committee[-1].name,
    )  # fmt: skip
    case = assess(by=who.officer, case=case, seen=Seen(0, 0), survey=answers(case, day)).case
    meet(who, made, case.village, date(2026, 5, 18))
    put_up(who, made, case.village, date(2026, 5, 19))
    proposals.propose(by=who.officer, round_=made, on=date(2026, 5, 25))
    sign(who, made, date(2026, 5, 28))
    certificates.issue_certificates(
        by=who.officer, unit=who.unit, year=2026, issued_on=date(2026, 5, 29), signer=CHAIRMAN[0]
    )
    return close_round(by=who.leader, round_=made)


def annual(who: Who, made: ReviewRound, villages: Sequence[Village], answers: Answers) -> None:
    """As far as the days have come: two villages to the certificates, the third posted."""
    today = timezone.localdate()
    if today < ISSUED:
        return
    for number, village in enumerate(villages[:2]):
        meet(who, made, village, MET, doubted=not number)
        put_up(who, made, village, PUT_UP)
    complain(who, made, villages[1], answers)
    proposal = proposals.propose(by=who.officer, round_=made, on=PROPOSED)
    opinion = opinions.ask_opinion(by=who.officer, proposal=proposal, sent_on=ASKED)
    opinions.record_opinion(by=who.officer, opinion=opinion, answered_on=ANSWERED, agrees=True)
    sign(who, made, SIGNED)
    certificates.issue_certificates(by=who.officer, unit=who.unit, year=2027, issued_on=ISSUED, signer=CHAIRMAN[0])
    if today >= PUT_UP_LATE:
        meet(who, made, villages[2], MET_LATE)
        put_up(who, made, villages[2], PUT_UP_LATE)


def meet(who: Who, made: ReviewRound, village: Village, day: date, *, doubted: bool = False) -> VillageMeeting:
    """Everybody agrees; `doubted`: but to one household, which is surveyed again."""
    reviewer = made.reviewers.filter(village=village).first()
    starts = timezone.make_aware(datetime.combine(day, time(19, 30)))
    minutes = Minutes(
        starts, "Nhà văn hóa thôn", "Lê Văn Trưởng (mẫu)", reviewer.name if reviewer else "Ngô Thị Thư (mẫu)",
        starts + timedelta(hours=1, minutes=45), "Trưởng thôn", attending=41, invited=52,
        opinions="Các hộ thống nhất với cách chấm điểm (mẫu).",
        attendees=[
            Attendee("Lê Văn Trưởng (mẫu)", "Trưởng thôn"), Attendee("Phạm Thị Thư (mẫu)", "Bí thư chi bộ"),
            Attendee("Phạm Văn Nháp (mẫu)", "Chủ tịch Ủy ban MTTQ Việt Nam xã"),
        ],
        signers=["Vũ Thị Đại (mẫu)", "Hoàng Văn Diện (mẫu)"],
    )  # fmt: skip
    meeting = meetings.plan_meeting(by=who.officer, round_=made, village=village, minutes=minutes)
    cases = _of(made, village, CaseState.SURVEYED)
    votes = {each.pk: Vote(41 - number % 4) for number, each in enumerate(cases)}
    if doubted and votes:
        votes[cases[-1].pk] = Vote(17, "Đề nghị khảo sát lại thu nhập (mẫu)")
    meetings.write_votes(by=who.officer, meeting=meeting, votes=votes)
    return meetings.hold_meeting(by=who.officer, meeting=meeting)


def put_up(who: Who, made: ReviewRound, village: Village, day: date, *, again: bool = False) -> Posting:
    """Post what is ready in a village."""
    return postings.put_up(
        by=who.officer, round_=made, village=village, starts_on=day, places=_PLACES, announced=True, after_recheck=again
    )


def complain(who: Who, made: ReviewRound, village: Village, answers: Answers) -> None:
    """A neighbour objects to one result; it is checked again, stands, is answered and posted once more."""
    case = _of(made, village, CaseState.POSTED)[0]
    said = Said(COMPLAINED, "Người dân trong thôn (mẫu)", "Hộ có thu nhập thêm từ con đi làm xa (mẫu).")
    complaint = complaints.receive_complaint(by=who.officer, case=case, said=said)
    case.refresh_from_db()
    last = case.assessment.number if case.assessment else 0
    assess(by=who.officer, case=case, seen=Seen(case.step, last), survey=answers(case, RECHECKED))
    complaints.answer_complaint(
        by=who.officer, complaint=complaint, answered_on=RECHECKED + timedelta(days=1), upheld=False,
        content="Ban Chỉ đạo đã phúc tra; thu nhập gửi về đã tính trong phiếu (mẫu).",
    )  # fmt: skip
    put_up(who, made, village, PUT_UP_AGAIN, again=True)


def sign(who: Who, made: ReviewRound, day: date) -> None:
    """The decision of recognition, and refusals in writing where there are any."""
    for kind, sign_ in (("recognition", "QĐ-UBND"), ("refusal", "TB-UBND")):
        try:
            draft = decisions.draft_decision(by=who.officer, round_=made, kind=kind)
        except Refused:  # nobody to recognise, or to refuse
            continue
        decisions.sign_decision(by=who.leader, decision=draft, signing=Signing(day, *CHAIRMAN, sign=sign_))


def _of(made: ReviewRound, village: Village, state: CaseState) -> Sequence[ReviewCase]:
    cases: Iterable[ReviewCase] = made.cases.filter(village=village, state=state).select_related("assessment")
    return list(cases)
