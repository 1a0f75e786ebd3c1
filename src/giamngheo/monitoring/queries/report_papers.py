"""A report read for its papers: the very values its page shows, and the alerts that stand."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from django.utils import translation

from giamngheo.foundation.numbers import format_number
from giamngheo.monitoring.alerts.queries import waiting
from giamngheo.monitoring.computing.poverty import COMPUTED as POVERTY
from giamngheo.monitoring.computing.poverty import across_break
from giamngheo.monitoring.forms.definition import Form, FormRow
from giamngheo.monitoring.forms.expressions import refs
from giamngheo.monitoring.models import Alert, AlertKind, Indicator, PeriodKind, PeriodReport, ReportCell, ReportSheet
from giamngheo.monitoring.papers.texts import texts
from giamngheo.monitoring.papers.value import Facts, Row, Sheet, Told
from giamngheo.monitoring.periods import window
from giamngheo.monitoring.queries.reports import ReportPage
from giamngheo.monitoring.queries.targets import comparators
from giamngheo.territory.models import Level

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_BRACKETS = re.compile(r"\s*\(([^()]*)\)$")
_PERIODS = {
    PeriodKind.MONTH: "tháng {number} năm {year}", PeriodKind.QUARTER: "quý {number} năm {year}",
    PeriodKind.HALF_YEAR: "6 tháng đầu năm {year}", PeriodKind.NINE_MONTHS: "9 tháng năm {year}",
    PeriodKind.YEAR: "năm {year}",
}  # fmt: skip


class _Reading(NamedTuple):
    """What every sheet is read with."""

    page: ReportPage
    indicators: dict[str, Indicator]
    aims: dict[str, dict[Fraction, str]]
    apart: bool


def paper_facts(user: User, page: ReportPage, today: date) -> Facts:
    """Of a page the user was given; alerts as far as they may see them."""
    report = page.report
    codes = {row.indicator for form in page.forms.values() for row in form.rows.values() if row.indicator}
    before = window(report.period, report.year - 1, report.number).ends
    read = _Reading(
        page, {each.code: each for each in Indicator.objects.filter(code__in=codes)},
        comparators(user, unit=report.unit, year=report.year, village=report.village_id),
        across_break(before, report.ends),
    )  # fmt: skip
    return Facts(
        unit=report.unit.name, place=report.unit.short_name, receiver=report.receiver.name if report.receiver else "",
        period=_PERIODS[PeriodKind(report.period)].format(number=report.number, year=report.year), year=report.year,
        whole_year=report.period == PeriodKind.YEAR, begins=report.begins, ends=report.ends,
        reason=report.correction_reason, sheets=tuple(_sheet(read, each) for each in page.sheets),
        alerts=tuple(_alerts(user, report, today)), alerts_on=today,
    )  # fmt: skip


def _sheet(read: _Reading, sheet: ReportSheet) -> Sheet:
    form, held = read.page.forms[sheet.form.code], {(each.row, each.column): each for each in sheet.cells.all()}
    rows = [each for each in form.rows.values() if not each.heading]
    codes = [each.indicator for each in rows if each.indicator]
    return Sheet(
        _BRACKETS.sub("", sheet.form.title), tuple(_row(read, form, each.key, held) for each in rows),
        tuple(_table(read, form)), form.body.note, sum(code[:1] == "F" for code in codes) * 2 > len(codes),
    )  # fmt: skip


def _row(read: _Reading, form: Form, key: str, held: dict[tuple[str, str], ReportCell]) -> Row:
    row, indicator = form.rows[key], read.indicators.get(form.rows[key].indicator)
    found: dict[str, Told] = {}
    for column, each in form.columns.items():
        value = read.page.worked.values.get((form.code, key, column))
        if each.reads and each.reads not in found and value is not None:
            cell = held.get((key, column))
            typed = cell is not None and cell.typed is not None
            day = cell.as_of if cell is not None and not typed else None
            if not form.is_typed(key, column):
                day = max((at.as_of for at in held.values() if at.column == column and at.as_of), default=None)
            found[each.reads] = Told(value, each.decimals, day, typed)
    target = found.get("target") if indicator else None
    return Row(
        _name(row, indicator), _unit(read, form, key),
        found.get("actual"), found.get("previous"), target, found.get("estimate"),
        read.aims.get(indicator.code, {}).get(target.value, "") if indicator and target else "",
        not (read.apart and _of_poverty(form, key)),
    )  # fmt: skip


def _name(row: FormRow, indicator: Indicator | None) -> str:
    """The title of a row that names its unit says enough by itself; "Việc làm", "trong đó ..." do not."""
    said = _BRACKETS.search(row.title)
    if indicator is None or (said and said[1] == indicator.unit and not row.depth):
        return _BRACKETS.sub("", row.title)
    return indicator.name


def _of_poverty(form: Form, key: str) -> bool:
    return any(form.rows[each].indicator in POVERTY for each in _made_of(form, key))


def _made_of(form: Form, key: str) -> set[str]:
    """The row, or the rows of the form its formulas name."""
    found = {key}
    for (row, column), node in form.formulas.items():
        if row == key:
            found |= {each for ref in refs(node) if not ref.form for each, _other in form.cells(ref, row, column)}
    return found


def _unit(read: _Reading, form: Form, key: str) -> str:
    """Of the indicator; else in brackets behind the title; else that of all rows it is added from, or of the column."""
    row = form.rows[key]
    if indicator := read.indicators.get(row.indicator):
        return indicator.unit
    if (said := _BRACKETS.search(row.title)) and not re.search(r"[\d,+]", said[1]):
        return said[1]
    units = {read.indicators[code].unit for each in _made_of(form, key) if (code := form.rows[each].indicator)
             in read.indicators}  # fmt: skip
    if len(units) == 1:
        return units.pop()
    return next((each.unit for each in form.columns.values() if each.reads == "actual"), "")


def _table(read: _Reading, form: Form) -> list[tuple[str, ...]]:
    columns = form.columns.values()
    header = ("TT", "Nội dung", *(f"{each.title} ({each.unit})" if each.unit else each.title for each in columns))
    made = [header]
    for row in form.rows.values():
        values = [read.page.worked.values.get((form.code, row.key, each.key)) for each in columns]
        cells = [
            "" if row.heading or value is None else Told(value, each.decimals).printed
            for value, each in zip(values, columns, strict=True)
        ]
        made.append((row.number, row.title, *cells))
    return made


def _alerts(user: User, report: PeriodReport, today: date) -> list[str]:
    """Sentences of what is not resolved; above a commune how many of each kind, and in how many communes."""
    with translation.override("vi"):
        found = [
            each for each in waiting(user, report.unit, today)
            if report.village_id is None or each.alert.village_id == report.village_id
        ]  # fmt: skip
        if report.unit.level == Level.COMMUNE:
            own = texts().alerts
            return [
                own[each.alert.code].format(**each.alert.values) if each.alert.code in own else each.finding.message.vi
                for each in found
            ]
        kinds: dict[str, list[Alert]] = defaultdict(list)
        for each in found:
            kinds[each.alert.kind].append(each.alert)
        return [_counted(AlertKind(kind), alerts) for kind, alerts in kinds.items()]


def _counted(kind: AlertKind, alerts: list[Alert]) -> str:
    amount = sum(each.amount for each in alerts)
    return texts().say(
        "alert_money" if kind == AlertKind.SLOW_DISBURSEMENT else "alert_kind", title=str(kind.label).capitalize(),
        number=len(alerts), communes=len({each.unit_id for each in alerts}), amount=format_number(amount),
    )  # fmt: skip
