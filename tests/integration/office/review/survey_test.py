"""Phiếu B on the screen: asked once, judged while typed, saved, refused with every word still there."""

from __future__ import annotations

import pytest

from giamngheo.households import actions as register_actions
from giamngheo.households.values import PersonValues
from giamngheo.review.actions.committee import assign_reviewer
from giamngheo.review.models import Assessment
from tests.integration.office.review.forms import births, sent
from tests.integration.review.surveying import BAD_HOUSE, DAY, SHEET, assessed, case_of, holds, monthly

pytestmark = pytest.mark.django_db


def address(case, more: str = "") -> str:
    return f"/ra-soat/ho/{case.pk}/phieu-b/{more}"


def test_form_asks_what_the_register_does_not_know(officer_client, case, family) -> None:
    page = officer_client.get(address(case)).content.decode()
    an, chi = family["An"].pk, family["Chi"].pk
    assert f'name="n-{an}-diploma"' in page  # 25 years old
    assert f'name="n-{chi}-diploma"' in page  # 16
    assert f'name="n-{family["Bình"].pk}-diploma"' not in page  # 51
    assert "-birth" not in page
    assert 'name="h-area"' not in page
    assert "Khu vực: <strong>Nông thôn</strong>" in page
    assert "theo sổ hộ" in page  # no allowance, as the register has none


def test_saved_form_leads_to_the_next_household(officer, officer_client, case, month, family, neighbours) -> None:
    from giamngheo.review.actions import listing

    listing.add_households(by=officer, review_round=month, households=[neighbours.household.pk], reason="Lũ")
    answer = officer_client.post(address(case), sent(case, births(family), tiep="1"))
    following = case_of(neighbours.household)
    assert answer.headers["Location"] == f"/ra-soat/ho/{following.pk}/phieu-b/?ngay=05/10/2026"
    kept = Assessment.objects.get()
    assert (kept.outcome, kept.reviewer, kept.from_paper) == ("near_poor", "Rà Soát Giả", True)
    assert 'value="05/10/2026"' in officer_client.get(answer.headers["Location"]).content.decode()


