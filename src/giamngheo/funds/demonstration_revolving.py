"""The demonstration's revolving money: a group's capital, loans and repayments are invented and say so ("mẫu")."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.funds import actions
from giamngheo.funds.actions import Terms
from giamngheo.funds.models import RevolvingEntry, RevolvingPot
from giamngheo.funds.queries import capital_sources
from giamngheo.households.queries.villages import addresses_seen

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

MILLION = 1_000_000
CAPITAL = 40 * MILLION


@transaction.atomic
def prepare(*, by: User, unit: Unit) -> int:
    """A group whose loans are in part overdue, once; gives how many entries stand."""
    sources = [each for each in capital_sources(by, unit, date(2025, 7, 1)) if each.left >= CAPITAL]
    source = min(sources, key=lambda each: each.entry.on, default=None)
    if source is None or RevolvingPot.objects.filter(unit=unit).exists():
        return RevolvingEntry.objects.count()
    pot = actions.open_pot(by=by, unit=unit, name="Tổ hợp tác nuôi bò thôn Mẫu 1 (mẫu)")
    begun = max(source.entry.on, _past(date(2026, 1, 5)))
    actions.add_capital(by=by, pot=pot, source=source.entry, amount=CAPITAL, on=begun, note="(mẫu)")
    homes = addresses_seen(by, begun, unit).select_related("household").order_by("pk")
    loans = [
        actions.lend(
            by=by, pot=pot, amount=millions * MILLION, on=begun, terms=Terms(3, 2, _later(begun, 2)),
            household=home.household, paper=f"0{number}/HĐV (mẫu)",
        )
        for number, (millions, home) in enumerate(zip((20, 12, 8), homes[2:5], strict=False), 1)
    ]  # fmt: skip
    today = timezone.localdate()
    for loan in loans[:1]:
        for instalment in (6_666_666, 6_666_666):
            actions.repay(by=by, loan=loan, amount=instalment, on=today, paper="PT (mẫu)")
    for loan in loans[1:2]:
        actions.repay(by=by, loan=loan, amount=2 * MILLION, on=today, paper="PT (mẫu)")
    for loan in loans[2:3]:
        actions.write_off(
            by=by, loan=loan, amount=3 * MILLION, on=today, paper="15/QĐ (mẫu)", reason="Bò chết do dịch (mẫu)"
        )
    if loans:
        actions.lend(
            by=by, pot=pot, amount=10 * MILLION, on=today, terms=Terms(4, 6, _later(today, 6)),
            group="Nhóm hộ nuôi gà (mẫu)",
        )  # fmt: skip
    return RevolvingEntry.objects.count()


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, 28))


def _past(day: date) -> date:
    """The day, or today where it has not come."""
    return min(day, timezone.localdate())
