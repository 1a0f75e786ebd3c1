"""Mistakes to plant in correct documents, each with what the check must then find: (code, text of the line)."""

from __future__ import annotations

from typing import NamedTuple

SEVEN, PERIOD, MATCH = "ke-hoach-bay-du-an-2024.md", "ke-hoach-giai-doan-2022-2025.md", "ke-hoach-giam-sat-2024.md"
REVIEW, HALF, YEAR = "ke-hoach-ra-soat-2025.md", "bao-cao-6-thang-cam-due-2024.md", "bao-cao-nam-2024.md"
DECISION, NOTICE, MINUTES = "quyet-dinh-cong-nhan-2024.md", "thong-bao-niem-yet-2024.md", "bien-ban-hop-thon-2024.md"
LETTER, NEW = "cong-van-don-doc-2025.md", "ke-hoach-hop-phan-2026.md"


class Mistake(NamedTuple):
    """`right` stands once in the file and is replaced by `wrong`. `found` are the codes at the line of the mistake;
    `elsewhere` are codes at other lines, each with text that stands once in that line of the changed file."""

    file: str
    right: str
    wrong: str
    found: tuple[str, ...]
    elsewhere: tuple[tuple[str, str], ...] = ()


MISTAKES = (
    # Changes, totals, tables, shares
    Mistake(SEVEN, "giảm 17 hộ; từ 33", "giảm 22 hộ; từ 33", ("ARITH-CHANGE",)),
    Mistake(SEVEN, "từ 2,22 % xuống 1,12 %", "từ 2,22 % xuống 1,21 %", ("ARITH-CHANGE",)),
    Mistake(SEVEN, "ngân sách địa phương 69 triệu", "ngân sách địa phương 96 triệu", ("ARITH-TOTAL",)),
    Mistake(SEVEN, "đạt 102,5 % kế hoạch", "đạt 105,2 % kế hoạch", ("ARITH-PERCENT",)),
    Mistake(SEVEN, "- 100% người thuộc hộ", "- 120% người thuộc hộ", ("ARITH-OVER-100",)),
    Mistake(
        SEVEN,
        "| 300 | 285 | 95,00 |",
        "| 300 | 258 | 95,00 |",
        (),
        (
            ("ARITH-TABLE", "| TT | Dự án, tiểu dự án | Vốn giao"),
            ("ARITH-TABLE-RATE", "| TT | Dự án, tiểu dự án | Vốn giao"),
        ),
    ),
    Mistake(
        HALF, "| 147 | 84 | 57,1 |", "| 147 | 84 | 75,1 |", (), (("ARITH-TABLE-RATE", "| TT | Nội dung | Kế hoạch"),)
    ),
    Mistake(HALF, "140 triệu đồng của Dự án 3", "104 triệu đồng của Dự án 3", ("ARITH-TOTAL",)),
    Mistake(YEAR, "cho vay hộ nghèo 1.250 triệu", "cho vay hộ nghèo 1.520 triệu", ("ARITH-TOTAL",)),
    Mistake(YEAR, "96 lượt hộ; cho vay giải", "69 lượt hộ; cho vay giải", ("ARITH-TOTAL",)),
    Mistake(YEAR, "14 hộ trở thành hộ cận", "13 hộ trở thành hộ cận", ("ARITH-TOTAL",)),
    Mistake(
        MATCH,
        "Thu thập số liệu: 7,5 triệu",
        "Thu thập số liệu: 5,7 triệu",
        (),
        (("ARITH-TOTAL", "Kinh phí giám sát, đánh giá năm 2024"),),
    ),
    Mistake(MATCH, "104/833 hộ nghèo, chiếm 12,48%", "104/833 hộ nghèo, chiếm 14,28%", ("ARITH-PERCENT",)),
    Mistake(DECISION, "15 hộ với 46 khẩu trở", "15 hộ với 64 khẩu trở", ("ARITH-TOTAL",)),
    Mistake(PERIOD, "địa phương 1,89 tỷ đồng", "địa phương 1,98 tỷ đồng", ("ARITH-TOTAL",)),
    Mistake(NOTICE, "| Bình Phú | 30 |", "| Bình Phú | 33 |", (), (("ARITH-TABLE", "| TT | Ấp |"),)),
    Mistake(MINUTES, "58/64 hộ, đạt 90,6%", "58/64 hộ, đạt 96,0%", ("ARITH-PERCENT",)),
    Mistake(LETTER, "triệu đồng, đạt 70,0%", "triệu đồng, đạt 77,0%", ("ARITH-PERCENT",)),
    Mistake(NEW, "| **3.369** |", "| **3.396** |", (), (("ARITH-TABLE", "| Nội dung thành phần | Ngân sách"),)),
    Mistake(NEW, "(giảm 106 hộ, từ 612", "(giảm 116 hộ, từ 612", ("ARITH-CHANGE",)),
    Mistake(NEW, "612 hộ nghèo, chiếm 11,68%", "612 hộ nghèo, chiếm 16,18%", ("ARITH-PERCENT",)),
    Mistake(SEVEN, "cho 90 người, mỗi lớp 30 người", "cho 90 người, mỗi lớp 35 người", ("ARITH-EACH",)),
    Mistake(NEW, "105 người, mỗi lớp 35 người", "150 người, mỗi lớp 35 người", ("ARITH-EACH",)),
    # Targets and dates
    Mistake(
        SEVEN,
        "hộ nghèo 0,35 điểm phần trăm, từ 1,12% xuống còn 0,77% (giảm 5 hộ, từ 16 hộ xuống còn 11 hộ).",
        "hộ nghèo 1,50 điểm phần trăm.",
        ("TARGET-IMPOSSIBLE",),
    ),
    Mistake(SEVEN, "118/QĐ-UBND ngày 26/02/2024", "118/QĐ-UBND ngày 30/02/2024", ("DATE-IMPOSSIBLE",)),
    Mistake(SEVEN, "118/QĐ-UBND ngày 26/02/2024", "118/QĐ-UBND ngày 26/02/2025", ("DATE-FUTURE",)),
    Mistake(REVIEW, "thứ Hai, ngày 15/9/2025", "thứ Ba, ngày 15/9/2025", ("DATE-WEEKDAY",)),
    Mistake(REVIEW, "trước ngày 25/11/2025", "trước ngày 31/11/2025", ("DATE-IMPOSSIBLE",)),
    Mistake(MATCH, "quý II (tháng 6)", "quý II (tháng 7)", ("DATE-MONTH",)),
    Mistake(NOTICE, "thứ Năm, ngày 07", "thứ Sáu, ngày 07", ("DATE-WEEKDAY",)),
    Mistake(MINUTES, "thứ Ba, ngày 29/10/2024", "thứ Tư, ngày 29/10/2024", ("DATE-WEEKDAY",)),
    # References
    Mistake(SEVEN, "Thông tư số 55/2023/TT-BTC ngày", "Thông tư số 55/2023/BTC ngày", ("REF-SYMBOL",)),
    Mistake(SEVEN, "đúng Thông tư số 55/2023/TT-BTC", "đúng Thông tư số 55/2023/BTC", ("REF-SYMBOL",)),
    Mistake(REVIEW, "24/2021/QĐ-TTg ngày 16", "24/2021/QĐTTg ngày 16", ("REF-SYMBOL",)),
    Mistake(SEVEN, "Kế hoạch số 77/KH-UBND", "Kế hoạch số 17/KH-UBND", ("REF-ORDER",)),
    Mistake(SEVEN, "27/2022/NĐ-CP ngày 19 tháng 4", "27/2022/NĐ-CP ngày 29 tháng 4", ("REF-KNOWN-DATE",)),
    Mistake(PERIOD, "90/QĐ-TTg ngày 18 tháng 01", "90/QĐ-TTg ngày 19 tháng 01", ("REF-KNOWN-DATE",)),
    # Numbering
    Mistake(SEVEN, "**4.2. Tiểu dự án 2", "**4.3. Tiểu dự án 2", ("NUM-SKIP",)),
    Mistake(SEVEN, "**3.2. Tiểu dự án 2", "**3.4. Tiểu dự án 2", ("NUM-SKIP",), (("NUM-BACK", "**3.3. Tiểu dự án 3"),)),
    Mistake(SEVEN, "đ) Phân công thực hiện: Trạm Y tế", "e) Phân công thực hiện: Trạm Y tế", ("NUM-DD",)),
    Mistake(SEVEN, "**III. TỔ CHỨC", "**IV. TỔ CHỨC", ("NUM-SKIP",)),
    Mistake(REVIEW, "**2. Công an xã**", "**3. Công an xã**", ("NUM-SKIP",), (("NUM-REPEAT", "**3. Các ấp**"),)),
    Mistake(
        DECISION, "**Điều 3.** Quyết", "**Điều 4.** Quyết", ("NUM-SKIP",), (("NUM-REPEAT", "**Điều 4.** Văn phòng"),)
    ),
    Mistake(PERIOD, "**Chương III**", "**Chương IV**", ("NUM-SKIP",)),
    Mistake(NOTICE, "4. Địa điểm", "5. Địa điểm", ("NUM-SKIP",), (("NUM-REPEAT", "5. Người dân"),)),
    # What is missing
    Mistake(
        SEVEN,
        "d) Kinh phí thực hiện: 64 triệu đồng từ ngân sách trung ương.\n\n",
        "",
        ("NUM-SKIP",),
        (("COMPLETE-BLOCK", "**2.2. Tiểu dự án 2"),),
    ),
    Mistake(
        SEVEN,
        "d) Kinh phí thực hiện: 64 triệu đồng từ ngân sách trung ương.",
        "d) Kinh phí thực hiện:",
        ("COMPLETE-BLOCK-EMPTY",),
    ),
    Mistake(
        SEVEN,
        "64 triệu đồng từ ngân sách trung ương.",
        "Theo Quyết định số 118/QĐ-UBND ngày 26/02/2024 của Ủy ban nhân dân huyện Cẩm Xuyên.",
        ("COMPLETE-AMOUNT",),
    ),
    Mistake(SEVEN, "dễ tái nghèo khi có thiên tai.", "dễ tái nghèo khi có thiên tai và", ("COMPLETE-BREAKS-OFF",)),
    Mistake(
        SEVEN,
        "Có 04 tiểu dự án giải ngân dưới 96%, thấp nhất là 90,00%,",
        "Tiến độ giải ngân rất thấp",
        ("COMPLETE-CLAIM",),
    ),
    Mistake(SEVEN, "Số: 32/KH-UBND", "Số: /KH-UBND", ("COMPLETE-NUMBER",)),
    Mistake(SEVEN, "ngày 18 tháng 3 năm 2024*", "ngày tháng 3 năm 2024*", ("COMPLETE-DATE",)),
    # Names and form
    Mistake(SEVEN, "của xã Cẩm Duệ./.", "của xã Cẩm Duê./.", ("NAME-TWO-SPELLINGS", "NAME-UNIT")),
    Mistake(SEVEN, "huyện Cẩm Xuyên trước", "huyện Cầm Xuyên trước", ("NAME-TWO-SPELLINGS", "NAME-UNIT")),
    Mistake(DECISION, "huyện Quảng Điền", "huyện Quãng Điền", ("NAME-UNIT",)),
    Mistake(LETTER, "xã Hoằng Phú yêu cầu", "xã Hoàng Phú yêu cầu", ("NAME-TWO-SPELLINGS", "NAME-UNIT")),
    Mistake(SEVEN, "Tỷ lệ hộ cận nghèo giảm", "Tỷ lệ hộ cận ngheò giảm", ("NAME-TONE",)),
    Mistake(SEVEN, "của xã Cẩm Duệ./.", "của xã Cẩm Duệ.", ("FORMAT-CLOSING",)),
    Mistake(SEVEN, "Lưu: VT, VHXH", "Lưu: VT; VHXH", ("FORMAT-FILED",)),
    Mistake(SEVEN, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "CHỦ TỊCH", ("FORMAT-AUTHORITY",)),
    Mistake(MATCH, "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "KT. CHỦ TỊCH", ("FORMAT-AUTHORITY",)),
    Mistake(DECISION, "hằng năm;*", "hằng năm.*", ("FORMAT-BASES",)),
)
