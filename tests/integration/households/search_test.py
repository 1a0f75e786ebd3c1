"""Searching people as officers type, on either path: looking a rare word up, walking the list under common ones."""

from datetime import date

import pytest

from giamngheo.households import actions
from giamngheo.households.queries import search, searching
from giamngheo.households.values import PersonValues

pytestmark = pytest.mark.django_db
D = date(2026, 5, 20)


@pytest.fixture(autouse=True, params=[2_000, 0], ids=["looked up", "walked"])
def _path(request, monkeypatch) -> None:
    monkeypatch.setattr(searching, "MANY", request.param)


@pytest.fixture
def people(register):
    return register(
        (PersonValues("Nguyễn Văn Hòa", "male", citizen_id="038075004321", phone="0912345678"), "head"),
        (PersonValues("Nguyễn Thị Hoa", "female"), "spouse"),
        (PersonValues("Nguyễn Thị Hoàng Anh", "female", citizen_id="171234321"), "child"),
        (PersonValues("Đặng Văn Ân", "male"), "not_kin"),
        (PersonValues("Y-Blắc Niê", "male"), "not_kin"),
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hoa", ["Nguyễn Thị Hoàng Anh", "Nguyễn Thị Hoa", "Nguyễn Văn Hòa"]),
        ("HÒA", ["Nguyễn Thị Hoàng Anh", "Nguyễn Thị Hoa", "Nguyễn Văn Hòa"]),
        ("hoà nguyen van", ["Nguyễn Văn Hòa"]),
        ("ng th an", ["Nguyễn Thị Hoàng Anh"]),
        ("dang an", ["Đặng Văn Ân"]),
        ("đặng  ân", ["Đặng Văn Ân"]),
        ("blac", ["Y-Blắc Niê"]),
        ("y-blắc", ["Y-Blắc Niê"]),
        ("oa", []),
        ("hoa xyz", []),
        ("", []),
        ("  %_' -- ", []),
        ("4321", ["Nguyễn Thị Hoàng Anh", "Nguyễn Văn Hòa"]),
        ("••••••••4321", ["Nguyễn Thị Hoàng Anh", "Nguyễn Văn Hòa"]),
        ("***4321 van", ["Nguyễn Văn Hòa"]),
        ("038 075 004 321", ["Nguyễn Văn Hòa"]),
        ("038075004321", ["Nguyễn Văn Hòa"]),
        ("038075014321", []),
        ("171234321", ["Nguyễn Thị Hoàng Anh"]),
        ("0912 345 678", ["Nguyễn Văn Hòa"]),
        ("0912", ["Nguyễn Văn Hòa"]),
        ("hòa 0912345", ["Nguyễn Văn Hòa"]),
        ("0999", []),
    ],
)
def test_words_find_people_in_the_order_of_lists(people, officer, typed: str, found: list[str]) -> None:
    assert [each.person.full_name for each in search(officer, typed)] == found


def test_result_says_where_and_is_limited(people, officer, villages) -> None:
    (first,) = search(officer, "ng", limit=1)
    assert (first.person.full_name, first.village) == ("Nguyễn Thị Hoàng Anh", villages[0])


def test_commune_narrows_the_search(people, stranger, province_officer, hoang_phu_new, other_commune) -> None:
    assert {each.person.given_name for each in search(province_officer, "van")} == {"Hòa", "Ân", "Khoa"}
    assert {each.person.given_name for each in search(province_officer, "van", commune=other_commune)} == {"Khoa"}


def test_dead_and_gone_are_found_where_they_last_were(people, officer) -> None:
    actions.death(by=officer, person=people["Hoa"], on=D)
    actions.departure(by=officer, household=people.household, people=[people["Ân"]], on=D, left_as="abroad")
    assert {each.person.given_name for each in search(officer, "thi hoa")} == {"Hoa", "Anh"}
    assert [each.person.given_name for each in search(officer, "an dang")] == ["Ân"]


def test_search_takes_few_queries_however_many_are_found(people, officer, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(7):
        assert len(search(officer, "ng th")) == 2
