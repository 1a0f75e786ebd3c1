"""Help: health insurance of poor and near-poor people, livelihood models."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.monitoring.computing.asked import Asked
from giamngheo.monitoring.computing.counted import RATE_DECIMALS, Counted, Fold, Row, missing
from giamngheo.support.models.livelihood import Stage
from giamngheo.support.queries import Line, Received, due_in, projects_in


def insured(asked: Asked) -> Counted:
    """Q13: people of poor and near-poor households whose premium was paid, of those it is due to."""
    source = _("sổ hỗ trợ và danh mục chính sách")
    if not asked.is_commune:
        return missing(asked.day, _("Chỉ tính được cho từng xã."), source)
    found = due_in(asked.user, asked.unit, asked.day, kind="health_insurance", village=asked.village)
    people: dict[int, Line] = {}
    for line in found.lines:
        due = line.entitlement
        if due.person is not None and due.value.who.klass in ("poor", "near_poor"):
            known = people.get(due.person.person.pk)
            if known is None or line.received == Received.WHOLE:
                people[due.person.person.pk] = line
    if not people:
        return missing(asked.day, _("Không có ai thuộc diện vào ngày này."), source)
    rows = [
        Row(line.entitlement.person.person.full_name if line.entitlement.person else "",
            _("đã được hỗ trợ") if line.received == Received.WHOLE else _("chưa"),
            int(line.received == Received.WHOLE), 1, "office:household", (line.entitlement.home.pk,))
        for line in people.values()
    ]  # fmt: skip
    return Counted(
        asked.day, Fold.SHARE, sum(int(each.above) for each in rows), len(rows), RATE_DECIMALS, source,
        rows=lambda: rows,
    )  # fmt: skip


def models(asked: Asked) -> Counted:
    """Q08: livelihood projects entered up to the day that were approved or went further."""
    source = _("sổ dự án sinh kế")
    require(asked.user, Permission.VIEW_SUPPORT, asked.unit)
    if asked.village is not None:
        return missing(asked.day, _("Dự án không chia theo thôn."), source)
    every = projects_in(asked.user, asked.unit).filter(at__date__lte=asked.day)
    if not every.exists():
        return missing(asked.day, _("Chưa ghi dự án nào."), source)
    found = list(every.filter(stage__gte=Stage.APPROVAL))
    return Counted(
        asked.day, above=len(found), source=source,
        rows=lambda: [Row(each.name, each.holder_name, 1, 0, "office:livelihood-project", (each.pk,))
                      for each in found],
    )  # fmt: skip


COMPUTED: dict[str, Callable[[Asked], Counted]] = {"Q13": insured, "Q08": models}
