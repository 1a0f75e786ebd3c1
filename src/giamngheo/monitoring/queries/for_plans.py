"""What a locked yearly report gives to the plan of the next year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.monitoring.models import PeriodReport, ReportState
from giamngheo.monitoring.papers.value import Facts, Row
from giamngheo.monitoring.queries.report_papers import paper_facts
from giamngheo.monitoring.queries.reports import report_page, reports_for

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

YEARLY = ("giam-sat-nam", "danh-gia-nam")  # the first there is


class Group(NamedTuple):
    """A form's rows that have a value of an indicator."""

    title: str
    rows: list[Row]


class YearlyResults(NamedTuple):
    """A locked report as a plan takes it: `facts` say its sentences."""

    report: PeriodReport
    facts: Facts
    groups: list[Group]


def yearly_results(user: User, unit: Unit, year: int, today: date) -> YearlyResults | None:
    """The newest locked report of the unit's year; None where none is locked.

    Of an indicator told by the result of the year's review as well, the result alone: one number, one day.
    """
    locked = reports_for(user).filter(
        unit=unit, village=None, year=year, kind__in=YEARLY, state=ReportState.LOCKED
    )  # fmt: skip
    report = min(locked, key=lambda each: (YEARLY.index(each.kind), -each.version), default=None)
    if report is None:
        return None
    facts = paper_facts(user, report_page(user, report.pk), today)
    known = {row.indicator for sheet in facts.sheets for row in sheet.rows if row.basis == "result" and row.actual}
    groups = [
        Group(
            sheet.title,
            [
                row
                for row in sheet.rows
                if row.indicator and row.actual and (row.basis == "result" or row.indicator not in known)
            ],
        )
        for sheet in facts.sheets
    ]
    return YearlyResults(report, facts, [each for each in groups if each.rows])
