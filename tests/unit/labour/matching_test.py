"""The guarantees of docs/algorithms/labour-matching.md, and the ages and months of labour.md."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giamngheo.labour.ages import is_old_enough, months_after
from giamngheo.labour.matching import Offer, Seeker, excluded, judge, ranked

DAY = date(2026, 11, 23)
works = st.sampled_from(["farming", "sewing", "building"])
money = st.none() | st.integers(1, 20)
seekers = st.builds(
    Seeker, st.integers(1, 999), st.dates(date(2025, 1, 1), DAY),
    st.sampled_from(["employed", "unemployed", "outside"]), works, st.integers(0, 5), works | st.just(""),
    st.none() | st.integers(1, 4), money, st.booleans(),
)  # fmt: skip
offers = st.builds(Offer, works, st.integers(0, 5), st.integers(1, 4), money)


@given(st.lists(seekers, unique_by=lambda each: each.person), offers, st.integers())
def test_matching_keeps_its_guarantees(people, offer: Offer, seed: int) -> None:
    found = ranked(people, offer)
    assert {each.seeker for each in found} == {each for each in people if not excluded(each, offer)}
    shuffled = list(people)
    Random(seed).shuffle(shuffled)
    assert ranked(shuffled, offer) == found
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    for each in found:
        assert 0 <= each.score <= 100
        assert all(0 <= part.points <= part.most and part.reason.vi and part.reason.en for part in each.parts)
        if offer.wage is not None:
            assert judge(each.seeker, offer._replace(wage=offer.wage + 1)).score >= each.score


WELDER = Seeker(1, DAY, "unemployed", "", 2, "mechanics", 2, 8_000_000)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"status": "outside"}, "outside"),
        ({"place": None}, "wishless"),
        ({"placed": True}, "placed"),
        ({"skill": 1}, "skill"),
        ({"wage": 10_000_001}, "wage"),
        ({"wage": 10_000_000}, ""),
    ],
)
def test_who_is_never_suggested_for_what_reason(change, reason: str) -> None:
    assert excluded(WELDER._replace(**change), Offer("mechanics", 2, 2, 8_000_000)) == reason


def test_abroad_is_for_who_wishes_it() -> None:
    assert excluded(WELDER, Offer("mechanics", 2, 4, None)) == "abroad"
    assert judge(WELDER._replace(place=4), Offer("mechanics", 2, 4, 9_000_000)).score == 100


@pytest.mark.parametrize(
    ("birth", "old"),
    [(20111123, True), (20111124, False), (20110000, None), (20100000, True), (20120000, False), (None, None)],
)
def test_age_turns_on_the_birthday(birth, old) -> None:
    assert is_old_enough(birth, DAY) is old


def test_three_months_after_the_last_of_august() -> None:
    assert months_after(date(2026, 8, 31), 3) == date(2026, 11, 30)
    assert months_after(date(2024, 2, 29), 12) == date(2025, 2, 28)
