"""The columns of a workbook of ledger entries, and a row of it as a movement. docs/algorithms/tables.md."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

from giamngheo.documents.actions import Citation
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import bare, nfc, squeeze
from giamngheo.funds import problems as p
from giamngheo.funds.models import Contract, EntryKind, FundSource, LedgerEntry, Stage
from giamngheo.funds.routes import ROUTES
from giamngheo.households.lists.table_cells import RowReader
from giamngheo.households.lists.tables import Choices, Column, Table, TableRow
from giamngheo.programme.models import ProgrammeNode, ProgrammePeriod

if TYPE_CHECKING:
    from giamngheo.territory.models import Unit

_KINDS = Choices({kind.value: kind.label for kind in ROUTES})
_STAGES = Choices({stage.value: stage.label for stage in Stage})
COLUMNS = (
    Column("entry", _("Mã bút toán"), width=12,
           help=_("Có sẵn khi tải sổ ra: sửa dòng ấy là sửa bút toán; trống là bút toán mới.")),
    Column("kind", _("Loại bút toán"), must=True, choices=_KINDS, width=24),
    Column("source", _("Nguồn vốn"), ("nguon", "ma nguon"), must=True, help=_("Mã hoặc tên nguồn, ví dụ TW-SN.")),
    Column("period", _("Giai đoạn"), must=True, help=_("Ví dụ 2021-2025."), width=14, is_text=True),
    Column("year", _("Năm kế hoạch vốn"), ("nam ke hoach",), must=True, width=12),
    Column("budget_year", _("Năm ngân sách"), help=_("Năm chi vốn này; trống là năm kế hoạch vốn."), width=12),
    Column("node", _("Dự án"), ("ma du an", "tieu du an"), width=12, is_text=True,
           help=_("Mã dự án của dòng vốn, ví dụ DA2; trống là chưa phân bổ.")),
    Column("to_node", _("Phân bổ cho dự án"), help=_("Khi phân bổ: mã dự án nhận."), width=14, is_text=True),
    Column("amount", _("Số tiền (đồng)"), ("so tien",), must=True, width=20),
    Column("on", _("Ngày"), ("ngay chung tu", "ngay but toan"), must=True, help=_("Trên chứng từ."), width=14),
    Column("paper", _("Số, ký hiệu văn bản"), ("quyet dinh", "so quyet dinh"), help=_("Ví dụ 725/QĐ-UBND."), width=22),
    Column("paper_on", _("Ngày ban hành"), ("ngay quyet dinh",), width=14),
    Column("contract", _("Số hợp đồng"), help=_("Hợp đồng đã ghi trong sổ."), is_text=True),
    Column("stage", _("Lấy từ"), choices=_STAGES, help=_("Trống là nơi thường lấy.")),
    Column("note", _("Lý do, ghi chú"), ("ghi chu", "ly do"), width=30),
)  # fmt: skip


class Known(NamedTuple):
    """What the words of a row may name; read once for a file."""

    sources: dict[str, FundSource]
    periods: dict[str, ProgrammePeriod]
    nodes: dict[tuple[int, str], ProgrammeNode]
    contracts: dict[str, Contract]


class Movement(NamedTuple):
    """A row as `actions.enter` takes it, its line still by its parts. `replaces`: the entry it puts right."""

    kind: EntryKind
    source: FundSource
    period: ProgrammePeriod
    year: int
    budget_year: int
    node: ProgrammeNode | None
    to_node: ProgrammeNode | None
    amount: int
    on: date
    paper: Citation | None
    contract: Contract | None
    stage: Stage | None
    note: str
    replaces: LedgerEntry | None = None


def known_of(unit: Unit) -> Known:
    """Sources, periods, nodes, and the commune's contracts. Whoever reads for it asked for the right before."""
    sources = FundSource.objects.filter(is_loan=False)
    return Known(
        {bare(words): each for each in sources for words in (each.name, each.code)},
        {bare(each.code): each for each in ProgrammePeriod.objects.all()},
        {(each.period_id, bare(each.code)): each for each in ProgrammeNode.objects.all()},
        {bare(each.number): each for each in Contract.objects.filter(unit=unit).order_by("signed_on", "id")},
    )


def cited(symbol: str, issued_on: date | None, unit_name: str) -> Citation:
    """A paper named by its symbol, as a commune cites its own."""
    symbol = squeeze(nfc(symbol))
    number, _slash, rest = symbol.partition("/")
    doc_type = rest.split("-")[0].split("/")[-1]
    key = f"{symbol.upper()}|{unit_name.lower()}"
    return Citation(key=key, symbol=symbol, doc_type=doc_type[:8], number=number, issued_on=issued_on)


def read_movement(table: Table, row: TableRow, unit: Unit, known: Known) -> tuple[Movement | None, list[Finding]]:
    """A row; None with what is wrong."""
    cells = RowReader(table, row)
    cells.whole("entry")  # what is no number is said, not taken for a new entry
    kind = cells.choice("kind", _KINDS, must=True)
    words = {name: cells.text(name, 200, must=name in ("source", "period")) for name in
             ("source", "period", "node", "to_node", "contract", "paper")}  # fmt: skip
    year, budget_year = cells.whole("year", must=True), cells.whole("budget_year")
    amount, on = cells.money("amount", must=True), cells.day("on", must=True)
    stage, note, paper_on = cells.choice("stage", _STAGES), cells.text("note", 2000), cells.day("paper_on")
    source, period = known.sources.get(bare(words["source"])), known.periods.get(bare(words["period"]))
    node, to_node = (known.nodes.get((period.pk if period else 0, bare(words[each]))) for each in ("node", "to_node"))
    contract = known.contracts.get(bare(words["contract"]))
    named = {"source": source, "period": period, "node": node, "to_node": to_node, "contract": contract}
    found = list(cells.findings) + [
        p.NAMED.at(row.number, column=table.titles[name], text=words[name])
        for name, one in named.items()
        if words[name] and one is None
    ]
    if found or source is None or period is None or year is None or amount is None or on is None:
        return None, found
    paper = cited(words["paper"], paper_on, unit.short_name) if words["paper"] else None
    movement = Movement(
        EntryKind(kind), source, period, year, budget_year or year, node, to_node, amount, on, paper, contract,
        Stage(stage) if stage else None, note,
    )  # fmt: skip
    return movement, []
