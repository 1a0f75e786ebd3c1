"""Writes ledger rows without asking any verb: what the guards see, whoever writes. Invented decisions and sums."""

from __future__ import annotations

from datetime import date

from giamngheo.documents.models import Document
from giamngheo.funds.models import Acceptance, Contract, FundLine, FundSource, LedgerAccount, LedgerEntry
from giamngheo.programme.models import ProgrammeNode, ProgrammePeriod


class Ledger:
    """Lines of one commune; `move` writes one entry between stages of a line."""

    def __init__(self, unit, year: int = 2024) -> None:
        self.unit, self.year = unit, year
        self.paper = Document.objects.create(symbol="01/QĐ-UBND", reference_key=f"giả {unit.pk} {year}")

    def line(
        self, node: str | None = "DA2", source: str = "TW-SN", period: str = "2021-2025", year: int = 0
    ) -> FundLine:
        period_ = ProgrammePeriod.objects.get(code=period)
        return FundLine.objects.get_or_create(
            unit=self.unit, source=FundSource.objects.get(code=source), year=year or self.year, period=period_,
            node=ProgrammeNode.objects.get(code=node, period=period_) if node else None,
        )[0]  # fmt: skip

    def account(self, line: FundLine, stage: str, budget_year: int = 0) -> LedgerAccount:
        return LedgerAccount.objects.get_or_create(line=line, stage=stage, budget_year=budget_year or self.year)[0]

    def move(
        self, kind: str, amount: int, before: LedgerAccount | None, after: LedgerAccount | None, on: date | None = None,
        **values,
    ) -> LedgerEntry:  # fmt: skip
        return LedgerEntry.objects.create(
            kind=kind, amount=amount, source_account=before, target_account=after, on=on or date(self.year, 3, 1),
            **{"document": self.paper, **values},
        )  # fmt: skip

    def contract(self, value: int = 1000) -> Contract:
        number = f"{Contract.objects.count() + 1:02}/HĐ"
        return Contract.objects.create(
            unit=self.unit, number=number, contractor="Hợp tác xã Giả", content="Cung ứng bò giống", value=value,
            signed_on=date(self.year, 4, 1),
        )  # fmt: skip

    def accept(self, contract: Contract, amount: int) -> Acceptance:
        return Acceptance.objects.create(contract=contract, amount=amount, on=date(self.year, 6, 1))
