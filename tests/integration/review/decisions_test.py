"""Decisions: what a draft holds, what signing does at once, what keeps it from being signed, what stands afterwards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.audit.models import Event
from giamngheo.documents.models import Document
from giamngheo.foundation.findings import FindingError
from giamngheo.households import actions as register
from giamngheo.review.actions import decisions, opinions
from giamngheo.review.deciding_values import Signing
from giamngheo.review.models import CaseState, Decision, DecisionItem, HouseholdClass, ReviewCase, Screening
from tests.integration.review.deciding import ASKED, PROPOSED, SIGNED, SURVEYED, fresh, refusal, states

pytestmark = pytest.mark.django_db
NEXT_YEAR = date(2027, 1, 1)


def held(case: ReviewCase) -> list[tuple[str, date, date | None]]:
    """The classes of a case's household, in the order of their days."""
    rows = HouseholdClass.objects.filter(household=case.household_id, voided_by=None).order_by("valid_from")
    return [(row.value, row.valid_from, row.valid_to) for row in rows]


def give(walk, case: ReviewCase, value: str = "poor", since: date = date(2026, 1, 1)) -> None:
    """A class from before: as an opening list gives it."""
    from giamngheo.review.actions.opening_list import Listed, Printed, enter_opening_list

    enter_opening_list(
        by=walk.officer, unit=walk.rows.unit, printed=Printed(Document.objects.count() + 900, since, "Chủ Tịch Cũ"),
        effective_from=since, items=[Listed(case.household, value)],
    )  # fmt: skip


def test_annual_decision_gives_classes_from_the_first_of_january(walk, rows) -> None:
    poor, near = walk.surveyed(rows.round(), 1) + walk.surveyed(ReviewCase.objects.get().round, 1, "near_poor")
    walk.on_to_proposed([poor, near])
    draft = walk.draft(poor.round)
    assert [(each.case_id, each.given, each.outcome) for each in draft.items.order_by("pk")] == [
        (poor.pk, "poor", "recognised"), (near.pk, "near_poor", "recognised"),
    ]  # fmt: skip
    signed = walk.sign(draft)
    assert (signed.document.symbol, signed.document.issuer, signed.effective_from) == (
        "01/QĐ-UBND", rows.unit, NEXT_YEAR,
    )  # fmt: skip
    assert states([poor, near]) == ["recognised", "recognised"]
    assert held(poor) == [("poor", NEXT_YEAR, None)]
    assert held(near) == [("near_poor", NEXT_YEAR, None)]
    assert draft.items.get(case=poor).deprivations == ["water", "toilet", "telecom"]
    assert Event.objects.filter(action="review.sign_decision").get().after["symbol"] == "01/QĐ-UBND"


def test_annual_review_keeps_changes_and_ends_classes(walk, rows) -> None:
    round_ = rows.round()
    stays, changes, leaves = (walk.case(round_, before="poor") for _ in range(3))
    for case in (stays, changes, leaves):
        give(walk, case)
    results = ("poor", "near_poor", "not_poor")
    cases = [walk.survey(each, outcome) for each, outcome in zip((stays, changes, leaves), results, strict=True)]
    walk.on_to_proposed(cases)
    draft = walk.draft(round_)
    walk.sign(draft)
    assert held(stays) == [("poor", date(2026, 1, 1), None)]
    assert held(changes) == [("poor", date(2026, 1, 1), date(2026, 12, 31)), ("near_poor", NEXT_YEAR, None)]
    assert held(leaves) == [("poor", date(2026, 1, 1), date(2026, 12, 31))]
    assert list(draft.items.order_by("pk").values_list("before", flat=True)) == ["poor", "poor", "poor"]


def test_monthly_decision_gives_its_class_from_the_day_signed_and_ends_one_on_request(walk, rows) -> None:
    round_ = rows.round("monthly")
    asks = walk.case(round_, form="review")
    leaves = walk.case(round_, form="exit", before="near_poor")
    give(walk, leaves, "near_poor")
    walk.on_to_proposed([walk.survey(asks, "poor"), walk.survey(leaves, "not_poor")])
    walk.sign(walk.draft(round_))
    assert held(asks) == [("poor", SIGNED, None)]
    assert held(leaves) == [("near_poor", date(2026, 1, 1), SIGNED - timedelta(days=1))]


