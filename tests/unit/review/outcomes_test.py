"""The table of what the chairman decides, row by row (docs/algorithms/review-deciding.md)."""

from __future__ import annotations

import itertools

import pytest

from giamngheo.review.keeping.outcomes import Decided, decided, rank
from giamngheo.review.models import ItemOutcome, PovertyClass, RequestForm, RoundKind

ANNUAL, MONTHLY = RoundKind.ANNUAL, RoundKind.MONTHLY
REVIEW, EXIT = RequestForm.REVIEW, RequestForm.EXIT
YES, NO = ItemOutcome.RECOGNISED, ItemOutcome.REFUSED


@pytest.mark.parametrize(
    ("kind", "form", "before", "result", "outcome", "given", "letter"),
    [
        # a household of the list keeps, changes or loses its class by the annual review
        (ANNUAL, None, "poor", "poor", YES, "poor", False),
        (ANNUAL, None, "poor", "near_poor", YES, "near_poor", False),
        (ANNUAL, None, "near_poor", "not_poor", YES, "not_poor", False),
        # who asked to leave and stays is on the list and is told in writing
        (ANNUAL, EXIT, "poor", "poor", YES, "poor", True),
        (ANNUAL, EXIT, "near_poor", "poor", YES, "poor", True),
        (ANNUAL, EXIT, "poor", "near_poor", YES, "near_poor", False),
        (ANNUAL, EXIT, "near_poor", "not_poor", YES, "not_poor", False),
        # who asked to come in
        (ANNUAL, REVIEW, "none", "poor", YES, "poor", False),
        (ANNUAL, REVIEW, "none", "not_poor", NO, "none", False),
        (MONTHLY, REVIEW, "none", "near_poor", YES, "near_poor", False),
        (MONTHLY, REVIEW, "near_poor", "poor", YES, "poor", False),
        (MONTHLY, REVIEW, "none", "not_poor", NO, "none", False),
        # in the monthly path nobody loses or lowers a class without having asked to
        (MONTHLY, REVIEW, "poor", "near_poor", NO, "poor", False),
        (MONTHLY, REVIEW, "near_poor", "not_poor", NO, "near_poor", False),
        (MONTHLY, EXIT, "poor", "near_poor", YES, "near_poor", False),
        (MONTHLY, EXIT, "poor", "not_poor", YES, "not_poor", False),
        (MONTHLY, EXIT, "near_poor", "near_poor", NO, "near_poor", False),
        (MONTHLY, EXIT, "near_poor", "poor", NO, "near_poor", False),
        # brought in by the committee
        (MONTHLY, None, "none", "poor", YES, "poor", False),
        (MONTHLY, None, "near_poor", "not_poor", YES, "not_poor", False),
        (MONTHLY, None, "none", "not_poor", NO, "none", False),
    ],
)
def test_ruling(kind, form, before, result, outcome, given, letter) -> None:
    assert decided(kind, form, before, result) == Decided(outcome, PovertyClass(given), letter)


@pytest.mark.parametrize("path", ["average_living_standard", "low_income_worker"])
def test_income_paths_recognise_what_was_asked_and_take_nothing_away(path) -> None:
    kind, form = RoundKind(path), RequestForm(path)
    assert decided(kind, form, "none", path) == Decided(YES, PovertyClass(path))
    assert decided(kind, form, "none", "none") == Decided(NO, PovertyClass.NONE)
    assert decided(kind, form, path, "none") == Decided(NO, PovertyClass(path))


@pytest.mark.parametrize("kind", [ANNUAL, MONTHLY])
def test_refusal_never_changes_a_class_and_every_case_is_decided(kind) -> None:
    classes = ("poor", "near_poor", "not_poor", "none")
    for form, before, result in itertools.product((None, REVIEW, EXIT), classes, ("poor", "near_poor", "not_poor")):
        found = decided(kind, form, before, result)
        if found.outcome == NO:
            assert rank(found.given) == rank(before)
        else:
            assert found.given == result
