"""The demonstration's livelihood projects of 2026, all invented: one runs and is looked at again, one has its contract,
one is proposed with more of the state's money than its norm allows. The first two count what was handed over before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from giamngheo.documents.actions import Citation
from giamngheo.funds.models import FundLine
from giamngheo.households.demonstration import MARK
from giamngheo.programme.models import ProgrammePeriod, WorkItem
from giamngheo.support.actions import (
    add_participants,
    count_inputs,
    follow_up,
    propose_project,
    sign_for_activity,
    take_step,
    tie_activity,
)
from giamngheo.support.following import due_day
from giamngheo.support.models import LivelihoodProject, ProjectParticipant, Stage, SupportDelivery

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


@dataclass(frozen=True, slots=True)
class Invented:
    """A project, its days by step and the number its papers have. `counted`: of its households whose help counts."""

    name: str
    form: str
    holder_name: str
    period: str
    total: int
    state: int
    number: str
    days: tuple[date, ...]
    counted: int


_PROJECTS = (
    Invented("Nuôi bò sinh sản (mẫu)", "community", "Tổ hợp tác Nuôi bò (mẫu)", "2021-2025", 190_000_000, 112_000_000,
             "31", (date(2026, 3, 2), date(2026, 3, 20), date(2026, 4, 10), date(2026, 5, 8), date(2026, 5, 16)), 8),
    Invented("Nuôi gà ri theo chuỗi (mẫu)", "chain", "Hợp tác xã Chăn nuôi (mẫu)", "2026-2030", 120_000_000, 60_000_000,
             "43", (date(2026, 4, 6), date(2026, 5, 12), date(2026, 6, 15), date(2026, 7, 2)), 6),
    Invented("Trồng rau an toàn (mẫu)", "community", "Tổ hợp tác Rau (mẫu)", "2021-2025", 150_000_000, 120_000_000,
             "57", (date(2026, 9, 7),), 0),
)  # fmt: skip
_VEGETABLES = 5  # households of the project that is only proposed
_FOLLOWED = 3


def prepare(*, by: User, unit: Unit) -> int:
    """Once; how many projects were entered. Those without a household that was helped before are left out."""
    if LivelihoodProject.objects.filter(unit=unit).exists():
        return 0
    rows = SupportDelivery.objects.filter(unit=unit, kind__startswith="livelihood_", reverses=None, reversed_by=None)
    helped = list(rows.select_related("household").order_by("id"))
    made = 0
    for each in _PROJECTS:
        given = [row for row in helped if row.kind == f"livelihood_{each.form}"]
        given = given if each.counted else given[:_VEGETABLES]
        if given:
            _project(by, unit, each, given)
            made += 1
    return made


def _project(by: User, unit: Unit, each: Invented, given: list[SupportDelivery]) -> None:
    days = [min(day, timezone.localdate()) for day in each.days]
    project = propose_project(
        by=by, unit=unit, period=ProgrammePeriod.objects.get(code=each.period), name=each.name, form=each.form,
        holder="cooperative" if each.form == "chain" else "group", holder_name=each.holder_name, area="other",
        total=each.total, state=each.state, on=days[0], reference=f"{each.number}/ĐN (mẫu)",
    )  # fmt: skip
    add_participants(by=by, project=project, codes=[row.household.local_code for row in given], on=days[0])
    for stage, day in list(zip(Stage.values, days, strict=False))[1:]:
        if stage == Stage.RUNNING:
            count_inputs(by=by, project=project, deliveries=given[: each.counted])
        paper = _decision(unit, each.number, day) if stage == Stage.APPROVAL else None
        take_step(by=by, project=project, stage=stage, on=day, reference=f"{each.number}-{stage[0]} (mẫu)", paper=paper)
    if len(days) == len(Stage.values):
        _follow(by, project, due_day(days[-1], 6))
    elif each.counted:
        count_inputs(by=by, project=project, deliveries=given[: each.counted])


def _follow(by: User, project: LivelihoodProject, on: date) -> None:
    """Some households after six months, one of which gave up; the others wait."""
    if on > timezone.localdate():
        return
    for number, one in enumerate(ProjectParticipant.objects.filter(project=project).order_by("id")[:_FOLLOWED], 1):
        running = number < _FOLLOWED
        follow_up(
            by=by, participant=one, months=6, on=on, income_before=2_400_000 + 100_000 * number,
            income_after=2_900_000 + 250_000 * number if running else 2_700_000, running=running,
            reason="" if running else "Bò bệnh, đã bán (mẫu)",
        )  # fmt: skip


def _decision(unit: Unit, number: str, day: date) -> Citation:
    symbol = f"{number}/QĐ-UBND"
    return Citation(
        key=f"{symbol} {MARK} {unit.code}", symbol=symbol, doc_type="QĐ", number=number, issued_on=day,
        issuer_name=f"UBND {unit.name.lower()} (mẫu)", issuer=unit,
    )  # fmt: skip


def pay(*, by: User, unit: Unit) -> None:
    """Once: the project of cows is said to be an activity, and money carried over is contracted for it."""
    project = LivelihoodProject.objects.filter(unit=unit, name=_PROJECTS[0].name, work=None).first()
    item = WorkItem.objects.filter(unit=unit, year=2026, node__code="DA2").first()
    line = FundLine.objects.filter(unit=unit, source__code="TW-SN", year=2025, node__code="DA2").first()
    if project is None or item is None or line is None:
        return
    tie_activity(by=by, project=project, work_item=item)
    sign_for_activity(
        by=by, line=line, work_item=item, budget_year=2026, number="08/2026/HĐ", contractor="Trạm Khuyến nông (mẫu)",
        content="Tập huấn nuôi bò cho hộ tham gia (mẫu)", value=8_000_000,
        signed_on=min(date(2026, 9, 10), timezone.localdate()),
    )  # fmt: skip
