"""Nobody's screens reach beyond their units; who may look but not write is told so."""

import pytest

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "", "phat-hien/", "in/", "trang-in/", "tai-ve/docx/", "con-lai/", "lich-su/", "lich-su/1/",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_plan_of_another_commune_is_not_found(other_officer_client, plan, address) -> None:
    answer = other_officer_client.get(f"/ke-hoach/{plan.pk}/{address}")
    assert answer.status_code == 404
    assert "Không tìm thấy trang này" in answer.content.decode()
    assert "Hoằng Phú" not in answer.content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_own_plan_opens_on_every_screen(officer_client, plan, address) -> None:
    assert officer_client.get(f"/ke-hoach/{plan.pk}/{address}").status_code == 200


def test_stranger_is_asked_to_sign_in(client, plan) -> None:
    for address in ("/", "/ke-hoach/", "/ke-hoach/tai-len/", f"/ke-hoach/{plan.pk}/", "/don-vi/"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer.url.startswith("/dang-nhap/")


def test_writing_to_another_communes_plan_is_not_found(other_officer_client, plan) -> None:
    text = plan.texts.first()
    changed = other_officer_client.post(f"/ke-hoach/{plan.pk}/sua/t-{text.pk}/", {"text": "x", "based_on": 1})
    decided = other_officer_client.post(f"/ke-hoach/{plan.pk}/quyet-dinh/", {"code": "X", "decision": "accepted"})
    restored = other_officer_client.post(f"/ke-hoach/{plan.pk}/lich-su/1/khoi-phuc/", {"based_on": 1})
    assert {changed.status_code, decided.status_code, restored.status_code} == {404}
    plan.refresh_from_db()
    assert plan.version == 1


def test_province_reads_the_plan_without_ways_to_change_it(province_client, plan) -> None:
    page = province_client.get(f"/ke-hoach/{plan.pk}/").content.decode()
    assert "/sua/" not in page
    assert 'name="decision"' not in page
    text = plan.texts.filter(part="body").first()
    answer = province_client.post(f"/ke-hoach/{plan.pk}/sua/t-{text.pk}/", {"text": "x", "based_on": 1})
    assert answer.status_code == 403
    assert "Không có quyền làm việc này" in answer.content.decode()


def test_text_of_another_plan_cannot_be_named(officer_client, plan) -> None:
    assert officer_client.get(f"/ke-hoach/{plan.pk}/sua/t-999999/").status_code == 404
    assert officer_client.get(f"/ke-hoach/{plan.pk}/sua/x-1/").status_code == 404


def test_unit_outside_the_scope_is_not_chosen(officer_client, other_commune, hoang_phu_new) -> None:
    officer_client.post("/don-vi/", {"unit": other_commune.pk})
    assert officer_client.session.get("unit") is None
    officer_client.post("/don-vi/", {"unit": hoang_phu_new.pk})
    assert officer_client.session["unit"] == hoang_phu_new.pk


def test_unit_and_year_follow_the_opened_plan(officer_client, plan) -> None:
    officer_client.get(f"/ke-hoach/{plan.pk}/")
    assert officer_client.session["unit"] == plan.commune_id
    assert officer_client.session["year"] == 2024


def test_units_are_found_without_accents(province_client) -> None:
    page = province_client.get("/don-vi/", {"q": "hoang phu"}).content.decode()
    assert "Xã Hoằng Phú" in page
    assert "đến 30/06/2025" in page


def test_plan_of_a_merged_commune_is_listed_under_its_successor(officer_client, plan, hoang_phu_new) -> None:
    officer_client.post("/don-vi/", {"unit": hoang_phu_new.pk})
    assert f"/ke-hoach/{plan.pk}/" in officer_client.get("/ke-hoach/").content.decode()


def test_switch_at_the_top_carries_ids_without_thousands_points(officer_client, hoang_phu_new) -> None:
    page = officer_client.get("/ke-hoach/").content.decode()
    assert hoang_phu_new.pk > 999
    assert f'<option value="{hoang_phu_new.pk}"' in page
