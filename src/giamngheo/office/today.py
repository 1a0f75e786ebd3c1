"""What an officer should look at today in the commune at the top: dates of the review, money that stands, help that
waits. Each line has its number, says why it is there, and leads to the rows it counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import permissions_in
from giamngheo.foundation.numbers import format_number
from giamngheo.funds.queries import MatrixRow, matrix, period_ends
from giamngheo.office.funds.alerts import outlook, short_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_survey.present import title_of
from giamngheo.office.typed import printed_day
from giamngheo.review.models import CaseState, RoundState
from giamngheo.review.queries.deadlines import deadlines
from giamngheo.review.queries.deciding import deciding_rounds
from giamngheo.review.queries.rounds import cases_for, rounds_for
from giamngheo.support.queries import Received, due_in
from giamngheo.territory.models import Unit

SOON = timedelta(days=7)
_OPEN = (RoundState.OPEN, RoundState.PREPARING)


class Todo(NamedTuple):
    """One line. `late`: something was due before today, or money ends with the year."""

    title: str
    why: str
    url: str
    late: bool = False


def today_of(request: OfficeRequest) -> list[Todo]:
    """What there is to do in the commune at the top, the late first. A constant number of queries for each open review
    round, whatever the number of households, deliveries and entries."""
    unit = request.scope.unit
    if unit is None:
        return []
    rights = permissions_in(request.user, unit)
    found: list[Todo] = []
    if Permission.SEE_CASES in rights:
        found += _review(request, unit)
    if request.scope.year != request.scope.today.year:  # the lists behind the numbers are of the year at the top
        return found
    if Permission.VIEW_FUNDS in rights:
        found += _money(request, unit)
    if Permission.VIEW_SUPPORT in rights:
        found += _help(request, unit)
    return sorted(found, key=lambda each: not each.late)


def _review(request: OfficeRequest, unit: Unit) -> Iterator[Todo]:
    whole = {each.pk for each in deciding_rounds(request.user).filter(unit=unit, state__in=_OPEN)}
    for each in rounds_for(request.user, unit).filter(state__in=_OPEN):
        url = reverse("office:review-round", args=[each.pk])
        if each.pk not in whole:
            left = cases_for(request.user, each).filter(state=CaseState.LISTED).count()
            if left:
                words = ngettext("%(n)s hộ chưa khảo sát", "%(n)s hộ chưa khảo sát", left) % {"n": left}
                yield Todo(words, title_of(each), url)
            continue
        waiting = [due for due in deadlines(request.user, each) if not due.passed or due.late]
        late = [due for due in waiting if due.late]
        soon = [due for due in waiting if not due.late and due.day <= request.scope.today + SOON]
        if late:
            words = ngettext("%(n)s việc rà soát đã quá hạn", "%(n)s việc rà soát đã quá hạn", len(late))
            yield Todo(words % {"n": len(late)}, title_of(each), url, late=True)
        if soon:
            words = ngettext(
                "%(n)s việc rà soát đến hạn trong 7 ngày", "%(n)s việc rà soát đến hạn trong 7 ngày", len(soon)
            )
            yield Todo(words % {"n": len(soon)}, title_of(each), url)
        elif waiting and not late:
            ahead = waiting[0]
            words = ngettext(
                "%(n)s hộ đang rà soát, hạn gần nhất %(day)s", "%(n)s hộ đang rà soát, hạn gần nhất %(day)s",
                ahead.households,
            )  # fmt: skip
            yield Todo(words % {"n": ahead.households, "day": printed_day(ahead.day)}, title_of(each), url)


def _money(request: OfficeRequest, unit: Unit) -> Iterator[Todo]:
    """Money of a period that ends with the year; money of which nothing was paid out."""
    today = request.scope.today
    rows = matrix(request.user, today.year, today, unit=unit)
    last = {end.period_id: end.last_day for end in period_ends() if end.last_budget_year == today.year}
    left = [each for each in rows if each.remaining > 0]
    ending = [each for each in left if each.line.period_id in last]
    url = reverse("office:funds")
    if ending:
        day = min(last[each.line.period_id] for each in ending)
        words = ngettext(
            "%(n)s dòng vốn chỉ dùng được đến %(day)s", "%(n)s dòng vốn chỉ dùng được đến %(day)s", len(ending)
        )
        yield Todo(words % {"n": len(ending), "day": printed_day(day)}, _remaining(ending), url, late=_near(today, day))
    still = [each for each in left if not each.disbursed and each not in ending]
    if still:
        words = ngettext("%(n)s dòng vốn chưa giải ngân đồng nào", "%(n)s dòng vốn chưa giải ngân đồng nào", len(still))
        yield Todo(words % {"n": len(still)}, _remaining(still), url)

    yield from _falling_short(request, unit, rows)


def _falling_short(request: OfficeRequest, unit: Unit, rows: list[MatrixRow]) -> Iterator[Todo]:
    """Lines that at no known pace will be spent by 31 December, those of the user's own posts first; with who sees to
    it where it is somebody else."""
    today = request.scope.today
    short = short_of(request.user, rows, outlook(request.user, unit, rows, today.year, today)) if rows else []
    for mine in (True, False):
        some = [each for each in short if each.mine == mine]
        if not some:
            continue
        words = ngettext(
            "%(n)s dòng vốn khó giải ngân hết trước 31/12", "%(n)s dòng vốn khó giải ngân hết trước 31/12", len(some)
        )
        why = _("Ít nhất còn lại %(sum)s đồng.") % {"sum": format_number(sum(each.left for each in some))}
        owners = _("Bạn phụ trách.") if mine else _("Phụ trách: %(who)s.") % {
            "who": "; ".join(sorted({each.owner for each in some}))
        }  # fmt: skip
        yield Todo(words % {"n": len(some)}, f"{why} {owners}", reverse("office:funds"), late=mine)


def _near(today: date, day: date) -> bool:
    return day - today <= timedelta(days=60)


def _remaining(rows: list[MatrixRow]) -> str:
    return _("Còn %(sum)s đồng chưa chi.") % {"sum": format_number(sum(each.remaining for each in rows))}


def _help(request: OfficeRequest, unit: Unit) -> Iterator[Todo]:
    today = request.scope.today
    found = due_in(request.user, unit, today)
    url = reverse("office:support-due")
    for state, name, words in (
        (Received.NOT_YET, "chua", _("%(n)s suất hỗ trợ chưa nhận")),
        (Received.PARTLY, "mot-phan", _("%(n)s suất hỗ trợ mới nhận một phần")),
    ):
        waiting = [each for each in found.lines if each.received == state]
        if waiting:
            homes = len({each.entitlement.home.pk for each in waiting})
            why = ngettext("Của %(n)s hộ.", "Của %(n)s hộ.", homes) % {"n": homes}
            yield Todo(words % {"n": len(waiting)}, why, f"{url}?loc={name}")
    if found.not_due:
        number = len(found.not_due)
        words = ngettext(
            "%(n)s lần đã nhận mà không thấy thuộc diện", "%(n)s lần đã nhận mà không thấy thuộc diện", number
        )
        yield Todo(words % {"n": number}, _("Xem lại từng lần."), f"{url}?loc=khong-thuoc-dien")
