"""The day of answer on a receipt."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.review.models import ReviewRound
from giamngheo.review.papers import receipt
from tests.factories import review_papers as make


@pytest.mark.parametrize(
    ("form", "received", "starts", "answer"),
    [
        ("review", date(2026, 7, 3), date(2026, 7, 15), date(2026, 7, 30)),
        ("review", date(2026, 7, 15), date(2026, 7, 15), date(2026, 7, 30)),
        ("review", date(2026, 7, 16), date(2026, 8, 15), date(2026, 8, 30)),
        ("exit", date(2027, 1, 31), date(2027, 2, 15), date(2027, 3, 2)),
        ("low_income_worker", date(2026, 12, 20), date(2027, 1, 15), date(2027, 1, 30)),
        ("average_living_standard", date(2026, 10, 1), date(2026, 10, 15), date(2026, 10, 30)),
    ],
)
def test_request_waits_for_the_next_fifteenth(form, received, starts, answer) -> None:
    assert receipt.term(form, received, None)[:2] == (starts, answer)


@pytest.mark.parametrize("received", [date(2026, 9, 1), date(2026, 12, 14)])
def test_during_the_annual_review_no_day_is_promised_before_a_round_is_chosen(received) -> None:
    assert receipt.term("review", received, None) == (None, None, "")
    text = "\n".join(line.text for line in receipt.compose(make.received(starts_on=None, answer_by=None)).lines())
    assert "[còn thiếu: ngày trả lời]" in text


def test_request_of_an_annual_round_is_answered_by_its_end() -> None:
    found = ReviewRound(kind="annual", year=2026, starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 14))
    assert receipt.term("review", date(2026, 9, 20), found)[1] == date(2026, 12, 14)


def test_request_of_a_monthly_round_is_answered_fifteen_days_after_it_began() -> None:
    found = ReviewRound(kind="monthly", year=2026, month=5, starts_on=date(2026, 5, 16), ends_on=date(2026, 6, 10))
    assert receipt.term("review", date(2026, 5, 2), found)[:2] == (date(2026, 5, 16), date(2026, 5, 31))
