"""The demonstration's help of 2026: what the catalogue says is due, handed to most of the invented households.

Sums no text we read gives (the insurance premium, the price of electricity) are invented round figures. Left open on
purpose: one village waits for its electricity money, one pupil for study costs, a few for livelihood; one delivery is
taken back, and one household got what it is not due.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.documents.actions import Citation
from giamngheo.funds.models import FundLine
from giamngheo.households.demonstration import MARK
from giamngheo.support.actions import deliver, take_back
from giamngheo.support.catalogue import Kind, kind_of
from giamngheo.support.judging import Prices
from giamngheo.support.models import Confirmation, SupportDelivery
from giamngheo.support.queries import due_in
from giamngheo.support.queries.candidates import candidates
from giamngheo.support.values import Handing, To

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.support.queries import Line
    from giamngheo.territory.models import Unit

YEAR = 2026
PRICES = Prices(premium=1_200_000, electricity=2_000)  # round and invented
COW, HENS = 14_000_000, 50  # đồng a cow, hens a household
_QUARTERS = (date(YEAR, 3, 25), date(YEAR, 6, 24), date(YEAR, 9, 23))
_STATE = "Ngân sách nhà nước (mẫu)"


@transaction.atomic
def prepare(*, by: User, unit: Unit) -> int:
    """Help of 2026, once; how many deliveries stand or are taken back."""
    if SupportDelivery.objects.filter(unit=unit).exists():
        return 0
    _insurance(by, unit)
    _electricity(by, unit)
    _study_costs(by, unit)
    _livelihood(by, unit)
    _housing(by, unit)
    _gifts(by, unit)
    return SupportDelivery.objects.filter(unit=unit).count()


def _insurance(by: User, unit: Unit) -> None:
    day = _past(date(YEAR, 1, 28))
    base = _handing(
        "health_insurance", day, donor=_STATE, confirmation=Confirmation.PAYMENT, reference="BH-2026/01 (mẫu)"
    )
    _give(by, unit, base, _due(by, unit, day, "health_insurance")[:-3], lambda line: line.worth.dong)


def _electricity(by: User, unit: Unit) -> None:
    """Three of four quarters; the last village waits for all of them. A household that is not due it got one."""
    for number, quarter in enumerate(_QUARTERS, 1):
        day = _past(quarter)
        lines = _due(by, unit, day, "electricity")
        waiting = max((each.entitlement.home.village for each in lines), default="")
        served = [each for each in lines if each.entitlement.home.village != waiting]
        base = _handing("electricity", day, donor=_STATE, instalment=number, delivered_by="Trưởng thôn (mẫu)")
        made = _give(by, unit, base, served, lambda line: (line.worth.dong or 0) // 4)
        if number == 2 and made:
            take_back(by=by, delivery=made[0], on=day, reason="Hộ đã nhận qua điện lực (mẫu)")
        if number == 1:
            _not_due(by, unit, base, {each.entitlement.home.pk for each in lines})


def _not_due(by: User, unit: Unit, base: Handing, due: set[int]) -> None:
    kind = _kind("electricity")
    homes = [each.home for each in candidates(by, unit, base.on, kind, everyone=False) if each.home.pk not in due]
    others = homes or [each.home for each in candidates(by, unit, base.on, _kind("gift")) if each.home.pk not in due]
    if others:
        deliver(by=by, unit=unit, handing=replace(base, amount=180_000), to=[To(others[0].pk)])


def _study_costs(by: User, unit: Unit) -> None:
    """Two instalments of five and four of nine months, taken for granted that each child attends school but one."""
    for number, months, term in ((1, 5, date(YEAR, 2, 26)), (2, 4, date(YEAR, 9, 29))):
        day = _past(term)
        base = _handing("study_costs", day, donor=_STATE, instalment=number, delivered_by="Trường (mẫu)")
        lines = _due(by, unit, day, "study_costs", certain=False)
        _give(by, unit, base, lines[number - 1 : -1], partial(_part_of_year, months))


def _part_of_year(months: int, line: Line) -> int:
    return (line.worth.dong or 0) * months // 9


def _livelihood(by: User, unit: Unit) -> None:
    """Cows by the contract of the carried money, one a household: as many as were paid for. Hens by the new money."""
    cows, hens = _line(unit, "DA2", YEAR - 1), _line(unit, "H1.03", YEAR)
    homes = _with_class(by, unit, date(YEAR, 5, 14))
    herd = _handing(
        "livelihood_community", _past(date(YEAR, 5, 14)), fund_line=cows, item="Bò giống", quantity=Decimal(1),
        measure="con", specification="bò cái lai, 12 tháng tuổi", paper=_paper(unit, "38", date(YEAR, 5, 8)),
        delivered_by="Hợp tác xã Chăn nuôi (mẫu)",
    )  # fmt: skip
    flock = _handing(
        "livelihood_chain", _past(date(YEAR, 7, 8)), fund_line=hens, item="Gà giống", quantity=Decimal(HENS),
        measure="con", specification="gà ri lai, 30 ngày tuổi", paper=_paper(unit, "44", date(YEAR, 7, 2)),
        delivered_by="Hợp tác xã Chăn nuôi (mẫu)",
    )  # fmt: skip
    if cows is not None:
        deliver(by=by, unit=unit, handing=herd, to=[To(each) for each in homes[:8]])  # 8 × 14 = 112 million accepted
    if hens is not None and len(homes) > 8:
        deliver(by=by, unit=unit, handing=flock, to=[To(each) for each in homes[8:20]])


def _housing(by: User, unit: Unit) -> None:
    day = _past(date(YEAR, 8, 20))
    base = _handing(
        "housing", day, donor="Quỹ “Vì người nghèo” tỉnh (mẫu)", amount=60_000_000,
        confirmation=Confirmation.PAYMENT, reference="KB-118 (mẫu)", paper=_paper(unit, "52", date(YEAR, 7, 30)),
    )  # fmt: skip
    deliver(by=by, unit=unit, handing=base, to=[To(each) for each in _with_class(by, unit, day)[:2]])


def _gifts(by: User, unit: Unit) -> None:
    day = _past(date(YEAR, 2, 10))
    base = _handing("gift", day, donor="Hội Chữ thập đỏ xã (mẫu)", item="Gạo", quantity=Decimal(10), measure="kg")
    deliver(by=by, unit=unit, handing=base, to=[To(each) for each in _with_class(by, unit, day)])


def _handing(kind: str, day: date, *, confirmation: Confirmation = Confirmation.SIGNATURE, **values) -> Handing:
    return Handing(kind=kind, year=YEAR, on=day, confirmation=confirmation, **values)


def _due(by: User, unit: Unit, day: date, kind: str, *, certain: bool = True) -> list[Line]:
    lines = due_in(by, unit, day, kind=kind, prices=PRICES).lines
    return [each for each in lines if each.entitlement.certain or not certain]


def _give(
    by: User, unit: Unit, base: Handing, lines: Iterable[Line], amount: Callable[[Line], int | None]
) -> list[SupportDelivery]:
    """One batch, each with the sum it is due."""
    to = [
        To(each.entitlement.home.pk, each.entitlement.person.person.pk if each.entitlement.person else None, None, sum_)
        for each in lines
        if (sum_ := amount(each))
    ]
    return deliver(by=by, unit=unit, handing=base, to=to) if to else []


def _with_class(by: User, unit: Unit, day: date) -> Sequence[int]:
    """Poor households first, then the near-poor."""
    found = candidates(by, unit, _past(day), _kind("gift"))
    held = [(each.home.pk, each.home.classes(_past(day))) for each in found]
    poor = [pk for pk, classes in held if "poor" in classes]
    return poor + [pk for pk, classes in held if "near_poor" in classes and "poor" not in classes]


def _kind(code: str) -> Kind:
    kind = kind_of(code)
    if kind is None:
        raise LookupError(code)
    return kind


def _line(unit: Unit, node: str, year: int) -> FundLine | None:
    return FundLine.objects.filter(unit=unit, node__code=node, source__code="TW-SN", year=year).first()


def _paper(unit: Unit, number: str, day: date) -> Citation:
    symbol = f"{number}/QĐ-UBND"
    return Citation(
        key=f"{symbol} {MARK} {unit.code}", symbol=symbol, doc_type="QĐ", number=number, issued_on=_past(day),
        issuer_name=f"UBND {unit.name.lower()} (mẫu)", issuer=unit,
    )  # fmt: skip


def _past(day: date) -> date:
    """The day, or today where it has not come."""
    return min(day, timezone.localdate())
