"""Who sees and may do what, where and when."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from giamngheo.accounts import queries
from giamngheo.accounts.actions import grant, revoke, set_active
from giamngheo.accounts.permissions import NotPermitted, OutOfScope, require
from giamngheo.accounts.roles import PERMISSIONS, Permission, Role
from giamngheo.territory.models import Unit

TODAY = date(2026, 11, 23)

pytestmark = pytest.mark.django_db


def test_officer_sees_the_commune_and_what_it_was(officer, hoang_phu_new: Unit, hoang_phu_old: Unit, thanh_hoa) -> None:
    codes = {(unit.code, unit.short_name) for unit in queries.scope_units(officer, TODAY)}
    assert codes == {
        ("15889", "Hoằng Phú"), ("15883", "Hoằng Phú"), ("15889", "Hoằng Kim"), ("15892", "Hoằng Trung"),
        ("15916", "Hoằng Quý"),
    }  # fmt: skip
    assert queries.can(officer, Permission.EDIT_PLAN, hoang_phu_old)
    assert not queries.in_scope(officer, thanh_hoa)


def test_another_commune_is_out_of_scope(other_officer, hoang_phu_new: Unit, hoang_phu_old: Unit) -> None:
    for unit in (hoang_phu_new, hoang_phu_old):
        with pytest.raises(OutOfScope):
            require(other_officer, Permission.VIEW_PLAN, unit)


def test_province_reads_every_commune_and_writes_none(province_officer, hoang_phu_new: Unit) -> None:
    require(province_officer, Permission.VIEW_PLAN, hoang_phu_new)
    with pytest.raises(NotPermitted):
        require(province_officer, Permission.EDIT_PLAN, hoang_phu_new)
    assert queries.scope_units(province_officer).filter(level="commune", valid_to=None).count() == 166


def test_another_province_is_out_of_scope(province_officer, unit_of) -> None:
    with pytest.raises(OutOfScope):
        require(province_officer, Permission.VIEW_PLAN, unit_of("01"))


def test_fragment_of_a_split_commune_opens_nothing(make_user) -> None:
    fragment = Unit.objects.filter(changes_in__is_default=False).first()
    old = Unit.objects.filter(changes_out__new=fragment, changes_out__is_default=False).first()
    user = make_user("manh-chia", "commune_officer", fragment)
    assert not queries.in_scope(user, old)


def test_grant_counts_only_on_its_days(make_user, hoang_phu_new: Unit) -> None:
    user = make_user("tam-thoi")
    grant(
        user=user, role="commune_officer", unit=hoang_phu_new, by=None,
        valid_from=TODAY, valid_to=TODAY + timedelta(days=1),
    )  # fmt: skip
    allowed = [queries.can(user, "view_plan", hoang_phu_new, TODAY + timedelta(days=n)) for n in (-1, 0, 1, 2)]
    assert allowed == [False, True, True, False]


def test_revoked_grant_ends_at_once(officer, hoang_phu_new: Unit) -> None:
    revoke(grant=officer.grants.get(), by=None)
    assert not queries.scope_units(officer).exists()
    with pytest.raises(OutOfScope):
        require(officer, Permission.VIEW_PLAN, hoang_phu_new)


def test_switched_off_account_sees_nothing(officer) -> None:
    set_active(user=officer, active=False, by=None)
    assert not queries.scope_units(officer).exists()


def test_stranger_sees_nothing(hoang_phu_new: Unit) -> None:
    assert not queries.scope_units(AnonymousUser()).exists()
    assert not queries.can(AnonymousUser(), Permission.VIEW_PLAN, hoang_phu_new)


def test_country_wide_grant_reaches_everything(make_user, hoang_phu_old: Unit) -> None:
    auditor = make_user("kiem-tra", "auditor", None)
    assert queries.scope_units(auditor).count() == Unit.objects.count()
    require(auditor, Permission.VIEW_AUDIT, hoang_phu_old)


def test_rights_of_two_units_do_not_mix(make_user, hoang_phu_new: Unit, other_commune: Unit) -> None:
    user = make_user("hai-xa", "commune_officer", hoang_phu_new)
    grant(user=user, role="village_reviewer", unit=other_commune, by=None, whole_commune=True)
    assert queries.permissions_in(user, other_commune) == PERMISSIONS[Role.VILLAGE_REVIEWER]
    assert queries.permissions_in(user, hoang_phu_new) == PERMISSIONS[Role.COMMUNE_OFFICER]
    with pytest.raises(NotPermitted):
        require(user, Permission.EDIT_PLAN, other_commune)


def test_can_takes_two_queries_at_most(province_officer, hoang_phu_old, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(2):
        assert queries.can(province_officer, Permission.VIEW_PLAN, hoang_phu_old)


def test_every_permission_and_role_is_used() -> None:
    assert set(PERMISSIONS) == set(Role)
    assert frozenset().union(*PERMISSIONS.values()) == set(Permission)
