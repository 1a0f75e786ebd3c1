"""Names of the sheets, lines and columns of the Excel template, known in any case and spelling of tones."""

from __future__ import annotations

from giamngheo.foundation.text import fold

SHEETS = ("Thông tin", "Vùng", "Bảng điểm")
LABEL = "Đặc điểm"

INFORMATION_LINES: dict[str, str] = {
    "id": "Mã bảng điểm",
    "title": "Tên bảng điểm",
    "title_en": "Tên tiếng Anh (không bắt buộc)",
    "standard": "Chuẩn nghèo",
    "version": "Phiên bản",
    "demonstration": "Minh họa (có/không)",
    "by": "Người xác nhận",
    "on": "Ngày xác nhận",
    "document": "Số, ký hiệu văn bản",
    "article": "Điều, phụ lục",
    "missing": "Phần còn thiếu",
}
TITLES: dict[str, str] = {
    "group": "Nhóm",
    "group_title": "Tên nhóm",
    "kind": "Kiểu",
    "note": "Ghi chú của nhóm",
    "code": "Mã",
    "label": LABEL,
    "group_title_en": "Tên nhóm (tiếng Anh)",
    "note_en": "Ghi chú của nhóm (tiếng Anh)",
    "label_en": "Đặc điểm (tiếng Anh)",
}
NEEDED = ("group", "group_title", "label")
REGION_LINES = ("Mã vùng", "Tên vùng", "Tên tiếng Anh (không bắt buộc)")

INFORMATION = {fold(words): name for name, words in INFORMATION_LINES.items()}
COLUMNS = {fold(words): name for name, words in TITLES.items()}
REGION_HEADINGS = {fold(REGION_LINES[0])}
KINDS = {
    **{fold(words): "single" for words in ("single", "một lựa chọn", "chọn một", "một")},
    **{fold(words): "multiple" for words in ("multiple", "nhiều lựa chọn", "chọn nhiều", "nhiều")},
}
YES_NO = {
    **{fold(words): True for words in ("có", "yes", "true", "x", "đúng")},
    **{fold(words): False for words in ("không", "no", "false", "sai", "")},
}
