"""A verdict in the words of a village."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from giamngheo import standards
from giamngheo.standards.telling import Line, tell
from giamngheo.standards.verdict import judge
from tests.factories.households import some_households
from tests.unit.standards.verdict_test import CHILD, DAY, HOUSE, MOTHER

NAMES = ("Bà Mẫu", "Cháu Mẫu")


def told(day: date = DAY, province: str = "", method: Any = "points", language: Any = "vi", **changes: Any) -> str:
    standard = standards.on(day, province)
    found = judge(standard, {**HOUSE, **changes}, [MOTHER, CHILD], method=method)
    return "\n".join("  " * line.depth + line.text for line in tell(found, standard, language=language, names=NAMES))


def test_poor_household_reads_class_score_and_who_lacks_what() -> None:
    text = told()
    assert text.startswith("Hộ nghèo, theo chuẩn nghèo đa chiều giai đoạn 2022-2025, tính ngày 24/11/2026")
    assert "120 điểm; mức 140 điểm (07/2021/TT-BLĐTBXH" in text
    assert "4 trong 12, mức từ 3 (Điều 3, 07/2021/NĐ-CP)" in text
    assert "Bảo hiểm y tế: có người từ đủ 6 tuổi chưa có bảo hiểm y tế: Bà Mẫu" in text
    assert "chưa đối chiếu văn bản" in text
    assert "Không thiếu hụt: việc làm" in text


def test_refusal_names_the_text_that_would_decide() -> None:
    text = told(date(2027, 1, 1), method="income", income_per_person=2_000_000)
    assert text.startswith("Chưa kết luận được loại hộ")
    assert "2.000.000 đồng; mức 2.200.000 đồng" in text
    assert "Cần văn bản: Danh mục chỉ số và ngưỡng từ 2027" in text


def test_missing_answers_are_asked_by_name() -> None:
    standard = standards.on(DAY)
    found = judge(standard, HOUSE, [{**MOTHER, "insured": None, "uses_internet": None}, CHILD])
    lines = tell(found, standard, names=NAMES)
    assert Line(
        "Cần trả lời thêm: điểm B2 ghi từ phiếu giấy; Bà Mẫu – có bảo hiểm y tế; Bà Mẫu – có dùng internet", 1
    ) in lines  # fmt: skip
    assert any("Chưa rõ: bảo hiểm y tế" in line.text and line.holds is None for line in lines)


def test_line_of_a_province_is_told_with_its_own_text() -> None:
    text = told(date(2024, 1, 1), "75", method="income", income_per_person=1_800_000)
    assert "mức 2.000.000 đồng (Chuẩn nghèo tỉnh Đồng Nai 2022-2025)" in text


def test_english_account_has_the_same_lines() -> None:
    vi, en = told(), told(language="en")
    assert len(vi.splitlines()) == len(en.splitlines())
    assert "Poor household, by the multidimensional poverty standard 2022-2025" in en
    assert "Not deprived: employment" in en


@pytest.mark.parametrize("day", [date(2019, 5, 1), date(2021, 5, 1), date(2025, 5, 1), DAY, date(2027, 5, 1)])
@pytest.mark.parametrize("province", ["", "75", "79"])
@pytest.mark.parametrize("method", ["points", "income"])
def test_any_household_is_told_in_both_languages(day: date, province: str, method: Any) -> None:
    standard = standards.on(day, province)
    for each in some_households(standard, "telling", 60):
        found = judge(standard, each.answers, each.members, method=method)
        for language in ("vi", "en"):
            lines = tell(found, standard, language=language)  # type: ignore[arg-type]
            assert all(line.text and "{" not in line.text for line in lines)
            assert found.household_class or len(lines) > 1  # a refusal always says what it needs
