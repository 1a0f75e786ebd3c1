"""Policy credit since 1 January, from the bank's monthly reports as they stand."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.funds.models import CreditReport
from giamngheo.funds.queries import credit_reports_for
from giamngheo.monitoring.computing.asked import Asked
from giamngheo.monitoring.computing.counted import Counted, Row, missing
from giamngheo.territory.queries import covering

MILLION = 1_000_000
# The programmes of the seed's table, by the codes of funds/data/credit_programmes.yaml; "": all of them.
PROGRAMMES = {"S08": "HN", "S09": "HCN", "S10": "HMTN", "S11": "NS", "S12": "XKLD", "S13": "GQVL", "S14": ""}


def lent(programme: str, *, money: bool) -> Callable[[Asked], Counted]:
    """Turnover in million đồng, or how many loans."""

    def count(asked: Asked) -> Counted:
        source = _("báo cáo tháng của Ngân hàng Chính sách xã hội")
        reports = _reports(asked)
        if not reports:
            return missing(asked.day, _("Chưa có báo cáo tháng nào của ngân hàng trong năm, đến ngày này."), source)
        rows = [row for report in reports for row in _rows(report, asked, programme, money=money)]
        last = max(report.month for report in reports)
        return Counted(
            date(asked.day.year, last, monthrange(asked.day.year, last)[1]),
            above=sum((Fraction(each.above) for each in rows), Fraction()),
            decimals=3 if money else 0, source=source, note=_gaps(reports, last), rows=lambda: rows,
        )  # fmt: skip

    return count


def _reports(asked: Asked) -> list[CreditReport]:
    require(asked.user, Permission.VIEW_FUNDS, asked.unit)
    found = credit_reports_for(asked.user).filter(
        unit__in=covering([asked.unit.pk]), year=asked.day.year, replaced_by=None, row_count__gt=0
    )
    return [
        each for each in found.order_by("month", "unit_id")
        if date(each.year, each.month, monthrange(each.year, each.month)[1]) <= asked.day
    ]  # fmt: skip


def _rows(report: CreditReport, asked: Asked, programme: str, *, money: bool) -> list[Row]:
    title = _("Tháng %(month)s/%(year)s") % {"month": report.month, "year": report.year}
    return [
        Row(title, ", ".join(filter(None, (report.unit.name, each.village.name if each.village else "", each.name))),
            Fraction(each.turnover, MILLION) if money else each.count, 0, "office:credit-report", (report.pk,))
        for each in report.rows.all()
        if (not programme or each.programme == programme) and asked.village in (None, each.village_id)
    ]  # fmt: skip


def _gaps(reports: list[CreditReport], last: int) -> str:
    """Months before the last one of which nobody reported; of a single unit only."""
    if len({each.unit_id for each in reports}) > 1:
        return ""
    there = {each.month for each in reports}
    lost = [str(month) for month in range(1, last) if month not in there]
    return _("Thiếu báo cáo các tháng: %(months)s.") % {"months": ", ".join(lost)} if lost else ""


COMPUTED: dict[str, Callable[[Asked], Counted]] = {
    **{f"{code}M": lent(programme, money=True) for code, programme in PROGRAMMES.items()},
    **{f"{code}L": lent(programme, money=False) for code, programme in PROGRAMMES.items()},
}  # fmt: skip
