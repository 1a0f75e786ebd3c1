"""What a form asks, by the real standard: nothing the register or somebody's age answers already."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo import standards
from giamngheo.review.judging import asking
from tests.factories import scorecards

NOW = standards.by_key("vn-2022.1", date(2026, 10, 1))
CHILD, PUPIL, ADULT, OLD = 20230501, 20140101, 19900101, 19500000


def names(questions) -> list[str]:
    return [each.name for each in questions]


def test_members_are_asked_what_matters_at_their_age() -> None:
    form = asking.points_form(NOW, [CHILD, PUPIL, ADULT, OLD])
    child, pupil, adult, old = (set(names(each)) for each in form.members)
    assert child == {"employment_status", "malnutrition", "attends", "uses_internet"}
    assert pupil == {"employment_status", "malnutrition", "attends", "insured", "uses_internet"}
    assert {"diploma", "certified_training"} & (child | pupil | adult | old) == set()
    assert adult == old == {"employment_status", "monthly_allowance", "insured", "uses_internet"}


def test_from_sixteen_to_thirty_schooling_is_asked() -> None:
    (young,) = asking.points_form(NOW, [20050101]).members
    assert {"attends", "diploma", "certified_training"} <= set(names(young))


def test_whose_birth_is_unknown_is_asked_everything() -> None:
    (unknown,) = asking.points_form(NOW, [None]).members
    assert "birth" in names(unknown)
    assert {"malnutrition", "attends", "diploma", "insured"} <= set(names(unknown))


def test_without_card_b1_is_typed_and_b2_is_not() -> None:
    form = asking.points_form(NOW, [ADULT])
    assert names(form.score) == ["income_score_typed"]
    assert "deprivation_score_typed" not in form.names()
    assert {"area", "wall", "dwelling_area", "television"} <= form.names()


def test_card_replaces_the_typed_score() -> None:
    form = asking.points_form(scorecards.card().apply(NOW), [ADULT])
    assert names(form.score) == ["region", "b1_size", "b1_assets_car"]


def test_scores_of_a_paper_form_are_all_that_is_asked() -> None:
    form = asking.points_form(NOW, [ADULT, CHILD], scores_only=True)
    assert names(form.score) == ["income_score_typed", "deprivation_score_typed"]
    assert names(form.home) == ["area"]
    assert form.members == ((), ())


def test_income_sheet_pairs_receipts_with_costs() -> None:
    form = asking.income_form(NOW, "average_living_standard", [ADULT])
    lines, others = asking.sheet(form.home)
    assert ("receipts_crops", "costs_crops") in [(each.receipts.name, each.costs and each.costs.name) for each in lines]
    assert lines[-1].costs is None
    assert {"farming", "recognised_class", "income_12_months", "area"} <= set(names(others))
    assert "wall" not in form.names()


def test_worker_alone_is_asked_about_work() -> None:
    form = asking.income_form(NOW, "low_income_worker", [ADULT, OLD], worker=1)
    assert [names(each) for each in form.members] == [[], ["employment_status"]]
    assert "farming" not in form.names()


@pytest.mark.parametrize(("day", "count"), [(date(2026, 10, 1), 9), (date(2027, 1, 1), 0)])
def test_screening_asks_what_the_standard_reads(day: date, count: int) -> None:
    assert len(asking.screening(standards.on(day))) == count
