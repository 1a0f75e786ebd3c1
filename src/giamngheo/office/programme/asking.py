"""What the screens of the work are asked about: the commune, the year; and words they share."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.office.requests import OfficeRequest
from giamngheo.programme.forecast import Lateness, NoForecast
from giamngheo.territory.models import Unit

LATENESS: dict[str, str | Promise] = {
    Lateness.OVERDUE: _("quá hạn"),
    Lateness.BEHIND: _("chậm so với kế hoạch"),
    Lateness.NOT_BEGUN: _("chậm bắt đầu"),
    Lateness.ON_TIME: _("đúng tiến độ"),
    Lateness.FINISHED: _("đã xong"),
    Lateness.STOPPED: _("đã dừng"),
}
LATE = (Lateness.OVERDUE, Lateness.BEHIND, Lateness.NOT_BEGUN)
NO_FORECAST: dict[str, str | Promise] = {
    NoForecast.FINISHED: _("Đã đạt đủ khối lượng."),
    NoForecast.FEW: _("Chưa đủ số liệu để dự báo: cần ghi tiến độ vào ít nhất 3 ngày khác nhau."),
    NoForecast.SHORT: _("Chưa đủ số liệu để dự báo: các lần ghi phải trải ra ít nhất 14 ngày."),
    NoForecast.STANDS: _("Không dự báo được: theo các lần đã ghi thì việc đang đứng yên."),
}


def unit_of(request: OfficeRequest, permission: Permission = Permission.VIEW_PLAN) -> Unit | None:
    """The commune at the top, if the user may do that there. Raises OutOfScope, NotPermitted."""
    unit = request.scope.unit
    if unit is not None:
        require(request.user, permission, unit)
    return unit
