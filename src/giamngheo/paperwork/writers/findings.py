"""What can go wrong when a document is written (codes PAPER-WRITE-…)."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Severity

CATALOGUE = Catalogue("paper-write")

UNKNOWN_FORMAT = CATALOGUE.add(
    "PAPER-WRITE-FORMAT",
    Severity.ERROR,
    title=("Không có định dạng này", "No such format"),
    message=(
        "Không ghi được văn bản theo định dạng “{format}”; các định dạng có: {known}.",
        "The document cannot be written as “{format}”; formats are: {known}.",
    ),
    fixes=(
        ("Chọn một trong các định dạng: {known}.", "Choose one of the formats: {known}."),
        (
            "Đặt tên tệp với đuôi .docx, .pdf, .html hoặc .md.",
            "Give the file a name ending in .docx, .pdf, .html or .md.",
        ),
    ),
)

CANNOT_SAVE = CATALOGUE.add(
    "PAPER-WRITE-SAVE",
    Severity.ERROR,
    title=("Không lưu được tệp", "The file cannot be saved"),
    message=(
        "Không lưu được tệp {name}: {reason}. Không có gì được ghi dở dang.",
        "The file {name} cannot be saved: {reason}. Nothing was left half-written.",
    ),
    fixes=(
        (
            "Đóng tệp nếu đang mở trong Word hoặc trình đọc PDF, rồi làm lại.",
            "Close the file if it is open in Word or a PDF reader, and try again.",
        ),
        (
            "Lưu vào thư mục khác mà bạn có quyền ghi và còn dung lượng.",
            "Save into another folder where you may write and where there is room.",
        ),
    ),
)

CANNOT_SET = CATALOGUE.add(
    "PAPER-WRITE-PDF",
    Severity.ERROR,
    title=("Không dàn được trang PDF", "The PDF pages cannot be set"),
    message=("Không tạo được tệp PDF: {reason}.", "The PDF file cannot be made: {reason}."),
    fixes=(
        (
            "Tải văn bản dạng .docx và in ra PDF từ Word hoặc LibreOffice.",
            "Download the document as .docx and print it to PDF from Word or LibreOffice.",
        ),
        (
            "Cài đặt lại chương trình (thiếu phông chữ hoặc thư viện typst) rồi làm lại.",
            "Install the program again (its fonts or the typst library are missing) and try again.",
        ),
    ),
)
