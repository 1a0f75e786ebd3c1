"""The page of a plan: what it asks of the database, what an edit answers, what a decision leaves."""

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.actions import edit_printed, import_plan
from tests.factories.plan_text import plan_text

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def text(plan):
    return next(text for text in plan.texts.all() if "có thêm" in text.source_text)


def queries_of(client: Client, address: str) -> int:
    from django.db import connection

    client.get(address)  # the first visit fills the caches: findings, the session
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


LIMITS = {
    "/": 27, "/ke-hoach/": 13, "/ke-hoach/tai-len/": 4, "/don-vi/": 4,
    "/ke-hoach/{pk}/": 33, "/ke-hoach/{pk}/phat-hien/": 26, "/ke-hoach/{pk}/in/": 16, "/ke-hoach/{pk}/con-lai/": 19,
    "/ke-hoach/{pk}/lich-su/": 12, "/ke-hoach/{pk}/lich-su/1/": 14, "/ke-hoach/so-phat-hien/?id={pk}": 8,
}  # fmt: skip


@pytest.mark.parametrize("address", LIMITS)
def test_screen_asks_few_questions_of_the_database(officer_client, plan, address) -> None:
    assert queries_of(officer_client, address.format(pk=plan.pk)) <= LIMITS[address]


def test_questions_do_not_grow_with_the_plan(officer, officer_client, plan) -> None:
    small = queries_of(officer_client, f"/ke-hoach/{plan.pk}/")
    more = "\n\n".join(f"- Tập huấn lần {number} cho {number + 20} hộ, theo Quyết định số {number}/QĐ-UBND ngày "
                       f"{number:02}/02/2024 của UBND huyện." for number in range(10, 28))  # fmt: skip
    words = plan_text(**{"- Tập huấn kỹ thuật chăn nuôi.": more, "năm 2024 của xã": "năm 2024 của xã"})
    grown = import_plan(by=officer, document=read_text(words), file_content=words.encode(), file_name="dai.txt").plan
    assert grown.pk == plan.pk
    assert grown.texts.count() >= plan_text().count("\n\n- ") + 17
    assert queries_of(officer_client, f"/ke-hoach/{plan.pk}/") == small


def test_page_shows_blocks_in_order_and_what_is_missing(officer_client, plan) -> None:
    page = officer_client.get(f"/ke-hoach/{plan.pk}/").content.decode()
    places = [page.index(words) for words in (">a)</", ">b)</", ">c)</", ">d)</", ">đ)</")]
    assert places == sorted(places)
    assert "[còn thiếu:" in page
    assert "Viết vào" in page


def test_filter_leaves_only_findings_asked_for(officer_client, plan) -> None:
    page = officer_client.get(f"/ke-hoach/{plan.pk}/phat-hien/", {"muc": "error"}, headers=HTMX)
    words = page.content.decode()
    assert 'class="finding error"' in words
    assert 'class="finding warning"' not in words
    assert page.headers["HX-Replace-Url"] == f"/ke-hoach/{plan.pk}/?muc=error"


