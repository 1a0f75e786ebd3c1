"""What each rule finds in a commune on a day, as somebody sees it who may: through the reads of the rooms below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils import translation

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.funds.forecast import falls_short
from giamngheo.funds.queries import MatrixRow, estimates, matrix
from giamngheo.monitoring.alerts.outliers import Share, outliers
from giamngheo.monitoring.alerts.problems import (
    FINDING_OVERDUE,
    IMPOSSIBLE,
    NOT_BALANCED,
    NOT_RECEIVED,
    NOTHING_SPENT,
    OVERDUE,
    SLOW,
    UNLIKE,
)
from giamngheo.monitoring.alerts.rules import Raised
from giamngheo.monitoring.dashboards.queries import counts, place_seen
from giamngheo.monitoring.models import AlertKind
from giamngheo.monitoring.quality.measures import IMPOSSIBLE_VALUES, MEASURES
from giamngheo.monitoring.quality.queries import tallies
from giamngheo.monitoring.queries.inspections import overdue_findings
from giamngheo.review.queries.closings import closings_for, draft
from giamngheo.review.queries.deadlines import Due, deadlines
from giamngheo.review.queries.deciding import deciding_rounds
from giamngheo.support.queries import Received, due_in

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.support.queries import Line
    from giamngheo.territory.models import Unit

WAITED = timedelta(days=90)
_HALF = 7  # month
_STEPS = {
    Due.ROUND: ("Kết thúc rà soát định kỳ", "The end of the annual review"),
    Due.DECISION: ("Quyết định công nhận", "The decision"),
    Due.POSTING: ("Niêm yết", "The posting"),
    Due.RECHECK: ("Trả lời phúc tra", "The answer to a recheck"),
    Due.OPINION: ("Ý kiến của cấp trên", "The higher level's opinion"),
}


def slow_disbursement(user: User, unit: Unit, day: date) -> Iterator[Raised]:
    """Lines that this year's fastest pace does not spend, and lines of which nothing is spent in the second half."""
    rows = [row for row in matrix(user, day.year, day) if row.line.unit_id == unit.pk and row.remaining > 0]
    found = estimates(user, rows, day.year, day)
    for row in rows:
        left = falls_short(found[row.line.pk], row.disbursed, row.remaining)
        values = {"fund": _line(row), "left": format_number(left), "remaining": format_number(row.remaining)}
        if not row.disbursed and day.month >= _HALF:
            yield Raised(f"line:{row.line.pk}", NOTHING_SPENT.code, values, row.remaining)
        elif left:
            yield Raised(f"line:{row.line.pk}", SLOW.code, values, left)


def not_received(user: User, unit: Unit, day: date) -> Iterator[Raised]:
    """By kind of support: who has been due for ninety days of the year and shows nothing received."""
    if day - date(day.year, 1, 1) < WAITED:
        return
    waiting: dict[str, list[Line]] = defaultdict(list)
    for line in due_in(user, unit, day).lines:
        if line.received == Received.NOT_YET and _due_since(line, day - WAITED):
            waiting[line.entitlement.kind.code].append(line)
    for code, lines in waiting.items():
        title = lines[0].entitlement.kind.title
        homes = len({each.entitlement.home.pk for each in lines})
        values = {"kind_vi": title.vi, "kind_en": title.en, "number": len(lines), "households": homes}
        yield Raised(f"kind:{code}", NOT_RECEIVED.code, values, len(lines))


def review_overdue(user: User, unit: Unit, day: date) -> Iterator[Raised]:
    """Steps of open rounds whose last day lies behind and that were not taken."""
    for round_ in deciding_rounds(user).filter(unit=unit, state__in=("open", "preparing")):
        for each in deadlines(user, round_):
            if each.late and each.day < day:
                vi, en = _STEPS[each.about]
                values = {
                    "what_vi": f"{vi} ({round_})", "what_en": f"{en} ({round_})", "day": format_date(each.day),
                    "households": each.households, "place": f", {each.place}" if each.place else "",
                }  # fmt: skip
                subject = f"round:{round_.pk}/{each.about}/{each.pk}"
                yield Raised(subject, OVERDUE.code, values, each.households, None, each.day)


