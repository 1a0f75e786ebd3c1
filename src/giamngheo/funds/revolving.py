"""Schedules of loans and what is overdue. Pure; docs/algorithms/revolving.md."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

MOST_INSTALMENTS = 120


class Instalment(NamedTuple):
    """Đồng due on a day; `left`: of it not yet repaid or written off."""

    due: date
    amount: int
    left: int


class LoanState(NamedTuple):
    """A loan on a day. `since`: the due day of the oldest instalment overdue; `coming`: the first not fully covered."""

    instalments: Sequence[Instalment]
    overdue: int
    since: date | None
    coming: Instalment | None


def due_days(first: date, months: int, count: int) -> list[date]:
    """Every `months` months from the first; a day its month lacks is the month's last."""
    found = []
    for number in range(count):
        year, month = divmod(first.year * 12 + first.month - 1 + number * months, 12)
        found.append(date(year, month + 1, min(first.day, monthrange(year, month + 1)[1])))
    return found


def state_of(principal: int, first: date, months: int, count: int, covered: int, day: date) -> LoanState:
    """How a loan stands on a day by which `covered` đồng were repaid or written off."""
    each = principal // count
    instalments = []
    for number, due in enumerate(due_days(first, months, count), 1):
        amount = each if number < count else principal - each * (count - 1)
        paid = min(amount, covered)
        covered -= paid
        instalments.append(Instalment(due, amount, amount - paid))
    open_ = [one for one in instalments if one.left]
    late = [one for one in open_ if one.due < day]
    return LoanState(
        instalments, sum(one.left for one in late), late[0].due if late else None, open_[0] if open_ else None
    )
