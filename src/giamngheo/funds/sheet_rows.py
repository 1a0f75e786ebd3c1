"""What stands in the ledger as rows of its workbook: so that what went out comes back. docs/algorithms/tables.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from giamngheo.documents.actions import Citation
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds.models import EntryKind, LedgerEntry, Stage
from giamngheo.funds.sheet import COLUMNS, Movement

if TYPE_CHECKING:
    from giamngheo.territory.models import Unit

_READ = (
    "source_account__line__source", "source_account__line__node", "source_account__line__period",
    "target_account__line__source", "target_account__line__node", "target_account__line__period",
    "document", "contract", "work_item",
)  # fmt: skip


def entries_of(unit: Unit) -> QuerySet[LedgerEntry]:
    """The commune's entries that are no counter-entries, in their order. Whoever reads for it asked for the right."""
    theirs = Q(source_account__line__unit=unit) | Q(target_account__line__unit=unit)
    found = LedgerEntry.objects.filter(theirs).exclude(kind=EntryKind.REVERSE)
    return found.select_related(*_READ).order_by("on", "id")


def standing_in(unit: Unit, budget_year: int) -> QuerySet[LedgerEntry]:
    """Those of a budget year that were not taken back."""
    year = Q(source_account__budget_year=budget_year) | Q(target_account__budget_year=budget_year)
    return entries_of(unit).filter(year, reversed_by=None)


def movement_of(entry: LedgerEntry) -> Movement:
    """An entry as a row of the workbook would say it."""
    account = entry.source_account or entry.target_account
    if account is None:
        raise ValueError("an entry moves money")
    line, target = account.line, entry.target_account
    goes_on = target is not None and target.line_id != line.pk and entry.kind == EntryKind.ALLOCATE
    return Movement(
        EntryKind(entry.kind), line.source, line.period, line.year, account.budget_year, line.node,
        target.line.node if target is not None and goes_on else None, entry.amount, entry.on, _paper(entry),
        entry.contract, Stage(entry.source_account.stage) if entry.source_account else None, entry.note, entry,
    )  # fmt: skip


def _paper(entry: LedgerEntry) -> Citation | None:
    paper = entry.document
    if paper is None:
        return None
    return Citation(key=paper.reference_key, symbol=paper.symbol, issued_on=paper.issued_on)


def cells_of(entry: LedgerEntry) -> list[Any]:
    """The row that comes back, in the order of the columns."""
    each = movement_of(entry)
    return [
        entry.pk, str(each.kind.label), each.source.code, each.period.code, each.year, each.budget_year,
        each.node.code if each.node else "", each.to_node.code if each.to_node else "", each.amount, each.on,
        each.paper.symbol if each.paper else "", each.paper.issued_on if each.paper else None,
        each.contract.number if each.contract else "", str(each.stage.label) if each.stage else "", each.note,
    ]  # fmt: skip


def told_anew(stands: Movement, said: Movement) -> Movement:
    """What a row says of an entry that stands: a blank "taken from" says nothing new; a paper or a contract of the same
    symbol or number is the one that stands."""
    paper, contract = said.paper, said.contract
    if paper and stands.paper and _symbol(paper) == _symbol(stands.paper) and paper.issued_on == stands.paper.issued_on:
        paper = stands.paper
    if contract and stands.contract and contract.number == stands.contract.number:
        contract = stands.contract
    note = stands.note if squeeze(nfc(said.note)) == squeeze(nfc(stands.note)) else said.note
    return said._replace(
        paper=paper, contract=contract, note=note, stage=said.stage or stands.stage, replaces=stands.replaces
    )


def _symbol(paper: Citation) -> str:
    return squeeze(nfc(paper.symbol)).upper()


def changes(stands: Movement, said: Movement) -> Iterator[str]:
    """What a row puts right, each in words."""
    titles = {each.name: str(each.title) for each in COLUMNS}
    for name in stands._fields:
        before, after = getattr(stands, name), getattr(said, name)
        if name != "replaces" and before != after:
            yield _("%(what)s: %(before)s → %(after)s") % {
                "what": titles[name], "before": _printed(name, before), "after": _printed(name, after),
            }  # fmt: skip


def _printed(name: str, value: Any) -> str:
    if value is None or value == "":
        return "–"
    if name == "amount":
        return format_number(value)
    if name == "on":
        return format_date(value)
    if name == "paper":
        return f"{value.symbol}, {format_date(value.issued_on)}" if value.issued_on else str(value.symbol)
    if name in ("kind", "stage"):
        return str(value.label)
    return str(getattr(value, "code", None) or getattr(value, "number", None) or value)
