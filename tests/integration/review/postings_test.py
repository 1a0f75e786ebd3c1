"""Posting, complaints, rechecks, proposals, the higher level's opinion: their days, and what keeps a household back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giamngheo.review.actions import complaints, opinions, postings
from giamngheo.review.deciding_values import Said
from giamngheo.review.keeping.readiness import standing, undecided, why
from giamngheo.review.models import Complaint, HigherOpinion, Posting, ReviewCase
from tests.integration.review.deciding import ASKED, ENDS, MET, PROPOSED, PUT_UP, fresh, refusal, states

pytestmark = pytest.mark.django_db
CHECKED = date(2026, 9, 18)


def complain(walk, case, on: date = PUT_UP, **values) -> Complaint:
    said = Said(on, "Hàng Xóm Giả", "Nhà có máy cày mới", **values)
    return complaints.receive_complaint(by=walk.officer, case=case, said=said)


def answer(walk, complaint, on: date = CHECKED, content: str = "Đã kiểm tra lại, giữ nguyên kết quả"):
    return complaints.answer_complaint(
        by=walk.officer, complaint=complaint, answered_on=on, upheld=False, content=content
    )


@pytest.fixture
def posted(walk, rows) -> list[ReviewCase]:
    cases = walk.surveyed(rows.round(), 2)
    walk.meet(cases)
    walk.put_up(cases[0].round)
    return [fresh(each) for each in cases]


def test_posting_takes_the_agreed_households_of_one_village_for_three_working_days(walk, rows, villages) -> None:
    round_ = rows.round()
    cases = walk.surveyed(round_, 3)
    walk.meet(cases[:2])
    posting = walk.put_up(round_)
    assert states(cases) == ["posted", "posted", "surveyed"]
    assert (posting.number, posting.starts_on, posting.ends_on) == (1, PUT_UP, ENDS)  # Friday, then Wednesday
    assert refusal(lambda: walk.put_up(round_)) == ["POSTING-NONE"]
    assert refusal(lambda: walk.put_up(round_, village=villages[1])) == ["POSTING-NONE"]


def test_public_holidays_do_not_count_as_days_of_posting(walk, rows) -> None:
    round_ = rows.round()
    case = walk.survey(walk.case(round_), on=date(2026, 8, 20))
    walk.meet([case], on=date(2026, 8, 21))
    posting = walk.put_up(round_, on=date(2026, 8, 28))
    assert posting.ends_on == date(2026, 9, 7)  # 31/8 (exchanged), 1/9 and 2/9 are days off


def test_posting_is_not_before_the_meeting_nor_far_ahead_nor_nowhere(walk, rows, elsewhere) -> None:
    round_ = rows.round()
    cases = walk.surveyed(round_, 1)
    walk.meet(cases)
    assert refusal(lambda: walk.put_up(round_, on=MET - timedelta(days=1))) == ["POSTING-BEFORE"]
    assert refusal(lambda: walk.put_up(round_, on=date(2062, 9, 11))) == ["POSTING-FAR"]
    assert refusal(lambda: walk.put_up(round_, village=elsewhere)) == ["VILLAGE"]
    assert refusal(lambda: walk.put_up(round_, village=None)) == ["VILLAGE"]
    assert refusal(
        lambda: postings.put_up(by=None, round_=round_, village=rows.village, starts_on=PUT_UP, places=" ")
    ) == ["FIELD-EMPTY"]
    assert walk.put_up(round_, on=MET).starts_on == MET


def test_chosen_households_are_posted_and_the_others_later(walk, rows) -> None:
    round_ = rows.round()
    cases = walk.surveyed(round_, 2)
    walk.meet(cases)
    walk.put_up(round_, only=[cases[1].pk])
    assert states(cases) == ["agreed", "posted"]
    assert walk.put_up(round_).number == 2


def test_income_path_is_posted_at_the_office_for_five_working_days(walk, rows) -> None:
    round_ = rows.round("average_living_standard")
    cases = walk.surveyed(round_, 2, "average_living_standard", form="average_living_standard")
    posting = walk.put_up(round_)
    assert (posting.village, posting.ends_on) == (None, date(2026, 9, 18))
    assert states(cases) == ["posted", "posted"]


def test_complaint_is_checked_again_posted_again_and_then_proposed(walk, posted) -> None:
    case = posted[0]
    complaint = complain(walk, case)
    assert complaint.answer_due == date(2026, 9, 22)  # seven working days after Friday 11/9
    assert states(posted) == ["rechecking", "posted"]
    walk.propose(case.round)
    assert states(posted) == ["rechecking", "proposed"], "it holds back its own household only"
    walk.survey(fresh(case), "near_poor", "recheck", on=CHECKED)
    answer(walk, complaint)
    again = walk.put_up(case.round, on=CHECKED, after_recheck=True)
    assert (again.number, again.after_recheck, again.ends_on) == (2, True, date(2026, 9, 23))
    assert refusal(lambda: walk.propose(case.round, on=again.ends_on)) == ["PROPOSAL-NONE"]
    walk.propose(case.round, on=date(2026, 9, 24))
    assert states([case]) == ["proposed"]


def test_recheck_waits_for_its_result_and_the_answer_for_the_recheck(walk, posted) -> None:
    case = posted[0]
    complaint = complain(walk, case)
    assert refusal(lambda: walk.put_up(case.round, after_recheck=True)) == ["POSTING-NONE"]
    assert refusal(lambda: answer(walk, complaint)) == ["ANSWER-RECHECK"]
    walk.survey(fresh(case), "poor", "recheck", on=CHECKED)
    assert refusal(lambda: answer(walk, complaint, CHECKED - timedelta(days=1))) == ["ANSWER-DAY"]
    assert refusal(lambda: answer(walk, complaint, date(2099, 1, 1))) == ["DAY-FUTURE"]
    assert refusal(lambda: answer(walk, complaint, content=" ")) == ["FIELD-EMPTY"]
    answer(walk, complaint)
    assert refusal(lambda: answer(walk, complaint)) == ["ANSWERED"]


def test_result_of_a_recheck_may_also_be_met_about_again(walk, posted) -> None:
    case = posted[0]
    complaint = complain(walk, case)
    walk.survey(fresh(case), "near_poor", "recheck", on=CHECKED)
    walk.meet([fresh(case)], on=CHECKED)
    answer(walk, complaint)
    assert walk.put_up(case.round, on=CHECKED, after_recheck=True).items.count() == 1


def test_unanswered_complaint_keeps_its_household_back_after_the_second_posting(walk, posted) -> None:
    case = posted[0]
    complaint = complain(walk, case)
    walk.survey(fresh(case), "poor", "recheck", on=CHECKED)
    walk.put_up(case.round, on=CHECKED, after_recheck=True)
    day = date(2026, 9, 25)
    assert refusal(lambda: walk.propose(case.round, on=day, only=[case.pk])) == ["PROPOSAL-NOT-READY"]
    answer(walk, complaint)
    walk.propose(case.round, on=day, only=[case.pk])


def test_late_complaint_needs_the_committees_reason(walk, posted) -> None:
    late = ENDS + timedelta(days=1)
    assert refusal(lambda: complain(walk, posted[0], late)) == ["COMPLAINT-LATE"]
    taken = complain(walk, posted[0], late, accepted_because="người dân đi vắng")
    assert (taken.late, fresh(posted[0]).state) == (True, "rechecking")
    assert not complain(walk, posted[1], ENDS).late


def test_complaint_is_of_a_posted_result_and_says_something(walk, rows, posted) -> None:
    (surveyed,) = walk.surveyed(posted[0].round, 1)
    assert refusal(lambda: complain(walk, surveyed)) == ["COMPLAINT-STATE"]
    assert refusal(lambda: complain(walk, posted[0], PUT_UP - timedelta(days=1))) == ["COMPLAINT-DAY"]
    said = Said(PUT_UP, " ", "")
    assert refusal(lambda: complaints.receive_complaint(by=walk.officer, case=posted[0], said=said)) == [
        "FIELD-EMPTY", "FIELD-EMPTY",
    ]  # fmt: skip
    complain(walk, posted[0])
    complain(walk, posted[0], ENDS)
    assert fresh(posted[0]).complaints.count() == 2, "a second one while it is checked is kept beside the first"
    walk.propose(posted[0].round)
    assert refusal(lambda: complain(walk, posted[1], PROPOSED, accepted_because="muộn")) == ["COMPLAINT-STATE"]


def test_second_officer_is_told_of_the_first_ones_complaint(walk, posted) -> None:
    seen = posted[0].step
    complain(walk, posted[0])
    said = Said(PUT_UP, "Người Giả", "Trùng")
    assert refusal(lambda: complaints.receive_complaint(by=walk.leader, case=posted[0], said=said, seen=seen)) == [
        "STALE"
    ]


def test_income_path_goes_on_after_a_recheck_without_a_second_posting(walk, rows) -> None:
    round_ = rows.round("average_living_standard")
    (case,) = walk.surveyed(round_, 1, "average_living_standard", form="average_living_standard")
    walk.put_up(round_)
    complaint = complain(walk, fresh(case))
    assert complaint.answer_due == date(2026, 9, 16)  # three working days
    walk.survey(fresh(case), "none", "recheck", on=CHECKED)
    assert refusal(lambda: walk.propose(round_, on=CHECKED)) == ["PROPOSAL-NONE"]
    answer(walk, complaint)
    walk.propose(round_, on=CHECKED)
    assert states([case]) == ["proposed"]


def test_nothing_is_proposed_on_the_last_day_and_each_waiting_household_says_why(walk, rows, posted) -> None:
    round_ = posted[0].round
    walk.surveyed(round_, 1)
    complain(walk, posted[0])
    assert refusal(lambda: walk.propose(round_, on=ENDS)) == ["PROPOSAL-NONE"]
    assert refusal(lambda: walk.propose(round_, on=date(2099, 1, 1))) == ["DAY-FUTURE"]
    found = [standing(each, round_.kind, ENDS) for each in undecided(round_).order_by("pk")]
    assert [why(each)[0] for each in found] == [
        "đang phúc tra", "niêm yết đến hết ngày 16/9/2026", "đang ở bước “đã khảo sát”, chưa niêm yết",
    ]  # fmt: skip


def test_households_are_handed_up_in_batches(walk, rows) -> None:
    round_ = rows.round()
    cases = walk.surveyed(round_, 3)
    walk.meet(cases)
    walk.put_up(round_)
    first = walk.propose(round_, only=[cases[0].pk])
    second = walk.propose(round_)
    assert [(each.number, each.items.count()) for each in (first, second)] == [(1, 1), (2, 2)]


@pytest.mark.parametrize(("day", "above"), [(date(2026, 9, 18), "38"), (date(2025, 6, 20), "399")])
def test_opinion_is_asked_of_the_unit_above_on_that_day(walk, rows, hoang_phu_new, hoang_phu_old, day, above) -> None:
    """Of the district until 30/06/2025, of the province after: whatever the round's unit is called today."""
    from giamngheo.review.keeping.above import unit_above

    unit = hoang_phu_new if day.year == 2026 else hoang_phu_old
    found = unit_above(unit, day)
    assert found is not None
    assert found.code == above
    assert unit_above(hoang_phu_old, date(2026, 9, 18)).code == "38", "what became of the commune lies in the province"


