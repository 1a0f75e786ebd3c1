"""A report read for its papers: the very values its page shows, and the alerts that stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from django.utils import translation

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.monitoring.alerts.queries import waiting
from giamngheo.monitoring.computing.poverty import COMPUTED as POVERTY
from giamngheo.monitoring.computing.poverty import across_break
from giamngheo.monitoring.days import day_of_column, result_day, window_before
from giamngheo.monitoring.forms.definition import Form, FormColumn, FormRow
from giamngheo.monitoring.forms.units import BRACKETS, decimals_of, made_of, unit_of
from giamngheo.monitoring.models import (
    Alert,
    AlertKind,
    Indicator,
    PeriodKind,
    PeriodReport,
    ReportCell,
    ReportGround,
    ReportSheet,
)
from giamngheo.monitoring.papers.texts import ALERTS, catalogue
from giamngheo.monitoring.papers.value import Basis, Facts, Row, Sheet, Told
from giamngheo.monitoring.papers.wording import by_word, render
from giamngheo.monitoring.periods import kinds
from giamngheo.monitoring.printed import printed_cells
from giamngheo.monitoring.queries.reports import ReportPage
from giamngheo.monitoring.queries.targets import comparators
from giamngheo.monitoring.queries.wording import words_of_report
from giamngheo.territory.models import Level

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_COMPARED: dict[Basis, tuple[str, str]] = {
    "actual": ("actual", "previous"), "result": ("result", "result_before"), "opening": ("actual", "opening"),
}  # fmt: skip
_PERIODS = {
    PeriodKind.MONTH: "tháng {number} năm {year}", PeriodKind.QUARTER: "quý {number} năm {year}",
    PeriodKind.HALF_YEAR: "6 tháng đầu năm {year}", PeriodKind.NINE_MONTHS: "9 tháng năm {year}",
    PeriodKind.YEAR: "năm {year}",
}  # fmt: skip
_PHASES = {"start": "đầu kỳ", "middle": "giữa kỳ", "end": "kết thúc"}


class _Reading(NamedTuple):
    """What every sheet is read with."""

    page: ReportPage
    aims: dict[str, dict[Fraction, str]]

    def apart(self, basis: str) -> bool:
        """Whether the two days a sheet compares may be judged by two standards."""
        report = self.page.report
        days = {
            "actual": (window_before(report).ends, report.ends), "opening": (report.begins, report.ends),
            "result": (result_day(report.year - 1), result_day(report.year)),
        }  # fmt: skip
        return across_break(*days[basis])

    def judged_by_result(self, form: Form) -> set[str]:
        """Indicators whose target another sheet of the report judges, by the result of the year's review."""
        others = [each for each in self.page.forms.values() if each is not form and _basis_of(each) == "result"]
        return {row.indicator for each in others for row in each.rows.values() if row.indicator}


def paper_facts(user: User, page: ReportPage, today: date, words: Mapping[str, str] | None = None) -> Facts:
    """Of a page the user was given; alerts as far as they may see them. `words`: sentences, by default those kept with
    the report or in force in its unit."""
    report = page.report
    words = words_of_report(user, report) if words is None else words
    read = _Reading(page, comparators(user, unit=report.unit, year=report.year, village=report.village_id))
    return Facts(
        unit=report.unit.name, place=report.unit.short_name, receiver=report.receiver.name if report.receiver else "",
        period=_period(report), year=report.year,
        whole_year=report.period == PeriodKind.YEAR and not kinds()[report.kind].own_days, begins=report.begins,
        ends=report.ends,
        reason=report.correction_reason, sheets=tuple(_sheet(read, each) for each in page.sheets),
        alerts=tuple(_alerts(user, report, today, words)), alerts_on=today, words=words, cells=printed_cells(page),
        ground=getattr(_ground(report), "paper", ""),
    )  # fmt: skip


def _ground(report: PeriodReport) -> ReportGround | None:
    return getattr(report, "ground", None)


def _period(report: PeriodReport) -> str:
    """In the words of a paper; of one made when asked for its days, or the period of the programme."""
    kind, ground = kinds()[report.kind], _ground(report)
    if kind.phase and ground is not None and ground.phase is not None:
        return f"{_PHASES[kind.phase]} giai đoạn {ground.phase.code}"
    if kind.own_days:
        return f"đột xuất từ ngày {format_date(report.begins)} đến ngày {format_date(report.ends)}"
    return _PERIODS[PeriodKind(report.period)].format(number=report.number, year=report.year)


def _sheet(read: _Reading, sheet: ReportSheet) -> Sheet:
    form, held = read.page.forms[sheet.form.code], {(each.row, each.column): each for each in sheet.cells.all()}
    rows = [each for each in form.rows.values() if not each.heading]
    codes = [each.indicator for each in rows if each.indicator]
    return Sheet(
        BRACKETS.sub("", sheet.form.title), tuple(_row(read, form, each.key, held) for each in rows),
        tuple(_table(read, form, held.values())), form.body.note,
        sum(code[:1] == "F" for code in codes) * 2 > len(codes),
    )  # fmt: skip


