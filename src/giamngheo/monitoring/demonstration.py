"""The demonstration's monitoring: typed values, targets (one that cannot be reached), reports of two years, sentences
of its own.

The year 2025 is locked, the six months of 2026 were returned, the year 2026 is due. All of it is invented.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from giamngheo.monitoring.actions.forms import load_forms
from giamngheo.monitoring.actions.reports import (
    Asked,
    accept_report,
    begin_asked_report,
    begin_report,
    comment_on_report,
    lock_report,
    return_report,
    submit_report,
    type_cells,
)
from giamngheo.monitoring.actions.values import Aimed, TypedValue, assign_target, set_deadline, type_value
from giamngheo.monitoring.actions.wording import write_sentence
from giamngheo.monitoring.models import Indicator, PeriodReport
from giamngheo.programme.queries import periods

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

SOURCE = "Báo cáo của xã (mẫu)"
ASKED_BY = "Công văn số 15/SNNMT-KTHT ngày 03/11/2025 của Sở Nông nghiệp và Môi trường (mẫu)"
PAPER = "Kế hoạch 12/KH-UBND ngày 05/01/2026 (mẫu)"
RESULTS = "ket-qua-giam-ngheo"
_TYPED = (  # indicator, value, day, estimate
    ("S06", "91.2", date(2024, 12, 14), False), ("S06", "93.45", date(2025, 12, 14), False),
    ("S06", "94.1", date(2026, 6, 14), False), ("S06", "95", date(2026, 12, 31), True),
    ("M02", "18.94", date(2023, 12, 31), False), ("M02", "16.4", date(2024, 12, 31), False),
    ("M02", "14.6", date(2025, 12, 31), False),
    ("Q12", "100", date(2026, 6, 30), False), ("F03", "380000000", date(2026, 12, 31), True),
)  # fmt: skip
# A fall of 15 points from 14,6 cannot be: the figure of another unit, copied.
_AIMS = (("Q01", "at_least", "15"), ("M02", "at_most", "13"), ("S06", "at_least", "95"), ("S03", "at_least", "10"))


def prepare(*, by: User, unit: Unit, above: User, neighbour: tuple[Unit, User] | None = None) -> int:
    """Once; how many reports there are. `by` makes them, `above` receives them, one of the `neighbour`'s too."""
    load_forms(by=None)
    if PeriodReport.objects.filter(unit=unit).exists():
        return PeriodReport.objects.filter(unit=unit).count()
    today = timezone.localdate()
    known = {each.code: each for each in Indicator.objects.all()}
    for code, value, day, guess in _TYPED:
        if guess or day <= today:
            told = TypedValue(known[code], Decimal(value), day, SOURCE, guess)
            type_value(by=by, unit=unit, typed=told)
    for code, comparator, value in _AIMS:
        assign_target(by=by, unit=unit, aimed=Aimed(known[code], 2026, Decimal(value), comparator, PAPER))
    _deadlines(by, unit)
    _words(by, unit)
    _reports(by, unit, above, today, neighbour)
    _outside_calendar(by, unit, today)
    return PeriodReport.objects.filter(unit=unit).count()


def _deadlines(by: User, unit: Unit) -> None:
    since = date(2025, 7, 1)
    for kind, month, day in (("giam-sat-6-thang", 5, 20), ("giam-sat-nam", 11, 28)):
        set_deadline(by=by, unit=unit, kind=kind, month=month, day=day, since=since, paper=PAPER)


def _reports(by: User, unit: Unit, above: User, today: date, neighbour: tuple[Unit, User] | None) -> None:
    """The year 2025 to its lock; the half-year of 2026 returned, the neighbour's sent."""
    year = _begun(by, unit, "giam-sat-nam", 2025, 1, today)
    type_cells(by=by, report=year, values={(RESULTS, "thoat", "nay"): Decimal(4)})
    lock_report(by=above, report=accept_report(by=above, report=submit_report(by=by, report=year)))
    if today >= date(2026, 5, 20):
        half = _begun(by, unit, "giam-sat-6-thang", 2026, 1, today)
        type_cells(by=by, report=half, values={(RESULTS, "moi", "nay"): Decimal(2)})
        comment_on_report(by=by, report=half, text="Hộ phát sinh: một hộ tách, một hộ có người ốm nặng (mẫu).")
        submit_report(by=by, report=half)
        return_report(by=above, report=half, reason="Chưa có số ước cả năm của vốn (mẫu)")
        if neighbour is not None:
            place, officer = neighbour
            submit_report(by=officer, report=_begun(officer, place, "giam-sat-6-thang", 2026, 1, today))


def _words(by: User, unit: Unit) -> None:
    """Two sentences in the commune's own words, one of them rewritten."""
    key = "giam-sat.quan-ly.truyen-thong"
    for number, text in enumerate((
        "{nơi lập} đã tuyên truyền trên loa ở các thôn (mẫu).",
        "{nơi lập} đã tuyên truyền trên loa ở các thôn, nói rõ tỷ lệ hộ nghèo là {ket-qua-giam-ngheo!tyle.nay} (mẫu).",
    )):  # fmt: skip
        write_sentence(by=by, unit=unit, key=key, text=text, based_on=number)
    text = "{còn thiếu: chính sách trong năm, nêu cả nghị quyết của Hội đồng nhân dân}."
    write_sentence(by=by, unit=unit, key="danh-gia.quan-ly.chinh-sach", text=text, based_on=0)


def _outside_calendar(by: User, unit: Unit, today: date) -> None:
    """The yearly evaluation, an ad hoc report, the middle and the end of the period before."""
    _begun(by, unit, "danh-gia-nam", 2025, 1, today)
    phase = next((each for each in periods() if each.code == "2021-2025"), None)
    for kind, begins, ends, of in (
        ("danh-gia-giua-ky", date(2022, 1, 1), date(2023, 6, 30), phase),
        ("danh-gia-ket-thuc", date(2022, 1, 1), date(2025, 12, 31), phase),
        ("giam-sat-dot-xuat", date(today.year, 1, 1), today, None),
    ):
        begin_asked_report(by=by, unit=unit, asked=Asked(kind, begins, ends, ASKED_BY, of), today=today)


def _begun(by: User, unit: Unit, kind: str, year: int, number: int, today: date) -> PeriodReport:
    return begin_report(by=by, unit=unit, kind=kind, year=year, number=number, today=today)
