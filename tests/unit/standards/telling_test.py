"""A verdict in the words of a village."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from giamngheo import standards
from giamngheo.standards.telling import Line, tell
from giamngheo.standards.verdict import decide, judge
from tests.factories.households import answerable, some_households
from tests.unit.standards.verdict_test import CHILD, DAY, HOUSE, MOTHER

NAMES = ("Bà Mẫu", "Cháu Mẫu")


def told(day: date = DAY, province: str = "", method: Any = "points", language: Any = "vi", **changes: Any) -> str:
    standard = standards.on(day, province)
    found = judge(standard, {**HOUSE, **changes}, [MOTHER, CHILD], method=method)
    return "\n".join("  " * line.depth + line.text for line in tell(found, standard, language=language, names=NAMES))


def test_poor_household_reads_class_score_and_who_lacks_what() -> None:
    text = told()
    assert text.startswith(
        "Hộ nghèo, theo chuẩn nghèo đa chiều áp dụng từ năm 2022 (Nghị định 351/2025/NĐ-CP), tính ngày 24/11/2026"
    )
    assert "120 điểm; mức 140 điểm (Thông tư 07/2021/TT-BLĐTBXH)" in text
    assert "4/12; mức 3 chỉ số trở lên (Điều 3 Nghị định 07/2021/NĐ-CP)" in text
    assert "Bảo hiểm y tế: có người từ đủ 6 tuổi chưa có bảo hiểm y tế – Bà Mẫu" in text
    assert "Nghị định 07/2021/NĐ-CP; chưa kiểm chứng" in text
    assert "Không thiếu hụt: việc làm" in text


def test_refusal_names_the_text_that_would_decide() -> None:
    text = told(date(2027, 1, 1), method="income", income_per_person=2_000_000)
    assert text.startswith("Chưa kết luận được loại hộ")
    assert "2.000.000 đồng; mức 2.200.000 đồng/người/tháng" in text
    assert "Cần văn bản: Danh mục chỉ số và ngưỡng từ năm 2027" in text


def test_missing_answers_are_asked_by_name() -> None:
    standard = standards.on(DAY)
    found = judge(standard, HOUSE, [{**MOTHER, "insured": None, "uses_internet": None}, CHILD])
    lines = tell(found, standard, names=NAMES)
    assert Line(
        "Cần trả lời thêm: Bà Mẫu – có bảo hiểm y tế; Bà Mẫu – có dùng internet (hoặc điểm B2 ghi từ phiếu giấy)", 1
    ) in lines  # fmt: skip
    assert any("Chưa rõ: bảo hiểm y tế" in line.text and line.holds is None for line in lines)


def test_line_of_a_province_is_told_with_its_own_text() -> None:
    text = told(date(2024, 1, 1), "75", method="income", income_per_person=1_800_000)
    assert "mức 2.000.000 đồng/người/tháng (Quy định (chưa rõ số) về chuẩn nghèo tỉnh Đồng Nai 2022-2025)" in text


def test_english_account_has_the_same_lines() -> None:
    vi, en = told(), told(language="en")
    assert len(vi.splitlines()) == len(en.splitlines())
    assert "Poor household, by the multidimensional poverty standard applied from 2022" in en
    assert "Not deprived: employment" in en


def test_place_with_its_own_rule_says_so_and_what_of_it_is_open() -> None:
    text = told(date(2024, 1, 1), "75", method="income", income_per_person=1_800_000)
    assert "Nơi có quy định riêng: chuẩn nghèo tỉnh Đồng Nai 2022-2025" in text
    assert "mức 2 chỉ số (Quy định (chưa rõ số) về chuẩn nghèo tỉnh Đồng Nai 2022-2025) trở lên" in text
    later = told(date(2026, 2, 1), "75", method="income", income_per_person=1_800_000)
    assert "Chưa thấy văn bản nói chuẩn riêng của Đồng Nai có kéo dài sau năm 2025" in later
    assert "Nhớ là Hà Nội có chuẩn riêng" in told(date(2024, 1, 1), "01")


def test_what_is_not_verified_is_listed_once_at_the_end() -> None:
    last = [line for line in told().splitlines() if "Chưa kiểm chứng (" in line]
    assert len(last) == 1
    assert "bảo hiểm y tế" in last[0]
    assert "Chưa kiểm chứng (" not in told(deprivation_score_typed=40)


def test_late_reviews_of_2026_are_told_with_what_nobody_has_read() -> None:
    assert "Chưa thấy văn bản nói đợt rà soát cuối năm 2026" in told()
    assert "Chưa thấy văn bản nói đợt rà soát" not in told(date(2026, 5, 1))


def test_person_is_told_as_a_low_income_worker_or_not() -> None:
    standard = standards.on(DAY)
    house = {"area": "rural", "recognised_class": "not_poor", "income_per_person": 2_000_000}
    found = decide(standard, house, [MOTHER, CHILD], rule="low_income_worker", member=0)
    first, *rest = tell(found, standard, names=NAMES)
    assert first.text.startswith("Bà Mẫu – Người lao động có thu nhập thấp: có, theo chuẩn")
    assert any("2.000.000 đồng; mức 2.250.000 đồng/người/tháng" in line.text for line in rest)
    before = standards.on(date(2024, 1, 1))
    early = decide(before, house, [MOTHER, CHILD], rule="low_income_worker", member=0)
    assert "từ ngày 24/02/2025" in "\n".join(line.text for line in tell(early, before, names=NAMES))


@pytest.mark.parametrize("day", [date(2019, 5, 1), date(2021, 5, 1), date(2025, 5, 1), DAY, date(2027, 5, 1)])
@pytest.mark.parametrize("province", ["", "75", "79"])
@pytest.mark.parametrize("method", ["points", "income"])
def test_any_household_is_told_in_both_languages(day: date, province: str, method: Any) -> None:
    standard = standards.on(day, province)
    for each in some_households(standard, "telling", 60):
        found = judge(standard, *answerable(standard, each), method=method)
        for language in ("vi", "en"):
            lines = tell(found, standard, language=language)  # type: ignore[arg-type]
            assert all(line.text and "{" not in line.text for line in lines)
            assert found.household_class or len(lines) > 1  # a refusal always says what it needs
