"""What hinders lines of money: what stands on a day, and all that was told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from giamngheo.funds.models import FundLine, LineDifficulty
from giamngheo.funds.queries.lines import lines_for

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


def difficulties(user: User, lines: Iterable[FundLine], until: date) -> dict[int, LineDifficulty]:
    """Line → what was told last up to a day, for lines the user may see; none where it is over. One query."""
    told = LineDifficulty.objects.filter(line__in=lines_for(user).filter(pk__in=[each.pk for each in lines]))
    found: dict[int, LineDifficulty] = {}
    for each in told.filter(on__lte=until).select_related("by").order_by("on", "id"):
        found[each.line_id] = each
    return {pk: each for pk, each in found.items() if each.text}


def difficulties_of(user: User, line: FundLine) -> QuerySet[LineDifficulty]:
    """All that was told of a line, the newest first."""
    told = LineDifficulty.objects.filter(line__in=lines_for(user).filter(pk=line.pk))
    return told.select_related("by").order_by("-on", "-id")
