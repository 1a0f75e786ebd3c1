"""Where a household is to live and what it is called, and other words: questioned before they are written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from giamngheo.accounts.queries import can_in
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.households.permissions import Permission
from giamngheo.households.problems import COORDINATES, TOO_LONG, VILLAGE, refuse
from giamngheo.households.values import Place
from giamngheo.territory.models import Unit, VillageMembership
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

LINE, CODE = 200, 30  # characters that the columns hold
DETAIL = LEFT_TO = 200


def household_code(typed: str) -> str:
    """A household's code as it is kept. Raises REGISTER-TOO-LONG."""
    return _kept(typed, "mã hộ", CODE)


def detail_of(typed: str) -> str:
    """A circumstance's degree or category as it is kept. Raises REGISTER-TOO-LONG."""
    return _kept(typed, "mức độ, loại", DETAIL)


def departed_to(typed: str) -> str:
    """Where somebody went, as it is kept. Raises REGISTER-TOO-LONG."""
    return _kept(typed, "nơi đến", LEFT_TO)


def _kept(typed: str, field: str, most: int) -> str:
    words = squeeze(nfc(typed))
    if len(words) > most:
        raise refuse(TOO_LONG, field=field, most=most)
    return words


def place_in(by: User | None, commune: Unit, place: Place, day: date) -> Place:
    """The place as it is kept. Raises REGISTER-VILLAGE unless the village lay in the commune (or in what it was) then
    and is one `by` may write in, REGISTER-TOO-LONG, REGISTER-COORDINATES."""
    line = _kept(place.line, "địa chỉ", LINE)
    if (place.latitude, place.longitude) != (None, None) and not on_globe(place.latitude, place.longitude):
        raise refuse(COORDINATES)
    there = VillageMembership.objects.filter(
        valid_on(day), village=place.village_id, commune__in=covering([commune.pk])
    )
    if not there.exists() or not (by is None or can_in(by, Permission.EDIT_HOUSEHOLD, place.village_id)):
        raise refuse(VILLAGE, day=format_date(day))
    return Place(place.village_id, line, place.latitude, place.longitude)


def on_globe(latitude: Decimal | None, longitude: Decimal | None) -> bool:
    """Whether both are given and degrees of the globe."""
    if latitude is None or longitude is None or not (latitude.is_finite() and longitude.is_finite()):
        return False
    return -90 <= latitude <= 90 and -180 <= longitude <= 180
