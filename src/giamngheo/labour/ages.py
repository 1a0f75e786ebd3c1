"""From which age people are listed: a dated, cited value. docs/algorithms/labour.md "Who is listed"."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml


class LowerAge(NamedTuple):
    """The least age, with its text and whether it was read."""

    years: int
    document: str
    verified: bool


@cache
def lower_age() -> LowerAge:
    """As data/working_age.yaml says."""
    text = (files("giamngheo.labour") / "data" / "working_age.yaml").read_text("utf-8")
    lower = yaml.safe_load(text)["lower"]
    return LowerAge(lower["value"], lower["document"], lower["verified"])


def is_old_enough(birth: int | None, day: date) -> bool | None:
    """Whether somebody has the least age on `day`; None where the birth does not tell."""
    if birth is None:
        return None
    year, month_day = divmod(birth, 10_000)
    turning = year + lower_age().years
    if month_day == 0:
        return None if turning == day.year else turning < day.year
    return turning * 10_000 + month_day <= day.year * 10_000 + day.month * 100 + day.day


def months_after(day: date, months: int) -> date:
    """The same day `months` later, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