def test_last_household_of_the_pile_leads_to_its_page(officer_client, case, family) -> None:
    answer = officer_client.post(address(case), sent(case, births(family), tiep="1"), follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain[-1][0] == f"/ra-soat/ho/{case.pk}/"
    assert "Đã lưu hộ Nguyễn Văn Bình: hộ cận nghèo." in page
    assert "điểm B1 ghi từ phiếu giấy: 120 điểm" in page


def test_preview_says_the_class_and_keeps_nothing(officer_client, case, family) -> None:
    fields = sent(
        case, births(family), **{"h-wall": "non_durable", "h-pillar": "non_durable", "h-water_source": "unprotected"}
    )
    page = officer_client.post(address(case, "xem-truoc/"), fields).content.decode()
    assert "Hộ cận nghèo" in page
    assert "<strong>20</strong>/30" in page
    assert "Sát ngưỡng" in page
    assert "loại nhà tiêu: nếu là" in page.lower()
    assert not Assessment.objects.exists()


def test_class_that_is_sure_says_which_indicators_are_open(officer_client, case, family) -> None:
    fields = sent(case, births(family), **{"h-water_source": ""})
    page = officer_client.post(address(case, "xem-truoc/"), fields).content.decode()
    assert "Hộ cận nghèo" in page
    assert "Chưa rõ chỉ số:</strong> Nguồn nước sinh hoạt" in page


def test_preview_names_missing_answers_with_their_fields(officer_client, case, family) -> None:
    blank = {"h-water_source": "", "h-toilet_kind": "", f"n-{family['Lan'].pk}-insured": ""}
    fields = sent(case, births(family), **blank)
    page = officer_client.post(address(case, "xem-truoc/"), fields).content.decode()
    assert 'data-to="h-water_source"' in page
    assert f'data-to="n-{family["Lan"].pk}-insured"' in page
    assert "Trần Thị Lan: có bảo hiểm y tế" in page


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("h-dwelling_area", "sáu mươi", "“sáu mươi” không đọc được"),
        ("h-income_score_typed", "121", "121 không thể có; phiếu chỉ có số từ 0 trở lên, bội số của 5"),
        ("surveyed_on", "31/02/2026", "Ngày 31/02/2026 chưa đến, không đọc được"),
        ("surveyed_on", "1/1/2099", "chưa đến"),
        ("reviewer", " ", "Phiếu phải ghi họ tên rà soát viên"),
    ],
)
def test_refused_form_keeps_every_word_and_says_where(officer_client, case, family, field, typed, said) -> None:
    answer = officer_client.post(address(case), sent(case, births(family), note="ghi chú dài", **{field: typed}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "ghi chú dài" in page
    assert f'value="{typed}"' in page
    assert not Assessment.objects.exists()


def test_incomplete_form_is_kept_and_begins_the_next(officer_client, case, family) -> None:
    officer_client.post(address(case), sent(case, births(family), **{"h-income_score_typed": ""}))
    assert Assessment.objects.get().outcome == ""
    page = officer_client.get(address(case)).content.decode()
    assert 'name="h-wall" value="durable" checked' in page


def test_second_officer_is_told_and_loses_nothing(officer, leader, sign_in, case, family) -> None:
    mine = sign_in(officer)
    assessed(leader, case, home=BAD_HOUSE)
    answer = mine.post(address(case), sent(case, births(family), note="của tôi"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Người khác vừa ghi hộ này" in page
    assert "của tôi" in page
    assert Assessment.objects.count() == 1
    again = mine.post(address(case), sent(case, births(family), note="của tôi", buoc="1", lan="1"))
    assert again.status_code == 302
    assert Assessment.objects.count() == 2


def test_form_for_other_people_is_laid_out_again_with_what_was_typed(officer, officer_client, case, family) -> None:
    fields = sent(case, births(family), **{"h-dwelling_area": "77"})
    mai = register_actions.birth(
        by=officer, household=family.household, on=DAY.replace(day=1), newborn=PersonValues("Nguyễn Thị Mai")
    ).people[0]
    answer = officer_client.post(address(case), fields)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nguyễn Thị Mai" in page
    assert f'name="n-{mai.pk}-malnutrition"' in page
    assert 'value="77"' in page


def test_scores_of_a_paper_form_alone(officer_client, case, family) -> None:
    page = officer_client.get(address(case, "?ghi=diem")).content.decode()
    assert 'name="h-wall"' not in page
    assert 'name="c-water"' in page
    people = ",".join(map(str, births(family)))
    fields = {
        "surveyed_on": "05/10/2026", "reviewer": "RS", "nguoi": people, "buoc": "0", "lan": "0",
        "h-income_score_typed": "100", "h-deprivation_score_typed": "30", "c-water": "1", "c-toilet": "1",
        "c-housing_area": "1",
    }  # fmt: skip
    wrong = officer_client.post(address(case, "?ghi=diem"), fields | {"c-water": "0"})
    assert "Đánh dấu 2 chỉ số thiếu hụt" in wrong.content.decode()
    officer_client.post(address(case, "?ghi=diem"), fields)
    kept = Assessment.objects.get()
    assert (kept.outcome, kept.deprivations) == ("poor", ["housing_area", "water", "toilet"])
    assert (
        "chép từ phiếu giấy: điểm B1, điểm B2, chỉ số thiếu hụt"
        in officer_client.get(f"/ra-soat/ho/{case.pk}/").content.decode()
    )


def test_income_sheet_takes_open_lines_for_nothing_when_told(officer, officer_client, hoang_phu_new, family,
                                                             neighbours) -> None:  # fmt: skip
    from giamngheo.review.actions import listing

    holds(neighbours.household, "poor", hoang_phu_new)
    round_ = monthly(officer, hoang_phu_new, "average_living_standard")
    listing.add_households(by=officer, review_round=round_, households=[family.household.pk], reason="Lũ")
    case = case_of(family.household)
    page = officer_client.get(address(case)).content.decode()
    assert "chưa đối chiếu văn bản" in page
    assert all(f'name="h-{name}"' in page for name in SHEET if name != "area")
    fields = {
        "surveyed_on": "20/10/2026", "reviewer": "RS", "nguoi": ",".join(map(str, births(family))), "buoc": "0",
        "lan": "0", "h-receipts_crops": "90.000.000", "h-farming": "1",
    }  # fmt: skip
    assert "Còn thiếu" in officer_client.post(address(case, "xem-truoc/"), fields).content.decode()
    officer_client.post(address(case), fields | {"con-lai-0": "1"})
    kept = Assessment.objects.get()
    assert (kept.outcome, kept.income) == ("average_living_standard", 90_000_000 // 48)


def test_who_may_not_survey_gets_no_form(
    officer, sign_in, make_user, hoang_phu_new, other_officer, province_officer, case, villages
) -> None:
    reviewer = make_user("rs", "village_reviewer", hoang_phu_new)
    assert sign_in(other_officer).get(address(case)).status_code == 404
    for who in (province_officer, reviewer):
        assert sign_in(who).get(address(case)).status_code == 403
        assert sign_in(who).post(address(case, "xem-truoc/")).status_code == 403
    assign_reviewer(by=officer, review_round=case.round, villages=[villages[0].pk], name="RS", user=reviewer)
    page = sign_in(reviewer).get(address(case))
    assert page.status_code == 200
    assert 'value="RS"' in page.content.decode()


def test_surveyed_and_gone_on_household_has_no_form(rows, officer_client, officer, family) -> None:
    case = rows.case(rows.round(), family.household, class_before="poor")
    assessed(officer, case)
    case.refresh_from_db()
    rows.meeting(case.round, {case: 20}, attending=20)
    rows.step(case, "agreed")
    assert officer_client.get(address(case)).status_code == 302


def test_form_asks_the_database_the_same_for_many_people_as_for_few(
    officer, officer_client, month, register, django_assert_max_num_queries
) -> None:
    from giamngheo.review.actions import listing

    def case_with(count: int):
        members = [(PersonValues(f"Người {'ABCDEFGHIK'[n]}"), "child") for n in range(count)]
        home = register((PersonValues("Chủ Hộ"), "head"), *members)
        listing.add_households(by=officer, review_round=month, households=[home.household.pk], reason="Lũ")
        return case_of(home.household)

    few, many = case_with(1), case_with(9)
    with django_assert_max_num_queries(28) as asked:
        officer_client.get(address(few))
    with django_assert_max_num_queries(len(asked)):
        officer_client.get(address(many))