def not_balanced(user: User, unit: Unit, day: date) -> Iterator[Raised]:
    """Movements since the last closing (else since 1 January), counted twice and not the same."""
    last = closings_for(user, unit).filter(unit=unit, replaced_by=None, closing_on__lt=day).first()
    since = max(last.closing_on if last else date(day.year, 1, 1), date(day.year, 1, 1))
    if since >= day:
        return
    refusals = draft(user, unit, since, day).refusals
    if refusals:
        first = refusals[0].message
        values = {
            "since": format_date(since), "until": format_date(day), "number": len(refusals), "first_vi": first.vi,
            "first_en": first.en,
        }  # fmt: skip
        yield Raised("balance", NOT_BALANCED.code, values, len(refusals))


def impossible(user: User, unit: Unit, day: date) -> Iterator[Raised]:
    """Measures of quality that no true register breaks."""
    for tally in tallies(user, unit, day):
        if tally.measure in IMPOSSIBLE_VALUES and tally.wrong:
            title = MEASURES[tally.measure].title
            said = {}
            for language in ("vi", "en"):
                with translation.override(language):
                    said[f"what_{language}"] = str(title)
            yield Raised(f"measure:{tally.measure}", IMPOSSIBLE.code, {**said, "number": tally.wrong}, tally.wrong)


def unlike_others(user: User, unit: Unit, day: date) -> Iterator[Raised]:
    """Villages whose share of poor and near-poor households is far from the others'."""
    names = place_seen(user, unit, day).villages
    of = counts(user, unit, [day]).of
    shares = [Share(village, now.homes, now.poor + now.near) for village, (now,) in of.items() if village in names]
    for each in outliers(shares):
        share = each.share
        values = {
            "village": names[share.village].name, "some": share.some, "homes": share.homes,
            "rate": _percent(share.some / share.homes), "usual": _percent(each.usual),
            "distance": f"{abs(each.distance):.1f}".replace(".", ","),
        }  # fmt: skip
        yield Raised(f"village:{share.village}", UNLIKE.code, values, share.some, share.village)


def overdue_finding(user: User, unit: Unit, day: date) -> Iterator[Raised]:
    """Findings of inspections whose remedy was not reported by its deadline. What was found is not repeated: it may
    name a household."""
    for each in overdue_findings(user, unit, day):
        if each.due_on is not None and each.post is not None:
            values = {"inspection": each.inspection.title, "post": each.post.name, "day": format_date(each.due_on)}
            subject = f"finding:{each.inspection_id}/{each.pk}"
            yield Raised(subject, FINDING_OVERDUE.code, values, 1, None, each.due_on)


FINDERS: Mapping[AlertKind, Callable[[User, Unit, date], Iterator[Raised]]] = {
    AlertKind.SLOW_DISBURSEMENT: slow_disbursement,
    AlertKind.NOT_RECEIVED: not_received,
    AlertKind.REVIEW_OVERDUE: review_overdue,
    AlertKind.NOT_BALANCED: not_balanced,
    AlertKind.IMPOSSIBLE: impossible,
    AlertKind.UNLIKE_OTHERS: unlike_others,
    AlertKind.OVERDUE_FINDING: overdue_finding,
}


def _line(row: MatrixRow) -> str:
    node = f"{row.line.node.code}, " if row.line.node else ""
    return f"{node}{row.line.source.name}, {row.line.year}"


def _due_since(line: Line, day: date) -> bool:
    """Whether the household held a class already on that day: who came later is given time."""
    person = line.entitlement.person.person.pk if line.entitlement.person else None
    return bool(line.entitlement.home.classes(day, person))


def _percent(share: float) -> str:
    return f"{100 * share:.2f}".replace(".", ",")
