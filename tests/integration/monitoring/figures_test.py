"""Figures counted from the registers: against hand-counted tables, and against the rows they open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.monitoring.computing import COMPUTED
from giamngheo.monitoring.models import Indicator, IndicatorValue
from giamngheo.monitoring.queries import estimates, figures, opened
from tests.integration.review.conftest import (  # noqa: F401 fixtures of the review
    bare_world,
    register,
    villages,
    world,
)
from tests.integration.review.world import CLOSING, LAST

pytestmark = pytest.mark.django_db


def test_every_counted_figure_is_what_its_rows_add_up_to(world, officer) -> None:  # noqa: F811
    """Counted by the database, then again from the rows it opens; both against a table counted by hand."""
    found = figures(officer, unit=world.unit, codes=list(COMPUTED), day=CLOSING)
    by_hand = {
        "S01": "8", "S02": "44.44", "M01": "72.22", "M02": "44.44", "M03": "27.78", "M20": "13", "M21": "5",
        "M08": "2", "M09": "0", "M10": "3", "M15": "2", "M16": "5", "M17": "3", "M18": "2",
    }  # fmt: skip
    assert {code: str(found[code].value) for code in by_hand} == by_hand
    assert set(found) == set(COMPUTED) & set(Indicator.objects.values_list("code", flat=True)) == set(COMPUTED)
    for day in (CLOSING, LAST):
        for code, figure in figures(officer, unit=world.unit, codes=list(COMPUTED), day=day).items():
            shown = opened(officer, unit=world.unit, code=code, day=day)
            assert shown is not None
            assert shown.adds_up, (code, day)
            assert shown.figure.value == figure.value, (code, day)
            assert (figure.value is None) == bool(figure.why_missing), (code, figure)


def test_fall_is_of_printed_rates_and_never_across_two_standards(world, officer) -> None:  # noqa: F811
    def figure(code: str, day: date):
        return figures(officer, unit=world.unit, codes=[code], day=day)[code]

    assert figure("Q01", LAST).value == figure("M02", date(2025, 12, 31)).value - figure("M02", LAST).value
    assert figure("Q01", CLOSING).value is None
    assert "01/01/2027" in figure("Q01", CLOSING).why_missing


def test_nothing_known_is_not_nought(hoang_phu_new, officer, other_officer, make_user) -> None:
    found = figures(officer, unit=hoang_phu_new, codes=["S01", "S03", "S08M", "F03", "S06"], day=LAST)
    assert [each.value for each in found.values()] == [None] * 5
    assert all(each.why_missing for each in found.values())
    with pytest.raises(OutOfScope):
        figures(other_officer, unit=hoang_phu_new, codes=["S01"], day=LAST)


def test_typed_actual_fills_what_no_register_holds_and_an_estimate_never_does(officer, hoang_phu_new) -> None:
    indicator = Indicator.objects.get(code="S06")
    for value, day, guess in (("93.10", date(2026, 6, 30), False), ("94.50", LAST, True)):
        IndicatorValue.objects.create(
            indicator=indicator, unit=hoang_phu_new, period_year=2026, value=Decimal(value), decimals=2, as_of=day,
            is_estimate=guess, source="Bảo hiểm xã hội (giả)",
        )  # fmt: skip
    asked = {"unit": hoang_phu_new, "codes": ["S06"]}
    assert figures(officer, **asked, day=date(2026, 5, 1))["S06"].value is None
    now = figures(officer, **asked, day=LAST)["S06"]
    assert (now.value, now.is_estimate, now.as_of) == (Decimal("93.10"), False, date(2026, 6, 30))
    assert estimates(officer, **asked, day=LAST)["S06"].value == Decimal("94.50")
