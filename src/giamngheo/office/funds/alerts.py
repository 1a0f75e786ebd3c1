"""Lines of money that will not be spent by 31 December, with who has to act: for the matrix and for today's list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from giamngheo.accounts.models import User
from giamngheo.funds.followed import Followed
from giamngheo.funds.forecast import Estimate, falls_short
from giamngheo.funds.models import FundLine
from giamngheo.funds.queries import AsLast, MatrixRow, as_last_year_went, estimates
from giamngheo.office.funds.naming import node_title
from giamngheo.programme.queries import Responsible, responsible_in
from giamngheo.territory.models import Unit


class Outlook(NamedTuple):
    """Line → by 31 December at this year's pace, at last year's, and who is to see to it; None: not known."""

    estimates: dict[int, Estimate | None]
    last_year: dict[int, AsLast | None]
    responsible: dict[int | None, Responsible]

    def owner(self, line: FundLine) -> Responsible | None:
        """Who leads the line's project, else the commune's accountant."""
        return self.responsible.get(line.node_id) or self.responsible.get(None)


class Short(NamedTuple):
    """A line that even at the faster pace keeps `left` đồng; `mine`: the user is to see to it. `followed`: whose pace
    last year's is, where it is not the project's own."""

    title: str
    line: FundLine
    estimate: Estimate | None
    last_year: int | None
    left: int
    owner: str
    mine: bool
    followed: str = ""


def outlook(user: User, unit: Unit, rows: Sequence[MatrixRow], year: int, until: date) -> Outlook:
    """Of rows of one unit's matrix."""
    return Outlook(
        estimates(user, rows, year, until), as_last_year_went(user, rows, unit, year, until),
        responsible_in(user, unit, year, until),
    )  # fmt: skip


def short_of(user: User, rows: Sequence[MatrixRow], seen: Outlook) -> list[Short]:
    """Lines that will not be spent, the most money first."""
    short = []
    for row in rows:
        its, before = seen.estimates[row.line.pk], seen.last_year[row.line.pk]
        last, followed = (before.amount, said_of(before.followed)) if before else (None, "")
        left = falls_short(its, row.disbursed, row.remaining, last)
        if left:
            title = f"{node_title(row.line)}: {row.line.source.name}, {row.line.year}"
            owner = seen.owner(row.line)
            mine = bool(owner and owner.user and owner.user.pk == user.pk)
            short.append(Short(title, row.line, its, last, left, owner_named(owner), mine, followed))
    return sorted(short, key=lambda each: -each.left)


def said_of(followed: Followed | None) -> str:
    """Whose pace it is, and how sure that is, in words; "" where it is the project's own."""
    if followed is None:
        return ""
    olds = ", ".join(each.code for each in followed.olds)
    said = [_("theo %(olds)s của giai đoạn trước") % {"olds": olds}]
    if len(followed.olds) > 1:
        said.append(_("nhiều dự án cũ gộp lại"))
    if followed.elsewhere:
        others = ", ".join(each.code for each in followed.elsewhere)
        said.append(_("dự án cũ còn tiếp nối ở %(others)s nên không phải một đổi một") % {"others": others})
    if not followed.verified:
        said.append(_("sơ đồ tiếp nối là đề xuất của phần mềm, chưa được xác nhận"))
    return "; ".join(said)


def owner_named(owner: Responsible | None) -> str:
    """The post, and who holds it."""
    if owner is None:
        return _("chưa có người phụ trách")
    return f"{owner.post.name}: {owner.user}" if owner.user else f"{owner.post.name} ({_('chưa có người giữ')})"
