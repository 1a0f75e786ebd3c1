"""Where in a plan a line stands: in the results of a year, among the targets, and for which year."""

from __future__ import annotations

import re
from functools import cache

from giamngheo.planning.check.engine import Passage

_RESULT = ("kết quả", "đánh giá chung", "tình hình thực hiện", "đã đạt được", "tồn tại", "hạn chế")
_TARGET = ("mục tiêu", "chỉ tiêu")


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<![\d/.,–-])(20\d\d)(?!\s?[-–]\s?20\d\d)(?![\d/])")


def years_of(text: str) -> list[int]:
    """Single years named in `text` ("năm 2024"), in order; the two ends of a period "2021-2025" are no such years."""
    if "20" not in text:
        return []
    kept = []
    for match in _year().finditer(text):
        before = text[max(0, match.start() - 10) : match.start()].rstrip()
        if not (before.endswith(("-", "–")) and before[:-1].rstrip()[-4:].isdigit()):
            kept.append(int(match.group(1)))
    return kept


def in_result(passage: Passage) -> bool:
    """Under a heading that reports what was done."""
    return any(any(word in above.text.lower() for word in _RESULT) for above in passage.above)


def in_target(passage: Passage) -> bool:
    """Under a heading of targets (not "results of the targets"), or opening with that word."""
    if in_result(passage):
        return False
    own = passage.node.text.lower() if passage.node else passage.text.lower()
    if own.startswith(_TARGET):
        return True
    return any(any(word in above.text.lower() for word in _TARGET) for above in passage.above)


def heading_year(passage: Passage) -> int | None:
    """The year the nearest heading above is for, when a heading names exactly one."""
    for above in reversed(passage.above):
        years = years_of(above.text)
        if len(set(years)) == 1:
            return years[0]
        if years:
            return None
    return None
