"""Random lives: on every day everybody living is in at most one household, and the counts of a period balance."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from django.db.models import Q
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from giamngheo.households import actions, queries
from giamngheo.households.keeping import index
from giamngheo.households.models import Address, Household, Membership, Person, Relation, SearchEntry, SearchWord
from giamngheo.households.problems import Refused
from giamngheo.households.values import Member, PersonValues, Place
from giamngheo.territory.queries import valid_on

pytestmark = pytest.mark.django_db
START, LENGTH = date(2026, 1, 1), 60
# No shrinking: a shorter life is another life, and each costs a second.
LIVELY = settings(
    max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate)
)


class Lives:
    """Makes events at random days; what is refused is left out. Counts what came in and went out, and when."""

    def __init__(self, random: Random, by, villages) -> None:
        self.random, self.by, self.villages = random, by, villages
        self.flow: dict[str, Counter[date]] = {name: Counter() for name in ("birth", "arrival", "death", "departure")}
        self.done: list = []

    def one(self) -> None:
        events = (self.birth, self.death, self.arrival, self.departure, self.split, self.merge, self.head, self.move)
        try:
            self.random.choice(events)(START + timedelta(days=self.random.randrange(LENGTH)))
        except Refused:
            return

    def household(self) -> Household:
        return self.random.choice(Household.objects.order_by("pk"))

    def members(self, household: Household) -> list[Person]:
        rows = Membership.objects.filter(household=household, valid_to=None).select_related("person").order_by("pk")
        people = [row.person for row in rows]
        return self.random.sample(people, self.random.randint(min(1, len(people)), len(people)))

    def place(self) -> Place:
        return Place(self.random.choice(self.villages).pk, f"Nhà {self.random.randrange(99)}")

    def birth(self, on: date) -> None:
        self.done.append(
            actions.birth(by=self.by, household=self.household(), on=on, newborn=PersonValues("Lê Thị Bé"))
        )
        self.flow["birth"][on] += 1

    def death(self, on: date) -> None:
        for person in self.members(self.household())[:1]:
            self.done.append(actions.death(by=self.by, person=person, on=on))
            self.flow["death"][on] += 1

    def arrival(self, on: date) -> None:
        left = Person.objects.filter(died_on=None).exclude(memberships__valid_to=None).order_by("pk")
        back = self.random.choice([*left, None])
        person = back or PersonValues("Đỗ Văn Đến", "male", 19800000)
        self.done.append(
            actions.arrival(by=self.by, household=self.household(), members=[Member(person, "not_kin")], on=on)
        )
        self.flow["arrival"][on] += 1

    def departure(self, on: date) -> None:
        household = self.household()
        people = self.members(household)
        self.done.append(actions.departure(by=self.by, household=household, people=people, on=on, left_as="elsewhere"))
        self.flow["departure"][on] += len(people)

    def split(self, on: date) -> None:
        household = self.household()
        people = self.members(household)
        if people:
            self.done.append(
                actions.split(
                    by=self.by, household=household, leaving=people, head=people[0], place=self.place(), on=on
                )
            )

    def merge(self, on: date) -> None:
        self.done.append(actions.merge(by=self.by, household=self.household(), into=self.household(), on=on))

    def head(self, on: date) -> None:
        household = self.household()
        for person in self.members(household)[:1]:
            self.done.append(actions.change_head(by=self.by, household=household, head=person, on=on))

    def move(self, on: date) -> None:
        self.done.append(actions.move_within(by=self.by, household=self.household(), place=self.place(), on=on))


def found_three(register) -> None:
    for n in range(3):
        register(
            (PersonValues(f"Lê Văn Chủ{n}", "male", 19700000), "head"),
            (PersonValues("Bùi Thị Vợ", "female", 19720000), "spouse"),
            formed_on=date(2025, 9, 1),
        )


def check_days(lives: Lives, user, commune) -> None:
    before = None
    for day in (START + timedelta(days=n) for n in range(-2, LENGTH + 2)):
        rows = Membership.objects.filter(valid_on(day))
        people = Counter(rows.values_list("person", flat=True))
        assert set(people.values()) <= {1}
        heads = Counter(rows.filter(relation=Relation.HEAD).values_list("household", flat=True))
        assert set(heads.values()) <= {1}
        dead = Person.objects.filter(pk__in=people, died_on__lt=day)
        assert not dead.exists()
        homes = set(rows.values_list("household", flat=True))
        standing = set(
            Household.objects.filter(Q(ended_on=None) | Q(ended_on__gte=day), formed_on__lte=day).values_list(
                "pk", flat=True
            )
        )
        assert homes <= standing  # nobody lives in a household that is not
        assert set(Address.objects.filter(valid_on(day)).values_list("household", flat=True)) == standing
        counted = queries.counts_by_village(user, commune, day)
        assert sum(each.members for each in counted) == len(people)
        assert sum(each.households for each in counted) == len(standing)
        assert queries.households_in(user, commune, day).count() == len(standing)
        if before is not None:
            come = lives.flow["birth"][day] + lives.flow["arrival"][day]
            # who dies on a day is counted on it, who leaves on a day is not
            gone = lives.flow["death"][day - timedelta(days=1)] + lives.flow["departure"][day]
            assert before + come - gone == len(people), day
        before = len(people)


def check_index() -> None:
    def kept() -> tuple[list, list]:
        return (
            list(SearchEntry.objects.order_by("pk").values_list("pk", "village", "words", "sort_key")),
            list(SearchWord.objects.order_by("word", "person").values_list("word", "person")),
        )

    as_kept = kept()
    index.refresh(Person.objects.values_list("pk", flat=True))
    assert kept() == as_kept


@LIVELY
@given(st.integers(0, 10**9))
def test_every_day_of_random_lives_adds_up(officer, villages, register, hoang_phu_new, seed: int) -> None:
    from django.db import transaction

    with transaction.atomic():
        lives = Lives(Random(seed), officer, villages)
        found_three(register)
        for _ in range(40):
            lives.one()
        assert lives.done
        check_days(lives, officer, hoang_phu_new)
        check_index()
        transaction.set_rollback(True)


@LIVELY
@given(st.integers(0, 10**9))
def test_undoing_everything_backwards_leaves_the_beginning(officer, villages, register, seed: int) -> None:
    from django.db import transaction

    def state() -> list:
        tables = (Household, Address, Person, Membership)
        return [sorted(map(str, model.objects.values_list(*_columns(model)))) for model in tables]

    with transaction.atomic():
        lives = Lives(Random(seed), officer, villages)
        found_three(register)
        beginning = state()
        for _ in range(25):
            lives.one()
        for each in reversed(lives.done):
            actions.undo(by=officer, change=each.change, reason="thử")
        assert state() == beginning
        check_index()
        transaction.set_rollback(True)


def _columns(model) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if field.name != "changed_in"]
