"""A plan as a tree for the screen: sections with their generated numbers, texts as they print, figures to click on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from giamngheo.accounts.permissions import Permission, require
from giamngheo.funds.models import FundingReference
from giamngheo.planning.composing.document import Composed, compose
from giamngheo.planning.composing.printing import printed
from giamngheo.planning.content import PlanContent, TextContent
from giamngheo.planning.keeping.load import Rows, load_with_rows
from giamngheo.planning.queries.plans import fresh
from giamngheo.programme.models import AnnualPlan, Assignment, PlanBeneficiary

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@dataclass(slots=True)
class TextView:
    """A text: `printed` as it reads, `template` with tokens by primary key, `source_text` as the file had it."""

    pk: int
    key: str
    part: str
    kind: str
    mark: str
    printed: str
    template: str
    rows: list[list[str]]
    source_text: str
    source_line: int | None
    origin: str


@dataclass(slots=True)
class SectionView:
    """A section; `missing` are the parts marked as missing in it, by their code in `planning.reasons`."""

    pk: int
    key: str
    number: str
    title: str
    kind: str
    block: str
    node: str
    source_line: int | None
    texts: list[TextView] = field(default_factory=list)
    children: list[SectionView] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    beneficiaries: list[str] = field(default_factory=list)
    assignments: list[tuple[str, str]] = field(default_factory=list)  # (lead post, coordinating)
    funding: list[FundingReference] = field(default_factory=list)

    def walk(self) -> Iterator[SectionView]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class PlanView:
    """A plan: `around` are the texts outside the body by part; `values` and `targets` by primary key."""

    plan: AnnualPlan
    subject: str
    sections: list[SectionView]
    around: dict[str, list[TextView]]
    rows: Rows
    content: PlanContent
    composed: Composed

    def walk(self) -> Iterator[SectionView]:
        """All sections in document order."""
        for section in self.sections:
            yield from section.walk()


def plan_tree(user: User, plan: AnnualPlan) -> PlanView:
    """The whole plan in at most twenty queries, however long it is. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_PLAN, plan.commune)
    plan = fresh(plan)
    content, rows = load_with_rows(plan)
    made = compose(content)
    texts = _texts(content, rows)
    views = _sections(content, rows, made, texts)
    _facts(plan, {view.pk: view for view in views.values()})
    for section in content.sections:
        if section.parent:
            views[section.parent].children.append(views[section.key])
    around: dict[str, list[TextView]] = {}
    for text in texts:
        if text.part not in ("body", "header"):
            around.setdefault(text.part, []).append(text)
    top = [views[section.key] for section in content.sections if not section.parent]
    return PlanView(plan, printed(content.head.subject, content), top, around, rows, content, made)


def _texts(content: PlanContent, rows: Rows) -> list[TextView]:
    by_key = {row.key: row for row in rows.texts}

    def view(text: TextContent) -> TextView:
        row = by_key[text.key]
        return TextView(
            row.pk, text.key, text.part, text.kind, text.mark, printed(text.template, content), row.template,
            [[printed(cell, content) for cell in cells] for cells in text.rows],
            text.source_text, text.source_line, text.origin,
        )  # fmt: skip

    return [view(text) for text in content.texts]


def _sections(content: PlanContent, rows: Rows, made: Composed, texts: list[TextView]) -> dict[str, SectionView]:
    by_key = {row.key: row for row in rows.sections}
    places = {text.key: text.section for text in content.texts}
    views = {
        section.key: SectionView(
            by_key[section.key].pk, section.key, made.numbers[section.key], printed(section.title, content),
            section.kind, section.block, section.node, section.source_line,
        )
        for section in content.sections
    }  # fmt: skip
    for text in texts:
        if text.part == "body":
            views[places[text.key]].texts.append(text)
    for gap in made.gaps:
        if gap.section:
            views[gap.section].missing.append(gap.part)
    return views


def _facts(plan: AnnualPlan, views: dict[int, SectionView]) -> None:
    for beneficiary in PlanBeneficiary.objects.filter(plan=plan).select_related("group").order_by("group__order"):
        views[beneficiary.section_id].beneficiaries.append(beneficiary.group.name)
    for assignment in Assignment.objects.filter(plan=plan).order_by("text__order"):
        views[assignment.section_id].assignments.append((assignment.lead_post, assignment.coordinating))
    for reference in FundingReference.objects.filter(plan=plan).select_related("document"):
        if reference.section_id:
            views[reference.section_id].funding.append(reference)
