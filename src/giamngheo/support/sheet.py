"""The columns of a workbook of deliveries, and a row of it as a handing over. docs/algorithms/tables.md."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from giamngheo.foundation.numbers import format_number
from giamngheo.households.lists.table_cells import RowReader
from giamngheo.households.lists.tables import Choices, Column, Table, TableRow
from giamngheo.support.models import Confirmation
from giamngheo.support.values import Handing

_CONFIRMATIONS = Choices(Confirmation.choices)
COLUMNS = (
    Column("name", _("Họ và tên người nhận"), ("ho va ten", "ho ten", "ho ten nguoi nhan", "nguoi nhan"), must=True,
           help=_("Chủ hộ hoặc người của hộ đứng ra nhận."), width=26),
    Column("number", _("Số định danh (CCCD)"), ("so dinh danh", "cccd", "so cccd", "can cuoc", "so dinh danh/cccd"),
           help=_("Có số thì tìm đúng người; không có thì ghi mã hộ, hoặc tên thôn."), is_text=True),
    Column("code", _("Mã hộ"), ("ma so ho",), help=_("Như trong sổ hộ."), width=14, is_text=True),
    Column("village", _("Thôn"), ("thon/ban", "ban", "to dan pho"), width=20),
    Column("person", _("Hỗ trợ cho"), ("nguoi duoc ho tro", "doi tuong"),
           help=_("Chỉ khi hỗ trợ từng người và người đó không phải người nhận, ví dụ con đi học."), width=24),
    Column("amount", _("Số tiền (đồng)"), ("so tien", "thanh tien"),
           help=_("Bằng đồng; hỗ trợ bằng hiện vật thì để trống.")),
    Column("item", _("Tên hàng"), ("ten hang hoa", "hien vat"), help=_("Ví dụ bò giống, gạo.")),
    Column("quantity", _("Số lượng"), ("so luong moi ho",), width=12),
    Column("measure", _("Đơn vị tính"), ("dvt",), width=12),
    Column("specification", _("Thông số kỹ thuật"), ("thong so",)),
    Column("brand", _("Ký hiệu, nhãn mác"), ("nhan mac", "nhan hieu", "ky hieu")),
    Column("maker", _("Đơn vị sản xuất"), ("noi san xuat", "nha san xuat")),
    Column("on", _("Ngày bàn giao"), ("ngay nhan", "ngay", "ngay cap"), must=True, help=_("Ví dụ 01/09/2026."),
           width=14),
    Column("confirmation", _("Xác nhận đã nhận"), ("xac nhan", "hinh thuc xac nhan"), must=True,
           choices=_CONFIRMATIONS, width=20),
    Column("reference", _("Số xác nhận thanh toán"), ("so giao dich",),
           help=_("Khi nhận qua dịch vụ thanh toán."), is_text=True),
    Column("reason", _("Lý do khi trùng nội dung"), ("ly do",),
           help=_("Chỉ khi đã có hỗ trợ cùng nội dung trong năm: vì sao lần này không trùng."), width=30),
)  # fmt: skip


class DeliveryRow(NamedTuple):
    """A row as it was read. `handing` None where a cell could not be read."""

    name: str
    number: str
    code: str
    village: str
    person: str
    handing: Handing | None


def read_row(table: Table, row: TableRow, common: Handing) -> tuple[DeliveryRow, RowReader]:
    """The row with what is common to the file: kind, year, instalment, source, decision."""
    cells = RowReader(table, row)
    name, number = cells.name("name", must=True), cells.citizen_id("number")
    code, village = cells.text("code", 30), cells.text("village", 100) or row.village
    person, on = cells.name("person"), cells.day("on", must=True)
    values = {
        "amount": cells.money("amount"), "item": cells.text("item", 150), "quantity": cells.number("quantity"),
        "measure": cells.text("measure", 40), "specification": cells.text("specification"),
        "brand": cells.text("brand", 100), "maker": cells.text("maker", 150),
        "confirmation": cells.choice("confirmation", _CONFIRMATIONS, must=True),
        "reference": cells.text("reference", 80), "reason": cells.text("reason", 300),
    }  # fmt: skip
    handing = None if on is None else replace(common, on=on, **values)
    return DeliveryRow(name, number, code, village, person, handing), cells


def what(handing: Handing | None) -> str:
    """Goods with their quantity, as the preview shows them; blank for money."""
    if handing is None or not handing.item:
        return ""
    number = format_number(Fraction(handing.quantity)) if handing.quantity is not None else "?"
    return f"{handing.item}, {number} {handing.measure}"
