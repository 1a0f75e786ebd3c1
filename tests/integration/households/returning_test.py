"""Somebody comes back, a household moves whole to another commune: the same rows, and nothing browsed."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.audit.models import Event
from giamngheo.households import actions, queries
from giamngheo.households.models import Household, Membership, Person
from giamngheo.households.permissions import NotPermitted, OutOfScope
from giamngheo.households.problems import Refused
from giamngheo.households.queries.listing import Living, Wanted, listing
from giamngheo.households.queries.pages import household_page
from giamngheo.households.queries.returning import perhaps_returned, returning, returning_person
from giamngheo.households.values import Member, PersonValues, Place

pytestmark = pytest.mark.django_db
LEFT, BACK = date(2026, 5, 20), date(2026, 8, 1)


@pytest.fixture
def gone(officer, family):
    """The whole family left; its code."""
    actions.departure(
        by=officer, household=family.household, people=list(family.people.values()), on=LEFT, left_as="other_commune"
    )
    return household_page(officer, family.household.pk, LEFT).transfer_code


def come(by, code: str, village, family, *, head: str = "Bình", on: date = BACK, **more):
    relations = {person.pk: "child" for person in family.people.values()} | {family[head].pk: "head"}
    return actions.arrival_of_departed(
        by=by, code=code, place=Place(village.pk, "Nhà mới"), relations=relations, on=on, **more
    )


def test_household_that_left_whole_arrives_in_the_next_commune_as_itself(
    officer, other_officer, family, elsewhere, gone, hoang_phu_new, other_commune
) -> None:
    people = set(Person.objects.values_list("pk", flat=True))
    found = actions.seek_departed(by=other_officer, unit=other_commune, code=gone)
    assert (found.household, found.commune) == (family.household, hoang_phu_new)
    done = come(other_officer, found.code, elsewhere, family, local_code="Y-07", reason="xã cũ chuyển")
    home = Household.objects.get(pk=family.household.pk)
    assert (home.ended_on, home.ended_as, home.local_code) == (None, "", "Y-07")
    assert set(Person.objects.values_list("pk", flat=True)) == people
    there = queries.household_on(other_officer, home.pk, BACK)
    assert {row.person_id for row in there.members} == people
    assert there.head.person == family["Bình"]
    with pytest.raises(Household.DoesNotExist):  # the days between are nobody's
        queries.household_on(other_officer, home.pk, date(2026, 7, 1))
    assert queries.may_see(other_officer, family["An"])
    assert not queries.may_see(officer, family["An"])
    assert actions.undo(by=other_officer, change=done.change, reason="nhầm").households[0].ended_on is not None


def test_old_commune_keeps_the_household_of_its_own_days(
    officer, other_officer, family, elsewhere, gone, hoang_phu_new
) -> None:
    come(other_officer, gone, elsewhere, family)
    page = household_page(officer, family.household.pk, date(2026, 9, 1))
    assert (page.day, page.may_edit, page.transfer_code) == (date(2026, 5, 19), False, "")
    assert [each.village.name for each in page.addresses] == ["Thôn Thử 1"]
    assert [each.change.kind for each in page.events] == ["departure", "registered"]
    left = listing(officer, hoang_phu_new, Wanted(date(2026, 9, 1), living=Living.ENDED))
    assert [(home.head_name, home.member_count, home.left_on) for home in left.households] == [
        ("Nguyễn Văn Bình", 4, date(2026, 5, 19))
    ]
    assert left.people == 4
    assert not listing(officer, hoang_phu_new, Wanted(date(2026, 9, 1))).people


def test_new_commune_is_told_nothing_of_the_life_before(officer, other_officer, register, family, elsewhere) -> None:
    actions.death(by=officer, person=family["Lan"], on=date(2024, 1, 1))
    left = [family[name] for name in ("Bình", "An", "Chi")]
    actions.departure(by=officer, household=family.household, people=left, on=LEFT, left_as="other_commune")
    code = household_page(officer, family.household.pk, LEFT).transfer_code
    actions.arrival_of_departed(
        by=other_officer, code=code, place=Place(elsewhere.pk), relations={family["Bình"].pk: "head"}, on=BACK
    )
    page = household_page(other_officer, family.household.pk, BACK)
    assert not page.former
    assert [each.village.name for each in page.addresses] == ["Thôn Khác"]
    assert [each.change.kind for each in page.events] == ["arrival"]
    assert all(each.written.unit.code == "15910" for rows in page.versions.values() for each in rows)
    assert not queries.may_see(other_officer, family["An"])  # who did not come stays the old commune's


@pytest.mark.parametrize(
    ("number", "name", "found"),
    [
        ("038075000001", "Nguyễn Văn Bình", True),
        ("038 075 000 001", "nguyễn văn BÌNH", True),
        ("038075000001", "Nguyễn Văn Bính", False),
        ("038075000001", "", False),
        ("038201000002", "Nguyễn Văn An", False),  # not the head
        ("", "Nguyễn Văn Bình", False),
        ("12", "Nguyễn Văn Bình", False),
    ],
)
def test_head_answers_to_id_and_name_together(other_officer, other_commune, gone, number, name, found) -> None:
    told = actions.seek_departed(by=other_officer, unit=other_commune, number=number, full_name=name)
    assert (told is not None) is found
    event = Event.objects.filter(action="households.departed_sought").latest("pk")
    assert bool(event.subject_id) is found
    assert "0001" not in str(event.after)
    assert "Bình" not in str(event.after)


def test_wrong_code_and_household_that_did_not_leave_answer_nothing(
    officer, other_officer, other_commune, family, neighbours, gone
) -> None:
    number, one, two = gone.split("-")
    wrong = [f"{number}-{two}-{one}", f"{neighbours.household.pk}-{one}-{two}", number, "x", f"{number}{one}{two}9"]
    for code in wrong:
        assert actions.seek_departed(by=other_officer, unit=other_commune, code=code) is None
    assert household_page(officer, neighbours.household.pk, LEFT).transfer_code == ""
    for typed in (gone.lower(), gone.replace("-", " "), f" {gone} "):
        assert actions.seek_departed(by=other_officer, unit=other_commune, code=typed) is not None


def test_code_is_void_once_the_household_lives_somewhere(other_officer, other_commune, family, elsewhere, gone) -> None:
    come(other_officer, gone, elsewhere, family)
    assert actions.seek_departed(by=other_officer, unit=other_commune, code=gone) is None
    with pytest.raises(Refused) as caught:
        come(other_officer, gone, elsewhere, family)
    assert caught.value.finding.code == "REGISTER-NOT-DEPARTED"


def test_household_comes_back_to_its_own_commune(officer, family, villages, gone) -> None:
    come(officer, gone, villages[1], family, head="Lan")
    rows = Membership.objects.filter(household=family.household, valid_to=None)
    assert rows.get(relation="head").person == family["Lan"]
    assert Membership.objects.filter(person=family["Lan"]).count() == 2
    assert household_page(officer, family.household.pk, BACK).here.address.village == villages[1]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"on": LEFT}, None),
        ({"on": date(2026, 5, 19)}, "REGISTER-OUT-OF-ORDER"),
        ({"on": date(2090, 1, 1)}, "REGISTER-DAY-FUTURE"),
    ],
)
def test_it_arrives_after_it_left_and_not_in_days_to_come(officer, family, villages, gone, change, code) -> None:
    if code is None:
        assert come(officer, gone, villages[0], family, **change).households
        return
    with pytest.raises(Refused) as caught:
        come(officer, gone, villages[0], family, **change)
    assert caught.value.finding.code == code
    assert Household.objects.get(pk=family.household.pk).ended_as == "departed"


def test_it_needs_one_head_and_people_of_its_own(officer, neighbours, family, villages, gone) -> None:
    for relations in ({}, {family["An"].pk: "child"}, {neighbours["Hoa"].pk: "head"}):
        with pytest.raises(Refused) as caught:
            actions.arrival_of_departed(
                by=officer, code=gone, place=Place(villages[0].pk), relations=relations, on=BACK
            )
        assert caught.value.finding.code == "REGISTER-ONE-HEAD"


def test_who_lives_elsewhere_meanwhile_does_not_come_again(officer, family, neighbours, villages, gone) -> None:
    actions.arrival(by=officer, household=neighbours.household, members=[Member(family["An"])], on=date(2026, 6, 1))
    come(officer, gone, villages[0], family)
    assert Membership.objects.get(person=family["An"], valid_to=None).household == neighbours.household
    assert Membership.objects.filter(household=family.household, valid_to=None).count() == 3


def test_others_neither_seek_nor_take_in(other_officer, make_user, hoang_phu_new, villages, family, gone) -> None:
    with pytest.raises(OutOfScope):
        actions.seek_departed(by=other_officer, unit=hoang_phu_new, code=gone)
    with pytest.raises(OutOfScope):
        come(other_officer, gone, villages[0], family)
    auditor = make_user("kiem-tra", "auditor", hoang_phu_new)
    with pytest.raises(NotPermitted):
        actions.seek_departed(by=auditor, unit=hoang_phu_new, code=gone)
    with pytest.raises(NotPermitted):
        come(auditor, gone, villages[0], family)


def test_who_left_is_found_and_picked_also_without_id(officer, other_officer, family, neighbours) -> None:
    chi = family["Chi"]
    assert not returning(officer, "chi")
    actions.departure(by=officer, household=family.household, people=[chi], on=LEFT, left_as="abroad")
    assert [each.person for each in returning(officer, "nguyen chi")] == [chi]
    assert returning_person(officer, chi.pk).last.valid_to == date(2026, 5, 19)
    assert not returning(other_officer, "chi")
    assert returning_person(other_officer, chi.pk) is None
    assert returning_person(officer, family["An"].pk) is None  # is in a household
    actions.arrival(by=officer, household=neighbours.household, members=[Member(chi, "not_kin")], on=BACK)
    assert not returning(officer, "chi")
    assert Person.objects.filter(given_name="Chi").count() == 1


@pytest.mark.parametrize(
    ("name", "birth", "asked"),
    [
        ("Nguyễn Thị Chi", 20100101, True), ("nguyễn thị chi", 20100000, True), ("Nguyễn Thị Chi", None, True),
        ("Nguyễn Thị Chi", 20100102, False), ("Nguyễn Thị Chi", 20090000, False), ("Nguyễn Thi Chi", 20100101, False),
    ],
)  # fmt: skip
def test_namesake_who_left_is_asked_about(officer, family, name, birth, asked) -> None:
    actions.departure(by=officer, household=family.household, people=[family["Chi"]], on=LEFT, left_as="abroad")
    assert bool(perhaps_returned(officer, name, birth)) is asked


def test_with_the_id_typed_the_same_person_is_found(officer, other_officer, family, stranger) -> None:
    actions.departure(by=officer, household=family.household, people=[family["An"]], on=LEFT, left_as="other_commune")
    typed = PersonValues("Nguyễn Văn An", "male", 20010615, citizen_id="038201000002")
    actions.arrival(by=other_officer, household=stranger.household, members=[Member(typed, "not_kin")], on=BACK)
    assert Membership.objects.get(household=stranger.household, relation="not_kin").person == family["An"]
