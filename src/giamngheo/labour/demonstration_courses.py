"""The demonstration's courses and a job fair: one closed and asked after, one running, one planned, one cancelled.

People are the invented ones of the register, everything else is invented as well.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from giamngheo.labour import actions
from giamngheo.labour.models import Course, CourseParticipant, JobFair
from giamngheo.labour.queries import register_on
from giamngheo.labour.values import Marks, Outline

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_BORN = (1975_00_00, 2004_99_99)
_SCHOOL = "Trung tâm Giáo dục nghề nghiệp (mẫu)"


def prepare(*, by: User, unit: Unit) -> int:
    """Once; how many courses there are."""
    if there := Course.objects.filter(unit=unit).count():
        return there
    today = timezone.localdate()
    listed = register_on(by, unit, today - timedelta(days=150))
    people = [each.person.pk for each in listed if _BORN[0] <= (each.person.birth or 0) <= _BORN[1]][:24]
    _closed(by, unit, people[:8], today)
    _running(by, unit, people[8:18], today)
    _others(by, unit, people[18:24], today)
    _fair(by, unit, today)
    return Course.objects.filter(unit=unit).count()


def _outline(title: str, begins: date, ends: date, **values: object) -> Outline:
    given = {"kind": "vocational", "provider": _SCHOOL, "hours": 120, "places": 20, "place": "Nhà văn hóa Thôn Mẫu 1"}
    return Outline(title=title, begins_on=begins, ends_on=ends, **{**given, **values})  # type: ignore[arg-type]


def _closed(by: User, unit: Unit, people: list[int], today: date) -> None:
    """Sewing: six completed, one left, one failed; after three months most of them work at it."""
    begins, ends = today - timedelta(days=150), today - timedelta(days=100)
    course = actions.plan_course(
        by=by, unit=unit, outline=_outline("May công nghiệp cơ bản (mẫu)", begins, ends, occupation="sewing", places=8)
    )
    actions.add_people(by=by, course=course, people=people)
    actions.start_course(by=by, course=course)
    rows = list(CourseParticipant.objects.filter(course=course).order_by("id"))
    marks = {each.pk: Marks(112 + at, "completed", f"{at + 1:02}/CC-GDNN") for at, each in enumerate(rows[:-2])}
    for each, result, reason, hours in zip(
        rows[-2:], ("left", "not_completed"), ("Đi làm xa (mẫu)", "Nghỉ quá số buổi (mẫu)"), (30, 70), strict=False
    ):
        marks[each.pk] = Marks(hours, result, "", reason)
    actions.mark(by=by, course=course, marks=marks)
    actions.close_course(by=by, course=course)
    asked = today - timedelta(days=5)
    for each, outcome in zip(rows, ("trained", "trained", "other_work", "no_work"), strict=False):
        actions.follow_up_course(by=by, participant=_again(each), months=3, on=asked, outcome=outcome)


def _running(by: User, unit: Unit, people: list[int], today: date) -> None:
    course = actions.plan_course(
        by=by, unit=unit,
        outline=_outline("Chăn nuôi bò sinh sản (mẫu)", today - timedelta(days=20), today + timedelta(days=25),
                         occupation="farming", content="Chọn giống, thức ăn, phòng bệnh"),
    )  # fmt: skip
    actions.add_people(by=by, course=course, people=people)
    actions.start_course(by=by, course=course)


def _others(by: User, unit: Unit, people: list[int], today: date) -> None:
    """Training of villagers that is to come, of officers that was held, and a course that nobody came to."""
    coming = today + timedelta(days=20)
    villagers = actions.plan_course(
        by=by, unit=unit,
        outline=_outline("Quản lý vốn vay và chi tiêu trong hộ (mẫu)", coming, coming, kind="villagers", hours=8,
                         places=40, provider="Hội Liên hiệp Phụ nữ xã (mẫu)"),
    )  # fmt: skip
    actions.add_people(by=by, course=villagers, people=people)
    held = today - timedelta(days=60)
    officers = actions.plan_course(
        by=by, unit=unit,
        outline=_outline("Nghiệp vụ giảm nghèo cho cán bộ thôn (mẫu)", held, held, kind="officers", hours=8, places=10,
                         provider="Sở Nông nghiệp và Môi trường (mẫu)", place="Hội trường Ủy ban nhân dân xã"),
    )  # fmt: skip
    for number in range(1, 6):
        actions.add_officer(
            by=by, course=officers, name=f"Trưởng thôn {number} (mẫu)", post=f"Trưởng Thôn Mẫu {number}"
        )
    actions.start_course(by=by, course=officers)
    rows = CourseParticipant.objects.filter(course=officers)
    actions.mark(by=by, course=officers, marks={each.pk: Marks(8, "completed") for each in rows})
    actions.close_course(by=by, course=officers)
    welding = actions.plan_course(
        by=by, unit=unit,
        outline=_outline("Hàn cơ bản (mẫu)", today - timedelta(days=80), today - timedelta(days=40),
                         occupation="mechanics"),
    )  # fmt: skip
    actions.cancel_course(by=by, course=welding, reason="Không đủ người đăng ký (mẫu)")


def _fair(by: User, unit: Unit, today: date) -> None:
    """A fair that was held, and one to come."""
    if JobFair.objects.filter(unit=unit).exists():
        return
    fair = actions.plan_fair(
        by=by, unit=unit, title="Phiên giao dịch việc làm cụm xã (mẫu)", on=today - timedelta(days=45),
        place="Sân vận động xã (mẫu)",
    )  # fmt: skip
    for employer, offered, interviewed, hired in (
        ("Công ty May Ví Dụ (mẫu)", 60, 34, 12), ("Trung tâm Dịch vụ việc làm (mẫu)", 15, 9, 2),
        ("Hợp tác xã Chăn nuôi (mẫu)", 5, 6, 1),
    ):  # fmt: skip
        actions.count_employer(
            by=by, fair=fair, employer=employer, offered=offered, interviewed=interviewed, hired=hired
        )
    actions.close_fair(by=by, fair=fair, visitor_method="counted", visitors=310)
    actions.plan_fair(
        by=by, unit=unit, title="Ngày hội việc làm cuối năm (mẫu)", on=today + timedelta(days=18),
        place="Nhà văn hóa xã (mẫu)",
    )  # fmt: skip


def _again(row: CourseParticipant) -> CourseParticipant:
    """The row as marks and the closing left it."""
    return CourseParticipant.objects.select_related("course__unit").get(pk=row.pk)
