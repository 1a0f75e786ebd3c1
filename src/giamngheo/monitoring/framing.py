"""A frame to draw from: each household of a list by a code that is its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.territory.models import Village

if TYPE_CHECKING:
    from giamngheo.households.models import Household


class Framed(NamedTuple):
    """A household of a frame: its key, its village's key and code."""

    household: int
    village: int
    village_code: str


def coded(homes: Iterable[Household]) -> dict[str, Framed]:
    """Households (of `households_in`) by code: the village's, a stroke, the number the commune gives, or where that is
    missing or given twice in the village the register's key. One query."""
    rows = [(each, each.village_key) for each in homes]  # type: ignore[attr-defined]
    villages = dict(Village.objects.filter(pk__in={key for _each, key in rows}).values_list("pk", "code"))
    named = Counter((key, each.local_code) for each, key in rows)
    found = {}
    for each, key in rows:
        alone = each.local_code and named[key, each.local_code] == 1
        own = each.local_code if alone else f"{each.local_code}#{each.pk}"
        found[f"{villages[key]}/{own}"] = Framed(each.pk, key, villages[key])
    return found
