"""The household statement as an official document and as rows of a workbook."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.paperwork.document import (
    Line,
    Node,
    NodeKind,
    OfficialDocument,
    PlaceAndDate,
    Reference,
    Signature,
    SourceFormat,
)
from giamngheo.support.models import Confirmation, SupportDelivery
from giamngheo.support.queries.statement import HouseholdStatement, StatementRow

_MOTTO = (Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), Line("Độc lập - Tự do - Hạnh phúc"))
_BASIS = "Theo khoản 3 Điều 3 Thông tư số 60/2026/TT-BTC."
HEADINGS = (
    "TT", "Họ và tên người nhận", "Số định danh cá nhân", "Địa chỉ", "Số tiền (đồng)", "Tên hàng", "Số lượng",
    "Thông số, nhãn hiệu, nơi sản xuất", "Ký nhận, điểm chỉ hoặc xác nhận thanh toán",
)  # fmt: skip
# On paper name, quantity and make share a column, so that the table stays on upright pages.
_MONEY, _GOODS = (0, 1, 2, 3, 4, 8), (0, 1, 2, 3, 5, 8)
_ON_PAPER = {5: "Tên hàng, số lượng; thông số, nhãn mác, nơi sản xuất"}


class Sheet(NamedTuple):
    """Cells of the statement as a workbook has them; whole numbers stay numbers."""

    header: list[str]
    rows: list[list[str | int]]


def sheet(found: HouseholdStatement) -> Sheet:
    """Every column, and day, source and document of each row behind them; the sum last."""
    header = [*HEADINGS, "Hỗ trợ cho", "Ngày", "Nguồn", "Văn bản"]
    rows = [[*_cells(number, row, as_numbers=True), *_more(row)] for number, row in enumerate(found.rows, 1)]
    rows.append(["", "Cộng", "", "", found.total, *[""] * (len(header) - 5)])
    rows += [["", "Cộng", "", "", "", item, f"{_quantity(sum_)} {measure}", *[""] * (len(header) - 7)]
             for (item, measure), sum_ in found.goods.items()]  # fmt: skip
    return Sheet(header, rows)


def document(found: HouseholdStatement) -> OfficialDocument:
    """The statement to print and sign. Number, day and signer are left to be filled in; columns nobody needs are left
    out."""
    money = any(row.delivery.amount is not None for row in found.rows) or not found.goods
    shown = [at for at in range(len(HEADINGS)) if (money and at in _MONEY) or (found.goods and at in _GOODS)]
    rows = [_on_paper(number, row) for number, row in enumerate(found.rows, 1)]
    if money:
        rows.append(["", "Cộng", "", "", format_number(found.total), "", "", "", ""])
    rows += [
        ["", "Cộng", "", "", "", f"{item}, {_quantity(sum_)} {measure}", "", "", ""]
        for (item, measure), sum_ in found.goods.items()
    ]
    header = [_ON_PAPER.get(at, title) for at, title in enumerate(HEADINGS)]
    table = Node(NodeKind.TABLE, "", rows=tuple(tuple(row[at] for at in shown) for row in (header, *rows)))
    unit = found.unit.name
    return OfficialDocument(
        doc_type="",
        type_name=Line("BẢNG KÊ"),
        issuer=(Line("ỦY BAN NHÂN DÂN"), Line(unit.upper())),
        motto=_MOTTO,
        reference=Reference("", "BK-UBND"),
        place_and_date=PlaceAndDate(found.unit.short_name, None, None, found.year),
        subject=Line(f"Hỗ trợ hộ gia đình năm {found.year}"),
        body=(Node(NodeKind.PARAGRAPH, f"Nội dung: {found.kind.title.vi}. {_BASIS}"), table),
        recipients=(Line("Lưu: VT."),),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), ""),
        source_format=SourceFormat.COMPOSED,
    )


def _cells(number: int, row: StatementRow, *, as_numbers: bool = False) -> list[str | int]:
    each = row.delivery
    amount: str | int = "" if each.amount is None else each.amount if as_numbers else format_number(each.amount)
    quantity = "" if each.quantity is None else f"{_quantity(each.quantity)} {each.measure}"
    name = f"{row.name} (cho {row.for_whom})" if row.for_whom and not as_numbers else row.name
    made = "; ".join(part for part in (each.specification, each.brand, each.maker) if part)
    return [number, name, row.id, row.address, amount, each.item, quantity, made, _confirmed(each, as_numbers)]


def _on_paper(number: int, row: StatementRow) -> list[str]:
    cells = [str(cell) for cell in _cells(number, row)]
    cells[5] = "; ".join(part for part in (", ".join(part for part in cells[5:7] if part), cells[7]) if part)
    return cells


def _confirmed(each: SupportDelivery, in_words: bool) -> str:
    """On paper the place to sign stays empty; a payment's confirmation is printed with its number."""
    if each.confirmation == Confirmation.PAYMENT:
        return f"Đã chuyển khoản: {each.reference}"
    return {"signature": "ký nhận", "fingerprint": "điểm chỉ"}[each.confirmation] if in_words else ""


def _more(row: StatementRow) -> list[str | int]:
    each = row.delivery
    source = each.donor if each.fund_line is None else f"{each.fund_line.source.name}, {each.fund_line.year}"
    return [row.for_whom, format_date(each.on), source, each.document.symbol if each.document else ""]


def _quantity(value: Decimal) -> str:
    return format_number(Fraction(value))
