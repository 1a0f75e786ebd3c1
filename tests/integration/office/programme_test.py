"""The screens of the work: what they show and refuse, a constant number of queries, nothing of another commune."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giamngheo.office.typed import printed_day
from giamngheo.programme.actions import create_work_item, enter_progress, hold_meeting, seat_member
from giamngheo.programme.models import (
    CommitteeMeeting,
    Directive,
    Evidence,
    Post,
    ProgrammeNode,
    ProgressEntry,
    Task,
    WorkItem,
)
from giamngheo.programme.values import Held
from tests.integration.programme.conftest import chief, item, make_task, node, post, today, work  # noqa: F401 fixtures

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n" + b"anh gia"


@pytest.fixture
def scene(officer, hoang_phu_new, item, make_task, today):  # noqa: F811 the fixtures above
    enter_progress(by=officer, item=item, on=today, done=Decimal(10))
    make_task(today - timedelta(3), origin=item)
    head = seat_member(
        by=officer, unit=hoang_phu_new, name="Trần Văn Thử", role="head", valid_from=today - timedelta(9)
    )
    return hold_meeting(
        by=officer, unit=hoang_phu_new, held=Held(today, "Hội trường", "Quý IV", head, "Mẫu", [head])
    )  # fmt: skip


PAGES = (
    "/chuong-trinh/", "/chuong-trinh/viec/", "/chuong-trinh/ban-chi-dao/", "/chuong-trinh/chi-dao/",
    "/chuong-trinh/chuc-danh/", "/chuong-trinh/cay/", "/viec-can-lam/",
)  # fmt: skip


def test_pages_take_the_same_queries_however_much_they_show(
    officer, officer_client, hoang_phu_new, scene, work, make_task, today  # noqa: F811
) -> None:  # fmt: skip
    def counts() -> dict[str, int]:
        found = {}
        for path in PAGES:
            with CaptureQueriesContext(connection) as captured:
                assert officer_client.get(f"{path}?nam=2026").status_code == 200, path
            found[path] = len(captured)
        return found

    counts()
    before = counts()
    for n in range(3):
        create_work_item(by=officer, unit=hoang_phu_new, work=work._replace(title=f"Việc {n}"))
        make_task(today + timedelta(n))
    assert counts() == before
    assert max(before.values()) <= 25


def test_board_filters_and_its_file_say_the_same(officer_client, scene) -> None:
    assert "Hỗ trợ bò sinh sản" in officer_client.get("/chuong-trinh/?han=behind&nam=2026").content.decode()
    assert "Không có đầu việc nào như vậy" in officer_client.get("/chuong-trinh/?trang-thai=done").content.decode()
    lines = officer_client.get("/chuong-trinh/dau-viec.csv").content.decode().splitlines()
    assert len(lines) == 2
    assert "chậm so với kế hoạch" in lines[1]


def test_another_commune_sees_nothing(other_officer_client, scene, item) -> None:  # noqa: F811
    task = Task.objects.get()
    for path in (
        f"/chuong-trinh/dau-viec/{item.pk}/", f"/chuong-trinh/dau-viec/{item.pk}/tien-do/",
        f"/chuong-trinh/viec/{task.pk}/", f"/chuong-trinh/ban-chi-dao/hop/{scene.pk}/",
        f"/chuong-trinh/ban-chi-dao/hop/{scene.pk}/bien-ban.docx", f"/chuong-trinh/viec/giao/?dau-viec={item.pk}",
    ):  # fmt: skip
        assert other_officer_client.get(path).status_code == 404, path
    assert "bò sinh sản" not in other_officer_client.get("/chuong-trinh/?nam=2026").content.decode()


def test_work_is_entered_kept_when_refused_and_changed(officer_client, post) -> None:  # noqa: F811
    node_pk = ProgrammeNode.objects.get(period__code="2026-2030", code="H1.04").pk
    typed = {
        "node": node_pk, "title": "Lớp may công nghiệp", "quantity": "20", "measure": "", "starts_on": "1/3/2026",
        "ends_on": "30/6/2026", "lead": post.pk, "source1": "không có", "amount1": "200 triệu",
    }  # fmt: skip
    officer_client.get("/don-vi/?nam=2026")
    page = officer_client.post("/chuong-trinh/dau-viec/them/?nam=2026", typed)
    assert page.status_code == 422
    assert "Lớp may công nghiệp" in page.content.decode()
    from giamngheo.funds.queries import sources

    source = sources().filter(is_loan=False).first()
    page = officer_client.post("/chuong-trinh/dau-viec/them/", {**typed, "measure": "người", "source1": source.code})
    assert page.status_code == 302
    made = WorkItem.objects.get()
    assert (made.budget, made.lead, made.budgets.get().source) == (200_000_000, post, source.code)
    filled = officer_client.get(f"/chuong-trinh/dau-viec/{made.pk}/sua/").content.decode()
    assert "Lớp may công nghiệp" in filled
    assert "200.000.000" in filled
    again = {**typed, "measure": "người", "source1": "", "amount1": "", "seen": made.version, "title": "Lớp điện"}
    assert officer_client.post(f"/chuong-trinh/dau-viec/{made.pk}/sua/", again).status_code == 302
    stale = officer_client.post(f"/chuong-trinh/dau-viec/{made.pk}/sua/", again)
    assert (stale.status_code, WorkItem.objects.get().title) == (422, "Lớp điện")


def test_work_says_which_sentence_of_the_plan_it_carries_out(officer_client, item, plan) -> None:  # noqa: F811
    activity = plan.activities.first()
    typed = {
        "node": item.node_id, "title": item.title, "quantity": "", "measure": "", "seen": item.version,
        "starts_on": printed_day(item.starts_on), "ends_on": printed_day(item.ends_on), "activity": activity.pk,
    }  # fmt: skip
    WorkItem.objects.filter(pk=item.pk).update(year=plan.year, node=activity.node)
    path = f"/chuong-trinh/dau-viec/{item.pk}/"
    assert officer_client.post(f"{path}sua/", {**typed, "node": activity.node_id, "activity": 10**6}).status_code == 422
    assert officer_client.post(f"{path}sua/", {**typed, "node": activity.node_id}).status_code == 302
    assert activity.words in unescape(officer_client.get(path).content.decode())
    assert WorkItem.objects.get(pk=item.pk).activity == activity


def test_progress_with_a_photo_is_taken_back_as_a_download(officer_client, item) -> None:  # noqa: F811
    path = f"/chuong-trinh/dau-viec/{item.pk}/tien-do/"
    bad = SimpleUploadedFile("a.png", b"<script>", content_type="image/png")
    assert officer_client.post(path, {"on": "1/11/2026", "done": "12,5", "files": bad}).status_code == 422
    assert not ProgressEntry.objects.exists()
    good = SimpleUploadedFile("a.png", PNG)
    assert officer_client.post(path, {"on": "1/11/2026", "done": "12,5", "files": good}).status_code == 302
    answer = officer_client.get(f"/chuong-trinh/minh-chung/{Evidence.objects.get().pk}/")
    assert answer["Content-Type"] == "application/octet-stream"
    assert "attachment" in answer["Content-Disposition"]
    assert officer_client.post(f"/chuong-trinh/dau-viec/{item.pk}/trang-thai/done/").status_code == 302


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_minutes_can_be_taken_away(officer_client, scene, form: str) -> None:
    path = f"/chuong-trinh/ban-chi-dao/hop/{scene.pk}"
    if form == "docx":
        assert officer_client.post(f"{path}/so/", {"paper": "BB-BCĐ", "serial": ""}).status_code == 302
        assert CommitteeMeeting.objects.get().document.symbol == "01/BB-BCĐ"
    assert len(officer_client.get(f"{path}/bien-ban.{form}").content) > 1000


def test_directive_task_and_steps_by_their_forms(officer_client, post) -> None:  # noqa: F811
    base = "/chuong-trinh"
    typed = {
        "paper": "12/CT-UBND",
        "paper_on": "2/11/2026",
        "issuer": "UBND tỉnh",
        "subject": "Đẩy nhanh",
        "on": "3/11/2026",
    }
    assert officer_client.post(f"{base}/chi-dao/them/", {**typed, "paper": ""}).status_code == 422
    assert officer_client.post(f"{base}/chi-dao/them/", typed).status_code == 302
    made = Directive.objects.get()
    given = {"title": "Báo cáo tiến độ", "post": post.pk, "starts_on": "3/11/2026", "ends_on": "10/11/2026"}
    assert officer_client.post(f"{base}/viec/giao/?chi-dao={made.pk}", given).status_code == 302
    task = Task.objects.get(directive=made)
    assert "Báo cáo tiến độ" in officer_client.get(f"{base}/chi-dao/{made.pk}/").content.decode()
    assert officer_client.post(f"{base}/viec/{task.pk}/han/", {"ends_on": "9/11/2026", "reason": ""}).status_code == 422
    for step, sent in (("xong", {"on": "9/11/2026"}), ("mo-lai", {"reason": "thiếu"}), ("thoi", {"reason": "trùng"})):
        assert officer_client.post(f"{base}/viec/{task.pk}/{step}/", sent).status_code == 302, step
    assert officer_client.post(f"{base}/chi-dao/them/?loai=di", {
        "paper": "CT-UBND", "serial": "", "subject": "Giao việc", "on": "4/11/2026"
    }).status_code == 302  # fmt: skip


def test_posts_and_seats_by_their_forms(officer, officer_client, hoang_phu_new) -> None:
    base = "/chuong-trinh"
    assert officer_client.post(f"{base}/chuc-danh/them/", {"name": "Chủ tịch", "chief": ""}).status_code == 302
    made = Post.objects.get()
    held = {"user": officer.pk, "starts_on": "1/1/2026", "ends_on": ""}
    assert officer_client.post(f"{base}/chuc-danh/{made.pk}/nguoi-giu/", held).status_code == 302
    assert officer_client.post(f"{base}/chuc-danh/{made.pk}/nguoi-giu/", held).status_code == 422
    holding = made.holders.get()
    assert officer_client.post(f"{base}/chuc-danh/thoi-giu/{holding.pk}/", {"ends_on": "1/2/2026"}).status_code == 302
    assert "không có ai" in officer_client.get(f"{base}/chuc-danh/?ngay=2/2/2026").content.decode()
    seat = {"name": "Trần Thử", "role": "head", "post": "Chủ tịch", "user": "", "starts_on": "1/1/2026"}
    assert officer_client.post(f"{base}/ban-chi-dao/thanh-vien/", seat).status_code == 302
    assert officer_client.get(f"{base}/ban-chi-dao/hop/").status_code == 200


def test_calendar_by_address_until_it_is_revoked(client, officer_client, scene) -> None:
    officer_client.post("/viec-can-lam/dia-chi-lich/", {"viec": "tao"})
    page = officer_client.get("/viec-can-lam/")
    path = page.context["feed"].partition("testserver")[2]
    calendar = client.get(path)
    assert calendar["Content-Type"].startswith("text/calendar")
    assert "Nộp danh sách" in calendar.content.decode()
    assert officer_client.get("/viec-can-lam/lich.ics").content == client.get(path).content
    officer_client.post("/viec-can-lam/dia-chi-lich/", {"viec": "thu-hoi"})
    assert client.get(path).status_code == 404
