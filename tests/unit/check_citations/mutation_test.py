"""One known mistake planted in a correct plan gives that finding and no other."""

from datetime import date
from pathlib import Path

import pytest

from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.check import check

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "plans"
YEARLY, MONEY, REVIEW = "ke-hoach-nam-2024.md", "ke-hoach-von-2024.md", "ke-hoach-ra-soat-2024.txt"

# file, text that stands there, what is planted instead, codes that follow
MISTAKES = (
    (MONEY, "55/2023/TT-BTC", "55/2023/BTC", ["REF-SYMBOL"]),
    (MONEY, "725/QĐ-UBND", "725/QĐUBND", ["REF-SYMBOL"]),
    (MONEY, "Thông tư số 55", "Nghị định số 55", ["REF-TYPE-WORD"]),
    (MONEY, "ngày 15/8/2023 của", "ngày 16/8/2023 của", ["REF-KNOWN-DATE"]),
    (YEARLY, "Kế hoạch số 31/KH-UBND", "Kế hoạch số 11/KH-UBND", ["REF-ORDER"]),
    (YEARLY, "ngày 19/4/2022 của Chính phủ", "của Chính phủ", ["REF-FIRST"]),
    (
        YEARLY,
        "90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ",
        "90/QĐ-TTg ngày 18/01/2022 của Chính phủ",
        ["REF-ISSUER-SYMBOL"],
    ),
    (YEARLY, "III. KHÓ KHĂN", "IV. KHÓ KHĂN", ["NUM-SKIP"]),
    (YEARLY, "2. Việc làm", "1. Việc làm", ["NUM-REPEAT"]),
    (YEARLY, "B. KẾ HOẠCH", "B.KẾ HOẠCH", ["NUM-SPACE"]),
    (YEARLY, "2.2. Tiểu", "3.2. Tiểu", ["NUM-PREFIX"]),
    (MONEY, "đ) Công khai", "e) Công khai", ["NUM-DD", "NUM-REPEAT"]),
    (YEARLY, "d) Kinh phí thực hiện: 20 triệu đồng từ nguồn được giao ở Dự án 3.\n\nđ)", "d)", ["COMPLETE-BLOCK"]),
    (YEARLY, "120 triệu đồng theo Quyết định", "theo Quyết định", ["COMPLETE-AMOUNT"]),
    (
        YEARLY,
        "giải ngân 180 triệu đồng trên 200 triệu đồng được giao, đạt 90%.",
        "giải ngân rất chậm.",
        ["COMPLETE-CLAIM"],
    ),
    (REVIEW, "Số: 57/KH", "Số: /KH", ["COMPLETE-NUMBER"]),
    (REVIEW, "và cùng chủ hộ ký.", "và", ["COMPLETE-BREAKS-OFF"]),
    (
        YEARLY,
        "Kế hoạch giảm nghèo bền vững của xã Hoằng Trung năm 2024./.",
        "Kế hoạch giảm nghèo của xã Hoàng Trung./.",
        ["NAME-UNIT", "NAME-TWO-SPELLINGS"],
    ),
    (
        YEARLY,
        "của UBND huyện Hoằng Hóa về giảm nghèo",
        "của UBND huyện Hoàng Hóa về giảm nghèo",
        ["NAME-UNIT", "NAME-TWO-SPELLINGS"],
    ),
    (YEARLY, "Giúp hộ nghèo có sinh kế", "Giúp hộ ngheò có sinh kế", ["NAME-TONE"]),
    (YEARLY, "TM. ỦY BAN NHÂN DÂN\n", "", ["FORMAT-AUTHORITY"]),
    (YEARLY, "Lưu: VT, LĐTBXH.", "Lưu: VT; LĐTBXH.", ["FORMAT-FILED"]),
    (YEARLY, "năm 2024./.", "năm 2024.", ["FORMAT-CLOSING"]),
    (REVIEW, "ngày 03 tháng 9", "ngày 3 tháng 9", ["FORMAT-DATE"]),
)


@pytest.mark.parametrize(("file", "right", "wrong", "codes"), MISTAKES, ids=lambda value: str(value)[:40])
def test_planted_mistake_is_found_and_nothing_else(file: str, right: str, wrong: str, codes: list[str]) -> None:
    text = (FOLDER / file).read_text(encoding="utf-8")
    assert right in text
    before = {(each.code, each.quote) for each in check(read_text(text), on=date(2026, 11, 23))}
    planted = check(read_text(text.replace(right, wrong, 1)), on=date(2026, 11, 23))
    assert sorted(each.code for each in planted if (each.code, each.quote) not in before) == sorted(codes)
