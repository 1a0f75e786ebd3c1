"""Reports of policy credit: entering one, correcting one by a newer. docs/algorithms/credit.md."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds import problems_credit as p
from giamngheo.funds.credit import MOST_ROWS, Figures, Part, disagreements
from giamngheo.funds.credit_programmes import programmes
from giamngheo.funds.models import CreditReport, CreditRow, CreditSource
from giamngheo.funds.problems import Refused, refuse
from giamngheo.territory.models import VillageMembership
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import StoredFile
    from giamngheo.territory.models import Unit

FIRST_YEAR = 2016


@transaction.atomic
def report_credit(
    *,
    by: User | None,
    unit: Unit,
    year: int,
    month: int,
    parts: Sequence[Part],
    stated: Figures,
    file: StoredFile | None = None,
    keep: bool = False,
) -> CreditReport:
    """The report of a commune's month. `keep`: also when it does not agree with itself, which it then says until it is
    corrected. Raises Refused (CREDIT-*), OutOfScope, NotPermitted."""
    if by is not None:
        require(by, Permission.EDIT_FUNDS, unit)
    _check_month(year, month)
    if CreditReport.objects.filter(unit=unit, year=year, month=month).exists():
        raise refuse(p.TWICE, month=month, year=year)
    if not parts:
        raise refuse(p.EMPTY)
    _check(unit, year, month, parts, stated, keep)
    values = {"unit": unit, "year": year, "month": month}
    return _write(by, "funds.report_credit", p.TWICE, values, parts, stated, file)


@transaction.atomic
def correct_credit(
    *,
    by: User | None,
    report: CreditReport,
    parts: Sequence[Part],
    stated: Figures,
    reason: str,
    file: StoredFile | None = None,
    keep: bool = False,
) -> CreditReport:
    """A newer report in place of this one, which stays; no parts: the month has no report after all.

    Raises Refused (CREDIT-*), OutOfScope, NotPermitted."""
    if by is not None:
        require(by, Permission.EDIT_FUNDS, report.unit)
    reason = squeeze(nfc(reason))
    if not reason:
        raise refuse(p.NO_REASON)
    if CreditReport.objects.filter(replaces=report).exists():
        raise refuse(p.REPLACED, month=report.month, year=report.year)
    if not parts and any(each is not None for each in stated):
        raise refuse(p.EMPTY)
    _check(report.unit, report.year, report.month, parts, stated, keep)
    values = {
        "unit": report.unit, "year": report.year, "month": report.month, "replaces": report, "reason": reason,
    }  # fmt: skip
    return _write(by, "funds.correct_credit", p.REPLACED, values, parts, stated, file)


def _check_month(year: int, month: int) -> None:
    today = timezone.localdate()
    if not 1 <= month <= 12 or not FIRST_YEAR <= year <= 2100:
        raise refuse(p.MONTH, month=month, year=year)
    if (year, month) > (today.year, today.month):
        raise refuse(p.FUTURE, month=month, year=year)


def _check(unit: Unit, year: int, month: int, parts: Sequence[Part], stated: Figures, keep: bool) -> None:
    if len(parts) > MOST_ROWS:
        raise refuse(p.TOO_MANY, count=len(parts), most=MOST_ROWS)
    chosen = {each.village for each in parts if each.village is not None}
    if chosen:
        last = date(year, month, monthrange(year, month)[1])
        ours = VillageMembership.objects.filter(valid_on(last), village__in=chosen, commune__in=covering([unit.pk]))
        if set(ours.values_list("village", flat=True)) != chosen:
            raise refuse(p.VILLAGE, village=", ".join(map(str, sorted(chosen))))
    for line, each in enumerate(parts, 1):
        if each.programme not in programmes() and not squeeze(each.name):
            raise Refused(p.NO_PROGRAMME.at(line))
    titles = {code: each.name.vi for code, each in programmes().items()}
    if not keep and (found := disagreements(parts, stated, titles)):
        raise Refused(*found)


def _write(
    by: User | None, action: str, taken: p.Entry, values: dict[str, object], parts: Sequence[Part], stated: Figures,
    file: StoredFile | None,
) -> CreditReport:  # fmt: skip
    try:
        with transaction.atomic():
            report = CreditReport.objects.create(
                **values, stated_turnover=stated.turnover, stated_count=stated.count,
                stated_outstanding=stated.outstanding, row_count=len(parts), file=file, by=by,
                source=CreditSource.FILE if file else CreditSource.TYPED,
            )  # fmt: skip
    except IntegrityError as error:  # somebody else was quicker
        raise refuse(taken, month=values["month"], year=values["year"]) from error
    CreditRow.objects.bulk_create(_row(report, position, each) for position, each in enumerate(parts, 1))
    after = {"year": report.year, "month": report.month, "rows": len(parts), "turnover": sum(x.turnover for x in parts)}
    record(by=by, action=action, subject=report, unit=report.unit, after=after, reason=report.reason)
    return report


def _row(report: CreditReport, position: int, part: Part) -> CreditRow:
    known = part.programme in programmes()
    return CreditRow(
        report=report, position=position, programme=part.programme if known else "",
        name="" if known else squeeze(nfc(part.name))[:200], village_id=part.village, turnover=part.turnover,
        count=part.count, outstanding=part.outstanding, overdue=part.overdue,
    )  # fmt: skip
