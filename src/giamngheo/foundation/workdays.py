"""Working days in Vietnam: Monday to Friday without public holidays, the days exchanged for them included.

Each year's exchanged days are set by the Government in the autumn before: until a new version of the calendar knows
them, a deadline in that year counts the fixed and the lunar holidays only and may still move by a day.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

_ONE = timedelta(days=1)


@cache
def holidays(year: int) -> dict[date, str]:
    """Public holidays of a year with their Vietnamese names, exchanged days off included."""
    from holidays import country_holidays

    return dict(country_holidays("VN", years=year, language="vi"))


def is_working_day(day: date, extra_off: Collection[date] = ()) -> bool:
    """Whether offices work; `extra_off` are local days off that no calendar knows (a storm, a funeral of state)."""
    return day.weekday() < 5 and day not in holidays(day.year) and day not in extra_off


def add_working_days(start: date, count: int, extra_off: Collection[date] = ()) -> date:
    """The last day of a period of `count` working days that runs from the day after `start`.

    Three working days from a Friday end on Wednesday. Raises ValueError for a count below one.
    """
    if count < 1:
        raise ValueError("a period has at least one working day")
    day = start
    while count:
        day += _ONE
        count -= is_working_day(day, extra_off)
    return day


def working_days_between(start: date, end: date, extra_off: Collection[date] = ()) -> int:
    """How many working days lie after `start` up to and with `end`; 0 when `end` is not later."""
    days = (start + _ONE * number for number in range(1, (end - start).days + 1))
    return sum(is_working_day(day, extra_off) for day in days)
