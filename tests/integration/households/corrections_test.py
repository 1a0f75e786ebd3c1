"""Corrections, the officer who came second, and what the register said on a day."""

from datetime import date
from decimal import Decimal

import pytest

from giamngheo.audit.models import Event
from giamngheo.households import actions
from giamngheo.households.models import Circumstance, Person
from giamngheo.households.problems import Stale
from giamngheo.households.queries import household_on, members_on, said_on, search, versions_of
from giamngheo.households.values import PersonValues

pytestmark = pytest.mark.django_db
D = date(2026, 5, 20)


def correct(by, person, **values):
    return actions.correct_person(by=by, person=person, seen=person.changed_in_id, values=values, reason="nhập nhầm")


def test_corrected_name_makes_all_its_keys_anew(family, officer) -> None:
    correct(officer, family["An"], full_name="  Nguyễn   Hữu Ẩn ")
    now = Person.objects.get(pk=family["An"].pk)
    assert (now.full_name, now.middle_name, now.given_name, now.bare_name) == (
        "Nguyễn Hữu Ẩn",
        "Hữu",
        "Ẩn",
        "nguyen huu an",
    )
    assert [e.person_id for e in search(officer, "huu an")] == [now.pk]
    assert not search(officer, "van an")


def test_register_still_says_what_it_said_then(family, officer) -> None:
    done = correct(officer, family["An"], full_name="Nguyễn Văn Ân", birth=20010616)
    moment = family.done.change.at
    then = said_on(officer, "person", family["An"].pk, moment)
    now = said_on(officer, "person", family["An"].pk, done.change.at)
    assert then is not None
    assert now is not None
    assert (then.columns["full_name"], then.columns["birth"]) == ("Nguyễn Văn An", 20010615)
    assert (now.columns["full_name"], now.replaced) == ("Nguyễn Văn Ân", None)
    assert then.replaced == done.change
    assert now.written.by == officer
    assert said_on(officer, "person", family["An"].pk, moment.replace(year=2020)) is None


def test_versions_never_show_a_whole_id(family, officer) -> None:
    correct(officer, family["An"], citizen_id="038201000003")
    told = [each.columns["citizen_id"] for each in versions_of(officer, "person", family["An"].pk)]
    assert told == ["••••••••0003", "••••••••0002"]


def test_other_communes_read_no_versions(family, other_officer) -> None:
    assert versions_of(other_officer, "person", family["An"].pk) == []


def test_second_officer_is_told_what_the_first_wrote(family, officer, leader) -> None:
    as_seen = Person.objects.get(pk=family["An"].pk)
    first = correct(leader, as_seen, full_name="Nguyễn Văn Ân", phone="0912 345 678")
    with pytest.raises(Stale) as caught:
        correct(officer, family["An"], sex="female")
    assert caught.value.theirs["full_name"] == ("Nguyễn Văn An", "Nguyễn Văn Ân")
    assert caught.value.theirs["phone"] == ("", "0912345678")
    assert "sex" not in caught.value.theirs
    assert leader.full_name in caught.value.finding.message.vi
    now = Person.objects.get(pk=family["An"].pk)
    actions.correct_person(by=officer, person=now, seen=first.change.pk, values={"sex": "female"}, reason="nhập nhầm")
    now.refresh_from_db()
    assert (now.full_name, now.sex) == ("Nguyễn Văn Ân", "female")


def test_trail_says_which_fields_and_no_values(family, officer) -> None:
    correct(officer, family["An"], citizen_id="038201000003", ethnic_group="06")
    event = Event.objects.get(action="households.correction")
    assert event.after["fields"] == ["citizen_id", "ethnic_group"]
    assert event.reason == "nhập nhầm"
    assert not any("0382010" in str(each.after) + str(each.before) for each in Event.objects.all())


def test_correcting_the_day_formed_takes_the_address_along(family, officer) -> None:
    row = family.household
    actions.correct_household(by=officer, household=row, seen=row.changed_in_id, reason="nhầm năm",
                              values={"formed_on": date(2015, 1, 1), "local_code": "H-1"})  # fmt: skip
    seen = household_on(officer, row.pk, date(2016, 1, 1))
    assert seen.household.local_code == "H-1"
    assert seen.members == []


def test_address_and_relation_are_corrected_in_place(family, officer, villages) -> None:
    address = family.household.addresses.get()
    actions.correct_address(by=officer, address=address, seen=address.changed_in_id, reason="nhầm thôn",
                            values={"village_id": villages[1].pk, "latitude": Decimal("19.812345"),
                                    "longitude": Decimal("105.912345")})  # fmt: skip
    row = family.row("Chi")
    actions.correct_membership(
        by=officer, membership=row, seen=row.changed_in_id, values={"relation": "grandchild"}, reason="nhầm"
    )
    seen = household_on(officer, family.household.pk, D)
    assert seen.address.village == villages[1]
    assert seen.address.latitude == Decimal("19.812345")
    assert {r.person.given_name: r.relation for r in seen.members}["Chi"] == "grandchild"
    assert search(officer, "chi")[0].village == villages[1]
    undone = actions.undo(by=officer, change=seen.address.changed_in, reason="không nhầm")
    assert undone.change.kind == "undo"
    assert household_on(officer, family.household.pk, D).address.latitude is None


def test_location_survives_an_undoing_exactly(family, officer) -> None:
    address = family.household.addresses.get()
    values = {"latitude": Decimal("19.812345"), "longitude": Decimal("105.912345")}
    actions.correct_address(by=officer, address=address, seen=address.changed_in_id, reason="đo", values=values)
    address.refresh_from_db()
    done = actions.correct_address(
        by=officer, address=address, seen=address.changed_in_id, reason="đo lại", values={"line": "Nhà 4"}
    )
    actions.undo(by=officer, change=done.change, reason="thôi")
    address.refresh_from_db()
    assert (address.latitude, address.longitude, address.line) == (values["latitude"], values["longitude"], "Nhà 1")


def test_membership_day_is_corrected_for_the_past(family, officer) -> None:
    row = family.row("An")
    actions.correct_membership(by=officer, membership=row, seen=row.changed_in_id, reason="về sau",
                               values={"valid_from": date(2022, 1, 1)})  # fmt: skip
    assert "An" not in [r.person.given_name for r in members_on(officer, family.household, date(2021, 12, 31))]


def test_circumstance_of_somebody_gone_is_corrected(family, officer) -> None:
    actions.add_circumstance(by=officer, person=family["An"], kind="merit", valid_from=D)
    actions.departure(
        by=officer, household=family.household, people=[family["An"]], on=date(2026, 6, 1), left_as="abroad"
    )
    row = Circumstance.objects.get()
    actions.correct_circumstance(by=officer, circumstance=row, seen=row.changed_in_id, reason="nhầm loại",
                                 values={"kind": "disability", "detail": "nhẹ"})  # fmt: skip
    row.refresh_from_db()
    assert (row.kind, row.detail) == ("disability", "nhẹ")


def test_warning_follows_a_correction(family, officer) -> None:
    assert [w.code for w in correct(officer, family["Bình"], birth=19760410).warnings] == ["CITIZEN-ID-YEAR"]
    assert correct(officer, Person.objects.get(pk=family["Bình"].pk), birth=19750410).warnings == ()


def test_dead_keep_an_id_that_the_living_may_be_given_back(family, officer, register) -> None:
    actions.death(by=officer, person=family["Bình"], on=D)
    home = register((PersonValues("Lê Văn Kế", "male", 19750000, citizen_id="038075000001"), "head"))
    assert home["Kế"].citizen_id == "038075000001"
