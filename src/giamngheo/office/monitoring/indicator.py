"""One indicator: its series, its targets, every value typed in; the rows behind a value; typing values and targets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.documents.actions import keep_file
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.numbers import find_quantities
from giamngheo.monitoring import problems as p
from giamngheo.monitoring.actions import values as verbs
from giamngheo.monitoring.computing import COMPUTED
from giamngheo.monitoring.models import AssignedTarget, Indicator, IndicatorValue, PeriodKind
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.queries import (
    assigned_targets_for,
    by_village,
    indicators,
    opened,
    series,
    standings,
    typed_values_for,
)
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, Typed, problems_of, show
from giamngheo.office.monitoring import present
from giamngheo.office.monitoring.asking import Asked, asked_of
from giamngheo.office.monitoring.chart import chart
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import day as read_day
from giamngheo.office.typed import printed_day, whole

PER_PAGE = 100
YEARS = 6
Found = list[tuple[str, Finding]]
PLACES = {"MONITOR-VALUE": "value", "MONITOR-DAY": "as_of", "MONITOR-SOURCE": "source", "MONITOR-REPLACED": "reason",
          "MONITOR-VILLAGE": "village", "MONITOR-TARGET": "value"}  # fmt: skip


@login_required
@require_safe
def indicator_page(request: OfficeRequest, code: str) -> HttpResponse:
    """The series over years, targets of the year at the top, what was typed in."""
    asked, indicator = _asked(request, code)
    last = max(asked.year, request.scope.today.year)
    points = series(request.user, unit=asked.unit, code=code, years=range(last - YEARS + 1, last + 1),
                    today=request.scope.today, village=asked.village_id)  # fmt: skip
    targets = standings(request.user, unit=asked.unit, year=asked.year, day=asked.day, code=code)
    ours = next((each.aim.value for each in targets if each.village == (asked.village.name if asked.village else "")),
                None)  # fmt: skip
    context: dict[str, Any] = {
        "asked": asked, "indicator": indicator, "computed": code in COMPUTED, "levels": asked.levels(),
        "villages": _villages_of(request, asked, indicator), "day": printed_day(asked.day),
        "points": [
            {"year": each.year, "now": present.figure(each.actual),
             "guess": present.figure(each.estimate) if each.estimate else None}
            for each in points
        ],
        "chart": chart(points, ours, of_poverty=indicator.origin in "MQ" or code in ("S01", "S02")),
        "targets": [present.target(each) for each in targets], "rule": _rule(indicator),
        "typed": typed_values_for(request.user, asked.unit, code, village=asked.village_id)[:50],
        "may_edit": can(request.user, Permission.EDIT_MONITORING, asked.unit), "query": asked.query,
    }  # fmt: skip
    return render(request, "office/monitoring/indicator.html", context)


@login_required
@require_safe
def rows_page(request: OfficeRequest, code: str) -> HttpResponse:
    """What a value was counted from, a page at a time."""
    asked, indicator = _asked(request, code)
    since = read_day(request.GET.get("tu"), request.scope.today) if request.GET.get("tu") else None
    found = opened(request.user, unit=asked.unit, code=code, day=asked.day, village=asked.village_id, since=since)
    if found is None:
        raise Http404
    page = Paginator(found.rows, PER_PAGE).get_page(request.GET.get("trang"))
    share = any(each.below for each in found.rows)
    context: dict[str, Any] = {
        "asked": asked, "indicator": indicator, "figure": present.figure(found.figure), "page": page, "share": share,
        "adds_up": found.adds_up, "day": printed_day(asked.day), "since": printed_day(since) if since else "",
        "page_query": f"ngay={printed_day(asked.day)}&" + (f"{asked.query}&" if asked.query else ""),
        "rows": [
            {"title": each.title, "detail": each.detail,
             "above": present.number(each.above) if each.above or not share else "",  # type: ignore[arg-type]
             "below": present.number(each.below) if each.below else "",  # type: ignore[arg-type]
             "url": present.url_of(each.url_name, each.url_args, each.url_query)}
            for each in page.object_list
        ],
        "sums": (present.number(sum(each.above for each in found.rows) or Decimal(0)),  # type: ignore[arg-type]
                 present.number(sum(each.below for each in found.rows) or Decimal(0))),  # type: ignore[arg-type]
    }  # fmt: skip
    return render(request, "office/monitoring/rows.html", context)


@login_required
def type_page(request: OfficeRequest, code: str) -> HttpResponse:
    """Typing a value, `?thay=` in place of another."""
    asked, indicator = _asked(request, code, Permission.EDIT_MONITORING)
    former = typed_values_for(request.user, asked.unit, code, village=None).filter(
        pk=whole(request.GET.get("thay")) or 0, plan=None
    ).first()  # fmt: skip
    fields = _value_fields(asked, former)
    draft = draft_key(request, "monitoring-value", asked.unit.pk, code, former.pk if former else 0)
    findings: Found = []
    if request.method == "POST":
        findings = _type(request, asked, indicator, former)
        if not findings:
            say_saved(request, _("Đã ghi."), draft)
            return redirect(f"{_address(code)}?{asked.query}")
        show(fields, request.POST, findings)
    return _form(request, "office/monitoring/value.html", asked, indicator, fields, findings, draft, former)


@login_required
def target_page(request: OfficeRequest, code: str) -> HttpResponse:
    """Assigning a target, `?thay=` in place of another."""
    asked, indicator = _asked(request, code, Permission.EDIT_MONITORING)
    former = assigned_targets_for(request.user).filter(
        unit=asked.unit, indicator=indicator, pk=whole(request.GET.get("thay")) or 0
    ).first()  # fmt: skip
    fields = _target_fields(asked, former)
    draft = draft_key(request, "monitoring-target", asked.unit.pk, code, former.pk if former else 0)
    findings: Found = []
    if request.method == "POST":
        findings = _assign(request, asked, indicator, former)
        if not findings:
            say_saved(request, _("Đã ghi chỉ tiêu."), draft)
            return redirect(f"{_address(code)}?{asked.query}")
        show(fields, request.POST, findings)
    return _form(request, "office/monitoring/target.html", asked, indicator, fields, findings, draft, former)


def _villages_of(request: OfficeRequest, asked: Asked, indicator: Indicator) -> list[dict[str, Any]]:
    """The figure of each village on the day, where the registers tell villages apart."""
    if "thôn" not in indicator.disaggregations or asked.village is not None or not asked.villages:
        return []
    found = by_village(
        request.user, unit=asked.unit, code=indicator.code, day=asked.day, villages=[each.pk for each in asked.villages]
    )
    return [
        {"name": each.name, "now": present.figure(found[each.pk])} for each in asked.villages if each.pk in found
    ]  # fmt: skip


def _form(
    request: OfficeRequest, template: str, asked: Asked, indicator: Indicator, fields: list[Field], findings: Found,
    draft: str, former: IndicatorValue | AssignedTarget | None,
) -> HttpResponse:  # fmt: skip
    context = {
        "asked": asked, "indicator": indicator, "fields": fields, "problems": problems_of(findings), "draft": draft,
        "touched": bool(findings), "former": former, "query": asked.query,
    }  # fmt: skip
    return render(request, template, context, status=422 if findings else 200)


def _address(code: str) -> str:
    return present.url_of("office:monitoring-indicator", (code,))


def _asked(
    request: OfficeRequest, code: str, permission: Permission = Permission.VIEW_MONITORING
) -> tuple[Asked, Indicator]:
    asked, indicator = asked_of(request, permission), indicators().filter(code=code).first()
    if asked is None or indicator is None:
        raise Http404
    return asked, indicator


def _rule(indicator: Indicator) -> str:
    """The programme's own target, in words."""
    if indicator.rule_value is None:
        return ""
    value = f"{present.number(indicator.rule_value)} {indicator.unit}"
    words = str(present.COMPARATORS[indicator.rule_comparator]) % {"value": value}
    when = _("đến năm %(year)s") % {"year": indicator.rule_by} if indicator.rule_by else _("mỗi năm")
    return f"{words}, {when}"


