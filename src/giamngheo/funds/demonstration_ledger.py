"""The demonstration's money: what the sample plan's decisions gave in 2023 and 2024, the year of the merger, and 2026.

Sums, contracts and treasury papers are invented and say so ("mẫu"); the decisions of 2023 and 2024 are those the plan
names, and where a plan names a sum with its decision that sum is given. Through the verbs that the screens call, so
nothing here could not have been typed by an officer. 2023, 2024 and 2025 are settled and closed; in 2026 one line of
the old period stands still although its money ends with the year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from giamngheo.documents.actions import Citation
from giamngheo.funds import actions
from giamngheo.funds.models import EntryKind, FundingReference, FundLine, FundSource, LedgerAccount, LedgerEntry, Stage
from giamngheo.funds.queries import funding_references_for
from giamngheo.households.demonstration import MARK
from giamngheo.programme.models import ProgrammeNode, ProgrammePeriod

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.funds.models import Contract
    from giamngheo.territory.models import Unit

OLD, NEW = "2021-2025", "2026-2030"
MILLION = 1_000_000
# A line of the old period of which nothing is paid out in 2026: what an alert has to find.
SLOW = ("DA4.1", "TW-SN", 2025)
# Millions that each decision of the plan gave a node, where the plan names no sum: symbol → source, node → millions.
_PLAN = {
    "829/QĐ-UBND": ("TW-SN", {"DA2": 180, "DA3.1": 120}),
    "725/QĐ-UBND": ("TW-SN", {"DA2": 260, "DA3.1": 170}),
    "1277/QĐ-UBND": ("DP-SN", {"DA2": 50, "DA3.1": 35}),
}


class Made(NamedTuple):
    """How many stand in the demonstration."""

    lines: int
    entries: int


@dataclass(frozen=True)
class _Book:
    """One officer writing in one commune's book of a budget year."""

    by: User
    unit: Unit
    year: int

    def line(self, source: str, node: str | None, year: int, period: str = OLD) -> FundLine:
        period_ = ProgrammePeriod.objects.get(code=period)
        return actions.open_line(
            by=self.by, unit=self.unit, source=FundSource.objects.get(code=source), year=year, period=period_,
            node=ProgrammeNode.objects.get(code=node, period=period_) if node else None,
        )  # fmt: skip

    def paper(self, number: str, day: date, issuer: str = "") -> Citation:
        symbol = f"{number}/QĐ-UBND"
        return Citation(
            key=f"{symbol} {MARK} {self.unit.code}", symbol=symbol, doc_type="QĐ", number=number, issued_on=_past(day),
            issuer_name=f"{issuer or f'UBND {self.unit.name.lower()}'} (mẫu)", issuer=None if issuer else self.unit,
        )  # fmt: skip

    def enter(self, kind: EntryKind, line: FundLine, millions: int, on: date, **values) -> LedgerEntry:
        return actions.enter(
            by=self.by, kind=kind, line=line, budget_year=self.year, amount=millions * MILLION, on=_past(on), **values
        )

    def give(
        self, source: str, nodes: dict[str, int], given: Citation, on: date, shared: Citation, *, year: int = 0,
        period: str = OLD,
    ) -> dict[str, FundLine]:  # fmt: skip
        """Assigned to the commune by one decision, allocated to projects by another."""
        whole = self.line(source, None, year or self.year, period)
        self.enter(EntryKind.ASSIGN, whole, sum(nodes.values()), on, paper=given)
        lines = {}
        for node, millions in nodes.items():
            lines[node] = self.line(source, node, year or self.year, period)
            self.enter(EntryKind.ALLOCATE, whole, millions, on, to_line=lines[node], paper=shared)
        return lines

    def pay(self, line: FundLine, *paid: tuple[int, date], note: str = "") -> None:
        for millions, day in paid:
            self.enter(EntryKind.DISBURSE, line, millions, day, note=note)

    def sign(self, line: FundLine, number: str, who: str, what: str, millions: int, on: date, ends: date) -> Contract:
        return actions.sign_contract(
            by=self.by, line=line, budget_year=self.year, number=number, contractor=f"{who} (mẫu)", content=what,
            value=millions * MILLION, signed_on=_past(on), ends_on=max(_past(on), ends),
        )  # fmt: skip

    def accept(self, contract: Contract, millions: int, on: date, reference: str) -> None:
        actions.accept(
            by=self.by, contract=contract, amount=millions * MILLION, on=_past(on), reference=f"{reference} (mẫu)"
        )

    def settle_and_close(self, settled: date, closed: date, leader: User | None) -> None:
        """Everything disbursed is settled, and nothing enters the year any more; only a leader closes."""
        for account in _accounts(self.unit, self.year, Stage.DISBURSED):
            actions.enter(
                by=self.by, kind=EntryKind.SETTLE, line=account.line, budget_year=self.year, amount=account.balance,
                on=settled, note="Quyết toán năm (mẫu)",
            )  # fmt: skip
        if leader is not None:
            actions.close_year(by=leader, unit=self.unit, budget_year=self.year, on=closed, note="(mẫu)")


