"""Dashboards, alerts and quality on the screen: rights, a known number of queries, files of the table shown."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from giamngheo.accounts.actions import grant
from giamngheo.monitoring.alerts.actions import find_alerts
from tests.conftest import TODAY
from tests.integration.monitoring.conftest import *  # noqa: F403 fixtures

pytestmark = pytest.mark.django_db
PROVINCE = "/bang-theo-doi/tinh/"
PAGES = {
    "/bang-theo-doi/": 70,
    PROVINCE: 40,
    "/bang-theo-doi/lanh-dao/": 45,
    "/canh-bao/": 25,
    "/chat-luong-du-lieu/": 40,
    "/chat-luong-du-lieu/no_citizen_id/": 40,
}


def queries_of(client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", PAGES)
def test_page_opens_with_a_known_number_of_queries(officer_client, province_client, world, path: str) -> None:
    client = province_client if path == PROVINCE else officer_client
    client.get(f"/?don-vi={world.unit.pk}")
    client.get(path)
    before = queries_of(client, path)
    for number in (201, 202, 203):
        world.home(number, 2)
        world.give(number, "poor", TODAY.replace(month=1))
    assert queries_of(client, path) == before <= PAGES[path]


def test_file_holds_the_table_of_the_page(officer_client, world) -> None:
    page = officer_client.get("/bang-theo-doi/")
    by_slug = {each["chart"].slug: each["chart"] for each in page.context["charts"]}
    assert {"ngheo-theo-nam", "bien-dong", "theo-dia-ban", "thieu-hut", "ban-do", "che-do", "kinh-phi"} == set(by_slug)
    for slug in ("ngheo-theo-nam", "theo-dia-ban"):
        content = officer_client.get(f"/bang-theo-doi/bieu-do/{slug}.xlsx").content
        header, *rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
        assert header == by_slug[slug].titles
        shown = [["" if cell is None else cell for cell in row] for row in by_slug[slug].rows]
        assert [[cell if isinstance(cell, str) else float(cell) for cell in row] for row in rows] == [
            [cell if isinstance(cell, str) else float(cell) for cell in row] for row in shown
        ]
    assert officer_client.get("/bang-theo-doi/bieu-do/khong-co.xlsx").status_code == 404


def test_province_adds_up_its_communes_and_leads_to_them(province_client, officer_client, world) -> None:
    province_client.get(f"/?don-vi={world.unit.pk}")
    page = province_client.get("/bang-theo-doi/tinh/")
    chart = {each["chart"].slug: each["chart"] for each in page.context["charts"]}
    commune = {each["chart"].slug: each["chart"] for each in officer_client.get("/bang-theo-doi/").context["charts"]}
    assert chart["ngheo-theo-nam"].rows == commune["ngheo-theo-nam"].rows
    top = chart["theo-dia-ban"].rows[0]
    assert top[0] == world.unit.name
    assert top[1:4] == [commune["ngheo-theo-nam"].rows[-1][at] for at in (1, 2, 4)]
    assert chart["theo-dia-ban"].links[0] == f"/bang-theo-doi/?don-vi={world.unit.pk}"
    inside = province_client.get(chart["theo-dia-ban"].links[0]).context["charts"]
    (villages,) = [each["chart"] for each in inside if each["chart"].slug == "theo-dia-ban"]
    homes = province_client.get(villages.links[0]).content.decode()
    assert f"/ho-dan/{world.homes[2].pk}/" in homes
    assert len(chart["ban-do"].rows) == 166
    assert officer_client.get("/bang-theo-doi/tinh/").status_code == 404


def test_who_works_in_one_village_is_shown_the_quality_of_its_rows_alone(sign_in, make_user, world) -> None:
    user = make_user("ra-soat-thon")
    grant(user=user, role="village_reviewer", unit=world.unit, by=None, villages=[world.villages[1]])
    client = sign_in(user)
    page = client.get("/bang-theo-doi/", follow=True)
    assert page.redirect_chain == [("/chat-luong-du-lieu/", 302)]
    (no_location,) = [
        row for group in page.context["groups"] for row in group["rows"] if row["measure"].key == "no_location"
    ]
    assert 0 < no_location["checked"] < 10
    assert client.get("/bang-theo-doi/lanh-dao/").status_code == 403
    assert not client.get("/canh-bao/").context["rows"]


def test_alert_is_taken_and_closed_on_its_page(officer_client, other_officer_client, officer, world) -> None:
    found = find_alerts(by=officer, unit=world.unit, on=TODAY).opened[0]
    path = f"/canh-bao/{found.pk}/"
    assert other_officer_client.get(path).status_code == 404
    assert "chưa ai nhận" in officer_client.get(path).content.decode()
    assert officer_client.post(path, {"viec": "nhan", "plan": "Đi từng hộ", "due_on": "32/1"}).status_code == 422
    assert officer_client.post(path, {"viec": "nhan", "plan": "Đi từng hộ", "due_on": "1/12"}).status_code == 302
    assert "Đi từng hộ" in officer_client.get(path).content.decode()
    assert officer_client.post(path, {"viec": "giao", "to": "0"}).status_code == 422
    to = {"viec": "giao", "to": str(officer.pk), "due_on": "31/12/2099"}
    assert "vì sao giao lại" in officer_client.post(path, to).content.decode()
    assert officer_client.post(path, {**to, "reason": "Chờ giấy khai sinh"}).status_code == 302
    assert "Chờ giấy khai sinh" in officer_client.get(path).content.decode()
    officer_client.get("/viec-can-lam/")
    with CaptureQueriesContext(connection) as captured:
        assert path in officer_client.get("/viec-can-lam/").content.decode()
    assert len(captured) <= 25
    assert officer_client.post(path, {"viec": "dong", "reason": ""}).status_code == 422
    assert officer_client.post(path, {"viec": "dong", "reason": "Hộ không nhận"}).status_code == 302
    assert "Hộ không nhận" in officer_client.get(path).content.decode()
    assert str(found.pk) in officer_client.get("/canh-bao/?loc=xong").content.decode()


def test_rows_to_put_right_lead_to_the_register(officer_client, other_officer_client, world) -> None:
    page = officer_client.get("/chat-luong-du-lieu/no_citizen_id/")
    assert page.context["page"].paginator.count > 10
    assert f"/ho-dan/nguoi/{world.people[2][0].pk}/" in page.content.decode()
    assert not other_officer_client.get("/chat-luong-du-lieu/no_citizen_id/").context["page"].paginator.count
    assert officer_client.get("/chat-luong-du-lieu/la/").status_code == 404
