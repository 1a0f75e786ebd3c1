"""Which days the columns of a report's forms are of. docs/algorithms/monitoring.md "A report"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from giamngheo.foundation.dates import format_date
from giamngheo.monitoring.periods import Window, kinds, window

if TYPE_CHECKING:
    from giamngheo.monitoring.models import PeriodReport, ReportCell


def result_day(year: int) -> date:
    """From when what the review of a year gave holds."""
    return date(year + 1, 1, 1)


def window_before(report: PeriodReport) -> Window:
    """The same days of the year before."""
    if kinds()[report.kind].own_days:
        return Window(_year_before(report.begins), _year_before(report.ends))
    return window(report.period, report.year - 1, report.number)


def day_of_column(report: PeriodReport, reads: str, key: str, cells: Iterable[ReportCell]) -> str:
    """The day of a column in words, "" where it has none: of actual figures the latest any cell is of, if sooner than
    the end."""
    if reads == "actual":
        latest = max((each.as_of for each in cells if each.column == key and each.as_of), default=report.ends)
        return _("đến %(day)s") % {"day": format_date(min(latest, report.ends))}
    if reads == "previous":
        return _("đến %(day)s") % {"day": format_date(window_before(report).ends)}
    if reads in ("result", "result_before"):
        year = report.year - (reads == "result_before")
        return _("có hiệu lực từ %(day)s") % {"day": format_date(result_day(year))}
    return _("ngày %(day)s") % {"day": format_date(report.begins)} if reads == "opening" else ""


def _year_before(day: date) -> date:
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