def decimal_typed(words: str) -> Decimal | None:
    """A number as people write it here: 1.234,5; None for anything else."""
    found = find_quantities(words.strip())
    if len(found) == 1 and found[0].text == words.strip() and found[0].other is None:
        value = found[0].value * found[0].scale
        return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.000001")).normalize() + 0
    plain = words.strip().replace(".", "").replace(",", ".")
    negative = plain.startswith("-")
    return Decimal(plain) if plain.lstrip("-").replace(".", "", 1).isdecimal() and plain.isascii() and (
        len(plain) < 24 and plain.count("-") == int(negative)) else None  # fmt: skip


def _villages(asked: Asked) -> list[tuple[str, str]]:
    return [("", _("cả đơn vị")), *((str(each.pk), each.name) for each in asked.villages)]


def _value_fields(asked: Asked, former: IndicatorValue | None) -> list[Field]:
    fields = [
        Field("value", _("Giá trị"), _("Ví dụ 94,5."), value=present.number(former.value) if former else "", most=24),
        Field("as_of", _("Số liệu đến ngày"), value=printed_day(former.as_of if former else asked.day), most=10),
        Field("guess", _("Loại số"), options=[("", _("số thực tế")), ("uoc", _("ước thực hiện"))],
              value="uoc" if former and former.is_estimate else ""),
        Field("village", _("Của"), options=_villages(asked), value=str(former.village_id or "") if former else ""),
        Field("source", _("Nguồn"), _("Văn bản hoặc đơn vị cung cấp."), value=former.source if former else "",
              most=290),
        Field("note", _("Ghi chú (không bắt buộc)"), value=former.note if former else "", most=900),
    ]  # fmt: skip
    return [*fields, Field("reason", _("Lý do thay"), most=290)] if former else fields


