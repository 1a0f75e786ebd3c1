"""Charts of money by project and of help that was due."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giamngheo.funds.queries import MatrixRow
from giamngheo.office.funds.matrix import node_title
from giamngheo.office.monitoring_watch.charts import Cell, Chart, Column, printed, rate
from giamngheo.support.queries import Line, Received


def money(found: Sequence[MatrixRow], year: int) -> Chart:
    """Disbursed and left by project of the programme, in the programme's order."""
    by_node: dict[str, list[int]] = {}
    for row in found:
        sums = by_node.setdefault(node_title(row.line), [0, 0, 0])
        for at, value in enumerate((row.total, row.disbursed, row.remaining)):
            sums[at] += value
    rows: list[list[Cell]] = [
        [name, total, spent, left, rate(spent, total)] for name, (total, spent, left) in by_node.items()
    ]
    total, spent = (sum(sums[at] for sums in by_node.values()) for at in (0, 1))
    values = {"year": year, "spent": printed(spent), "total": printed(total), "rate": printed(rate(spent, total), 2)}
    words = _("Năm ngân sách %(year)s đã giải ngân %(spent)s trên %(total)s đồng (%(rate)s %%).") % values
    columns = [
        Column(_("Dự án, nội dung"), None), Column(_("Tổng vốn (đồng)")), Column(_("Đã giải ngân (đồng)")),
        Column(_("Còn lại (đồng)")), Column(_("Tỷ lệ (%)"), 2),
    ]  # fmt: skip
    return Chart(
        "kinh-phi", "bars", _("Kinh phí theo dự án"), words if found else _("Chưa có vốn nào trong năm."), columns,
        rows,
        _("đồng"), drawn=(0, 2, 3), tones=("good", "other"),
        notes=[_("Vốn tín dụng chính sách không nằm trong bảng này.")],
    )  # fmt: skip


def gaps(lines: Sequence[Line]) -> Chart:
    """Who is due what in the year and received none, a part, or all of it, by kind of support."""
    order = (Received.NOT_YET, Received.PARTLY, Received.WHOLE)
    by_kind: dict[str, list[int]] = {}
    titles: dict[str, str] = {}
    for line in lines:
        kind = line.entitlement.kind
        titles[kind.code] = kind.title.vi if get_language() != "en" else kind.title.en
        by_kind.setdefault(kind.code, [0, 0, 0])[order.index(line.received)] += 1
    rows: list[list[Cell]] = [[titles[code], *numbers] for code, numbers in by_kind.items()]
    missing = sum(numbers[0] for numbers in by_kind.values())
    words = _("%(missing)s suất thuộc diện chưa ghi lần nhận nào, trên %(all)s suất.") % {
        "missing": printed(missing), "all": printed(len(lines)),
    }  # fmt: skip
    columns = [
        Column(_("Chế độ"), None), Column(_("Chưa nhận")), Column(_("Nhận một phần")), Column(_("Đã nhận đủ")),
    ]  # fmt: skip
    return Chart(
        "che-do", "bars", _("Chế độ được hưởng: ai chưa nhận"), words, columns, rows, _("suất"),
        tones=("warning", "near", "good"),
        links=[f"{reverse('office:support-due')}?loai={code}&loc=chua" for code in by_kind],
        notes=[_("Một người được một chế độ là một suất. Theo sổ hỗ trợ của năm, đến ngày xem.")],
    )  # fmt: skip
