"""Every event of life: what is true on the day before, on the day, and after."""

from datetime import date, timedelta

import pytest

from giamngheo.audit.models import Event
from giamngheo.households import actions
from giamngheo.households.models import Change, EndedAs, Household, LeftAs, Membership, Person
from giamngheo.households.queries import household_on, households_in, members_on, person_on
from giamngheo.households.values import Member, PersonValues, Place

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
D = date(2026, 5, 20)
BEFORE = D - timedelta(days=1)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *a: TODAY)


def names(user, household, day) -> list[str]:
    return [row.person.given_name for row in members_on(user, household, day)]


def test_household_is_registered_with_its_members(family, officer, villages) -> None:
    seen = household_on(officer, family.household.pk, TODAY)
    assert [row.person.full_name for row in seen.members] == [
        "Nguyễn Văn Bình", "Trần Thị Lan", "Nguyễn Văn An", "Nguyễn Thị Chi",
    ]  # fmt: skip
    assert seen.head is not None
    assert seen.head.person == family["Bình"]
    assert (seen.address.village, seen.address.line) == (villages[0], "Nhà 1")
    assert family.done.change.kind == "registered"
    assert family.done.change.by == officer
    assert Event.objects.get(action="households.registered").after["people"] == [each.pk for each in family.done.people]


def test_child_born_after_the_household_is_a_member_from_birth(register, officer) -> None:
    home = register(
        (PersonValues("Lê Văn Ba", "male", 19800000), "head"), (PersonValues("Lê Thị Tư", "female", 20220707), "child")
    )
    assert names(officer, home.household, date(2022, 7, 6)) == ["Ba"]
    assert names(officer, home.household, date(2022, 7, 7)) == ["Ba", "Tư"]


def test_birth_adds_a_member_from_that_day(family, officer) -> None:
    done = actions.birth(by=officer, household=family.household, on=D, newborn=PersonValues("Nguyễn Thị Mai", "female"))
    assert names(officer, family.household, BEFORE) == ["Bình", "Lan", "An", "Chi"]
    assert names(officer, family.household, D) == ["Bình", "Lan", "An", "Chi", "Mai"]
    assert done.people[0].birth == 20260520


def test_death_ends_the_membership_that_day(family, officer) -> None:
    actions.death(by=officer, person=family["Lan"], on=D)
    assert names(officer, family.household, D) == ["Bình", "Lan", "An", "Chi"]
    assert names(officer, family.household, D + timedelta(days=1)) == ["Bình", "An", "Chi"]
    assert Person.objects.get(pk=family["Lan"].pk).died_on == D
    assert family.row("Lan").left_as == LeftAs.DIED


def test_household_of_a_dead_head_has_none_until_one_is_named(family, officer) -> None:
    actions.death(by=officer, person=family["Bình"], on=D)
    assert household_on(officer, family.household.pk, D + timedelta(days=1)).head is None
    actions.change_head(by=officer, household=family.household, head=family["Lan"], on=D + timedelta(days=1),
                        relations={family["An"].pk: "child"})  # fmt: skip
    seen = household_on(officer, family.household.pk, D + timedelta(days=1))
    assert {row.person.given_name: row.relation for row in seen.members} == {
        "Lan": "head",
        "An": "child",
        "Chi": "unknown",
    }


def test_death_of_the_last_member_ends_the_household(register, officer, hoang_phu_new) -> None:
    home = register((PersonValues("Lê Thị Cô", "female", 19400000), "head"))
    actions.death(by=officer, person=home["Cô"], on=D)
    ended = Household.objects.get(pk=home.household.pk)
    assert (ended.ended_on, ended.ended_as) == (D, EndedAs.EXTINCT)
    assert households_in(officer, hoang_phu_new, D).count() == 1
    assert households_in(officer, hoang_phu_new, D + timedelta(days=1)).count() == 0


