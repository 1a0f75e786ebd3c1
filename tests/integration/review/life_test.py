"""The household's time line tells its whole way through a round, and of nobody who complained."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.office.households.life import reviewed, whole_life
from giamngheo.office.households.reviewed import of_review
from giamngheo.review.actions import complaints
from giamngheo.review.deciding_values import Said
from giamngheo.review.models import Screening
from giamngheo.review.queries.life import review_life
from tests.integration.review.deciding import PUT_UP, SURVEYED, fresh

pytestmark = pytest.mark.django_db
CHECKED, AGAIN = date(2026, 9, 18), date(2026, 9, 24)


@pytest.fixture
def complained(walk, rows):
    """Asked, screened, posted, complained about, checked again, posted again, handed up, agreed above, refused."""
    (case,) = walk.surveyed(rows.round(), 1, "poor", form="review")
    Screening.objects.create(
        case=case, number=1, answers={}, criteria=1, to_be_reviewed=True, screened_on=SURVEYED, screened_by="Người Giả"
    )
    walk.meet([case])
    walk.put_up(case.round)
    said = Said(PUT_UP, "Hàng Xóm Giả", "Nhà có máy cày mới")
    complaint = complaints.receive_complaint(by=walk.officer, case=fresh(case), said=said)
    walk.survey(fresh(case), "not_poor", "recheck", on=CHECKED)
    complaints.answer_complaint(
        by=walk.officer, complaint=complaint, answered_on=CHECKED, upheld=True, content="Đúng như ý kiến"
    )
    walk.put_up(case.round, on=CHECKED, after_recheck=True)
    walk.agree_above(walk.propose(case.round, on=AGAIN), on=AGAIN)
    walk.sign(walk.draft(case.round, "refusal"))
    return fresh(case)


def test_whole_way_of_a_household_is_told_in_the_order_of_days(complained, officer, django_assert_max_num_queries):
    home = complained.household
    with django_assert_max_num_queries(15):
        life = review_life(officer, home)
    told = of_review(life)
    lines = {each["review"]["kind"]: each["review"]["text"] for each in told}
    assert list(reversed([each["review"]["kind"] for each in whole_life([], [], life)])) == [
        "Giấy đề nghị", "Phiếu A", "Khảo sát", "Họp thôn", "Niêm yết", "Ý kiến, khiếu nại", "Khảo sát", "Niêm yết lại",
        "Trả lời ý kiến", "Trình danh sách", "Ý kiến cấp trên", "Quyết định",
    ]  # fmt: skip
    assert lines["Niêm yết"] == "Thôn Thử 1, đến hết ngày 16/09/2026: hộ nghèo"
    assert lines["Niêm yết lại"] == "Thôn Thử 1, đến hết ngày 23/09/2026: hộ không nghèo"
    assert lines["Trả lời ý kiến"] == "chấp nhận ý kiến nhận ngày 11/09/2026"
    assert lines["Ý kiến cấp trên"].endswith(": thống nhất")
    assert lines["Quyết định"].endswith("văn bản không công nhận")
    assert all(each["review"]["where"] for each in told)
    assert "Hàng Xóm" not in str(told)


def test_page_leads_to_each_step_and_another_commune_is_told_nothing(complained, officer_client, other_officer):
    page = officer_client.get(f"/ho-dan/{complained.household_id}/").content.decode()
    posting = complained.posting_items.earliest("pk").posting_id
    assert f'<a href="/ra-soat/niem-yet/{posting}/">Thôn Thử 1' in page
    assert f'<a href="/ra-soat/y-kien/{complained.complaints.get().pk}/">' in page
    assert whole_life([], [], reviewed(other_officer, complained.household)) == []