def test_opinion_takes_a_number_is_due_in_five_working_days_and_is_answered_once(walk, posted) -> None:
    proposal = walk.propose(posted[0].round)
    asked = opinions.ask_opinion(by=walk.officer, proposal=proposal, sent_on=ASKED)
    assert (asked.document.symbol, asked.asked_of.code, asked.due_on) == ("01/BC-UBND", "38", date(2026, 9, 25))
    assert refusal(lambda: opinions.ask_opinion(by=walk.officer, proposal=proposal, sent_on=ASKED)) == ["OPINION-ASKED"]

    def record(on, **values):
        return lambda: opinions.record_opinion(by=walk.officer, opinion=asked, answered_on=on, **values)

    assert refusal(record(ASKED - timedelta(days=1), agrees=True)) == ["OPINION-DAY"]
    assert refusal(record(ASKED, agrees=False)) == ["OPINION-RECHECK"]
    assert refusal(record(ASKED, agrees=False, recheck=[0])) == ["OPINION-RECHECK"]
    record(ASKED, agrees=True, answer="Nhất trí", reference="812/UBND-KGVX")()
    assert refusal(record(ASKED, agrees=True)) == ["OPINION-ANSWERED"]


def test_households_the_higher_level_names_are_checked_again_and_the_others_are_not(walk, posted) -> None:
    round_ = posted[0].round
    proposal = walk.propose(round_)
    asked = opinions.ask_opinion(by=walk.officer, proposal=proposal, sent_on=ASKED)
    opinions.record_opinion(
        by=walk.officer, opinion=asked, answered_on=ASKED, agrees=False, recheck=[posted[0].pk], answer="xem lại"
    )
    assert states(posted) == ["rechecking", "proposed"]
    walk.survey(fresh(posted[0]), "near_poor", "recheck", on=date(2026, 9, 21))
    walk.put_up(round_, on=date(2026, 9, 21), after_recheck=True)
    second = walk.propose(round_, on=date(2026, 9, 25))
    opinions.ask_opinion(by=walk.officer, proposal=second, sent_on=date(2026, 9, 25), serial=44)
    assert HigherOpinion.objects.get(proposal=second).document.symbol == "44/BC-UBND"


def test_other_paths_ask_no_higher_level(walk, rows) -> None:
    cases = walk.surveyed(rows.round("monthly"), 1, form="review")
    walk.meet(cases)
    walk.put_up(cases[0].round)
    proposal = walk.propose(cases[0].round)
    assert refusal(lambda: opinions.ask_opinion(by=walk.officer, proposal=proposal, sent_on=ASKED)) == ["OPINION-PATH"]


def test_queries_of_posting_and_proposing_do_not_grow_with_households(walk, rows) -> None:
    def asked(number: int, kind: str) -> tuple[int, int]:
        cases = walk.surveyed(rows.round(kind), number)
        walk.meet(cases)
        with CaptureQueriesContext(connection) as posting:
            walk.put_up(cases[0].round)
        with CaptureQueriesContext(connection) as proposing:
            walk.propose(cases[0].round)
        return len(posting), len(proposing)

    assert asked(2, "annual") == asked(9, "monthly")
    assert Posting.objects.count() == 2