@transaction.atomic
def prepare(*, by: User, before: Unit, unit: Unit, leader: User | None = None) -> Made:
    """The money of the commune `before` the merger and of today's `unit`, once. `leader`: one who closes years."""
    if FundLine.objects.filter(unit__in=(before, unit)).exists():
        return Made(0, 0)
    _as_planned(by, before, leader)
    _merged(by, unit, leader)
    _carried(by, unit)
    _new_period(by, unit)
    _hindered(by, unit)
    return Made(FundLine.objects.filter(unit__in=(before, unit)).count(), LedgerEntry.objects.count())


def _as_planned(by: User, unit: Unit, leader: User | None) -> None:
    """2023 slow, as the plan complains; what was left is carried over and spent in 2024, but for some millions."""
    named = _named_in_plan(by, unit)
    first, second = _Book(by, unit, 2023), _Book(by, unit, 2024)
    late = first.give(
        *_plan_money(first, named, "829/QĐ-UBND", 2023), date(2023, 3, 20), first.paper("21", date(2023, 4, 3))
    )
    first.pay(late["DA2"], (40, date(2023, 11, 14)))
    first.pay(late["DA3.1"], (30, date(2023, 12, 8)))
    actions.carry_over(
        by=by, budget_year=2023, what=actions.left_in(unit, 2023), paper=first.paper("7", date(2024, 1, 18)),
        on=date(2024, 1, 22), note="Chưa chi hết trong năm 2023 (mẫu)",
    )  # fmt: skip
    first.settle_and_close(date(2024, 1, 31), date(2024, 2, 15), leader)
    shared = second.paper("30", date(2024, 4, 10))
    state = second.give(*_plan_money(second, named, "725/QĐ-UBND", 2024), date(2024, 4, 12), shared)
    province = second.give(*_plan_money(second, named, "1277/QĐ-UBND", 2024), date(2024, 4, 12), shared)
    second.pay(late["DA2"], (140, date(2024, 5, 20)), note="Bò giống chuyển từ 2023 (mẫu)")
    second.pay(late["DA3.1"], (90, date(2024, 6, 11)))
    herd = second.sign(
        state["DA2"], "02/2024/HĐ", "Hợp tác xã Chăn nuôi", "Cung ứng bò giống cho hộ nghèo, hộ cận nghèo", 240,
        date(2024, 5, 6), date(2024, 12, 15),
    )  # fmt: skip
    second.enter(EntryKind.ADVANCE, state["DA2"], 70, date(2024, 5, 15), contract=herd)
    second.accept(herd, 240, date(2024, 9, 16), "05/BBNT")
    second.enter(EntryKind.DISBURSE, state["DA2"], 70, date(2024, 9, 20), contract=herd, stage=Stage.ADVANCED)
    second.enter(EntryKind.DISBURSE, state["DA2"], 170, date(2024, 9, 24), contract=herd)
    second.pay(state["DA2"], (20, date(2024, 11, 5)))
    second.pay(state["DA3.1"], (90, date(2024, 7, 2)), (57, date(2024, 11, 19)))
    for line in province.values():
        second.pay(line, (35, date(2024, 10, 1)))
    second.pay(province["DA2"], (15, date(2024, 12, 3)))
    second.enter(
        EntryKind.CANCEL,
        state["DA3.1"],
        23,
        date(2024, 12, 30),
        stage=Stage.ALLOCATED,
        note="Hộ xin thôi nhận hỗ trợ (mẫu)",
    )
    second.settle_and_close(date(2025, 1, 31), date(2025, 2, 14), leader)