def _target_fields(asked: Asked, former: AssignedTarget | None) -> list[Field]:
    words = {"at_least": _("từ … trở lên"), "at_most": _("không quá …"), "equals": _("đạt …")}
    fields = [
        Field("comparator", _("So sánh"), options=list(words.items()), value=former.comparator if former else ""),
        Field("value", _("Giá trị"), value=present.number(former.value) if former else "", most=24),
        Field("period", _("Kỳ"), options=list(PeriodKind.choices), value=former.period if former else "year"),
        Field("number", _("Tháng, quý thứ mấy"), _("Của cả năm, 6 tháng, 9 tháng thì để 1."),
              value=str(former.number) if former else "1", most=2),
        Field("village", _("Giao cho"), options=_villages(asked), value=str(former.village_id or "") if former else ""),
        Field("paper", _("Văn bản giao"), value=former.paper if former else "", most=290),
    ]  # fmt: skip
    return [*fields, Field("reason", _("Lý do thay"), most=290)] if former else fields


def _type(request: OfficeRequest, asked: Asked, indicator: Indicator, former: IndicatorValue | None) -> Found:
    typed = Typed(request.POST, request.scope.today)
    as_of, value = typed.day("as_of"), decimal_typed(typed.text("value"))
    if value is None:
        typed.findings.append(("value", p.VALUE.at(value=typed.text("value"), indicator=indicator.name)))
    file = request.FILES.get("file")
    if file is not None and (file.size or 0) > settings.MAX_UPLOAD_BYTES:
        typed.findings.append(("source", p.SOURCE.at()))
    if typed.findings or value is None:
        return typed.findings
    kept = former.evidence if former else None
    if file is not None:
        kept = keep_file(by=request.user, name=file.name or "", content=file.read(), media_type=file.content_type or "")
    told = verbs.TypedValue(
        indicator, value, as_of, typed.text("source"), typed.text("guess") == "uoc", whole(typed.text("village")), kept,
        typed.text("note"),
    )  # fmt: skip
    try:
        verbs.type_value(by=request.user, unit=asked.unit, typed=told, instead_of=former, reason=typed.text("reason"))
    except Refused as refused:
        return [(PLACES.get(each.code, ""), each) for each in refused.findings]
    return []


def _assign(request: OfficeRequest, asked: Asked, indicator: Indicator, former: AssignedTarget | None) -> Found:
    typed = Typed(request.POST, request.scope.today)
    value = decimal_typed(typed.text("value"))
    if value is None:
        return [("value", p.VALUE.at(value=typed.text("value"), indicator=indicator.name))]
    aimed = verbs.Aimed(
        indicator, asked.year, value, typed.text("comparator"), typed.text("paper"), typed.text("period"),
        whole(typed.text("number")) or 0, whole(typed.text("village")),
    )  # fmt: skip
    try:
        verbs.assign_target(
            by=request.user, unit=asked.unit, aimed=aimed, instead_of=former, reason=typed.text("reason")
        )
    except Refused as refused:
        return [(PLACES.get(each.code, ""), each) for each in refused.findings]
    return []
