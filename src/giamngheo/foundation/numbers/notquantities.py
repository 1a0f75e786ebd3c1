"""Numbers that are names, not amounts: dates, years, references, numbering, telephone numbers, "Dự án 2"."""

from __future__ import annotations

import re
from functools import cache

# After these words a number is a name unless a unit follows it ("Dự án 2", but "dự án 500 triệu đồng").
_LABELS = frozenset(
    (
        "số", "dự án", "tiểu dự án", "hợp phần", "nội dung", "phụ lục", "biểu", "mẫu", "bảng", "chương", "mục", "phần",
        "quý", "giai đoạn", "khóa", "khoá", "kỳ", "kì", "đợt", "lần", "thôn", "bản", "tổ", "khu", "đội", "xóm", "ấp",
        "nhóm", "tầng", "phòng", "lớp", "cấp", "loại", "bước", "vùng", "khu vực", "hình", "trang", "tập", "ngày",
        "tháng", "kế hoạch", "báo cáo", "kh", "bc", "chỉ số", "tiêu chí", "hạng", "bậc", "mã", "ô",
    )
)  # fmt: skip
# After these it always is.
_NAMES = frozenset(
    (
        "điều", "khoản", "nghị định", "quyết định", "thông tư", "nghị quyết", "luật", "chỉ thị", "nđ", "qđ", "tt", "nq",
        "ct", "cv", "công văn", "hướng dẫn", "thứ", "quốc lộ", "tỉnh lộ", "ql", "tl", "mẫu số", "biểu số", "phụ lục số",
        "điểm",
    )
)  # fmt: skip

# Only what could pass for an amount because a unit may follow it; bare numbers, "(1)", telephone numbers carry none.
_MASK = r"""(?=[\dnt]) (?:
    \d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?(?:19|20)\d\d(?!\d)                  # 23/06/2023
  | \bngày\s+\d{1,2}(?:\s?[-–]\s?\d{1,2})?(?:\s?/\s?\d{1,2}(?:\s?/\s?\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)
  | \btháng\s+\d{1,2}(?:\s?[-–]\s?\d{1,2})?(?:\s?/\s?\d{4}|\s+năm\s+\d{4})?
  | \d{1,2}/(?:19|20)\d\d(?!\d)                                                 # 06/2023
  | \bnăm\s+(?:19|20)\d\d(?:(?:\s?[-–,]\s?|\s+và\s+|\s+đến\s+)(?:19|20)\d\d)*(?![\d.,]*\d)
  | (?<![\d.,])(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?![\d.,]*\d)
  | \d+[a-z]?/(?:\d{4}/)?[a-zđ]{1,6}\d*[-/][a-zđ\d\-]+                          # 85/kh-ubnd, 27/2022/nđ-cp
)"""
_BEFORE, _AFTER = 16, 40  # characters: "2021 - " before a number, "/2023/nq-hđnd" behind it
_NUMBERING = r"\s*(?:[-+*•]\s*)?\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s"


@cache
def _mask() -> re.Pattern[str]:
    return re.compile(_MASK, re.VERBOSE)


@cache
def _numbering() -> re.Pattern[str]:
    return re.compile(_NUMBERING)


def masked_spans(lowered: str, numerals: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of `lowered` (lower-case text) in which digits are no amounts, in order.

    Only the surroundings of the `numerals` are looked at: a long line with one number costs no more than a short one.
    """
    spans: list[tuple[int, int]] = []
    if numerals[0][0] < 6:
        head = _numbering().match(lowered)
        if head:
            spans.append(head.span())
    for left, right in _windows(numerals):
        spans.extend(match.span() for match in _mask().finditer(lowered, left, right))
    return spans


def _windows(numerals: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches around numerals, wide enough for the longest pattern on either side, joined where they touch."""
    windows: list[tuple[int, int]] = []
    for start, end in numerals:
        left, right = max(0, start - _BEFORE), end + _AFTER
        if windows and left <= windows[-1][1]:
            windows[-1] = (windows[-1][0], right)
        else:
            windows.append((left, right))
    return windows


def label_before(lowered: str, start: int) -> str | None:
    """The label word right before `start` ("dự án", "điều"), None when there is none; "tổng số" is no label."""
    words = lowered[max(0, start - 24) : start].split()
    if not words or lowered[start - 1 : start] not in (" ", "\u00a0", "\n", "\t"):
        return None
    last = words[-1].lstrip("(“\"'")
    two = f"{words[-2]} {last}" if len(words) > 1 else last
    if two.endswith("tổng số") or two in ("một số", "tổng điểm"):
        return None
    return next((name for name in (two, last) if name in _NAMES or name in _LABELS), None)


def names_always(label: str) -> bool:
    """Whether a number after the label is a name even before a unit."""
    return label in _NAMES
