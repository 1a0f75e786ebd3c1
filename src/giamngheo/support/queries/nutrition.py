"""Children and mothers of the target households on a day: their measurements, what they say, when they are due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can, scope_units
from giamngheo.households.merged import into
from giamngheo.households.models import Membership, Person
from giamngheo.support.facts import POVERTY, HouseholdFacts, PersonFacts, addresses_in, gather, months_before, standing
from giamngheo.support.growth.judging import Grade, Judged, age_in_days, judge
from giamngheo.support.growth.outcome import INDICATORS, outcome_of
from giamngheo.support.models import Maternity, NutritionFollowUp, NutritionMeasurement, SupportDelivery
from giamngheo.support.nutrition_checking import is_child, standing_measurements, taken_of
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

TARGET = frozenset((*POVERTY, "newly_exited"))
USUAL, BELOW, MOTHER = 6, 1, 2  # months until the next measurement: our own numbers, no law's
FRESH = 12  # months for which a measurement counts in a rate
FEW = 20  # children under which a percentage carries a caution: our number
Indicator = str


class Subject(NamedTuple):
    """Somebody of the target group. `maternity`: "" for a child. `unsure`: the birth does not say whether under 16.
    `judged`: of the last measurement of a child. `due_on` None: never measured."""

    person: Person
    home: HouseholdFacts
    maternity: str
    unsure: bool
    days: int | None
    measurements: Sequence[NutritionMeasurement]
    judged: Judged | None
    due_on: date | None
    follow_ups: Sequence[NutritionFollowUp]

    @property
    def last(self) -> NutritionMeasurement | None:
        return self.measurements[-1] if self.measurements else None

    def is_due(self, day: date) -> bool:
        return self.due_on is None or self.due_on <= day


class Rate(NamedTuple):
    """Of a village (or all): target children, measured lately, and of each indicator below -2 out of those judged."""

    village: str
    children: int
    measured: int
    found: dict[Indicator, tuple[int, int]]

    def percent(self, indicator: Indicator) -> Decimal | None:
        below, judged = self.found[indicator]
        if not judged:
            return None
        return (Decimal(100 * below) / judged).quantize(Decimal("0.1"), ROUND_HALF_UP)

    def is_small(self, indicator: Indicator) -> bool:
        return self.found[indicator][1] < FEW


class Prevalence(NamedTuple):
    """`villages` empty for who sees totals only; `hidden`: indicators whose total is between 1 and 4 and not shown."""

    total: Rate
    villages: Sequence[Rate]
    hidden: frozenset[Indicator]


class History(NamedTuple):
    """One person's page: every row, also those taken back; what was done and given."""

    rows: Sequence[tuple[NutritionMeasurement, Judged | None]]
    follow_ups: Sequence[NutritionFollowUp]
    maternities: Sequence[Maternity]
    support: Sequence[SupportDelivery]
    outcome: str


def growth_list(user: User, unit: Unit, day: date, *, village: int | None = None) -> list[Subject]:
    """By village and name, in a constant number of queries. Raises OutOfScope, NotPermitted: names with figures are
    for who may see both."""
    require(user, Permission.VIEW_SUPPORT, unit)
    require(user, Permission.SEE_SENSITIVE, unit)
    return _subjects(unit, day, village)


def prevalence(user: User, unit: Unit, day: date) -> Prevalence:
    """How many are below the line, by village. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_SUPPORT, unit)
    children = [each for each in _subjects(unit, day, None) if not each.maternity and not each.unsure]
    since = months_before(day, FRESH)
    total = _rate("", children, since)
    if not can(user, Permission.SEE_SENSITIVE, unit):
        return Prevalence(total, [], frozenset(name for name in INDICATORS if 0 < total.found[name][0] < 5))
    by_village: dict[str, list[Subject]] = defaultdict(list)
    for each in children:
        by_village[each.home.village].append(each)
    return Prevalence(total, [_rate(name, by_village[name], since) for name in sorted(by_village)], frozenset())


def measurements_for(user: User) -> QuerySet[NutritionMeasurement]:
    """Measurements of the user's units, for who may see them."""
    units = scope_units(user, permission=Permission.SEE_SENSITIVE)
    rows = NutritionMeasurement.objects.filter(unit__in=units)
    return rows.select_related("unit", "person", "by", "reversed_by", "reverses")


def person_here(user: User, unit: Unit, pk: int) -> Person | None:
    """Somebody of a household of the commune today, or who was measured there. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_SUPPORT, unit)
    require(user, Permission.SEE_SENSITIVE, unit)
    today = timezone.localdate()
    living = Membership.objects.filter(valid_on(today), household__in=addresses_in(unit, today).values("household"))
    measured = NutritionMeasurement.objects.filter(unit__in=covering([unit.pk]))
    known = Q(pk__in=living.values("person")) | Q(pk__in=measured.values("person"))
    return Person.objects.filter(known, pk=pk).first()


def maternity_for(user: User, pk: int) -> Maternity | None:
    """One of the user's units, for who may see it."""
    units = scope_units(user, permission=Permission.SEE_SENSITIVE)
    return Maternity.objects.filter(unit__in=units, pk=pk).select_related("unit", "person").first()


