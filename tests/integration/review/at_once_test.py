"""Two officers at the same moment, on PostgreSQL: one wins, the other is told; no number is taken twice."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, connections

from giamngheo.foundation.findings import FindingError
from giamngheo.households.values import PersonValues
from giamngheo.review.actions import listing, requests, rounds
from giamngheo.review.actions.assessing import assess
from giamngheo.review.models import Assessment, ReviewCase, ReviewRequest, ReviewRound
from tests.integration.review.surveying import BAD_HOUSE, annual, asked, case_of, holds, monthly, seen, survey

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _needs_threads() -> None:
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("threads share one connection of an SQLite database in memory; PostgreSQL runs this")


def at_once(*calls) -> tuple[list, set[str]]:
    """Run the calls in threads that start together; what was done, and the codes of what was refused."""
    gate, told = threading.Barrier(len(calls)), [None] * len(calls)

    def run(position: int, call) -> None:
        try:
            gate.wait(20)
            told[position] = call()
        except Exception as error:
            told[position] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    refused = [each for each in told if isinstance(each, FindingError) and hasattr(each, "findings")]
    done = [each for each in told if not isinstance(each, Exception)]
    assert len(done) + len(refused) == len(calls), told
    return done, {finding.code for each in refused for finding in each.findings}


def test_of_two_surveys_of_one_case_one_is_kept(officer, leader, hoang_phu_new, family) -> None:
    round_ = monthly(officer, hoang_phu_new)
    listing.add_households(by=officer, review_round=round_, households=[family.household.pk], reason="Lũ")
    case = case_of(family.household)
    before = seen(case)
    done, codes = at_once(*(
        lambda who=who, home=home: assess(by=who, case=case, seen=before, survey=survey(family.household, home=home))
        for who, home in ((officer, {}), (leader, BAD_HOUSE))
    ))  # fmt: skip
    assert len(done) == 1
    assert codes == {"REVIEW-STALE"}
    case.refresh_from_db()
    assert (case.step, case.assessment) == (1, Assessment.objects.get())


def test_requests_at_once_take_numbers_of_their_own(
    officer, leader, hoang_phu_new, family, neighbours, register
) -> None:
    third = register((PersonValues("Hộ Thứ Ba"), "head"))
    homes = (family.household, neighbours.household, third.household)
    done, codes = at_once(*(
        lambda who=who, home=home: asked(who, hoang_phu_new, home)
        for who, home in zip((officer, leader, officer), homes, strict=True)
    ))  # fmt: skip
    assert not codes
    assert sorted(each.number for each in done) == [1, 2, 3]


def test_one_household_asking_twice_at_once_is_received_once(officer, leader, hoang_phu_new, family) -> None:
    done, codes = at_once(*(
        lambda who=who: asked(who, hoang_phu_new, family.household) for who in (officer, leader)
    ))  # fmt: skip
    assert len(done) == 1
    assert codes == {"REVIEW-REQUEST-DOUBLE"}
    assert ReviewRequest.objects.count() == 1


def test_opening_beside_adding_lists_a_household_once(officer, leader, hoang_phu_new, family) -> None:
    holds(family.household, "poor", hoang_phu_new)
    round_ = annual(officer, hoang_phu_new)
    request = asked(officer, hoang_phu_new, family.household, "exit")
    done, codes = at_once(
        lambda: rounds.open_round(by=officer, review_round=round_),
        lambda: requests.place_requests(by=leader, review_round=round_, requests=[request]),
    )
    assert len(done) == 2
    assert not codes
    assert ReviewCase.objects.get().request == request


def test_two_officers_create_the_round_once(officer, leader, hoang_phu_new) -> None:
    done, codes = at_once(*(lambda who=who: annual(who, hoang_phu_new) for who in (officer, leader)))
    assert len(done) == 1
    assert codes == {"REVIEW-ROUND-UNDER-WAY"}
    assert ReviewRound.objects.count() == 1
