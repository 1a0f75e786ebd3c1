"""Work in the database and on its screens: told, listed, matched, placed, followed up. All people invented."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from giamngheo.households.values import PersonValues
from giamngheo.labour import triggers
from giamngheo.labour.actions import end_vacancy, follow_up, open_vacancy, place, take_back_placement, tell
from giamngheo.labour.ages import months_after
from giamngheo.labour.models import LabourRecord, Placement, Vacancy
from giamngheo.labour.problems import Refused
from giamngheo.labour.queries import due_follow_ups, matches, register_on, shares, vacancies_for
from giamngheo.labour.values import Taken, Told
from tests.integration.households.conftest import family, register, villages  # noqa: F401 fixtures

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)
FARMER = Told("employed", "agriculture", "farming", 0, "sewing", 2, 6_000_000)


@pytest.fixture
def home(register):  # noqa: F811 the fixture above
    return register(
        (PersonValues("Nguyễn Văn Bình", "male", 19800000), "head"),
        (PersonValues("Lê Thị Hoa", "female", 19820510), "spouse"),
        (PersonValues("Nguyễn Văn Bé", "male", 20200101), "child"),
    )


def refused(act, match: str) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        act()


def test_newest_told_counts_and_children_are_not_listed(officer, hoang_phu_new, home) -> None:
    binh, hoa = home["Bình"], home["Hoa"]
    tell(by=officer, unit=hoang_phu_new, on=DAY, told={binh.pk: FARMER, hoa.pk: Told("employed", "services")})
    tell(by=officer, unit=hoang_phu_new, on=DAY, told={hoa.pk: Told("unemployed")})
    rows = {each.person.pk: each.record.status for each in register_on(officer, hoang_phu_new, DAY)}
    assert rows == {binh.pk: "employed", hoa.pk: "unemployed"}
    whole = shares(officer, hoang_phu_new, DAY)[-1]
    assert (whole.listed, whole.employed, whole.agriculture, whole.hundredths) == (2, 1, 1, 10_000)
    assert shares(officer, hoang_phu_new, date(2026, 2, 1))[-1].hundredths is None


def test_one_wrong_row_writes_nothing(officer, other_officer, hoang_phu_new, other_commune, home) -> None:
    told = {home["Bình"].pk: FARMER, home["Hoa"].pk: Told("employed")}
    with pytest.raises(Refused):
        tell(by=officer, unit=hoang_phu_new, on=DAY, told=told)
    with pytest.raises(Refused):
        tell(by=other_officer, unit=other_commune, on=DAY, told={home["Bình"].pk: FARMER})
    assert not LabourRecord.objects.exists()


def test_from_vacancy_to_follow_up(officer, other_officer, hoang_phu_new, home) -> None:
    today, binh = timezone.localdate(), home["Bình"]
    tell(by=officer, unit=hoang_phu_new, on=DAY, told={binh.pk: FARMER})
    made = open_vacancy(
        by=officer, unit=hoang_phu_new, employer="May Giả", title="Thợ may", occupation="sewing", skill=0,
        work_place=2, opened_on=DAY, closes_on=today, wage=6_000_000,
    )  # fmt: skip
    [(match, entry)] = matches(officer, hoang_phu_new, made, today)
    assert (entry.person, match.score) == (binh, 100)
    assert not matches(other_officer, hoang_phu_new, made, today)
    assert not vacancies_for(other_officer, hoang_phu_new)
    with pytest.raises(Refused):
        end_vacancy(by=officer, vacancy=made, state="filled")
    taken = Taken("home", "May Giả", DAY)
    done = place(by=officer, unit=hoang_phu_new, person=binh.pk, taken=taken, vacancy=made)
    assert not matches(officer, hoang_phu_new, made, today)
    assert end_vacancy(by=officer, vacancy=made, state="filled").ended_on == today
    refused(lambda: Vacancy.objects.filter(pk=made.pk).update(state="open", ended_on=None), triggers.OPEN_ONLY)
    later = months_after(DAY, 12)
    assert [each.months for each in due_follow_ups(officer, hoang_phu_new, later)] == [3, 12]
    follow_up(by=officer, placement=done, months=3, on=today, outcome="working")
    assert [each.months for each in due_follow_ups(officer, hoang_phu_new, later)] == [12]
    take_back_placement(by=officer, placement=done, reason="Ghi nhầm người")
    assert not due_follow_ups(officer, hoang_phu_new, later)
    refused(lambda: Placement.objects.filter(pk=done.pk).update(wage=1), triggers.KEPT)
    refused(lambda: LabourRecord.objects.filter(person=binh).delete(), triggers.KEPT)


def test_abroad_needs_a_contract_and_has_it_once(officer, hoang_phu_new, home) -> None:
    binh = home["Bình"].pk
    with pytest.raises(Refused):
        place(by=officer, unit=hoang_phu_new, person=binh, taken=Taken("abroad", "Giả", DAY))
    taken = Taken("abroad", "Giả", DAY, None, "Nhật Bản", "HĐ-1", 30_000_000, 50_000_000)
    made = place(by=officer, unit=hoang_phu_new, person=binh, taken=taken)
    with pytest.raises(Refused):
        place(by=officer, unit=hoang_phu_new, person=binh, taken=taken)
    same = {each.attname: getattr(made, each.attname) for each in Placement._meta.concrete_fields if each.name != "id"}
    refused(lambda: Placement.objects.create(**same), triggers.CONTRACT)
    refused(
        lambda: Placement.objects.create(**same | {"reverses_id": made.pk, "reason": "x", "wage": 1}), "counter-row"
    )


def test_screens_enter_list_and_keep_a_slip(officer_client, other_officer_client, home, villages) -> None:  # noqa: F811
    key, address = home["Bình"].pk, f"/viec-lam/ghi/?thon={villages[0].pk}"
    sent = {f"status-{key}": "employed", f"industry-{key}": "agriculture", f"wish_wage-{key}": "sáu"}
    page = officer_client.post(address, sent)
    assert page.status_code == 422
    assert "sáu" in page.content.decode()
    assert not LabourRecord.objects.exists()
    assert officer_client.post(address, sent | {f"wish_wage-{key}": "6.000.000"}).status_code == 302
    assert LabourRecord.objects.get().wish_wage == 6_000_000
    assert "100,00 %" in officer_client.get("/viec-lam/").content.decode()
    assert "Bình" in officer_client.get("/viec-lam/danh-sach.csv").content.decode()
    assert "Bình" not in other_officer_client.get("/viec-lam/").content.decode()
    assert other_officer_client.get(f"/viec-lam/nhan-viec/{key}/").status_code == 404
    vacancy = {"employer": "May Giả", "title": "Thợ may", "occupation": "sewing", "skill": "0", "work_place": "2",
               "wage": "", "places": "1", "closes_on": "31/12/2030"}  # fmt: skip
    assert officer_client.post("/viec-lam/tuyen-dung/", vacancy | {"title": ""}).status_code == 422
    assert officer_client.post("/viec-lam/tuyen-dung/", vacancy).status_code == 302
    assert officer_client.get(f"/viec-lam/tuyen-dung/{Vacancy.objects.get().pk}/").status_code == 200
    work = {"kind": "home", "company": "May Giả", "valid_from": "1/3/2026"}
    assert officer_client.post(f"/viec-lam/nhan-viec/{key}/", work).status_code == 302
    assert "May Giả" in officer_client.get("/viec-lam/hoi-tham/").content.decode()
    end = {"placement": str(Placement.objects.get().pk), "months": "3", "outcome": "working", "on": "1/6/2026"}
    assert officer_client.post("/viec-lam/hoi-tham/", end | {"on": "1/1/2026"}).status_code == 422
    assert officer_client.post("/viec-lam/hoi-tham/", end).status_code == 302


def test_list_takes_the_same_queries_whatever_it_shows(officer_client, home, register) -> None:  # noqa: F811
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert officer_client.get("/viec-lam/").status_code == 200
        return len(captured)

    queries()
    before = queries()
    for name in ("Tí", "Sửu", "Dần"):
        register((PersonValues(f"Lê Văn {name}", "male", 19800000), "head"))
    assert queries() == before <= 25
