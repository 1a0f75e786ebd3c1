"""Screens of courses and fairs: planned, people ticked, marked, closed, asked after. All people invented."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giamngheo.households.values import PersonValues
from giamngheo.labour import actions
from giamngheo.labour.models import Course, CourseParticipant, JobFair, Placement
from giamngheo.labour.values import Taken
from tests.integration.households.conftest import register, villages  # noqa: F401 fixtures
from tests.integration.labour.courses_test import FIRST, SEWING, home  # noqa: F401 a fixture

pytestmark = pytest.mark.django_db
COURSES, FAIRS = "/viec-lam/lop/", "/viec-lam/phien-giao-dich/"


@pytest.fixture
def desk(officer_client):
    officer_client.get("/don-vi/?nam=2025")
    return officer_client


def text(client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200, address
    return page.content.decode()


def test_a_course_by_its_screens(desk, other_officer_client, home) -> None:  # noqa: F811
    sent = {
        "kind": "vocational", "title": "Lớp may giả", "occupation": "sewing", "provider": "Trường nghề giả",
        "begins_on": "1/8/2025", "ends_on": "29/8/2025", "hours": "ba trăm", "places": "30",
    }  # fmt: skip
    slip = desk.post(f"{COURSES}lap/", sent)
    assert slip.status_code == 422
    assert "ba trăm" in slip.content.decode()
    assert not Course.objects.exists()
    assert desk.post(f"{COURSES}lap/", sent | {"hours": "300"}).status_code == 302
    address = f"{COURSES}{Course.objects.get().pk}/"
    assert "Bình" in text(desk, f"{address}them-nguoi/?ten=bình")
    assert desk.post(f"{address}them-nguoi/", {}).status_code == 422
    ticked = {"nguoi": [home["Bình"].pk, home["Hoa"].pk]}
    assert desk.post(f"{address}them-nguoi/", ticked).status_code == 302
    assert "Bình" not in text(desk, f"{address}them-nguoi/")
    assert desk.post(address, {"viec": "ket-thuc"}).status_code == 422
    assert desk.post(address, {"viec": "bat-dau"}).status_code == 302
    first, second = CourseParticipant.objects.order_by("pk").values_list("pk", flat=True)
    marks = {"viec": "ghi", f"attended-{first}": "x", f"result-{first}": "completed", f"certificate-{first}": "CC-9"}
    slip = desk.post(address, marks)
    assert slip.status_code == 422
    assert "CC-9" in slip.content.decode()
    marks |= {f"attended-{first}": "300", f"result-{second}": "left", f"reason-{second}": "Đi làm xa"}
    assert desk.post(address, marks).status_code == 302
    assert desk.post(address, {"viec": "ket-thuc"}).status_code == 302
    for file in (f"{address}nguoi.csv", f"{COURSES}danh-sach.csv"):
        assert "may giả" in text(desk, file) or "CC-9" in text(desk, file)
    assert "Cộng 1 lớp" in text(desk, COURSES)
    assert "Không có lớp nào" in text(desk, f"{COURSES}?buoc=running")
    assert "Bình" in text(desk, f"{COURSES}hoi-tham/")
    answer = {"participant": first, "months": "3", "outcome": "trained", "on": "1/12/2025"}
    assert desk.post(f"{COURSES}hoi-tham/", answer | {"on": "1/1/2025"}).status_code == 422
    assert desk.post(f"{COURSES}hoi-tham/", answer).status_code == 302
    assert desk.post(address, {"viec": "huy", "reason": "x"}).status_code == 422
    assert other_officer_client.get(address).status_code == 404
    assert "may giả" not in text(other_officer_client, COURSES)


def test_a_fair_by_its_screens(desk, officer, other_officer_client, hoang_phu_new, home) -> None:  # noqa: F811
    sent = {"title": "Phiên giả", "on": "1/8/2025", "place": ""}
    assert desk.post(FAIRS, sent).status_code == 422
    assert desk.post(FAIRS, sent | {"place": "Nhà văn hóa"}).status_code == 302
    address = f"{FAIRS}{JobFair.objects.get().pk}/"
    firm = {"viec": "noi-tuyen", "employer": "May Giả", "offered": "50", "interviewed": "9", "hired": "chín"}
    slip = desk.post(address, firm)
    assert slip.status_code == 422
    assert "chín" in slip.content.decode()
    assert desk.post(address, firm | {"hired": "1"}).status_code == 302
    actions.place(by=officer, unit=hoang_phu_new, person=home["Bình"].pk, taken=Taken("home", "May Giả", FIRST))
    assert "Bình" in text(desk, address)
    assert desk.post(address, {"viec": "noi-ket", "placement": Placement.objects.get().pk}).status_code == 302
    assert "1/1: Nguyễn Văn Bình" in text(desk, address)
    assert desk.post(address, {"viec": "chot", "visitor_method": "counted", "visitors": ""}).status_code == 422
    assert desk.post(address, {"viec": "chot", "visitor_method": "counted", "visitors": "120"}).status_code == 302
    assert "120" in text(desk, FAIRS)
    assert "May Giả" in text(desk, address)
    assert "Phiên giả" in text(desk, f"{FAIRS}danh-sach.csv")
    assert desk.get(f"{FAIRS}danh-sach.xlsx").status_code == 200
    assert other_officer_client.get(address).status_code == 404


def test_pages_take_the_same_queries_whatever_they_show(desk, officer, hoang_phu_new, home, register) -> None:  # noqa: F811
    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            text(desk, address)
        return len(captured)

    course = actions.plan_course(by=officer, unit=hoang_phu_new, outline=SEWING)
    actions.add_people(by=officer, course=course, people=[home["Bình"].pk])
    fair = actions.plan_fair(by=officer, unit=hoang_phu_new, title="Phiên giả", on=FIRST, place="Giả")
    actions.count_employer(by=officer, fair=fair, employer="May Giả", offered=5)
    pages = (COURSES, f"{COURSES}{course.pk}/", FAIRS, f"{FAIRS}{fair.pk}/")
    text(desk, COURSES)
    before = [queries(each) for each in pages]
    more = register(*((PersonValues(f"Lê Văn {name}", "male", 19800000), "head" if name == "Tí" else "child")
                      for name in ("Tí", "Sửu", "Dần")))  # fmt: skip
    actions.add_people(by=officer, course=course, people=[each.pk for each in more.people.values()])
    actions.plan_course(by=officer, unit=hoang_phu_new, outline=SEWING)
    actions.plan_fair(by=officer, unit=hoang_phu_new, title="Phiên khác", on=FIRST, place="Giả")
    actions.count_employer(by=officer, fair=fair, employer="Giày Giả", offered=5)
    assert [queries(each) for each in pages] == before
    assert max(before) <= 30, before
