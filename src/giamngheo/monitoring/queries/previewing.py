"""A sentence as it would stand in the papers of a real report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import QuerySet

from giamngheo.monitoring.models import PeriodReport
from giamngheo.monitoring.papers.composing import compose
from giamngheo.monitoring.papers.texts import catalogue, papers_of
from giamngheo.monitoring.periods import kinds
from giamngheo.monitoring.queries.report_papers import paper_facts
from giamngheo.monitoring.queries.reports import report_page, reports_for
from giamngheo.monitoring.queries.wording import sentences_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

MOST = 8  # lines shown
_OPENS, _CLOSES = "\ue000", "\ue001"  # no font has them, nobody types them


class Seen(NamedTuple):
    """A line of a paper: the sentence between what stands before and after it."""

    before: str
    said: str
    after: str


def samples(user: User, unit: Unit, key: str) -> QuerySet[PeriodReport]:
    """Reports of the unit whose papers the sentence may stand in, the newest first."""
    paper = catalogue()[key].paper
    wanted = [kind for kind in kinds() if any(paper in ("", each.code) for each in papers_of(kind))]
    found = reports_for(user).filter(unit=unit, village=None, kind__in=wanted)
    return found.order_by("-year", "-ends", "-version", "-pk")


def preview(user: User, report: PeriodReport, key: str, text: str, today: date) -> list[Seen]:
    """Where the text stands in the report's papers; nothing where they do not use it."""
    words = {each: standing.text for each, standing in sentences_of(user, report.unit).items()}
    words[key] = f"{_OPENS}{text}{_CLOSES}"
    facts = paper_facts(user, report_page(user, report.pk), today, words)
    lines = [line.text for paper in papers_of(report.kind) for line in compose(paper, facts).lines()]
    return [_parted(each) for each in dict.fromkeys(lines) if _OPENS in each][:MOST]


def _parted(line: str) -> Seen:
    before, _opens, rest = line.partition(_OPENS)
    said, _closes, after = rest.partition(_CLOSES)
    return Seen(before.removeprefix("- "), said, after.replace(_OPENS, "").replace(_CLOSES, ""))
