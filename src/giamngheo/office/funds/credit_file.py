"""The bank's list as a file: kept, read, shown with what is wrong by row; written when its unit was confirmed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission
from giamngheo.foundation.findings import Finding, FindingError, Severity
from giamngheo.foundation.text import bare
from giamngheo.funds import actions
from giamngheo.funds.credit import disagreements, summed
from giamngheo.funds.credit_numbers import UNITS
from giamngheo.funds.credit_programmes import programmes
from giamngheo.funds.credit_reading import ReadCredit, read_credit
from giamngheo.funds.models import CreditReport
from giamngheo.funds.problems import Refused
from giamngheo.households.queries.listing import villages_in
from giamngheo.office.drafts import say_saved
from giamngheo.office.funds import credit_asking as asking
from giamngheo.office.funds.asking import unit_of
from giamngheo.office.funds.credit_entering import free_months
from giamngheo.office.funds.credit_page import all_shown, apart_shown, shown
from giamngheo.office.households.fields import problems_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.sheets.sent import Sent, opened, received, sent_before, stored
from giamngheo.office.typed import whole
from giamngheo.territory.models import Unit

_SALT = "credit-file"


@login_required
def credit_file(request: OfficeRequest) -> HttpResponse:
    """Sending a file, looking at what it says, writing it. `?thay=`: in place of a report."""
    former = _former(request)
    unit = former.unit if former else unit_of(request, Permission.EDIT_FUNDS)
    if unit is None:
        return redirect("office:credit")
    if request.method != "POST":
        return _page(request, unit, former)
    try:
        sent = (
            received(request, unit, _SALT) if request.POST.get("viec") == "xem" else sent_before(request, unit, _SALT)
        )
        return _look(request, unit, former, sent)
    except FindingError as error:
        return _page(request, unit, former, findings=[error.finding])


def _former(request: OfficeRequest) -> CreditReport | None:
    pk = whole(request.GET.get("thay"))
    return asking.report_or_404(request, pk, Permission.EDIT_FUNDS) if pk else None


def _look(request: OfficeRequest, unit: Unit, former: CreditReport | None, sent: Sent) -> HttpResponse:
    """The preview; written only in the unit in which it was seen."""
    month = former.month if former else whole(request.POST.get("thang")) or 0
    year = former.year if former else request.scope.year
    wanted = request.POST.get("don-vi", "")
    wanted = wanted if wanted in UNITS else ""
    read = _read(request, unit, sent, wanted, asking.day_in(year, month, request.scope.today))
    chosen = wanted or read.unit
    seen = request.POST.get("da-xem") == f"{chosen} {month}" and bool(chosen)
    if request.POST.get("viec") != "ghi" or not seen or not read.is_usable:
        return _page(request, unit, former, sent=sent, read=read, month=month, chosen=chosen)
    keep, reason = bool(request.POST.get("giu")), request.POST.get("reason", "")
    kept = stored(request, sent)
    try:
        if former is not None:
            made = actions.correct_credit(
                by=request.user, report=former, parts=read.parts, stated=read.stated, reason=reason, file=kept,
                keep=keep,
            )  # fmt: skip
        else:
            made = actions.report_credit(
                by=request.user, unit=unit, year=year, month=month, parts=read.parts, stated=read.stated, file=kept,
                keep=keep,
            )  # fmt: skip
    except Refused as refused:
        return _page(
            request, unit, former, sent=sent, read=read, month=month, chosen=chosen, findings=[*refused.findings]
        )
    say_saved(request, _("Đã ghi báo cáo tín dụng tháng %(month)s.") % {"month": made.month}, "")
    return redirect("office:credit-report", made.pk)


def _read(request: OfficeRequest, unit: Unit, sent: Sent, wanted: str, day: date) -> ReadCredit:
    villages = {bare(each.name): each.pk for each in villages_in(request.user, unit, day)}
    with opened(sent) as path:
        return read_credit(path, wanted, villages)


def _page(
    request: OfficeRequest, unit: Unit, former: CreditReport | None, *, sent: Sent | None = None,
    read: ReadCredit | None = None, month: int = 0, chosen: str = "", findings: list[Finding] | None = None,
) -> HttpResponse:  # fmt: skip
    year = former.year if former else request.scope.year
    free = [former.month] if former else free_months(request, unit)
    context: dict[str, Any] = {
        "unit": unit, "year": year, "former": former, "sent": sent, "read": read, "chosen": chosen,
        "month": month or whole(request.GET.get("thang")) or (free[0] if free else 0),
        "months": sorted({*free, *([month] if 1 <= month <= 12 else [])}), "units": asking.UNITS,
        "measures": asking.MEASURES, "problems": problems_of([("", each) for each in findings or []]),
        "reason": request.POST.get("reason", ""), "query": request.GET.urlencode(),
        "max_megabytes": settings.MAX_UPLOAD_BYTES // (1024 * 1024),
    }  # fmt: skip
    if read is not None:
        context |= _shown_read(unit, read, request, year, month)
    return render(request, "office/funds/credit_file.html", context, status=422 if findings else 200)


def _shown_read(unit: Unit, read: ReadCredit, request: OfficeRequest, year: int, month: int) -> dict[str, Any]:
    titles = {code: asking.programme_title(code, "") for code in programmes()}
    names = {
        each.pk: each.name for each in villages_in(request.user, unit, asking.day_in(year, month, request.scope.today))
    }
    wrong = [each for each in read.findings if each.severity == Severity.ERROR]
    notes = [each for each in read.findings if each.severity != Severity.ERROR]
    apart = disagreements(read.parts, read.stated, titles) if read.is_usable else []
    # A line of the list is named by its row in the sheet.
    apart = [each._replace(line=read.rows[each.line - 1]) if each.line else each for each in apart]
    return {
        "rows": [(row, asking.programme_title(each.programme, each.name), names.get(each.village or 0, ""),
                  {name: shown(getattr(each, name)) for name in asking.MEASURES})
                 for row, each in zip(read.rows, read.parts, strict=True)],
        "sums": all_shown(summed(read.parts)), "stated": all_shown(read.stated),
        "apart": apart_shown(read.stated, summed(read.parts)),
        "has_stated": any(each is not None for each in read.stated), "wrong": _told(wrong), "notes": _told(notes),
        "disagreeing": _told(apart),
    }  # fmt: skip


def _told(findings: list[Finding]) -> list[dict[str, Any]]:
    return [{**problem, "line": each.line} for each, [problem] in ((one, problems_of([("", one)])) for one in findings)]
