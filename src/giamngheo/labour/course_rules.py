"""What verbs of courses and fairs share: who may, which texts are needed, what stands against marks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from giamngheo.accounts.permissions import NotPermitted, Permission, require
from giamngheo.accounts.queries import can_everywhere
from giamngheo.foundation.findings import Finding
from giamngheo.labour import problems as p
from giamngheo.labour.models import CourseKind, CourseResult, Occupation
from giamngheo.labour.values import Marks, Outline

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.labour.models import Course
    from giamngheo.territory.models import Unit


def may(by: User, unit: Unit) -> None:
    """Courses and fairs are the commune's: a right in some villages is not enough. Raises NotPermitted, OutOfScope."""
    require(by, Permission.EDIT_LABOUR, unit)
    if not can_everywhere(by, Permission.EDIT_LABOUR, unit):
        raise NotPermitted


def empty(*asked: tuple[str, str, str]) -> list[Finding]:
    """A finding for each text that is not there: (text, name, English name)."""
    return [p.EMPTY.at(field_vi=vi, field_en=en) for text, vi, en in asked if not text]


def among(who: str, *asked: tuple[object, Iterable[object], str, str]) -> list[Finding]:
    """A finding for each value that is not one of its list: (value, values, name, English name)."""
    return [
        p.VALUE.at(who=who, value=value, field_vi=vi, field_en=en)
        for value, values, vi, en in asked
        if value not in values
    ]


def against_outline(outline: Outline) -> list[Finding]:
    """What stands against a course as it is planned."""
    trained = Occupation.values if outline.kind == CourseKind.VOCATIONAL else [""]
    found = empty(
        (outline.title, "tên lớp", "The title"), (outline.provider, "đơn vị dạy", "The provider"),
    ) + among(
        outline.title, (outline.kind, CourseKind.values, "loại lớp", "kind"),
        (outline.occupation, trained, "nghề đào tạo (chỉ của lớp nghề)", "trained occupation (vocational only)"),
        (outline.hours, range(1, 10_001), "số giờ", "hours"), (outline.places, range(1, 100_001), "số chỗ", "places"),
    )  # fmt: skip
    if outline.ends_on < outline.begins_on:
        found.append(p.DAY.at(day=f"{outline.ends_on:%d/%m/%Y}"))
    return found


def against_marks(who: str, course: Course, marks: Marks) -> list[Finding]:
    """What stands against the hours and the result of one participant."""
    found = among(who, (marks.result, ["", *CourseResult.values], "kết quả", "result"))
    if found:
        return found
    completed = marks.result == CourseResult.COMPLETED
    hours = marks.attended or 0
    if not (1 if completed else 0) <= hours <= course.hours:
        found.append(p.COURSE_HOURS.at(who=who, hours=hours, most=course.hours))
    gone = marks.result in (CourseResult.NOT_COMPLETED, CourseResult.LEFT)
    if bool(marks.reason) != gone or (marks.certificate and not completed):
        found.append(p.COURSE_RESULT.at(who=who))
    return found
