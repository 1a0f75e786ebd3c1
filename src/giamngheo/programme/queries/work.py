"""Items of work: the board of a commune's year, one of them, its progress."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery

from giamngheo.accounts.queries import can_everywhere, scope_units
from giamngheo.programme.forecast import Lateness, lateness, planned_share
from giamngheo.programme.models import Evidence, ProgressEntry, WorkItem
from giamngheo.territory.queries import with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class Standing(NamedTuple):
    """An item on a day: how much is done in all, its share (of the quantity, or of 100 %), what was planned."""

    item: WorkItem
    done: Decimal
    share: Fraction
    planned: Fraction
    late: Lateness

    @property
    def percent(self) -> int:
        return int(self.share * 100)

    @property
    def planned_percent(self) -> int:
        return int(self.planned * 100)


def work_items(user: User, unit: Unit | None = None, year: int | None = None) -> QuerySet[WorkItem]:
    """Items of the user's units, or of one of them (and of what it was before a merger)."""
    found = WorkItem.objects.filter(unit__in=scope_units(user, permission="view_plan"))
    found = found.select_related("unit", "node__period", "village", "lead", "by", "activity__text")
    if unit is not None:
        found = found.filter(unit__in=with_predecessors(unit))
    return found if year is None else found.filter(year=year)


def work_item_for(user: User, pk: int) -> WorkItem:
    """One of theirs; raises WorkItem.DoesNotExist for others', as if it were not there."""
    return work_items(user).get(pk=pk)


def board(user: User, unit: Unit, year: int, on: date) -> list[Standing]:
    """Every item of the year as it stands on a day, in one query."""
    standing = ProgressEntry.objects.filter(item=OuterRef("pk"), replaced_by=None, on__lte=on).order_by("-on", "-id")
    found = work_items(user, unit, year).annotate(done_so_far=Subquery(standing.values("done")[:1]))
    return [_standing(each, each.done_so_far or Decimal(0), on) for each in found.order_by("node__order", "pk")]


def standing_of(user: User, item: WorkItem, on: date) -> Standing:
    """One item on a day."""
    last = [each for each in progress_of(user, item) if each.on <= on and not hasattr(each, "replaced_by")]
    return _standing(item, last[-1].done if last else Decimal(0), on)


def progress_of(user: User, item: WorkItem) -> list[ProgressEntry]:
    """Every entry by day, those replaced too, each with its evidence, in two queries."""
    found = ProgressEntry.objects.filter(item=item, item__in=work_items(user))
    found = found.select_related("by", "replaced_by").prefetch_related("evidence__file").order_by("on", "id")
    return list(found)


def evidence_for(user: User, pk: int) -> Evidence:
    """A photo or document of somebody who sees the whole unit: people may be on it. Raises Evidence.DoesNotExist."""
    seen = Evidence.objects.filter(entry__item__in=work_items(user))
    found = seen.select_related("file", "entry__item__unit").get(pk=pk)
    if not can_everywhere(user, "view_plan", found.entry.item.unit):
        raise Evidence.DoesNotExist
    return found


def _standing(item: WorkItem, done: Decimal, on: date) -> Standing:
    whole = Fraction(item.quantity) if item.quantity is not None else Fraction(100)
    share = Fraction(done) / whole
    planned = planned_share(item.starts_on, item.ends_on, on)
    return Standing(item, done, share, planned, lateness(item.state, item.starts_on, item.ends_on, share, on))