def test_edit_is_saved_and_answers_with_tree_and_findings(officer_client, plan, text) -> None:
    answer = officer_client.post(
        f"/ke-hoach/{plan.pk}/sua/t-{text.pk}/", {"text": "Giúp hộ nghèo có việc làm.", "based_on": 1}, headers=HTMX
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Giúp hộ nghèo có việc làm." in page
    assert 'hx-target="#findings"' in page
    assert f":t-{text.pk}" in page  # the draft that may now go


def test_edit_without_script_saves_and_returns_to_the_plan(officer_client, plan, text) -> None:
    address = f"/ke-hoach/{plan.pk}/sua/t-{text.pk}/"
    form = officer_client.get(address).content.decode()
    assert "<textarea" in form
    answer = officer_client.post(address, {"text": "Giúp hộ nghèo có việc làm.", "based_on": 1})
    assert answer.url == f"/ke-hoach/{plan.pk}/"


def test_stale_edit_is_refused_and_shows_both_texts(officer, officer_client, plan, text) -> None:
    edit_printed(by=officer, text=text, printed="Lời của người khác.", based_on=1)
    answer = officer_client.post(
        f"/ke-hoach/{plan.pk}/sua/t-{text.pk}/", {"text": "Lời của tôi.", "based_on": 1}, headers=HTMX
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Lời của người khác." in page
    assert ">Lời của tôi.</textarea>" in page
    assert 'name="based_on" value="2"' in page
    plan.refresh_from_db()
    assert plan.version == 2


def test_empty_text_is_refused_beside_the_field(officer_client, plan, text) -> None:
    address = f"/ke-hoach/{plan.pk}/sua/t-{text.pk}/"
    answer = officer_client.post(address, {"text": " ", "based_on": 1}, headers=HTMX)
    assert answer.status_code == 422
    assert "Nội dung không được để trống" in answer.content.decode()


def test_missing_part_is_written_where_it_is_missed(officer_client, plan) -> None:
    section = next(
        section for section in plan.sections.all() if section.block == "assignment" and not section.texts.count()
    )
    answer = officer_client.post(
        f"/ke-hoach/{plan.pk}/sua/n-{section.pk}/", {"text": "Công chức xã chủ trì.", "based_on": 1}, headers=HTMX
    )
    assert answer.status_code == 200
    assert section.texts.count() == 1


def test_dismissing_needs_a_reason_and_keeps_it(officer_client, plan) -> None:
    from giamngheo.planning.queries import findings

    found = findings(plan.versions.first().by, plan)[0].finding
    address, what = f"/ke-hoach/{plan.pk}/quyet-dinh/", {"code": found.code, "quote": found.quote, "anchor": "f-0"}
    refused = officer_client.post(address, {**what, "decision": "dismissed", "reason": ""}, headers=HTMX)
    assert refused.status_code == 422
    kept = officer_client.post(address, {**what, "decision": "dismissed", "reason": "đã đối chiếu sổ"}, headers=HTMX)
    assert kept.status_code == 200
    decided = officer_client.get(f"/ke-hoach/{plan.pk}/phat-hien/", {"xong": "1"}).content.decode()
    assert "đã đối chiếu sổ" in decided
    officer_client.post(address, {**what, "decision": "undo"})
    assert not plan.finding_decisions.exists()


def test_undo_brings_the_version_before_back(officer, officer_client, plan, text) -> None:
    edit_printed(by=officer, text=text, printed="Lời sửa nhầm.", based_on=1)
    page = officer_client.get(f"/ke-hoach/{plan.pk}/lich-su/2/").content.decode()
    assert "<ins>" in page
    assert "<del>" in page
    officer_client.post(f"/ke-hoach/{plan.pk}/lich-su/1/khoi-phuc/", {"based_on": 2})
    shown = officer_client.get(f"/ke-hoach/{plan.pk}/").content.decode()
    assert "Lời sửa nhầm" not in shown
    assert plan.versions.count() == 3


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!doctype"), ("md", b"")])
def test_plan_is_downloaded_in_every_form(officer_client, plan, form, start) -> None:
    answer = officer_client.get(f"/ke-hoach/{plan.pk}/tai-ve/{form}/")
    assert answer.content.startswith(start)
    name = f"ke-hoach-giam-ngheo-2024-hoang-phu-15883.{form}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_unknown_form_of_download_is_not_found(officer_client, plan) -> None:
    assert officer_client.get(f"/ke-hoach/{plan.pk}/tai-ve/exe/").status_code == 404


def test_list_is_taken_away_as_it_is_filtered(officer_client, plan) -> None:
    answer = officer_client.get("/ke-hoach/danh-sach.csv", {"loc-nam": "2024"})
    head, row = answer.content.decode("utf-8-sig").splitlines()
    assert head.split(";")[:3] == ["Năm", "Đơn vị", "Trạng thái"]
    assert row.split(";")[:3] == ["2024", "Xã Hoằng Phú (đến 30/06/2025)", "Dự thảo"]
    nothing = officer_client.get("/ke-hoach/danh-sach.csv", {"loc-nam": "2023"})
    assert len(nothing.content.decode("utf-8-sig").splitlines()) == 1
