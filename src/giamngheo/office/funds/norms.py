"""The norms on the screens of money: an activity's money beside its livelihood project, local money beside central."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.models import User
from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.numbers import format_number
from giamngheo.funds.queries import MatrixRow
from giamngheo.office.funds.fields import MoneyTyped, choice
from giamngheo.office.households.fields import Field
from giamngheo.office.planning.findings import spoken
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.programme.models import WorkItem
from giamngheo.programme.queries import work_item_for, work_items
from giamngheo.support.conditions import norm_words
from giamngheo.support.counterpart import Compared
from giamngheo.support.norms import Judged
from giamngheo.support.queries import activity_money, counterpart_of
from giamngheo.territory.models import Unit


def item_field(request: OfficeRequest, unit: Unit) -> Field:
    """The activity the money is for."""
    items = work_items(request.user, unit, request.scope.year).order_by("node__order", "pk")
    options = [("", _("không ghi")), *((str(each.pk), f"{each.node.code} {each.title}") for each in items)]
    return choice("work_item", _("Cho đầu việc (không bắt buộc)"), options)


def item_typed(request: OfficeRequest, typed: MoneyTyped, unit: Unit) -> WorkItem | None:
    """The activity that was chosen."""
    number = whole(typed.text("work_item"))
    return work_items(request.user, unit).filter(pk=number).first() if number else None


def norms_of(request: OfficeRequest, item: WorkItem | None) -> dict[str, Any] | None:
    """What the page of an activity's money shows; None for none, or where the user may not see it."""
    found = activity_money(request.user, item, request.scope.today) if item else None
    if item is None or found is None:
        return None
    return {"item": item, "facts": found, "findings": [
        {"message": spoken(each.message), "broken": each in found.broken} for each in found.findings
    ], "kept": [_told(each) for each in found.judged if each.kept]}  # fmt: skip


def _told(each: Judged) -> str:
    """A norm that is kept, with its article."""
    norm = each.norm
    numerator, denominator = each.found or (0, 1)
    unit = " %" if norm.unit == "percent" else f" {_('đồng')}"
    words = _("%(norm)s: %(found)s, quy định ít nhất %(limit)s (%(rule)s)")
    if norm.bound == "at_most":
        words = _("%(norm)s: %(found)s, quy định nhiều nhất %(limit)s (%(rule)s)")
    vi, en = norm_words(norm)
    return words % {
        "norm": vi if get_language() == "vi" else en, "rule": norm.citation.text(),
        "found": format_number(round(Fraction(numerator, denominator), 2)) + unit,
        "limit": format_number(norm.amount or 0) + unit,
    }  # fmt: skip


@login_required
@require_safe
def norms_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """Money of an activity beside the norms of its livelihood project."""
    try:
        item = work_item_for(request.user, pk)
    except WorkItem.DoesNotExist as missing:
        raise Http404 from missing
    require(request.user, Permission.VIEW_FUNDS, item.unit)
    return render(request, "office/funds/activity_money.html", {"item": item, "norms": norms_of(request, item)})


def counterparts(user: User, rows: list[MatrixRow]) -> list[dict[str, Any]]:
    """Local money beside central, by period, with the rule as it was read."""
    return [{"below": each.below, "told": _compared(each)} for each in counterpart_of(user, rows)]


def _compared(each: Compared) -> str:
    share = format_number(Fraction(100 * each.local, each.central), 1)
    values = {"period": each.period, "share": share, "local": format_number(each.local),
              "central": format_number(each.central)}  # fmt: skip
    told = _(
        "Vốn giai đoạn %(period)s giao trong năm: địa phương đối ứng %(local)s đồng, bằng %(share)s %% của %(central)s "
        "đồng vốn trung ương."
    )
    if not each.rules:
        return f"{told % values} {_('Tỷ lệ đối ứng của giai đoạn này chưa đọc được, chưa xét.')}"
    vi = get_language() == "vi"
    rules = "; ".join(f"{rule.amount} % ({rule.receives.vi if vi else rule.receives.en})" for rule in each.rules)
    rest = _(
        "Quy định tối thiểu (%(rule)s): %(rules)s. Mức này tính cho địa phương; phần mềm chưa biết tỉnh thuộc mức nào "
        "nên chỉ đối chiếu."
    )
    return f"{told % values} {rest % {'rule': each.rules[0].citation.text(), 'rules': rules}}"
