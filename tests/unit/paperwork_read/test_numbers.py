"""Which beginnings of a line are printed numbers, and which are figures or words."""

from __future__ import annotations

import pytest

from giamngheo.paperwork.document import NumberStyle as S
from giamngheo.paperwork.structure.numbers import split_number


@pytest.mark.parametrize(
    ("text", "number", "style", "rest"),
    [
        ("A. KẾT QUẢ", "A.", S.PART, "KẾT QUẢ"),
        ("B.KẾ HOẠCH NĂM 2024", "B.", S.PART, "KẾ HOẠCH NĂM 2024"),
        ("Phần thứ nhất", "Phần thứ nhất", S.PART, ""),
        ("PHẦN THỨ HAI: NHIỆM VỤ", "PHẦN THỨ HAI:", S.PART, "NHIỆM VỤ"),
        ("Phần I. Kết quả", "Phần I.", S.PART, "Kết quả"),
        ("Chương II", "Chương II", S.CHAPTER, ""),
        ("Mục 1. Quy định chung", "Mục 1.", S.SECTION, "Quy định chung"),
        ("Điều 12. Hiệu lực", "Điều 12.", S.ARTICLE, "Hiệu lực"),
        ("Điều 3: Hiệu lực", "Điều 3:", S.ARTICLE, "Hiệu lực"),
        ("I. CÔNG TÁC", "I.", S.ROMAN, "CÔNG TÁC"),
        ("IV/ KẾT QUẢ", "IV/", S.ROMAN, "KẾT QUẢ"),
        ("V. ĐÁNH GIÁ", "V.", S.ROMAN, "ĐÁNH GIÁ"),
        ("1. Dự án 2: Sinh kế", "1.", S.ARABIC, "Dự án 2: Sinh kế"),
        ("1.Kết quả", "1.", S.ARABIC, "Kết quả"),
        ("2.1. Tiểu dự án 1", "2.1.", S.DECIMAL, "Tiểu dự án 1"),
        ("2.1 Tiểu dự án 1", "2.1", S.DECIMAL, "Tiểu dự án 1"),
        ("2.1.3. Nội dung", "2.1.3.", S.DECIMAL, "Nội dung"),
        ("a) Mục tiêu", "a)", S.POINT, "Mục tiêu"),
        ("đ) Phân công", "đ)", S.POINT, "Phân công"),
        ("a. Mục tiêu", "a.", S.POINT, "Mục tiêu"),
        ("(1) Hệ thống", "(1)", S.PAREN, "Hệ thống"),
        ("2) Hệ thống", "2)", S.PAREN, "Hệ thống"),
        ("- Trẻ em", "-", None, "Trẻ em"),
        ("-100% hộ", "-", None, "100% hộ"),
        ("+ Theo Quyết định", "+", None, "Theo Quyết định"),
        ("\uf0b7 Trẻ em", "\uf0b7", None, "Trẻ em"),
    ],
)
def test_printed_numbers_are_taken_off(text: str, number: str, style: S | None, rest: str) -> None:
    printed = split_number(text)
    assert printed is not None
    assert (printed.number, printed.style, printed.rest) == (number, style, rest)


@pytest.mark.parametrize(
    "text",
    [
        "1.040 triệu đồng với 15 lượt hộ", "2,22% số hộ", "2.1 triệu đồng", "11 tháng đầu năm 2023",
        "05/3/2024 là ngày", "2023. Trong năm", "33 hộ", "Điều 5 Nghị định số 27/2022/NĐ-CP quy định", "Mục tiêu chung",
        "Phần lớn các hộ",
        "Chương trình MTQG", "V/v rà soát hộ nghèo", "KT. CHỦ TỊCH", "--------", "(b/c)", "Các thôn", "v.v...", "",
    ],
)  # fmt: skip
def test_figures_and_words_are_no_numbers(text: str) -> None:
    assert split_number(text) is None
