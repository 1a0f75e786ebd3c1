"""Money of the programme in the day's budget year, from the ledger's matrix. Loans are never in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _

from giamngheo.funds.models import EntryKind, FundLine
from giamngheo.funds.queries import MatrixRow, entries_for
from giamngheo.monitoring.computing.asked import Asked
from giamngheo.monitoring.computing.counted import RATE_DECIMALS, Counted, Fold, Row, missing

LOCAL, MOBILISED = ("DP-DT", "DP-SN"), ("HD", "DAN")  # codes of funds/data/sources.json


def _source() -> str:
    return _("sổ vốn")


def _row(line: FundLine, above: int, below: int = 0) -> Row:
    title = line.node.name if line.node else _("Chưa chia cho dự án")
    return Row(title, f"{line.source.name}, {line.year}", above, below, "office:fund-line", (line.pk,))


def _asked(asked: Asked) -> Counted | None:
    if asked.village is not None:
        return missing(asked.day, _("Sổ vốn không chia theo thôn."), _source())
    if not asked.money:
        return missing(asked.day, _("Sổ vốn chưa có dòng nào của năm ngân sách này."), _source())
    return None


def summed(of: Callable[[MatrixRow], int], sources: Sequence[str] = ()) -> Callable[[Asked], Counted]:
    """One column of the matrix; `sources`: of these sources only."""

    def count(asked: Asked) -> Counted:
        if unknown := _asked(asked):
            return unknown
        rows = [
            _row(each.line, of(each))
            for each in asked.money
            if of(each) and (not sources or each.line.source.code in sources)
        ]
        return Counted(asked.day, above=sum(int(each.above) for each in rows), source=_source(), rows=lambda: rows)

    return count


def rate(asked: Asked) -> Counted:
    """F04: disbursed of what there was to spend."""
    if unknown := _asked(asked):
        return unknown
    rows = [_row(each.line, each.disbursed, each.total) for each in asked.money]
    return Counted(
        asked.day, Fold.SHARE, sum(int(each.above) for each in rows), sum(int(each.below) for each in rows),
        RATE_DECIMALS, _source(), rows=lambda: rows,
    )  # fmt: skip


def settled(asked: Asked) -> Counted:
    """F08: settled in the budget year up to the day, less what was taken back."""
    if unknown := _asked(asked):
        return unknown
    lines = {each.line.pk: each.line for each in asked.money}
    entries = entries_for(asked.user).filter(
        source_account__line__in=list(lines), source_account__budget_year=asked.day.year, on__lte=asked.day
    )
    back = entries_for(asked.user).filter(
        target_account__line__in=list(lines), target_account__budget_year=asked.day.year, on__lte=asked.day,
        reverses__kind=EntryKind.SETTLE,
    )  # fmt: skip
    rows = [
        _row(lines[account.line_id], sign * each.amount)
        for found, sign in ((entries.filter(kind=EntryKind.SETTLE), 1), (back, -1))
        for each in found
        if (account := each.source_account if sign > 0 else each.target_account) is not None
    ]
    return Counted(asked.day, above=sum(int(each.above) for each in rows), source=_source(), rows=lambda: rows)


COMPUTED: dict[str, Callable[[Asked], Counted]] = {
    "F01": summed(lambda each: each.plan), "F02": summed(lambda each: each.carried_in),
    "F03": summed(lambda each: each.disbursed), "F04": rate,
    "F05": summed(lambda each: each.plan + each.carried_in, LOCAL),
    "F06": summed(lambda each: each.plan + each.carried_in, MOBILISED), "F07": summed(lambda each: each.advanced),
    "F08": settled, "F09": summed(lambda each: each.cancelled),
}  # fmt: skip
