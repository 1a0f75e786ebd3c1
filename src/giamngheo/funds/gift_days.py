"""Which days a gift fund still takes entries of. docs/algorithms/gifts.md."""

from __future__ import annotations

from datetime import date

from django.db.models import Max
from django.utils import timezone

from giamngheo.foundation.dates import format_date
from giamngheo.funds import problems_gifts as p
from giamngheo.funds.models import GiftClosing, GiftFund
from giamngheo.funds.problems import refuse


def closed_until(fund: GiftFund) -> int:
    """The last year that was closed; 0: none."""
    return GiftClosing.objects.filter(fund=fund).aggregate(last=Max("year"))["last"] or 0


def check_day(fund: GiftFund, on: date, taken_back: date | None = None) -> None:
    """Raises GIFT-FUTURE, GIFT-YEAR-CLOSED. `taken_back`: the day of the entry a counter-entry takes back."""
    if on > timezone.localdate():
        raise refuse(p.FUTURE, day=format_date(on))
    closed = closed_until(fund)
    for day in (on, taken_back):
        if day is not None and day.year <= closed:
            raise refuse(p.YEAR_CLOSED, year=day.year, fund=fund.name)
