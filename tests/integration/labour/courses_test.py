"""Courses and fairs in the database: planned, taken part in, closed, asked after; hires. All people invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.households.values import PersonValues
from giamngheo.labour import actions
from giamngheo.labour.models import Course, CourseFollowUp, CourseParticipant, FairEmployer, JobFair
from giamngheo.labour.problems import Refused
from giamngheo.labour.queries.courses import course_outcomes, course_sheet, courses_for, due_course_follow_ups
from giamngheo.labour.queries.fairs import employers_at, fairs_for, linkable
from giamngheo.labour.triggers import courses as guarded
from giamngheo.labour.values import Marks, Outline, Taken
from tests.integration.households.conftest import register, villages  # noqa: F401 fixtures

pytestmark = pytest.mark.django_db
FIRST, LAST, LATER = date(2025, 8, 1), date(2025, 8, 29), date(2026, 9, 1)
SEWING = Outline("vocational", "Lớp may giả", "Trường nghề giả", FIRST, LAST, 300, 30, "sewing")


@pytest.fixture
def home(register):  # noqa: F811 the fixture above
    return register(
        (PersonValues("Nguyễn Văn Bình", "male", 19800000), "head"),
        (PersonValues("Lê Thị Hoa", "female", 19820510), "spouse"),
    )


def code(act) -> set[str]:
    with pytest.raises(Refused) as refused:
        act()
    return {each.code.removeprefix("LABOUR-") for each in refused.value.findings}


def broken(act, match: str) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        act()


def test_a_vocational_course_to_its_follow_up(officer, other_officer, hoang_phu_new, home) -> None:
    binh, hoa = home["Bình"].pk, home["Hoa"].pk
    course = actions.plan_course(by=officer, unit=hoang_phu_new, outline=SEWING)
    with pytest.raises(OutOfScope):
        actions.add_people(by=other_officer, course=course, people=[binh])
    first, second = actions.add_people(by=officer, course=course, people=[binh, hoa])
    assert code(lambda: actions.add_people(by=officer, course=course, people=[hoa])) == {"COURSE-TWICE"}
    assert code(lambda: actions.add_people(by=officer, course=course, people=[10**8])) == {"NOT-HERE"}
    assert code(lambda: actions.add_officer(by=officer, course=course, name="A", post="B")) == {"COURSE-OFFICER"}
    assert code(lambda: actions.mark(by=officer, course=course, marks={first.pk: Marks(3)})) == {"COURSE-STATE"}
    actions.start_course(by=officer, course=course)
    wrong = {first.pk: Marks(301, "completed"), second.pk: Marks(10, "left")}
    assert code(lambda: actions.mark(by=officer, course=course, marks=wrong)) == {"COURSE-HOURS", "COURSE-RESULT"}
    assert not CourseParticipant.objects.exclude(result="").exists()
    actions.mark(by=officer, course=course, marks={first.pk: Marks(300, "completed", "CC-1")})
    assert code(lambda: actions.close_course(by=officer, course=course)) == {"COURSE-OPEN"}
    broken(lambda: Course.objects.filter(pk=course.pk).update(state="closed"), guarded.COURSE_STEPS)
    actions.mark(by=officer, course=course, marks={second.pk: Marks(10, "left", "", "Đi làm xa")})
    actions.close_course(by=officer, course=course)
    broken(lambda: Course.objects.filter(pk=course.pk).update(hours=1), guarded.COURSE_STEPS)
    broken(lambda: CourseParticipant.objects.filter(pk=first.pk).update(certificate="X"), guarded.COURSE_SAME)
    broken(lambda: CourseParticipant.objects.filter(pk=first.pk).delete(), guarded.COURSE_OPEN)
    broken(lambda: CourseParticipant.objects.create(course=course, name="A", post="B"), guarded.COURSE_OPEN)
    [row] = courses_for(officer, hoang_phu_new, year=2025, kind="vocational")
    assert (row.people, row.completed, row.left, row.open) == (2, 1, 1, 0)
    assert not courses_for(other_officer, hoang_phu_new)

    due = [(each.participant.pk, each.months) for each in due_course_follow_ups(officer, hoang_phu_new, LATER)]
    assert due == [(first.pk, 3), (first.pk, 12)]
    first, second = CourseParticipant.objects.select_related("course").order_by("pk")
    ask = {"by": officer, "months": 3, "on": date(2025, 12, 1)}
    assert code(lambda: actions.follow_up_course(participant=second, outcome="trained", **ask)) == {"COURSE-STATE"}
    early = ask | {"on": FIRST}
    assert code(lambda: actions.follow_up_course(participant=first, outcome="trained", **early)) == {"DAY"}
    for outcome, left in (("not_reached", [3, 12]), ("trained", [12])):
        made = actions.follow_up_course(participant=first, outcome=outcome, **ask)
        assert [each.months for each in due_course_follow_ups(officer, hoang_phu_new, LATER)] == left
    assert course_outcomes(officer, hoang_phu_new, 2025) == {(3, "trained"): 1}
    broken(lambda: CourseFollowUp.objects.filter(pk=made.pk).update(outcome="no_work"), guarded.NEVER)
    broken(
        lambda: CourseFollowUp.objects.create(participant=second, months=3, on=LATER, outcome="trained"),
        guarded.COURSE_FOLLOWED,
    )


def test_officers_once_and_off_the_list_with_a_reason(officer, hoang_phu_new, home) -> None:
    outline = Outline("officers", "Tập huấn giả", "Phòng giả", FIRST, LAST, 16, 20)
    course = actions.plan_course(by=officer, unit=hoang_phu_new, outline=outline)
    made = actions.add_officer(by=officer, course=course, name="Trần Văn A", post="Trưởng thôn")
    again = {"by": officer, "course": course, "name": " Trần  Văn A ", "post": "Trưởng thôn"}
    assert code(lambda: actions.add_officer(**again)) == {"COURSE-TWICE"}
    actions.add_people(by=officer, course=course, people=[home["Hoa"].pk])
    assert code(lambda: actions.remove_participant(by=officer, participant=made, reason=" ")) == {"EMPTY"}
    actions.remove_participant(by=officer, participant=made, reason="Ghi nhầm")
    [left] = course_sheet(officer, course, LATER).people
    assert left.person == home["Hoa"]
    assert code(lambda: actions.cancel_course(by=officer, course=course, reason="")) == {"EMPTY"}
    assert actions.cancel_course(by=officer, course=course, reason="Bão").state == "cancelled"
    assert code(lambda: actions.start_course(by=officer, course=course)) == {"COURSE-STATE"}
    broken(lambda: Course.objects.filter(pk=course.pk).update(state="planned", reason=""), guarded.COURSE_STEPS)


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"title": "", "provider": " "}, {"EMPTY"}),
        ({"occupation": ""}, {"VALUE"}),
        ({"kind": "villagers"}, {"VALUE"}),
        ({"ends_on": date(2025, 7, 1)}, {"DAY"}),
        ({"hours": 0, "places": 0}, {"VALUE"}),
        ({"work_item": 10**8}, {"VALUE"}),
    ],
)
def test_a_wrong_outline_plans_nothing(officer, hoang_phu_new, changed, found) -> None:
    outline = replace(SEWING, **changed)
    assert code(lambda: actions.plan_course(by=officer, unit=hoang_phu_new, outline=outline)) == found
    assert not Course.objects.exists()


def test_a_fair_with_a_hire_of_the_register(officer, other_officer, hoang_phu_new, home) -> None:
    fair = actions.plan_fair(by=officer, unit=hoang_phu_new, title="Phiên giả", on=FIRST, place="Nhà văn hóa")
    count = {"by": officer, "fair": fair, "employer": "May Giả", "offered": 50}
    assert code(lambda: actions.count_employer(**count, interviewed=1, hired=2)) == {"FAIR-NUMBERS"}
    row = actions.count_employer(**count, interviewed=9, hired=1)
    work = [
        actions.place(by=officer, unit=hoang_phu_new, person=home[name].pk, taken=Taken("home", company, day))
        for name, company, day in (("Bình", "May Giả", FIRST), ("Hoa", "May Giả", FIRST), ("Hoa", "Giày Giả", FIRST),
                                   ("Hoa", "May Giả", date(2025, 7, 31)))
    ]  # fmt: skip
    assert set(linkable(officer, fair)) == set(work[:2])
    for wrong in work[2:]:
        assert code(lambda wrong=wrong: actions.link_hire(by=officer, at_fair=row, placement=wrong)) == {"FAIR-HIRE"}
    actions.link_hire(by=officer, at_fair=row, placement=work[0])
    assert code(lambda: actions.link_hire(by=officer, at_fair=row, placement=work[0])) == {"FAIR-HIRE"}
    assert code(lambda: actions.link_hire(by=officer, at_fair=row, placement=work[1])) == {"FAIR-NUMBERS"}
    assert code(lambda: actions.count_employer(**count, interviewed=9, hired=0)) == {"FAIR-NUMBERS"}
    broken(lambda: FairEmployer.objects.filter(pk=row.pk).update(hired=0), guarded.FAIR_OPEN)
    actions.take_back_placement(by=officer, placement=work[0], reason="Ghi nhầm người")
    actions.link_hire(by=officer, at_fair=row, placement=work[1])
    [seen] = employers_at(officer, fair)
    assert [each.placement for each in seen.seen_hires] == [work[1]]
    assert not employers_at(other_officer, fair)
    close = {"by": officer, "fair": fair}
    assert code(lambda: actions.close_fair(**close, visitor_method="counted")) == {"EMPTY"}
    assert code(lambda: actions.close_fair(**close, visitor_method="not_counted", visitors=3)) == {"VALUE"}
    actions.close_fair(**close, visitor_method="counted", visitors=120)
    [row] = fairs_for(officer, hoang_phu_new, year=2025)
    assert (row.firms, row.offered, row.interviewed, row.hired, row.visitors) == (1, 50, 9, 1, 120)
    assert code(lambda: actions.count_employer(**count)) == {"COURSE-STATE"}
    broken(lambda: JobFair.objects.filter(pk=fair.pk).update(visitors=1), guarded.FAIR_STEPS)
    broken(lambda: FairEmployer.objects.all().update(offered=1), guarded.FAIR_OPEN)
