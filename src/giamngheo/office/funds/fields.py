"""Fields of the forms of money, and how what was typed is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from giamngheo.documents.actions import Citation
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds.problems import AMOUNT, NO_PAPER
from giamngheo.funds.routes import ROUTES
from giamngheo.funds.sheet import cited
from giamngheo.office.households.fields import Field, Options, Typed
from giamngheo.office.typed import money, whole

# Which field a refusal is shown beside; what is not here is shown on top only.
PLACES = {
    "LEDGER-AMOUNT": "amount", "LEDGER-NOT-ENOUGH": "amount", "LEDGER-LATER": "on", "LEDGER-DAY": "on",
    "LEDGER-NO-PAPER": "paper", "LEDGER-NO-REASON": "note", "LEDGER-NO-CONTRACT": "contract",
    "LEDGER-NOT-ACCEPTED": "amount", "LEDGER-CLOSED": "budget_year", "LEDGER-AFTER-END": "on",
    "LEDGER-CONTRACT-FULL": "amount", "SUPPORT-PROJECT-NORM": "amount", "SUPPORT-PROJECT-MONEY-ABOVE": "amount",
}  # fmt: skip


class MoneyTyped(Typed):
    """What was sent, read field by field."""

    def money(self, name: str = "amount") -> int:
        """Đồng; what is none is noted."""
        found = money(self.text(name))
        if found is None:
            self.findings.append((name, AMOUNT.at(amount=self.text(name))))
        return found or 0

    def year(self, name: str, usual: int) -> int:
        """A year; blank or unreadable is the usual one."""
        return whole(self.text(name)) or usual

    def paper(self, unit_name: str, *, must: bool, kind: tuple[str, str]) -> Citation | None:
        """The decision named by its symbol and day; missing where it must be there is noted."""
        symbol = squeeze(nfc(self.text("paper")))
        if not symbol:
            if must:
                self.findings.append(("paper", NO_PAPER.at(kind_vi=kind[0], kind_en=kind[1])))
            return None
        return cited(symbol, self.day("paper_on"), unit_name)


def amount_field() -> Field:
    """How much."""
    return Field("amount", _("Số tiền"), _("Bằng đồng, ví dụ 300.000.000; hoặc viết 300 triệu."), most=30)


def day_field(today: str) -> Field:
    """The day on the paper."""
    return Field("on", _("Ngày"), _("Ngày trên chứng từ. Ví dụ 01/09/2026 hoặc 1/9."), value=today, most=10)


def paper_fields(*, must: bool) -> list[Field]:
    """The decision or paper: symbol and day."""
    label = _("Số, ký hiệu quyết định") if must else _("Số, ký hiệu văn bản (không bắt buộc)")
    return [
        Field("paper", label, _("Ví dụ 725/QĐ-UBND."), most=80, required=must),
        Field("paper_on", _("Ngày ban hành"), _("Ví dụ 29/02/2024."), most=10),
    ]


def note_field(*, must: bool) -> Field:
    """Why, or a note."""
    return Field("note", _("Lý do") if must else _("Ghi chú (không bắt buộc)"), most=300, required=must)


def choice(name: str, label: str, options: Options, value: str = "") -> Field:
    """One of several."""
    return Field(name, label, options=options, value=value)


def needs_paper(kind: str) -> bool:
    """Whether an entry of that kind must name a decision."""
    return ROUTES[kind].paper  # type: ignore[index]


def placed(findings: Iterable[Finding]) -> list[tuple[str, Finding]]:
    """Findings of the ledger with the field each belongs to, "" for the form as a whole."""
    return [(PLACES.get(each.code, ""), each) for each in findings]


def typed_of(post: Mapping[str, str], today: date) -> MoneyTyped:
    """What a form sent."""
    return MoneyTyped(post, today)
