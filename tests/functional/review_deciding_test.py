"""The review from the village meeting to the certificate in a browser: a complaint walked, and every page judged."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from giamngheo.review.actions import complaints, opinions
from giamngheo.review.deciding_values import Said
from giamngheo.review.models import Certificate, Complaint, Posting, VillageMeeting
from tests.conftest import PASSWORD
from tests.functional.review_walk_test import decide, propose
from tests.integration.households.conftest import elsewhere, register, villages  # noqa: F401 fixtures
from tests.integration.review.conftest import rows, walk  # noqa: F401 fixtures
from tests.integration.review.deciding import ASKED, PUT_UP, fresh, states

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("GIAMNGHEO_PICTURES", "")  # a folder: each judged page is also kept there as it looks
CHECKED = date(2026, 9, 18)


@pytest.fixture
def at_desk(visitor, officer):
    visitor.sign_in(officer.username, PASSWORD)
    return visitor


@pytest.fixture
def chairman(other_visitor, leader):
    other_visitor.sign_in(leader.username, PASSWORD)
    return other_visitor


def look(visitor, name: str) -> None:
    visitor.judge(name)
    for width in (1280, 360) if PICTURES else ():
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    visitor.page.set_viewport_size({"width": 1280, "height": 800})


def judged(visitor, address: str, name: str) -> None:
    assert visitor.goto(address) == 200, address
    look(visitor, name)


def test_complaint_is_checked_again_answered_and_posted_again(at_desk, walk, rows) -> None:  # noqa: F811
    cases = walk.surveyed(rows.round(), 2)
    walk.meet(cases)
    posting, page = walk.put_up(cases[0].round), at_desk.page
    at_desk.goto(f"/ra-soat/niem-yet/{posting.pk}/")
    page.get_by_role("link", name="Ghi ý kiến").first.click()
    page.get_by_label("Ngày nhận").fill("14/9/2026")
    page.get_by_label("Người có ý kiến").fill("Hàng Xóm Giả")
    page.get_by_label("Nội dung").fill("Nhà có máy cày mới")
    page.get_by_role("button", name="Ghi ý kiến").click()
    page.get_by_text("Đã ghi ý kiến; phúc tra hạn cuối 23/09/2026.").wait_for()
    page.get_by_text("Chưa có kết quả phúc tra.").wait_for()
    complaint = Complaint.objects.get()
    walk.survey(fresh(complaint.case), "near_poor", "recheck", on=CHECKED)
    page.reload()
    page.get_by_label("Ngày trả lời").fill("18/9/2026")
    page.get_by_label("Nội dung trả lời").fill("Đã phúc tra, sửa điểm")
    page.get_by_label("Ý kiến đúng").check()
    page.get_by_role("button", name="Ghi trả lời").click()
    page.get_by_text("Đã ghi trả lời.").wait_for()
    page.get_by_role("link", name="Niêm yết", exact=False).first.click()
    page.get_by_role("link", name="Niêm yết Thôn Thử 1 kết quả phúc tra").click()
    page.get_by_label("Niêm yết từ ngày").fill("18/9/2026")
    page.get_by_role("button", name="Ghi niêm yết").click()
    page.get_by_text("hết ngày 23/09/2026").first.wait_for()
    assert Posting.objects.filter(after_recheck=True).get().items.count() == 1
    page.get_by_role("link", name="Trình danh sách").click()
    page.get_by_label("Ngày trình").fill("24/9/2026")
    page.get_by_role("button", name="Trình danh sách").click()
    page.get_by_text("Đã trình danh sách lần 1.").wait_for()
    assert states(cases) == ["proposed", "proposed"]


def test_income_path_is_walked_by_its_own_days_to_the_signed_decision(at_desk, chairman, walk, rows) -> None:  # noqa: F811
    kind = "average_living_standard"
    (case,) = walk.surveyed(rows.round(kind), 1, kind, form=kind)
    at_desk.goto(f"/ra-soat/dot/{case.round_id}/niem-yet/")
    page = at_desk.page
    page.get_by_text("5 ngày làm việc, không kể ngày dán").wait_for()
    page.locator("main .plain-list").get_by_role("link", name="Niêm yết").click()
    page.get_by_label("Niêm yết từ ngày").fill("11/9/2026")
    page.get_by_role("button", name="Ghi niêm yết").click()
    page.get_by_text("Đã ghi niêm yết, hết ngày 18/09/2026.").wait_for()
    page.get_by_role("link", name="Ghi ý kiến").first.click()
    page.get_by_label("Ngày nhận").fill("14/9/2026")
    page.get_by_label("Người có ý kiến").fill("Hàng Xóm Giả")
    page.get_by_label("Nội dung").fill("Có lương hưu")
    page.get_by_role("button", name="Ghi ý kiến").click()
    page.get_by_text("Đã ghi ý kiến; phúc tra hạn cuối 17/09/2026.").wait_for()  # three working days
    walk.survey(fresh(case), kind, "recheck", on=date(2026, 9, 17))
    page.reload()
    page.get_by_label("Ngày trả lời").fill("17/9/2026")
    page.get_by_label("Nội dung trả lời").fill("Lương hưu đã tính trong thu nhập")
    page.get_by_role("button", name="Ghi trả lời").click()
    page.get_by_text("Đã ghi trả lời.").wait_for()
    propose(page, on="21/9/2026")  # neither a meeting nor a second posting nor the higher level's opinion
    assert page.get_by_role("button", name="Ghi đã gửi xin ý kiến").count() == 0
    decide(at_desk, chairman, on="22/9/2026", number="77")
    assert states([case]) == ["recognised"]


def test_every_page_is_accessible(at_desk, chairman, walk, rows) -> None:  # noqa: F811
    round_ = rows.round()
    of = f"/ra-soat/dot/{round_.pk}/"
    for name in ("hop-dan", "niem-yet", "y-kien", "trinh", "quyet-dinh"):
        judged(at_desk, f"{of}{name}/", f"empty-{name}")
    cases = walk.surveyed(round_, 4, form="review") + walk.surveyed(round_, 1, "not_poor", form="review")
    judged(at_desk, f"{of}hop-dan/lap/?thon={rows.village.pk}", "plan")
    from giamngheo.review.actions import meetings
    from giamngheo.review.deciding_values import Attendee, Vote
    from tests.integration.review.deciding import minutes

    meeting = meetings.plan_meeting(
        by=walk.officer, round_=round_, village=rows.village,
        minutes=minutes(attending=41, attendees=[Attendee("Phạm Giả", "bí thư chi bộ")], signers=["Lê Giả"],
                        opinions="Bà con nhất trí.\nCó một ý kiến khác."),
    )  # fmt: skip
    judged(at_desk, f"/ra-soat/hop-dan/{meeting.pk}/", "votes")
    judged(at_desk, f"/ra-soat/hop-dan/{meeting.pk}/bien-ban/", "minutes")
    votes = {case.pk: Vote(41) for case in cases}
    votes[cases[3].pk] = Vote(19)
    meetings.write_votes(by=walk.officer, meeting=meeting, votes=votes)
    judged(at_desk, f"/ra-soat/hop-dan/{meeting.pk}/", "voted")
    meetings.hold_meeting(by=walk.officer, meeting=meeting)
    judged(at_desk, f"/ra-soat/hop-dan/{meeting.pk}/", "held")
    judged(at_desk, f"{of}hop-dan/", "meetings")
    judged(at_desk, f"{of}niem-yet/ghi/?thon={rows.village.pk}", "put-up")
    posting = walk.put_up(round_)
    judged(at_desk, f"{of}niem-yet/", "postings")
    judged(at_desk, f"/ra-soat/niem-yet/{posting.pk}/", "posting")
    judged(at_desk, f"/ra-soat/y-kien/ghi/?ho={cases[0].pk}", "complain")
    said = Said(PUT_UP, "Hàng Xóm Giả", "Nhà có máy cày mới, thu nhập cao hơn đã khai.")
    complaint = complaints.receive_complaint(by=walk.officer, case=cases[0], said=said)
    judged(at_desk, f"/ra-soat/y-kien/{complaint.pk}/", "complaint")
    judged(at_desk, f"{of}y-kien/", "complaints")
    walk.survey(fresh(cases[0]), "near_poor", "recheck", on=CHECKED)
    judged(at_desk, f"/ra-soat/y-kien/{complaint.pk}/", "answer")
    judged(at_desk, f"{of}trinh/", "proposals")
    proposal = walk.propose(round_)
    judged(at_desk, f"/ra-soat/trinh/{proposal.pk}/", "ask")
    asked = opinions.ask_opinion(by=walk.officer, proposal=proposal, sent_on=ASKED)
    judged(at_desk, f"/ra-soat/trinh/{proposal.pk}/", "asked")
    judged(at_desk, f"{of}quyet-dinh/", "decide")
    draft, refusal = walk.draft(round_), walk.draft(round_, "refusal")
    judged(at_desk, f"/ra-soat/quyet-dinh/{draft.pk}/", "draft")
    judged(chairman, f"/ra-soat/quyet-dinh/{draft.pk}/", "sign")
    judged(chairman, f"/ra-soat/quyet-dinh/{refusal.pk}/", "refusal")
    opinions.record_opinion(by=walk.officer, opinion=asked, answered_on=ASKED, agrees=True, answer="Nhất trí.")
    walk.sign(draft)
    judged(chairman, "/ra-soat/quyet-dinh/", "decisions")
    judged(at_desk, f"/ra-soat/quyet-dinh/{draft.pk}/", "signed")
    judged(at_desk, f"/ra-soat/quyet-dinh/{draft.pk}/dinh-chinh/", "correct")
    judged(at_desk, "/ra-soat/giay-chung-nhan/?nam=2027", "certificates-due")
    at_desk.page.get_by_role("button", name="Cấp cho tất cả").click()
    at_desk.page.get_by_text("Đã cấp 2 giấy mới").wait_for()
    look(at_desk, "certificates")
    judged(at_desk, f"/ra-soat/giay-chung-nhan/{Certificate.objects.first().pk}/", "certificate")
    judged(at_desk, f"{of}ket-thuc/", "close")
    assert VillageMeeting.objects.count() == 1


def test_opening_list_and_refused_forms_are_accessible(at_desk, walk, rows) -> None:  # noqa: F811
    walk.households(3)
    judged(at_desk, f"/ra-soat/danh-sach-truoc/?thon={rows.village.pk}", "opening")
    at_desk.page.get_by_label("Số quyết định").fill("0")
    at_desk.page.get_by_label("Ngày quyết định").fill("31/02/2026")
    at_desk.page.get_by_label("Người ký").fill("Chủ Tịch Cũ")
    at_desk.page.get_by_role("button", name="Ghi danh sách").click()
    at_desk.page.get_by_text("Chưa ghi được").wait_for()
    look(at_desk, "opening-refused")
    at_desk.complaints.clear()  # a refusal is answered with 422
