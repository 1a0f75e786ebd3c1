"""The measures as data: dimension, what is counted, of what. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Dimension(StrEnum):
    """The four questions a register is asked."""

    COMPLETE = "complete"
    CONSISTENT = "consistent"
    TIMELY = "timely"
    ONCE = "once"


class Measured(StrEnum):
    """What a row of a measure is, and so where its link leads."""

    HOUSEHOLD = "household"
    PERSON = "person"
    PAIR = "pair"


class Measure(NamedTuple):
    """`title`: the wrong rows in words; `fix`: what to do about one."""

    key: str
    dimension: Dimension
    rows: Measured
    title: Promise
    fix: Promise


_ALL = (
    Measure(
        "no_head",
        Dimension.COMPLETE,
        Measured.HOUSEHOLD,
        _("Hộ chưa có chủ hộ"),
        _("Mở hộ, chọn chủ hộ trong thành viên."),
    ),
    Measure(
        "no_members",
        Dimension.COMPLETE,
        Measured.HOUSEHOLD,
        _("Hộ không còn thành viên nào"),
        _("Ghi thành viên, hoặc kết thúc hộ."),
    ),
    Measure(
        "no_location",
        Dimension.COMPLETE,
        Measured.HOUSEHOLD,
        _("Hộ chưa ghi vị trí"),
        _("Ghi vị trí bằng điện thoại khi đến hộ."),
    ),
    Measure(
        "no_citizen_id",
        Dimension.COMPLETE,
        Measured.PERSON,
        _("Người chưa có số định danh"),
        _("Hỏi thẻ căn cước hoặc giấy khai sinh, đính chính."),
    ),
    Measure(
        "no_birth",
        Dimension.COMPLETE,
        Measured.PERSON,
        _("Người chưa rõ ngày sinh"),
        _("Đính chính ngày sinh theo giấy tờ."),
    ),
    Measure(
        "no_ethnic_group", Dimension.COMPLETE, Measured.PERSON, _("Người chưa ghi dân tộc"), _("Đính chính dân tộc.")
    ),
    Measure(
        "too_old",
        Dimension.CONSISTENT,
        Measured.PERSON,
        _("Người trên 110 tuổi"),
        _("Xem lại năm sinh; nếu đã mất thì ghi biến động."),
    ),
    Measure(
        "young_head",
        Dimension.CONSISTENT,
        Measured.PERSON,
        _("Chủ hộ dưới 15 tuổi"),
        _("Xem lại chủ hộ và ngày sinh."),
    ),
    Measure(
        "class_of_nobody",
        Dimension.CONSISTENT,
        Measured.HOUSEHOLD,
        _("Hộ nghèo, cận nghèo không có thành viên"),
        _("Ghi thành viên, hoặc kết thúc hộ."),
    ),
    Measure(
        "not_reviewed",
        Dimension.TIMELY,
        Measured.HOUSEHOLD,
        _("Hộ nghèo, cận nghèo quá 15 tháng chưa khảo sát lại"),
        _("Đưa hộ vào đợt rà soát gần nhất."),
    ),
    Measure(
        "pairs",
        Dimension.ONCE,
        Measured.PAIR,
        _("Cặp người có thể bị ghi hai lần"),
        _("So hai người, gộp hoặc bỏ qua."),
    ),
)
MEASURES = {each.key: each for each in _ALL}
IMPOSSIBLE_VALUES = ("too_old", "young_head", "class_of_nobody")
OLDEST, YOUNGEST_HEAD, REVIEW_MONTHS = 110, 15, 15
