"""No small slip in a rule or a number of the law goes by the rulings unseen."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.standards import on
from giamngheo.standards.standard import Standard
from tests.spec.standards.ruling import Ruling, judge
from tests.spec.standards.slips import Slipped, of_standard
from tests.spec.standards.standards_test import CASES

# What nobody can see from outside: parts of the law that hang on texts which are absent, and the sum by a scorecard,
# which has tests of its own.
UNSEEN = {
    ("vn-2016.1", "deprivation_count"), ("vn-2016.1", "enough_deprivations"), ("vn-2016.1", "poor_deprivations"),
    ("vn-2027.1", "poor_deprivations"), ("vn-2016.1", "income_score"), ("vn-2022.1", "income_score"),
}  # fmt: skip
UNSEEN_PARTS = {("vn-2027.1", "household_class", "without term 1")}  # points, which are absent


def noticed(slip: Slipped, key: str) -> bool:
    return any(judge(case, standard=_with(case, slip)) != case.gives for case in CASES if case.standard().key == key)


def _with(case: Ruling, slip: Slipped) -> Standard:
    standard = case.standard()
    held = standard.held.get(slip.concept)
    return standard.changed({slip.concept: slip.wrong}) if held and held.entry == slip.right else standard


@pytest.mark.parametrize(
    ("day", "province"),
    [(date(2026, 11, 24), ""), (date(2024, 11, 24), "75"), (date(2019, 11, 24), ""), (date(2027, 11, 24), "")],
    ids=["2026", "Đồng Nai 2024", "2019", "2027"],
)
def test_every_slip_is_noticed_by_a_ruling(day: date, province: str) -> None:
    standard = on(day, province)
    slips = [each for each in of_standard(standard) if each.right.province == province]
    assert slips
    unseen = [
        (standard.key, each.concept, each.what)
        for each in slips
        if (standard.key, each.concept) not in UNSEEN and not noticed(each, standard.key)
    ]
    assert set(unseen) <= UNSEEN_PARTS, unseen
