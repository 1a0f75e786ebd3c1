"""Where a household is to live and what it is called: questioned before it is written."""

from __future__ import annotations

from datetime import date

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.households.problems import COORDINATES, TOO_LONG, VILLAGE, refuse
from giamngheo.households.values import Place
from giamngheo.territory.models import Unit, VillageMembership
from giamngheo.territory.queries import covering, valid_on

LINE, CODE = 200, 30  # characters that the columns hold


def household_code(typed: str) -> str:
    """A household's code as it is kept. Raises REGISTER-TOO-LONG."""
    code = squeeze(nfc(typed))
    if len(code) > CODE:
        raise refuse(TOO_LONG, field="mã hộ", most=CODE)
    return code


def place_in(commune: Unit, place: Place, day: date) -> Place:
    """The place as it is kept. Raises REGISTER-VILLAGE unless the village lay in the commune (or in what it was) then,
    REGISTER-TOO-LONG, REGISTER-COORDINATES."""
    line = squeeze(nfc(place.line))
    if len(line) > LINE:
        raise refuse(TOO_LONG, field="địa chỉ", most=LINE)
    on_globe = (
        place.latitude is not None
        and place.longitude is not None
        and -90 <= place.latitude <= 90
        and -180 <= place.longitude <= 180
    )
    if not on_globe and (place.latitude, place.longitude) != (None, None):
        raise refuse(COORDINATES)
    there = VillageMembership.objects.filter(
        valid_on(day), village=place.village_id, commune__in=covering([commune.pk])
    )
    if not there.exists():
        raise refuse(VILLAGE, day=format_date(day))
    return Place(place.village_id, line, place.latitude, place.longitude)
