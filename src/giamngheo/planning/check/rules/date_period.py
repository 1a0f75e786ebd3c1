"""Words of a part of the year in the result of a whole year; the wrong month or quarter.

Prose: docs/algorithms/check-dates.md, section 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, Passage, rule
from giamngheo.planning.check.sections import heading_year, in_result

PERIOD = CATALOGUE.add(
    "DATE-PERIOD",
    Severity.WARNING,
    title=("Số liệu một phần năm trong kết quả cả năm", "Part of a year in the result of a whole year"),
    message=(
        "“{words}” trong phần kết quả cả năm {year}: chưa rõ là số thực hiện đến một ngày hay ước cả năm.",
        "“{words}” in the result of the whole of {year}: actual to a day, or an estimate for the year?",
    ),
    fixes=(
        ("Thay bằng số cả năm {year}.", "Give the figure of the whole of {year}."),
        (
            "Giữ “{words}”, ghi “số liệu đến ngày …” và số ước cả năm bên cạnh.",
            "Keep it, with the day of the figures, and the estimate for the year beside it.",
        ),
    ),
    source="Thông tư 10/2022/TT-BLĐTBXH, Điều 4; Nghị định 09/2019/NĐ-CP, Điều 12 (thời gian chốt số liệu)",
)
QUARTER = CATALOGUE.add(
    "DATE-MONTH",
    Severity.WARNING,
    title=("Tháng không thuộc quý đã nêu, hoặc ngày không thuộc tháng đã nêu", "A month outside its quarter"),
    message=(
        "“{words}”: tháng {month} không thuộc quý {quarter}.",
        "“{words}”: month {month} is not in quarter {quarter}.",
    ),
    fixes=(
        ("Sửa quý thành quý {right}.", "Write quarter {right}."),
        ("Sửa tháng thành một tháng của quý {quarter}: {first} đến {last}.", "Write a month from {first} to {last}."),
    ),
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ROMAN = ("", "I", "II", "III", "IV")


@cache
def _part() -> re.Pattern[str]:
    return re.compile(r"(?<![\w/.,])(\d{1,2}) tháng(?: đầu)?(?: của)? năm (20\d\d)")


@cache
def _quarter() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)quý (iv|iii|ii|i|[1-4])(?:[/ ](?:năm )?20\d\d)?\s*\((?:từ )?tháng (\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?"
    )


@cache
def _of_a_quarter() -> re.Pattern[str]:
    """A quarter, and not a commune named Quý."""
    return re.compile(r"(?<!\w)quý (?:iv|iii|ii|i|[1-4]|này|đầu|cuối)(?!\w)|(?<!\w)(?:hằng|hàng|theo) quý(?!\w)")


@cache
def _told_as_part() -> re.Pattern[str]:
    """Words that say the figure is known to be one of a part of the year; "trước" and "nước" are no "ước"."""
    return re.compile(r"(?<!\w)(?:so với|cùng kỳ|ước|số liệu đến|tính đến|cuối năm|báo cáo)(?!\w)")


@rule
def periods_cover_the_year(context: Context) -> Iterator[Finding]:
    """ "11 tháng đầu năm 2023" where a yearly plan or report tells the result of 2023; months beside quarters."""
    subject = context.document.subject.text.lower() if context.document.subject else ""
    partial = "tháng" in subject or ("quý" in subject and bool(_of_a_quarter().search(subject)))
    for passage in context.body:
        lower = passage.lower
        if "tháng" not in lower:
            continue
        if not partial:
            yield from _parts(context, passage, lower)
        if "quý" in lower:
            yield from _quarters(passage, lower)


def _parts(context: Context, passage: Passage, lower: str) -> Iterator[Finding]:
    for match in _part().finditer(lower):
        months, year = int(match[1]), int(match[2])
        if not 1 <= months < 12 or not _yearly(context, passage, year):
            continue
        around = lower[max(0, match.start() - 40) : match.end() + 60]
        if _told_as_part().search(around):
            continue
        words = passage.text[match.start() : match.end()]
        yield PERIOD.at(passage.line, words, words=words, year=year)


def _yearly(context: Context, passage: Passage, year: int) -> bool:
    """The passage tells the result of that whole year."""
    told = heading_year(passage) if in_result(passage) else None
    return told == year if told else in_result(passage) and context.year == year + 1


def _quarters(passage: Passage, lower: str) -> Iterator[Finding]:
    for match in _quarter().finditer(lower):
        quarter = _QUARTERS[match[1]]
        for month in (int(each) for each in match.groups()[1:] if each):
            if 1 <= month <= 12 and (month + 2) // 3 != quarter:
                words = passage.text[match.start() : match.end()]
                yield QUARTER.at(
                    passage.line, words, words=words, month=month, quarter=_ROMAN[quarter],
                    right=_ROMAN[(month + 2) // 3], first=quarter * 3 - 2, last=quarter * 3,
                )  # fmt: skip
                break
