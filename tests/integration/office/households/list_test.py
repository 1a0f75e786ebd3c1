"""The list of households: of a day, filtered, sorted, found by a member's name, and the same as a file."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.households import actions
from giamngheo.households.values import PersonValues

pytestmark = pytest.mark.django_db


def heads(client, query: str = "") -> list[str | None]:
    return [home.head_name for home in client.get(f"/ho-dan/?{query}").context["page"].object_list]


def test_households_stand_by_given_name_with_their_people_counted(officer_client, family, neighbours) -> None:
    answer = officer_client.get("/ho-dan/")
    assert heads(officer_client) == ["Nguyễn Văn Bình", "Lê Văn Dũng"]
    assert answer.context["found"].people == 6
    assert "Cộng 2 hộ" in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tim=pham+thi+hoa", ["Lê Văn Dũng"]),
        ("tim=HOA+pham", ["Lê Văn Dũng"]),
        ("tim=khong+co+ai", []),
        ("xep=ma-ho", ["Nguyễn Văn Bình", "Lê Văn Dũng"]),
        ("xep=so-nguoi", ["Nguyễn Văn Bình", "Lê Văn Dũng"]),
        ("ngay=29/2/2020", []),
        ("ngay=1/3/2020", ["Nguyễn Văn Bình", "Lê Văn Dũng"]),
        ("loc=khong-chu-ho", []),
    ],
)
def test_list_answers_what_it_is_asked(officer_client, family, neighbours, query, found) -> None:
    assert heads(officer_client, query) == found


def test_village_filter_and_order(officer_client, family, register, villages) -> None:
    register((PersonValues("Lê Văn An"), "head"), village=villages[1])
    assert heads(officer_client, f"thon={villages[1].pk}") == ["Lê Văn An"]
    assert heads(officer_client, "xep=thon") == ["Nguyễn Văn Bình", "Lê Văn An"]


def test_who_is_found_is_named_beside_the_head(officer_client, neighbours) -> None:
    assert "có Phạm Thị Hoa" in officer_client.get("/ho-dan/?tim=hoa").content.decode()


def test_household_without_head_and_ended_ones_have_lists_of_their_own(
    officer, officer_client, family, neighbours
) -> None:
    actions.death(by=officer, person=family["Bình"], on=date(2024, 5, 1))
    actions.departure(
        by=officer, household=neighbours.household, people=list(neighbours.people.values()), on=date(2025, 1, 1),
        left_as="abroad",
    )  # fmt: skip
    assert heads(officer_client, "loc=khong-chu-ho") == [None]
    answer = officer_client.get("/ho-dan/?loc=da-ket-thuc")
    assert [(home.head_name, home.member_count) for home in answer.context["page"].object_list] == [("Lê Văn Dũng", 2)]
    assert "31/12/2024: cả hộ chuyển đi" in answer.content.decode()
    assert heads(officer_client, "ngay=1/1/2024") == ["Nguyễn Văn Bình", "Lê Văn Dũng"]


@pytest.mark.parametrize(("day", "words"), [("31/02/2026", "không đọc được"), ("1/1/2090", "chưa đến")])
def test_day_that_cannot_be_is_said_and_today_is_shown(officer_client, family, day, words) -> None:
    answer = officer_client.get(f"/ho-dan/?ngay={day}")
    assert words in answer.content.decode()
    assert answer.context["found"].people == 4


def test_file_has_the_rows_and_columns_of_the_screen(officer_client, family, neighbours) -> None:
    text = officer_client.get("/ho-dan/danh-sach.csv?tim=hoa&cot=chu-ho,so-nguoi,ma-ho").content.decode("utf-8-sig")
    assert text.splitlines() == ["Chủ hộ;Số người;Mã hộ", "Lê Văn Dũng;2;H-02"]
    assert officer_client.get("/ho-dan/danh-sach.xlsx").status_code == 200


def test_list_asks_the_same_however_long_it_is(officer_client, family, register, django_assert_max_num_queries) -> None:
    officer_client.get("/ho-dan/")
    with django_assert_max_num_queries(22) as few:
        officer_client.get("/ho-dan/")
    for number in range(12):
        register((PersonValues(f"Lê Văn {'AĂÂBCDĐEÊGHI'[number]}n"), "head"), line=f"Nhà {number}")
    with django_assert_max_num_queries(len(few)):
        officer_client.get("/ho-dan/")


def test_empty_register_says_what_to_do_first(officer_client, villages) -> None:
    page = officer_client.get("/ho-dan/").content.decode()
    assert "Việc đầu tiên" in page
    assert "/ho-dan/them/" in page


def test_others_see_nothing_of_it(other_officer_client, family, stranger) -> None:
    assert heads(other_officer_client) == ["Đặng Văn Khoa"]
    assert heads(other_officer_client, f"don-vi={family.done.change.unit_id}") == ["Đặng Văn Khoa"]
    assert "Bình" not in other_officer_client.get("/ho-dan/danh-sach.csv?tim=binh").content.decode("utf-8-sig")


def test_who_may_see_no_households_is_told_so(sign_in, administrator, make_user, hoang_phu_new, family) -> None:
    assert sign_in(administrator).get("/ho-dan/").status_code == 403
    assert sign_in(administrator).get("/ho-dan/danh-sach.csv").status_code == 403
    clerk = sign_in(make_user("kiem-tra", "auditor", hoang_phu_new))
    assert clerk.get("/ho-dan/").status_code == 200
    assert clerk.get("/ho-dan/them/").status_code == 403


def test_view_of_the_list_is_kept(officer_client, family, officer) -> None:
    officer_client.post("/ho-dan/cach-xem/?loc=khong-chu-ho&cot=chu-ho,thon", {"name": "Chưa có chủ"})
    assert "Chưa có chủ</a>" in officer_client.get("/ho-dan/").content.decode()
    assert "Chưa có chủ</a>" not in officer_client.get("/ke-hoach/").content.decode()
