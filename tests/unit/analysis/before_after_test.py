"""What two waves let one say: changes of the same households, groups set side by side, and what stays inside."""

from __future__ import annotations

import pytest

from giamngheo.analysis.measures.before_after import Frame, Said, compare, shown


def panel(count: int, first, second) -> tuple[Frame, dict, dict]:
    frame = Frame({at: at % 2 for at in range(count)}, {0: 100, 1: 100})
    return frame, {at: first(at) for at in range(count)}, {at: second(at) for at in range(count)}


def test_fall_that_stands_out_is_less_and_a_small_one_is_not_told_apart() -> None:
    frame, first, second = panel(40, lambda at: 1, lambda at: int(at % 4 != 0))
    found = compare(frame, first, second)
    assert (found.change.said, round(found.change.estimate.value, 3)) == (Said.LESS, -0.25)
    assert found.change.interval.high < 0
    assert found.first.interval is None  # everybody: no logit
    second = {at: int(at != 0) for at in range(40)}
    assert compare(frame, first, second).change.said == Said.UNCLEAR


def test_fewer_than_twenty_say_nothing_however_clear() -> None:
    frame, first, second = panel(19, lambda at: 1, lambda at: int(at % 3 == 0))
    assert compare(frame, first, second).change.said == Said.FEW
    frame, first, second = panel(40, lambda at: 1, lambda at: int(at >= 19))
    groups = compare(frame, first, second, {at: at < 19 for at in range(40)}).help
    assert groups.difference.said == Said.FEW  # 19 helped, all of them better
    assert groups.difference.estimate.value == pytest.approx(-1)


def test_difference_in_differences_is_that_of_the_means() -> None:
    frame, first, second = panel(80, lambda at: int(at < 60), lambda at: int(20 <= at < 60))
    helped = {at: at < 40 for at in range(80)}
    found = compare(frame, first, second, helped).help
    assert (found.change.inside.value, found.change.outside.value) == (pytest.approx(-0.5), pytest.approx(0))
    assert found.difference.estimate.value == pytest.approx(-0.5)
    assert (found.difference.said, found.apart) == (Said.LESS, True)  # 100 % against 50 % at the start


def test_only_households_of_both_waves_make_the_change() -> None:
    frame, first, second = panel(60, lambda at: at % 2, lambda at: at % 2)
    del second[0], second[2]
    found = compare(frame, first, second, dict.fromkeys(range(60), True))
    assert (found.first.number, found.second.number, found.change.number) == (60, 58, 58)
    assert found.help.change.outside is None
    assert found.help.difference.said == Said.FEW


def test_village_without_an_answer_is_counted_as_silent() -> None:
    frame, first, _second = panel(10, lambda at: at % 2, lambda at: 0)
    only_even = {at: value for at, value in first.items() if at % 2 == 0}
    assert compare(frame, only_even, {}).first.silent == 1


def test_small_counts_stay_inside() -> None:
    frame, first, second = panel(60, lambda at: int(at < 3), lambda at: int(at < 30))
    helped = {at: at % 2 == 0 for at in range(60)}
    found = shown(compare(frame, first, second, helped))
    assert found == (False, True, False, False)
    frame, first, second = panel(60, lambda at: int(at < 30), lambda at: int(at < 20))
    assert shown(compare(frame, first, second, helped)) == (True, True, True, True)
    lone = {at: at == 0 for at in range(60)}  # one helped household would be read off
    assert shown(compare(frame, first, second, lone)).help is False
    few = compare(frame, {0: 900_000.0, 1: 5.0}, {}, money=True)
    assert shown(few).first is False
