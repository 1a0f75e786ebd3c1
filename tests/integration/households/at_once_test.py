"""Two officers at the same moment: one wins, the other is told; nothing is half-written, nobody is in two places."""

import threading
from datetime import date

import pytest
from django.db import connection, connections

from giamngheo.households import actions
from giamngheo.households.actions import Done
from giamngheo.households.models import Change, Household, Membership, Person
from giamngheo.households.problems import Refused, Stale
from giamngheo.households.values import Member, PersonValues, Place

pytestmark = pytest.mark.django_db(transaction=True)
D = date(2026, 5, 20)


@pytest.fixture(autouse=True)
def _needs_threads() -> None:
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("threads share one connection of an SQLite database in memory; PostgreSQL runs this")


def at_once(*calls) -> tuple[list[Done], list[Refused]]:
    """Run the calls in threads that start together; what was done, and what was refused."""
    gate = threading.Barrier(len(calls))
    told: list = [None] * len(calls)

    def run(position: int, call) -> None:
        try:
            gate.wait(20)
            told[position] = call()
        except Exception as error:
            told[position] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    done, refused = ([each for each in told if isinstance(each, kind)] for kind in (Done, Refused))
    assert len(done) + len(refused) == len(calls), told
    return done, refused


def codes(refused: list[Refused]) -> set[str]:
    return {each.finding.code for each in refused}


def test_of_two_corrections_of_one_row_the_second_is_told(family, officer, leader) -> None:
    an = Person.objects.get(pk=family["An"].pk)
    done, refused = at_once(*(
        lambda who=who, name=name: actions.correct_person(
            by=who, person=an, seen=an.changed_in_id, values={"full_name": name}, reason="nhầm")
        for who, name in ((officer, "Nguyễn Văn Ân"), (leader, "Nguyễn Văn Ấn"))
    ))  # fmt: skip
    assert len(done) == 1
    assert isinstance(refused[0], Stale)
    kept = Person.objects.get(pk=an.pk)
    assert refused[0].theirs["full_name"] == ("Nguyễn Văn An", kept.full_name)
    assert kept.changed_in == done[0].change


def test_same_person_arrives_twice_at_once_and_is_in_one_household(family, neighbours, register, officer) -> None:
    actions.departure(by=officer, household=family.household, people=[family["An"]], on=D, left_as="elsewhere")
    third = register((PersonValues("Lê Văn Ba"), "head"))
    homes = (family.household, neighbours.household, third.household)
    done, refused = at_once(*(
        lambda home=home: actions.arrival(by=officer, household=home, members=[Member(family["An"])], on=D)
        for home in homes
    ))  # fmt: skip
    assert len(done) == 1
    assert codes(refused) == {"REGISTER-ALREADY-MEMBER"}
    assert Membership.objects.filter(person=family["An"], valid_to=None).count() == 1


def test_two_newcomers_of_one_id_at_once_are_one(family, neighbours, officer) -> None:
    new = PersonValues("Vũ Văn Mới", "male", 20000101, citizen_id="038200000055")
    done, refused = at_once(*(
        lambda home=home: actions.arrival(by=officer, household=home, members=[Member(new)], on=D)
        for home in (family.household, neighbours.household)
    ))  # fmt: skip
    assert len(done) == 1
    assert codes(refused) == {"REGISTER-ID-HELD"}
    assert Person.objects.filter(citizen_id=new.citizen_id).count() == 1


def test_two_heads_named_at_once_are_one(family, officer) -> None:
    done, refused = at_once(*(
        lambda name=name: actions.change_head(by=officer, household=family.household, head=family[name], on=D)
        for name in ("Lan", "An")
    ))  # fmt: skip
    assert len(done) == 1
    assert codes(refused) == {"REGISTER-OUT-OF-ORDER"}
    assert Membership.objects.filter(household=family.household, valid_to=None, relation="head").count() == 1


def test_merging_into_each_other_at_once_ends_one(family, neighbours, officer) -> None:
    homes = (family.household, neighbours.household)
    done, refused = at_once(*(
        lambda a=a, b=b: actions.merge(by=officer, household=a, into=b, on=D) for a, b in (homes, homes[::-1])
    ))  # fmt: skip
    assert len(done) == 1
    assert codes(refused) == {"REGISTER-HOUSEHOLD-ENDED"}
    assert Household.objects.filter(ended_on=None).count() == 1
    assert Membership.objects.filter(valid_to=None).count() == 6


def test_split_beside_a_departure_of_the_same_person(family, officer, villages) -> None:
    done, refused = at_once(
        lambda: actions.split(by=officer, household=family.household, leaving=[family["An"]], head=family["An"],
                              place=Place(villages[1].pk), on=D),
        lambda: actions.departure(by=officer, household=family.household, people=[family["An"]], on=D,
                                  left_as="abroad"),
    )  # fmt: skip
    assert len(done) == 1
    assert codes(refused) == {"REGISTER-NOT-MEMBER"}


