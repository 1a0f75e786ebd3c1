"""Signing in: what is said, what is counted, what is asked first."""

import pytest

from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def sign_in(client, username, password):
    return client.post("/dang-nhap/", {"username": username, "password": password})


def test_wrong_password_says_what_to_check(client, officer) -> None:
    page = sign_in(client, officer.username, "sai").content.decode()
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in page
    assert "Caps Lock" in page


def test_sixth_attempt_is_locked_out_even_with_the_right_password(client, officer) -> None:
    for _ in range(5):
        sign_in(client, officer.username, "sai")
    answer = sign_in(client, officer.username, PASSWORD)
    assert answer.status_code == 429
    assert "Đợi 15 phút" in answer.content.decode()


def test_signing_out_needs_a_post(officer_client) -> None:
    assert officer_client.get("/dang-xuat/").status_code == 405
    officer_client.post("/dang-xuat/")
    assert officer_client.get("/").status_code == 302


def test_given_password_is_changed_before_anything_else(client, make_user, hoang_phu_new) -> None:
    user = make_user("moi", "commune_officer", hoang_phu_new, must_change_password=True)
    sign_in(client, user.username, PASSWORD)
    assert client.get("/ke-hoach/").url == "/mat-khau/"
    new = "mật khẩu riêng của tôi"
    client.post("/mat-khau/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    assert client.get("/ke-hoach/").status_code == 200


def test_language_is_the_users_own_not_the_browsers(client, officer) -> None:
    page = client.get("/dang-nhap/", headers={"accept-language": "en-US,en"}).content.decode()
    assert "Đăng nhập" in page
    sign_in(client, officer.username, PASSWORD)
    client.post("/ngon-ngu/", {"language": "en"})
    officer.refresh_from_db()
    assert officer.language == "en"
    assert 'lang="en"' in client.get("/").content.decode()


def test_switches_never_lead_to_another_site(officer_client) -> None:
    answer = officer_client.post("/ngon-ngu/", {"language": "en", "next": "https://example.org/"})
    assert answer.url == "/"


def test_every_page_carries_a_policy_without_inline_code(officer_client, plan) -> None:
    for address in ("/", "/dang-nhap/", "/kieu-mau/", f"/ke-hoach/{plan.pk}/", "/khong-co/"):
        answer = officer_client.get(address)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        page = answer.content.decode()
        assert "<script>" not in page
        assert " style=" not in page
        assert "onclick" not in page


def test_printed_page_allows_its_own_style_only(officer_client, plan) -> None:
    answer = officer_client.get(f"/ke-hoach/{plan.pk}/trang-in/")
    policy = answer.headers["Content-Security-Policy"]
    assert "style-src 'self' 'sha256-" in policy
    assert "script-src 'none'" in policy
    assert " style=" not in answer.content.decode()


def test_language_chosen_before_signing_in_is_kept(client, officer) -> None:
    client.post("/ngon-ngu/", {"language": "en"})
    sign_in(client, officer.username, PASSWORD)
    officer.refresh_from_db()
    assert officer.language == "en"
    assert 'lang="en"' in client.get("/").content.decode()


def test_province_officer_sees_all_units_until_one_is_chosen(province_client, plan) -> None:
    page = province_client.get("/ke-hoach/").content.decode()
    assert "Chọn đơn vị" in page
    assert f"/ke-hoach/{plan.pk}/" in page
    assert f"/ke-hoach/{plan.pk}/" in province_client.get("/").content.decode()
