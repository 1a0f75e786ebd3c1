"""Taking a change back: what it made goes, what it changed returns, and what came after stops it, by name."""

from datetime import date, timedelta

import pytest

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.households import actions
from giamngheo.households.models import Change, History, Household, Membership, Person, SearchEntry
from giamngheo.households.problems import Refused
from giamngheo.households.queries import household_on, members_on, search, versions_of
from giamngheo.households.values import Member, PersonValues, Place

pytestmark = pytest.mark.django_db
D = date(2026, 5, 20)


def test_undone_split_is_as_if_it_had_not_been(family, officer, villages) -> None:
    done = actions.split(by=officer, household=family.household, leaving=[family["An"]], head=family["An"],
                         place=Place(villages[1].pk), on=D)  # fmt: skip
    undone = actions.undo(by=officer, change=done.change, reason="chưa tách")
    assert [row.person.given_name for row in members_on(officer, family.household, D)] == ["Bình", "Lan", "An", "Chi"]
    assert not Household.objects.filter(pk=done.households[1].pk).exists()
    assert SearchEntry.objects.get(person=family["An"]).village == villages[0]
    assert undone.change.undoes == done.change
    assert History.objects.filter(row_kind="household", row_id=done.households[1].pk, removed=True).exists()


def test_undone_death_brings_person_and_household_back(register, officer) -> None:
    home = register((PersonValues("Lê Thị Cô", "female", 19400000), "head"))
    done = actions.death(by=officer, person=home["Cô"], on=D)
    actions.undo(by=officer, change=done.change, reason="nhầm người")
    assert Person.objects.get(pk=home["Cô"].pk).died_on is None
    seen = household_on(officer, home.household.pk, D + timedelta(days=9))
    assert seen.head is not None
    assert seen.address.valid_to is None
    assert seen.household.ended_as == ""


def test_undone_registration_leaves_nobody_but_history(family, officer) -> None:
    actions.undo(by=officer, change=family.done.change, reason="nhập nhầm xã")
    assert not Person.objects.exists()
    assert not Household.objects.exists()
    assert search(officer, "binh") == []
    (version,) = versions_of(officer, "person", family["An"].pk)
    assert version.columns["full_name"] == "Nguyễn Văn An"
    assert version.removed


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        (lambda w, by: actions.death(by=by, person=w["Mai"], on=D + timedelta(days=1)), "mất"),
        (lambda w, by: actions.add_circumstance(by=by, person=w["Mai"], kind="merit", valid_from=D), "ghi hoàn cảnh"),
        (lambda w, by: actions.correct_person(by=by, person=w["Mai"], seen=w["Mai"].changed_in_id, reason="nhầm",
                                              values={"full_name": "Nguyễn Thị May"}), "đính chính"),
        (lambda w, by: actions.change_head(by=by, household=w["home"], head=w["An"], on=D + timedelta(days=1)),
         "đổi chủ hộ"),
    ],
)  # fmt: skip
def test_what_came_after_a_birth_stops_its_undoing(family, officer, later, kind: str) -> None:
    born = actions.birth(by=officer, household=family.household, on=D, newborn=PersonValues("Nguyễn Thị Mai"))
    then = later({"Mai": born.people[0], "An": family["An"], "home": family.household}, officer)
    before = Membership.objects.count()
    with pytest.raises(Refused) as caught:
        actions.undo(by=officer, change=born.change, reason="nhầm")
    finding = caught.value.finding
    assert finding.code == "REGISTER-UNDO-LATER"
    assert kind in finding.message.vi
    assert str(then.change.pk) in finding.message.vi
    assert Membership.objects.count() == before
    actions.undo(by=officer, change=then.change, reason="nhầm")
    actions.undo(by=officer, change=born.change, reason="nhầm")
    assert not Person.objects.filter(pk=born.people[0].pk).exists()


def test_departure_is_not_undone_under_a_return(family, neighbours, officer) -> None:
    left = actions.departure(by=officer, household=family.household, people=[family["An"]], on=D, left_as="elsewhere")
    back = actions.arrival(
        by=officer, household=neighbours.household, members=[Member(family["An"])], on=D + timedelta(days=5)
    )
    with pytest.raises(Refused, match="UNDO-LATER") as caught:
        actions.undo(by=officer, change=left.change, reason="nhầm")
    assert str(back.change.pk) in caught.value.finding.message.en


def test_head_is_not_brought_back_beside_another(family, officer) -> None:
    died = actions.death(by=officer, person=family["Bình"], on=D)
    actions.change_head(by=officer, household=family.household, head=family["Lan"], on=D + timedelta(days=1))
    with pytest.raises(Refused, match="UNDO-LATER"):
        actions.undo(by=officer, change=died.change, reason="nhầm")


def test_household_others_joined_is_not_undone(neighbours, family, officer) -> None:
    actions.merge(by=officer, household=family.household, into=neighbours.household, on=D)
    with pytest.raises(Refused, match="UNDO-LATER"):
        actions.undo(by=officer, change=neighbours.done.change, reason="nhầm")


def test_undoing_is_only_for_those_who_may_write_there(family, other_officer) -> None:
    with pytest.raises(OutOfScope):
        actions.undo(by=other_officer, change=family.done.change, reason="phá")
    assert Change.objects.filter(kind="undo").count() == 0
