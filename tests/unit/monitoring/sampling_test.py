"""The draw: the same for the same seed on any machine, an equal chance for each, never more than there is."""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import combinations
from math import sqrt

import pytest

from giamngheo.monitoring.sampling import choose

FRAME = [f"1588{at // 10}-{at % 10}/H{at:02}" for at in range(10)]


def test_same_seed_same_choice_whatever_the_order_of_the_frame() -> None:
    assert (
        choose("2026", FRAME, 4) == choose("2026", FRAME[::-1], 4) == choose("2026", sorted(FRAME)[3:] + FRAME[:3], 4)
    )
    assert choose("2026", FRAME, 4) != choose("2027", FRAME, 4)


def test_anybody_can_do_it_by_hand() -> None:
    """Written out once more from the prose, without our code; and once as plain words that must never change."""
    by_hand = sorted(FRAME, key=lambda code: int.from_bytes(hashlib.sha256(f"hạt 1\n{code}".encode()).digest(), "big"))
    assert choose("hạt 1", FRAME, 3) == by_hand[:3]
    assert choose("1", "ABCDE", 2) == ["D", "B"]


def test_two_ways_of_typing_a_letter_draw_the_same() -> None:
    composed, apart = "h\u1ea1t", "ha\u0323t"
    assert choose(composed, FRAME, 5) == choose(apart, FRAME, 5)


def test_everybody_where_more_is_asked_than_there_is() -> None:
    assert sorted(choose("x", FRAME, 99)) == FRAME
    assert choose("x", [], 3) == []
    assert choose("x", FRAME, 0) == []


def test_a_smaller_draw_is_the_beginning_of_a_larger_one() -> None:
    """So that the next in order stands in for somebody who is away."""
    assert choose("x", FRAME, 7)[:3] == choose("x", FRAME, 3)


def test_each_and_each_pair_has_an_equal_chance() -> None:
    """3 of 10 over 4.000 seeds: each 1.200 times, each pair 4.000 · 3·2/(10·9), within four standard deviations."""
    seeds, size = 4000, 3
    drawn, pairs = Counter[str](), Counter[tuple[str, ...]]()
    for seed in range(seeds):
        found = choose(str(seed), FRAME, size)
        drawn.update(found)
        pairs.update(combinations(sorted(found), 2))
    for counts, chance, number in ((drawn, 3 / 10, 10), (pairs, 6 / 90, 45)):
        assert len(counts) == number
        assert max(abs(each - seeds * chance) for each in counts.values()) < 4 * sqrt(seeds * chance * (1 - chance))


def test_as_many_of_each_stratum_and_strata_do_not_disturb_each_other() -> None:
    strata = {code: "thôn B" if at < 3 else "thôn A" for at, code in enumerate(FRAME)}
    found = choose("x", FRAME, 4, strata)
    assert [strata[code] for code in found] == ["thôn A"] * 4 + ["thôn B"] * 3
    assert found[:4] == choose("x", FRAME[3:], 4)


def test_frame_with_a_code_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        choose("x", ["A", "B", "A"], 1)
    with pytest.raises(ValueError, match="below 0"):
        choose("x", ["A"], -1)