def _named_in_plan(by: User, unit: Unit) -> Sequence[FundingReference]:
    return list(funding_references_for(by).filter(plan__commune=unit))


def _plan_money(
    book: _Book, named: Sequence[FundingReference], symbol: str, year: int
) -> tuple[str, dict[str, int], Citation]:
    """The decision as the plan cites it, with the sums the plan names, else invented ones."""
    source, millions = _PLAN[symbol]
    found = [each for each in named if each.document.symbol == symbol]
    sums = {each.node.code: int(each.amount) // MILLION for each in found if each.node and each.amount}
    paper = book.paper(symbol.split("/")[0], date(year, 4, 1), "UBND cấp trên")
    if found:
        cited = found[0].document
        paper = Citation(
            key=cited.reference_key, symbol=cited.symbol, doc_type=cited.doc_type, number=cited.number,
            issued_on=cited.issued_on, issuer_name=cited.issuer_name,
        )  # fmt: skip
    return source, millions | sums, paper


def _merged(by: User, unit: Unit, leader: User | None) -> None:
    """2025, of the commune of today: half spent; the rest carried over by a decision, a little cancelled."""
    book = _Book(by, unit, 2025)
    given, shared = book.paper("2718", date(2025, 8, 11), "UBND tỉnh"), book.paper("46", date(2025, 8, 25))
    lines = book.give(
        "TW-SN", {"DA2": 320, "DA3.1": 210, "DA4.1": 96, "DA6.2": 30, "DA7.1": 40}, given, date(2025, 8, 27), shared
    )
    own = book.give("DP-SN", {"DA2": 60, "DA3.1": 40}, given, date(2025, 8, 27), shared)
    fowl = book.sign(
        lines["DA2"], "03/2025/HĐ", "Hợp tác xã Chăn nuôi", "Cung ứng gà giống, thức ăn và tập huấn", 150,
        date(2025, 9, 15), date(2025, 12, 20),
    )  # fmt: skip
    book.enter(EntryKind.ADVANCE, lines["DA2"], 45, date(2025, 9, 22), contract=fowl)
    book.accept(fowl, 150, date(2025, 12, 5), "11/BBNT")
    book.enter(EntryKind.DISBURSE, lines["DA2"], 45, date(2025, 12, 10), contract=fowl, stage=Stage.ADVANCED)
    book.enter(EntryKind.DISBURSE, lines["DA2"], 105, date(2025, 12, 12), contract=fowl)
    book.pay(lines["DA3.1"], (80, date(2025, 11, 18)), (30, date(2025, 12, 19)))
    book.pay(lines["DA6.2"], (26, date(2025, 12, 2)))
    book.pay(lines["DA7.1"], (40, date(2025, 11, 25)))
    book.pay(own["DA2"], (60, date(2025, 12, 12)))
    book.pay(own["DA3.1"], (40, date(2025, 12, 19)))
    book.enter(
        EntryKind.CANCEL,
        lines["DA6.2"],
        4,
        date(2025, 12, 31),
        stage=Stage.ALLOCATED,
        note="Tổ chức ít buổi hơn dự toán (mẫu)",
    )
    actions.carry_over(
        by=by, budget_year=2025, what=actions.left_in(unit, 2025), paper=book.paper("9", date(2026, 1, 20)),
        on=date(2026, 1, 23), note="Vốn giao muộn, chưa chi hết trong năm (mẫu)",
    )  # fmt: skip
    book.settle_and_close(date(2026, 1, 30), date(2026, 2, 10), leader)


def _carried(by: User, unit: Unit) -> None:
    """2026, money carried over: cows are handed out, one payment is entered wrongly and taken back; one line stands."""
    book = _Book(by, unit, 2026)
    cows, crops = book.line("TW-SN", "DA2", 2025), book.line("TW-SN", "DA3.1", 2025)
    herd = book.sign(
        cows, "01/2026/HĐ", "Hợp tác xã Chăn nuôi", "Cung ứng bò giống cho hộ nghèo, hộ cận nghèo", 160,
        date(2026, 3, 9), date(2026, 11, 30),
    )  # fmt: skip
    book.enter(EntryKind.ADVANCE, cows, 48, date(2026, 3, 16), contract=herd)
    book.accept(herd, 112, date(2026, 5, 12), "03/BBNT")
    book.enter(EntryKind.DISBURSE, cows, 48, date(2026, 5, 15), contract=herd, stage=Stage.ADVANCED)
    wrong = book.enter(EntryKind.DISBURSE, cows, 46, date(2026, 5, 18), contract=herd)
    actions.reverse(by=by, entry=wrong, on=_past(date(2026, 5, 20)), reason="Gõ nhầm 46 thay vì 64 triệu (mẫu)")
    book.enter(EntryKind.DISBURSE, cows, 64, date(2026, 5, 20), contract=herd, note="Ghi lại cho đúng (mẫu)")
    book.pay(crops, (60, date(2026, 4, 21)), (32, date(2026, 8, 14)))


def _new_period(by: User, unit: Unit) -> None:
    """2026, money of the new period: investment, recurrent, counterpart, mobilised, and people's days of work."""
    book = _Book(by, unit, 2026)
    given, shared = book.paper("1105", date(2026, 4, 6), "UBND tỉnh"), book.paper("27", date(2026, 4, 20))
    day = date(2026, 4, 22)
    works = book.give("TW-DT", {"H1.02": 900}, given, day, shared, period=NEW)
    lines = book.give("TW-SN", {"H1.03": 280, "H1.04": 150, "H1.10": 45}, given, day, shared, period=NEW)
    own = book.give("DP-SN", {"H1.03": 60, "H1.04": 20}, given, day, shared, period=NEW)
    raised = book.give("HD", {"H1.08": 120}, shared, day, shared, period=NEW)
    people = book.line("DAN", "H1.03", 2026, NEW)
    road = book.sign(
        works["H1.02"], "05/2026/HĐ", "Công ty Xây dựng", "Sửa đường vào khu sản xuất thôn Mẫu 4", 860,
        date(2026, 6, 15), date(2027, 3, 31),
    )  # fmt: skip
    book.enter(EntryKind.ADVANCE, works["H1.02"], 258, date(2026, 6, 24), contract=road)
    book.accept(road, 410, date(2026, 10, 2), "08/BBNT")
    book.enter(EntryKind.DISBURSE, works["H1.02"], 200, date(2026, 10, 6), contract=road)
    book.pay(lines["H1.03"], (110, date(2026, 7, 10)), (52, date(2026, 10, 20)))
    book.pay(lines["H1.04"], (45, date(2026, 9, 18)))
    book.pay(lines["H1.10"], (18, date(2026, 7, 28)), (9, date(2026, 10, 27)))
    book.pay(own["H1.03"], (40, date(2026, 7, 10)))
    book.pay(raised["H1.08"], (80, date(2026, 8, 5)))
    helped = book.paper("31", date(2026, 5, 4))
    work = {"quantity": Decimal(150), "measure": "ngày công"}
    book.enter(EntryKind.ASSIGN, people, 30, date(2026, 5, 6), paper=helped, **work)
    book.enter(EntryKind.ALLOCATE, people, 30, date(2026, 5, 6), paper=helped)
    book.enter(EntryKind.DISBURSE, people, 24, date(2026, 9, 30), quantity=Decimal(120), measure="ngày công")


def _hindered(by: User, unit: Unit) -> None:
    """What stands in the way of two lines of 2026, the second told anew."""
    book, (node, source, year) = _Book(by, unit, 2026), SLOW
    slow, road = book.line(source, node, year), book.line("TW-DT", "H1.02", 2026, NEW)
    for line, day, text in (
        (slow, date(2026, 3, 10), "Chưa có cơ sở đào tạo nhận đặt hàng (mẫu)"),
        (road, date(2026, 7, 6), "Chưa giải phóng xong mặt bằng (mẫu)"),
        (road, date(2026, 10, 8), "Mưa kéo dài, nhà thầu thi công chậm (mẫu)"),
    ):
        actions.tell_difficulty(by=by, line=line, on=_past(day), text=text)


def _accounts(unit: Unit, year: int, stage: Stage) -> QuerySet[LedgerAccount]:
    found = LedgerAccount.objects.filter(line__unit=unit, budget_year=year, stage=stage, balance__gt=0)
    return found.select_related("line__unit", "line__source", "line__period", "line__node").order_by("pk")


def _past(day: date) -> date:
    """The day, or today where it has not come."""
    return min(day, timezone.localdate())
