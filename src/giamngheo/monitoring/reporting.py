"""What a report of a place is: who receives it, when it is due, which children it is added up from, what fills it.

Reads for actions and queries of reports; who calls has asked for the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers.printing import round_half_up
from giamngheo.monitoring.days import result_day, window_before
from giamngheo.monitoring.figures import Figure
from giamngheo.monitoring.forms.definition import Form, read_body
from giamngheo.monitoring.forms.filling import Cell, Filled, fill
from giamngheo.monitoring.models import SENT, Indicator, OwnDeadline, PeriodReport, ReportCell, ReportSheet
from giamngheo.monitoring.periods import Due, OwnRule, due, kinds
from giamngheo.monitoring.queries.reading import estimates, figures
from giamngheo.monitoring.queries.targets import standings
from giamngheo.review.models import Decision, DecisionKind
from giamngheo.territory.models import Level, Village
from giamngheo.territory.queries import units_on, villages_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

VILLAGE = "village"
TYPED, ADDED = "nhập tay: ", "cộng "  # how the `why` of a cell begins that was typed elsewhere, or added up


class Place(NamedTuple):
    """A unit, or a village of it."""

    unit: Unit
    village: Village | None = None

    @property
    def name(self) -> str:
        return self.village.name if self.village else self.unit.name


class Computed(NamedTuple):
    """What fills a cell, as of which day, and what to know of it."""

    value: Decimal | None
    as_of: date | None
    why: str = ""


def receiver_of(place: Place) -> Unit | None:
    """Commune → district until 30/06/2025, → province after: the parent of the unit as it was; a village's commune."""
    return place.unit if place.village else place.unit.parent


def deadlines_of(units: Iterable[int]) -> list[OwnDeadline]:
    """Every deadline these units set, the oldest first; one query."""
    return list(OwnDeadline.objects.filter(unit__in=set(units)).order_by("valid_from", "id"))


def due_of(place: Place, kind: str, year: int, number: int, known: Iterable[OwnDeadline] | None = None) -> Due:
    """By the law and by what the unit or its receiver set. `known`: deadlines already read, for many places."""
    receiver = receiver_of(place)
    setters = {place.unit.pk, *([receiver.pk] if receiver else [])}
    rows = [
        each for each in (deadlines_of(setters) if known is None else known)
        if each.unit_id in setters and each.kind == kind
    ]  # fmt: skip
    own = [OwnRule(each.due_month, each.due_day, each.valid_from, each.paper) for each in rows]
    return due(kinds()[kind], VILLAGE if place.village else place.unit.level, year, number, own)


def children_of(unit: Unit, day: date) -> list[Place]:
    """Villages of a commune; the units right below any other, as they were on the day."""
    if unit.level == Level.COMMUNE:
        return [Place(unit, each) for each in villages_of(unit, day)]
    below = units_on(day).filter(parent=unit).select_related("parent")
    return [Place(each) for each in below.order_by("code")]


def newest(reports: Iterable[PeriodReport]) -> dict[tuple[int, int | None], PeriodReport]:
    """By unit and village the newest version."""
    found: dict[tuple[int, int | None], PeriodReport] = {}
    for each in sorted(reports, key=lambda report: report.version):
        found[each.unit_id, each.village_id] = each
    return found


def parts_of(report: PeriodReport) -> dict[Place, PeriodReport | None]:
    """Each child with its newest version that was sent; None: missing."""
    places = children_of(report.unit, report.ends) if report.village_id is None else []
    here = Q(unit=report.unit, village__isnull=False) if report.unit.level == Level.COMMUNE else Q(
        unit__in=[each.unit.pk for each in places], village=None)  # fmt: skip
    rows = PeriodReport.objects.filter(here, kind=report.kind, year=report.year, number=report.number, state__in=SENT)
    sent = newest(rows)
    return {each: sent.get((each.unit.pk, each.village.pk if each.village else None)) for each in places}


def forms_in(sheets: Iterable[ReportSheet]) -> dict[str, Form]:
    """Definitions by code."""
    return {each.form.code: Form(each.form.code, read_body(each.form.body)) for each in sheets}


def shown(cell: ReportCell) -> Decimal | None:
    """What a hand typed counts; else what was computed."""
    return cell.computed if cell.typed is None else cell.typed


def filled(sheets: Iterable[ReportSheet]) -> tuple[dict[str, Form], Filled]:
    """Every cell of a report worked out, and what its checks found. Cells are read with the sheets."""
    held = list(sheets)
    forms = forms_in(held)
    given: dict[Cell, Decimal | None] = {
        (sheet.form.code, cell.row, cell.column): shown(cell) for sheet in held for cell in sheet.cells.all()
    }
    return forms, fill(forms, given)


