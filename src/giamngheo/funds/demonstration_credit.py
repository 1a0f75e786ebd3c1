"""The demonstration's policy credit: a report a month of last year and this one, one that disagrees with itself, one
corrected.

All sums are invented. They are not those of any bank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from giamngheo.funds.actions import correct_credit, report_credit
from giamngheo.funds.credit import Figures, Part, summed
from giamngheo.funds.credit_programmes import programmes
from giamngheo.funds.models import CreditReport

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_MILLION = 1_000_000
_LENT = (90, 75, 60, 120, 40, 55)  # million đồng a loan goes around, by programme
_SHOWN = 6
_APART, _CORRECTED = 4, 7  # months
_MADE_IN = 6  # units were made anew on 1 July 2025: the last month of the old ones


def prepare(*, by: User, unit: Unit, before: Unit | None = None) -> int:
    """Once; how many reports there are, up to the last whole month. `before`: the unit of the first half of last year,
    before this one was made of it."""
    today = timezone.localdate()
    if there := CreditReport.objects.filter(unit=unit).count():
        return there
    for month in range(1, 13):
        place = unit if before is None or month > _MADE_IN else before
        parts = _parts(month + 1)
        total = summed(parts)
        stated = Figures(total.turnover, total.count, total.outstanding)
        report_credit(by=by, unit=place, year=today.year - 1, month=month, parts=parts, stated=stated, keep=True)
    for month in range(1, today.month):
        parts = _parts(month)
        total = summed(parts)
        stated = Figures(total.turnover, total.count, total.outstanding)
        if month == _APART:  # as lists come: the total is not that of the lines
            stated = stated._replace(turnover=(total.turnover or 0) + 1_011 * _MILLION, count=(total.count or 0) + 5)
        made = report_credit(by=by, unit=unit, year=today.year, month=month, parts=parts, stated=stated, keep=True)
        if month == _CORRECTED:
            again = [
                parts[0]._replace(count=parts[0].count + 1, turnover=parts[0].turnover + 50 * _MILLION),
                *parts[1:],
            ]
            right = summed(again)
            correct_credit(
                by=by, report=made, parts=again, stated=Figures(right.turnover, right.count, right.outstanding),
                reason="Ngân hàng gửi lại, thiếu một lượt vay (mẫu)",
            )  # fmt: skip
    return CreditReport.objects.filter(unit=unit).count()


def _parts(month: int) -> list[Part]:
    found = []
    for at, code in enumerate(list(programmes())[:_SHOWN]):
        count = (month * (at + 2) + at) % 5
        outstanding = (2_000 + 700 * at + 35 * month * (at + 1)) * _MILLION
        overdue = 12 * _MILLION if (month + at) % 6 == 0 else 0
        found.append(Part(code, count * _LENT[at] * _MILLION, count, outstanding, overdue))
    return found
