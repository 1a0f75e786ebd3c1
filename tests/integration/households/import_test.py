"""The door for lists: batches of one change, whole or not at all, undone as one."""

from dataclasses import replace
from datetime import date
from itertools import islice
from random import Random

import pytest

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.audit.models import Event
from giamngheo.households import actions, demonstration
from giamngheo.households.keeping import index
from giamngheo.households.keeping.people import cleaned
from giamngheo.households.models import Change, History, Household, Membership, Person, SearchEntry, SearchWord
from giamngheo.households.problems import Refused
from giamngheo.households.queries import counts_by_village, search
from giamngheo.households.values import HouseholdRow
from tests.factories.people import households

pytestmark = pytest.mark.django_db
D = date(2026, 5, 20)


@pytest.fixture
def rows(villages) -> list[HouseholdRow]:
    return list(islice(households([village.pk for village in villages], Random(7)), 60))


def imported(by, unit, *batches) -> Change:
    change = actions.begin_import(by=by, unit=unit, reason="danh sách thử")
    for batch in batches:
        actions.import_rows(by=by, change=change, rows=batch)
    return change


def test_batches_come_in_with_keys_days_and_index(officer, hoang_phu_new, rows) -> None:
    change = imported(officer, hoang_phu_new, rows[:20], rows[20:])
    people = sum(len(row.members) for row in rows)
    assert Person.objects.filter(changed_in=change).count() == people == SearchEntry.objects.count()
    assert sum(count.members for count in counts_by_village(officer, hoang_phu_new, D)) == people
    head = rows[33].members[0].person
    kept = Person.objects.get(full_name=head.full_name, birth=head.birth, citizen_id=head.citizen_id)
    assert kept.sort_key
    assert kept.pk in {each.person_id for each in search(officer, f"{head.full_name} {head.citizen_id}")}
    assert Membership.objects.get(person=kept).relation == "head"
    assert Event.objects.filter(action="households.imported", subject_id=str(change.pk)).count() == 2
    as_entered = list(SearchWord.objects.order_by("word", "person").values_list("word", "person"))
    index.refresh(Person.objects.values_list("pk", flat=True))
    assert list(SearchWord.objects.order_by("word", "person").values_list("word", "person")) == as_entered


def test_whole_import_is_undone_as_one(officer, hoang_phu_new, rows) -> None:
    change = imported(officer, hoang_phu_new, rows[:20], rows[20:])
    people = Person.objects.count()
    actions.undo(by=officer, change=change, reason="nhầm danh sách")
    assert not Person.objects.exists()
    assert not Household.objects.exists()
    assert not SearchWord.objects.exists()
    assert History.objects.filter(row_kind="person", removed=True).count() == people


def test_import_that_somebody_worked_on_stays(officer, hoang_phu_new, rows) -> None:
    change = imported(officer, hoang_phu_new, rows)
    person = Membership.objects.filter(relation="head")[0].person
    actions.death(by=officer, person=person, on=D)
    with pytest.raises(Refused, match="UNDO-LATER"):
        actions.undo(by=officer, change=change, reason="nhầm danh sách")
    assert Household.objects.count() == 60


def test_batch_the_database_refuses_leaves_nothing_of_itself(officer, hoang_phu_new, rows) -> None:
    change = imported(officer, hoang_phu_new, rows[:20])
    before = Person.objects.count(), SearchWord.objects.count(), Event.objects.count()
    twice = replace(rows[30], members=(*rows[30].members, *rows[0].members[:1]))
    assert rows[0].members[0].person.citizen_id
    with pytest.raises(Refused, match="REGISTER-CONFLICT") as caught:
        actions.import_rows(by=officer, change=change, rows=[*rows[20:30], twice])
    assert "định danh" in caught.value.finding.message.vi or "chủ hộ" in caught.value.finding.message.vi
    assert (Person.objects.count(), SearchWord.objects.count(), Event.objects.count()) == before


def test_villages_of_others_are_not_imported_into(officer, hoang_phu_new, elsewhere) -> None:
    change = actions.begin_import(by=officer, unit=hoang_phu_new)
    with pytest.raises(OutOfScope):
        actions.import_rows(by=officer, change=change, rows=list(islice(households([elsewhere.pk], Random(1)), 2)))


def test_import_of_another_is_not_carried_on(officer, leader, hoang_phu_new, rows) -> None:
    change = actions.begin_import(by=officer, unit=hoang_phu_new)
    with pytest.raises(Refused, match="WRONG-IMPORT"):
        actions.import_rows(by=leader, change=change, rows=rows)


def test_factory_makes_people_the_register_would_take(rows) -> None:
    for row in rows:
        assert [member.relation for member in row.members].count("head") == 1
        for member in row.members:
            assert cleaned(member.person) == (member.person, [])


def test_demonstration_is_invented_once_and_says_so(officer, hoang_phu_new, villages) -> None:
    made = demonstration.prepare(by=officer, commune=hoang_phu_new, villages=villages, households=12)
    assert made == Person.objects.count()
    assert demonstration.prepare(by=officer, commune=hoang_phu_new, villages=villages) == 0
    assert {code[:4] for code in Household.objects.values_list("local_code", flat=True)} == {"MẪU-"}
    assert "giả" in Change.objects.get().reason
