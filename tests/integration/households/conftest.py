"""Two villages of a commune, one of another, and a family in the first. All invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest

from giamngheo.households import actions
from giamngheo.households.actions import Done
from giamngheo.households.models import Household, Membership, Person
from giamngheo.households.values import Member, PersonValues, Place
from giamngheo.territory.actions import open_village

FORMED = date(2020, 3, 1)


class Home(NamedTuple):
    """A household and its people by name."""

    done: Done
    household: Household
    people: dict[str, Person]

    def __getitem__(self, name) -> Person:
        return self.people[name]

    def row(self, name: str) -> Membership:
        return Membership.objects.filter(person=self.people[name]).latest("valid_from")


@pytest.fixture
def village(hoang_phu_new):
    return open_village(commune=hoang_phu_new, name="Thôn Thử 1", by=None, valid_from=date(2025, 7, 1))


@pytest.fixture
def villages(hoang_phu_old):
    """Two villages since before the merger of 01/07/2025, carried into the commune of today."""
    return [open_village(commune=hoang_phu_old, name=f"Thôn Thử {n}", by=None) for n in (1, 2)]


@pytest.fixture
def elsewhere(other_commune):
    """A village of another commune."""
    return open_village(commune=other_commune, name="Thôn Khác", by=None, valid_from=date(2025, 7, 1))


@pytest.fixture
def register(villages, officer) -> Callable[..., Home]:
    """register(*members, village=..., formed_on=...): a household; members as (PersonValues, relation)."""

    def make(*members, village=None, formed_on: date = FORMED, by=officer, line: str = "Nhà 1", code: str = "") -> Home:
        done = actions.register_household(
            by=by, place=Place((village or villages[0]).pk, line), formed_on=formed_on, local_code=code,
            members=[Member(*each) for each in members],
        )  # fmt: skip
        return Home(done, done.households[0], {person.given_name: person for person in done.people})

    return make


@pytest.fixture
def family(register) -> Home:
    """Bình (head), Lan (spouse), An and Chi (children), of 01/03/2020."""
    return register(
        (PersonValues("Nguyễn Văn Bình", "male", 19750410, citizen_id="038075000001"), "head"),
        (PersonValues("Trần Thị Lan", "female", 19780000), "spouse"),
        (PersonValues("Nguyễn Văn An", "male", 20010615, citizen_id="038201000002"), "child"),
        (PersonValues("Nguyễn Thị Chi", "female", 20100101), "child"),
        code="H-01",
    )


@pytest.fixture
def neighbours(register) -> Home:
    """Dũng (head) and Hoa (spouse), in the other village."""
    return register(
        (PersonValues("Lê Văn Dũng", "male", 19800000), "head"),
        (PersonValues("Phạm Thị Hoa", "female", 19820000), "spouse"),
        line="Nhà 2", code="H-02",
    )  # fmt: skip


@pytest.fixture
def stranger(elsewhere, other_officer, register) -> Home:
    """Khoa, alone in another commune."""
    return register(
        (PersonValues("Đặng Văn Khoa", "male", 19900000, citizen_id="038090000009"), "head"),
        village=elsewhere, by=other_officer, formed_on=date(2025, 8, 1), code="X-01",
    )  # fmt: skip
