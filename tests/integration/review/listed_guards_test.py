"""The one change of a case that is no step, and the one step of a round being prepared: guarded all the same."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from giamngheo.review.models import ReviewCase, ReviewRequest
from giamngheo.review.triggers import cases
from tests.integration.review.guards_test import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def file_request(hoang_phu_new):
    def make(household, number: int, **values) -> ReviewRequest:
        return ReviewRequest.objects.create(
            form="exit", unit=hoang_phu_new, number=number, year=2026, household=household, applicant="Người Giả",
            received_on="2026-10-05", **values,
        )  # fmt: skip

    return make


def test_listed_case_gets_the_request_of_its_own_household_once(rows, family, neighbours, file_request) -> None:
    case = rows.case(rows.round(), family.household)
    mine, second, theirs = (
        file_request(each, n) for n, each in enumerate((family.household, family.household, neighbours.household), 1)
    )
    with refused(cases.FIXED):
        ReviewCase.objects.filter(pk=case.pk).update(request=theirs)
    ReviewCase.objects.filter(pk=case.pk).update(request=mine)
    for other in (second, None):
        with refused(cases.FIXED):
            ReviewCase.objects.filter(pk=case.pk).update(request=other)


def test_request_is_dealt_with_by_one_case(rows, family, file_request) -> None:
    request, round_ = file_request(family.household, 1), rows.round()
    first = rows.case(round_, family.household, source="request", request=request)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.case(rows.round("monthly"), family.household, source="request", request=request)
    rows.step(first, "withdrawn", reason="nhầm")
    rows.case(round_, family.household, source="request", request=request)


def test_request_given_with_another_change_is_refused(rows, family, file_request) -> None:
    case, request = rows.case(rows.round(), family.household), file_request(family.household, 1)
    with refused(cases.FIXED):
        ReviewCase.objects.filter(pk=case.pk).update(request=request, state="surveyed")


def test_reason_of_the_committee_stands(rows, family) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.case(rows.round(), family.household, source="committee")
    case = rows.case(rows.round("monthly"), family.household, source="committee", listed_because="Lũ")
    with refused(cases.FIXED):
        ReviewCase.objects.filter(pk=case.pk).update(listed_because="khác")


def test_before_a_round_is_open_a_case_is_only_withdrawn(rows, family) -> None:
    case = rows.case(rows.round(state="preparing"), family.household)
    with refused(cases.ROUND_NOT_OPEN):
        rows.step(case, "surveyed", assessment=rows.assessment(case))
    rows.step(case, "withdrawn", reason="nhầm")