def test_undone_twice_at_once_is_undone_once(family, officer) -> None:
    born = actions.birth(by=officer, household=family.household, on=D, newborn=PersonValues("Nguyễn Thị Mai"))
    done, refused = at_once(*[lambda: actions.undo(by=officer, change=born.change, reason="nhầm")] * 3)
    assert len(done) == 1
    assert codes(refused) <= {"REGISTER-UNDO-TWICE", "REGISTER-CONFLICT"}
    assert Change.objects.filter(undoes=born.change).count() == 1
    assert Person.objects.count() == 4


def test_undoing_beside_a_new_event_loses_neither(family, officer) -> None:
    born = actions.birth(by=officer, household=family.household, on=D, newborn=PersonValues("Nguyễn Thị Mai"))
    done, refused = at_once(
        lambda: actions.undo(by=officer, change=born.change, reason="nhầm"),
        lambda: actions.death(by=officer, person=born.people[0], on=D),
    )
    assert len(done) == 1
    assert len(refused) == 1
    alive = Person.objects.filter(pk=born.people[0].pk)
    assert alive.exists() == (done[0].change.kind == "death")


def test_pair_merged_by_two_at_once_is_merged_once(family, register, officer, leader, hoang_phu_new) -> None:
    pair, seen, choices = _pair(family, register, hoang_phu_new)
    done, refused = at_once(*(
        lambda who=who: actions.merge_people(by=who, pair=pair, choices=choices, seen=seen)
        for who in (officer, leader)
    ))  # fmt: skip
    assert len(done) == 1
    assert codes(refused) == {"DUPLICATE-DECIDED"}
    assert str(done[0].change.by) in refused[0].finding.message.vi
    assert Change.objects.filter(kind="merge_people").count() == 1
    assert Membership.objects.filter(person=family["An"], valid_to=None).count() == 1


def test_pair_merged_and_said_to_be_two_at_once_is_one_of_both(
    family, register, officer, leader, hoang_phu_new
) -> None:
    pair, seen, choices = _pair(family, register, hoang_phu_new)

    def distinct() -> Done:
        actions.say_distinct(by=leader, pairs=[pair], reason="hai thẻ")
        return Done(Change.objects.earliest("pk"), (), ())

    done, refused = at_once(lambda: actions.merge_people(by=officer, pair=pair, choices=choices, seen=seen), distinct)
    assert (len(done), codes(refused)) == (1, {"DUPLICATE-DECIDED"})
    pair.refresh_from_db()
    assert (pair.state == "merged") == Person.objects.exclude(merged_into=None).exists()


def test_merging_beside_a_departure_loses_neither(family, register, officer, hoang_phu_new) -> None:
    pair, seen, choices = _pair(family, register, hoang_phu_new)
    again = pair.second.memberships.get().household
    done, refused = at_once(
        lambda: actions.merge_people(by=officer, pair=pair, choices=choices, seen=seen),
        lambda: actions.departure(by=officer, household=again, people=[pair.second], on=D, left_as="abroad"),
    )
    assert len(done) == 1
    assert codes(refused) <= {"DUPLICATE-CHANGED", "REGISTER-HOUSEHOLD-ENDED", "REGISTER-NOT-MEMBER"}


def _pair(family, register, unit):
    """An a second time, the pair as it was looked at, and what was chosen."""
    from giamngheo.households.keeping.merging import merger
    from giamngheo.households.models import DuplicatePair, DuplicateRun
    from giamngheo.households.values import MergeChoices

    again = register((PersonValues("Nguyen Van An", "male", 20010615), "head"), code="H-09")["An"]
    pair = DuplicatePair.objects.create(
        first=family["An"], second=again, weight=9, probability=0.9, run=DuplicateRun.objects.create(unit=unit)
    )
    choices = MergeChoices({"full_name": "first"}, "first")
    return pair, merger(family["An"], again, choices).mark, choices


def test_closed_memberships_written_past_the_verbs_cannot_overlap(family, neighbours) -> None:
    """Raw writers of two transactions: the trigger locks the person, so that neither misses the other's row."""
    from django.db import IntegrityError, transaction

    gate, told, days = threading.Barrier(2), [], {"valid_from": "2010-01-01", "valid_to": "2011-01-01"}

    def write(household: Household) -> None:
        try:
            with transaction.atomic():
                gate.wait(20)
                Membership.objects.create(
                    household=household, person=family["An"], relation="child", left_as="split", **days,
                    changed_in=family.done.change,
                )  # fmt: skip
            told.append("written")
        except IntegrityError:
            told.append("refused")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write, args=(home.household,)) for home in (family, neighbours)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(told) == ["refused", "written"]
