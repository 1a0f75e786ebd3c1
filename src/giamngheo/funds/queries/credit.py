"""Reads of policy credit: reports, the year of a commune by programme and month."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Prefetch, QuerySet

from giamngheo.accounts.queries import scope_units
from giamngheo.foundation.findings import Finding
from giamngheo.funds.credit import STATED, Figures, Part, disagreements, summed
from giamngheo.funds.credit_programmes import programmes
from giamngheo.funds.models import CreditReport, CreditRow

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

Key = tuple[str, str]  # code, own name


class CreditMonth(NamedTuple):
    """A month's report as it stands: its parts, their sums, what the bank states, what does not agree."""

    report: CreditReport
    parts: list[Part]
    sums: Figures
    stated: Figures
    findings: list[Finding]


class CreditLine(NamedTuple):
    """A programme over the year: sums by month, and since January (flows added; outstanding: of the last report)."""

    key: Key
    months: dict[int, Figures]
    since_january: Figures


class CreditYear(NamedTuple):
    """Months that have a report, programmes, and the year's sums; no figure of a withdrawn report."""

    months: dict[int, CreditMonth]
    withdrawn: dict[int, CreditReport]
    lines: list[CreditLine]
    total: CreditLine


def credit_reports_for(user: User) -> QuerySet[CreditReport]:
    """Every report, corrected ones too, of units whose money the user may see."""
    found = CreditReport.objects.filter(unit__in=scope_units(user, permission="view_funds"))
    rows = Prefetch("rows", CreditRow.objects.select_related("village"))
    return found.select_related("unit", "file", "by", "replaced_by").prefetch_related(rows)


def credit_versions(user: User, report: CreditReport) -> list[CreditReport]:
    """All reports of that month, the newest first."""
    same = credit_reports_for(user).filter(unit=report.unit_id, year=report.year, month=report.month)
    return list(same.prefetch_related(None).order_by("-id"))


def credit_year(user: User, unit: Unit, year: int) -> CreditYear:
    """The year of a commune. Two queries."""
    months, withdrawn = {}, {}
    for report in credit_reports_for(user).filter(unit=unit, year=year, replaced_by=None).order_by("month"):
        if report.row_count:
            months[report.month] = _month(report)
        else:
            withdrawn[report.month] = report
    by_programme: dict[Key, dict[int, list[Part]]] = defaultdict(lambda: defaultdict(list))
    for number, month in months.items():
        for part in month.parts:
            by_programme[part.programme, part.name][number].append(part)
    order = {code: place for place, code in enumerate(programmes())}
    keys = sorted(by_programme, key=lambda key: (order.get(key[0], len(order)), key[1]))
    last = max(months, default=0)
    lines = [_line(key, {number: summed(some) for number, some in by_programme[key].items()}, last) for key in keys]
    total = _line(("", ""), {number: each.sums for number, each in months.items()}, last)
    return CreditYear(months, withdrawn, lines, total)


def parts_of(user: User, report: CreditReport) -> CreditMonth:
    """One report as it stands, read again within the user's units."""
    return _month(credit_reports_for(user).get(pk=report.pk))


def _month(report: CreditReport) -> CreditMonth:
    parts = [
        Part(each.programme, each.turnover, each.count, each.outstanding, each.overdue, each.name, each.village_id)
        for each in report.rows.all()
    ]
    stated = Figures(**{name: getattr(report, f"stated_{name}") for name in STATED})
    titles = {code: each.name.vi for code, each in programmes().items()}
    return CreditMonth(report, parts, summed(parts), stated, disagreements(parts, stated, titles))


def _line(key: Key, months: dict[int, Figures], last_month: int) -> CreditLine:
    """What is outstanding is that of the year's last report, also where it says nothing of the programme."""
    last = months.get(last_month, Figures())
    turnover = sum(each.turnover or 0 for each in months.values())
    count = sum(each.count or 0 for each in months.values())
    return CreditLine(key, months, Figures(turnover, count, last.outstanding, last.overdue))
