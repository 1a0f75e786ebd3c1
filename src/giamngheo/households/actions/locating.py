"""Where an address lies on the globe: taken, taken again, or taken out."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from giamngheo.households.actions.finishing import Done, begin, finish
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.location import doubts
from giamngheo.households.keeping.places import on_globe
from giamngheo.households.keeping.stale import check_seen
from giamngheo.households.keeping.standing import standing
from giamngheo.households.keeping.writing import revise
from giamngheo.households.models import ActKind, Address, LocatedAs
from giamngheo.households.problems import ACCURACY, COORDINATES, NOTHING, refuse
from giamngheo.households.values import Location

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

LEAST = Decimal("0.000001")  # of a degree, a decimetre: what the columns hold
COARSEST = 100_000  # metres; what is less certain than this places nobody
_NOWHERE: dict[str, Any] = {
    "latitude": None, "longitude": None, "accuracy": None, "located_as": "", "located_at": None,
}  # fmt: skip
_CLOCK = timedelta(minutes=5)  # a device's clock may be that much ahead


@told
@transaction.atomic
def locate(*, by: User | None, address: Address, seen: int, location: Location | None, reason: str = "") -> Done:
    """The address lies there; None: its location is taken out. `seen` as for corrections; the day is that of the
    address. Done.warnings: REGISTER-LOCATION-... where it can hardly be. Raises Refused (COORDINATES, ACCURACY, STALE,
    NOTHING), OutOfScope, NotPermitted."""
    (here,) = standing(by, address.household)
    row = Address.objects.get(pk=address.pk)
    check_seen(row, seen)
    kept = _kept(location) if location is not None else None
    columns = asdict(kept) if kept is not None else _NOWHERE
    same = ("latitude", "longitude", "accuracy", "located_as")
    if all(getattr(row, name) == columns[name] for name in same):
        raise refuse(NOTHING)
    change = begin(by=by, kind=ActKind.LOCATION, unit=here.commune, reason=reason)
    revise(row, change, **columns)
    warnings = doubts(kept) if kept is not None else []
    return finish(by=by, change=change, households=[here.household], warnings=warnings)


def _kept(given: Location) -> Location:
    if not on_globe(given.latitude, given.longitude):
        raise refuse(COORDINATES)
    if given.accuracy is not None and not 0 <= given.accuracy <= COARSEST:
        raise refuse(ACCURACY, most=COARSEST)
    now = timezone.now()
    at = given.located_at or now
    return replace(
        given, latitude=given.latitude.quantize(LEAST), longitude=given.longitude.quantize(LEAST),
        located_as=LocatedAs(given.located_as), located_at=at if at <= now + _CLOCK else now,
    )  # fmt: skip
