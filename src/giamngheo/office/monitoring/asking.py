"""What the screens of monitoring are asked about: the commune at the top or its province, year, day, village."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import scope_units
from giamngheo.office.lists import Link, link
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import day as read_day
from giamngheo.office.typed import whole
from giamngheo.territory.models import Level, Unit, Village
from giamngheo.territory.queries import villages_of

PROVINCE = "tinh"


class Asked(NamedTuple):
    """`day`: within the year at the top, today or its last day where not typed. `province`: that could be asked for."""

    unit: Unit
    year: int
    day: date
    village: Village | None
    villages: list[Village]
    province: Unit | None
    level: str

    @property
    def village_id(self) -> int | None:
        return self.village.pk if self.village else None

    def levels(self) -> list[Link]:
        """Commune or province, where both may be asked."""
        if self.province is None:
            return []
        typed = {"cap": self.level}
        return [link(_("Xã"), typed, self.level == "", cap=""), link(_("Tỉnh"), typed, self.level != "", cap=PROVINCE)]

    @property
    def query(self) -> str:
        return f"cap={PROVINCE}" if self.level else ""


def asked_of(request: OfficeRequest, permission: Permission = Permission.VIEW_MONITORING) -> Asked | None:
    """None where no unit is chosen. Raises OutOfScope, NotPermitted."""
    province = _province(request)
    level = PROVINCE if request.GET.get("cap", "") == PROVINCE and province is not None else ""
    unit = province if level else request.scope.unit
    if unit is None:
        return None
    require(request.user, permission, unit)
    year, today = request.scope.year, request.scope.today
    usual = min(today, date(year, 12, 31)) if today.year >= year else date(year, 1, 1)
    typed = read_day(request.GET.get("ngay"), usual)
    on = typed if typed is not None and typed <= max(today, usual) else usual
    villages = sorted(villages_of(unit, on), key=lambda each: each.code) if unit.level == Level.COMMUNE else []
    chosen = whole(request.GET.get("thon"))
    village = next((each for each in villages if each.pk == chosen), None)
    return Asked(unit, year, on, village, villages, province, level)


def _province(request: OfficeRequest) -> Unit | None:
    """The province of today whose monitoring the user may see: of the commune at the top, or the only one."""
    found = scope_units(request.user, permission=Permission.VIEW_MONITORING)
    own = list(found.filter(level=Level.PROVINCE, valid_to=None)[:2])
    current = request.scope.unit
    while current is not None and current.level != Level.PROVINCE:
        current = current.parent
    if current is not None:
        return next((each for each in own if each.pk == current.pk), None)
    return own[0] if len(own) == 1 else None
