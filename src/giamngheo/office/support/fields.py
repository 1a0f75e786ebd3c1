"""Fields of the form of a delivery, and how what was typed is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from giamngheo.foundation.findings import Finding
from giamngheo.funds.models import FundLine
from giamngheo.funds.problems import NO_PAPER
from giamngheo.office.funds.fields import MoneyTyped
from giamngheo.office.households.fields import Field
from giamngheo.office.support.asking import Asked
from giamngheo.office.typed import money, printed_day, whole
from giamngheo.programme.models import WorkItem
from giamngheo.support.catalogue import Kind
from giamngheo.support.models import Confirmation
from giamngheo.support.problems import AMOUNT, GOODS
from giamngheo.support.values import Handing

# Which field a refusal is shown beside; what is not here is shown on top only.
PLACES = {
    "SUPPORT-AMOUNT": "amount", "SUPPORT-GOODS": "item", "SUPPORT-SOURCE": "donor", "SUPPORT-CONFIRMATION":
    "confirmation", "SUPPORT-DAY": "on", "SUPPORT-INSTALMENT": "instalment", "SUPPORT-LINE": "line",
    "SUPPORT-DOUBLE": "reason", "SUPPORT-WORK": "work_item",
}  # fmt: skip
_ALWAYS_MONEY = ("premium_percent", "kwh_month", "pupil_month", "tuition_percent")


def fields_of(asked: Asked, kind: Kind, lines: Sequence[FundLine], works: Sequence[WorkItem] = ()) -> list[Field]:
    """What is asked of a batch of that kind. `works`: items of work it may be part of."""
    parts = [("0", _("cả năm")), *((str(n), _("đợt %(n)s") % {"n": n}) for n in range(1, kind.instalments + 1))]
    found = [Field("on", _("Ngày bàn giao"), _("Ví dụ 01/09/2026 hoặc 1/9."), value=printed_day(asked.day), most=10)]
    if kind.instalments > 1:
        found.append(Field("instalment", _("Đợt trong năm"), options=parts, value="1"))
    found.append(
        Field("amount", _("Số tiền mỗi người nhận"), _("Bằng đồng; hỗ trợ bằng hiện vật thì để trống."), most=30)
    )
    if kind.measure not in _ALWAYS_MONEY:
        found += [
            Field("item", _("Tên hàng (nếu bằng hiện vật)"), _("Ví dụ bò giống, gạo."), most=150),
            Field("quantity", _("Số lượng mỗi người nhận"), most=12),
            Field("measure", _("Đơn vị tính"), _("con, kg, bộ …"), most=40),
            Field("specification", _("Thông số kỹ thuật (không bắt buộc)"), most=200),
            Field("brand", _("Nhãn hiệu, ký hiệu (không bắt buộc)"), most=100),
            Field("maker", _("Nơi sản xuất (không bắt buộc)"), most=150),
        ]
    options = [("", _("không từ dòng vốn của xã")), *((str(each.pk), _line_title(each)) for each in lines)]
    return [
        *found,
        Field("line", _("Dòng vốn"), options=options),
        Field("donor", _("Nguồn khác"), _("Cơ quan, tổ chức, người tặng; khi không chọn dòng vốn."), most=200),
        *_work_fields(works),
        Field("confirmation", _("Xác nhận đã nhận"), options=[("", _("chọn")), *Confirmation.choices]),
        Field("reference", _("Số xác nhận thanh toán"), _("Khi nhận qua dịch vụ thanh toán."), most=80),
        Field("paper", _("Quyết định (không bắt buộc)"), _("Số, ký hiệu, ví dụ 725/QĐ-UBND."), most=80),
        Field("paper_on", _("Ngày ban hành"), most=10),
        Field("delivered_by", _("Người, đơn vị giao (không bắt buộc)"), most=150),
        Field(
            "reason", _("Lý do khi trùng nội dung"),
            _("Chỉ khi đã có hỗ trợ cùng nội dung trong năm: vì sao lần này không phải là hỗ trợ trùng."), most=300,
        ),
    ]  # fmt: skip


def _work_fields(works: Sequence[WorkItem]) -> list[Field]:
    if not works:
        return []
    options = [("", _("không thuộc đầu việc nào")), *((str(each.pk), each.title[:120]) for each in works)]
    return [Field("work_item", _("Đầu việc (không bắt buộc)"), options=options)]


def handing_of(
    post: Mapping[str, str], asked: Asked, kind: Kind, lines: Iterable[FundLine], works: Iterable[WorkItem] = ()
) -> tuple[Handing, list[tuple[str, Finding]]]:
    """What was typed; and what could not be read, by its field."""
    typed = MoneyTyped(post, asked.day)
    line = next((each for each in lines if str(each.pk) == typed.text("line")), None)
    work = next((each for each in works if str(each.pk) == typed.text("work_item")), None)
    paper = typed.paper(asked.unit.short_name, must=False, kind=("", "")) if typed.text("paper") else None
    if typed.text("paper_on") and paper is None:
        typed.findings.append(("paper", NO_PAPER.at(kind_vi=_("Quyết định"), kind_en="A decision")))
    amount, quantity = money(typed.text("amount")), _quantity(typed.text("quantity"))
    if typed.text("amount") and amount is None:
        typed.findings.append(("amount", AMOUNT.at(who=_("Số tiền"), amount=typed.text("amount"))))
    if typed.text("quantity") and quantity is None:
        typed.findings.append(("quantity", GOODS.at()))
    handing = Handing(
        kind=kind.code, year=asked.year, on=typed.day("on"), instalment=whole(typed.text("instalment")) or 0,
        amount=amount, item=typed.text("item"), quantity=quantity, measure=typed.text("measure"),
        specification=typed.text("specification"), brand=typed.text("brand"), maker=typed.text("maker"),
        fund_line=line, donor=typed.text("donor"), work_item=work, paper=paper, confirmation=typed.text("confirmation"),
        reference=typed.text("reference"), delivered_by=typed.text("delivered_by"), reason=typed.text("reason"),
    )  # fmt: skip
    return handing, typed.findings


def _line_title(line: FundLine) -> str:
    node = f", {line.node.code}" if line.node else ""
    return f"{line.source.name}, {line.year}{node}"


def _quantity(text: str) -> Decimal | None:
    """A number with at most two decimals, after a comma as Vietnamese writes it."""
    try:
        found = Decimal(text.replace(".", "").replace(",", ".")) if text else None
    except InvalidOperation:
        return None
    within = found is not None and found.is_finite() and 0 < found < 10**10 and found == round(found, 2)
    return found if within else None
