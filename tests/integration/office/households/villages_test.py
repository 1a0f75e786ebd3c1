"""A reviewer of thôn A: thôn B's households and people do not exist, on a screen, in a list, count, search or file."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.accounts.actions import grant
from giamngheo.accounts.permissions import OutOfScope
from giamngheo.households import actions, queries
from giamngheo.households.models import Address, Change, Circumstance, Household, Person
from giamngheo.households.problems import Refused
from giamngheo.households.queries.returning import returning
from giamngheo.households.queries.timeline import change_seen, timeline_of_household, timeline_of_person
from giamngheo.households.values import Member, PersonValues, Place

pytestmark = pytest.mark.django_db
D = date(2026, 5, 20)


@pytest.fixture
def home_a(family):
    """Bình's family, in the first village."""
    return family


@pytest.fixture
def home_b(register, villages):
    """Dũng and Hoa, in the second village."""
    return register(
        (PersonValues("Lê Văn Dũng", "male", 19800000, citizen_id="038080000077"), "head"),
        (PersonValues("Phạm Thị Hoa", "female", 19820000), "spouse"), village=villages[1], line="Nhà 2", code="H-02",
    )  # fmt: skip


@pytest.fixture
def reviewer(make_user, hoang_phu_new, villages):
    """Of the first village."""
    user = make_user("truong-thon")
    grant(user=user, role="village_reviewer", unit=hoang_phu_new, by=None, valid_from=date(2025, 7, 1),
          villages=villages[:1])  # fmt: skip
    return user


@pytest.fixture
def client_a(sign_in, reviewer):
    return sign_in(reviewer)


def test_own_village_is_read_and_written(client_a, home_a, home_b, villages) -> None:
    page = f"/ho-dan/{home_a.household.pk}/"
    assert client_a.get(page).status_code == 200
    born = {"full_name": "Nguyễn Thị Mai", "relation": "child", "on": "2/5/2026"}
    assert client_a.post(f"{page}ghi/sinh/", born).status_code == 302
    row = Address.objects.get(household=home_a.household)
    located = {"based_on": str(row.changed_in_id), "latitude": "19.8", "longitude": "105.8"}
    assert client_a.post(f"/ho-dan/vi-tri/{row.pk}/", located).status_code == 302
    new = {"village": str(villages[0].pk), "on": "1/9/2025", "o-1-full_name": "Lê Thị Tư", "o-1-relation": "head"}
    assert client_a.post("/ho-dan/them/", new).status_code == 302
    assert client_a.post(f"/ho-dan/nguoi/{home_a['An'].pk}/so-dinh-danh/").status_code == 403  # ids are few people's


def test_other_village_has_no_page(client_a, officer, home_a, home_b) -> None:
    hoa = home_b["Hoa"]
    done = actions.add_circumstance(by=officer, person=hoa, kind="merit", valid_from=D)
    circumstance, address = Circumstance.objects.get(), Address.objects.get(household=home_b.household)
    row, home, person = home_b.row("Hoa"), f"/ho-dan/{home_b.household.pk}/", f"/ho-dan/nguoi/{hoa.pk}/"
    pages = [
        home, f"{home}ghi/sinh/", f"{home}ghi/tach-ho/", f"{home}nhap-ho/", person, f"{person}dinh-chinh/",
        f"{person}hoan-canh/", f"/ho-dan/dinh-chinh/ho/{home_b.household.pk}/", f"/ho-dan/vi-tri/{address.pk}/",
        f"/ho-dan/dinh-chinh/dia-chi/{address.pk}/", f"/ho-dan/dinh-chinh/thanh-vien/{row.pk}/",
        f"/ho-dan/dinh-chinh/hoan-canh/{circumstance.pk}/", f"/ho-dan/hoan-canh/{circumstance.pk}/ket-thuc/",
        f"/ho-dan/thay-doi/{done.change.pk}/hoan-tac/", f"/ho-dan/thay-doi/{home_b.done.change.pk}/hoan-tac/",
    ]  # fmt: skip
    for page in pages:
        assert (page, client_a.get(page).status_code) == (page, 404)
        sent = client_a.post(page, {"reason": "x", "on": "1/6/2026"}).status_code
        assert (page, sent) == (page, 405 if page in (home, person) else 404)
    assert client_a.post(f"{person}so-dinh-danh/").status_code == 404
    into = f"/ho-dan/{home_a.household.pk}/nhap-ho/?vao={home_b.household.pk}"
    assert "Hộ được chọn không còn" in client_a.post(into, {"on": "1/6/2026"}).content.decode()


def test_list_count_search_choices_and_file_end_at_the_village(client_a, home_a, home_b, villages) -> None:
    answer = client_a.get("/ho-dan/")
    assert [home.head_name for home in answer.context["page"].object_list] == ["Nguyễn Văn Bình"]
    assert (answer.context["found"].people, answer.context["found"].villages) == (4, [villages[0]])
    for query in ("tim=hoa", "tim=038080000077", f"thon={villages[1].pk}&tim=dung", "ngay=1/1/2021&tim=le"):
        assert not client_a.get(f"/ho-dan/?{query}").context["page"].object_list, query
    # a village that is not theirs is no choice, so the filter says nothing
    assert [home.head_name for home in client_a.get(f"/ho-dan/?thon={villages[1].pk}").context["page"].object_list] == [
        "Nguyễn Văn Bình"
    ]
    file = client_a.get("/ho-dan/danh-sach.csv").content.decode("utf-8-sig")
    assert "Bình" in file
    assert "Dũng" not in file
    assert [title for _value, title in client_a.get("/ho-dan/them/").context["fields"][0].options] == [
        "–",
        "Thôn Thử 1",
    ]