def from_registers(user: User, report: PeriodReport, forms: Mapping[str, Form], today: date) -> dict[Cell, Computed]:
    """What the registers give to every cell that reads an indicator."""
    wanted = _reading(forms)
    codes = {code for code, _reads in wanted.values()}
    day = min(report.ends, today)
    asked = {"unit": report.unit, "codes": sorted(codes), "village": report.village_id}
    now = figures(user, day=day, since=report.begins, **asked)  # type: ignore[arg-type]
    reads = {kind for _code, kind in wanted.values()}
    guesses = estimates(user, day=date(report.year, 12, 31), **asked) if "estimate" in reads else {}  # type: ignore[arg-type]
    before: dict[str, Figure] = {}
    if "previous" in reads:
        last = window_before(report)
        before = figures(user, day=last.ends, since=last.begins, **asked)  # type: ignore[arg-type]
    aims = _aims(user, report, day) if "target" in reads else {}
    sources = {"actual": now, "estimate": guesses, "previous": before}
    for name, year in (("result", report.year), ("result_before", report.year - 1)):
        sources[name] = results(user, report, year, sorted(codes), today) if name in reads else {}
    sources["opening"] = figures(user, day=report.begins, **asked) if "opening" in reads else {}  # type: ignore[arg-type]
    found = {}
    for cell, (code, kind) in wanted.items():
        found[cell] = (
            Computed(aims.get(code), date(report.year, 12, 31) if code in aims else None)
            if kind == "target"
            else _from(sources[kind].get(code))
        )
    return found


def results(user: User, report: PeriodReport, year: int, codes: list[str], today: date) -> dict[str, Figure]:
    """What the review of a year gave, on 1 January of the next, when its decision takes effect: the day dashboards and
    targets read. Before that day it is known only of a commune that has signed; else each figure says why not."""
    day = result_day(year)
    if today < day and not _decided(user, report, day):
        why = _("Chưa có quyết định công nhận kết quả rà soát năm %(year)s (có hiệu lực từ ngày %(day)s).")
        words = why % {"year": year, "day": format_date(day)}
        return {code: Figure(code, None, "", day, False, "", why_missing=words) for code in codes}
    return figures(user, unit=report.unit, codes=codes, day=day, village=report.village_id)


def _decided(user: User, report: PeriodReport, day: date) -> bool:
    if report.unit.level != Level.COMMUNE or not can(user, Permission.VIEW_REVIEW, report.unit):
        return False
    signed = Decision.objects.filter(unit=report.unit, effective_from=day, signed_at__isnull=False)
    return signed.exclude(kind=DecisionKind.CORRECTION).exists()


def _from(figure: Figure | None) -> Computed:
    if figure is None or figure.value is None:
        return Computed(None, None, figure.why_missing[:300] if figure else "")
    return Computed(figure.value, figure.as_of, (figure.note if figure.computed else TYPED + figure.source)[:300])


def _aims(user: User, report: PeriodReport, day: date) -> dict[str, Decimal]:
    found = standings(user, unit=report.unit, year=report.year, day=day)
    village = report.village.name if report.village else ""
    return {each.indicator.code: each.aim.value for each in found if each.village == village}


def _reading(forms: Mapping[str, Form]) -> dict[Cell, tuple[str, str]]:
    return {
        (code, row, column): found
        for code, form in forms.items()
        for row, each in form.rows.items()
        if not each.heading
        for column in form.columns
        if (found := form.indicator(row, column)) is not None
    }


def from_parts(report: PeriodReport, forms: Mapping[str, Form]) -> dict[Cell, Computed]:
    """Sums of the parts' cells, by the same code, with how many there are; only of what may be added up."""
    parts = parts_of(report)
    there = [each for each in parts.values() if each is not None]
    missing = [place.name for place, each in parts.items() if each is None]
    values = [_values(each) for each in there]
    sums = dict(Indicator.objects.values_list("code", "sums_up"))
    why = f"{ADDED}{len(there)}/{len(parts)} báo cáo"
    if missing:
        why += f"; thiếu: {', '.join(missing)}"
    found = {}
    for code, form in forms.items():
        for row, each in form.rows.items():
            for column in form.columns:
                cell = (code, row, column)
                adds = form.is_typed(row, column) and (not each.indicator or sums.get(each.indicator) == "sum")
                known = [value for part in values if (value := part.get(cell)) is not None]
                if adds and known:
                    found[cell] = Computed(_decimal(sum(known, Fraction())), report.ends, why[:300])
    return found


def _values(report: PeriodReport) -> dict[Cell, Fraction | None]:
    sheets = report.sheets.select_related("form").prefetch_related("cells")
    return filled(sheets)[1].values


def _decimal(value: Fraction) -> Decimal:
    rounded = round_half_up(value, 6)
    return (Decimal(rounded.numerator) / Decimal(rounded.denominator)).quantize(Decimal("0.000001")).normalize() + 0
