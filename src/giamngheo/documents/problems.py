"""Why the register of documents refuses a document of our own."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Severity

CATALOGUE = Catalogue("register of documents")

NUMBER_TAKEN = CATALOGUE.add(
    "DOCUMENT-NUMBER-TAKEN", Severity.ERROR,
    title=("Số văn bản đã dùng", "The number is taken"),
    message=("Số {symbol} năm {year} đã là của văn bản ngày {day}: {subject}.",
             "Number {symbol} of {year} is that of a document of {day}: {subject}."),
    fixes=(
        ("Xem lại sổ văn bản đi của văn thư rồi gõ đúng số.", "Look the number up in the clerk's book of papers sent."),
        ("Để trống ô số: hệ thống lấy số tiếp theo.", "Leave the number empty: the next one is taken."),
    ),
)  # fmt: skip
NUMBER_WRONG = CATALOGUE.add(
    "DOCUMENT-NUMBER-WRONG", Severity.ERROR,
    title=("Số văn bản không đúng", "Not a number of a document"),
    message=("“{text}” không phải số thứ tự của văn bản.", "“{text}” is no running number."),
    fixes=(
        ("Gõ riêng phần số, ví dụ 125; ký hiệu để ở ô ký hiệu.", "Type the number alone, such as 125."),
        ("Để trống ô số: hệ thống lấy số tiếp theo.", "Leave the number empty: the next one is taken."),
    ),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I",
)  # fmt: skip
SIGN_WRONG = CATALOGUE.add(
    "DOCUMENT-SIGN-WRONG", Severity.ERROR,
    title=("Ký hiệu văn bản không đúng", "Not the sign of a document"),
    message=("“{text}” không phải ký hiệu văn bản.", "“{text}” is no sign of a document."),
    fixes=(
        ("Gõ như QĐ-UBND, TB-UBND hoặc UBND-VX.", "Type as QĐ-UBND, TB-UBND or UBND-VX."),
        ("Không gõ số và dấu gạch chéo ở ô ký hiệu.", "Type neither number nor slash in it."),
    ),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I",
)  # fmt: skip
