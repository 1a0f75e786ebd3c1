"""The demonstration's work: what some thirty invented people told, three vacancies, two placements.

One of the placed was asked after, the other waits for it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from giamngheo.labour.actions import end_vacancy, follow_up, open_vacancy, place, tell
from giamngheo.labour.models import LabourRecord
from giamngheo.labour.queries import register_on
from giamngheo.labour.values import Taken, Told

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

ASKED = date(2026, 6, 15)
RECORDS = 30
_BORN = (1968_00_00, 2006_99_99)  # of an age at which each of the answers below is told
_OPEN_DAYS = 60
_ANSWERS = (
    Told("employed", "agriculture", "farming"),
    Told("employed", "agriculture", "farming", 1, "sewing", 2, 6_500_000),
    Told("unemployed", skill=0, wish_place=2),
    Told("employed", "industry", "building", 1, "building", 3, 9_000_000),
    Told("unemployed", skill=2, wish_occupation="sewing", wish_place=2, wish_wage=6_000_000),
    Told("employed", "services", "trade"),
    Told("outside"),
    Told("unemployed", skill=3, wish_occupation="mechanics", wish_place=4, wish_wage=10_000_000),
    Told("employed", "agriculture", "farming", 0, "", 1, 5_000_000),
    Told("employed", "industry", "sewing", 2),
)


def prepare(*, by: User, unit: Unit) -> int:
    """Once; how many people told of their work."""
    if LabourRecord.objects.filter(unit=unit).exists():
        return 0
    listed = register_on(by, unit, _past(ASKED))
    people = [each.person.pk for each in listed if _BORN[0] <= (each.person.birth or 0) <= _BORN[1]][:RECORDS]
    told = {pk: _ANSWERS[number % len(_ANSWERS)] for number, pk in enumerate(people)}
    tell(by=by, unit=unit, on=_past(ASKED), told=told)
    _work(by, unit, [pk for pk, each in told.items() if each.status == "unemployed"])
    return len(told)


def _work(by: User, unit: Unit, seekers: list[int]) -> None:
    """Vacancies, one of them filled; of two placements one was asked after, the other waits for it."""
    today = timezone.localdate()
    opened, closes = _past(date(2026, 7, 1)), today + timedelta(_OPEN_DAYS)
    sewing = open_vacancy(
        by=by, unit=unit, employer="Công ty May Ví Dụ (mẫu)", title="Công nhân may (mẫu)", occupation="sewing", skill=0,
        work_place=2, opened_on=opened, closes_on=closes, places=20, wage=7_000_000, place="Cụm công nghiệp (mẫu)",
    )  # fmt: skip
    open_vacancy(
        by=by, unit=unit, employer="Trung tâm Dịch vụ việc làm (mẫu)", title="Thợ cơ khí đi Nhật Bản (mẫu)",
        occupation="mechanics", skill=2, work_place=4, opened_on=opened, closes_on=closes, places=3, wage=28_000_000,
    )  # fmt: skip
    one = open_vacancy(
        by=by, unit=unit, employer="Hợp tác xã Chăn nuôi (mẫu)", title="Người chăm sóc đàn bò (mẫu)",
        occupation="farming", skill=0, work_place=1, opened_on=opened, closes_on=closes, wage=5_500_000,
    )  # fmt: skip
    for person, vacancy, started in zip(seekers, (one, sewing), (date(2026, 7, 6), date(2026, 8, 10)), strict=False):
        taken = Taken("home", vacancy.employer.name, _past(started), wage=vacancy.wage)
        made = place(by=by, unit=unit, person=person, taken=taken, vacancy=vacancy)
        if vacancy == one:
            end_vacancy(by=by, vacancy=one, state="filled")
            follow_up(
                by=by, placement=made, months=3, on=_past(date(2026, 10, 8)), outcome="working", note="Việc ổn (mẫu)"
            )


def _past(day: date) -> date:
    """The day, or today where it has not come."""
    return min(day, timezone.localdate())
