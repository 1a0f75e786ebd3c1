"""Reports a user may see: one, the calendar of a place, what is below it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q, QuerySet

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import scope_units
from giamngheo.foundation.findings import Finding
from giamngheo.monitoring.forms.definition import Form
from giamngheo.monitoring.forms.filling import Filled
from giamngheo.monitoring.models import EDITABLE, Indicator, OwnDeadline, PeriodReport, ReportSheet, ReportState
from giamngheo.monitoring.periods import Due, Window, is_partly_estimate, kinds, numbers, window
from giamngheo.monitoring.queries.forms import forms_of
from giamngheo.monitoring.reporting import Place, children_of, deadlines_of, due_of, filled, newest
from giamngheo.territory.models import Level

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class Standing(StrEnum):
    """Where a period stands, the most pressing first."""

    LATE = "late"
    RETURNED = "returned"
    DUE = "due"
    OPEN = "open"
    WAITING = "waiting"
    COMING = "coming"
    DONE = "done"


class Slot(NamedTuple):
    """A period of a place: its days, its deadline, its report (the newest version), where it stands."""

    place: Place
    kind: str
    year: int
    number: int
    window: Window
    due: Due
    report: PeriodReport | None
    standing: Standing
    partly_estimate: bool


class ReportPage(NamedTuple):
    """A report with everything in it. `versions`: all of the period, the newest first; `indicators`: by code."""

    report: PeriodReport
    sheets: list[ReportSheet]
    forms: dict[str, Form]
    worked: Filled
    findings: list[Finding]
    versions: list[PeriodReport]
    indicators: dict[str, Indicator]

    @property
    def units(self) -> dict[str, str]:
        """In what each indicator is counted."""
        return {code: each.unit for code, each in self.indicators.items()}


SOON = 15  # days before a deadline in which a report is due


def reports_for(user: User) -> QuerySet[PeriodReport]:
    """Reports of the user's units, drafts of others' too: a province sees who has begun."""
    units = scope_units(user, permission=Permission.VIEW_MONITORING)
    return PeriodReport.objects.filter(unit__in=units).select_related(
        "unit", "village", "receiver", "by", "corrects", "ground__phase", "wording"
    )


def report_page(user: User, pk: int) -> ReportPage:
    """One of those. Raises PeriodReport.DoesNotExist."""
    report = reports_for(user).get(pk=pk)
    sheets = list(report.sheets.select_related("form").prefetch_related("cells__typed_by").order_by("id"))
    forms, worked = filled(sheets)
    same = reports_for(user).filter(
        unit=report.unit, village=report.village, kind=report.kind, year=report.year, number=report.number
    )
    codes = {row.indicator for form in forms.values() for row in form.rows.values() if row.indicator}
    known = {each.code: each for each in Indicator.objects.filter(code__in=codes)}
    return ReportPage(report, sheets, forms, worked, worked.findings, list(same.order_by("-version")), known)


def calendar(user: User, *, unit: Unit, year: int, today: date) -> list[Slot]:
    """Every period of the year of every kind that has a form or a deadline, the most pressing first."""
    require(user, Permission.VIEW_MONITORING, unit)
    place = Place(unit)
    rules = deadlines_of([unit.pk, *([unit.parent_id] if unit.parent_id else [])])
    known = newest_by_period(reports_for(user).filter(unit=unit, village=None, year=year))
    found = [
        _slot(place, code, year, number, known.get((code, number)), today, rules)
        for code, kind in kinds().items()
        if not kind.own_days
        if kind.deadlines or forms_of(user, unit, code, window(kind.period, year).ends)
        for number in numbers(kind.period)
    ]
    return _pressing(found)


def below(user: User, *, unit: Unit, kind: str, year: int, number: int, today: date) -> list[Slot]:
    """The same period of every child, missing and late first. Raises KeyError, ValueError for no such period."""
    require(user, Permission.VIEW_MONITORING, unit)
    ends = window(kinds()[kind].period, year, number).ends
    places = children_of(unit, min(ends, today))
    rules = deadlines_of([unit.pk, *(each.unit.pk for each in places)])
    here = Q(unit=unit, village__isnull=False)
    if unit.level != Level.COMMUNE:
        here = Q(unit__in=[each.unit.pk for each in places], village=None)
    sent = newest(reports_for(user).filter(here, kind=kind, year=year, number=number))
    return _pressing(
        [
            _slot(
                each,
                kind,
                year,
                number,
                sent.get((each.unit.pk, each.village.pk if each.village else None)),
                today,
                rules,
            )
            for each in places
        ]
    )


def inbox(user: User, *, unit: Unit) -> QuerySet[PeriodReport]:
    """Reports sent to the unit that wait for an answer, or were accepted and not locked."""
    require(user, Permission.VIEW_MONITORING, unit)
    waiting = (ReportState.SUBMITTED, ReportState.ACCEPTED)
    return reports_for(user).filter(receiver=unit, state__in=waiting).order_by("state", "due_on", "id")


def outside_calendar(user: User, *, unit: Unit, year: int) -> QuerySet[PeriodReport]:
    """Reports of the unit that no calendar asks for, whose days end in the year; the newest first."""
    require(user, Permission.VIEW_MONITORING, unit)
    own = [code for code, kind in kinds().items() if kind.own_days]
    return reports_for(user).filter(unit=unit, kind__in=own, year=year).order_by("-ends", "-pk")


def newest_by_period(reports: QuerySet[PeriodReport]) -> dict[tuple[str, int], PeriodReport]:
    """By kind and number the newest version."""
    return {(each.kind, each.number): each for each in reports.order_by("version")}


def _slot(
    place: Place, kind: str, year: int, number: int, report: PeriodReport | None, today: date, rules: list[OwnDeadline]
) -> Slot:
    days = window(kinds()[kind].period, year, number)
    due = Due(report.due_on) if report and report.due_on else due_of(place, kind, year, number, rules)
    partly = is_partly_estimate(kinds()[kind], due.on, year, number)
    return Slot(place, kind, year, number, days, due, report, _standing(days, due, report, today), partly)


def _standing(days: Window, due: Due, report: PeriodReport | None, today: date) -> Standing:
    if report is not None and report.state not in EDITABLE:
        return Standing.WAITING if report.state == ReportState.SUBMITTED else Standing.DONE
    if due.on is not None and due.on < today:
        return Standing.LATE
    if report is not None and report.state == ReportState.RETURNED:
        return Standing.RETURNED
    if due.on is not None and (due.on - today).days <= SOON:
        return Standing.DUE
    if due.on is None and days.ends < today:
        return Standing.OPEN
    return Standing.OPEN if report is not None else Standing.COMING


def _pressing(found: list[Slot]) -> list[Slot]:
    order = list(Standing)
    return sorted(found, key=lambda each: (order.index(each.standing), each.due.on or each.window.ends, each.number))