def test_arrival_joins_from_that_day(family, officer) -> None:
    actions.arrival(
        by=officer, household=family.household, on=D,
        members=[Member(PersonValues("Vũ Thị Dâu", "female", 20020101), "child_in_law")],
    )  # fmt: skip
    assert "Dâu" not in names(officer, family.household, BEFORE)
    assert "Dâu" in names(officer, family.household, D)


def test_arrival_of_a_household_brings_an_address(villages, officer, hoang_phu_new) -> None:
    done = actions.arrival_of_household(
        by=officer, place=Place(villages[1].pk, "Nhà mới"), on=D, local_code="M-1",
        members=[Member(PersonValues("Hồ Văn Sáu", "male", 19700000), "head")],
    )  # fmt: skip
    assert done.change.kind == "arrival"
    assert not households_in(officer, hoang_phu_new, BEFORE).exists()
    (seen,) = households_in(officer, hoang_phu_new, D)
    assert (seen.village_name, seen.address_line, seen.head_name, seen.member_count) == (
        "Thôn Thử 2",
        "Nhà mới",
        "Hồ Văn Sáu",
        1,
    )


def test_departure_ends_the_day_before_and_says_where_to(family, officer) -> None:
    actions.departure(by=officer, household=family.household, people=[family["An"]], on=D, left_as="other_province",
                      left_to="Bình Dương")  # fmt: skip
    assert "An" in names(officer, family.household, BEFORE)
    assert "An" not in names(officer, family.household, D)
    row = family.row("An")
    assert (row.valid_to, row.left_as, row.left_to) == (BEFORE, "other_province", "Bình Dương")


def test_departure_of_all_ends_household_and_address(neighbours, officer) -> None:
    actions.departure(by=officer, household=neighbours.household, people=list(neighbours.people.values()), on=D,
                      left_as="abroad")  # fmt: skip
    ended = Household.objects.get(pk=neighbours.household.pk)
    assert (ended.ended_on, ended.ended_as) == (BEFORE, EndedAs.DEPARTED)
    assert ended.addresses.get().valid_to == BEFORE


def test_who_left_comes_back_as_the_same_person(family, neighbours, officer) -> None:
    actions.departure(by=officer, household=family.household, people=[family["An"]], on=D, left_as="elsewhere")
    actions.arrival(
        by=officer, household=neighbours.household, members=[Member(family["An"], "not_kin")], on=D + timedelta(days=9)
    )
    page = person_on(officer, family["An"].pk, TODAY)
    assert [(row.household_id, row.valid_to) for row in page.memberships] == [
        (neighbours.household.pk, None), (family.household.pk, BEFORE),
    ]  # fmt: skip


def test_id_name_and_birth_make_an_arrival_the_same_person(stranger, family, officer, other_officer) -> None:
    actions.departure(
        by=other_officer, household=stranger.household, people=[stranger["Khoa"]], on=D, left_as="other_commune"
    )
    done = actions.arrival(
        by=officer, household=family.household, on=D,
        members=[Member(PersonValues("đặng văn KHOA", "male", 19900000, citizen_id="038 090 000 009"), "not_kin")],
    )  # fmt: skip
    assert done.people[0].pk == stranger["Khoa"].pk
    assert Person.objects.filter(citizen_id="038090000009").count() == 1


def test_split_makes_a_household_with_its_own_head_and_address(family, officer, villages) -> None:
    done = actions.split(
        by=officer, household=family.household, leaving=[family["An"], family["Chi"]], head=family["An"],
        place=Place(villages[1].pk, "Nhà 9"), on=D, relations={family["Chi"].pk: "sibling"}, local_code="H-03",
    )  # fmt: skip
    new = done.households[1]
    assert names(officer, family.household, BEFORE) == ["Bình", "Lan", "An", "Chi"]
    assert names(officer, family.household, D) == ["Bình", "Lan"]
    assert [(row.person.given_name, row.relation) for row in members_on(officer, new, D)] == [
        ("An", "head"),
        ("Chi", "sibling"),
    ]
    assert not members_on(officer, new, BEFORE)
    assert household_on(officer, new.pk, D).address.village == villages[1]


