"""The village meeting: who agreed decides what becomes of a household; what was held stands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.audit.models import Event
from giamngheo.review.actions import meetings
from giamngheo.review.actions.round_closing import close_round
from giamngheo.review.deciding_values import Attendee, Vote
from giamngheo.review.models import VillageMeeting
from giamngheo.review.problems import Refused
from giamngheo.review.triggers import kept
from tests.integration.review.deciding import MET, SURVEYED, at, fresh, minutes, refusal, states, votes_of

pytestmark = pytest.mark.django_db


def planned(walk, round_, **values) -> VillageMeeting:
    return meetings.plan_meeting(by=walk.officer, round_=round_, village=walk.rows.village, minutes=minutes(**values))


def test_half_of_those_attending_is_enough_and_less_is_not(walk, rows) -> None:
    round_ = rows.round()
    cases = walk.surveyed(round_, 3)
    meeting = planned(walk, round_, attending=21)
    votes = {cases[0].pk: Vote(11), cases[1].pk: Vote(10), cases[2].pk: Vote(21)}
    meetings.write_votes(by=walk.officer, meeting=meeting, votes=votes)
    meetings.hold_meeting(by=walk.officer, meeting=meeting)
    assert states(cases) == ["agreed", "resurvey", "agreed"]
    assert {each.steps.last().by for each in cases} == {walk.officer}
    assert Event.objects.filter(action="review.hold_meeting", subject_id=meeting.pk).get().after == {
        "agreed": 2, "resurvey": 1,
    }  # fmt: skip


def test_after_less_than_half_it_is_surveyed_and_met_again(walk, rows) -> None:
    (case,) = walk.surveyed(rows.round(), 1)
    walk.meet([case], agreeing=9, attending=20)
    walk.survey(fresh(case), "near_poor", "resurvey", on=date(2026, 9, 12))
    second = walk.meet([fresh(case)], agreeing=10, attending=20, on=date(2026, 9, 14))
    assert second.number == 2
    assert states([case]) == ["agreed"]


def test_household_without_a_vote_waits_for_the_next_meeting(walk, rows) -> None:
    first, second = walk.surveyed(rows.round(), 2)
    walk.meet([first])
    assert states([first, second]) == ["agreed", "surveyed"]


def test_minutes_are_kept_with_names_and_signers(walk, rows) -> None:
    meeting = planned(walk, rows.round())
    meetings.write_minutes(
        by=walk.officer, meeting=meeting, seen=meeting.at,
        minutes=minutes(attending=3, attendees=[Attendee("Phạm  Giả", "Trưởng thôn"), Attendee(" ")],
                        signers=["Lê Giả", ""], opinions="Đề nghị xem lại\nnhà ông Giả."),
    )  # fmt: skip
    meeting = fresh(meeting)
    assert [(each.name, each.post) for each in meeting.attendees.all()] == [("Phạm Giả", "Trưởng thôn")]
    assert meeting.household_signers == ["Lê Giả"]
    assert meeting.opinions == "Đề nghị xem lại\nnhà ông Giả."


def test_second_writer_is_told_who_wrote(walk, rows) -> None:
    meeting = planned(walk, rows.round())
    meetings.write_minutes(by=walk.leader, meeting=meeting, minutes=minutes(attending=30), seen=meeting.at)
    with pytest.raises(Refused, match="Người thử lanh-dao đã ghi vào đây"):
        meetings.write_minutes(by=walk.officer, meeting=meeting, minutes=minutes(attending=20), seen=meeting.at)
    assert fresh(meeting).attending == 30


def test_meeting_is_planned_in_paths_that_have_one_and_once_a_village(walk, rows, elsewhere) -> None:
    round_ = rows.round()
    planned(walk, round_)
    assert refusal(lambda: planned(walk, round_)) == ["MEETING-OPEN"]
    assert refusal(lambda: planned(walk, rows.round("average_living_standard"))) == ["MEETING-PATH"]
    other = rows.round("monthly")
    assert refusal(
        lambda: meetings.plan_meeting(by=walk.officer, round_=other, village=elsewhere, minutes=minutes())
    ) == ["VILLAGE"]
    assert refusal(
        lambda: meetings.plan_meeting(
            by=walk.officer, round_=other, village=rows.village,
            minutes=minutes(ends_at=at(MET, 11))._replace(place=" ", chair=""),
        )
    ) == ["FIELD-EMPTY", "FIELD-EMPTY", "MEETING-TIME"]  # fmt: skip


def test_what_keeps_a_meeting_from_being_closed_is_said_at_once(walk, rows) -> None:
    round_ = rows.round()
    case, late = walk.surveyed(round_, 2)
    meeting = planned(walk, round_, day=date(2099, 1, 1), attending=0)
    assert refusal(lambda: meetings.hold_meeting(by=walk.officer, meeting=meeting)) == [
        "MEETING-NOT-YET", "MEETING-NOBODY", "MEETING-NO-VOTES",
    ]  # fmt: skip
    meetings.write_votes(by=walk.officer, meeting=meeting, votes={case.pk: Vote(5), late.pk: Vote(9)})
    meetings.write_minutes(by=walk.officer, meeting=meeting, minutes=minutes(SURVEYED - timedelta(days=1), 7))
    walk.survey(fresh(case), "near_poor")
    assert refusal(lambda: meetings.hold_meeting(by=walk.officer, meeting=meeting)) == [
        "VOTE-OLD", "VOTE-BEFORE-SURVEY", "VOTE-MANY", "VOTE-BEFORE-SURVEY",
    ]  # fmt: skip
    assert states([case, late]) == ["surveyed", "surveyed"]


def test_votes_are_of_surveyed_households_of_the_village_and_not_more_than_attended(walk, rows, neighbours) -> None:
    round_ = rows.round()
    (case,) = walk.surveyed(round_, 1)
    listed = walk.case(round_)
    meeting = planned(walk, round_, attending=20)

    def write(**votes):
        return lambda: meetings.write_votes(by=walk.officer, meeting=meeting, votes=votes["votes"])

    assert refusal(write(votes={listed.pk: Vote(1)})) == ["VOTE-CASE"]
    assert refusal(write(votes={case.pk: Vote(21)})) == ["VOTE-MANY"]
    write(votes={case.pk: Vote(20)})()
    write(votes={})()
    assert votes_of(meeting) == {}


def test_held_meeting_stands_and_a_planned_one_can_be_dropped(walk, rows) -> None:
    round_ = rows.round()
    (case,) = walk.surveyed(round_, 1)
    held = walk.meet([case])
    for call in (
        lambda: meetings.write_minutes(by=walk.officer, meeting=held, minutes=minutes()),
        lambda: meetings.hold_meeting(by=walk.officer, meeting=held),
        lambda: meetings.drop_meeting(by=walk.officer, meeting=held, reason="nhầm"),
    ):
        assert refusal(call) == ["MEETING-HELD"]
    meeting = planned(walk, round_)
    assert refusal(lambda: meetings.drop_meeting(by=walk.officer, meeting=meeting, reason=" ")) == ["FIELD-EMPTY"]
    meetings.drop_meeting(by=walk.officer, meeting=meeting, reason="mưa bão, không họp")
    assert list(VillageMeeting.objects.all()) == [held]


def test_meeting_of_a_round_that_ended_is_not_written(walk, rows) -> None:
    round_ = rows.round()
    meeting = planned(walk, round_)
    close_round(by=walk.officer, round_=round_)
    assert refusal(lambda: meetings.write_minutes(by=walk.officer, meeting=meeting, minutes=minutes())) == [
        "ROUND-STATE"
    ]


def test_database_refuses_more_agreeing_than_attended(walk, rows) -> None:
    (case,) = walk.surveyed(rows.round(), 1)
    meeting = rows.meeting(case.round, {fresh(case): 21}, attending=20, held=False)
    with pytest.raises(IntegrityError, match=kept.TOO_MANY), transaction.atomic():
        VillageMeeting.objects.filter(pk=meeting.pk).update(held_at=meeting.starts_at)


def test_strangers_and_reviewers_hold_no_meeting(walk, rows, other_officer, make_user, hoang_phu_new) -> None:
    round_ = rows.round()
    reviewer = make_user("ra-soat-vien", "village_reviewer", hoang_phu_new)
    for who, error in ((other_officer, OutOfScope), (reviewer, NotPermitted)):
        with pytest.raises(error):
            meetings.plan_meeting(by=who, round_=round_, village=rows.village, minutes=minutes())


def test_queries_of_a_meeting_do_not_grow_with_its_households(walk, rows) -> None:
    def asked(number: int, kind: str) -> int:
        cases = walk.surveyed(rows.round(kind), number)
        meeting = planned(walk, cases[0].round)
        meetings.write_votes(by=walk.officer, meeting=meeting, votes={each.pk: Vote(20) for each in cases})
        with CaptureQueriesContext(
            connection,
        ) as found:
            meetings.hold_meeting(by=walk.officer, meeting=meeting)
        return len(found)

    assert asked(2, "annual") == asked(9, "monthly")
