"""The demonstration's inspection of 2026: drawn, asked, one finding overdue and one closed. All of it is invented."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from giamngheo.monitoring.actions.inspections import (
    SetOut,
    add_finding,
    answer_checklist,
    assign_remedy,
    close_finding,
    report_remedied,
    set_out_inspection,
    verify_remedy,
)
from giamngheo.monitoring.models import InspectedGroup, InspectionFinding
from giamngheo.monitoring.queries.inspections import frame
from giamngheo.monitoring.questions import asked_of
from giamngheo.programme.queries import posts

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

PAPER = "Kế hoạch 41/KH-UBND ngày 25/09/2026 (mẫu)"
DRAWN, BEGINS, ENDS = date(2026, 10, 1), date(2026, 10, 5), date(2026, 10, 16)
GIVEN, DUE = date(2026, 10, 19), date(2026, 11, 10)


def prepare(*, by: User, unit: Unit) -> int:
    """Once; how many findings there are."""
    team = list(posts(by, unit)[:3])
    there = InspectionFinding.objects.filter(inspection__unit=unit)
    if there.exists() or not team or not frame(by, unit, InspectedGroup.EITHER, "", DRAWN):
        return there.count()
    plan = SetOut(
        "Việc nhận hỗ trợ của hộ nghèo, hộ cận nghèo (mẫu)", PAPER, BEGINS, ENDS, team[0], team[1:],
        InspectedGroup.EITHER, 2, 3, seed="251009",
    )  # fmt: skip
    made = set_out_inspection(by=by, unit=unit, plan=plan, today=DRAWN)
    village = made.samples.filter(household=None)[0]
    homes = list(made.samples.filter(household__isnull=False))
    yes = {each.code: ("yes", "") for each in asked_of(household=True)}
    for home in homes[1:]:
        answer_checklist(by=by, sample=home, answers=yes)
    answer_checklist(by=by, sample=homes[0], answers=yes | {"agrees": ("partly", "Nhận muộn hai tháng (mẫu)")})
    answer_checklist(by=by, sample=village, answers={"posted": ("no", "Bảng tin bị mưa ướt (mẫu)")})
    late = add_finding(by=by, inspection=made, sample=homes[0], text="Tiền điện quý III trả muộn hai tháng (mẫu)")
    assign_remedy(by=by, finding=late, remedy="Lập lịch chi trả theo quý, báo trước cho thôn", post=team[-1],
                  due_on=DUE, today=GIVEN)  # fmt: skip
    board = add_finding(by=by, inspection=made, sample=village, text="Danh sách niêm yết không còn đọc được (mẫu)")
    assign_remedy(by=by, finding=board, remedy="Niêm yết lại trong bảng có mái che", post=team[0], due_on=DUE,
                  today=GIVEN)  # fmt: skip
    report_remedied(by=by, finding=board, told="Đã niêm yết lại tại nhà văn hóa")
    verify_remedy(by=by, finding=board, told="Đoàn đã xem tại chỗ, có ảnh")
    close_finding(by=by, finding=board)
    return there.count()
