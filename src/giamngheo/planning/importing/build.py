"""The whole way from an official document to a plan's content (docs/algorithms/import.md). Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.text import bare
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.paperwork.type_names import TYPE_NAMES
from giamngheo.planning.content import PlanContent
from giamngheo.planning.importing.drafts import flatten
from giamngheo.planning.importing.header import head_of, header_texts, take_head
from giamngheo.planning.importing.leftover import unplaced_lines
from giamngheo.planning.importing.names import Home, home_of
from giamngheo.planning.importing.problems import NO_BODY, NO_PERIOD, NO_YEAR, NOT_A_PLAN, SEVERAL_YEARS, STOPPED
from giamngheo.planning.importing.sections import SectionBuilder
from giamngheo.planning.importing.templating import Templater
from giamngheo.programme.reference import period_of
from giamngheo.territory.reference import Units

_PLAN_TYPES = ("KH", "CTr", "PA", "ĐA", "")  # "": a type the reader does not know may still be a plan
_ENGLISH = {
    "BC": "a report", "QĐ": "a decision", "TB": "a notice", "BB": "minutes", "NQ": "a resolution",
    "TTr": "a submission", "CT": "a directive", "HD": "guidance", "GM": "an invitation",
}  # fmt: skip
Progress = Callable[[float, str], None]
Stop = Callable[[], bool]


def build_content(
    document: OfficialDocument,
    *,
    units: Units,
    commune: str = "",
    year: int | None = None,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> PlanContent:
    """The content of `document`. `commune` and `year` overrule what the document says.

    Raises FindingError IMPORT-*: no commune, several, no year, no body; IMPORT-STOPPED when `stop()` says so.
    """
    steps = _Steps(progress, stop)
    _plan_or_refused(document)
    plan_year = year or year_of(document)
    if plan_year is None:
        several = period_named(document)
        raise FindingError(SEVERAL_YEARS.at(*_subject(document), years=several) if several else NO_YEAR.at())
    period = period_of(plan_year)
    if period is None:
        raise FindingError(NO_PERIOD.at(year=plan_year))
    home = home_of(document, units, plan_year, commune)
    steps(0.1, "Dựng cây mục, dự án")
    builder = SectionBuilder(period["nodes"])
    sections, texts = flatten(builder.build(document))
    content = PlanContent(home.commune.code, plan_year, period["code"], home.commune.kind, head_of(document, sections))
    content.sections, content.texts = sections, [*header_texts(document), *texts, *take_head(document)]
    content.units = {unit.code: unit.short_name for unit in home.all}
    steps(0.5, "Tìm văn bản viện dẫn, số liệu, chỉ tiêu")
    _template(content, home, steps)
    steps(0.9, "Soát chỗ chưa xếp được")
    content.unplaced = builder.unplaced
    content.unplaced = [*builder.unplaced, *unplaced_lines(document, content)]
    return content


def _plan_or_refused(document: OfficialDocument) -> None:
    """Raises FindingError IMPORT-NOT-A-PLAN for a report, decision, notice; IMPORT-NO-BODY for a plan without text."""
    if document.doc_type not in _PLAN_TYPES:
        line, quote = (document.type_name.place.line, document.type_name.text) if document.type_name else (None, "")
        name = TYPE_NAMES.get(document.doc_type, "văn bản khác").lower()
        raise FindingError(
            NOT_A_PLAN.at(line, quote, kind=name, kind_en=_ENGLISH.get(document.doc_type, "another paper"))
        )
    if not document.body:
        raise FindingError(NO_BODY.at())


class _Steps:
    """Tells how far the work is, and stops it when asked."""

    def __init__(self, progress: Progress | None, stop: Stop | None) -> None:
        self._progress, self._stop = progress, stop

    def __call__(self, fraction: float, step: str) -> None:
        if self._stop is not None and self._stop():
            raise FindingError(STOPPED.at())
        if self._progress is not None:
            self._progress(fraction, step)


def _template(content: PlanContent, home: Home, steps: _Steps) -> None:
    templater = Templater(content, home)
    count = len(content.texts) or 1
    content.head.subject = templater.plain(content.head.subject)
    for section in content.sections:
        templater.title(section)
    for position, text in enumerate(content.texts):
        if position % 200 == 0:
            steps(0.5 + 0.4 * position / count, "Tìm văn bản viện dẫn, số liệu, chỉ tiêu")
        if text.part != "header":
            templater.take(text)


_PERIOD = re.compile(r"(?<!\d)(20\d\d)\s*(?:-|–|đến(?: năm)?)\s*(20\d\d)(?!\d)")


def year_of(document: OfficialDocument) -> int | None:
    """The year a plan is for: the last year its subject names, else that of its date. None for a plan of several years:
    which of them it is kept with, nobody but the caller can say."""
    if document.subject:
        single = _PERIOD.sub(" ", document.subject.text)
        years = re.findall(r"(?<!\d)(20\d\d)(?!\d)", single)
        after = re.findall(r"nam (20\d\d)", bare(single))
        if after or years:
            return int((after or years)[-1])
        if period_named(document):
            return None
    dated = document.place_and_date
    return dated.year if dated and dated.year else None


def period_named(document: OfficialDocument) -> str:
    """ "2022-2025" where that is what the subject says the plan is for, "" elsewhere."""
    found = _PERIOD.findall(document.subject.text) if document.subject else []
    return "-".join(found[-1]) if found else ""


def _subject(document: OfficialDocument) -> tuple[int | None, str]:
    return (document.subject.place.line, document.subject.text) if document.subject else (None, "")
