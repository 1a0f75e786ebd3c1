"""Any two entries of the register, merged by any choices and parted again: every row is as it was, on any day asked."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count, pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giamngheo.households import actions
from giamngheo.households.keeping.merging import merger, questions
from giamngheo.households.models import (
    DuplicatePair,
    DuplicateRun,
    Household,
    Membership,
    Person,
    SearchEntry,
)
from giamngheo.households.problems import Refused
from giamngheo.households.queries import household_on
from giamngheo.households.values import Member, MergeChoices, PersonValues, Place
from giamngheo.territory.actions import open_village
from tests.integration.households.states import everything

pytestmark = pytest.mark.django_db
START, TODAY = date(2020, 1, 1), date(2026, 11, 23)
SIDES = st.sampled_from(["first", "second"])
NAMES = st.sampled_from(["Nguyễn Văn An", "Nguyen Van An", "Nguyễn An"])
BIRTHS = st.sampled_from([None, 19900000, 19900305, 19900503])
STEPS = ("move on", "leave", "die", "disability", "merit", "head", "back")
lives = st.tuples(NAMES, BIRTHS, st.lists(st.tuples(st.sampled_from(STEPS), st.integers(10, 700)), max_size=4))
choices = st.builds(
    MergeChoices,
    facts=st.fixed_dictionaries(dict.fromkeys(("full_name", "birth", "phone", "died_on", "citizen_id"), SIDES)),
    home=SIDES,
    circumstances=st.fixed_dictionaries(
        {kind: st.sampled_from(["first", "second", "both"]) for kind in ("disability", "merit")}
    ),
)


@pytest.fixture
def place(hoang_phu_old) -> Place:
    return Place(open_village(commune=hoang_phu_old, name="Thôn Thử", by=None).pk, "Nhà")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=lives, other=lives, said=choices, together=st.booleans())
def test_merging_and_parting_restores_every_row(one, other, said, together, place, officer, hoang_phu_new) -> None:
    with transaction.atomic():
        first, second = _two(one, other, together, place, officer)
        run = DuplicateRun.objects.create(unit=hoang_phu_new)
        pair = DuplicatePair.objects.create(first=first, second=second, weight=1, probability=0.5, run=run)
        before, seen = everything(), _as_of(officer)
        found = merger(first, second, said)
        if questions(found):  # a birth that the days of the other entry do not allow
            with pytest.raises(Refused):
                actions.merge_people(by=officer, pair=pair, choices=said, seen=found.mark)
            assert everything() == before
        else:
            done = actions.merge_people(by=officer, pair=pair, choices=said, seen=found.mark)
            _lawful(first, second)
            actions.undo(by=officer, change=done.change, reason="thử")
            assert everything() == before
            assert _as_of(officer) == seen
            assert set(SearchEntry.objects.values_list("person", flat=True)) >= {first.pk, second.pk}
        transaction.set_rollback(True)


def _two(one, other, together: bool, place: Place, officer) -> tuple[Person, Person]:
    """Two people with lives of their own, each beside somebody else, so that households outlive them."""
    numbers = count(1)
    found = []
    for name, birth, _steps in (one, other):
        since = START + timedelta(days=30 * len(found))
        if found and together:
            home = Membership.objects.filter(person=found[0]).earliest("valid_from").household
            done = actions.arrival(by=officer, household=home, on=since,
                                   members=[Member(PersonValues(name, "male", birth), "child")])  # fmt: skip
            found.append(done.people[0])
            continue
        values = [Member(PersonValues(name, "male", birth, phone=f"09000000{next(numbers):02}"), "head")]
        values += [Member(PersonValues("Lê Thị Khác", "female"), "spouse")] if len(found) == 0 else []
        done = actions.register_household(by=officer, place=place, members=values, formed_on=since)
        found.append(done.people[0])
    for person, (_name, _birth, steps) in zip(found, (one, other), strict=True):
        day = START + timedelta(days=60)
        for step, later in steps:
            day = min(day + timedelta(days=later), TODAY)
            _live(step, person, day, place, officer)
    return tuple(Person.objects.get(pk=each.pk) for each in found)


def _live(step: str, person: Person, day: date, place: Place, officer) -> None:
    """One event of life, where the register allows it."""
    row = Membership.objects.filter(person=person, valid_to=None).first()
    try:
        with transaction.atomic():
            if step == "move on" and row:
                actions.departure(by=officer, household=row.household, people=[person], on=day, left_as="elsewhere")
                actions.arrival_of_household(by=officer, place=place, members=[Member(person, "head")], on=day)
            elif step == "leave" and row:
                actions.departure(by=officer, household=row.household, people=[person], on=day, left_as="abroad")
            elif step == "back" and not row:
                actions.arrival_of_household(by=officer, place=place, members=[Member(person, "head")], on=day)
            elif step == "die" and row:
                actions.death(by=officer, person=person, on=day)
            elif step == "head" and row:
                actions.change_head(by=officer, household=row.household, head=person, on=day)
            elif step in ("disability", "merit") and row:
                detail = "a" if day.day % 2 else "b"
                actions.add_circumstance(by=officer, person=person, kind=step, detail=detail, valid_from=day)
    except Refused:
        return


def _as_of(officer) -> list:
    """Who lived where, as the register answers for some days."""
    found = []
    for number in range(0, 2500, 250):
        day = START + timedelta(days=number)
        for home in Household.objects.order_by("pk"):
            try:
                here = household_on(officer, home.pk, day)
            except Household.DoesNotExist:
                continue
            found.append((day, home.pk, [(each.person_id, each.relation) for each in here.members]))
    return found


def _lawful(first: Person, second: Person) -> None:
    """Nobody in two places, nobody dead in a household, no living household empty, the other nowhere."""
    rows = list(Membership.objects.filter(person=first).order_by("valid_from"))
    assert all(a.valid_to is not None and a.valid_to < b.valid_from for a, b in pairwise(rows))
    assert not Membership.objects.filter(person=second).exists()
    died = Person.objects.get(pk=first.pk).died_on
    assert died is None or all(row.valid_to is not None and row.valid_to <= died for row in rows)
    living = Household.objects.filter(ended_on=None).exclude(memberships__valid_to=None)
    assert not living.exists()
