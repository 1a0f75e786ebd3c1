"""Figures counted from the registers: against hand-counted tables, and against the rows they open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.funds.actions import report_credit
from giamngheo.funds.credit import Figures, Part
from giamngheo.households.values import PersonValues
from giamngheo.labour.actions import place, tell
from giamngheo.labour.values import Taken, Told
from giamngheo.monitoring.computing import COMPUTED
from giamngheo.monitoring.models import Indicator, IndicatorValue
from giamngheo.monitoring.queries import by_village, estimates, figures, opened, series
from tests.integration.funds.ledger_verbs_test import enter, line_of
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
        "M04": "2", "M04X": "5", "M05": "2", "M06": "1", "M06X": "2",
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


def test_villages_add_up_to_the_unit_and_cost_no_more_reading(world, officer, django_assert_max_num_queries) -> None:  # noqa: F811
    keys = [each.pk for each in world.villages]
    for code in ("S01", "M20", "M16", "M05"):
        whole = figures(officer, unit=world.unit, codes=[code], day=CLOSING)[code].value
        parts = by_village(officer, unit=world.unit, code=code, day=CLOSING, villages=keys)
        assert sum(each.value for each in parts.values()) == whole
    with django_assert_max_num_queries(16):
        by_village(officer, unit=world.unit, code="M02", day=CLOSING, villages=keys * 10)
    with django_assert_max_num_queries(30):
        by_village(officer, unit=world.unit, code="M16", day=CLOSING, villages=keys * 10)


def test_fall_is_of_printed_rates_and_never_across_two_standards(world, officer) -> None:  # noqa: F811
    def figure(code: str, day: date):
        return figures(officer, unit=world.unit, codes=[code], day=day)[code]

    for day in (LAST, CLOSING):  # the review of 2026, in force on 01/01/2027, is by the old standard
        assert figure("Q01", day).value == figure("M02", date(2026, 1, 1)).value - figure("M02", day).value
    assert figure("Q01", date(2027, 6, 30)).value is None
    assert "01/01/2027" in figure("Q01", date(2027, 6, 30)).why_missing


def test_year_closes_with_its_review(world, officer) -> None:  # noqa: F811
    points = series(officer, unit=world.unit, code="S01", years=(2025, 2026, 2027), today=date(2027, 3, 1))
    assert [(each.year, each.actual.as_of, each.actual.value) for each in points[:2]] == [
        (2025, date(2026, 1, 1), 9), (2026, CLOSING, 8),
    ]  # fmt: skip


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


def test_money_loans_and_jobs_are_counted_from_their_books(officer, hoang_phu_new, register) -> None:  # noqa: F811
    """Up to a day: a payment after it, a loan of a month not over, a second job of one person give nothing."""
    line = line_of(hoang_phu_new)
    for kind, amount, day in (
        ("assign", 300, 1), ("allocate", 300, 1), ("disburse", 100, 10), ("settle", 40, 12), ("disburse", 50, 25),
    ):  # fmt: skip
        enter(officer, line, kind, amount, date(2026, 6, day))
    local = line_of(hoang_phu_new, source="DP-SN")
    enter(officer, local, "assign", 60, date(2026, 6, 2))
    for month, turnover in ((5, 7_500_000), (6, 9_000_000)):
        parts = [Part("HN", turnover, 2, 9_000_000, 0), Part("GQVL", 1_000_000, 1, 1_000_000, 0)]
        report_credit(by=officer, unit=hoang_phu_new, year=2026, month=month, parts=parts, stated=Figures())
    home = register((PersonValues("Nguyễn Văn Bình", "male", 19800000), "head"),
                    (PersonValues("Lê Thị Hoa", "female", 19820510), "spouse"))  # fmt: skip
    told = {home["Bình"].pk: Told("employed", "agriculture"), home["Hoa"].pk: Told("employed", "services")}
    tell(by=officer, unit=hoang_phu_new, on=date(2026, 3, 1), told=told)
    abroad = Taken("abroad", "Công ty Giả", date(2026, 5, 1), country="Nhật Bản", contract_number="1")
    place(by=officer, unit=hoang_phu_new, person=home["Hoa"].pk, taken=Taken("home", "HTX Giả", date(2026, 2, 1)))
    place(by=officer, unit=hoang_phu_new, person=home["Bình"].pk, taken=abroad)
    day = date(2026, 6, 20)
    by_hand = {
        "F01": "360", "F02": "0", "F03": "100", "F04": "27.78", "F05": "60", "F06": "0", "F08": "40", "F09": "0",
        "S08M": "7.500", "S08L": "2", "S13L": "1", "S14M": "8.500", "S09M": "0.000", "S03": "2", "S04": "1",
        "S05": "50.00",
    }  # fmt: skip
    found = figures(officer, unit=hoang_phu_new, codes=list(by_hand), day=day)
    assert {code: str(each.value) for code, each in found.items()} == by_hand
    assert found["S08M"].as_of == date(2026, 5, 31)
    assert all(opened(officer, unit=hoang_phu_new, code=code, day=day).adds_up for code in by_hand)
    later = figures(officer, unit=hoang_phu_new, codes=["S03"], day=day, since=date(2026, 4, 1))
    assert later["S03"].value == 1
