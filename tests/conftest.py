"""Fixtures for everybody: the packaged units in the test database, people with rights, their signed-in clients.

All people here are synthetic. Units are loaded once per session and survive, like what migrations
load, the flush after transactional tests (tests/flushing.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, settings

TODAY = date(2026, 11, 23)
PASSWORD = "mật khẩu giả 2026"  # synthetic, for tests only
# A busy machine is no finding: how long an example takes to make or to run is never what fails a test.
# Made out of the profile in force, so that automatic builds keep theirs (the same examples every time).
settings.register_profile(
    "whatever-the-clock", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("whatever-the-clock")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests of a file stay in one process; those on Spark, of all files, in one, so that Java starts once."""
    if not config.pluginmanager.hasplugin("xdist"):
        return
    for item in items:
        group = "spark" if item.get_closest_marker("spark") else item.nodeid.partition("::")[0]
        item.add_marker(pytest.mark.xdist_group(group))


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    from django.test import override_settings

    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """Where a migrated database lies ready, the test database is a copy of it."""
    from django.db import connection

    from tests import template

    with template.lying_under(connection):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """The test database, which a transactional test may empty although its trail and register refuse to be.

    A thread of a live server keeps its session with PostgreSQL for a minute, as in production; at the end nobody
    waits for it, or the database could not be removed.
    """
    from django.db import connection

    from tests import flushing

    flushing.install(connection)
    yield
    with django_db_blocker.unblock():
        flushing.end_other_sessions(connection)


@pytest.fixture(scope="session")
def units_loaded(django_db_setup: None, django_db_blocker) -> None:
    """The packaged units of the country, committed once for the session."""
    from giamngheo.territory.actions import load_units

    with django_db_blocker.unblock():
        load_units()


@pytest.fixture
def unit_of(units_loaded: None, db: None) -> Callable[..., object]:
    """unit_of(code, day=TODAY): a unit that must exist."""
    from giamngheo.territory.queries import unit_on

    def find(code: str, day: date = TODAY):
        unit = unit_on(code, day)
        assert unit is not None, f"no unit {code} on {day}"
        return unit

    return find


@pytest.fixture
def hoang_phu_old(unit_of):
    """Xã Hoằng Phú, huyện Hoằng Hóa, until 30/06/2025."""
    return unit_of("15883", date(2025, 6, 30))


@pytest.fixture
def hoang_phu_new(unit_of):
    """Xã Hoằng Phú since 01/07/2025."""
    return unit_of("15889")


@pytest.fixture
def thanh_hoa(unit_of):
    """Tỉnh Thanh Hóa of today."""
    return unit_of("38")


@pytest.fixture
def other_commune(unit_of):
    """Another commune of the same province: xã Hoằng Sơn."""
    return unit_of("15910")


@pytest.fixture
def make_user(db: None) -> Callable[..., object]:
    """make_user(username, role, unit): a synthetic user; unit None: the whole country; no role: no rights."""
    from giamngheo.accounts.actions import create_user, grant

    def make(username: str, role: str | None = None, unit=None, **options):
        user = create_user(username=username, full_name=f"Người thử {username}", password=PASSWORD, by=None, **options)
        if role is not None:
            everywhere = role == "village_reviewer"  # of villages: grant() in the test itself
            grant(user=user, role=role, unit=unit, by=None, valid_from=date(2025, 7, 1), whole_commune=everywhere)
        return user

    return make


@pytest.fixture
def officer(make_user, hoang_phu_new):
    return make_user("can-bo", "commune_officer", hoang_phu_new)


@pytest.fixture
def leader(make_user, hoang_phu_new):
    return make_user("lanh-dao", "commune_leader", hoang_phu_new)


@pytest.fixture
def other_officer(make_user, other_commune):
    return make_user("can-bo-xa-khac", "commune_officer", other_commune)


@pytest.fixture
def province_officer(make_user, thanh_hoa):
    return make_user("can-bo-tinh", "province_officer", thanh_hoa)


@pytest.fixture
def administrator(make_user, thanh_hoa):
    """Manages accounts of the province."""
    return make_user("quan-tri", "administrator", thanh_hoa)


@pytest.fixture
def sign_in(db: None) -> Callable[..., object]:
    """sign_in(user): a client with a session of that user."""
    from django.test import Client

    def enter(user):
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


@pytest.fixture
def officer_client(sign_in, officer):
    return sign_in(officer)


@pytest.fixture
def other_officer_client(sign_in, other_officer):
    return sign_in(other_officer)


@pytest.fixture
def province_client(sign_in, province_officer):
    return sign_in(province_officer)