def test_refusal_says_why_in_writing_and_changes_no_class(walk, rows) -> None:
    round_ = rows.round("monthly")
    asks = walk.case(round_, form="review")
    stays = walk.case(round_, form="exit", before="poor")
    give(walk, stays)
    walk.on_to_proposed([walk.survey(asks, "not_poor"), walk.survey(stays, "poor")])
    assert refusal(lambda: walk.draft(round_)) == ["DECISION-NONE"]
    draft = walk.draft(round_, "refusal")
    reasons = list(draft.items.values_list("reason", flat=True))
    assert all("Kết quả khảo sát ngày 07/9/2026" in reason for reason in reasons)
    signed = walk.sign(draft)
    assert signed.document.symbol == "01/TB-UBND"
    assert states([asks, stays]) == ["refused", "refused"]
    assert (held(asks), held(stays)) == ([], [("poor", date(2026, 1, 1), None)])
    assert list(draft.items.order_by("pk").values_list("given", flat=True)) == ["none", "poor"]


def test_request_kept_out_by_the_screening_is_refused_in_writing_without_a_step(walk, rows) -> None:
    case = walk.case(rows.round(), form="review")
    Screening.objects.create(
        case=case, number=1, answers={}, criteria=5, to_be_reviewed=False, screened_on=SURVEYED, screened_by="B Giả"
    )
    walk.step(case, CaseState.SCREENED_OUT)
    draft = walk.draft(case.round, "refusal")
    assert "5 trên 9 tiêu chí" in draft.items.get().reason
    walk.sign(draft)
    assert (states([case]), fresh(case).step) == (["screened_out"], 1)
    assert refusal(lambda: walk.draft(case.round, "refusal")) == ["DECISION-NONE"]


def test_exit_request_not_followed_in_the_annual_round_is_recognised_and_answered(walk, rows) -> None:
    case = walk.case(rows.round(), form="exit", before="poor")
    give(walk, case)
    walk.on_to_proposed([walk.survey(case, "poor")])
    walk.sign(walk.draft(case.round))
    letter = walk.draft(case.round, "refusal")
    walk.sign(letter)
    assert states([case]) == ["recognised"]
    assert held(case) == [("poor", date(2026, 1, 1), None)]
    assert letter.items.get().given == "poor"


def test_worker_gets_a_class_of_their_own(walk, rows, family) -> None:
    round_ = rows.round("low_income_worker")
    case = walk.case(round_, family.household, form="low_income_worker", person=family["An"])
    walk.on_to_proposed([walk.survey(case, "low_income_worker")])
    walk.sign(walk.draft(round_))
    row = HouseholdClass.objects.get()
    assert (row.person, row.path, row.value, row.valid_from) == (
        family["An"], "low_income_worker", "low_income_worker", SIGNED,
    )  # fmt: skip


def test_only_the_leader_signs_and_only_the_commune_drafts(walk, rows, other_officer) -> None:
    walk.proposed(rows.round(), 1)
    round_ = ReviewCase.objects.get().round
    with pytest.raises(OutOfScope):
        decisions.draft_decision(by=other_officer, round_=round_, kind="recognition")
    draft = walk.draft(round_)
    with pytest.raises(NotPermitted):
        decisions.sign_decision(by=walk.officer, decision=draft, signing=Signing(SIGNED, "A"))
    assert fresh(draft).signed_at is None


def test_draft_waits_once_is_amended_and_discarded(walk, rows) -> None:
    cases = walk.proposed(rows.round("monthly"), 2, "not_poor", form="review")
    round_ = cases[0].round
    draft = walk.draft(round_, "refusal")
    assert refusal(lambda: walk.draft(round_, "refusal")) == ["DECISION-DRAFT"]
    first, second = draft.items.order_by("pk")
    decisions.amend_draft(
        by=walk.officer, decision=draft, seen=draft.at, remove=[first.pk], reasons={second.pk: " Thu nhập  cao hơn "}
    )
    assert draft.items.get().reason == "Thu nhập  cao hơn"
    assert refusal(lambda: decisions.amend_draft(by=walk.leader, decision=draft, seen=draft.at)) == ["CHANGED"]
    decisions.amend_draft(by=walk.officer, decision=draft, reasons={second.pk: " "})
    assert refusal(lambda: walk.sign(draft)) == ["DECISION-REASON"]
    decisions.discard_draft(by=walk.officer, decision=draft)
    assert not Decision.objects.exists()
    walk.sign(walk.draft(round_, "refusal"))


