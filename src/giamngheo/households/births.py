"""Births as whole numbers: YYYYMMDD, or YYYY0000 where papers give the year only (many old people)."""

from __future__ import annotations

from datetime import date

_YEARS = range(1850, 2200)


def is_birth(number: int) -> bool:
    """Whether the number is a day of the calendar, or a bare year."""
    year, month_day = divmod(number, 10_000)
    if year not in _YEARS:
        return False
    if month_day == 0:
        return True
    try:
        date(year, month_day // 100, month_day % 100)
    except ValueError:
        return False
    return True


def of_day(day: date) -> int:
    """A day as a birth."""
    return day.year * 10_000 + day.month * 100 + day.day


def earliest(birth: int) -> date:
    """The first day the birth may have been."""
    year, month_day = divmod(birth, 10_000)
    return date(year, 1, 1) if month_day == 0 else date(year, month_day // 100, month_day % 100)


def printed(birth: int | None) -> str:
    """21/05/1999, 1999, or nothing."""
    if birth is None:
        return ""
    year, month_day = divmod(birth, 10_000)
    return f"{month_day % 100:02}/{month_day // 100:02}/{year}" if month_day else str(year)


def member_since(formed_on: date, birth: int | None) -> date:
    """The first day somebody may be a member of a household formed on a day: that day, or of birth if it is later."""
    return formed_on if not birth else max(formed_on, earliest(birth))
