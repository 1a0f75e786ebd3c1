"""Amounts, areas, ages and answers as people read them."""

from datetime import date

import pytest

from giamngheo.standards import on, wording
from giamngheo.standards.release import Question, Text


def question(name: str) -> Question:
    return on(date(2026, 11, 24)).questions[name]


@pytest.mark.parametrize(
    ("name", "value", "vi", "en"),
    [
        ("income_12_months", 72000000, "72.000.000 đồng", "72.000.000 đồng"),
        ("dwelling_area", 6525, "65,25 m²", "65,25 m²"),
        ("dwelling_area", 3200, "32 m²", "32 m²"),
        ("birth", 20201125, "25/11/2020", "25/11/2020"),
        ("birth", 20200000, "năm 2020", "in 2020"),
        ("insured", False, "không", "no"),
        ("farming", True, "có", "yes"),
        ("toilet_kind", "two_vault", "Hai ngăn", "Two-vault"),
        ("toilet_kind", "moon", "moon", "moon"),
        ("income_score_typed", 139, "139 điểm", "139 points"),
        ("wall", None, "chưa trả lời", "not answered"),
    ],
)
def test_answer_reads_as_people_say_it(name: str, value: bool | int | str | None, vi: str, en: str) -> None:
    asked = question(name)
    assert (wording.answer(asked, value), wording.answer(asked, value, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("name", "area", "vi"),
    [
        ("income_line", "", "nông thôn 1.500.000 đồng, thành thị 2.000.000 đồng"),
        ("income_line", "urban", "2.000.000 đồng"),
        ("floor_area", "rural", "8 m²"),
        ("dependant_percent", "", "50%"),
        ("health_insurance_age", "", "6 tuổi"),
    ],
)
def test_number_of_the_law_carries_its_unit(name: str, area: str, vi: str) -> None:
    held = on(date(2026, 11, 24)).held[name]
    assert wording.threshold(held.concept, held.entry, area=area) == vi


def test_absent_number_of_the_law_says_that_nobody_read_it() -> None:
    held = on(date(2028, 1, 1)).held["income_score_line"]
    assert wording.threshold(held.concept, held.entry) == "chưa có trong văn bản đã đọc"


def test_equal_numbers_of_both_areas_are_said_once() -> None:
    assert wording.by_area({"rural": 3000000, "urban": 3000000}, "dong_per_person_month") == "3.000.000 đồng"


@pytest.mark.parametrize(
    ("text", "said"),
    [("Có bảo hiểm", "có bảo hiểm"), ("BHYT của trẻ", "BHYT của trẻ"), ("Phiếu A, cột 1", "Phiếu A, cột 1")],
)
def test_label_inside_a_sentence_keeps_proper_names(text: str, said: str) -> None:
    assert wording.lowered(text) == said


def test_text_is_said_in_the_language_asked() -> None:
    assert wording.say(Text("hộ", "household"), "en") == "household"
