"""Corrections by another decision, classes from before the system, and the end of a round."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from giamngheo.accounts.permissions import NotPermitted
from giamngheo.documents.models import Document
from giamngheo.foundation.findings import FindingError
from giamngheo.review.actions import round_closing
from giamngheo.review.actions.corrections import draft_correction
from giamngheo.review.actions.opening_list import Listed, Printed, enter_opening_list
from giamngheo.review.actions.round_closing import close_round
from giamngheo.review.models import Closing, Decision, DecisionItem, HouseholdClass, ReviewCase
from giamngheo.review.problems import Refused
from tests.integration.review.deciding import SIGNED, fresh, refusal, states
from tests.integration.review.decisions_test import NEXT_YEAR, held
from tests.threads import at_once

pytestmark = pytest.mark.django_db
JANUARY, CORRECTED = date(2026, 1, 1), date(2026, 10, 15)
PRINTED = Printed(125, date(2025, 12, 20), "Chủ Tịch Cũ")


def correct(walk, decision: Decision, changes: dict[int, str], **values) -> Decision:
    return draft_correction(by=walk.officer, decision=decision, reason="ghi nhầm điểm", changes=changes, **values)


def enter(walk, *items: Listed, printed: Printed = PRINTED, since: date = JANUARY, by=None) -> Decision:
    return enter_opening_list(
        by=by or walk.officer, unit=walk.rows.unit, printed=printed, effective_from=since, items=items
    )


def item_of(case: ReviewCase) -> DecisionItem:
    return DecisionItem.objects.filter(case=case).order_by("pk").last()


def test_correction_takes_a_class_back_or_gives_another_from_the_same_day(walk, rows) -> None:
    cases = walk.recognised(rows.round(), 3)
    decision = Decision.objects.get()
    changes = {item_of(cases[0]).pk: "near_poor", item_of(cases[1]).pk: "none", item_of(cases[2]).pk: "poor"}
    correction = correct(walk, decision, changes)
    assert correction.items.count() == 2, "what stays the same is no item"
    assert held(cases[0]) == [("poor", NEXT_YEAR, None)], "a draft corrects nothing"
    signed = walk.sign(correction, CORRECTED)
    assert signed.document.subject == "Đính chính 01/QĐ-UBND"
    assert [held(each) for each in cases] == [[("near_poor", NEXT_YEAR, None)], [], [("poor", NEXT_YEAR, None)]]
    assert HouseholdClass.objects.filter(voided_by__decision=correction).count() == 2
    assert states(cases) == ["recognised"] * 3
    assert (fresh(decision).reason, fresh(item_of(cases[2])).given) == ("", "poor"), "nothing signed changed"


def test_class_that_was_ended_wrongly_goes_on(walk, rows) -> None:
    case = walk.case(rows.round(), before="poor")
    enter(walk, Listed(case.household, "poor"))
    walk.on_to_proposed([walk.survey(case, "not_poor")])
    decision = walk.sign(walk.draft(case.round))
    assert held(case) == [("poor", JANUARY, date(2026, 12, 31))]
    walk.sign(correct(walk, decision, {item_of(case).pk: "poor"}), CORRECTED)
    assert held(case) == [("poor", JANUARY, date(2026, 12, 31)), ("poor", NEXT_YEAR, None)]


def test_class_that_was_kept_wrongly_ends_before_the_day_of_the_decision(walk, rows) -> None:
    case = walk.case(rows.round(), before="poor")
    enter(walk, Listed(case.household, "poor"))
    walk.on_to_proposed([walk.survey(case, "poor")])
    decision = walk.sign(walk.draft(case.round))
    walk.sign(correct(walk, decision, {item_of(case).pk: "near_poor"}), CORRECTED)
    assert held(case) == [("poor", JANUARY, date(2026, 12, 31)), ("near_poor", NEXT_YEAR, None)]


def test_class_begun_by_a_corrected_decision_and_ended_since_keeps_its_end(walk, rows) -> None:
    household = walk.households(1)[0]
    first = walk.case(rows.round("monthly"), household, form="review")
    walk.on_to_proposed([walk.survey(first, "near_poor")])
    decision = walk.sign(walk.draft(first.round))
    second = walk.case(rows.round(), household, before="near_poor")
    walk.on_to_proposed([walk.survey(second, "not_poor")])
    walk.sign(walk.draft(second.round))
    assert held(first) == [("near_poor", SIGNED, date(2026, 12, 31))]
    walk.sign(correct(walk, decision, {item_of(first).pk: "poor"}), CORRECTED)
    assert held(first) == [("poor", SIGNED, date(2026, 12, 31))]


def test_kept_class_that_has_ended_since_is_parted_at_the_corrected_decision(walk, rows) -> None:
    """Poor since January; kept by the monthly decision of October; ended by the annual one. October should have said
    near-poor."""
    household = walk.households(1)[0]
    enter(walk, Listed(household, "poor"))
    kept = walk.case(rows.round("monthly"), household, before="poor")
    walk.on_to_proposed([walk.survey(kept, "poor")])
    decision = walk.sign(walk.draft(kept.round))
    annual = walk.case(rows.round(), household, before="poor")
    walk.on_to_proposed([walk.survey(annual, "not_poor")])
    walk.sign(walk.draft(annual.round))
    walk.sign(correct(walk, decision, {item_of(kept).pk: "near_poor"}), CORRECTED)
    assert held(kept) == [("poor", JANUARY, date(2026, 9, 30)), ("near_poor", SIGNED, date(2026, 12, 31))]


def test_refusal_is_corrected_into_a_class_that_ends_where_the_next_begins(walk, rows) -> None:
    household = walk.households(1)[0]
    refused = walk.case(rows.round("monthly"), household, form="review")
    walk.on_to_proposed([walk.survey(refused, "not_poor")])
    decision = walk.sign(walk.draft(refused.round, "refusal"))
    annual = walk.case(rows.round(), household, form="review")
    walk.on_to_proposed([walk.survey(annual, "near_poor")])
    walk.sign(walk.draft(annual.round))
    walk.sign(correct(walk, decision, {item_of(refused).pk: "poor"}), CORRECTED)
    assert held(refused) == [("poor", SIGNED, date(2026, 12, 31)), ("near_poor", NEXT_YEAR, None)]
    assert states([refused]) == ["refused"]


def test_corrected_item_is_corrected_through_its_correction(walk, rows) -> None:
    case = walk.recognised(rows.round())[0]
    decision, wrong = Decision.objects.get(), item_of(case)
    first = walk.sign(correct(walk, decision, {wrong.pk: "near_poor"}), CORRECTED)
    assert refusal(lambda: correct(walk, decision, {wrong.pk: "none"})) == ["CORRECTION-TWICE"]
    second = correct(walk, first, {first.items.get().pk: "none"})
    walk.sign(second, CORRECTED)
    assert held(case) == []
    assert second.effective_from == decision.effective_from


def test_correction_needs_a_signed_decision_a_reason_something_wrong_and_a_class(walk, rows) -> None:
    cases = walk.proposed(rows.round(), 1)
    draft = walk.draft(cases[0].round)
    assert refusal(lambda: correct(walk, draft, {})) == ["CORRECTION-SIGNED"]
    signed = walk.sign(draft)
    key = signed.items.get().pk
    assert refusal(lambda: draft_correction(by=walk.officer, decision=signed, reason=" ", changes={key: "none"})) == [
        "DECIDING-REASON"
    ]
    assert refusal(lambda: correct(walk, signed, {key: "poor"})) == ["CORRECTION-NOTHING"]
    assert refusal(lambda: correct(walk, signed, {key: "low_income_worker"})) == ["CLASS-WRONG"]
    assert refusal(lambda: correct(walk, signed, {key: "none"}, added={1: "poor"})) == ["CORRECTION-NOTHING"]
    correct(walk, signed, {key: "none"})
    assert refusal(lambda: correct(walk, signed, {key: "none"})) == ["DECISION-DRAFT"]


@pytest.mark.django_db(transaction=True)
def test_of_two_corrections_signed_at_once_one_stands(walk, rows) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("one writer at a time; PostgreSQL runs this")
    case = walk.recognised(rows.round())[0]
    decision, key = Decision.objects.get(), item_of(case).pk
    first = correct(walk, decision, {key: "near_poor"})
    second = Decision.objects.create(
        kind="correction", unit=rows.unit, corrects=decision, reason="khác", effective_from=NEXT_YEAR
    )
    DecisionItem.objects.create(
        decision=second, case=case, household=case.household, outcome="corrected", path="poverty", given="none",
        corrects_id=key,
    )  # fmt: skip
    told = at_once(lambda: walk.sign(first, CORRECTED), lambda: walk.sign(second, CORRECTED))
    assert sum(isinstance(each, Decision) for each in told) == 1
    assert [each.finding.code for each in told if isinstance(each, Refused)] == ["REVIEW-CORRECTION-TWICE"]


# --- the list from before


def test_opening_list_gives_classes_by_the_printed_decision(walk, rows) -> None:
    first, second = walk.households(2)
    decision = enter(walk, Listed(first, "poor", ["water"]), Listed(second, "near_poor"))
    assert (decision.document.symbol, decision.signer, decision.kind) == ("125/QĐ-UBND", "Chủ Tịch Cũ", "opening")
    rows_ = HouseholdClass.objects.order_by("pk").values_list("household", "value", "valid_from", "valid_to")
    assert list(rows_) == [(first.pk, "poor", JANUARY, None), (second.pk, "near_poor", JANUARY, None)]


def test_same_decision_is_entered_in_batches_and_no_household_twice(walk, rows) -> None:
    first, second = walk.households(2)
    enter(walk, Listed(first, "poor"))
    again = enter(walk, Listed(second, "poor"))
    assert Document.objects.count() == 1
    assert again.document.symbol == "125/QĐ-UBND"
    assert refusal(lambda: enter(walk, Listed(first, "poor"))) == ["OPENING-HELD"]
    third = walk.households(1)[0]
    assert refusal(lambda: enter(walk, Listed(third, "poor"), Listed(third, "near_poor"))) == ["OPENING-TWICE"]


def test_opening_list_takes_households_of_the_unit_and_the_two_classes_only(walk, rows, stranger) -> None:
    home = walk.households(1)[0]
    assert refusal(lambda: enter(walk, Listed(stranger.household, "poor"), Listed(home, "not_poor"))) == [
        "OPENING-HOUSEHOLD", "CLASS-WRONG",
    ]  # fmt: skip
    assert refusal(lambda: enter(walk)) == ["OPENING-NONE"]
    assert refusal(lambda: enter(walk, Listed(home, "poor"), since=date(2023, 1, 1))) == ["OPENING-DAY"]
    assert refusal(lambda: enter(walk, Listed(home, "poor"), printed=PRINTED._replace(signer=" "))) == [
        "DECISION-SIGNER"
    ]
    assert refusal(lambda: enter(walk, Listed(home, "poor"), printed=PRINTED._replace(signed_on=date(2099, 1, 1)))) == [
        "DAY-FUTURE"
    ]


def test_decision_of_a_former_commune_keeps_its_own_numbers(walk, rows, hoang_phu_old, other_commune) -> None:
    first, second = walk.households(2)
    enter(walk, Listed(first, "poor"))
    old = enter(
        walk, Listed(second, "poor"), printed=PRINTED._replace(issuer=hoang_phu_old, signed_on=date(2025, 6, 1)),
        since=date(2025, 6, 1),
    )  # fmt: skip
    assert old.document.issuer == hoang_phu_old
    third = walk.households(1)[0]
    wrong = PRINTED._replace(issuer=other_commune)
    assert refusal(lambda: enter(walk, Listed(third, "poor"), printed=wrong)) == ["OPENING-UNIT"]


def test_number_of_another_document_is_no_opening_list(walk, rows) -> None:
    enter(walk, Listed(walk.households(1)[0], "poor"))
    home = walk.households(1)[0]
    with pytest.raises(FindingError) as refused:
        enter(walk, Listed(home, "poor"), printed=PRINTED._replace(signed_on=date(2025, 12, 21)))
    assert refused.value.finding.code == "DOCUMENT-NUMBER-TAKEN"


def test_after_the_first_decision_here_a_list_is_corrected_not_entered(walk, rows, make_user, hoang_phu_new) -> None:
    left_out, other = walk.households(2)
    opened = enter(walk, Listed(other, "poor"))
    walk.recognised(rows.round())
    assert refusal(lambda: enter(walk, Listed(left_out, "poor"))) == ["OPENING-AFTER"]
    correction = draft_correction(
        by=walk.officer, decision=opened, reason="sót hộ", changes={}, added={left_out.pk: "near_poor"}
    )
    walk.sign(correction, CORRECTED)
    row = HouseholdClass.objects.get(household=left_out)
    assert (row.value, row.valid_from) == ("near_poor", JANUARY)
    reviewer = make_user("ra-soat-vien", "village_reviewer", hoang_phu_new)
    with pytest.raises(NotPermitted):
        enter(walk, Listed(left_out, "poor"), by=reviewer)


# --- the end of a round


def test_round_ends_when_every_household_is_done_and_no_draft_waits(walk, rows) -> None:
    cases = walk.proposed(rows.round("monthly"), 2, form="review")
    round_ = cases[0].round
    draft = walk.draft(round_, only=[cases[0].pk])
    with pytest.raises(Refused) as refused:
        close_round(by=walk.officer, round_=round_)
    assert [each.code for each in refused.value.findings] == ["REVIEW-ROUND-LEFT", "REVIEW-ROUND-DRAFTS"]
    assert "Còn 2 hộ chưa có kết quả cuối cùng: đã trình 2." in refused.value.findings[0].message.vi
    walk.sign(draft)
    walk.sign(walk.draft(round_))
    closed = close_round(by=walk.officer, round_=round_)
    assert (closed.state, closed.closed_at is not None) == ("closed", True)
    assert refusal(lambda: close_round(by=walk.officer, round_=round_)) == ["ROUND-STATE"]


@pytest.fixture
def told(monkeypatch) -> list[dict]:
    """With which days the movements were to be closed; nothing is closed."""
    calls: list[dict] = []
    monkeypatch.setattr(round_closing, "close_movements", lambda **values: calls.append(values))
    return calls


def test_movements_are_closed_from_the_last_closing_to_the_first_of_january(walk, rows, told) -> None:
    cases = walk.recognised(rows.round())
    close_round(by=walk.officer, round_=cases[0].round)
    assert [(each["opening_on"], each["closing_on"]) for each in told] == [(JANUARY, NEXT_YEAR)]
    Closing.objects.create(unit=rows.unit, opening_on=JANUARY, closing_on=NEXT_YEAR)
    monthly = walk.recognised(rows.round("monthly"), form="review")
    close_round(by=walk.officer, round_=monthly[0].round)
    income = walk.proposed(rows.round("average_living_standard"), 1, "average_living_standard",
                           form="average_living_standard")  # fmt: skip
    walk.sign(walk.draft(income[0].round))
    close_round(by=walk.officer, round_=income[0].round)
    assert len(told) == 1, "nothing before the last closing, and nothing of income paths, is closed again"


def test_failure_of_the_movements_leaves_the_round_open(walk, rows, monkeypatch) -> None:
    cases = walk.recognised(rows.round())

    def broken(**_values):
        raise RuntimeError("mất điện")

    monkeypatch.setattr(round_closing, "close_movements", broken)
    with pytest.raises(RuntimeError):
        close_round(by=walk.officer, round_=cases[0].round)
    assert fresh(cases[0].round).state == "open"