def test_split_without_the_head_named_relations_are_unknown(family, officer, villages) -> None:
    done = actions.split(by=officer, household=family.household, leaving=[family["Bình"], family["Lan"]],
                         head=family["Lan"], place=Place(villages[0].pk), on=D)  # fmt: skip
    assert {r.person.given_name: r.relation for r in members_on(officer, done.households[1], D)} == {
        "Bình": "unknown",
        "Lan": "head",
    }
    assert household_on(officer, family.household.pk, D).head is None


def test_merge_moves_all_and_ends_the_first(family, neighbours, officer, hoang_phu_new) -> None:
    actions.merge(by=officer, household=neighbours.household, into=family.household, on=D,
                  relations={neighbours["Hoa"].pk: "sibling"})  # fmt: skip
    seen = {row.person.given_name: row.relation for row in members_on(officer, family.household, D)}
    assert seen == {"Bình": "head", "Lan": "spouse", "An": "child", "Chi": "child", "Dũng": "unknown", "Hoa": "sibling"}
    ended = Household.objects.get(pk=neighbours.household.pk)
    assert (ended.ended_on, ended.ended_as, ended.merged_into_id) == (BEFORE, EndedAs.MERGED, family.household.pk)
    assert [h.pk for h in households_in(officer, hoang_phu_new, D)] == [family.household.pk]


def test_change_of_head_asks_for_relations_anew(family, officer) -> None:
    actions.change_head(by=officer, household=family.household, head=family["An"], on=D, former_head="parent",
                        relations={family["Lan"].pk: "parent"})  # fmt: skip

    def told(day) -> dict[str, str]:
        return {row.person.given_name: row.relation for row in members_on(officer, family.household, day)}

    assert told(BEFORE) == {"Bình": "head", "Lan": "spouse", "An": "child", "Chi": "child"}
    assert told(D) == {"An": "head", "Bình": "parent", "Lan": "parent", "Chi": "unknown"}


def test_move_changes_the_village_from_that_day(family, officer, villages, hoang_phu_new) -> None:
    actions.move_within(by=officer, household=family.household, place=Place(villages[1].pk, "Nhà 7"), on=D)
    assert household_on(officer, family.household.pk, BEFORE).address.village == villages[0]
    assert household_on(officer, family.household.pk, D).address.line == "Nhà 7"
    assert households_in(officer, hoang_phu_new, D, villages[0]).count() == 0
    assert households_in(officer, hoang_phu_new, BEFORE, villages[0]).count() == 1


def test_circumstance_holds_between_its_days(family, officer) -> None:
    actions.add_circumstance(by=officer, person=family["Chi"], kind="disability", valid_from=D, detail="nặng")
    (row,) = person_on(officer, family["Chi"].pk, TODAY).circumstances
    actions.end_circumstance(by=officer, circumstance=row, on=D + timedelta(days=30))
    held = [len(person_on(officer, family["Chi"].pk, D + timedelta(days=n)).circumstances) for n in (-1, 0, 30, 31)]
    assert held == [0, 1, 1, 0]


def test_commune_of_today_shows_days_before_its_merger(family, officer, hoang_phu_new) -> None:
    assert [h.pk for h in households_in(officer, hoang_phu_new, date(2021, 1, 1))] == [family.household.pk]
    assert names(officer, family.household, date(2021, 1, 1)) == ["Bình", "Lan", "An", "Chi"]
    assert names(officer, family.household, date(2020, 2, 29)) == []


def test_every_row_names_the_change_that_wrote_it(family, officer) -> None:
    done = actions.death(by=officer, person=family["Lan"], on=D)
    assert family.row("Lan").changed_in == done.change
    assert family.row("An").changed_in == family.done.change
    assert Change.objects.count() == 2
    assert Membership.objects.count() == 4


def test_warnings_about_an_id_stop_nothing(register) -> None:
    home = register((PersonValues("Lê Văn Năm", "female", 19750000, citizen_id="038075000123"), "head"))
    assert [each.code for each in home.done.warnings] == ["CITIZEN-ID-SEX"]
