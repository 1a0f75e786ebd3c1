"""What the screens of policy credit are asked about, and how a figure of theirs looks."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.numbers import format_number
from giamngheo.funds.credit_programmes import programmes
from giamngheo.funds.models import CreditReport
from giamngheo.funds.queries import credit_reports_for
from giamngheo.office.requests import OfficeRequest

MEASURES = {
    "turnover": _("Doanh số cho vay"),
    "count": _("Số lượt vay"),
    "outstanding": _("Dư nợ"),
    "overdue": _("Nợ quá hạn"),
}
UNITS = {"dong": _("đồng"), "nghin": _("nghìn đồng"), "trieu": _("triệu đồng")}
_MILLION = 10**6


def programme_title(code: str, name: str) -> str:
    """A programme in the language of the screen; the bank's own words where it is none of ours."""
    known = programmes().get(code)
    if known is None:
        return name or code
    return known.name.vi if get_language() == "vi" else known.name.en


def in_millions(value: int | None, measure: str) -> str:
    """A sum in million đồng, exactly, or a count; a dash for what is not said."""
    if value is None:
        return "–"
    return format_number(value if measure == "count" else Fraction(value, _MILLION))


def day_in(year: int, month: int, today: date) -> date:
    """A day of that month, by which its villages are known; today for no month."""
    return date(year, month, 28) if 1 <= month <= 12 else today


def report_or_404(request: OfficeRequest, pk: int, permission: Permission = Permission.VIEW_FUNDS) -> CreditReport:
    """A report of the user's; another's does not exist. Raises NotPermitted for an act they may not."""
    found = credit_reports_for(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    require(request.user, permission, found.unit)
    return found


def newest_of(report: CreditReport) -> bool:
    """Whether nothing replaced it."""
    return not hasattr(report, "replaced_by")
