"""Another commune sees nothing: not in lists, pages, members, counts, versions or search; and does nothing."""

from datetime import date

import pytest

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.audit.models import Event
from giamngheo.households import actions, queries
from giamngheo.households.models import Change, Household, Person
from giamngheo.households.values import Member, PersonValues, Place

pytestmark = pytest.mark.django_db
D = date(2026, 5, 20)


def test_others_read_nothing(family, other_officer, hoang_phu_new, hoang_phu_old) -> None:
    for commune in (hoang_phu_new, hoang_phu_old):
        for day in (D, date(2024, 1, 1)):
            assert queries.households_in(other_officer, commune, day).count() == 0
            assert queries.counts_by_village(other_officer, commune, day) == []
    with pytest.raises(Household.DoesNotExist):
        queries.household_on(other_officer, family.household.pk, D)
    with pytest.raises(Person.DoesNotExist):
        queries.person_on(other_officer, family["An"].pk, D)
    assert list(queries.members_on(other_officer, family.household, D)) == []
    for words in ("an", "nguyen van an", "038201000002", "0002"):
        assert queries.search(other_officer, words) == []
        assert queries.search(other_officer, words, commune=hoang_phu_new) == []
    assert queries.said_on(other_officer, "household", family.household.pk, family.done.change.at) is None


def test_administrator_of_accounts_reads_no_household(family, administrator, hoang_phu_new) -> None:
    assert queries.households_in(administrator, hoang_phu_new, D).count() == 0
    assert queries.search(administrator, "an") == []


@pytest.mark.parametrize("role", ["province_officer", "auditor"])
def test_readers_see_and_write_nothing(family, make_user, thanh_hoa, hoang_phu_new, role: str) -> None:
    reader = make_user("nguoi-doc", role, thanh_hoa)
    assert queries.households_in(reader, hoang_phu_new, D).count() == 1
    assert [each.person_id for each in queries.search(reader, "chi")] == [family["Chi"].pk]
    with pytest.raises(NotPermitted):
        actions.death(by=reader, person=family["An"], on=D)
    with pytest.raises(NotPermitted):
        actions.begin_import(by=reader, unit=hoang_phu_new)
    with pytest.raises(NotPermitted):
        actions.reveal_citizen_id(by=reader, person=family["An"])


def test_others_write_nothing(family, other_officer, stranger, villages) -> None:
    changes = Change.objects.count()
    an, home = family["An"], family.household
    address, row = home.addresses.get(), family.row("An")
    who = {"by": other_officer}
    reason = {"reason": "phá", "seen": family.done.change.pk}
    attempts = [
        lambda: actions.birth(**who, household=home, on=D, newborn=PersonValues("X")),
        lambda: actions.death(**who, person=an, on=D),
        lambda: actions.arrival(**who, household=home, on=D, members=[Member(PersonValues("X"))]),
        lambda: actions.arrival(**who, household=stranger.household, on=D, members=[Member(an)]),
        lambda: actions.departure(**who, household=home, people=[an], on=D, left_as="abroad"),
        lambda: actions.split(**who, household=home, leaving=[an], head=an, place=Place(villages[0].pk), on=D),
        lambda: actions.merge(**who, household=home, into=stranger.household, on=D),
        lambda: actions.merge(**who, household=stranger.household, into=home, on=D),
        lambda: actions.change_head(**who, household=home, head=an, on=D),
        lambda: actions.move_within(**who, household=home, place=Place(villages[1].pk), on=D),
        lambda: actions.register_household(
            **who, place=Place(villages[0].pk), formed_on=D, members=[Member(PersonValues("X"), "head")]
        ),
        lambda: actions.add_circumstance(**who, person=an, kind="merit", valid_from=D),
        lambda: actions.correct_person(**who, person=an, values={"phone": ""}, **reason),
        lambda: actions.correct_household(**who, household=home, values={"local_code": "1"}, **reason),
        lambda: actions.correct_address(**who, address=address, values={"line": "1"}, **reason),
        lambda: actions.correct_membership(**who, membership=row, values={"relation": "spouse"}, **reason),
        lambda: actions.undo(**who, change=family.done.change, reason="phá"),
        lambda: actions.reveal_citizen_id(**who, person=an),
    ]
    for attempt in attempts:
        with pytest.raises(OutOfScope):
            attempt()
    assert Change.objects.count() == changes


def test_household_that_left_is_seen_where_it_was(stranger, officer, other_officer, family, hoang_phu_new) -> None:
    actions.departure(
        by=other_officer, household=stranger.household, people=[stranger["Khoa"]], on=D, left_as="other_commune"
    )
    actions.arrival(by=officer, household=family.household, on=D, members=[
        Member(PersonValues("Đặng Văn Khoa", "male", 19900000, citizen_id="038090000009"), "not_kin"),
    ])  # fmt: skip
    page = queries.person_on(officer, stranger["Khoa"].pk, D)
    assert [row.household_id for row in page.memberships] == [family.household.pk]  # where he was before is not ours
    with pytest.raises(Person.DoesNotExist):
        queries.person_on(other_officer, stranger["Khoa"].pk, D)
    assert queries.household_on(other_officer, stranger.household.pk, date(2026, 5, 19)).head is not None


def test_whole_id_is_shown_to_few_and_recorded(family, officer) -> None:
    assert queries.person_on(officer, family["An"].pk, D).masked_id == "••••••••0002"
    assert actions.reveal_citizen_id(by=officer, person=family["An"], reason="đối chiếu thẻ") == "038 201 000 002"
    seen = Event.objects.get(action="households.citizen_id_seen")
    assert (seen.subject_id, seen.actor_name, seen.reason) == (str(family["An"].pk), "can-bo", "đối chiếu thẻ")
    assert "0002" not in str(seen.after)


def test_reads_take_a_constant_number_of_queries(
    register, officer, villages, hoang_phu_new, django_assert_num_queries
) -> None:
    def asked(count: int) -> None:
        newest = Household.objects.order_by("-pk")[0]
        with django_assert_num_queries(2):
            assert len(queries.households_in(officer, hoang_phu_new, D)) == count
        with django_assert_num_queries(4):
            queries.counts_by_village(officer, hoang_phu_new, D)
        with django_assert_num_queries(4):
            queries.household_on(officer, newest.pk, D)

    for n in range(3):
        register((PersonValues(f"Lê Văn A{n}", "male"), "head"), village=villages[n % 2])
    asked(3)
    for n in range(9):
        register(
            (PersonValues(f"Lê Văn B{n}", "male"), "head"), (PersonValues("Lê Thị C"), "child"), village=villages[n % 2]
        )
    asked(12)


def test_counts_say_members_and_women(family, neighbours, officer, hoang_phu_new) -> None:
    told = [
        (c.village.name, c.households, c.members, c.women) for c in queries.counts_by_village(officer, hoang_phu_new, D)
    ]
    assert told == [("Thôn Thử 1", 2, 6, 3)]
