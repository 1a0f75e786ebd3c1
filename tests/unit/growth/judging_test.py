"""z-scores of children: WHO's points come back, beyond 3, the changes at 24 months, 5, 10 and 19 years."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giamngheo.support.growth import judging, tables
from giamngheo.support.growth.judging import Grade, Taken, Why, age_in_days, judge
from giamngheo.support.growth.tables import Coefficients, coefficients
from giamngheo.support.growth.zscore import zscore

pytestmark = pytest.mark.skipif(not tables.available(), reason="growth tables were not built: make install")
YEAR = 365


def boy(days: int, kg: float | None, cm: float | None, **more) -> judging.Judged:
    grams, millimetres = round(kg * 1000) if kg else None, round(cm * 10) if cm else None
    return judge(Taken("male", days, grams, millimetres, **more))


def test_the_median_is_nought() -> None:
    assert zscore(3.3464, Coefficients(0.3487, 3.3464, 0.14602), of_weight=True) == 0
    born = boy(0, 3.346, 49.9)
    assert (born.weight.z, born.height.z) == (Decimal("0.00"), Decimal("0.01"))


@pytest.mark.parametrize(
    ("sex", "days", "kg", "two_below"),
    [("male", 0, 2.5, -2), ("male", 365, 7.7, -2), ("female", 365, 7.0, -2), ("female", 1826, 13.7, -2)],
)
def test_published_minus_two_lines_of_weight_come_back(sex: str, days: int, kg: float, two_below: int) -> None:
    """WHO prints the line to 0.1 kg."""
    assert abs(judge(Taken(sex, days, round(kg * 1000), None)).weight.z - two_below) <= Decimal("0.15")


def test_beyond_three_weight_counts_on_in_equal_steps_and_height_does_not() -> None:
    at = Coefficients(-0.35, 9.0, 0.1)
    far, further = zscore(4.0, at, of_weight=True), zscore(3.0, at, of_weight=True)
    assert far < -3
    # the plain formula would run away: -0.35 is steep on this side
    assert zscore(4.0, at, of_weight=False) < far
    third = 9.0 * (1 + 0.35 * 0.3) ** (1 / -0.35)
    second = 9.0 * (1 + 0.35 * 0.2) ** (1 / -0.35)
    assert abs(float(further) - (-3 + (3.0 - third) / (second - third))) < 0.01


def test_lying_and_standing_differ_by_seven_millimetres() -> None:
    young = 500
    assert boy(young, None, 80, lying=False).height.z == boy(young, None, 80.7, lying=True).height.z
    assert boy(900, None, 90.7, lying=True).height.z == boy(900, None, 90, lying=False).height.z
    assert boy(young, None, 80).height.z == boy(young, None, 80, lying=True).height.z  # not said: as the age asks


def test_at_24_months_the_same_child_keeps_its_place() -> None:
    """Length the day before, height (0.7 cm less) the day after: the z-score hardly moves."""
    lying, standing = boy(730, 12, 87.8), boy(731, 12, 87.1)
    assert abs(lying.height.z - standing.height.z) < Decimal("0.05")
    assert lying.thinness.z == standing.thinness.z


def test_standard_changes_after_day_1856() -> None:
    before, after = boy(1856, 18.5, 110.5), boy(1857, 18.5, 110.5)
    assert abs(before.height.z - after.height.z) < Decimal("0.1")
    assert abs(before.weight.z - after.weight.z) < Decimal("0.1")
    assert not before.overweight


def test_overweight_begins_lower_after_five_years() -> None:
    assert not boy(1856, 21.3, 110.5).overweight
    assert boy(1857, 21.3, 110.5).overweight


def test_weight_for_age_ends_at_ten_years_and_all_at_nineteen() -> None:
    assert boy(3652, 31, 138).weight.z is not None
    eleven = boy(4018, 36, 143)
    assert (eleven.weight.why, eleven.underweight) == (Why.NO_REFERENCE, None)
    assert eleven.height.z is not None
    assert eleven.thinness.z is not None
    assert boy(6939, 60, 170).height.z is not None
    assert boy(6940, 60, 170).height.why == Why.TOO_OLD


def test_oedema_gives_no_weight_score_and_counts_as_severe() -> None:
    swollen = boy(400, 10, 76, oedema=True)
    assert swollen.weight.why == swollen.thinness.why == Why.OEDEMA
    assert (swollen.wasted, swollen.underweight, swollen.stunted) == (Grade.SEVERE, Grade.SEVERE, Grade.FINE)


def test_implausible_value_is_shown_and_counts_nowhere() -> None:
    metres_for_cm = boy(400, 10, 120)
    assert metres_for_cm.implausible
    assert metres_for_cm.height.z > 6
    assert (metres_for_cm.height.counts, metres_for_cm.stunted, metres_for_cm.wasted) == (None, None, None)


def test_outside_the_heights_of_the_table_nothing_is_guessed() -> None:
    assert boy(300, 3, 44).thinness.why == Why.NO_REFERENCE
    assert boy(300, 3, 44).height.implausible


@pytest.mark.parametrize(
    ("birth", "days", "why"),
    [(20260228, 1, None), (20260301, 0, None), (20260302, -1, None), (20240229, 731, None),
     (20250000, None, Why.YEAR_ONLY), (None, None, Why.NO_BIRTH)],
)  # fmt: skip
def test_age_is_counted_in_days_or_not_at_all(birth, days, why) -> None:
    assert age_in_days(birth, date(2026, 3, 1)) == (days, why)


def test_without_birth_sex_or_tables_there_is_a_reason(monkeypatch) -> None:
    assert judge(Taken("male", None, 9000, 700, why=Why.YEAR_ONLY)).height.why == Why.YEAR_ONLY
    assert judge(Taken("", 300, 9000, 700)).weight.why == Why.NO_SEX
    monkeypatch.setattr(judging, "available", lambda: False)
    assert judge(Taken("male", 300, 9000, 700)).thinness.why == Why.NO_TABLES


def test_between_two_months_coefficients_lie_between() -> None:
    low, high = (coefficients("height_for_age_2007", "male", Fraction(m)) for m in (100, 101))
    half = coefficients("height_for_age_2007", "male", Fraction(201, 2))
    assert half.median == pytest.approx((low.median + high.median) / 2)
    assert coefficients("height_for_age_2007", "male", Fraction(229)) is None


@given(st.sampled_from(("male", "female")), st.integers(0, 6939), st.integers(1500, 90_000), st.integers(400, 1900))
def test_heavier_never_has_a_lower_score(sex: str, days: int, grams: int, tall: int) -> None:
    one, more = judge(Taken(sex, days, grams, tall)), judge(Taken(sex, days, grams + 500, tall))
    for less, greater in ((one.weight, more.weight), (one.thinness, more.thinness)):
        assert (less.z is None) == (greater.z is None)
        assert less.z is None or less.z <= greater.z
    assert judge(Taken(sex, days, grams, tall + 10)).height.z >= one.height.z


def test_grades_are_by_the_rounded_score() -> None:
    edge = next(Taken("male", 800, grams, 870) for grams in range(9000, 13000)
                if judge(Taken("male", 800, grams, 870)).thinness.z == Decimal("-2.00"))  # fmt: skip
    assert judge(edge).wasted == Grade.FINE
    assert judge(edge._replace(weight_g=edge.weight_g - 40)).wasted == Grade.MODERATE
    assert timedelta(days=edge.days).days == 800