def test_queries_end_at_the_village(reviewer, officer, hoang_phu_new, home_a, home_b) -> None:
    assert [each.village.name for each in queries.counts_by_village(reviewer, hoang_phu_new, D)] == ["Thôn Thử 1"]
    assert list(queries.households_in(reviewer, hoang_phu_new, D)) == [home_a.household]
    assert not queries.search(reviewer, "hoa")
    assert not queries.may_see(reviewer, home_b["Hoa"])
    assert not queries.members_on(reviewer, home_b.household, D).exists()
    with pytest.raises(Household.DoesNotExist):
        queries.household_on(reviewer, home_b.household.pk, D)
    with pytest.raises(Person.DoesNotExist):
        queries.person_on(reviewer, home_b["Hoa"].pk, D)
    assert not timeline_of_household(reviewer, home_b.household)
    assert not timeline_of_person(reviewer, home_b["Hoa"])
    rows = {"household": home_b.household, "person": home_b["Hoa"], "membership": home_b.row("Hoa"),
            "address": Address.objects.get(household=home_b.household)}  # fmt: skip
    for kind, row in rows.items():
        assert queries.versions_of(officer, kind, row.pk), kind
        assert not queries.versions_of(reviewer, kind, row.pk), kind
    actions.departure(by=officer, household=home_b.household, people=[home_b["Hoa"]], on=D, left_as="abroad")
    assert returning(officer, "hoa")
    assert not returning(reviewer, "hoa")


def test_verbs_end_at_the_village(reviewer, officer, hoang_phu_new, home_a, home_b, villages) -> None:
    acts = [
        lambda: actions.birth(by=reviewer, household=home_b.household, on=D, newborn=PersonValues("Lê Thị Bé")),
        lambda: actions.merge(by=reviewer, household=home_a.household, into=home_b.household, on=D),
        lambda: actions.merge(by=reviewer, household=home_b.household, into=home_a.household, on=D),
        lambda: actions.death(by=reviewer, person=home_b["Hoa"], on=D),
        lambda: actions.arrival(by=reviewer, household=home_a.household, members=[Member(home_b["Hoa"])], on=D),
        lambda: actions.undo(by=reviewer, change=home_b.done.change, reason="x"),
        lambda: actions.reveal_citizen_id(by=reviewer, person=home_b["Dũng"]),
        lambda: actions.correct_person(
            by=reviewer, person=home_b["Hoa"], seen=home_b["Hoa"].changed_in_id, values={"sex": "male"}, reason="x"
        ),
        lambda: actions.register_household(
            by=reviewer, place=Place(villages[1].pk), formed_on=D, members=[Member(PersonValues("Lê Văn Ba"), "head")]
        ),
    ]
    before = Change.objects.count()
    for number, act in enumerate(acts):
        with pytest.raises(OutOfScope):
            act()
        assert Change.objects.count() == before, number


def test_nobody_is_moved_out_of_the_village_by_its_reviewer(reviewer, officer, home_a, villages) -> None:
    moves = [
        lambda by: actions.move_within(by=by, household=home_a.household, place=Place(villages[1].pk), on=D),
        lambda by: actions.split(by=by, household=home_a.household, leaving=[home_a["An"]], head=home_a["An"],
                                 place=Place(villages[1].pk), on=D),
        lambda by: actions.correct_address(
            by=by, address=Address.objects.get(household=home_a.household), seen=home_a.done.change.pk, reason="x",
            values={"village_id": villages[1].pk}),
    ]  # fmt: skip
    for move in moves:
        with pytest.raises(Refused) as caught:
            move(reviewer)
        assert caught.value.finding.code == "REGISTER-VILLAGE"


def test_household_that_moved_to_another_village_is_not_the_old_ones_to_write(
    reviewer, officer, client_a, home_a, villages, hoang_phu_new
) -> None:
    moved = actions.move_within(by=officer, household=home_a.household, place=Place(villages[1].pk), on=D)
    page = client_a.get(f"/ho-dan/{home_a.household.pk}/")
    assert page.status_code == 200  # as it was on its last day here
    assert not page.context["found"].may_edit
    assert [each.village.name for each in page.context["found"].addresses] == ["Thôn Thử 1"]
    assert client_a.get(f"/ho-dan/nguoi/{home_a['An'].pk}/").status_code == 404
    left = client_a.get("/ho-dan/?loc=da-ket-thuc").context["page"].object_list
    assert [home.head_name for home in left] == ["Nguyễn Văn Bình"]
    with pytest.raises(OutOfScope):
        actions.undo(by=reviewer, change=moved.change, reason="x")
    with pytest.raises(Change.DoesNotExist):
        change_seen(reviewer, moved.change.pk)


def test_change_that_reaches_into_another_village_is_not_taken_back(reviewer, officer, home_a, home_b) -> None:
    done = actions.merge(by=officer, household=home_b.household, into=home_a.household, on=D)
    with pytest.raises(OutOfScope):
        actions.undo(by=reviewer, change=done.change, reason="x")
    own = actions.birth(by=officer, household=home_a.household, on=D, newborn=PersonValues("Nguyễn Thị Mai"))
    assert change_seen(reviewer, own.change.pk).undoable
    assert actions.undo(by=reviewer, change=own.change, reason="x").change.kind == "undo"


def test_lists_of_the_commune_are_not_imported_or_read(client_a, home_a) -> None:
    assert client_a.get("/ho-dan/nhap-danh-sach/").status_code == 403
    assert "/ho-dan/nhap-danh-sach/" not in client_a.get("/ho-dan/").content.decode()
    assert "/ho-dan/nhap-danh-sach/" not in client_a.get("/ho-dan/?ngay=1/1/2001").content.decode()