def _basis_of(form: Form) -> Basis:
    """What the form is of: the result of the year's review, the way since a beginning, the days of the report."""
    reads = {each.reads for each in form.columns.values()}
    return "result" if "result" in reads else "opening" if "opening" in reads else "actual"


def _row(read: _Reading, form: Form, key: str, held: dict[tuple[str, str], ReportCell]) -> Row:
    row, basis = form.rows[key], _basis_of(form)
    indicator, unit = read.page.indicators.get(row.indicator), unit_of(form, key, read.page.units)
    found: dict[str, Told] = {}
    for column, each in form.columns.items():
        value = read.page.worked.values.get((form.code, key, column))
        if each.reads and each.reads not in found and value is not None:
            cell = held.get((key, column))
            typed = cell is not None and cell.typed is not None
            day = cell.as_of if cell is not None and not typed else None
            if not form.is_typed(key, column):
                day = max((at.as_of for at in held.values() if at.column == column and at.as_of), default=None)
            found[each.reads] = Told(value, decimals_of(form, key, column, read.page.units), day, typed)
    target = found.get("target") if indicator else None
    now, before = _COMPARED[basis]
    return Row(
        _name(row, indicator), unit,
        found.get(now), found.get(before), target, found.get("estimate"),
        read.aims.get(indicator.code, {}).get(target.value, "") if indicator and target else "",
        not (read.apart(basis) and _of_poverty(form, key)), basis,
        indicator is not None and basis == "actual" and indicator.code in read.judged_by_result(form),
        row.indicator if indicator else "",
    )  # fmt: skip


def _name(row: FormRow, indicator: Indicator | None) -> str:
    """The title of a row that names its unit says enough by itself; "Việc làm", "trong đó ..." do not."""
    said = BRACKETS.search(row.title)
    if indicator is None or (said and said[1] == indicator.unit and not row.depth):
        return BRACKETS.sub("", row.title)
    return indicator.name


def _of_poverty(form: Form, key: str) -> bool:
    return any(form.rows[each].indicator in POVERTY for each in made_of(form, key))


def _table(read: _Reading, form: Form, held: Collection[ReportCell]) -> list[tuple[str, ...]]:
    columns = form.columns
    made = [("TT", "Nội dung", *(_head(read, each, held) for each in columns.values()))]
    for row in form.rows.values():
        cells = []
        for key in columns:
            value = read.page.worked.values.get((form.code, row.key, key))
            places = None if row.heading else decimals_of(form, row.key, key, read.page.units)
            cells.append("" if row.heading or value is None else Told(value, places).printed)
        made.append((row.number, row.title, *cells))
    return made


def _head(read: _Reading, column: FormColumn, held: Collection[ReportCell]) -> str:
    with translation.override("vi"):
        day = day_of_column(read.page.report, column.reads, column.key, held)
    return ", ".join(filter(None, (f"{column.title} ({column.unit})" if column.unit else column.title, day)))


def _alerts(user: User, report: PeriodReport, today: date, words: Mapping[str, str]) -> list[str]:
    """Sentences of what is not resolved; above a commune how many of each kind, and in how many communes."""
    with translation.override("vi"):
        found = [
            each for each in waiting(user, report.unit, today)
            if report.village_id is None or each.alert.village_id == report.village_id
        ]  # fmt: skip
        if report.unit.level == Level.COMMUNE:
            return [
                _say(words, each.alert.code, **_told(each.alert)) if each.alert.code in ALERTS else
                each.finding.message.vi
                for each in found
            ]  # fmt: skip
        kinds: dict[str, list[Alert]] = defaultdict(list)
        for each in found:
            kinds[each.alert.kind].append(each.alert)
        return [_counted(words, AlertKind(kind), alerts) for kind, alerts in kinds.items()]


def _told(alert: Alert) -> dict[str, object]:
    """The values of an alert by the names sentences know."""
    return {("from_day" if name == "since" else name): value for name, value in alert.values.items()}


def _say(words: Mapping[str, str], key: str, **values: object) -> str:
    return render(words.get(key) or catalogue()[key].text, by_word(values), {})


def _counted(words: Mapping[str, str], kind: AlertKind, alerts: list[Alert]) -> str:
    amount = sum(each.amount for each in alerts)
    return _say(
        words, "alert_money" if kind == AlertKind.SLOW_DISBURSEMENT else "alert_kind",
        title=str(kind.label).capitalize(), number=len(alerts), communes=len({each.unit_id for each in alerts}),
        amount=format_number(amount),
    )  # fmt: skip
