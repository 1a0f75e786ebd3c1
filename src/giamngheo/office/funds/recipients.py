"""The fields that say for whom money outside the budget is used, and how they are read."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds import problems_gifts as p
from giamngheo.funds.recipients import Recipient
from giamngheo.households.models import Household
from giamngheo.households.queries.listing import villages_in
from giamngheo.households.queries.villages import addresses_seen
from giamngheo.office.funds.fields import MoneyTyped, choice
from giamngheo.office.households.fields import Field
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.programme.queries import work_items
from giamngheo.territory.models import Unit


def household_field() -> Field:
    """The code in the register."""
    return Field("household", _("Mã hộ"), _("Mã trong sổ hộ dân; không gõ tên người."), most=40)


def recipient_fields(request: OfficeRequest, unit: Unit) -> list[Field]:
    """A household, an activity or a village."""
    items = work_items(request.user, unit, request.scope.year).order_by("node__order", "pk")
    villages = villages_in(request.user, unit, request.scope.today)
    none = ("", _("không"))
    return [
        household_field(),
        choice("work_item", _("Hoặc đầu việc"), [none, *((str(each.pk), each.title) for each in items)]),
        choice("village", _("Hoặc thôn"), [none, *((str(each.pk), each.name) for each in villages)]),
    ]


def household_typed(request: OfficeRequest, typed: MoneyTyped, unit: Unit, on: date) -> Household | None:
    """The household of that code the user may see; one that is not there is noted."""
    code = squeeze(nfc(typed.text("household")))
    if not code:
        return None
    homes = addresses_seen(request.user, on, unit).filter(household__local_code=code).select_related("household")
    found = homes.first()
    if found is None:
        typed.findings.append(("household", p.RECIPIENT.at()))
    return found.household if found else None


def recipient_typed(request: OfficeRequest, typed: MoneyTyped, unit: Unit, on: date) -> Recipient:
    """Who was chosen; the verb says whether it is one of the commune."""
    item, village = whole(typed.text("work_item")) or 0, whole(typed.text("village")) or 0
    return Recipient(
        household_typed(request, typed, unit, on),
        work_items(request.user, unit).filter(pk=item).first() if item else None,
        next((each for each in villages_in(request.user, unit, on) if each.pk == village), None),
    )
