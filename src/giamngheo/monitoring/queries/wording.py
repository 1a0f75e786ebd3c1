"""The sentences papers are written in: of a unit as they stand, of a report as it was accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db.models import QuerySet

from giamngheo.accounts.permissions import Permission, require
from giamngheo.monitoring.forms.definition import Form, read_body
from giamngheo.monitoring.forms.units import BRACKETS
from giamngheo.monitoring.models import PeriodReport, ReportSentence, ReportState, ReportWording
from giamngheo.monitoring.papers.texts import packaged
from giamngheo.monitoring.queries.forms import forms_for
from giamngheo.monitoring.upwards import upwards

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class Standing(NamedTuple):
    """A sentence in force. `of`: whose words they are, None for those of the software."""

    text: str
    of: Unit | None = None


def sentences_of(user: User, unit: Unit) -> dict[str, Standing]:
    """Every sentence by key: in the unit's words, else in those of the nearest unit above it, else as packaged."""
    require(user, Permission.VIEW_MONITORING, unit)
    return _in_force(unit)


def _in_force(unit: Unit) -> dict[str, Standing]:
    line = upwards(unit)
    newest: dict[tuple[int, str], ReportSentence] = {}
    for each in ReportSentence.objects.filter(unit__in=line).select_related("unit").order_by("number"):
        newest[each.unit_id, each.key] = each
    found = {key: Standing(text) for key, text in packaged().items()}
    for above in reversed(line):
        for key in found:
            own = newest.get((above, key))
            if own is not None and not own.is_default:
                found[key] = Standing(own.text, own.unit)
    return found


def words_of_report(user: User, report: PeriodReport) -> dict[str, str]:
    """Those kept when it was accepted; of one accepted before they were kept, those of the software; else those in
    force in its unit."""
    require(user, Permission.VIEW_MONITORING, report.unit)
    kept = ReportWording.objects.filter(report=report).first()
    if kept is not None:
        return packaged() | dict(kept.sentences)
    if report.state in (ReportState.ACCEPTED, ReportState.LOCKED):
        return packaged()
    return {key: each.text for key, each in sentences_of(user, report.unit).items()}


def words_of_sent(user: User, report: PeriodReport) -> dict[str, str]:
    """The sentences in force in the unit of a report sent to the user, by key: what is kept when it is taken."""
    require(user, Permission.RECEIVE_REPORT, report.receiver or report.unit)
    return {key: each.text for key, each in _in_force(report.unit).items()}


def versions_of(user: User, unit: Unit, key: str) -> QuerySet[ReportSentence]:
    """Every version of the unit's own words for a sentence, the newest first."""
    require(user, Permission.VIEW_MONITORING, unit)
    return ReportSentence.objects.filter(unit=unit, key=key).select_related("by").order_by("-number")


def cells_of(user: User, unit: Unit) -> dict[str, str]:
    """Every cell a sentence may name, of the newest published forms the unit reports on: "form!row.column" → its
    name in words."""
    line = [None, *upwards(unit)]
    newest = {
        each.code: each
        for each in forms_for(user).filter(published_at__isnull=False).order_by("code", "number")
        if each.unit_id in line
    }
    found = {}
    for code, version in newest.items():
        form = Form(code, read_body(version.body))
        for row in form.rows.values():
            for column in form.columns.values():
                if not row.heading:
                    words = f"{BRACKETS.sub('', row.title)}, {column.title.lower()}"
                    found[f"{code}!{row.key}.{column.key}"] = words
    return found
