"""Grants limited to villages: what they give there, what they do not give, and that nothing is lost into more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from giamngheo.accounts import queries
from giamngheo.accounts.actions import grant, revoke
from giamngheo.accounts.models import Grant, GrantVillage
from giamngheo.accounts.permissions import NotPermitted, OutOfScope, require, require_in
from giamngheo.accounts.roles import BY_VILLAGE, OVER_PEOPLE, PERMISSIONS, Permission, Role
from giamngheo.audit.models import Event
from giamngheo.territory.actions import move_village, open_village

pytestmark = pytest.mark.django_db
VIEW, EDIT = Permission.VIEW_HOUSEHOLD, Permission.EDIT_HOUSEHOLD
FROM = date(2025, 7, 1)


@pytest.fixture
def here(hoang_phu_new):
    return [open_village(commune=hoang_phu_new, name=f"Thôn {n}", by=None, valid_from=FROM) for n in (1, 2, 3)]


@pytest.fixture
def there(other_commune):
    return open_village(commune=other_commune, name="Thôn Khác", by=None, valid_from=FROM)


@pytest.fixture
def reviewer(make_user, hoang_phu_new, here):
    """Of the first two of three villages."""
    user = make_user("truong-thon")
    grant(user=user, role="village_reviewer", unit=hoang_phu_new, by=None, valid_from=FROM, villages=here[:2])
    return user


def test_villages_of_the_grant_and_no_others(reviewer, here, there) -> None:
    assert set(queries.villages_of(reviewer, VIEW)) == set(here[:2])
    assert [queries.can_in(reviewer, EDIT, each) for each in (*here, there)] == [True, True, False, False]
    require_in(reviewer, EDIT, here[0])
    for village in (here[2], there):
        with pytest.raises(OutOfScope):
            require_in(reviewer, EDIT, village)
    with pytest.raises(NotPermitted):
        require_in(reviewer, Permission.SEE_CITIZEN_ID, here[0])


def test_unit_is_entered_but_its_own_rights_rest(make_user, hoang_phu_new, here) -> None:
    user = make_user("can-bo-thon")
    grant(user=user, role="commune_leader", unit=hoang_phu_new, by=None, valid_from=FROM, villages=here[:1])
    held = {each for each in Permission if queries.can(user, each, hoang_phu_new)}
    assert held == OVER_PEOPLE | {Permission.VIEW_PLAN} == BY_VILLAGE
    assert queries.permissions_in(user, hoang_phu_new) == held
    assert queries.permissions_in_village(user, here[0]) == held
    assert queries.permissions_in_village(user, here[1]) == frozenset()
    assert not queries.can_everywhere(user, VIEW, hoang_phu_new)
    with pytest.raises(NotPermitted):
        require(user, Permission.IMPORT_HOUSEHOLD, hoang_phu_new)
    assert not queries.events_in_scope(user).exists()


def test_whole_unit_means_all_its_villages_also_new_ones(officer, hoang_phu_new, here, there) -> None:
    assert set(queries.villages_of(officer, VIEW)) == set(here)
    late = open_village(commune=hoang_phu_new, name="Thôn 4", by=None, valid_from=FROM)
    assert queries.can_in(officer, EDIT, late)
    assert not queries.can_in(officer, EDIT, there)
    assert queries.can_everywhere(officer, EDIT, hoang_phu_new)


def test_grants_add_up_and_each_counts_in_its_own_unit(make_user, hoang_phu_new, other_commune, here, there) -> None:
    user = make_user("hai-noi")
    grant(user=user, role="auditor", unit=hoang_phu_new, by=None, valid_from=FROM)
    grant(user=user, role="village_reviewer", unit=hoang_phu_new, by=None, valid_from=FROM, villages=here[:1])
    grant(user=user, role="commune_officer", unit=other_commune, by=None, valid_from=FROM, villages=[there])
    assert set(queries.villages_of(user, VIEW)) == {*here, there}
    assert set(queries.villages_of(user, EDIT)) == {here[0], there}
    of_people = {EDIT, Permission.SEE_SENSITIVE, Permission.ASSESS, Permission.EDIT_LABOUR}
    assert queries.permissions_in_village(user, here[0]) == PERMISSIONS[Role.AUDITOR] | of_people
    assert queries.permissions_in_village(user, there) == OVER_PEOPLE | {Permission.VIEW_PLAN}


def test_village_that_left_the_commune_left_the_grant(reviewer, other_commune, here) -> None:
    move_village(village=here[0], commune=other_commune, on=date(2026, 1, 1), by=None)
    assert set(queries.villages_of(reviewer, VIEW)) == {here[1]}
    assert set(queries.villages_of(reviewer, VIEW, date(2025, 12, 31))) == {here[0], here[1]}


def test_it_ends_with_its_days_and_when_taken_back(make_user, hoang_phu_new, here) -> None:
    user, today = make_user("mot-dot"), date.today()
    given = grant(
        user=user, role="village_reviewer", unit=hoang_phu_new, by=None, valid_from=today - timedelta(10),
        valid_to=today, villages=here[:1],
    )  # fmt: skip
    assert queries.can_in(user, VIEW, here[0])
    revoke(grant=given, by=None)
    assert not queries.villages_of(user, VIEW).exists()
    grant(user=user, role="village_reviewer", unit=hoang_phu_new, by=None, valid_from=today - timedelta(9),
          valid_to=today - timedelta(1), villages=here[:1])  # fmt: skip
    assert not queries.villages_of(user, VIEW).exists()


def test_grant_that_lost_its_villages_gives_nothing(reviewer) -> None:
    GrantVillage.objects.all().delete()
    assert not queries.villages_of(reviewer, VIEW).exists()


def test_it_is_recorded_with_its_villages(reviewer, here) -> None:
    event = Event.objects.filter(action="accounts.granted").latest("pk")
    assert event.after["villages"] == [each.code for each in here[:2]]


@pytest.mark.parametrize("which", ["none", "another commune's", "a province's", "the country's"])
def test_villages_that_cannot_be_are_refused(make_user, hoang_phu_new, thanh_hoa, here, there, which) -> None:
    unit = {"a province's": thanh_hoa, "the country's": None}.get(which, hoang_phu_new)
    villages = {"none": [], "another commune's": [here[0], there]}.get(which, here[:1])
    with pytest.raises(ValidationError):
        grant(user=make_user("sai"), role="village_reviewer", unit=unit, by=None, villages=villages)
    assert not Grant.objects.filter(user__username="sai").exists()


def test_reviewer_of_no_village_is_refused_unless_said_of_the_whole_commune(make_user, hoang_phu_new) -> None:
    user = make_user("rs-khong-thon")
    with pytest.raises(ValidationError, match="cả xã") as caught:
        grant(user=user, role="village_reviewer", unit=hoang_phu_new, by=None)
    assert caught.value.finding.code == "ACCOUNT-NO-VILLAGES"
    assert not user.grants.exists()
    grant(user=user, role="village_reviewer", unit=hoang_phu_new, by=None, whole_commune=True)
    assert Event.objects.filter(action="accounts.granted").latest("pk").after["whole_commune"] is True


def test_database_knows_no_village_grant_of_the_country(make_user) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.create(user=make_user("sai"), role="auditor", unit=None, by_village=True, valid_from=FROM)


def test_villages_take_two_queries(reviewer, django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        list(queries.villages_of(reviewer, VIEW))


def test_every_importer_may_see_ids_and_every_writer_what_is_sensitive() -> None:
    for held in PERMISSIONS.values():
        assert Permission.IMPORT_HOUSEHOLD not in held or Permission.SEE_CITIZEN_ID in held
        assert EDIT not in held or Permission.SEE_SENSITIVE in held
