"""A round of review in the invented commune, written straight into its tables: what the guards see, whoever writes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from giamngheo.documents.models import Document
from giamngheo.households.models import Household
from giamngheo.review.models import (
    Assessment,
    CaseStep,
    CommitteeMember,
    Complaint,
    ComplaintAnswer,
    Decision,
    DecisionItem,
    MeetingVote,
    Posting,
    PostingItem,
    Proposal,
    ProposalItem,
    ReviewCase,
    ReviewRound,
    RoundKind,
    VillageMeeting,
)
from tests.integration.households.conftest import (  # noqa: F401 fixtures of the register
    elsewhere,
    family,
    neighbours,
    register,
    stranger,
    villages,
)
from tests.integration.review.world import World, build

DAY = date(2026, 9, 7)


class Rows:
    """Writes rows of a round without asking any verb."""

    def __init__(self, unit, village, officer) -> None:
        self.unit, self.village, self.officer = unit, village, officer

    def round(self, kind: str = RoundKind.ANNUAL, *, state: str = "open", **values) -> ReviewRound:
        made = ReviewRound.objects.create(
            kind=kind, unit=self.unit, year=2026, month=0 if kind == "annual" else 9, standard="vn-2022.1",
            judged_on=DAY, starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 14), **values,
        )  # fmt: skip
        if state == "open":
            CommitteeMember.objects.create(round=made, role="head", name="Lê Giả Trưởng")
            made.state = "open"
            made.save()
        return made

    def case(self, round_: ReviewRound, household: Household, **values) -> ReviewCase:
        return ReviewCase.objects.create(
            round=round_, household=household, village=self.village, **{"source": "listed", **values}
        )

    def step(self, case: ReviewCase, to: str, reason: str = "", **values) -> ReviewCase:
        case.refresh_from_db()
        CaseStep.objects.create(
            case=case, number=case.step + 1, from_state=case.state, to_state=to, reason=reason, by=self.officer
        )
        case.step, case.state = case.step + 1, to
        for name, value in values.items():
            setattr(case, name, value)
        case.save()
        return case

    def assessment(self, case: ReviewCase, *, outcome: str = "poor", purpose: str = "survey") -> Assessment:
        return Assessment.objects.create(
            case=case, number=case.assessments.count() + 1, purpose=purpose, surveyed_on=DAY, reviewer="Người Giả",
            record={}, verdict="{}", outcome=outcome,
        )  # fmt: skip

    def meeting(self, round_: ReviewRound, votes: dict[ReviewCase, int], attending: int, *, held: bool = True):
        made = VillageMeeting.objects.create(
            round=round_, village=self.village, number=round_.meetings.count() + 1, place="Nhà văn hóa",
            chair="Chủ Giả",
            starts_at=datetime(2026, 9, 10, 12, tzinfo=UTC), secretary="Thư Giả", attending=attending,
        )  # fmt: skip
        for case, agreeing in votes.items():
            MeetingVote.objects.create(meeting=made, case=case, assessment=case.assessment, agreeing=agreeing)
        if held:
            made.held_at = made.starts_at
            made.save()
        return made

    def posting(self, case: ReviewCase, ends_on: date = DAY + timedelta(days=9)) -> Posting:
        made = Posting.objects.create(
            round=case.round, village=case.village, number=case.round.postings.count() + 1, places="Nhà văn hóa",
            starts_on=ends_on - timedelta(days=5), ends_on=ends_on,
        )  # fmt: skip
        PostingItem.objects.create(posting=made, case=case, assessment=case.assessment)
        return made

    def complaint(self, case: ReviewCase, posting: Posting) -> Complaint:
        return Complaint.objects.create(
            case=case, posting=posting, received_on=posting.ends_on, complainant="Hàng Xóm Giả", content="Thu nhập cao",
            answer_due=posting.ends_on + timedelta(days=9),
        )  # fmt: skip

    def answer(self, complaint: Complaint, assessment: Assessment) -> ComplaintAnswer:
        return ComplaintAnswer.objects.create(
            complaint=complaint,
            assessment=assessment,
            answered_on=DAY + timedelta(days=20),
            upheld=False,
            content="Giữ",
        )

    def proposal(self, case: ReviewCase, on: date = DAY + timedelta(days=30)) -> Proposal:
        made = Proposal.objects.create(round=case.round, number=case.round.proposals.count() + 1, on=on)
        ProposalItem.objects.create(proposal=made, case=case, assessment=case.assessment)
        return made

    def decision(self, case: ReviewCase, outcome: str = "recognised", *, signed: bool = True, **values) -> DecisionItem:
        made = Decision.objects.create(
            kind="recognition", unit=self.unit, round=case.round, effective_from=date(2027, 1, 1)
        )
        item = DecisionItem.objects.create(
            decision=made, case=case, assessment=case.assessment, household=case.household, outcome=outcome,
            path="poverty", given="poor", reason="Thu nhập vượt chuẩn" if outcome == "refused" else "", **values,
        )  # fmt: skip
        if signed:
            self.sign(made)
        return item

    def sign(self, decision: Decision) -> None:
        number = Document.objects.count() + 1
        decision.document = Document.objects.create(symbol=f"{number}/QĐ-UBND", reference_key=f"giả {number}")
        decision.signed_on, decision.signer = date(2026, 12, 1), "Chủ Tịch Giả"
        decision.signed_at = datetime(2026, 12, 1, tzinfo=UTC)
        decision.save()


@pytest.fixture
def rows(hoang_phu_new, villages, officer) -> Rows:  # noqa: F811 the fixture above
    return Rows(hoang_phu_new, villages[0], officer)


@pytest.fixture
def bare_world(hoang_phu_new, villages, officer) -> World:  # noqa: F811 the fixture above
    """Nobody lives in it yet."""
    return World(hoang_phu_new, villages, officer)


@pytest.fixture
def world(bare_world) -> World:
    """Every kind of movement once, in 2026."""
    return build(bare_world)


@pytest.fixture
def stranger_household(stranger) -> Household:  # noqa: F811 the fixture imported above
    """A household of another commune."""
    return stranger.household


@pytest.fixture
def walk(rows, officer, leader):
    from tests.integration.review.deciding import Walk

    return Walk(rows, officer, leader)
