"""Sentences of papers put in a unit's own words, and taken back. docs/algorithms/report-sentences.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import Max

from giamngheo.audit.actions import record
from giamngheo.foundation.findings import Finding
from giamngheo.monitoring import problems as p
from giamngheo.monitoring.models import ReportSentence
from giamngheo.monitoring.papers.texts import catalogue
from giamngheo.monitoring.papers.wording import clean, problems
from giamngheo.monitoring.permissions import NotPermitted, Permission, makes_reports, require
from giamngheo.monitoring.problems import Refused, refuse
from giamngheo.monitoring.queries.wording import cells_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_ENTRIES = {
    "empty": p.SENTENCE_EMPTY, "long": p.SENTENCE_LONG, "braces": p.SENTENCE_BRACES, "unknown": p.SENTENCE_VALUE,
    "number": p.SENTENCE_NUMBER, "needs": p.SENTENCE_NEEDS,
}  # fmt: skip


@transaction.atomic
def write_sentence(*, by: User, unit: Unit, key: str, text: str, based_on: int) -> ReportSentence:
    """A sentence in the unit's words. `based_on`: the number of the version it was written over, 0 for none.

    Raises Refused (MONITOR-SENTENCE-*), OutOfScope, NotPermitted.
    """
    _may(by, unit)
    if found := sentence_findings(by, unit, key, text):
        raise Refused(*found)
    return _add(by, unit, key, clean(text), based_on)


@transaction.atomic
def reset_sentence(*, by: User, unit: Unit, key: str, based_on: int) -> ReportSentence:
    """Take the unit's own words back: those above it count again, else those of the software.

    Raises Refused (MONITOR-SENTENCE-*), OutOfScope, NotPermitted.
    """
    _may(by, unit)
    if key not in catalogue():
        raise refuse(p.SENTENCE_STALE)
    return _add(by, unit, key, "", based_on)


def sentence_findings(user: User, unit: Unit, key: str, text: str) -> list[Finding]:
    """What keeps a text from standing."""
    sentence = catalogue().get(key)
    if sentence is None:
        return [p.SENTENCE_STALE.at()]
    cells = cells_of(user, unit) if sentence.cells else {}
    return [_ENTRIES[rule].at(what=what) for rule, what in problems(sentence, clean(text), cells)]


def _add(by: User, unit: Unit, key: str, text: str, based_on: int) -> ReportSentence:
    last = ReportSentence.objects.filter(unit=unit, key=key).aggregate(most=Max("number"))["most"] or 0
    if last != based_on:
        raise refuse(p.SENTENCE_STALE)
    try:
        with transaction.atomic():
            made = ReportSentence.objects.create(
                unit=unit, key=key, number=last + 1, text=text, is_default=not text, by=by
            )
    except IntegrityError:  # somebody wrote meanwhile
        raise refuse(p.SENTENCE_STALE) from None
    record(by=by, action="report.sentence", subject=made, unit=unit, after={"key": key, "number": made.number})
    return made


def _may(by: User, unit: Unit) -> None:
    require(by, Permission.EDIT_MONITORING, unit)
    if not makes_reports(by, unit):
        raise NotPermitted(p.NOT_YOURS.at(unit=unit.name).message.vi)