def test_second_signature_is_told_of_the_first_and_what_was_signed_stands(walk, rows) -> None:
    walk.recognised(rows.round())
    decision = Decision.objects.get()
    assert refusal(lambda: walk.sign(decision)) == ["DECISION-SIGNED"]
    assert refusal(lambda: decisions.discard_draft(by=walk.officer, decision=decision)) == ["DECISION-SIGNED"]
    assert refusal(lambda: decisions.amend_draft(by=walk.officer, decision=decision)) == ["DECISION-SIGNED"]


def test_household_that_changed_after_the_draft_is_not_decided(walk, rows) -> None:
    cases = walk.proposed(rows.round("monthly"), 2, form="review")
    draft = walk.draft(cases[0].round)
    walk.step(cases[0], CaseState.WITHDRAWN, reason="rút giấy đề nghị")
    assert refusal(lambda: walk.sign(draft)) == ["DECISION-STALE"]
    assert Document.objects.count() == 0
    decisions.amend_draft(by=walk.officer, decision=draft, remove=[draft.items.get(case=cases[0]).pk])
    walk.sign(draft)
    assert states(cases) == ["withdrawn", "recognised"]


def test_day_and_signer_are_checked(walk, rows) -> None:
    draft = walk.draft(walk.proposed(rows.round("monthly"), 1, form="review")[0].round)
    assert refusal(lambda: walk.sign(draft, PROPOSED - timedelta(days=1))) == ["DECISION-DAY"]
    assert refusal(lambda: walk.sign(draft, date(2099, 1, 1))) == ["DAY-FUTURE"]
    nobody = Signing(SIGNED, " ")
    assert refusal(lambda: decisions.sign_decision(by=walk.leader, decision=draft, signing=nobody)) == [
        "DECISION-SIGNER"
    ]


def test_annual_decision_before_an_opinion_needs_a_reason(walk, rows) -> None:
    cases = walk.on_to_proposed(walk.surveyed(rows.round(), 2), agreed_above=False)
    round_ = cases[0].round
    draft = walk.draft(round_)
    assert refusal(lambda: walk.sign(draft)) == ["DECISION-OPINION"]
    asked = opinions.ask_opinion(by=walk.officer, proposal=round_.proposals.get(), sent_on=ASKED)
    assert refusal(lambda: walk.sign(draft)) == ["DECISION-OPINION"]
    answered = SIGNED + timedelta(days=1)
    opinions.record_opinion(by=walk.officer, opinion=asked, answered_on=answered, agrees=True)
    assert refusal(lambda: walk.sign(draft)) == ["DECISION-OPINION"], "it was answered after the day signed"
    signed = walk.sign(draft, without_opinion="quá hạn trả lời")
    assert signed.without_opinion == "quá hạn trả lời"


def test_number_of_another_document_refuses_the_whole_signature(walk, rows) -> None:
    cases = walk.proposed(rows.round("monthly"), 1, form="review")
    draft = walk.draft(cases[0].round)
    walk.sign(draft, serial=5)
    second = rows.round("average_living_standard")
    waiting = walk.proposed(second, 1, "average_living_standard", form="average_living_standard")
    other = walk.draft(second)
    with pytest.raises(FindingError) as refused:
        walk.sign(other, serial=5)
    assert refused.value.finding.code == "DOCUMENT-NUMBER-TAKEN"
    assert (states(waiting), HouseholdClass.objects.count()) == (["proposed"], 1)
    assert walk.sign(other).document.symbol == "06/QĐ-UBND"


