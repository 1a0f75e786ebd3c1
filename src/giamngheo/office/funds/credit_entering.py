"""A month's report typed by keyboard, and the same form to correct one."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.numbers import format_number
from giamngheo.foundation.text import squeeze
from giamngheo.funds import actions
from giamngheo.funds import problems_credit as p
from giamngheo.funds.credit import STATED, WORDS, Figures, Part
from giamngheo.funds.credit_numbers import UNITS, read_figure
from giamngheo.funds.credit_programmes import programme_of, programmes
from giamngheo.funds.models import CreditReport
from giamngheo.funds.problems import Refused
from giamngheo.funds.queries import CreditMonth, credit_year, parts_of
from giamngheo.households.queries.listing import villages_in
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.funds import credit_asking as asking
from giamngheo.office.funds.asking import unit_of
from giamngheo.office.households.fields import problems_of
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.territory.models import Unit, Village

MOST_TYPED = 100  # rows of the form; longer lists come as a file
_BLANK = 4  # rows for programmes of the bank's own, or of one village
KEEPABLE = ("CREDIT-TOTAL", "CREDIT-OVERDUE", "CREDIT-NO-LOANS")


@dataclass(slots=True)
class TypedRow:
    """A row of the form as it was typed, and what is wrong with it."""

    name: str = ""
    village: str = ""
    figures: dict[str, str] = field(default_factory=lambda: dict.fromkeys(WORDS, ""))
    errors: list[str] = field(default_factory=list)

    @property
    def is_filled(self) -> bool:
        return any(self.figures.values())


@dataclass(slots=True)
class Sheet:
    """The whole form: rows and totals as typed, in which unit."""

    rows: list[TypedRow]
    stated: dict[str, str]
    unit: str = "trieu"
    month: int = 0
    reason: str = ""
    keep: bool = False


@login_required
def enter_credit(request: OfficeRequest) -> HttpResponse:
    """The report of a month that has none."""
    unit = unit_of(request, Permission.EDIT_FUNDS)
    if unit is None:
        return redirect("office:credit")
    year = request.scope.year
    free = free_months(request, unit)
    asked = whole(request.GET.get("thang"))
    if request.method != "POST":
        month = asked if asked in free else (free[0] if free else 0)
        return _page(request, unit, None, Sheet(_blank_rows(), dict.fromkeys(STATED, ""), month=month), free)
    sheet = _sent(request.POST)
    villages = _villages(request, unit, year, sheet.month)
    parts, stated, findings = _read(sheet, villages)
    if not findings:
        try:
            made = actions.report_credit(
                by=request.user, unit=unit, year=year, month=sheet.month, parts=parts, stated=stated, keep=sheet.keep
            )
        except Refused as refused:
            findings = _placed(sheet, refused)
        else:
            return _saved(request, made, draft_key(request, "credit", unit.pk, year))
    return _page(request, unit, None, sheet, free, findings)


@login_required
def correct_credit(request: OfficeRequest, pk: int) -> HttpResponse:
    """A newer report in place of one; the old one stays."""
    report = asking.report_or_404(request, pk, Permission.EDIT_FUNDS)
    if request.method != "POST":
        if not asking.newest_of(report) or report.row_count > MOST_TYPED:
            return redirect("office:credit-report", pk)
        return _page(request, report.unit, report, _stored(parts_of(request.user, report)), [])
    sheet = _sent(request.POST)
    sheet.month = report.month
    parts, stated, findings = _read(sheet, _villages(request, report.unit, report.year, report.month))
    if not parts and not findings:
        findings = [p.EMPTY.at()]
    if not findings:
        try:
            made = actions.correct_credit(
                by=request.user, report=report, parts=parts, stated=stated, reason=sheet.reason, keep=sheet.keep
            )
        except Refused as refused:
            findings = _placed(sheet, refused)
        else:
            return _saved(request, made, draft_key(request, "credit-correct", pk))
    return _page(request, report.unit, report, sheet, [], findings)


def free_months(request: OfficeRequest, unit: Unit) -> list[int]:
    """Months of the year at the top, up to this one, that have no report."""
    year, today = request.scope.year, request.scope.today
    found = credit_year(request.user, unit, year)
    last = 12 if year < today.year else today.month if year == today.year else 0
    return [each for each in range(1, last + 1) if each not in found.months and each not in found.withdrawn]


def _saved(request: OfficeRequest, made: CreditReport, draft: str) -> HttpResponse:
    say_saved(request, _("Đã ghi báo cáo tín dụng tháng %(month)s.") % {"month": made.month}, draft)
    return redirect("office:credit-report", made.pk)


def _blank_rows() -> list[TypedRow]:
    known = [TypedRow(asking.programme_title(code, "")) for code in programmes()]
    return [*known, *(TypedRow() for _number in range(_BLANK))]


def _sent(post: QueryDict) -> Sheet:
    count = min(whole(post.get("rows")) or 0, MOST_TYPED + _BLANK)
    rows = [
        TypedRow(
            squeeze(post.get(f"name-{number}", ""))[:200], post.get(f"thon-{number}", ""),
            {name: post.get(f"{name}-{number}", "").strip()[:30] for name in WORDS},
        )
        for number in range(1, count + 1)
    ]  # fmt: skip
    stated = {name: post.get(f"tong-{name}", "").strip()[:30] for name in STATED}
    unit = post.get("don-vi", "")
    return Sheet(
        rows, stated, unit if unit in UNITS else "trieu", whole(post.get("thang")) or 0,
        post.get("reason", "").strip()[:300], bool(post.get("giu")),
    )  # fmt: skip


def _stored(month: CreditMonth) -> Sheet:
    """A report in the form again: in million đồng where every sum is whole in it."""
    sums = [getattr(each, name) or 0 for each in month.parts for name in WORDS if name != "count"]
    sums += [month.stated.turnover or 0, month.stated.outstanding or 0]
    unit = "trieu" if not any(each % UNITS["trieu"] for each in sums) else "dong"

    def shown(value: int | None, name: str) -> str:
        return "" if value is None else format_number(value if name == "count" else Fraction(value, UNITS[unit]))

    rows = [
        TypedRow(
            asking.programme_title(each.programme, each.name), str(each.village or ""),
            {name: shown(getattr(each, name), name) for name in WORDS},
        )
        for each in month.parts
    ]  # fmt: skip
    stated = {name: shown(getattr(month.stated, name), name) for name in STATED}
    return Sheet([*rows, *(TypedRow() for _number in range(_BLANK))], stated, unit, month.report.month)


def _read(sheet: Sheet, villages: list[Village]) -> tuple[list[Part], Figures, list[Finding]]:
    """What the form says; what cannot be read is told beside its row."""
    known = {str(each.pk): each.pk for each in villages}
    unit, parts, findings = UNITS[sheet.unit], [], []
    for row in sheet.rows:
        if not row.is_filled:
            continue
        wrong: list[Finding] = []
        read = {
            name: read_figure(row.figures[name], name, unit, programme=row.name or _("Dòng chưa có tên"))
            for name in WORDS
        }
        wrong += [each.finding for each in read.values() if each.finding is not None]
        if not row.name:
            wrong.append(p.NO_PROGRAMME.at())
        if row.village and row.village not in known:
            wrong.append(p.VILLAGE.at(village=row.village[:20]))
        row.errors += [problem_of(each)["message"] for each in wrong]
        findings += wrong
        programme = programme_of(row.name)
        parts.append(Part(
            programme.code if programme else "", read["turnover"].value or 0, read["count"].value or 0,
            read["outstanding"].value, read["overdue"].value, "" if programme else row.name, known.get(row.village),
        ))  # fmt: skip
    totals = {name: read_figure(sheet.stated[name], name, unit, programme=_("Ngân hàng ghi")) for name in STATED}
    findings += [each.finding for each in totals.values() if each.finding is not None]
    return parts, Figures(**{name: each.value for name, each in totals.items()}), findings


def _placed(sheet: Sheet, refused: Refused) -> list[Finding]:
    """Beside its row what is about one: parts are numbered as filled rows are."""
    filled = [row for row in sheet.rows if row.is_filled]
    for each in refused.findings:
        if each.line is not None and each.line <= len(filled):
            filled[each.line - 1].errors.append(problem_of(each)["message"])
    return list(refused.findings)


def _villages(request: OfficeRequest, unit: Unit, year: int, month: int) -> list[Village]:
    return villages_in(request.user, unit, asking.day_in(year, month, request.scope.today))


def _page(
    request: OfficeRequest, unit: Unit, report: CreditReport | None, sheet: Sheet, free: list[int],
    findings: list[Finding] | None = None,
) -> HttpResponse:  # fmt: skip
    year = report.year if report else request.scope.year
    draft = draft_key(request, "credit-correct", report.pk) if report else draft_key(request, "credit", unit.pk, year)
    months = [report.month] if report else sorted({*free, *([sheet.month] if 1 <= sheet.month <= 12 else [])})
    found = findings or []
    context: dict[str, Any] = {
        "unit": unit, "year": year, "report": report, "sheet": sheet, "months": months, "units": asking.UNITS,
        "measures": asking.MEASURES, "stated_names": STATED, "villages": _villages(request, unit, year, sheet.month),
        "problems": problems_of([("", each) for each in found]), "draft": draft, "touched": bool(found),
        "may_keep": bool(found) and all(each.code in KEEPABLE for each in found),
        "programmes": [asking.programme_title(code, "") for code in programmes()],
    }  # fmt: skip
    return render(request, "office/funds/credit_form.html", context, status=422 if found else 200)
