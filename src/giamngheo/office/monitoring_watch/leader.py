"""The chairman's page: five figures, and what waits for a signature."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import permissions_in
from giamngheo.funds.queries import matrix
from giamngheo.monitoring.alerts.queries import waiting
from giamngheo.monitoring.dashboards.queries import Numbers
from giamngheo.office.monitoring_watch.charts import printed, rate
from giamngheo.office.monitoring_watch.commune import read
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day
from giamngheo.planning.queries import plans_for
from giamngheo.review.queries.decisions import drafts_to_sign
from giamngheo.support.queries import Received, due_in
from giamngheo.territory.models import Unit
from giamngheo.territory.queries import with_predecessors


class Figure(NamedTuple):
    """A number with what it is, why it is so, and where its rows are."""

    value: str
    what: str
    why: str
    url: str


class ToSign(NamedTuple):
    """A paper that waits."""

    title: str
    why: str
    url: str


def figures(request: OfficeRequest, unit: Unit) -> list[Figure]:
    """Five at most: what the user may not see is left out."""
    return list(_figures(request, unit))


def _figures(request: OfficeRequest, unit: Unit) -> Iterator[Figure]:
    user, today, rights = request.user, request.scope.today, permissions_in(request.user, unit)
    seen = read(request, unit)
    whole = seen.counts.whole()
    now, before = whole[-1], whole[-2] if len(whole) > 1 else Numbers()
    page = reverse("office:dashboard")
    yield Figure(_percent(now.poor, now.homes), _("hộ nghèo"), _since(now.poor, before.poor, before.homes), page)
    yield Figure(_percent(now.near, now.homes), _("hộ cận nghèo"), _since(now.near, before.near, before.homes), page)
    day = min(today, date(request.scope.year, 12, 31))
    if Permission.VIEW_FUNDS in rights:
        rows = [row for row in matrix(user, request.scope.year, day) if row.line.unit_id == unit.pk]
        total, spent = sum(row.total for row in rows), sum(row.disbursed for row in rows)
        why = _("%(spent)s trên %(total)s đồng") % {"spent": printed(spent), "total": printed(total)}
        yield Figure(_percent(spent, total), _("vốn đã giải ngân"), why, reverse("office:funds"))
    if Permission.VIEW_SUPPORT in rights:
        missing = [each for each in due_in(user, unit, day).lines if each.received == Received.NOT_YET]
        homes = len({each.entitlement.home.pk for each in missing})
        why = ngettext("của %(n)s hộ", "của %(n)s hộ", homes) % {"n": printed(homes)}
        url = f"{reverse('office:support-due')}?loc=chua"
        yield Figure(printed(len(missing)), _("suất chế độ chưa nhận"), why, url)
    open_ = waiting(user, unit, today)
    late = sum(each.late for each in open_)
    why = ngettext("%(n)s đã quá hạn", "%(n)s đã quá hạn", late) % {"n": late}
    yield Figure(printed(len(open_)), _("cảnh báo chưa xong"), why, reverse("office:alerts"))


def to_sign(request: OfficeRequest, unit: Unit) -> list[ToSign]:
    """Decisions of the review that were drafted, and the year's plan while it is one."""
    drafts: Any = drafts_to_sign(request.user, unit)  # each with `households`
    found = [
        ToSign(
            str(each.get_kind_display()).capitalize(),
            ngettext("%(n)s hộ, hiệu lực từ %(day)s", "%(n)s hộ, hiệu lực từ %(day)s", each.households)
            % {"n": each.households, "day": printed_day(each.effective_from)},
            reverse("office:review-decision", args=[each.pk]),
        )
        for each in drafts
    ]  # fmt: skip
    if Permission.ISSUE_PLAN in permissions_in(request.user, unit):
        plans = plans_for(request.user, request.scope.year).filter(commune__in=with_predecessors(unit), status="draft")
        found += [
            ToSign(
                _("Kế hoạch năm %(year)s") % {"year": each.year},
                _("đang dự thảo"),
                reverse("office:plan", args=[each.pk]),
            )
            for each in plans
        ]
    return found


def _percent(some: int, homes: int) -> str:
    share = rate(some, homes)
    return "–" if share is None else f"{printed(share, 2)} %"


def _since(now: int, before: int, homes: int) -> str:
    if not homes:
        return _("%(now)s hộ; chưa có số năm trước") % {"now": printed(now)}
    change = now - before
    values = {"now": printed(now), "change": printed(abs(change))}
    if change == 0:
        return _("%(now)s hộ, bằng cuối năm trước") % values
    words = _("%(now)s hộ, tăng %(change)s so với cuối năm trước") if change > 0 else _(
        "%(now)s hộ, giảm %(change)s so với cuối năm trước"
    )  # fmt: skip
    return words % values
