"""Work: who found a job since 1 January, who went abroad, the share of agriculture."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.dates import format_date
from giamngheo.labour.models import Placement
from giamngheo.labour.queries import Entry, placements_for, register_on
from giamngheo.monitoring.computing.asked import Asked
from giamngheo.monitoring.computing.counted import RATE_DECIMALS, Counted, Fold, Row, missing


def _source() -> str:
    return _("sổ lao động")


def placed(kind: str = "") -> Callable[[Asked], Counted]:
    """People (not jobs) who took work since 1 January."""

    def count(asked: Asked) -> Counted:
        require(asked.user, Permission.VIEW_LABOUR, asked.unit)
        if asked.village is not None:
            return missing(asked.day, _("Sổ việc làm không chia theo thôn."), _source())
        book = placements_for(asked.user, asked.unit).filter(valid_from__lte=asked.day)
        if not book.exists():
            return missing(asked.day, _("Chưa ghi người nào nhận việc."), _source())
        found = book.filter(valid_from__gte=asked.begins, **({"kind": kind} if kind else {}))
        people: dict[int, Placement] = {}
        for each in found.order_by("valid_from", "id"):
            people.setdefault(each.person_id, each)
        return Counted(
            asked.day, above=len(people), source=_source(),
            rows=lambda: [_row(each) for each in people.values()],
        )  # fmt: skip

    return count


def _row(each: Placement) -> Row:
    words = f"{each.company}, {format_date(each.valid_from)}"
    return Row(each.person.full_name, f"{words}, {each.country}" if each.country else words, 1)


def farming(asked: Asked) -> Counted:
    """Of those who work, who works in agriculture, forestry, fishing; of those who were asked."""
    require(asked.user, Permission.VIEW_LABOUR, asked.unit)
    entries = register_on(asked.user, asked.unit, asked.day, asked.village)
    told = [each for each in entries if each.record is not None]
    employed = [each for each in told if each.record is not None and each.record.status == "employed"]
    if not employed:
        return missing(asked.day, _("Chưa hỏi được ai đang có việc làm."), _source())
    silent = len(entries) - len(told)
    note = _("%(n)s người trong độ tuổi chưa được hỏi nên không tính vào.") % {"n": silent}
    return Counted(
        asked.day, Fold.SHARE, sum(map(_farms, employed)), len(employed), RATE_DECIMALS, _source(),
        note=note if silent else "",
        rows=lambda: [
            Row(each.person.full_name, each.village_name, Fraction(_farms(each)), 1) for each in employed
        ],
    )  # fmt: skip


def _farms(each: Entry) -> int:
    return int(each.record is not None and each.record.industry == "agriculture")


COMPUTED: dict[str, Callable[[Asked], Counted]] = {"S03": placed(), "S04": placed("abroad"), "S05": farming}
