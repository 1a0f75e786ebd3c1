"""The demonstration's communication of 2026: invented acts, one dialogue with an answered and an open question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from giamngheo.support.actions import outreach as verbs
from giamngheo.support.models import OutreachEvent

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit, Village


def prepare(*, by: User, unit: Unit, villages: Sequence[Village]) -> int:
    """Once; how many acts were entered."""
    if OutreachEvent.objects.filter(unit=unit).exists():
        return 0
    first = [each.pk for each in villages[:1]]
    acts = (
        verbs.Act("event", "Nói chuyện về vay vốn và làm ăn (mẫu)", date(2026, 3, 12), "tín dụng chính sách, sinh kế",
                  "hộ nghèo, hộ cận nghèo", "counted", 64, 41, villages=[each.pk for each in villages[:2]]),
        verbs.Act("article", "Bài trên loa: đăng ký học nghề (mẫu)", date(2026, 4, 2), "học nghề, việc làm",
                  "người trong độ tuổi lao động", "estimated", 900),
        verbs.Act("contest", "Thi kể chuyện thoát nghèo (mẫu)", date(2026, 6, 20), "gương thoát nghèo",
                  "đoàn viên, hội viên", "not_counted", until=date(2026, 6, 25)),
        verbs.Act("dialogue", "Đối thoại với hộ nghèo thôn Mẫu 1 (mẫu)", date(2026, 8, 14), "rà soát, hỗ trợ nhà ở",
                  "hộ nghèo, hộ cận nghèo", "counted", 38, 33, villages=first),
    )  # fmt: skip
    made = [verbs.enter_outreach(by=by, unit=unit, act=each) for each in acts]
    answered = verbs.ask_in_dialogue(
        by=by, event=made[-1], text="Bao giờ có kết quả rà soát?", due_on=date(2026, 8, 30)
    )
    verbs.answer_question(
        by=by, question=answered, on=date(2026, 8, 21), text="Sau khi niêm yết và họp dân.",
        answered_by="Nguyễn Thị Mẫu",
    )  # fmt: skip
    verbs.ask_in_dialogue(
        by=by, event=made[-1], text="Nhà dột có được hỗ trợ sửa không?", asked_of="UBND xã", due_on=date(2026, 9, 15)
    )
    return len(made)