def test_class_of_a_later_decision_is_not_cut_through(walk, rows) -> None:
    """The monthly decision of 5 October stands; the one signed for 1 October comes too late for that household."""
    household = walk.households(1)[0]
    first = walk.case(rows.round("monthly"), household, form="review")
    walk.on_to_proposed([walk.survey(first, "near_poor")])
    walk.sign(walk.draft(first.round), on=date(2026, 10, 5))
    again = rows.round("monthly", ordinal=2)
    second = walk.case(again, household, form="review", before="near_poor")
    walk.on_to_proposed([walk.survey(second, "poor")])
    draft = walk.draft(again)
    assert refusal(lambda: walk.sign(draft, on=SIGNED)) == ["CLASS-LATER"]
    walk.sign(draft, on=date(2026, 10, 6))
    assert held(second) == [("near_poor", date(2026, 10, 5), date(2026, 10, 5)), ("poor", date(2026, 10, 6), None)]


def test_class_an_annual_decision_keeps_from_january_is_not_ended_before_it(walk, rows) -> None:
    """Signed in October: poor goes on in 2027. Wanted later in October: an exit. That takes a correction."""
    case = walk.case(rows.round(), before="poor")
    give(walk, case)
    walk.on_to_proposed([walk.survey(case, "poor")])
    walk.sign(walk.draft(case.round))
    leaves = walk.case(rows.round("monthly"), case.household, form="exit", before="poor")
    walk.on_to_proposed([walk.survey(leaves, "not_poor")])
    draft = walk.draft(leaves.round)
    assert refusal(lambda: walk.sign(draft, on=date(2026, 10, 20))) == ["CLASS-LATER"]
    assert held(case) == [("poor", date(2026, 1, 1), None)]


def test_household_that_ended_is_not_recognised(walk, rows, officer) -> None:
    cases = walk.proposed(rows.round("monthly"), 1, form="review")
    draft = walk.draft(cases[0].round)
    people = [each.person for each in cases[0].household.memberships.all()]
    register.departure(
        by=officer, household=cases[0].household, people=people, on=date(2026, 9, 20), left_as="other_province"
    )
    assert refusal(lambda: walk.sign(draft)) == ["HOUSEHOLD-ENDED"]


def test_class_somebody_else_wrote_meanwhile_is_told_not_thrown(walk, rows, monkeypatch) -> None:
    """The last guard: what was planned no longer fits when it is written."""
    from giamngheo.review.keeping import class_register as classes

    case = walk.proposed(rows.round("monthly"), 1, form="review")[0]
    draft, write = walk.draft(case.round), classes.write

    def late(plan):
        twice = [classes._new(each.begun_by, each.valid_from) for each in plan.begun]
        write(plan._replace(begun=[*plan.begun, *twice]))

    monkeypatch.setattr(classes, "write", late)
    assert refusal(lambda: walk.sign(draft)) == ["CLASS-CLASH"]
    assert (fresh(draft).signed_at, HouseholdClass.objects.count()) == (None, 0)


def test_failure_in_the_middle_of_signing_leaves_nothing(walk, rows, monkeypatch) -> None:
    from giamngheo.review.keeping import class_register as classes

    cases = walk.proposed(rows.round(), 3)
    draft = walk.draft(cases[0].round)
    write = classes.write

    def half(plan):
        write(plan._replace(begun=plan.begun[:1]))
        raise RuntimeError("mất điện")

    monkeypatch.setattr(classes, "write", half)
    events = Event.objects.count()
    with pytest.raises(RuntimeError):
        walk.sign(draft)
    assert states(cases) == ["proposed"] * 3
    assert (HouseholdClass.objects.count(), Event.objects.count()) == (0, events)
    assert not Document.objects.filter(symbol__endswith="QĐ-UBND").exists()
    assert fresh(draft).signed_at is None
    monkeypatch.setattr(classes, "write", write)
    walk.sign(draft)
    assert states(cases) == ["recognised"] * 3


def test_queries_of_signing_do_not_grow_with_households(walk, rows) -> None:
    def asked(number: int, ordinal: int) -> int:
        cases = walk.proposed(rows.round("monthly", ordinal=ordinal), number, form="review")
        draft = walk.draft(cases[0].round)
        with CaptureQueriesContext(connection) as found:
            walk.sign(draft)
        return len(found)

    assert asked(2, 1) == asked(9, 2)
    assert DecisionItem.objects.count() == 11
