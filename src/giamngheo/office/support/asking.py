"""What the screens of help are asked about: the commune, the year, the day, a kind, a village."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.translation import get_language

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.findings import Bilingual
from giamngheo.households.queries.listing import villages_in
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import day, whole
from giamngheo.standards.release import Text
from giamngheo.support.catalogue import Kind, delivered_kinds, kind_of
from giamngheo.support.models import SupportDelivery
from giamngheo.territory.models import Unit, Village


class Asked(NamedTuple):
    """`day`: within the year at the top, today or its last day where not typed. `kind` None: every kind."""

    unit: Unit
    year: int
    day: date
    kind: Kind | None
    village: int | None
    villages: list[Village]


def asked_of(request: OfficeRequest, permission: Permission = Permission.VIEW_SUPPORT) -> Asked | None:
    """None where no commune is chosen. Raises OutOfScope, NotPermitted."""
    unit = request.scope.unit
    if unit is None:
        return None
    require(request.user, permission, unit)
    year, today = request.scope.year, request.scope.today
    usual = min(today, date(year, 12, 31)) if today.year >= year else date(year, 1, 1)
    typed = day(request.GET.get("ngay"), usual)
    on = typed if typed is not None and typed.year == year and typed <= max(today, usual) else usual
    kind = kind_of(request.GET.get("loai", ""))
    villages = villages_in(request.user, unit, on)
    village = whole(request.GET.get("thon"))
    known = {each.pk for each in villages}
    return Asked(
        unit, year, on, kind if kind and kind.is_delivered else None, village if village in known else None, villages
    )


def said(text: Text | Bilingual) -> str:
    """The same in the language of the screen."""
    return text.vi if get_language() == "vi" else text.en


def kinds() -> list[tuple[str, str]]:
    """Kinds that are handed over, for a choice."""
    return [(each.code, said(each.title)) for each in delivered_kinds()]


def kind_title(code: str) -> str:
    """The title of a kind; its code where a later catalogue dropped it."""
    kind = kind_of(code)
    return said(kind.title) if kind else code


def source_of(each: SupportDelivery) -> str:
    """Where it came from, in words."""
    return each.donor if each.fund_line is None else f"{each.fund_line.source.name}, {each.fund_line.year}"
