"""Figures, targets and periods in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from giamngheo.foundation.numbers import format_number
from giamngheo.monitoring.figures import Figure
from giamngheo.monitoring.models import PeriodReport, ReportState
from giamngheo.monitoring.periods import kinds, window
from giamngheo.monitoring.progress import State
from giamngheo.monitoring.queries.reports import Slot
from giamngheo.monitoring.queries.reports import Standing as Place
from giamngheo.monitoring.queries.targets import Standing
from giamngheo.office.typed import printed_day

ORIGINS: dict[str, str | Promise] = {
    "M": gettext_lazy("Đo lường nghèo"), "Q": gettext_lazy("Mục tiêu Chương trình"),
    "S": gettext_lazy("Chỉ tiêu kế hoạch xã"), "F": gettext_lazy("Kinh phí"),
}  # fmt: skip
COMPARATORS: dict[str, str | Promise] = {
    "at_least": gettext_lazy("từ %(value)s trở lên"), "at_most": gettext_lazy("không quá %(value)s"),
    "equals": gettext_lazy("đạt %(value)s"),
}  # fmt: skip
STATES: dict[str, tuple[str | Promise, str]] = {
    State.REACHED: (gettext_lazy("đã đạt"), "good"), State.MET_BEFORE: (gettext_lazy("đã đạt từ trước"), "warning"),
    State.IMPOSSIBLE: (gettext_lazy("không thể đạt"), "error"), State.ON_TRACK: (gettext_lazy("đúng tiến độ"), "good"),
    State.BEHIND: (gettext_lazy("chậm"), "warning"), State.MISSED: (gettext_lazy("không đạt"), "error"),
    State.UNKNOWN: (gettext_lazy("chưa đánh giá được"), ""),
}  # fmt: skip
PLACES: dict[str, tuple[str | Promise, str]] = {
    Place.LATE: (gettext_lazy("quá hạn"), "error"), Place.RETURNED: (gettext_lazy("bị trả lại"), "error"),
    Place.DUE: (gettext_lazy("sắp đến hạn"), "warning"), Place.OPEN: (gettext_lazy("chưa gửi"), ""),
    Place.WAITING: (gettext_lazy("chờ cấp trên"), ""), Place.COMING: (gettext_lazy("chưa đến kỳ"), ""),
    Place.DONE: (gettext_lazy("xong"), "good"),
}  # fmt: skip
REPORT_TAGS = {
    ReportState.RETURNED: "error", ReportState.ACCEPTED: "good", ReportState.LOCKED: "good",
    ReportState.SUBMITTED: "warning",
}  # fmt: skip


def number(value: Decimal | Fraction | None, decimals: int | None = None) -> str:
    """As people write it; blank for nothing known."""
    if value is None:
        return ""
    try:
        return format_number(Fraction(value), decimals)
    except ValueError:
        return format_number(Fraction(value), 2)


def figure(each: Figure) -> dict[str, Any]:
    """A figure for a page: its words, its day, where it leads."""
    return {
        "value": number(each.value, each.decimals if each.value is not None else None), "unit": each.unit_of_measure,
        "as_of": each.as_of, "is_estimate": each.is_estimate, "source": each.source, "why": each.why_missing,
        "note": each.note, "url": url_of(each.rows_url_name, each.rows_args, each.rows_query),
        "computed": each.computed, "known": each.value is not None,
    }  # fmt: skip


def url_of(name: str | None, args: tuple[object, ...] = (), query: Any = None) -> str:
    """The page a figure or a row leads to; blank for none."""
    if not name:
        return ""
    try:
        address = reverse(name, args=args)
    except NoReverseMatch:
        return ""
    return f"{address}?{urlencode(query)}" if query else address


def target(each: Standing) -> dict[str, Any]:
    """A target for a page, with the sentence of its state and the numbers in it."""
    words, look = STATES[each.progress.state]
    unit = each.indicator.unit
    return {
        "row": each, "code": each.indicator.code, "name": each.indicator.name, "now": figure(each.now),
        "aim": str(COMPARATORS[each.aim.comparator]) % {"value": f"{number(each.aim.value)} {unit}"},
        "state": words, "look": look, "sentence": sentence(each), "paper": each.paper, "words": each.words,
        "village": each.village,
    }  # fmt: skip


def sentence(each: Standing) -> str:
    """What the state means, with its arithmetic."""
    done, unit = each.progress, each.indicator.unit
    values = {
        "aim": number(each.aim.value), "now": number(each.now.value), "unit": unit, "left": number(done.left),
        "pace": number(done.pace), "forecast": number(done.forecast), "end": printed_day(each.aim.ends),
        "most": number(done.most), "start": number(each.baseline.value if each.baseline else None),
    }  # fmt: skip
    if done.state == State.IMPOSSIBLE and each.rate is not None:
        return (
            _("Không thể giảm %(aim)s điểm %% từ tỷ lệ %(most)s %%: nhiều nhất chỉ giảm được %(most)s điểm %%.")
            % values
        )
    if done.state == State.IMPOSSIBLE:
        return _("Giá trị có thể có chỉ đến %(most)s %(unit)s, chỉ tiêu là %(aim)s.") % values
    if done.state == State.MET_BEFORE:
        return _("Đầu kỳ đã là %(start)s %(unit)s: chỉ tiêu không đòi hỏi gì thêm.") % values
    if done.state == State.UNKNOWN:
        return each.now.why_missing or (
            _("Còn %(left)s %(unit)s, cần %(pace)s mỗi tháng đến %(end)s; chưa dự báo được (thiếu số đầu kỳ hoặc mới"
              " đầu kỳ).") % values
        )  # fmt: skip
    if done.state == State.MISSED:
        return _("Hết kỳ còn thiếu %(left)s %(unit)s.") % values
    if done.state == State.REACHED:
        return _("Đang là %(now)s %(unit)s.") % values
    return (
        _(
            "Còn %(left)s %(unit)s, cần %(pace)s mỗi tháng đến %(end)s. Nếu giữ nhịp hiện nay (đường thẳng)"
            " thì cuối kỳ là %(forecast)s."
        )
        % values
    )


def kind_title(code: str) -> str:
    """A kind of report in the language of the screen."""
    known = kinds().get(code)
    if known is None:
        return code
    return known.name.vi if get_language() == "vi" else known.name.en


def period(kind: str, year: int, at: int) -> str:
    """Which period of a kind of period."""
    words = {
        "month": _("tháng %(n)s/%(year)s"), "quarter": _("quý %(n)s/%(year)s"),
        "half_year": _("6 tháng đầu năm %(year)s"), "nine_months": _("9 tháng năm %(year)s"),
        "year": _("năm %(year)s"),
    }  # fmt: skip
    return words[kind] % {"n": at, "year": year}


def days(kind: str, year: int, at: int) -> str:
    """Its days."""
    begins, ends = window(kind, year, at)
    return f"{printed_day(begins)} – {printed_day(ends)}"


def period_of(report: PeriodReport) -> str:
    """Which period a report is of; of one made when asked for its days say it."""
    if kinds()[report.kind].own_days:
        words = _("từ %(begins)s đến %(ends)s")
        return words % {"begins": printed_day(report.begins), "ends": printed_day(report.ends)}
    return period(report.period, report.year, report.number)


def days_of(report: PeriodReport) -> str:
    """Its days."""
    return f"{printed_day(report.begins)} – {printed_day(report.ends)}"


def slot(each: Slot) -> dict[str, Any]:
    """A line of the calendar."""
    words, look = PLACES[each.standing]
    form = kinds()[each.kind].period
    return {
        "slot": each, "title": kind_title(each.kind), "period": period(form, each.year, each.number),
        "days": days(form, each.year, each.number), "state": words, "look": look, "place": each.place.name,
        "report_state": ReportState(each.report.state).label if each.report else "",
    }  # fmt: skip
