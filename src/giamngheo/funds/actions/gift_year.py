"""Closing a year of a gift fund. docs/algorithms/gifts.md."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds import problems_gifts as p
from giamngheo.funds.gift_days import closed_until
from giamngheo.funds.models import GiftClosing, GiftFund
from giamngheo.funds.problems import refuse
from giamngheo.funds.queries.gifts import gift_publication

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@transaction.atomic
def close_gift_year(*, by: User, fund: GiftFund, year: int, note: str = "") -> GiftClosing:
    """Close a year that is over, with those before it; what is left begins the next one. Raises Refused (GIFT-*),
    OutOfScope, NotPermitted."""
    require(by, Permission.CLOSE_FUNDS, fund.unit)
    # Entries lock their fund: who holds it knows that none is being written.
    held = GiftFund.objects.select_for_update(no_key=True, of=("self",)).select_related("unit").get(pk=fund.pk)
    if not 2016 <= year < timezone.localdate().year:
        raise refuse(p.YEAR_RUNNING, year=year)
    if year <= closed_until(held):
        raise refuse(p.YEAR_CLOSED, year=year, fund=held.name)
    found = gift_publication(by, held, date(year, 1, 1), date(year, 12, 31))
    money = found.money
    made = GiftClosing.objects.create(
        fund=held, year=year, opening=money.opening, received=money.received, used=money.used, carried=money.remaining,
        valued=found.valued.remaining, note=squeeze(nfc(note)), by=by,
    )  # fmt: skip
    after = {"year": year, "carried": made.carried, "valued": made.valued}
    record(by=by, action="funds.close_gift_year", subject=made, unit=held.unit, after=after)
    return made
