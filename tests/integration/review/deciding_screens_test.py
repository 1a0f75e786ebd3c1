"""The screens from the village meeting to the certificate: walked by their forms, refused with all that was typed."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giamngheo.households import actions as households
from giamngheo.households.values import PersonValues
from giamngheo.review.actions import certificates, complaints, meetings, opinions
from giamngheo.review.actions.opening_list import Listed, Printed, enter_opening_list
from giamngheo.review.deciding_values import Said, Vote
from giamngheo.review.models import (
    Certificate,
    Complaint,
    Decision,
    HigherOpinion,
    HouseholdClass,
    Posting,
    Proposal,
    VillageMeeting,
)
from tests.integration.review.deciding import ASKED, MET, PUT_UP, SIGNED, fresh, minutes, states

pytestmark = pytest.mark.django_db
CHECKED = date(2026, 9, 18)


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def at_desk(officer_client):
    return officer_client


@pytest.fixture
def leader_client(sign_in, leader):
    return sign_in(leader)


def text(answer) -> str:
    return answer.content.decode()


def codes(answer) -> list[str]:
    """The codes a form was refused with."""
    assert answer.status_code == 422, answer.status_code
    return [each["code"] for each in answer.context["form"].problems]


def meeting_form(**values) -> dict[str, str]:
    return {
        "day": "10/09/2026", "since": "19h00", "place": "Nhà văn hóa", "chair": "Chủ Giả", "secretary": "Thư Giả",
        "attending": "20", "attendees": "Lê Giả, Mặt trận Tổ quốc xã\nPhạm Giả", **values,
    }  # fmt: skip


def test_meeting_is_planned_voted_on_and_closed(at_desk, walk, rows) -> None:
    round_ = rows.round()
    cases = walk.surveyed(round_, 3)
    assert "Lập cuộc họp" in text(at_desk.get(f"/ra-soat/dot/{round_.pk}/hop-dan/"))
    plan = f"/ra-soat/dot/{round_.pk}/hop-dan/lap/?thon={rows.village.pk}"
    assert "Nhà văn hóa Thôn Thử 1" in text(at_desk.get(plan))
    assert at_desk.post(plan, meeting_form()).status_code == 302
    meeting = VillageMeeting.objects.get()
    assert [(each.name, each.post) for each in meeting.attendees.all()] == [
        ("Lê Giả", "Mặt trận Tổ quốc xã"), ("Phạm Giả", ""),
    ]  # fmt: skip
    page = f"/ra-soat/hop-dan/{meeting.pk}/"
    shown = at_desk.get(page)
    assert [each["value"] for each in shown.context["rows"]] == ["20"] * 3, "everybody agrees until said otherwise"
    assert "không có quy định" in text(shown)
    assert "Mặt trận giám sát" not in text(shown)
    assert 'form method="post" action="/ra-soat/hop-dan/' not in text(shown), "nothing is closed before votes are saved"
    names = {f"d-{case.pk}": number for case, number in zip(cases, ("20", "9", ""), strict=True)}
    at_desk.post(page, {**names, "seen": meeting.at.isoformat()})
    shown = at_desk.get(page)
    assert "1 hộ được thống nhất; 1 hộ dưới 50 %" in text(shown)
    assert at_desk.post(f"{page}chot/", {"seen": fresh(meeting).at.isoformat()}).status_code == 302
    assert states(cases) == ["agreed", "resurvey", "surveyed"]
    assert "không sửa được" not in text(at_desk.get(page))


def test_refused_votes_keep_what_was_typed(at_desk, walk, rows) -> None:
    round_ = rows.round()
    first, second = walk.surveyed(round_, 2)
    meeting = meetings.plan_meeting(by=None, round_=round_, village=rows.village, minutes=minutes(attending=20))
    page = f"/ra-soat/hop-dan/{meeting.pk}/"
    answer = at_desk.post(page, {f"d-{first.pk}": "hai mươi", f"d-{second.pk}": "7"})
    assert codes(answer) == ["REVIEW-NUMBER"]
    assert sorted(each["value"] for each in answer.context["rows"]) == ["7", "hai mươi"]
    assert codes(at_desk.post(page, {f"d-{first.pk}": "21"})) == ["REVIEW-VOTE-MANY"]
    seen = meeting.at.isoformat()
    meetings.write_votes(by=walk.leader, meeting=meeting, votes={first.pk: Vote(20)})
    assert codes(at_desk.post(page, {f"d-{first.pk}": "5", "seen": seen})) == ["REVIEW-CHANGED"]
    assert codes(at_desk.post(f"{page}chot/", {"seen": seen})) == ["REVIEW-CHANGED"]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"since": "25h"}, "REVIEW-TIME"),
        ({"since": ""}, "REVIEW-TIME"),
        ({"day": "31/02/2026"}, "REGISTER-FORM-DAY"),
        ({"chair": " "}, "REVIEW-FIELD-EMPTY"),
        ({"until": "18:00"}, "REVIEW-MEETING-TIME"),
        ({"attending": "1"}, "REVIEW-MEETING-NAMED"),
    ],
)
def test_wrong_minutes_are_refused_beside_their_field(at_desk, walk, rows, values, code) -> None:
    round_ = rows.round()
    walk.surveyed(round_, 1)
    plan = f"/ra-soat/dot/{round_.pk}/hop-dan/lap/?thon={rows.village.pk}"
    answer = at_desk.post(plan, meeting_form(**values))
    assert code in codes(answer)
    assert "Thư Giả" in text(answer)


def test_minutes_are_changed_and_a_meeting_that_was_not_held_is_removed(at_desk, province_client, walk, rows) -> None:
    round_ = rows.round()
    walk.surveyed(round_, 1)
    meeting = meetings.plan_meeting(by=None, round_=round_, village=rows.village, minutes=minutes())
    form = f"/ra-soat/hop-dan/{meeting.pk}/bien-ban/"
    assert "19:00" in text(at_desk.get(form))
    at_desk.post(form, meeting_form(attending="31", seen=meeting.at.isoformat()))
    assert fresh(meeting).attending == 31
    assert codes(at_desk.post(form, meeting_form(seen=meeting.at.isoformat()))) == ["REVIEW-CHANGED"]
    assert province_client.get(form).status_code == 403
    assert codes(at_desk.post(f"/ra-soat/hop-dan/{meeting.pk}/xoa/", {"reason": " "})) == ["REVIEW-FIELD-EMPTY"]
    at_desk.post(f"/ra-soat/hop-dan/{meeting.pk}/xoa/", {"reason": "mưa bão"})
    assert not VillageMeeting.objects.exists()


def test_agreed_households_are_put_up_complained_about_answered_and_handed_up(at_desk, walk, rows) -> None:
    round_ = rows.round()
    cases = walk.surveyed(round_, 2)
    walk.meet(cases)
    listed = f"/ra-soat/dot/{round_.pk}/niem-yet/"
    assert "2 hộ" in text(at_desk.get(listed))
    form = f"{listed}ghi/?thon={rows.village.pk}"
    assert "Nhà văn hóa Thôn Thử 1; trụ sở UBND xã Hoằng Phú" in text(at_desk.get(form))
    sent = {"starts_on": "11/9/2026", "places": "Nhà văn hóa", "announced": "1", "ho": [cases[0].pk, cases[1].pk]}
    assert codes(at_desk.post(form, {**sent, "starts_on": "1/9/2026"})) == ["REVIEW-POSTING-BEFORE"] * 2
    at_desk.post(form, sent)
    posting = Posting.objects.get()
    assert (posting.announced, states(cases)) == (True, ["posted", "posted"])
    page = f"/ra-soat/niem-yet/{posting.pk}/"
    assert "đã hết thời gian" in text(at_desk.get(page))
    assert "Ghi ý kiến" in text(at_desk.get(page))
    said = f"/ra-soat/y-kien/ghi/?ho={cases[0].pk}"
    assert "16/09/2026" in text(at_desk.get(said))
    wrong = {"received_on": "20/9/2026", "complainant": "Hàng Xóm Giả", "content": "Có máy cày", "seen": "3"}
    assert codes(at_desk.post(said, wrong)) == ["REVIEW-COMPLAINT-LATE"]
    file = SimpleUploadedFile("don.jpg", b"anh gia", "image/jpeg")
    at_desk.post(said, {**wrong, "received_on": "14/9/2026", "file": file})
    complaint = Complaint.objects.get()
    answer = at_desk.get(f"/ra-soat/y-kien/{complaint.pk}/tep/")
    assert b"".join(answer.streaming_content) == b"anh gia"
    assert 'filename="don.jpg"' in answer.headers["Content-Disposition"]
    assert "quá hạn" in text(at_desk.get(f"/ra-soat/dot/{round_.pk}/y-kien/"))
    assert "Chưa có kết quả phúc tra." in text(at_desk.get(f"/ra-soat/y-kien/{complaint.pk}/"))
    walk.survey(fresh(cases[0]), "near_poor", "recheck", on=CHECKED)
    one = f"/ra-soat/y-kien/{complaint.pk}/"
    assert "Kết quả phúc tra ngày 18/09/2026: hộ cận nghèo." in text(at_desk.get(one))
    assert codes(at_desk.post(one, {"answered_on": "1/9/2026", "content": "Đã xem"})) == ["REVIEW-ANSWER-DAY"]
    at_desk.post(one, {"answered_on": "19/9/2026", "content": "Đã xem lại", "upheld": "1"})
    assert fresh(complaint).answer.upheld
    again = f"{listed}ghi/?thon={rows.village.pk}&lan=phuc-tra"
    at_desk.post(again, {"starts_on": "18/9/2026", "places": "Nhà văn hóa", "ho": [cases[0].pk]})
    hand = f"/ra-soat/dot/{round_.pk}/trinh/"
    assert codes(at_desk.post(hand, {"on": "16/9/2026", "ho": [cases[1].pk]})) == ["REVIEW-PROPOSAL-NOT-READY"]
    at_desk.post(hand, {"on": "24/9/2026", "ho": [cases[0].pk, cases[1].pk]})
    assert states(cases) == ["proposed", "proposed"]


def test_what_keeps_each_household_back_is_listed(at_desk, walk, rows) -> None:
    round_ = rows.round()
    cases = walk.surveyed(round_, 2)
    walk.meet(cases[:1])
    walk.put_up(round_, on=date(2026, 12, 20))
    shown = text(at_desk.get(f"/ra-soat/dot/{round_.pk}/trinh/"))
    assert "niêm yết đến hết ngày 23/12/2026" in shown
    assert "đang ở bước “đã khảo sát”, chưa niêm yết" in shown
    assert "Hôm nay chưa có hộ nào đủ điều kiện trình" in shown


def test_opinion_is_asked_and_answered_on_the_page_of_the_list(at_desk, walk, rows) -> None:
    cases = walk.surveyed(rows.round(), 2)
    walk.meet(cases)
    walk.put_up(cases[0].round)
    proposal = walk.propose(cases[0].round)
    page = f"/ra-soat/trinh/{proposal.pk}/"
    shown = text(at_desk.get(page))
    assert "Gửi Tỉnh Thanh Hóa. Thời hạn trả lời 5 ngày làm việc." in shown
    assert "do nhớ lại, chưa đọc được" in shown
    assert codes(at_desk.post(page, {"sent_on": "18/9/2026", "serial": "x", "sign": "BC-UBND"})) == ["REVIEW-NUMBER"]
    at_desk.post(page, {"sent_on": "18/9/2026", "serial": "77", "sign": "BC-UBND"})
    assert HigherOpinion.objects.get().document.symbol == "77/BC-UBND"
    assert "quá hạn" in text(at_desk.get(page))
    answer = {"answered_on": "22/9/2026", "agrees": "no", "answer": "xem lại", "reference": "9/UBND"}
    assert codes(at_desk.post(page, answer)) == ["REVIEW-OPINION-RECHECK"]
    at_desk.post(page, {**answer, "ho": [cases[1].pk]})
    assert states(cases) == ["proposed", "rechecking"]
    assert "chưa nhất trí" in text(at_desk.get(page))


def test_draft_is_previewed_amended_and_signed_by_the_leader(at_desk, leader_client, walk, rows) -> None:
    cases = walk.proposed(rows.round("monthly"), 3, form="review")
    refused = walk.survey(walk.case(cases[0].round, form="review"), "not_poor")
    walk.on_to_proposed([refused])
    decide = f"/ra-soat/dot/{cases[0].round_id}/quyet-dinh/"
    shown = text(at_desk.get(decide))
    assert "Công nhận: 3 hộ" in shown
    assert "nêu lý do: 1 hộ" in shown
    at_desk.post(decide, {"loai": "cong-nhan"})
    draft = Decision.objects.get()
    page = f"/ra-soat/quyet-dinh/{draft.pk}/"
    assert "Dự thảo chờ lãnh đạo xã ký" in text(at_desk.get(page))
    first = draft.items.order_by("pk")[0]
    at_desk.post(f"{page}sua/", {"bo": [first.pk], "seen": draft.at.isoformat()})
    assert draft.items.count() == 2
    signing = {"signed_on": "01/10/2026", "sign": "QĐ-UBND", "signer": "Chủ Tịch Giả", "signer_post": "Chủ tịch"}
    assert at_desk.post(f"{page}ky/", signing).status_code == 403
    shown = text(leader_client.get(page))
    assert "lấy số tiếp theo trong phần mềm, 01" in shown
    assert "Ra quyết định đã quá hạn" in shown, "the 15 days are warned about, not blocked"
    assert codes(leader_client.post(f"{page}ky/", {**signing, "serial": "0"})) == ["DOCUMENT-NUMBER-WRONG"]
    leader_client.post(f"{page}ky/", {**signing, "serial": "12"})
    assert fresh(draft).document.symbol == "12/QĐ-UBND"
    shown = text(at_desk.get(page))
    assert "ký ngày 01/10/2026, Chủ Tịch Giả" in shown
    assert 'id="ky"' not in shown
    assert codes(leader_client.post(f"{page}ky/", signing)) == ["REVIEW-DECISION-SIGNED"]
    assert "12/QĐ-UBND" in text(at_desk.get("/ra-soat/quyet-dinh/"))


def test_refusal_shows_its_reasons_and_a_draft_is_discarded(at_desk, leader_client, walk, rows) -> None:
    cases = walk.proposed(rows.round("monthly"), 1, "not_poor", form="review")
    decide = f"/ra-soat/dot/{cases[0].round_id}/quyet-dinh/"
    at_desk.post(decide, {"loai": "khong-cong-nhan"})
    draft = Decision.objects.get()
    page, item = f"/ra-soat/quyet-dinh/{draft.pk}/", draft.items.get()
    at_desk.post(f"{page}sua/", {f"ly-do-{item.pk}": "Thu nhập cao hơn chuẩn", "seen": draft.at.isoformat()})
    assert "Thu nhập cao hơn chuẩn" in text(leader_client.get(page))
    assert "TB-UBND" in text(leader_client.get(page))
    stale = at_desk.post(f"{page}bo/", {"seen": draft.at.isoformat()})
    assert codes(stale) == ["REVIEW-CHANGED"]
    assert at_desk.post(f"{page}bo/", {"seen": fresh(draft).at.isoformat()}).status_code == 302
    assert not Decision.objects.exists()


def test_annual_draft_asks_for_the_reason_to_sign_without_an_opinion(leader_client, walk, rows) -> None:
    cases = walk.on_to_proposed(walk.surveyed(rows.round(), 1), agreed_above=False)
    draft = walk.draft(cases[0].round)
    page = f"/ra-soat/quyet-dinh/{draft.pk}/"
    assert "1 hộ thuộc danh sách cấp trên chưa trả lời" in text(leader_client.get(page))
    signing = {"signed_on": "1/10/2026", "sign": "QĐ-UBND", "signer": "Chủ Tịch Giả"}
    answer = leader_client.post(f"{page}ky/", signing)
    assert codes(answer) == ["REVIEW-DECISION-OPINION"]
    leader_client.post(f"{page}ky/", {**signing, "without_opinion": "quá hạn trả lời"})
    assert fresh(draft).without_opinion == "quá hạn trả lời"


def test_correction_is_drafted_from_the_signed_decision(at_desk, leader_client, walk, rows) -> None:
    case = walk.recognised(rows.round())[0]
    decision = Decision.objects.get()
    page, key = f"/ra-soat/quyet-dinh/{decision.pk}/dinh-chinh/", decision.items.get().pk
    assert "giữ nguyên" in text(at_desk.get(page))
    assert codes(at_desk.post(page, {"reason": "", f"loai-{key}": "none"})) == ["REVIEW-DECIDING-REASON"]
    answer = at_desk.post(page, {"reason": "nhầm", f"loai-{key}": ""})
    assert codes(answer) == ["REVIEW-CORRECTION-NOTHING"]
    at_desk.post(page, {"reason": "nhập nhầm điểm", f"loai-{key}": "near_poor"})
    correction = Decision.objects.get(kind="correction")
    leader_client.post(
        f"/ra-soat/quyet-dinh/{correction.pk}/ky/", {"signed_on": "15/10/2026", "sign": "QĐ-UBND", "signer": "Chủ Tịch"}
    )
    assert HouseholdClass.objects.get(household=case.household, voided_by=None).value == "near_poor"
    shown = text(at_desk.get(f"/ra-soat/quyet-dinh/{decision.pk}/"))
    assert "Đã được đính chính bằng" in shown
    assert "đính chính bằng 02/QĐ-UBND" in shown


def test_household_left_out_of_an_opening_list_is_found_and_added(at_desk, walk, rows, neighbours, family) -> None:
    """A person's number is not their household's: the neighbours came first."""
    assert family["Bình"].pk != family.household.pk
    listed = walk.households(1)[0]
    opened = enter_opening_list(
        by=walk.officer, unit=rows.unit, printed=Printed(9, date(2025, 12, 20), "Chủ Tịch Cũ"),
        effective_from=date(2026, 1, 1), items=[Listed(listed, "poor")],
    )  # fmt: skip
    page = f"/ra-soat/quyet-dinh/{opened.pk}/dinh-chinh/"
    shown = at_desk.get(f"{page}?tim=nguyen+van+binh")
    assert f"them-{family.household.pk}" in text(shown)
    at_desk.post(page, {"reason": "sót", f"them-{family.household.pk}": "poor"})
    assert Decision.objects.get(kind="correction").items.get().household == family.household


def test_opening_list_is_chosen_village_by_village(at_desk, walk, rows, family, register, villages) -> None:
    away = register((PersonValues("Lê Văn Xa"), "head"), village=villages[1])
    page = "/ra-soat/danh-sach-truoc/"
    assert "Chọn hộ của một thôn" in text(at_desk.get(page))
    shown = at_desk.get(f"{page}?thon={rows.village.pk}")
    assert f"ho-{family.household.pk}" in text(shown)
    assert f"ho-{away.household.pk}" not in text(shown)
    sent = {
        "serial": "125", "sign": "QĐ-UBND", "signed_on": "20/12/2025", "signer": "Chủ Tịch Cũ",
        "effective_from": "1/1/2026", f"ho-{family.household.pk}": "poor",
    }  # fmt: skip
    answer = at_desk.post(page, {**sent, "signed_on": ""})
    assert "REGISTER-FORM-DAY" in codes(answer)
    assert [(each.household, each.value) for each in answer.context["choices"]] == [(family.household.pk, "poor")]
    assert at_desk.post(page, sent).status_code == 302
    assert HouseholdClass.objects.get().value == "poor"
    assert "hộ nghèo, 01/01/2026" in text(at_desk.get(f"{page}?thon={rows.village.pk}"))


def test_opening_list_is_read_from_excel_and_looked_at_first(at_desk, walk, rows, family, neighbours) -> None:
    import xlsxwriter

    content = BytesIO()
    book = xlsxwriter.Workbook(content)
    sheet = book.add_worksheet("Danh sách")
    lines = [
        ["STT", "Họ và tên chủ hộ", "Năm sinh", "Số CCCD", "Thôn", "Phân loại hộ"],
        [1, "Nguyễn Văn Bình", 1975, "038075000001", "Thôn Thử 1", "Hộ nghèo"],
        [2, "LÊ VĂN DŨNG", 1980, "", "Thôn Thử 1", "HCN"],
        [3, "Người Không Có", 1980, "", "Thôn Thử 2", "Hộ nghèo"],
        [4, "Nguyễn Văn Bình", 1975, "038075000001", "Thôn Thử 1", "Hộ nghèo"],
        [5, "Lê Văn Dũng", 1980, "", "Thôn Thử 1", "khá giả"],
    ]
    for number, line in enumerate(lines):
        sheet.write_row(number, 0, line)
    book.close()
    file = SimpleUploadedFile("ho-ngheo.xlsx", content.getvalue())
    answer = at_desk.post("/ra-soat/danh-sach-truoc/", {"lam": "doc", "file": file})
    found = {each.household: each.value for each in answer.context["choices"]}
    assert found == {family.household.pk: "poor", neighbours.household.pk: "near_poor"}
    assert [(row.row, row.why) for row, _why in answer.context["left_out"]] == [
        (4, "not_found"), (5, "twice"), (6, "no_class"),
    ]  # fmt: skip
    assert not Decision.objects.exists()
    broken = SimpleUploadedFile("ho-ngheo.xlsx", b"khong phai excel")
    answer = at_desk.post("/ra-soat/danh-sach-truoc/", {"lam": "doc", "file": broken})
    assert (answer.status_code, answer.context["file_problem"]["code"]) == (422, "LIST-UNREADABLE")


def test_certificates_are_issued_listed_and_replaced(at_desk, walk, rows) -> None:
    cases = walk.recognised(rows.round(), 2)
    page = "/ra-soat/giay-chung-nhan/"
    assert "Chưa cấp giấy nào cho năm 2026" in text(at_desk.get(f"{page}?nam=2026"))
    shown = text(at_desk.get(f"{page}?nam=2027"))
    assert "2 hộ chờ giấy chứng nhận" in shown
    assert "Trần Giả Chủ Tịch" in shown, "who signed the decision is proposed"
    assert codes(at_desk.post(page, {"issued_on": "1/9/2026", "signer": "Chủ Tịch"})) == ["REVIEW-CERTIFICATE-DAY"] * 2
    at_desk.post(page, {"issued_on": "5/10/2026", "signer": "Chủ Tịch"})
    shown = text(at_desk.get(page))
    assert "Đã cấp 2 giấy mới, xác nhận năm cho 0 giấy đã có." in shown
    lost = Certificate.objects.get(household=cases[0].household)
    households.birth(
        by=walk.officer, household=cases[0].household, on=date(2026, 10, 20), newborn=PersonValues("Nguyễn Thị Mới")
    )
    changed = at_desk.get(f"{page}?loc=thay-doi").context["page"].object_list
    assert [each.pk for each in changed] == [lost.pk]
    table = at_desk.get(f"{page}danh-sach.csv?loc=thay-doi").content.decode("utf-8-sig").splitlines()
    assert (len(table), table[0].split(";")[0], table[1].split(";")[-1]) == (2, "Số", "thay đổi thành viên")
    assert at_desk.get(f"{page}danh-sach.xlsx").status_code == 200
    one = f"{page}{lost.pk}/"
    assert "20/10/2026: Nguyễn Thị Mới, thêm vào hộ" in text(at_desk.get(one))
    assert codes(at_desk.post(one, {"issued_on": "21/10/2026", "reason": ""})) == ["REVIEW-DECIDING-REASON"]
    at_desk.post(one, {"issued_on": "21/10/2026", "reason": "bị mất"})
    assert "Giấy này đã được cấp lại." in text(at_desk.get(one))
    assert "cấp lại" in text(at_desk.get(f"{page}?tim={lost.household.memberships.first().person.given_name}"))


def test_round_is_closed_from_its_page(at_desk, walk, rows) -> None:
    cases = walk.proposed(rows.round("monthly"), 1, form="review")
    page = f"/ra-soat/dot/{cases[0].round_id}/ket-thuc/"
    assert "Còn 1 hộ chưa có kết quả cuối cùng." in text(at_desk.get(page))
    assert codes(at_desk.post(page)) == ["REVIEW-ROUND-LEFT"]
    walk.sign(walk.draft(cases[0].round))
    at_desk.post(page)
    assert fresh(cases[0].round).state == "closed"
    assert "Đợt đã kết thúc lúc" in text(at_desk.get(page))
    assert "chỉ để xem" in text(at_desk.get(f"/ra-soat/dot/{cases[0].round_id}/quyet-dinh/"))


# --- who sees what, and how much is asked


def addresses(walk, rows) -> dict[str, str]:
    """Every page with something on it."""
    cases = walk.surveyed(rows.round(), 3)
    round_ = cases[0].round
    meeting = walk.meet(cases[:2])
    posting = walk.put_up(round_)
    said = Said(PUT_UP, "Hàng Xóm Giả", "Có máy cày")
    complaint = complaints.receive_complaint(by=walk.officer, case=cases[0], said=said)
    proposal = walk.propose(round_)
    asked = opinions.ask_opinion(by=walk.officer, proposal=proposal, sent_on=ASKED)
    opinions.record_opinion(by=walk.officer, opinion=asked, answered_on=ASKED, agrees=True)
    decision = walk.sign(walk.draft(round_))
    issued = certificates.issue_certificates(
        by=walk.officer, unit=rows.unit, year=2027, issued_on=SIGNED, signer="Chủ Tịch Giả"
    )
    root, of = "/ra-soat/", f"/ra-soat/dot/{round_.pk}/"
    return {
        **{name: f"{of}{name}/" for name in ("hop-dan", "niem-yet", "y-kien", "trinh", "quyet-dinh", "ket-thuc")},
        "meeting": f"{root}hop-dan/{meeting.pk}/", "posting": f"{root}niem-yet/{posting.pk}/",
        "complain": f"{root}y-kien/ghi/?ho={cases[0].pk}", "complaint": f"{root}y-kien/{complaint.pk}/",
        "proposal": f"{root}trinh/{proposal.pk}/", "decision": f"{root}quyet-dinh/{decision.pk}/",
        "certificate": f"{root}giay-chung-nhan/{issued.certificates[0].pk}/",
        "plan": f"{of}hop-dan/lap/?thon={rows.village.pk}",
        "correct": f"{root}quyet-dinh/{decision.pk}/dinh-chinh/",
    }  # fmt: skip


WRITES = {"complain", "plan", "correct"}  # pages that are forms and nothing else


def test_pages_of_another_commune_do_not_exist(walk, rows, at_desk, other_officer_client, province_client) -> None:
    for name, address in addresses(walk, rows).items():
        assert at_desk.get(address).status_code == 200, name
        assert other_officer_client.get(address).status_code == 404, name
        assert province_client.get(address).status_code == (403 if name in WRITES else 200), name


def test_who_only_reads_is_refused_to_write(walk, rows, province_client) -> None:
    pages = addresses(walk, rows)
    for name in ("trinh", "quyet-dinh", "ket-thuc"):
        answer = province_client.post(pages[name], {"loai": "cong-nhan", "on": "1/10/2026"})
        assert answer.status_code in (403, 422), name
    assert Proposal.objects.count() == 1
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("name", ["hop-dan", "meeting", "niem-yet", "posting", "y-kien", "trinh", "proposal",
                                  "quyet-dinh", "decision", "certificate"])  # fmt: skip
def test_queries_of_a_page_do_not_grow_with_households(walk, rows, at_desk, name) -> None:
    def asked(number: int, ordinal: int) -> int:
        cases = walk.surveyed(rows.round("monthly", ordinal=ordinal), number, form="review")
        round_ = cases[0].round
        meeting = walk.meet(cases)
        posting = walk.put_up(round_)
        proposal = walk.propose(round_, only=[each.pk for each in cases[1:]])
        decision = walk.draft(round_)
        pages = {
            "meeting": f"hop-dan/{meeting.pk}/", "posting": f"niem-yet/{posting.pk}/",
            "proposal": f"trinh/{proposal.pk}/", "decision": f"quyet-dinh/{decision.pk}/",
        }  # fmt: skip
        if name == "certificate":
            walk.sign(decision)
            made = certificates.issue_certificates(
                by=walk.officer, unit=rows.unit, year=decision.effective_from.year, issued_on=SIGNED, signer="A"
            )
            pages["certificate"] = f"giay-chung-nhan/{made.certificates[0].pk}/"
        at_desk.get("/ra-soat/quyet-dinh/")
        with CaptureQueriesContext(connection) as found:
            assert at_desk.get(f"/ra-soat/{pages.get(name, f'dot/{round_.pk}/{name}/')}").status_code == 200
        return len(found)

    assert asked(3, 1) == asked(9, 2)


def test_deadlines_say_what_is_late_and_where_their_days_come_from(at_desk, walk, rows) -> None:
    round_ = rows.round("monthly")
    cases = walk.surveyed(round_, 1, form="review")
    walk.meet(cases)
    walk.put_up(round_)
    complaints.receive_complaint(
        by=walk.officer, case=fresh(cases[0]), said=Said(MET.replace(day=14), "Hàng Xóm Giả", "Có máy cày")
    )
    lines = at_desk.get(f"/ra-soat/dot/{round_.pk}/quyet-dinh/").context["due"]
    assert [(str(each.title), each.day, each.kind) for each in lines] == [
        ("Ra quyết định", date(2026, 9, 16), "error"),
        ("Phúc tra và trả lời ý kiến", date(2026, 9, 23), "error"),
    ]
    assert lines[0].source == "24/2021/QĐ-TTg, Điều 5"


def test_papers_are_offered_where_somebody_makes_them(at_desk, leader_client, walk, rows, monkeypatch) -> None:
    from giamngheo.office.review_deciding import decisions, postings, ways

    cases = walk.proposed(rows.round("monthly"), 1, "not_poor", form="review")
    signed = walk.sign(walk.draft(cases[0].round, "refusal"))
    posting, page = Posting.objects.get(), f"/ra-soat/quyet-dinh/{signed.pk}/"

    def made(name: str, *args, kind: str = "", pk: int = 0, form: str = "") -> str:
        return f"/giay/{kind}/{pk}.{form}" if name == "office:review-paper" else ""

    monkeypatch.setattr(ways, "way_to", made)
    monkeypatch.setattr(decisions, "way_to", made)
    assert f"/giay/niem-yet/{posting.pk}.pdf" in text(at_desk.get(f"/ra-soat/niem-yet/{posting.pk}/"))
    assert f"/giay/khong-cong-nhan/{signed.items.get().pk}.pdf" in text(at_desk.get(page))
    monkeypatch.setattr(ways, "way_to", lambda *_args, **_values: "")
    monkeypatch.setattr(decisions, "way_to", lambda *_args, **_values: "")
    assert "PDF" not in text(at_desk.get(f"/ra-soat/niem-yet/{posting.pk}/"))
    assert "PDF" not in text(at_desk.get(page))
    assert postings.papers is ways.papers
