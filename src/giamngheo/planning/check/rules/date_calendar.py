"""Dates the calendar does not have, and dates that fall on another day of the week.

Prose: docs/algorithms/check-dates.md, sections 1 and 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from giamngheo.foundation.dates import WEEKDAYS, DateMention, format_date, last_day, weekday_name
from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.datelines import Dated, dates
from giamngheo.planning.check.engine import Context, rule

IMPOSSIBLE = CATALOGUE.add(
    "DATE-IMPOSSIBLE",
    Severity.ERROR,
    title=("Ngày không có trên lịch", "A date the calendar does not have"),
    message=("Không có ngày {date}: {why_vi}.", "There is no {date}: {why_en}."),
    fixes=(
        ("Sửa thành {nearest}, nếu đó là ngày định viết.", "Write {nearest}, if that day was meant."),
        ("Tra ngày ban hành trong văn bản gốc.", "Look the date up in the document itself."),
    ),
)
WEEKDAY = CATALOGUE.add(
    "DATE-WEEKDAY",
    Severity.ERROR,
    title=("Thứ trong tuần không khớp ngày", "The day of the week does not fit the date"),
    message=("Ngày {date} là {actual}, không phải {stated}.", "{date} is not a {english}."),
    fixes=(
        ("Sửa thành {actual}.", "Correct the day of the week ({actual})."),
        ("Nếu đúng là {stated}, sửa ngày thành {nearest}.", "If the day of the week is right, the date is {nearest}."),
    ),
)
_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@rule
def dates_are_on_the_calendar(context: Context) -> Iterator[Finding]:
    """Every full date of the document, header and references included."""
    dated = context.document.place_and_date
    if dated and dated.day and dated.month and dated.year and context.day is None:
        mention = DateMention(dated.day, dated.month, dated.year, 0, 0, f"{dated.day}/{dated.month}/{dated.year}")
        yield _impossible(mention, dated.place.line, dated.raw)
    for each in dates(context):
        day = each.date.value
        if day is not None:
            yield from _weekday_after(each, day)
        if day is None:
            if dated is None or each.passage.line != dated.place.line:
                yield _impossible(each.date, each.passage.line, each.date.text)
        elif each.date.weekday is not None and each.date.weekday != day.weekday():
            nearest = min(
                (day.fromordinal(day.toordinal() + step) for step in range(-3, 4)),
                key=lambda other: other.weekday() != each.date.weekday,
            )
            yield WEEKDAY.at(
                each.passage.line,
                each.passage.text[each.date.weekday_start : each.date.end],
                date=each.date.text,
                actual=weekday_name(day),
                stated=WEEKDAYS[each.date.weekday],
                english=_ENGLISH[each.date.weekday],
                nearest=format_date(nearest),
            )


@cache
def _after() -> re.Pattern[str]:
    """ "10/10/2025 (thứ Bảy)", "10/10/2025, thứ Bảy": the day of the week behind its date."""
    return re.compile(r"\s*[(,]\s*(thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|thứ bẩy|chủ nhật)(?=\s*[),.;]|\s*$)")


def _weekday_after(each: Dated, day: date) -> Iterator[Finding]:
    lower = each.passage.lower
    if "thứ " not in lower and "chủ nhật" not in lower:
        return
    told = _after().match(lower, each.date.end)
    if told is None:
        return
    stated = told[1].replace("bẩy", "bảy")
    if stated not in WEEKDAYS or stated == weekday_name(day):
        return
    number = WEEKDAYS.index(stated)
    nearest = next(
        other for step in (0, -1, 1, -2, 2, -3, 3)
        if (other := day.fromordinal(day.toordinal() + step)).weekday() == number
    )  # fmt: skip
    yield WEEKDAY.at(
        each.passage.line,
        each.passage.text[each.date.start : told.end(1)],
        date=each.date.text,
        actual=weekday_name(day),
        stated=stated,
        english=_ENGLISH[number],
        nearest=format_date(nearest),
    )


def _impossible(mention: DateMention, line: int, quote: str) -> Finding:
    month_exists = 1 <= mention.month <= 12
    days = last_day(mention.year, mention.month) if month_exists else 31
    if month_exists:
        nearest = f"{min(max(mention.day, 1), days):02d}/{mention.month:02d}/{mention.year}"
        why = (f"tháng {mention.month} năm {mention.year} có {days} ngày",
               f"month {mention.month} of {mention.year} has {days} days")  # fmt: skip
    else:
        swapped = mention.month <= 31 and 1 <= mention.day <= 12
        nearest = f"{mention.month:02d}/{mention.day:02d}/{mention.year}" if swapped else f"…/…/{mention.year}"
        why = (f"không có tháng {mention.month}", f"there is no month {mention.month}")
    return IMPOSSIBLE.at(line, quote, date=mention.text, nearest=nearest, why_vi=why[0], why_en=why[1])
