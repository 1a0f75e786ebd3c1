"""What a verb or a preview is told: what is handed over, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.foundation.text import bare

if TYPE_CHECKING:
    from giamngheo.documents.actions import Citation
    from giamngheo.documents.models import StoredFile
    from giamngheo.foundation.findings import Finding
    from giamngheo.funds.models import FundLine
    from giamngheo.households.models import Address, Household, Person
    from giamngheo.programme.models import WorkItem
    from giamngheo.support.catalogue import Kind


@dataclass(frozen=True, slots=True)
class Handing:
    """What each of a batch receives; fields as `SupportDelivery`. `paper`: the decision as it was cited."""

    kind: str
    year: int
    on: date
    instalment: int = 0
    amount: int | None = None
    item: str = ""
    quantity: Decimal | None = None
    measure: str = ""
    specification: str = ""
    brand: str = ""
    maker: str = ""
    fund_line: FundLine | None = None
    donor: str = ""
    work_item: WorkItem | None = None
    paper: Citation | None = None
    confirmation: str = ""
    reference: str = ""
    delivered_by: str = ""
    files: tuple[StoredFile, ...] = ()
    reason: str = ""


class To(NamedTuple):
    """Somebody who receives it: ids. `person`: where the kind's subject is one. `recipient`: who took it, else the
    head. `amount`: another than the batch's."""

    household: int
    person: int | None = None
    recipient: int | None = None
    amount: int | None = None


class Checked(NamedTuple):
    """One of a batch, looked up and judged. `household` and `recipient` None where a finding says why."""

    to: To
    who: str
    household: Household | None
    address: Address | None
    person: Person | None
    recipient: Person | None
    amount: int | None
    findings: Sequence[Finding]


def content_of(kind: Kind, item: str) -> str:
    """What "the same content" is: the kind's, with the item's bare name where the kind is handed out by items."""
    return f"{kind.same_content}/{bare(item)}" if kind.by_item and item else kind.same_content