def growth_of(user: User, unit: Unit, person: Person) -> History:
    """One person's measurements, the newest first. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_SUPPORT, unit)
    require(user, Permission.SEE_SENSITIVE, unit)
    ids = [person.pk, *into([person.pk])]
    units = covering([unit.pk])
    rows = list(measurements_for(user).filter(person__in=ids, unit__in=units).order_by("-on", "-id"))
    judged = [
        (each, judge(taken_of(person, each, each.on)) if is_child(person, each.on) is not False else None)
        for each in rows
    ]
    stands = [(each, said) for each, said in reversed(judged) if _stands(each) and said is not None]
    first = next((each.on for each, said in stands if said.below), None)
    given = standing(SupportDelivery.objects.filter(unit__in=units)).select_related("fund_line__source", "person")
    homes = {each.household_id for each in rows}
    support = [
        each
        for each in given.filter(household__in=homes, on__gte=first or date.max).order_by("-on", "-id")
        if each.person_id is None or each.person_id in ids
    ]
    return History(
        judged, list(NutritionFollowUp.objects.filter(person__in=ids, unit__in=units)),
        list(Maternity.objects.filter(person__in=ids, unit__in=units)), support,
        outcome_of([(each.on, said) for each, said in stands]),
    )  # fmt: skip


def _subjects(unit: Unit, day: date, village: int | None) -> list[Subject]:
    homes = [each for each in gather(unit, day, village=village).values() if each.classes(day) & TARGET]
    here = [(home, each) for home in homes for each in home.people if each.here]
    ids = [each.person.pk for _home, each in here]
    mothers = dict(
        Maternity.objects.filter(valid_on(day), person__in=ids, mistaken=False).values_list("person", "kind")
    )
    wanted = [(home, each) for home, each in here if _is_wanted(each, day, mothers)]
    now = {each.person.pk: each.person.pk for _home, each in wanted}
    now |= into(now)
    rows: dict[int, list[NutritionMeasurement]] = defaultdict(list)
    for row in standing_measurements(list(now)):
        if row.on <= day:
            rows[now[row.person_id]].append(row)
    done: dict[int, list[NutritionFollowUp]] = defaultdict(list)
    for each in NutritionFollowUp.objects.filter(person__in=now, on__lte=day).order_by("on", "id"):
        done[now[each.person_id]].append(each)
    found = [
        _subject(home, each, mothers.get(each.person.pk, ""), rows[each.person.pk], done[each.person.pk], day)
        for home, each in wanted
    ]
    return sorted(found, key=lambda each: (each.home.village, each.home.head_key, each.home.pk, each.person.sort_key))


def _is_wanted(each: PersonFacts, day: date, mothers: dict[int, str]) -> bool:
    known = each.person.birth is not None
    return each.person.pk in mothers or (known and is_child(each.person, day) is not False)


def _subject(
    home: HouseholdFacts, each: PersonFacts, maternity: str, rows: list[NutritionMeasurement],
    done: list[NutritionFollowUp], day: date,
) -> Subject:  # fmt: skip
    person = each.person
    child = is_child(person, day)
    judged = judge(taken_of(person, rows[-1], rows[-1].on)) if rows and not maternity else None
    days, _why = age_in_days(person.birth, day)
    return Subject(
        person, home, maternity, not maternity and child is None, days, rows, judged,
        _due(rows, judged, maternity, done), done,
    )  # fmt: skip


def _due(
    rows: list[NutritionMeasurement], judged: Judged | None, maternity: str, done: list[NutritionFollowUp]
) -> date | None:
    if not rows:
        return None
    last = rows[-1].on
    named = [each.next_on for each in done if each.next_on is not None and each.on >= last]
    if named:
        return named[-1]
    odd = judged is not None and (judged.below or judged.implausible)
    return months_before(last, -(BELOW if odd else MOTHER if maternity else USUAL))


def _rate(village: str, children: Sequence[Subject], since: date) -> Rate:
    judged = [each.judged for each in children if each.last is not None and each.last.on >= since and each.judged]
    return Rate(village, len(children), len(judged), {name: _count(judged, name) for name in INDICATORS})


def _count(judged: Sequence[Judged], name: str) -> tuple[int, int]:
    grades = [grade for each in judged if (grade := getattr(each, name)) is not None]
    return sum(grade != Grade.FINE for grade in grades), len(grades)


def _stands(each: NutritionMeasurement) -> bool:
    return each.reverses_id is None and not hasattr(each, "reversed_by")
