"""What the dashboards of the demonstration show beyond the year: lists of earlier years, some locations, a run of the
alerts. All of it is invented; the lists are written as the signed decisions they were, as in the review's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo import standards
from giamngheo.documents.actions import Citation, register_cited
from giamngheo.households.actions import locate
from giamngheo.households.demonstration import MARK
from giamngheo.households.models import Address, Household
from giamngheo.households.queries.households import households_in
from giamngheo.households.values import Location
from giamngheo.monitoring.alerts.actions import find_alerts
from giamngheo.monitoring.models import Alert
from giamngheo.review.models import ClassPath, Decision, DecisionItem, DecisionKind, HouseholdClass, ItemOutcome
from giamngheo.territory.demonstration import invent_boundaries
from giamngheo.territory.queries import valid_on, villages_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

YEARS = (2022, 2023, 2024, 2025)  # each list holds from 1 January
_SEED = 2022
_CENTRE = (19.8975, 105.7967)  # of the commune before 01/07/2025
_LOCATED = 60


class Earlier(NamedTuple):
    """A household that was on the lists from one year until before another."""

    home: Household
    value: str
    first: int
    until: int


@transaction.atomic
def prepare(*, by: User, unit: Unit) -> int:
    """Once; how many alerts stand."""
    if not Alert.objects.filter(unit=unit).exists():
        random = Random(_SEED)  # noqa: S311 invents, guards nothing
        homes = list(households_in(by, unit, timezone.localdate()).filter(local_code__startswith=MARK).order_by("pk"))
        before = [each for each in homes if each.formed_on < date(YEARS[0], 1, 1) and not each.classes.exists()]
        random.shuffle(before)
        _lists(unit, [_earlier(home, random) for home in before[:75]])
        _locations(by, homes, random)
        villages = list(villages_of(unit, timezone.localdate()).order_by("code"))
        invent_boundaries(villages[:-1], _CENTRE, date(2025, 7, 1))  # the last stays a point, or nowhere
        find_alerts(by=by, unit=unit, on=timezone.localdate())
    return Alert.objects.filter(unit=unit).count()


def _earlier(home: Household, random: Random) -> Earlier:
    first = random.choice((2022, 2022, 2022, 2022, 2023))
    return Earlier(
        home, random.choice(("poor", "near_poor")), first, min(first + random.choice((1, 2, 3, 4, 4)), YEARS[-1] + 1)
    )


def _lists(unit: Unit, found: Sequence[Earlier]) -> None:
    """A signed list for every year, of those who come onto it and those who leave it; then the classes."""
    begun: dict[int, DecisionItem] = {}
    ended: dict[int, DecisionItem] = {}
    for year in (*YEARS, YEARS[-1] + 1):
        given = {each.home: each.value for each in found if each.first == year}
        given |= {each.home: "not_poor" for each in found if each.until == year}
        for item in _signed(unit, year, given):
            (ended if item.given == "not_poor" else begun)[item.household_id] = item
    HouseholdClass.objects.bulk_create(
        HouseholdClass(
            household=each.home, path=ClassPath.POVERTY, value=each.value, valid_from=date(each.first, 1, 1),
            valid_to=date(each.until - 1, 12, 31), begun_by=begun[each.home.pk], ended_by=ended[each.home.pk],
        )
        for each in found
    )  # fmt: skip


def _signed(unit: Unit, year: int, given: Mapping[Household, str]) -> list[DecisionItem]:
    start, signed_on = date(year, 1, 1), date(year - 1, 12, 20)
    symbol = "320/QĐ-UBND"
    cited = Citation(
        key=f"{symbol} {MARK} {year}", symbol=symbol, doc_type="QĐ", number="320", issued_on=signed_on,
        issuer_name=f"UBND {unit.name.lower()} (mẫu)", issuer=unit,
    )  # fmt: skip
    (document,) = register_cited(by=None, citations=[cited]).values()
    decision = Decision.objects.create(kind=DecisionKind.OPENING, unit=unit, document=document, effective_from=start)
    items = DecisionItem.objects.bulk_create(
        DecisionItem(
            decision=decision,
            household=home,
            outcome=ItemOutcome.RECOGNISED,
            path=ClassPath.POVERTY,
            given=value,
            deprivations=_lacked(home, value, start),
        )
        for home, value in given.items()
    )
    decision.signer, decision.signer_post = "Trần Văn Thử (mẫu)", "Chủ tịch UBND xã"
    decision.signed_on, decision.signed_at = signed_on, datetime(year - 1, 12, 20, 8, tzinfo=UTC)
    decision.save()
    return items


def _lacked(home: Household, value: str, day: date) -> list[str]:
    """What the list says a household lacked: three or four of the day's indicators where poor, else one or none."""
    if value == "not_poor":
        return []
    random = Random(_SEED + home.pk)  # noqa: S311 invents, guards nothing
    return sorted(
        random.sample(sorted(standards.on(day).indicators), random.choice((3, 3, 4)) if value == "poor" else 1)
    )


def _locations(by: User, homes: Sequence[Household], random: Random) -> None:
    """Some households of every village but the last, around a middle of their village."""
    rows = Address.objects.filter(valid_on(timezone.localdate()), household__in=homes).order_by("village_id", "pk")
    villages = sorted({each.village_id for each in rows})
    for each in list(rows)[: _LOCATED * 2 : 2]:
        at = villages.index(each.village_id)
        if at == len(villages) - 1:
            continue
        middle = _CENTRE[0] + 0.012 * (at % 2) - 0.004 * at, _CENTRE[1] + 0.011 * at - 0.02
        lat, lon = (Decimal(f"{value + random.uniform(-0.002, 0.002):.6f}") for value in middle)
        locate(by=by, address=each, seen=each.changed_in_id, location=Location(lat, lon))
