"""What is wrong in a plan, where it stands in the plan, and what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.documents.actions import file_path
from giamngheo.foundation.findings import Finding
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.paperwork.readers import read
from giamngheo.planning.actions.deciding import fingerprint
from giamngheo.planning.check import check
from giamngheo.planning.composing.document import compose
from giamngheo.planning.content import PlanContent
from giamngheo.planning.keeping.load import load
from giamngheo.planning.models import FindingDecision, VersionKind
from giamngheo.planning.queries.plans import fresh
from giamngheo.programme.models import AnnualPlan

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

Located = tuple[Finding, str, str]  # finding, section key, text key


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding; `section` and `text` are the keys of where it stands ("" outside the body); `decision` None: open."""

    finding: Finding
    section: str
    text: str
    fingerprint: str
    decision: FindingDecision | None
    of_source: bool  # lines count in the imported file; else in the printed plan


def findings(user: User, plan: AnnualPlan) -> list[FindingView]:
    """Findings of the plan as it stands. Straight after an import they are those of the file, with the file's lines;
    after an edit, those of the printed plan. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_PLAN, plan.commune)
    of_source, located = _located(fresh(plan))
    return _decided(plan, located, of_source=of_source)


def printed_findings(user: User, plan: AnnualPlan) -> list[FindingView]:
    """Findings of the plan as it would be printed now, whatever it came from. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_PLAN, plan.commune)
    return _decided(plan, _of_composed(load(fresh(plan)), timezone.localdate()), of_source=False)


def _decided(plan: AnnualPlan, located: list[Located], *, of_source: bool) -> list[FindingView]:
    decided = {
        (row.code, row.fingerprint): row for row in FindingDecision.objects.filter(plan=plan).select_related("by")
    }
    views = []
    for finding, section, text in located:
        mark = fingerprint(finding.code, finding.quote)
        views.append(FindingView(finding, section, text, mark, decided.get((finding.code, mark)), of_source))
    return views


def _located(plan: AnnualPlan) -> tuple[bool, list[Located]]:
    """Computed once per state of the plan and day: the check depends on nothing else.

    The version alone does not name a state: a change that is rolled back, or a database put back from its backup,
    gives the next change the same number. The moment of the change tells the two apart.
    """
    day = timezone.localdate()
    name = f"plan-findings-{plan.pk}-{plan.version}-{plan.changed_at.timestamp():.6f}-{day:%Y%m%d}"
    known: tuple[bool, list[Located]] | None = cache.get(name)
    if known is None:
        content = load(plan)
        source = _source_of(plan)
        known = (source is not None, _of_source(source, content, day) if source else _of_composed(content, day))
        cache.set(name, known, 3600)
    return known


def _source_of(plan: AnnualPlan) -> OfficialDocument | None:
    """The imported document, while the plan still is what was imported."""
    last = plan.versions.select_related("source_file").order_by("-number").first()
    if last is None or last.kind != VersionKind.IMPORT or last.source_file is None:
        return None
    path = file_path(last.source_file.sha256)
    return read(path) if path.is_file() else None


def _of_source(document: OfficialDocument, content: PlanContent, day: date) -> list[Located]:
    at: dict[int, tuple[str, str]] = {}
    for section in content.sections:
        if section.source_line:
            at[section.source_line] = (section.key, "")
    for text in content.texts:
        if text.source_line:
            for line in range(text.source_line, (text.source_end_line or text.source_line) + 1):
                at.setdefault(line, (text.section, text.key))
    return [(finding, *at.get(finding.line or 0, ("", ""))) for finding in check(document, on=day)]


def _of_composed(content: PlanContent, day: date) -> list[Located]:
    made = compose(content)
    sections = {text.key: text.section for text in content.texts}
    located: list[Located] = []
    for finding in check(made.document, on=day):
        kind, key = made.places.get(finding.line or 0, ("", ""))
        section = key if kind == "section" else sections.get(key, "")
        located.append((finding, section, key if kind == "text" else ""))
    return located
