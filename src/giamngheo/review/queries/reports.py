"""The reports of the review: one, all of them, and the households behind a number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils import timezone

from giamngheo.accounts.permissions import require
from giamngheo.accounts.queries import can, scope_units
from giamngheo.households.queries import households_in
from giamngheo.review.models import FINAL, Closing, ReviewCase, ReviewRound, RoundKind
from giamngheo.review.permissions import Permission
from giamngheo.review.reports.catalogue import BY_SLUG, REPORTS, Report
from giamngheo.review.reports.columns import Column, Lived, Sets, Share
from giamngheo.review.reports.gathering import Asked, gather
from giamngheo.review.reports.table import Table, behind, fill, titles_of
from giamngheo.territory.models import Level
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class Behind(NamedTuple):
    """A household behind a number: what it gives to it. `head`, `village`: as the register names them that day."""

    pk: int
    head: str
    village: str
    households: int
    people: int


class Opened(NamedTuple):
    """The households a number was counted from. `row`: the village or commune, "" for all."""

    column: Column
    row: str
    households: list[Behind]


def report(user: User, asked: Asked, slug: str) -> Table:
    """One report. Raises KeyError for an unknown slug, OutOfScope, NotPermitted."""
    found = BY_SLUG[slug]
    require(user, Permission.VIEW_REVIEW, asked.unit)
    return fill(found, gather(user, asked))


def whole_set(user: User, asked: Asked, reports: Sequence[Report] = REPORTS) -> list[Table]:
    """Every report, the data read once."""
    require(user, Permission.VIEW_REVIEW, asked.unit)
    sets = gather(user, asked)
    return [fill(each, sets) for each in reports]


def opened(user: User, asked: Asked, slug: str, column: str, row: str) -> Opened:
    """The households behind a number. Raises KeyError for what no table has."""
    require(user, Permission.VIEW_REVIEW, asked.unit)
    sets = gather(user, asked)
    found = {each.key: each for each in BY_SLUG[slug].columns(sets)}[column]
    if isinstance(found, (Share, Lived)):
        raise KeyError(column)
    given = behind(found, sets, row)
    named = _named(user, asked, sets, [key for key, *_numbers in given])
    titles = titles_of(sets)
    homes = [Behind(key, *named.get(key, ("", "")), homes, people) for key, homes, people in given]
    return Opened(found, titles.get(row, ""), sorted(homes, key=lambda each: (each.village, each.head, each.pk)))


def rounds_for(user: User, unit: Unit) -> list[ReviewRound]:
    """Rounds about poverty of the unit (and of what it was) that the user may see, the latest first."""
    seen = scope_units(user, permission=Permission.VIEW_REVIEW).values("pk")
    kinds = (RoundKind.ANNUAL, RoundKind.MONTHLY)
    found = ReviewRound.objects.filter(kind__in=kinds, unit__in=covering([unit.pk]).values("pk"), unit_id__in=seen)
    return list(found.exclude(state="cancelled").select_related("unit"))


def round_for(user: User, unit: Unit, pk: int) -> ReviewRound:
    """One of those; raises ReviewRound.DoesNotExist for any other."""
    found = next((each for each in rounds_for(user, unit) if each.pk == pk), None)
    if found is None:
        raise ReviewRound.DoesNotExist
    return found


def undecided(user: User, unit: Unit, round_: ReviewRound) -> int:
    """Cases of the round that are not final; raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_REVIEW, unit)
    return ReviewCase.objects.filter(round=round_).exclude(state__in=FINAL).count()


def days_of(user: User, unit: Unit, round_: ReviewRound | None, day: date | None = None) -> tuple[date, date]:
    """Opening and closing day of the tables when nobody says them.

    Of an annual round 1 January of its year and of the next. Else up to `day` (today) from the last closing before it,
    or from 1 January.
    """
    require(user, Permission.VIEW_REVIEW, unit)
    if round_ is not None and round_.kind == RoundKind.ANNUAL and day is None:
        return date(round_.year, 1, 1), date(round_.year + 1, 1, 1)
    until = day or (unit.valid_to or timezone.localdate())
    if round_ is not None and round_.kind == RoundKind.ANNUAL and until > date(round_.year, 1, 1):
        return date(round_.year, 1, 1), until
    same = Closing.objects.filter(unit=unit, replaced_by=None)
    exact = same.filter(closing_on=until).order_by("-opening_on").first()
    if exact is not None:
        return exact.opening_on, until
    last = same.filter(closing_on__lt=until).order_by("-closing_on").first()
    january = date(until.year if (until.month, until.day) != (1, 1) else until.year - 1, 1, 1)
    return (max(last.closing_on, january) if last else january), until


def province_seen(user: User, unit: Unit | None) -> Unit | None:
    """The province whose communes the user may add up: that of the commune at the top, or the only one they have."""
    provinces = scope_units(user, permission=Permission.VIEW_REVIEW).filter(level=Level.PROVINCE, valid_to=None)
    if unit is not None:
        above = unit.parent
        while above is not None and above.level != Level.PROVINCE:
            above = above.parent
        return above if above is not None and can(user, Permission.VIEW_REVIEW, above) else None
    own = list(provinces[:2])
    return own[0] if len(own) == 1 else None


def _named(user: User, asked: Asked, sets: Sets, wanted: list[int]) -> dict[int, tuple[str, str]]:
    """Head and village of each household; of one without class any more, as the register named it at the opening."""
    found = {
        key: (home.head.name if home.head else "", sets.villages[home.village].name)
        for key in wanted
        if (home := sets.homes.get(key)) is not None
    }
    for day in (asked.opening_on, asked.day):
        left = [key for key in wanted if key not in found]
        if left:
            homes: Any = households_in(user, asked.unit, day).filter(pk__in=left).order_by()
            rows = homes.values_list("pk", "head_name", "village_name")
            found |= {key: (head or "", village or "") for key, head, village in rows}
    return found
