"""Today, in one place; and days that may not lie ahead."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from giamngheo.foundation.dates import format_date
from giamngheo.review.problems import Pair, refuse
from giamngheo.review.problems_deciding import DAY_FUTURE


def today() -> date:
    """The day in Vietnam."""
    return timezone.localdate()


def day_of(moment: datetime) -> date:
    """The day of a moment in Vietnam."""
    return timezone.localtime(moment).date()


def clock(moment: datetime) -> str:
    """18:30 05/10/2026."""
    return f"{timezone.localtime(moment):%H:%M %d/%m/%Y}"


def check_past(day: date, what: Pair) -> None:
    """Raises REVIEW-DAY-FUTURE."""
    if day > today():
        raise refuse(DAY_FUTURE, what_vi=what[0], what_en=what[1], day=format_date(day))
