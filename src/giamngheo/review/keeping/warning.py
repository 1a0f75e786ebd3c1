"""What is odd about a round without being forbidden: dates outside of the law's, a standard nobody could settle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from giamngheo import standards
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.review.judging.laws import card_of, choices, rule_absent
from giamngheo.review.models import RoundKind
from giamngheo.review.problems_survey import (
    ROUND_EARLY,
    ROUND_OUTSIDE,
    ROUND_SCORECARD,
    ROUND_STANDARD_UNSETTLED,
    ROUND_UNSIGNED_CARD,
)
from giamngheo.review.procedure import rule

if TYPE_CHECKING:
    from giamngheo.review.models import ReviewRound


def warnings_of(review_round: ReviewRound) -> list[Finding]:
    """Everything odd about the round; never blocks."""
    return [*_days(review_round), *_law(review_round), *_card(review_round)]


def law_days(kind: str, year: int, month: int, day: date) -> tuple[date, date | None]:
    """First and last day the law gives a round (no last day within a month), by the rules in force on `day`."""
    if kind == RoundKind.ANNUAL:
        first, last = (rule(name, kind, day).value for name in ("first_day", "last_day"))
        return date(year, first // 100, first % 100), date(year, last // 100, last % 100)
    return date(year, month, rule("begins_on", kind, day).value), None


def _days(found: ReviewRound) -> Iterator[Finding]:
    first, last = law_days(found.kind, found.year, found.month, found.starts_on)
    if last is not None and not first <= found.starts_on <= found.ends_on <= last:
        yield ROUND_OUTSIDE.at(
            starts=format_date(found.starts_on), ends=format_date(found.ends_on), first=format_date(first),
            last=format_date(last),
        )  # fmt: skip
    elif last is None and found.starts_on < first:
        yield ROUND_EARLY.at(starts=format_date(found.starts_on), first=format_date(first))


def _law(found: ReviewRound) -> Iterator[Finding]:
    if len(choices(found.kind, found.starts_on)) > 1:
        yield ROUND_STANDARD_UNSETTLED.at(standard=found.standard, year=found.year)
    absent = rule_absent(standards.by_key(found.standard, found.judged_on, found.province), found.kind)
    if absent is not None:
        yield absent


def _card(found: ReviewRound) -> Iterator[Finding]:
    if not found.scorecard:
        return
    card = card_of(found.scorecard)
    if card is None:
        yield ROUND_SCORECARD.at(card=found.scorecard, standard=found.standard)
    elif not card.verified:
        yield ROUND_UNSIGNED_CARD.at(card=found.scorecard)
