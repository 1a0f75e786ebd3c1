"""Dates as Vietnamese texts write them: found with their place, possible or not, and printed as NĐ 30/2020 asks."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")  # Monday first
_SPOKEN = {"2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5, "hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5}


class DateMention(NamedTuple):
    """A full date in a text: `text` is `source[start:end]`, without a leading "ngày".

    `weekday` is the day of the week written before it (0 = Monday), None where none is.
    """

    day: int
    month: int
    year: int
    start: int
    end: int
    text: str
    weekday: int | None = None
    weekday_start: int = -1

    @property
    def value(self) -> date | None:
        """The date, None when the calendar has no such day (31/02)."""
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d/.])(\d{1,2})(?:\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?|\s+tháng\s+(\d{1,2})\s+năm\s+)((?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(r"(thứ\s+(?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)[\s,]*(?:\(\s*)?(?:ngày\s+)?$", re.IGNORECASE)


def find_dates(text: str) -> list[DateMention]:
    """Every full date of `text` in order, impossible ones included. "31 tháng 4 năm 2023" needs "ngày" before it."""
    return list(_found(text)) if "20" in text or "19" in text else []


@lru_cache(maxsize=4096)
def _found(text: str) -> tuple[DateMention, ...]:
    """Kept for the lines of a few plans, which are checked again and again while they are edited."""
    found = []
    for match in _pattern().finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if match[3] and not before.rstrip().lower().endswith("ngày"):
            continue
        week = _lead().search(before) if _names_weekday(before.lower()) else None
        found.append(
            DateMention(
                int(match[1]), int(match[2] or match[3]), int(match[4]), match.start(), match.end(), match.group(),
                _weekday(week[1] if week else None), match.start() - len(before) + week.start() if week else -1,
            )
        )  # fmt: skip
    return tuple(found)


def _names_weekday(before: str) -> bool:
    return "thứ " in before or "chủ " in before


def _weekday(words: str | None) -> int | None:
    if words is None:
        return None
    last = words.lower().split()[-1]
    return 6 if last == "nhật" else _SPOKEN[last]


def weekday_name(day: date) -> str:
    """The day of the week in Vietnamese, "thứ hai"."""
    return WEEKDAYS[day.weekday()]


def format_date(day: date) -> str:
    """09/4/2024: days below 10 and the months 1 and 2 take a zero (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4)."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}" if day.month <= 2 else f"{day.day:02d}/{day.month}/{day.year}"


def last_day(year: int, month: int) -> int:
    """Number of days of the month."""
    return (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
