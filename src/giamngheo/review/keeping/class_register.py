"""Classes between days, written by items of signed decisions (docs/algorithms/review-deciding.md, Signing, Correction).

Two ways: `follow` goes on from what stands and refuses where something later stands; `put_right` makes room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.db import IntegrityError, transaction

from giamngheo.households.models import Household
from giamngheo.review.models import HELD, DecisionItem, HouseholdClass, ItemOutcome
from giamngheo.review.problems import refuse
from giamngheo.review.problems_decisions import CLASS_CLASH
from giamngheo.review.triggers import kept

ONE_DAY = timedelta(days=1)
# how either database says that an owner would hold two classes
_CLASHES = (kept.TWO_CLASSES, "class_one_open", "review_householdclass.household_id", "review_householdclass.person_id")


class Owner(NamedTuple):
    """Whose class it is: a household, or in the path of workers a person of it."""

    household: int
    person: int | None
    path: str


class Later(NamedTuple):
    """What stands in the way: from which day, by which document."""

    since: date
    symbol: str


class Plan(NamedTuple):
    """What is to be written: rows that end, are voided, begin; `later`: what is in the way, by item."""

    ending: Sequence[HouseholdClass]
    voided: Sequence[HouseholdClass]
    begun: Sequence[HouseholdClass]
    later: Mapping[int, Later]


def owner_of(row: DecisionItem | HouseholdClass) -> Owner:
    """The owner of an item or a class."""
    return Owner(0 if row.person_id else row.household_id, row.person_id, row.path)


def hold(households: Iterable[int]) -> dict[int, Household]:
    """The households, locked in the order of their keys until the transaction ends, before anything is planned."""
    rows = Household.objects.select_for_update(no_key=True).filter(pk__in=set(households))
    return {each.pk: each for each in rows.order_by("pk")}


def standing(items: Iterable[DecisionItem]) -> dict[Owner, list[HouseholdClass]]:
    """Every class row, none that was voided, of the owners of these items, by first day; one query."""
    wanted = list(items)
    rows = HouseholdClass.objects.filter(
        household__in={each.household_id for each in wanted} or [0], voided_by=None
    ) | HouseholdClass.objects.filter(person__in={each.person_id for each in wanted if each.person_id}, voided_by=None)
    found: dict[Owner, list[HouseholdClass]] = defaultdict(list)
    for row in rows.select_related("begun_by__decision__document").order_by("valid_from", "pk").distinct():
        found[owner_of(row)].append(row)
    return found


def covering(rows: Iterable[HouseholdClass], day: date) -> HouseholdClass | None:
    """The row that holds on a day."""
    return next(
        (each for each in rows if each.valid_from <= day and (each.valid_to is None or each.valid_to >= day)), None
    )


def follow(items: Sequence[DecisionItem], day: date) -> Plan:
    """What the items of a decision give from `day` on. Nothing is written yet."""
    rows, said, ending, begun, later = standing(items), _said_after(items, day), [], [], {}
    for item in items:
        own = rows.get(owner_of(item), [])
        now = covering(own, day)
        if now is not None and now.value == item.given:
            continue
        # a row that begins then or later, one that ends later, or a decision for a later day that kept the class
        fixed = [each for each in own if each.valid_from >= day or (each is now and each.valid_to is not None)]
        if fixed or owner_of(item) in said:
            later[item.pk] = said.get(owner_of(item)) or _by_row(fixed[0])
            continue
        if now is not None:
            ending.append(_ended(now, day - ONE_DAY, item))
        if item.given in HELD:
            begun.append(_new(item, day))
    return Plan(ending, (), begun, later)


def put_right(items: Sequence[DecisionItem], day: date) -> Plan:
    """What the items of a correction give from `day` on, the day of the decision they correct."""
    rows, ending, voided, begun = standing(items), [], [], []
    for item in items:
        own = rows.get(owner_of(item), [])
        now = covering(own, day)
        if now is None:
            following = next((each for each in own if each.valid_from > day), None)
            if item.given in HELD:
                begun.append(_until(_new(item, day), following))
            continue
        if now.value == item.given:
            continue
        if now.valid_from == day:
            voided.append(_voided(now, item))
        elif now.valid_to is None:
            ending.append(_ended(now, day - ONE_DAY, item))
        else:
            voided.append(_voided(now, item))
            first = _copy(now)
            begun.append(_ended(first, day - ONE_DAY, item))
        if item.given in HELD:
            fresh = _new(item, day)
            if now.valid_from == day or now in voided:
                fresh.valid_to, fresh.ended_by = (now.valid_to, now.ended_by) if now.valid_to else (None, None)
            begun.append(fresh)
    return Plan(ending, voided, begun, {})


def write(plan: Plan) -> None:
    """Write a plan, its decision signed before. Raises REVIEW-CLASS-CLASH where somebody else was faster after all."""
    try:
        with transaction.atomic():
            if plan.voided:
                HouseholdClass.objects.bulk_update(plan.voided, ["voided_by"])
            if plan.ending:
                HouseholdClass.objects.bulk_update(plan.ending, ["valid_to", "ended_by"])
            HouseholdClass.objects.bulk_create(plan.begun)
    except IntegrityError as error:
        if not any(name in str(error) for name in _CLASHES):
            raise
        raise refuse(CLASS_CLASH) from error


def _said_after(items: Sequence[DecisionItem], day: date) -> dict[Owner, Later]:
    """The first signed word about each owner that takes effect after the day: also one that only kept a class."""
    rows = DecisionItem.objects.filter(
        household__in={each.household_id for each in items}, path__in={each.path for each in items},
        outcome__in=(ItemOutcome.RECOGNISED, ItemOutcome.CORRECTED), decision__signed_at__isnull=False,
        decision__effective_from__gt=day,
    )  # fmt: skip
    found: dict[Owner, Later] = {}
    for row in rows.select_related("decision__document").order_by("decision__effective_from", "pk"):
        found.setdefault(owner_of(row), Later(row.decision.effective_from, str(row.decision.document)))
    return found


def _by_row(row: HouseholdClass) -> Later:
    return Later(row.valid_from, str(row.begun_by.decision.document))


def _new(item: DecisionItem, day: date) -> HouseholdClass:
    return HouseholdClass(
        household_id=item.household_id, person_id=item.person_id, path=item.path, value=item.given, valid_from=day,
        begun_by=item,
    )  # fmt: skip


def _copy(row: HouseholdClass) -> HouseholdClass:
    return HouseholdClass(
        household_id=row.household_id, person_id=row.person_id, path=row.path, value=row.value,
        valid_from=row.valid_from, begun_by_id=row.begun_by_id,
    )  # fmt: skip


def _ended(row: HouseholdClass, last: date, item: DecisionItem) -> HouseholdClass:
    row.valid_to, row.ended_by = last, item
    return row


def _voided(row: HouseholdClass, item: DecisionItem) -> HouseholdClass:
    row.voided_by = item
    return row


def _until(row: HouseholdClass, following: HouseholdClass | None) -> HouseholdClass:
    """A row that ends where another begins, by what began that one."""
    if following is not None:
        row.valid_to, row.ended_by_id = following.valid_from - ONE_DAY, following.begun_by_id
    return row
