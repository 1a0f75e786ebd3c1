"""The second half of a review walked by its verbs, from rows that say "surveyed". Invented people, fixed days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import count

import pytest
from django.db import transaction

from giamngheo.households.actions import register_household
from giamngheo.households.values import Member, PersonValues, Place
from giamngheo.review.actions import decisions, meetings, opinions, postings, proposals
from giamngheo.review.deciding_values import Minutes, Signing, Vote
from giamngheo.review.keeping import stepping
from giamngheo.review.models import (
    Assessment,
    CaseState,
    Decision,
    MeetingVote,
    Posting,
    Proposal,
    ReviewCase,
    ReviewRequest,
    ReviewRound,
    VillageMeeting,
)
from giamngheo.review.problems import Refused

SURVEYED, MET, PUT_UP = date(2026, 9, 7), date(2026, 9, 10), date(2026, 9, 11)
ENDS, PROPOSED, ASKED, SIGNED = date(2026, 9, 16), date(2026, 9, 17), date(2026, 9, 18), date(2026, 10, 1)
NAMES = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khoa", "Lan", "Mai", "Nam")
_serial = count(1)


def at(day: date, hour: int = 12) -> datetime:
    """A moment of that day in Vietnam (19:00 there for 12 here)."""
    return datetime.combine(day, time(hour), UTC)


def minutes(day: date = MET, attending: int = 20, **values) -> Minutes:
    return Minutes(at(day), "Nhà văn hóa thôn", "Nguyễn Giả Chủ", "Lê Giả Thư", attending=attending, **values)


class Walk:
    """One round of one village: households are made, surveyed by rows, and everything after by the verbs."""

    def __init__(self, rows, officer, leader) -> None:
        self.rows, self.officer, self.leader = rows, officer, leader

    def households(self, number: int) -> list:
        made = []
        for _each in range(number):
            at_ = next(_serial)
            name = f"Nguyễn Văn {NAMES[at_ % len(NAMES)]}"
            done = register_household(
                by=self.officer, place=Place(self.rows.village.pk, f"Nhà {at_}"), formed_on=date(2020, 1, 1),
                members=[Member(PersonValues(name, "male", 19700101), "head")], local_code=f"H-{at_}",
            )  # fmt: skip
            made.append(done.households[0])
        return made

    def case(
        self, round_: ReviewRound, household=None, *, form: str = "", before: str = "none", **values
    ) -> ReviewCase:
        household = household or self.households(1)[0]
        if form:
            asked = ReviewRequest.objects.create(
                form=form, unit=self.rows.unit, number=next(_serial), year=2026, household=household, applicant="A Giả",
                received_on=SURVEYED, person=values.get("person"),
            )  # fmt: skip
            values |= {"source": "request", "request": asked}
        return self.rows.case(round_, household, class_before=before, **values)

    def survey(
        self, case: ReviewCase, outcome: str = "poor", purpose: str = "survey", on: date = SURVEYED
    ) -> ReviewCase:
        """What the other half of the review does: an assessment, and the step to surveyed."""
        assessment = Assessment.objects.create(
            case=case, number=case.assessments.count() + 1, purpose=purpose, surveyed_on=on, reviewer="Người Giả",
            record={}, verdict="{}", outcome=outcome, income_score=120, deprivation_score=40,
            deprivations=["water", "toilet", "telecom"] if outcome == "poor" else [],
        )  # fmt: skip
        return self.step(case, CaseState.SURVEYED, assessment=assessment)

    def step(self, case: ReviewCase, to: CaseState, **values) -> ReviewCase:
        with transaction.atomic():
            return stepping.step(case, to, by=self.officer, **values)

    def surveyed(self, round_: ReviewRound, number: int, outcome: str = "poor", **values) -> list[ReviewCase]:
        return [self.survey(self.case(round_, each, **values), outcome) for each in self.households(number)]

    def meet(
        self, cases: Iterable[ReviewCase], agreeing: int = 20, *, attending: int = 20, on: date = MET
    ) -> VillageMeeting:
        cases = list(cases)
        meeting = meetings.plan_meeting(
            by=self.officer, round_=cases[0].round, village=cases[0].village, minutes=minutes(on, attending)
        )
        meetings.write_votes(by=self.officer, meeting=meeting, votes={each.pk: Vote(agreeing) for each in cases})
        return meetings.hold_meeting(by=self.officer, meeting=meeting)

    def put_up(self, round_: ReviewRound, on: date = PUT_UP, **values) -> Posting:
        village = self.rows.village if round_.kind in ("annual", "monthly") else None
        return postings.put_up(
            by=self.officer, round_=round_, village=values.pop("village", village), starts_on=on,
            places="Nhà văn hóa thôn; trụ sở UBND xã", announced=True, **values,
        )  # fmt: skip

    def propose(self, round_: ReviewRound, on: date = PROPOSED, **values) -> Proposal:
        return proposals.propose(by=self.officer, round_=round_, on=on, **values)

    def agree_above(self, proposal: Proposal, on: date = ASKED) -> None:
        asked = opinions.ask_opinion(by=self.officer, proposal=proposal, sent_on=on)
        opinions.record_opinion(by=self.officer, opinion=asked, answered_on=on + timedelta(days=3), agrees=True)

    def proposed(self, round_: ReviewRound, number: int, outcome: str = "poor", **values) -> list[ReviewCase]:
        """Cases handed up, in whatever path."""
        cases = self.surveyed(round_, number, outcome, **values)
        return self.on_to_proposed(cases)

    def on_to_proposed(self, cases: list[ReviewCase], *, agreed_above: bool = True) -> list[ReviewCase]:
        round_ = cases[0].round
        if round_.kind in ("annual", "monthly"):
            self.meet(cases)
        self.put_up(round_)
        proposal = self.propose(round_, on=PROPOSED if round_.kind in ("annual", "monthly") else date(2026, 9, 21))
        if round_.kind == "annual" and agreed_above:
            self.agree_above(proposal)
        return [fresh(each) for each in cases]

    def draft(self, round_: ReviewRound, kind: str = "recognition", **values) -> Decision:
        return decisions.draft_decision(by=self.officer, round_=round_, kind=kind, **values)

    def sign(self, decision: Decision, on: date = SIGNED, **values) -> Decision:
        sign = "TB-UBND" if decision.kind == "refusal" else "QĐ-UBND"
        signing = Signing(on, "Trần Giả Chủ Tịch", "CHỦ TỊCH", sign=sign, **values)
        return decisions.sign_decision(by=self.leader, decision=decision, signing=signing)

    def recognised(self, round_: ReviewRound, number: int = 1, outcome: str = "poor", **values) -> list[ReviewCase]:
        cases = self.proposed(round_, number, outcome, **values)
        self.sign(self.draft(round_))
        return [fresh(each) for each in cases]


def fresh(row):
    """The row as it is now."""
    return type(row).objects.get(pk=row.pk)


def refusal(call: Callable[[], object]) -> list[str]:
    """The codes with which a verb refuses, which writes nothing then."""
    with pytest.raises(Refused) as refused, transaction.atomic():
        call()
    return [each.code.removeprefix("REVIEW-") for each in refused.value.findings]


def states(cases: Iterable[ReviewCase]) -> list[str]:
    return [fresh(each).state for each in cases]


def votes_of(meeting: VillageMeeting) -> dict[int, int]:
    return dict(MeetingVote.objects.filter(meeting=meeting).values_list("case", "agreeing"))
