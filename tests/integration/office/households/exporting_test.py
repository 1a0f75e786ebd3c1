"""Files on the screen: the list's own download is recorded; people are taken by a form that asks what for."""

from __future__ import annotations

import pytest

from giamngheo.audit.models import Event

pytestmark = pytest.mark.django_db


def exports() -> list[Event]:
    return list(Event.objects.filter(action="households.exported").order_by("pk"))


def test_download_of_the_list_is_recorded_with_its_filter(officer_client, family, neighbours, villages) -> None:
    officer_client.get(f"/ho-dan/danh-sach.xlsx?tim=hoa&cot=chu-ho,thon&thon={villages[0].pk}&ngay=1/6/2024")
    (event,) = exports()
    assert event.after | {"filter": None} == {
        "what": "households", "form": "xlsx", "rows": 1, "full_ids": False, "columns": ["chu-ho", "thon"],
        "filter": None,
    }  # fmt: skip
    assert event.after["filter"] == {
        "day": "2024-06-01", "village": villages[0].pk, "living": "living", "order": "head", "words": "hoa",
    }  # fmt: skip


def test_people_of_the_filtered_list_come_as_a_file(officer_client, family, neighbours) -> None:
    page = officer_client.get("/ho-dan/tai-nguoi/?tim=hoa")
    assert (page.context["households"], page.context["people"]) == (1, 2)
    answer = officer_client.post("/ho-dan/tai-nguoi/?tim=hoa", {"form": "csv", "ids": "masked"})
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Mã hộ;Chủ hộ;Thôn;Địa chỉ;Họ và tên")
    assert [line.split(";")[4] for line in lines[1:]] == ["Lê Văn Dũng", "Phạm Thị Hoa"]
    assert "no-cache" in answer.headers["Cache-Control"]
    assert [each.after["rows"] for each in exports()] == [2]


def test_whole_ids_need_their_purpose(officer_client, family) -> None:
    refused = officer_client.post("/ho-dan/tai-nguoi/", {"form": "csv", "ids": "full", "purpose": " "})
    assert (refused.status_code, [each["field"] for each in refused.context["problems"]]) == (422, ["purpose"])
    assert {field.name: field.value for field in refused.context["fields"]}["ids"] == "full"
    assert not exports()
    answer = officer_client.post("/ho-dan/tai-nguoi/", {"form": "csv", "ids": "full", "purpose": "đối chiếu thẻ"})
    assert "038075000001" in answer.content.decode("utf-8-sig")
    assert exports()[0].reason == "đối chiếu thẻ"


def test_reader_is_offered_no_whole_ids_and_gets_none(sign_in, make_user, hoang_phu_new, family) -> None:
    reader = sign_in(make_user("kiem-tra", "auditor", hoang_phu_new))
    assert [field.name for field in reader.get("/ho-dan/tai-nguoi/").context["fields"]] == ["form"]
    assert reader.post("/ho-dan/tai-nguoi/", {"ids": "full", "purpose": "x"}).status_code == 403
    text = reader.post("/ho-dan/tai-nguoi/", {"form": "csv"}).content.decode("utf-8-sig")
    assert "••••••••0001" in text
    assert "038075000001" not in text


def test_others_people_do_not_come(other_officer_client, family, stranger) -> None:
    text = other_officer_client.post(
        f"/ho-dan/tai-nguoi/?don-vi={family.done.change.unit_id}", {"form": "csv"}
    ).content.decode("utf-8-sig")
    assert "Khoa" in text
    assert "Bình" not in text
