"""The whole life of cases through the verbs against a small model: what the model allows happens, what it does not is
refused, and nobody is recognised without a meeting that agreed, a posting that was over, and a signed decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.db.models import F
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from giamngheo.foundation.workdays import add_working_days
from giamngheo.review.actions import complaints, decisions, meetings, opinions, postings, proposals
from giamngheo.review.deciding_values import Minutes, Said, Signing, Vote
from giamngheo.review.models import (
    CaseState,
    DecisionItem,
    HouseholdClass,
    MeetingVote,
    PostingItem,
    ProposalItem,
    ReviewCase,
)
from giamngheo.review.problems import Refused
from tests.integration.households.conftest import elsewhere, register, villages  # noqa: F401 fixtures
from tests.integration.review.conftest import rows, walk  # noqa: F401 fixtures

pytestmark = pytest.mark.django_db
BEGIN, LAST = date(2026, 9, 7), date(2026, 11, 13)
ATTENDING = 20
OPEN = ("listed", "surveyed", "resurvey", "agreed", "posted", "rechecking", "proposed")
reached: Counter[str] = Counter()


@dataclass
class Case:
    """What the model remembers of a case. `ends`: last day of the posting of its present result."""

    row: ReviewCase
    state: str = "listed"
    result: str = ""
    recheck: bool = False
    ends: date | None = None
    open: list[Any] = field(default_factory=list)  # complaints without answer
    asked: Any = None  # the proposal it is on


class Life(RuleBasedStateMachine):
    """`people`: what the fixtures give; set before each run."""

    people: Any = None

    def __init__(self) -> None:
        super().__init__()
        self.walk, self.homes, self.clock = Life.people
        self.mark = transaction.savepoint()
        self.today = BEGIN
        self.draft: dict[str, tuple[Any, list[Case]]] = {}
        self.answered: set[int] = set()
        self.opinions: dict[int, Any] = {}
        self.cases: list[Case] = []

    def teardown(self) -> None:
        for case in self.cases:
            reached[case.state] += 1
        transaction.savepoint_rollback(self.mark)

    @initialize(annual=st.booleans(), far=st.integers(0, 9), result=st.sampled_from(["poor", "near_poor", "not_poor"]))
    def begin(self, annual: bool, far: int, result: str) -> None:
        """A round, `far` steps on its way: wild steps alone seldom come to the end."""
        self.annual = annual
        self.clock.day = self.today
        self.round = self.walk.rows.round("annual" if annual else "monthly")
        self.cases = [Case(self.walk.case(self.round, home, form="review")) for home in self.homes]
        self.go_on(far, result)

    # --- helpers

    def does(self, verb: Callable[[], Any], *, allowed: bool) -> Any:
        """Whether the verb does what the model says; what it returned, None where it refused."""
        if not allowed:
            with pytest.raises(Refused), transaction.atomic():
                verb()
            return None
        with transaction.atomic():
            return verb()

    def of(self, *states: str) -> list[Case]:
        return [case for case in self.cases if case.state in states]

    def now(self, case: Case) -> ReviewCase:
        return ReviewCase.objects.select_related("round").get(pk=case.row.pk)

    def ready(self) -> list[Case]:
        return [each for each in self.of("posted") if not each.open and each.ends and each.ends < self.today]

    def to_post(self, *, again: bool) -> list[Case]:
        states = ("agreed", "surveyed") if again else ("agreed",)
        return [each for each in self.of(*states) if each.recheck == again]

    # --- what people do

    @rule(days=st.integers(1, 6))
    def wait(self, days: int) -> None:
        self.today = self.clock.day = min(LAST, self.today + timedelta(days=days))

    @rule(index=st.integers(0, 2), result=st.sampled_from(["poor", "near_poor", "not_poor"]), recheck=st.booleans())
    def survey(self, index: int, result: str, recheck: bool) -> None:
        case = self.cases[index]
        allowed = {
            "listed": not recheck, "resurvey": not recheck, "rechecking": recheck,
            "surveyed": case.recheck or not recheck,
        }.get(case.state, False)  # fmt: skip
        purpose = "recheck" if recheck else "survey"
        done = self.does(lambda: self.walk.survey(self.now(case), result, purpose, on=self.today), allowed=allowed)
        if done:
            case.state, case.result, case.recheck, case.ends = "surveyed", result, recheck, None

    @rule(result=st.sampled_from(["poor", "near_poor", "not_poor"]))
    def survey_all(self, result: str) -> None:
        for case in self.of("listed", "resurvey", "rechecking"):
            self.survey(self.cases.index(case), result, case.state == "rechecking")

    @rule(agreeing=st.tuples(*[st.sampled_from([None, 0, ATTENDING // 2 - 1, ATTENDING // 2, ATTENDING])] * 3))
    def meet(self, agreeing: Sequence[int | None]) -> None:
        votes = {
            case.row.pk: Vote(number)
            for case, number in zip(self.cases, agreeing, strict=True)
            if number is not None and case.state == "surveyed"
        }
        officer = self.walk.officer

        def hold() -> Any:
            starts = datetime.combine(self.today, time(12), UTC)
            minutes = Minutes(starts, "Nhà văn hóa", "Chủ Giả", "Thư Giả", attending=ATTENDING)
            village = self.walk.rows.village
            meeting = meetings.plan_meeting(by=officer, round_=self.round, village=village, minutes=minutes)
            meetings.write_votes(by=officer, meeting=meeting, votes=votes)
            return meetings.hold_meeting(by=officer, meeting=meeting)

        if self.does(hold, allowed=bool(votes)):
            for case in self.of("surveyed"):
                if vote := votes.get(case.row.pk):
                    case.state = "agreed" if 2 * vote.agreeing >= ATTENDING else "resurvey"

    @rule(again=st.booleans())
    def put_up(self, again: bool) -> None:
        ready = self.to_post(again=again)
        done = self.does(
            lambda: postings.put_up(
                by=self.walk.officer, round_=self.round, village=self.walk.rows.village, starts_on=self.today,
                places="Nhà văn hóa; UBND xã", after_recheck=again,
            ),
            allowed=bool(ready),
        )  # fmt: skip
        for case in ready if done else ():
            case.state, case.ends = "posted", add_working_days(self.today, 3)

    @rule(index=st.integers(0, 2), reason=st.booleans())
    def complain(self, index: int, reason: bool) -> None:
        case = self.cases[index]
        late = case.ends is not None and self.today > case.ends
        allowed = case.state in ("posted", "rechecking") and case.ends is not None and (reason or not late)
        said = Said(self.today, "Hàng Xóm Giả", "Nhà có máy cày", "đi vắng" if reason else "")
        done = self.does(
            lambda: complaints.receive_complaint(by=self.walk.officer, case=case.row, said=said), allowed=allowed
        )
        if done:
            case.state = "rechecking"
            case.open.append(done)

    @precondition(lambda self: any(case.open for case in self.cases))
    @rule()
    def answer_all(self) -> None:
        for case in self.cases:
            for complaint in list(case.open):
                # only after a recheck that is newer than what was complained about
                allowed = case.recheck and case.state != "rechecking"
                if self.does(lambda complaint=complaint: self.answer(complaint), allowed=allowed):
                    case.open.remove(complaint)

    def answer(self, complaint: Any) -> Any:
        return complaints.answer_complaint(
            by=self.walk.officer, complaint=complaint, answered_on=self.today, upheld=True, content="Đã xem lại"
        )

    @rule(ahead=st.sampled_from([0, 0, 0, 1]))
    def propose(self, ahead: int) -> None:
        """Also for a day to come, which must not help."""
        ready = self.ready() if not ahead else []
        done = self.does(
            lambda: proposals.propose(by=self.walk.officer, round_=self.round, on=self.today + timedelta(days=ahead)),
            allowed=bool(ready),
        )
        for case in ready if done else ():
            case.state, case.asked = "proposed", done

    @precondition(lambda self: self.of("proposed"))
    @rule(index=st.integers(0, 2), agrees=st.booleans())
    def opinion(self, index: int, agrees: bool) -> None:
        """Asked and answered on one day; where it disagrees, about one household."""
        case = self.of("proposed")[index % len(self.of("proposed"))]
        proposal = case.asked

        def ask() -> Any:
            asked = opinions.ask_opinion(by=self.walk.officer, proposal=proposal, sent_on=self.today)
            recheck = () if agrees else [case.row.pk]
            return opinions.record_opinion(
                by=self.walk.officer, opinion=asked, answered_on=self.today, agrees=agrees, recheck=recheck
            )

        if self.does(ask, allowed=self.annual and proposal.pk not in self.answered):
            self.answered.add(proposal.pk)
            if not agrees:
                case.state, case.ends = "rechecking", None

    @rule(kind=st.sampled_from(["recognition", "recognition", "refusal"]))
    def make_draft(self, kind: str) -> None:
        wanted = [each for each in self.of("proposed") if (each.result == "not_poor") == (kind == "refusal")]
        done = self.does(
            lambda: decisions.draft_decision(by=self.walk.officer, round_=self.round, kind=kind),
            allowed=bool(wanted) and kind not in self.draft,
        )
        if done:
            self.draft[kind] = (done, [(each, each.asked) for each in wanted])

    @precondition(lambda self: self.draft)
    @rule(reason=st.booleans(), pick=st.integers(0, 1))
    def sign(self, reason: bool, pick: int) -> None:
        kind = sorted(self.draft)[pick % len(self.draft)]
        decision, items = self.draft[kind]
        standing = all(case.state == "proposed" and case.asked is asked for case, asked in items)
        answered = all(case.asked.pk in self.answered for case, _ in items)
        signing = Signing(self.today, "Chủ Tịch Giả", without_opinion="quá hạn" if reason else "")
        done = self.does(
            lambda: decisions.sign_decision(by=self.walk.leader, decision=decision, signing=signing),
            allowed=standing and (not self.annual or answered or reason),
        )
        if done:
            del self.draft[kind]
            for case, _ in items:
                case.state = "refused" if kind == "refusal" else "recognised"

    @precondition(lambda self: self.draft)
    @rule()
    def discard(self) -> None:
        kind = sorted(self.draft)[0]
        self.does(lambda: decisions.discard_draft(by=self.walk.officer, decision=self.draft[kind][0]), allowed=True)
        del self.draft[kind]

    @precondition(lambda self: self.today > BEGIN + timedelta(days=25))
    @rule(index=st.integers(0, 2))
    def withdraw(self, index: int) -> None:
        case = self.cases[index]
        done = self.does(
            lambda: self.walk.step(self.now(case), CaseState.WITHDRAWN, reason="chuyển đi"), allowed=case.state in OPEN
        )
        if done:
            case.state = "withdrawn"

    @rule(steps=st.integers(1, 5), result=st.sampled_from(["poor", "near_poor", "not_poor"]), answering=st.booleans())
    def go_on(self, steps: int, result: str, answering: bool = True) -> None:
        """The next thing an office would do, a few times; complaints may be left without an answer."""
        for _ in range(steps):
            if self.of("listed", "resurvey", "rechecking"):
                self.survey_all(result)
            elif answering and any(case.open for case in self.cases):
                self.answer_all()
            elif self.to_post(again=True):
                self.put_up(again=True)
            elif self.of("surveyed"):
                self.meet([ATTENDING] * 3)
            elif self.to_post(again=False):
                self.put_up(again=False)
            elif self.of("posted") and not self.ready():
                self.wait(6)
            elif self.ready():
                self.propose(0)
            elif self.draft:
                self.sign(reason=True, pick=0)
            elif self.of("proposed"):
                self.make_draft("refusal" if self.of("proposed")[0].result == "not_poor" else "recognition")

    # --- what always holds

    @invariant()
    def cases_stand_as_the_model_says(self) -> None:
        rows_ = dict(ReviewCase.objects.filter(pk__in=[each.row.pk for each in self.cases]).values_list("pk", "state"))
        assert rows_ == {each.row.pk: each.state for each in self.cases}

    @invariant()
    def nobody_is_recognised_without_all_of_it(self) -> None:
        for case in self.of("recognised", "refused"):
            now = self.now(case)
            assert MeetingVote.objects.filter(
                case=now, meeting__held_at__isnull=False, agreeing__gte=F("meeting__attending") / 2.0
            ).exists()
            handed = ProposalItem.objects.filter(case=now, assessment=now.assessment_id).latest("pk").proposal
            assert PostingItem.objects.filter(
                case=now, assessment=now.assessment_id, posting__ends_on__lt=handed.on
            ).exists()
            assert handed.on <= self.today
            assert not now.complaints.filter(answer=None).exists()
            item = DecisionItem.objects.get(case=now, outcome=case.state)
            assert item.decision.signed_at is not None
            assert item.assessment_id == now.assessment_id

    @invariant()
    def classes_are_those_of_signed_decisions(self) -> None:
        given = {row.household_id: row.value for row in HouseholdClass.objects.all()}
        assert given == {each.row.household_id: each.result for each in self.of("recognised")}


class Clock:
    """The day the verbs take for today."""

    day = BEGIN


def test_cases_go_only_where_the_model_lets_them(walk, monkeypatch) -> None:  # noqa: F811
    from giamngheo.review.keeping import days

    clock = Clock()
    monkeypatch.setattr(days.timezone, "localdate", lambda *_args: clock.day)
    Life.people = (walk, walk.households(3), clock)
    reached.clear()
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=25, stateful_step_count=40, deadline=None, print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    assert reached["recognised"] > 3, f"hardly a run came to the end: {dict(reached)}"
    assert reached["refused"], dict(reached)
