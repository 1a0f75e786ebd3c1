"""Reports: begun, filled, typed into, sent, returned, accepted, locked, corrected. docs/algorithms/monitoring.md."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.foundation.findings import Severity
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.monitoring import problems as p
from giamngheo.monitoring.actions.forms import PACKAGED_FROM
from giamngheo.monitoring.forms.filling import Cell
from giamngheo.monitoring.models import (
    EDITABLE,
    PeriodReport,
    ReportCell,
    ReportComment,
    ReportGround,
    ReportSheet,
    ReportState,
    ReportStep,
    ReportWording,
)
from giamngheo.monitoring.periods import kinds, window
from giamngheo.monitoring.permissions import NotPermitted, Permission, makes_reports, require
from giamngheo.monitoring.problems import Refused, refuse
from giamngheo.monitoring.queries.forms import forms_of
from giamngheo.monitoring.queries.wording import words_of_sent
from giamngheo.monitoring.reporting import Computed, Place, due_of, filled, from_parts, from_registers, receiver_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.programme.models import ProgrammePeriod
    from giamngheo.territory.models import Unit, Village

_MOST = Decimal(10) ** 17
EARLIEST = date(2000, 1, 1)
ALLOWED = {
    ReportState.SUBMITTED: (ReportState.DRAFT, ReportState.RETURNED), ReportState.RETURNED: (ReportState.SUBMITTED,),
    ReportState.ACCEPTED: (ReportState.SUBMITTED,), ReportState.LOCKED: (ReportState.ACCEPTED,),
}  # fmt: skip


@transaction.atomic
def begin_report(
    *, by: User, unit: Unit, kind: str, year: int, number: int, village: Village | None = None,
    today: date | None = None,
) -> PeriodReport:  # fmt: skip
    """A draft of a period, filled from the registers. Raises Refused (MONITOR-*), OutOfScope, NotPermitted."""
    _own(by, unit)
    known = kinds().get(kind)
    today = today or timezone.localdate()
    try:
        begins, ends = window(known.period if known else "", year, number)
    except ValueError:
        raise refuse(p.PERIOD) from None
    if known is None or known.own_days or begins > today:
        raise refuse(p.PERIOD)
    place = Place(unit, village)
    forms = forms_of(by, unit, kind, ends)
    if not forms:
        raise refuse(p.NO_FORM)
    if PeriodReport.objects.filter(unit=unit, village=village, kind=kind, year=year, number=number).exists():
        raise refuse(p.THERE)
    try:
        with transaction.atomic():
            report = PeriodReport.objects.create(
                unit=unit, village=village, kind=kind, period=known.period, year=year, number=number, begins=begins,
                ends=ends, due_on=due_of(place, kind, year, number).on, receiver=receiver_of(place), by=by,
            )  # fmt: skip
    except IntegrityError:  # somebody began it meanwhile
        raise refuse(p.THERE) from None
    ReportSheet.objects.bulk_create(ReportSheet(report=report, form=each) for each in forms)
    record(by=by, action="report.begin", subject=report, unit=unit, after={"kind": kind, "year": year})
    _fill(by, report, today, parts=False)
    return report


class Asked(NamedTuple):
    """A report no calendar asks for: of which days, by which paper; of which period of the programme, where its kind
    looks back on one."""

    kind: str
    begins: date
    ends: date
    paper: str
    phase: ProgrammePeriod | None = None


@transaction.atomic
def begin_asked_report(*, by: User, unit: Unit, asked: Asked, today: date | None = None) -> PeriodReport:
    """A draft of days of its own, filled from the registers; its number counts those of the kind in the year.

    Raises Refused (MONITOR-GROUND, MONITOR-NO-FORM, MONITOR-THERE), OutOfScope, NotPermitted.
    """
    _own(by, unit)
    known, today = kinds().get(asked.kind), today or timezone.localdate()
    whole = squeeze(asked.paper) and EARLIEST <= asked.begins <= asked.ends <= today
    if known is None or not known.own_days or not whole or bool(known.phase) != (asked.phase is not None):
        raise refuse(p.GROUND)
    forms = forms_of(by, unit, asked.kind, max(asked.ends, PACKAGED_FROM))
    if not forms:
        raise refuse(p.NO_FORM)
    year = asked.ends.year
    former = PeriodReport.objects.filter(unit=unit, village=None, kind=asked.kind, year=year)
    number = (former.aggregate(most=Max("number"))["most"] or 0) + 1
    try:
        with transaction.atomic():
            report = PeriodReport.objects.create(
                unit=unit, kind=asked.kind, period=known.period, year=year, number=number, begins=asked.begins,
                ends=asked.ends, receiver=receiver_of(Place(unit)), by=by,
            )  # fmt: skip
    except IntegrityError:  # somebody began one meanwhile
        raise refuse(p.THERE) from None
    ReportGround.objects.create(report=report, paper=_words(asked.paper, 300), phase=asked.phase)
    ReportSheet.objects.bulk_create(ReportSheet(report=report, form=each) for each in forms)
    record(by=by, action="report.begin", subject=report, unit=unit, after={"kind": asked.kind, "year": year})
    _fill(by, report, today, parts=False)
    return report


@transaction.atomic
def fill_report(*, by: User, report: PeriodReport, parts: bool = False, today: date | None = None) -> int:
    """Fill a draft anew: from the registers, or (`parts`) by adding up the reports below. What was typed stays; a form
    published since is added.

    How many cells have a value. Raises Refused (MONITOR-STATE), OutOfScope, NotPermitted.
    """
    report = _editable(by, report)
    _add_new_forms(by, report)
    number = _fill(by, report, today or timezone.localdate(), parts=parts)
    after = {"cells": number, "parts": parts}
    record(by=by, action="report.fill", subject=report, unit=report.unit, after=after)
    return number


@transaction.atomic
def type_cells(*, by: User, report: PeriodReport, values: Mapping[Cell, Decimal | None]) -> int:
    """Type into cells; None takes back what was typed. How many changed. Raises Refused (MONITOR-STATE, MONITOR-CELL),
    OutOfScope, NotPermitted."""
    report = _editable(by, report)
    sheets = {each.form.code: each for each in report.sheets.select_related("form")}
    forms, _filled = filled(sheets.values())
    wrong = [
        p.CELL.at(cell=f"{code}: {row}.{column}", text=str(value))
        for (code, row, column), value in values.items()
        if code not in forms or not forms[code].is_typed(row, column)
        or (value is not None and (not value.is_finite() or abs(value) >= _MOST))
    ]  # fmt: skip
    if wrong:
        raise Refused(*wrong)
    held = {(each.sheet_id, each.row, each.column): each for each in ReportCell.objects.filter(sheet__report=report)}
    changed = 0
    for (code, row, column), value in values.items():
        cell = held.get((sheets[code].pk, row, column)) or ReportCell(sheet=sheets[code], row=row, column=column)
        if cell.typed != value:
            cell.typed = value
            cell.typed_by, cell.typed_at = (None, None) if value is None else (by, timezone.now())
            cell.save()
            changed += 1
    if changed:
        record(by=by, action="report.type", subject=report, unit=report.unit, after={"cells": changed})
    return changed


@transaction.atomic
def submit_report(*, by: User, report: PeriodReport) -> PeriodReport:
    """Send it up. Raises Refused (MONITOR-STATE, MONITOR-CHECK), OutOfScope, NotPermitted."""
    _own(by, report.unit)
    report = _locked(report)
    _forms, worked = filled(report.sheets.select_related("form").prefetch_related("cells"))
    failed = [each for each in worked.findings if each.severity == Severity.ERROR]
    if report.state in EDITABLE and failed:
        raise Refused(*failed)
    return _step(by, report, ReportState.SUBMITTED)


@transaction.atomic
def return_report(*, by: User, report: PeriodReport, reason: str) -> PeriodReport:
    """Send it back to be corrected. Raises Refused (MONITOR-STATE, MONITOR-REASON), OutOfScope, NotPermitted."""
    _receives(by, report)
    if not squeeze(reason):
        raise refuse(p.REASON)
    return _step(by, _locked(report), ReportState.RETURNED, reason)


@transaction.atomic
def accept_report(*, by: User, report: PeriodReport) -> PeriodReport:
    """Take it; the sentences of its papers are kept with it.

    Raises Refused (MONITOR-STATE), OutOfScope, NotPermitted.
    """
    _receives(by, report)
    taken = _step(by, _locked(report), ReportState.ACCEPTED)
    ReportWording.objects.get_or_create(report=taken, defaults={"sentences": words_of_sent(by, taken)})
    return taken


@transaction.atomic
def lock_report(*, by: User, report: PeriodReport) -> PeriodReport:
    """Lock it for ever. Raises Refused (MONITOR-STATE), OutOfScope, NotPermitted."""
    _receives(by, report)
    return _step(by, _locked(report), ReportState.LOCKED)


@transaction.atomic
def correct_report(*, by: User, report: PeriodReport, reason: str) -> PeriodReport:
    """A new version of a locked report, with what stood in it. Raises Refused (MONITOR-STATE, MONITOR-REASON,
    MONITOR-THERE), OutOfScope, NotPermitted."""
    _own(by, report.unit)
    former = _locked(report)
    if former.state != ReportState.LOCKED:
        raise refuse(p.STATE, state=ReportState(former.state).label)
    if not squeeze(reason):
        raise refuse(p.REASON)
    if PeriodReport.objects.filter(corrects=former).exists():
        raise refuse(p.THERE)
    made = PeriodReport.objects.create(
        unit=former.unit, village=former.village, kind=former.kind, period=former.period, year=former.year,
        number=former.number, begins=former.begins, ends=former.ends, due_on=former.due_on, receiver=former.receiver,
        version=former.version + 1, corrects=former, correction_reason=_words(reason, 500), by=by,
    )  # fmt: skip
    if ground := ReportGround.objects.filter(report=former).first():
        ReportGround.objects.create(report=made, paper=ground.paper, phase=ground.phase)
    for sheet in former.sheets.prefetch_related("cells"):
        copy = ReportSheet.objects.create(report=made, form_id=sheet.form_id)
        ReportCell.objects.bulk_create(
            ReportCell(sheet=copy, row=each.row, column=each.column, computed=each.computed, as_of=each.as_of,
                       why=each.why, typed=each.typed, typed_by_id=each.typed_by_id, typed_at=each.typed_at)
            for each in sheet.cells.all()
        )  # fmt: skip
    record(by=by, action="report.correct", subject=made, unit=made.unit, reason=made.correction_reason)
    return made


@transaction.atomic
def comment_on_report(*, by: User, report: PeriodReport, text: str, cell: str = "") -> ReportComment:
    """Leave a remark. Raises Refused (MONITOR-COMMENT), OutOfScope, NotPermitted."""
    require(by, Permission.VIEW_MONITORING, report.unit)
    report = _locked(report)
    if not squeeze(text) or report.state == ReportState.LOCKED:
        raise refuse(p.COMMENT)
    made = ReportComment.objects.create(report=report, text=_words(text, 1000), cell=cell[:130], by=by)
    record(by=by, action="report.comment", subject=made, unit=report.unit, after={"report": report.pk})
    return made


def _own(by: User, unit: Unit) -> None:
    require(by, Permission.EDIT_MONITORING, unit)
    if not makes_reports(by, unit):
        raise NotPermitted(p.NOT_YOURS.at(unit=unit.name).message.vi)


def _receives(by: User, report: PeriodReport) -> None:
    require(by, Permission.RECEIVE_REPORT, report.receiver or report.unit)


def _locked(report: PeriodReport) -> PeriodReport:
    """The row as it stands, held until the transaction ends."""
    return PeriodReport.objects.select_for_update(of=("self",)).select_related("unit", "receiver").get(pk=report.pk)


def _editable(by: User, report: PeriodReport) -> PeriodReport:
    _own(by, report.unit)
    report = _locked(report)
    if report.state not in EDITABLE:
        raise refuse(p.STATE, state=ReportState(report.state).label)
    return report


def _step(by: User, report: PeriodReport, state: ReportState, reason: str = "") -> PeriodReport:
    """One step of the table. `report` is held."""
    before = report.state
    if before not in ALLOWED[state]:
        raise refuse(p.STATE, state=ReportState(before).label)
    report.step += 1
    ReportStep.objects.create(
        report=report, number=report.step, from_state=before, to_state=state, reason=_words(reason, 1000), by=by
    )
    report.state = state
    report.save(update_fields=("state", "step"))
    record(by=by, action=f"report.{state}", subject=report, unit=report.unit, before={"state": before}, reason=reason)
    return report


def _fill(by: User, report: PeriodReport, today: date, *, parts: bool) -> int:
    sheets = {each.form.code: each for each in report.sheets.select_related("form")}
    forms, _worked = filled(sheets.values())
    found: dict[Cell, Computed] = from_registers(by, report, forms, today)
    if parts and not kinds()[report.kind].own_days:  # the same number of two units is not the same report
        found |= from_parts(report, forms)
    held = {(each.sheet_id, each.row, each.column): each for each in ReportCell.objects.filter(sheet__report=report)}
    new: list[ReportCell] = []
    old: list[ReportCell] = []
    for (code, row, column), given in found.items():
        cell = held.get((sheets[code].pk, row, column))
        target = cell or ReportCell(sheet=sheets[code], row=row, column=column)
        target.computed, target.as_of, target.why = given.value, given.as_of, given.why
        (old if cell else new).append(target)
    ReportCell.objects.bulk_create(new)
    ReportCell.objects.bulk_update(old, ("computed", "as_of", "why"))
    return sum(given.value is not None for given in found.values())


def _add_new_forms(by: User, report: PeriodReport) -> None:
    """Forms of the kind whose code the draft has not yet; a newer version of one it has does not take its place."""
    held = set(report.sheets.values_list("form__code", flat=True))
    new = [each for each in forms_of(by, report.unit, report.kind, report.ends) if each.code not in held]
    ReportSheet.objects.bulk_create(ReportSheet(report=report, form=each) for each in new)


def _words(text: str, most: int) -> str:
    return squeeze(nfc(text))[:most]
