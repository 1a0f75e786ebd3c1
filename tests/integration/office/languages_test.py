"""An English screen says reasons and missing parts in English, also of files imported before reasons had codes."""

import pytest

from giamngheo.planning.content import from_json, to_json
from giamngheo.planning.keeping.load import load
from giamngheo.planning.models import Unplaced, Upload

pytestmark = pytest.mark.django_db
KNOWN = "không thuộc thành phần nào của kế hoạch"


@pytest.fixture
def english(officer_client):
    officer_client.post("/ngon-ngu/", {"language": "en", "next": "/"})
    return officer_client


@pytest.fixture
def older(plan):
    """Rows as imports kept them before there were codes."""
    Unplaced.objects.create(plan=plan, line=3, text="Dòng lạ", why=KNOWN)
    Unplaced.objects.create(plan=plan, line=4, text="Dòng khác", why="một lý do đã bỏ từ lâu")
    Unplaced.objects.create(plan=plan, line=5, text="Số trang", code="aside", why="đã có mã")


def test_leftovers_speak_the_language_chosen(english, plan, older) -> None:
    page = english.get(f"/ke-hoach/{plan.pk}/con-lai/").content.decode()
    assert "belongs to no part of the plan" in page
    assert "một lý do đã bỏ từ lâu" in page  # nobody knows it any more: it still shows
    assert "a number printed before a line of text" in page
    assert "sum of money" in page
    assert "no part of the document" in page
    assert KNOWN not in page
    assert "đơn vị chủ trì" not in page


def test_leftovers_stay_vietnamese_for_vietnamese(officer_client, plan, older) -> None:
    page = officer_client.get(f"/ke-hoach/{plan.pk}/con-lai/").content.decode()
    assert KNOWN in page
    assert "đơn vị chủ trì, phối hợp" in page
    assert "belongs to no part" not in page


def test_missing_parts_on_the_plan_page_are_named_in_english(english, plan) -> None:
    page = english.get(f"/ke-hoach/{plan.pk}/").content.decode()
    assert "[missing: sum of money]" in page
    assert "[còn thiếu: số tiền]" not in page.split('id="findings"')[0]


def test_preview_of_an_older_upload_is_read(english, officer, hoang_phu_new) -> None:
    from giamngheo.planning import jobs
    from giamngheo.planning.actions import receive_upload
    from tests.factories.plan_text import PLAN

    upload = receive_upload(by=officer, unit=hoang_phu_new, name="a.txt", content=PLAN.encode())
    jobs.start(upload, inline=True)
    upload.refresh_from_db()
    upload.result["unplaced"] = [{"line": 9, "text": "Dòng lạ", "why": KNOWN}]
    Upload.objects.filter(pk=upload.pk).update(result=upload.result)
    page = english.get(f"/ke-hoach/tai-len/{upload.pk}/").content.decode()
    assert "belongs to no part of the plan" in page


def test_older_snapshot_is_read_and_keeps_its_sentence(plan, older) -> None:
    data = to_json(load(plan))
    data["unplaced"] = [{"line": 3, "text": "x", "why": KNOWN}, {"line": 4, "text": "y", "why": "lạ"}]
    known, strange = from_json(data).unplaced
    assert (known.code, known.reason.words.en) == ("homeless", "belongs to no part of the plan")
    assert (strange.code, strange.why, strange.reason.words.en) == ("", "lạ", "lạ")
    again = from_json(to_json(from_json(data))).unplaced
    assert again == [known, strange]
