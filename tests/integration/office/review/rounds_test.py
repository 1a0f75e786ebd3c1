"""Rounds on the screen: created by choosing, opened after a look, boards by village, files, bulk after a preview."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.accounts.models import SavedView
from giamngheo.households.values import PersonValues
from giamngheo.review.actions import listing, rounds
from giamngheo.review.actions.committee import assign_reviewer
from giamngheo.review.models import ReviewCase, ReviewRound
from tests.integration.review.surveying import annual, asked, assessed, case_of, holds, monthly

pytestmark = pytest.mark.django_db
ANNUAL = {"year": "2026", "starts_on": "01/09/2026", "ends_on": "14/12/2026", "scorecard": ""}


def text(answer) -> str:
    return answer.content.decode()


def test_first_page_says_what_to_do_first(officer_client) -> None:
    page = text(officer_client.get("/ra-soat/"))
    assert "Tạo đợt rà soát" in page
    assert "/ra-soat/tu-2027/" in page


def test_rounds_stand_with_their_progress_and_what_waits(officer, officer_client, hoang_phu_new, case, family,
                                                         neighbours) -> None:  # fmt: skip
    asked(officer, hoang_phu_new, neighbours.household)
    assessed(officer, case)
    page = text(officer_client.get("/ra-soat/"))
    assert "Rà soát thường xuyên hằng tháng 10/2026" in page
    assert "Đã khảo sát 100% của 1 hộ." in page
    assert "1 giấy đề nghị chờ đưa vào đợt" in page


def test_autumn_round_makes_the_officer_choose_the_standard(officer_client, hoang_phu_new) -> None:
    officer_client.get("/ra-soat/?nam=2026")
    page = text(officer_client.get("/ra-soat/tao/dinh-ky/"))
    assert "vn-2022.1" in page
    assert "vn-2027.1" in page
    assert "checked" not in page
    answer = officer_client.post("/ra-soat/tao/dinh-ky/", ANNUAL)
    assert answer.status_code == 422
    assert "phải chọn đợt này xét theo chuẩn nào" in text(answer)
    officer_client.post("/ra-soat/tao/dinh-ky/", ANNUAL | {"standard": "start"})
    made = ReviewRound.objects.get()
    assert (made.standard, made.judged_on, made.starts_on) == ("vn-2022.1", date(2026, 9, 1), date(2026, 9, 1))
    assert "chưa thấy văn bản nào nói" in text(officer_client.get(f"/ra-soat/dot/{made.pk}/"))


def test_round_within_a_month_asks_no_standard(officer_client, hoang_phu_new) -> None:
    page = text(officer_client.get("/ra-soat/tao/thuong-xuyen/"))
    assert 'name="standard"' not in page
    answer = officer_client.post("/ra-soat/tao/thuong-xuyen/", {"year": "2026", "month": "10"})
    made = ReviewRound.objects.get()
    assert answer.headers["Location"] == f"/ra-soat/dot/{made.pk}/"
    assert (made.starts_on, made.ends_on) == (date(2026, 10, 15), date(2026, 10, 30))


@pytest.mark.parametrize(("month", "last"), [("2", 28), ("4", 30), ("12", 30)])
def test_days_left_blank_are_the_laws(officer_client, hoang_phu_new, month, last) -> None:
    officer_client.post("/ra-soat/tao/thuong-xuyen/", {"year": "2026", "month": month, "starts_on": "", "ends_on": ""})
    made = ReviewRound.objects.get()
    assert (made.starts_on.day, made.ends_on.day) == (15, last)


@pytest.mark.parametrize(("field", "typed"), [("starts_on", "45/10/2026"), ("ends_on", "1/1/2025"), ("year", "hai")])
def test_refused_round_keeps_what_was_typed(officer_client, hoang_phu_new, field, typed) -> None:
    answer = officer_client.post("/ra-soat/tao/dinh-ky/", ANNUAL | {"standard": "start", field: typed})
    assert answer.status_code == 422
    assert f'value="{typed}"' in text(answer)
    assert not ReviewRound.objects.exists()


def test_round_is_prepared_step_by_step_and_opened_after_a_look(
    officer, officer_client, hoang_phu_new, family, neighbours
) -> None:
    holds(family.household, "poor", hoang_phu_new)
    holds(neighbours.household, "near_poor", hoang_phu_new)
    found = annual(officer, hoang_phu_new, committee=())
    home = f"/ra-soat/dot/{found.pk}/"
    assert "Ghi Ban Chỉ đạo" in text(officer_client.get(home))
    officer_client.post(
        f"{home}ban-chi-dao/",
        {"o-1-role": "head", "o-1-name": "Lê Giả", "o-1-post": "Chủ tịch", "o-2-role": "member",
         "da-xem": officer_client.get(f"{home}ban-chi-dao/").context["seen"]},
    )  # fmt: skip
    assert found.committee.get().name == "Lê Giả"
    page = officer_client.get(f"{home}mo/")
    assert page.context["total"] == 2
    officer_client.post(f"{home}mo/")
    assert ReviewCase.objects.count() == 2
    assert "Đã đưa 2 hộ vào danh sách rà soát." in text(officer_client.get(home))


def test_committee_rows_are_added_and_a_nameless_post_is_refused(officer, officer_client, hoang_phu_new) -> None:
    address = f"/ra-soat/dot/{annual(officer, hoang_phu_new).pk}/ban-chi-dao/"
    seen = officer_client.get(address).context["seen"]
    more = officer_client.post(address, {"lam": "row-add", **{f"o-{n}-name": f"Người {n}" for n in range(1, 7)}})
    assert 'name="o-7-name"' in text(more)
    wrong = officer_client.post(
        address, {"o-1-role": "head", "o-1-name": "Lê Giả", "o-2-post": "Bí thư", "da-xem": seen}
    )
    assert wrong.status_code == 422
    assert "Dòng 2 có chức vụ nhưng không có họ tên" in text(wrong)


def test_new_committee_begins_with_the_last_one(officer, officer_client, hoang_phu_new) -> None:
    monthly(officer, hoang_phu_new)
    address = f"/ra-soat/dot/{annual(officer, hoang_phu_new, committee=()).pk}/ban-chi-dao/"
    assert 'value="Lê Giả Trưởng"' in text(officer_client.get(address))


def test_reviewer_is_shown_before_being_assigned_to_villages(officer, officer_client, month, villages) -> None:
    address = f"/ra-soat/dot/{month.pk}/ra-soat-vien/"
    fields = {"name": "Rà Soát Giả", "thon": [str(each.pk) for each in villages]}
    preview = text(officer_client.post(address, fields | {"lam": "preview"}))
    assert "Sẽ phân công Rà Soát Giả ở:" in preview
    assert "Đăng xuất" in preview  # nothing of the page hides who is signed in
    assert not month.reviewers.exists()
    officer_client.post(address, fields | {"lam": "save"})
    assert month.reviewers.count() == 2
    officer_client.post(f"{address}{month.reviewers.first().pk}/bo/")
    assert month.reviewers.count() == 1


def names(client, found, query: str = "") -> list[str]:
    return [row["name"] for row in client.get(f"/ra-soat/dot/{found.pk}/?{query}").context["rows"]]


@pytest.fixture
def board(officer, month, family, neighbours, register, villages):
    """Three households: one surveyed, one of the other village, one withdrawn."""
    third = register((PersonValues("Đỗ Thị Ánh"), "head"), line="Nhà 3")
    homes = [family.household, neighbours.household, third.household]
    listing.add_households(by=officer, review_round=month, households=[each.pk for each in homes], reason="Lũ")
    assessed(officer, case_of(family.household))
    listing.withdraw_cases(by=officer, review_round=month, seen={case_of(homes[2]).pk: 0}, reason="Chuyển đi")
    return month


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Lê Văn Dũng", "Nguyễn Văn Bình"]),
        ("buoc=cho-khao-sat", ["Lê Văn Dũng"]),
        ("buoc=da-khao-sat", ["Nguyễn Văn Bình"]),
        ("buoc=da-rut", ["Đỗ Thị Ánh"]),
        ("ket-qua=can-ngheo", ["Nguyễn Văn Bình"]),
        ("ket-qua=ngheo", []),
        ("nguon=ban-chi-dao", ["Lê Văn Dũng", "Nguyễn Văn Bình"]),
        ("nguon=giay", []),
        ("tim=tran+thi+lan", ["Nguyễn Văn Bình"]),
        ("tim=PHAM+hoa", ["Lê Văn Dũng"]),
        ("xep=so-nguoi", ["Nguyễn Văn Bình", "Lê Văn Dũng"]),
        ("xep=b1", ["Nguyễn Văn Bình", "Lê Văn Dũng"]),
        ("cua-toi=1", []),
    ],
)
def test_board_answers_what_it_is_asked(officer_client, board, query, found) -> None:
    assert sorted(names(officer_client, board, query)) == sorted(found)
    if "xep" in query:
        assert names(officer_client, board, query) == found


def test_board_counts_villages_by_where_their_households_stand(officer_client, officer, board, villages) -> None:
    assign_reviewer(by=officer, review_round=board, villages=[villages[1].pk], name="RS")
    context = officer_client.get(f"/ra-soat/dot/{board.pk}/").context
    told = {row["village"].name: (row["progress"].to_survey, row["progress"].surveyed) for row in context["villages"]}
    assert told == {"Thôn Thử 1": (1, 1), "Thôn Thử 2": (0, 0)}
    assert (context["total"].total, context["total"].withdrawn, context["people"]) == (2, 1, 6)


def test_list_is_downloaded_as_filtered_with_its_columns(officer_client, board) -> None:
    address = f"/ra-soat/dot/{board.pk}/danh-sach"
    lines = officer_client.get(f"{address}.csv?buoc=da-khao-sat&cot=chu-ho,thon,b1,b2,ket-qua").content.decode(
        "utf-8-sig"
    )
    assert lines.splitlines() == ["STT;Chủ hộ;Thôn;B1;B2;Kết quả", "1;Nguyễn Văn Bình;Thôn Thử 1;120;0;Cận nghèo"]
    assert officer_client.get(f"{address}.xlsx").status_code == 200


def test_view_of_the_board_is_kept_for_every_round(officer_client, board, officer) -> None:
    officer_client.post(f"/ra-soat/dot/{board.pk}/cach-xem/?buoc=cho-khao-sat&thon=5", {"name": "Còn lại"})
    kept = SavedView.objects.get(user=officer)
    assert (kept.screen, kept.query) == ("review", "buoc=cho-khao-sat")
    assert "Còn lại</a>" in text(officer_client.get(f"/ra-soat/dot/{board.pk}/"))
    officer_client.post(f"/ra-soat/dot/{board.pk}/cach-xem/{kept.pk}/bo/")
    assert not SavedView.objects.exists()


def test_board_asks_the_database_the_same_however_long_it_is(
    officer, officer_client, month, register, django_assert_max_num_queries
) -> None:
    def fill(first: int, count: int) -> None:
        homes = [register((PersonValues(f"Hộ Số {n}"), "head"), line=f"{n}") for n in range(first, first + count)]
        listing.add_households(
            by=officer, review_round=month, households=[each.household.pk for each in homes], reason="Lũ"
        )

    fill(0, 2)
    officer_client.get(f"/ra-soat/dot/{month.pk}/")
    with django_assert_max_num_queries(36) as few:
        officer_client.get(f"/ra-soat/dot/{month.pk}/")
    fill(2, 20)
    with django_assert_max_num_queries(len(few)):
        officer_client.get(f"/ra-soat/dot/{month.pk}/")


def test_households_are_added_after_a_preview_with_a_reason(officer_client, month, family, neighbours, case) -> None:
    address = f"/ra-soat/dot/{month.pk}/them-ho/"
    page = text(officer_client.get(f"{address}?tim=hoa"))
    assert f'value="{neighbours.household.pk}"' in page
    assert "đã có" in text(officer_client.get(address))
    both = {"ho": [str(family.household.pk), str(neighbours.household.pk)]}
    preview = text(officer_client.post(address, both))
    assert "1 hộ sẽ vào danh sách" in preview
    assert "Nguyễn Văn Bình đã có trong đợt này" in preview
    one = {"ho": [str(neighbours.household.pk)], "lam": "save"}
    assert "Việc này phải ghi lý do" in text(officer_client.post(address, one | {"reason": ""}))
    officer_client.post(address, one | {"reason": "Bão"})
    assert case_of(neighbours.household).listed_because == "Bão"


def test_households_are_withdrawn_after_a_preview_with_a_reason(
    officer_client, officer, board, family, neighbours
) -> None:
    address = f"/ra-soat/dot/{board.pk}/rut-ho/"
    cases = [case_of(family.household), case_of(neighbours.household)]
    preview = officer_client.post(address, {"ho": [str(each.pk) for each in cases]})
    assert [name for _case, name in preview.context["what"].leaving] == ["Nguyễn Văn Bình", "Lê Văn Dũng"]
    everything = officer_client.post(f"{address}?buoc=cho-khao-sat", {"tat-ca": "1"})
    assert [name for _case, name in everything.context["what"].leaving] == ["Lê Văn Dũng"]
    pairs = [f"{each.pk}:{each.step}" for each in cases]
    assert officer_client.post(address, {"lam": "save", "buoc": pairs, "reason": ""}).status_code == 422
    assessed(officer, cases[0])
    stale = officer_client.post(address, {"lam": "save", "buoc": pairs, "reason": "Đi"})
    assert "vừa chuyển hộ này sang" in text(stale)
    cases[0].refresh_from_db()
    pairs = [f"{each.pk}:{each.step}" for each in cases]
    officer_client.post(address, {"lam": "save", "buoc": pairs, "reason": "Đi"})
    assert set(ReviewCase.objects.values_list("state", flat=True)) == {"withdrawn"}


def test_round_is_cancelled_with_a_reason(officer_client, month) -> None:
    assert officer_client.post(f"/ra-soat/dot/{month.pk}/huy/", {"reason": ""}).status_code == 422
    officer_client.post(f"/ra-soat/dot/{month.pk}/huy/", {"reason": "Bão lũ"})
    month.refresh_from_db()
    assert (month.state, month.state_reason) == ("cancelled", "Bão lũ")


def test_holders_are_listed_by_a_button_in_their_path(officer, officer_client, hoang_phu_new, family) -> None:
    holds(family.household, "average_living_standard", hoang_phu_new, path="average_living_standard")
    found = monthly(officer, hoang_phu_new, "average_living_standard")
    assert f"/ra-soat/dot/{found.pk}/dang-co/" in text(officer_client.get(f"/ra-soat/dot/{found.pk}/"))
    officer_client.post(f"/ra-soat/dot/{found.pk}/dang-co/")
    assert case_of(family.household).source == "listed"


OTHERS = ("", "mo/", "huy/", "ban-chi-dao/", "ra-soat-vien/", "them-ho/", "giay-de-nghi/", "danh-sach.csv")


@pytest.mark.parametrize("page", OTHERS)
def test_round_of_another_commune_is_no_page(other_officer_client, month, page) -> None:
    assert other_officer_client.get(f"/ra-soat/dot/{month.pk}/{page}").status_code == 404


@pytest.mark.parametrize("page", OTHERS[1:-1])
def test_who_may_only_look_runs_nothing(sign_in, make_user, hoang_phu_new, province_client, month, page) -> None:
    reviewer = sign_in(make_user("rs", "village_reviewer", hoang_phu_new))
    for client in (reviewer, province_client):
        assert client.get(f"/ra-soat/dot/{month.pk}/{page}").status_code == 403


def test_province_reads_and_a_reviewer_sees_no_buttons(sign_in, make_user, hoang_phu_new, province_client, month,
                                                       case) -> None:  # fmt: skip
    reviewer = sign_in(make_user("rs", "village_reviewer", hoang_phu_new))
    for client in (reviewer, province_client):
        page = text(client.get(f"/ra-soat/dot/{month.pk}/"))
        assert "Nguyễn Văn Bình" in page
        assert "Rút các hộ đã chọn" not in page
        assert "Hủy đợt" not in page


def test_who_sees_no_reviews_is_told(sign_in, administrator, month) -> None:
    assert sign_in(administrator).get("/ra-soat/").status_code == 403


def test_links_of_other_parts_are_shown_where_the_right_is_held(officer, month, monkeypatch) -> None:
    from giamngheo.accounts.queries import permissions_in
    from giamngheo.office.review_survey import links

    monkeypatch.setattr(
        links, "ROUND_LINKS",
        (("office:review-committee", "Có", "run_review"), ("office:review-committee", "Ký", "sign_review"),
         ("office:not-there-yet", "Chưa", "run_review")),
    )  # fmt: skip
    assert [each.title for each in links.links_of(month, permissions_in(officer, month.unit))][:1] == ["Có"]
    assert "Ký" not in [each.title for each in links.links_of(month, permissions_in(officer, month.unit))]


def test_opening_again_from_an_old_page_is_told(officer, officer_client, hoang_phu_new) -> None:
    found = annual(officer, hoang_phu_new)
    rounds.open_round(by=officer, review_round=found)
    answer = officer_client.post(f"/ra-soat/dot/{found.pk}/mo/")
    assert answer.status_code == 422
    assert "đang rà soát" in text(answer)
