"""Requests on the screen: received, receipted, listed with deadlines, placed; Phiếu A; a household's page."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from giamngheo import standards
from giamngheo.review.actions import listing, requests
from giamngheo.review.models import ReviewRequest, Screening
from tests.integration.review.surveying import BAD_HOUSE, DAY, asked, assessed, case_of, holds, monthly

pytestmark = pytest.mark.django_db
RECEIVE = {"form": "review", "applicant": "Trần Thị Lan", "on": "5/10/2026", "channel": "direct", "content": "Khó khăn"}
NINE = sorted(standards.by_key("vn-2022.1", DAY).reads("to_be_reviewed"))


def text(answer) -> str:
    return answer.content.decode()


def test_request_is_received_for_a_household_found_by_a_member(officer_client, family) -> None:
    page = text(officer_client.get("/ra-soat/giay-de-nghi/nhan/?tim=lan"))
    address = f"/ra-soat/giay-de-nghi/nhan/{family.household.pk}/"
    assert address in page
    answer = officer_client.post(address, RECEIVE, follow=True)
    made = ReviewRequest.objects.get()
    assert (made.applicant, made.received_on, made.content) == ("Trần Thị Lan", date(2026, 10, 5), "Khó khăn")
    page = text(answer)
    assert "Giấy tiếp nhận số 1/2026" in page
    assert "30/10/2026" in page  # fifteen days from the 15th
    assert "Chưa có đợt phù hợp" in page


def test_scan_comes_along_and_a_too_large_one_is_refused(officer_client, family, settings, tmp_path) -> None:
    settings.MEDIA_ROOT, settings.MAX_UPLOAD_BYTES = tmp_path, 1024 * 1024
    address = f"/ra-soat/giay-de-nghi/nhan/{family.household.pk}/"
    large = SimpleUploadedFile("don.pdf", b"x" * (1024 * 1024 + 1))
    answer = officer_client.post(address, RECEIVE | {"file": large})
    assert answer.status_code == 422
    assert "lớn hơn 1 MB" in text(answer)
    officer_client.post(address, RECEIVE | {"file": SimpleUploadedFile("don.pdf", b"%PDF-gia")})
    assert ReviewRequest.objects.get().file.name == "don.pdf"


def test_double_request_is_refused_with_every_word_there(officer, officer_client, hoang_phu_new, family) -> None:
    asked(officer, hoang_phu_new, family.household)
    answer = officer_client.post(f"/ra-soat/giay-de-nghi/nhan/{family.household.pk}/", RECEIVE)
    assert answer.status_code == 422
    assert "đã có giấy đề nghị số 1/2026" in text(answer)
    assert 'value="Khó khăn"' in text(answer)


def test_odd_request_is_received_with_a_warning(officer_client, family) -> None:
    answer = officer_client.post(
        f"/ra-soat/giay-de-nghi/nhan/{family.household.pk}/", RECEIVE | {"form": "exit"}, follow=True
    )
    assert "không đang là hộ nghèo, hộ cận nghèo theo phần mềm" in text(answer)
    assert ReviewRequest.objects.count() == 1


@pytest.fixture
def three(officer, hoang_phu_new, month, family, neighbours, register):
    """One request that waits, one under review, one settled; numbers 1, 2, 3."""
    from giamngheo.households.values import PersonValues

    third = register((PersonValues("Đỗ Thị Ánh"), "head"), line="Nhà 3")
    made = [asked(officer, hoang_phu_new, each.household) for each in (family, neighbours, third)]
    cases = requests.place_requests(by=officer, review_round=month, requests=made[1:])
    listing.withdraw_cases(by=officer, review_round=month, seen={cases[1].pk: 0}, reason="Rút đơn")
    return made


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", ["3/2026", "2/2026", "1/2026"]), ("loc=cho-dot", ["1/2026"]), ("loc=dang-ra-soat", ["2/2026"]),
        ("loc=da-xong", ["3/2026"]), ("tim=pham+hoa", ["2/2026"]), ("mau=mau-04", []), ("nam-nhan=2025", []),
    ],
)  # fmt: skip
def test_register_of_requests_answers_what_it_is_asked(officer_client, three, query, numbers) -> None:
    rows = officer_client.get(f"/ra-soat/giay-de-nghi/?{query}").context["rows"]
    assert [each["number"] for each in rows] == numbers


def test_register_tells_what_is_late_and_what_round_is_proposed(officer_client, three) -> None:
    page = text(officer_client.get("/ra-soat/giay-de-nghi/"))
    assert "quá hạn" in page
    assert "nên vào: Rà soát thường xuyên hằng tháng 10/2026" in page
    lines = (
        officer_client.get("/ra-soat/giay-de-nghi/danh-sach.csv?loc=cho-dot").content.decode("utf-8-sig").splitlines()
    )
    assert lines[1].startswith("1/2026;05/10/2026;Rà soát (Mẫu 01);Nguyễn Văn Bình;")


def test_register_of_requests_asks_the_database_the_same(
    officer, officer_client, hoang_phu_new, three, register, django_assert_max_num_queries
) -> None:
    from giamngheo.households.values import PersonValues

    officer_client.get("/ra-soat/giay-de-nghi/")
    with django_assert_max_num_queries(15) as few:
        officer_client.get("/ra-soat/giay-de-nghi/")
    for number in range(8):
        asked(officer, hoang_phu_new, register((PersonValues(f"Hộ Số {number}"), "head")).household)
    with django_assert_max_num_queries(len(few)):
        officer_client.get("/ra-soat/giay-de-nghi/")


def test_waiting_requests_are_placed_by_their_round_or_their_receipt(officer_client, month, three) -> None:
    page = officer_client.get(f"/ra-soat/dot/{month.pk}/giay-de-nghi/")
    assert [each["mine"] for each in page.context["rows"]] == [True]
    assert f"/ra-soat/giay-de-nghi/{three[0].pk}/vao-dot/{month.pk}/" in text(
        officer_client.get(f"/ra-soat/giay-de-nghi/{three[0].pk}/")
    )
    answer = officer_client.post(f"/ra-soat/dot/{month.pk}/giay-de-nghi/", {"giay": [str(three[0].pk)]})
    case = three[0].cases.get()
    assert answer.headers["Location"] == f"/ra-soat/ho/{case.pk}/"


def test_receipt_places_its_request(officer_client, month, three) -> None:
    answer = officer_client.post(f"/ra-soat/giay-de-nghi/{three[0].pk}/vao-dot/{month.pk}/")
    assert answer.headers["Location"] == f"/ra-soat/ho/{three[0].cases.get().pk}/"
    again = officer_client.post(f"/ra-soat/giay-de-nghi/{three[0].pk}/vao-dot/{month.pk}/", follow=True)
    assert "đã ở trong một đợt rà soát" in text(again)


def test_requests_of_another_commune_are_no_page(other_officer_client, province_client, officer, hoang_phu_new, month,
                                                 three, family) -> None:  # fmt: skip
    for page in (f"{three[0].pk}/", f"nhan/{family.household.pk}/"):
        assert other_officer_client.get(f"/ra-soat/giay-de-nghi/{page}").status_code == 404
    assert other_officer_client.post(f"/ra-soat/giay-de-nghi/{three[0].pk}/vao-dot/{month.pk}/").status_code == 404
    assert not other_officer_client.get("/ra-soat/giay-de-nghi/").context["rows"]
    assert province_client.get(f"/ra-soat/giay-de-nghi/{three[0].pk}/").status_code == 200
    assert province_client.post(f"/ra-soat/giay-de-nghi/{three[0].pk}/vao-dot/{month.pk}/").status_code == 403


@pytest.fixture
def asking(officer, month, three):
    """The household whose request waited, now in the round: Phiếu A comes first."""
    return requests.place_requests(by=officer, review_round=month, requests=three[:1])[0]


def filled(holding: int) -> dict[str, str]:
    answers = {f"h-{name}": "1" if place < holding else "0" for place, name in enumerate(NINE)}
    return answers | {"screened_on": "16/10/2026", "screened_by": "Rà Soát Giả", "buoc": "0", "lan": "0"}


def test_phieu_a_leads_on_to_phieu_b_or_ends_the_case(officer_client, asking) -> None:
    address = f"/ra-soat/ho/{asking.pk}/phieu-a/"
    assert f'href="{address}"' in text(officer_client.get(f"/ra-soat/ho/{asking.pk}/"))
    assert officer_client.get(f"/ra-soat/ho/{asking.pk}/phieu-b/").status_code == 302
    assert officer_client.post(address, filled(3)).headers["Location"] == f"/ra-soat/ho/{asking.pk}/phieu-b/"
    answer = officer_client.post(address, filled(4) | {"lan": "1"}, follow=True)
    assert "không đưa vào danh sách rà soát" in text(answer)
    assert officer_client.get(address).status_code == 302


def test_phieu_a_written_meanwhile_is_told_with_every_answer_there(officer_client, asking, leader, sign_in) -> None:
    address = f"/ra-soat/ho/{asking.pk}/phieu-a/"
    sign_in(leader).post(address, filled(2))
    answer = officer_client.post(address, filled(1))
    assert answer.status_code == 409
    assert "Người thử lanh-dao vừa ghi phiếu" in text(answer)
    assert text(answer).count('value="1" checked') == 1
    assert Screening.objects.count() == 1


@pytest.mark.parametrize(("field", "typed"), [("screened_on", "32/10/2026"), ("screened_by", "")])
def test_refused_phieu_a_keeps_its_answers(officer_client, asking, field, typed) -> None:
    answer = officer_client.post(f"/ra-soat/ho/{asking.pk}/phieu-a/", filled(2) | {field: typed})
    assert answer.status_code == 422
    assert text(answer).count('value="1" checked') == 2


def test_phieu_a_is_only_for_who_may(sign_in, make_user, hoang_phu_new, other_officer_client, asking) -> None:
    address = f"/ra-soat/ho/{asking.pk}/phieu-a/"
    assert other_officer_client.get(address).status_code == 404
    assert sign_in(make_user("rs", "village_reviewer", hoang_phu_new)).get(address).status_code == 403


def test_household_of_a_round_shows_all_that_was_written(rows, officer, officer_client, family, hoang_phu_new) -> None:
    holds(family.household, "poor", hoang_phu_new)
    case = rows.case(rows.round(), family.household, class_before="poor")
    assessed(officer, case, home=BAD_HOUSE, causes=("land",), note="nhà dột", no_labour=True)
    case.refresh_from_db()
    rows.meeting(case.round, {case: 18}, attending=20)
    rows.step(case, "agreed")
    posting = rows.posting(case)
    rows.step(case, "posted")
    rows.complaint(case, posting)
    page = text(officer_client.get(f"/ra-soat/ho/{case.pk}/"))
    for said in (
        "Hộ nghèo", "B1 120", "B2 30", "thiếu đất sản xuất", "nhà dột", "không có khả năng lao động",
        "Thiếu hụt đủ số chỉ số để là hộ nghèo", "18/20 người dự đồng ý", "Niêm yết từ", "Thu nhập cao",
        "Phúc tra chậm nhất", "Hộ nghèo <span", "Chờ hết thời gian niêm yết",
    ):  # fmt: skip
        assert said in page, said
    assert "/phieu-b/" not in page


def test_household_page_has_one_next_step(officer, officer_client, province_client, case) -> None:
    page = text(officer_client.get(f"/ra-soat/ho/{case.pk}/"))
    assert f'class="button" href="/ra-soat/ho/{case.pk}/phieu-b/"' in page
    assert page.count('class="button"') == 1
    assert 'class="button"' not in text(province_client.get(f"/ra-soat/ho/{case.pk}/"))


def test_household_page_asks_the_database_the_same_for_many_forms_as_for_one(
    officer, officer_client, case, django_assert_max_num_queries
) -> None:
    assessed(officer, case)
    officer_client.get(f"/ra-soat/ho/{case.pk}/")
    with django_assert_max_num_queries(28) as few:
        officer_client.get(f"/ra-soat/ho/{case.pk}/")
    for _again in range(3):
        assessed(officer, case)
    with django_assert_max_num_queries(len(few)):
        officer_client.get(f"/ra-soat/ho/{case.pk}/")


def test_household_of_another_commune_is_no_page(other_officer_client, case) -> None:
    assert other_officer_client.get(f"/ra-soat/ho/{case.pk}/").status_code == 404


def test_low_income_worker_is_called_by_name(officer, officer_client, hoang_phu_new, family) -> None:
    request = asked(officer, hoang_phu_new, family.household, "low_income_worker", person=family["Lan"].pk)
    found = monthly(officer, hoang_phu_new, "low_income_worker")
    requests.place_requests(by=officer, review_round=found, requests=[request])
    case = case_of(family.household)
    assert "<h1>Trần Thị Lan" in text(officer_client.get(f"/ra-soat/ho/{case.pk}/"))
    page = text(officer_client.get(f"/ra-soat/ho/{case.pk}/phieu-b/"))
    assert f'name="n-{family["Lan"].pk}-employment_status"' in page
    assert f'name="n-{family["An"].pk}-employment_status"' not in page
