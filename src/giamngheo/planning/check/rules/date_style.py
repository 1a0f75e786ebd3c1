"""One document writes its dates in one way: 09/4/2024 everywhere, or 9/4/2024 everywhere.

Prose: docs/algorithms/check-dates.md, section 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.foundation.dates import DateMention, format_date
from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.datelines import dates
from giamngheo.planning.check.engine import Context, rule

STYLE = CATALOGUE.add(
    "DATE-STYLE",
    Severity.INFO,
    title=("Cách viết ngày không thống nhất", "Dates are written in several ways"),
    message=(
        "“{one}” và “{other}” (dòng {place}) viết theo hai cách; {count} ngày trong văn bản thiếu số 0.",
        "“{one}” and “{other}” (line {place}) are written in two ways; {count} dates lack the zero.",
    ),
    fixes=(
        (
            "Viết “{right}”: ngày dưới 10 và tháng 1, 2 thêm số 0 ở trước.",
            "Write “{right}”: days below 10 and months 1 and 2 take a zero.",
        ),
        ("Chọn một cách viết cho cả văn bản.", "Choose one way for the whole document."),
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4",
)


@rule
def dates_are_written_one_way(context: Context) -> Iterator[Finding]:
    """One remark for the document: the first date without its zero, beside the first with one."""
    short = [each for each in dates(context) if _lacks_zero(each.date)]
    full = [each for each in dates(context) if _has_zero(each.date)]
    if short and full:
        first, day = short[0], short[0].date.value
        yield STYLE.at(
            first.passage.line,
            first.date.text,
            one=first.date.text,
            other=full[0].date.text,
            place=full[0].passage.line,
            count=len(short),
            right=format_date(day) if day else first.date.text,
        )


def _parts(mention: DateMention) -> tuple[str, str]:
    day, _, rest = mention.text.partition("/")
    return day.strip(), rest.partition("/")[0].strip()


def _lacks_zero(mention: DateMention) -> bool:
    day, month = _parts(mention)
    return "/" in mention.text and (len(day) == 1 or month in ("1", "2"))


def _has_zero(mention: DateMention) -> bool:
    day, month = _parts(mention)
    return "/" in mention.text and ((len(day) == 2 and day[0] == "0") or (month[:1] == "0"))
