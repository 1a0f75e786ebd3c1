"""Reading a plan's rows back into its content: ten queries, however long the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from giamngheo.documents.models import Document
from giamngheo.monitoring.models import IndicatorValue, Target
from giamngheo.planning.content import (
    HeadContent,
    PlanContent,
    ReferenceContent,
    SectionContent,
    TargetContent,
    TextContent,
    UnplacedContent,
    ValueContent,
    rekey,
    tokens,
)
from giamngheo.planning.reasons import why_of
from giamngheo.programme.models import AnnualPlan, PlanSection, PlanText
from giamngheo.territory.models import Unit


def load(plan: AnnualPlan) -> PlanContent:
    """The content the tables hold for `plan`."""
    content, _ = load_with_rows(plan)
    return content


class Rows:
    """The rows behind a content, by its keys, for those who need primary keys."""

    def __init__(self, plan: AnnualPlan) -> None:
        self.sections: list[PlanSection] = list(plan.sections.select_related("node").order_by("order"))
        self.texts: list[PlanText] = list(plan.texts.order_by("order"))
        self.values: dict[int, IndicatorValue] = {
            row.pk: row for row in IndicatorValue.objects.filter(plan=plan).select_related("indicator")
        }
        self.targets: dict[int, Target] = {
            row.pk: row for row in Target.objects.filter(plan=plan).select_related("indicator").order_by("pk")
        }
        self.documents: dict[int, Document] = {
            row.pk: row for row in Document.objects.filter(pk__in=self._named("ref", plan)).select_related("issuer")
        }
        self.units: dict[int, Unit] = {row.pk: row for row in Unit.objects.filter(pk__in=self._named("unit", plan))}

    def _named(self, kind: str, plan: AnnualPlan) -> set[int]:
        templates = [plan.subject, *(section.title for section in self.sections)]
        for text in self.texts:
            templates += [text.template, *(cell for row in text.rows for cell in row)]
        return {int(key) for each in templates for found, key, _ in tokens(each) if found == kind and key.isdigit()}


def load_with_rows(plan: AnnualPlan) -> tuple[PlanContent, Rows]:
    """The content and the rows it came from."""
    rows = Rows(plan)
    units = {**rows.units, plan.commune_id: plan.commune}
    references = {pk: reference_of(row) for pk, row in rows.documents.items()}
    change = _changer(rows, references, units)
    content = PlanContent(plan.commune.code, plan.year, plan.period.code, plan.commune.kind, _head(plan, change))
    content.sections = [_section(row, rows, change) for row in rows.sections]
    keys = {row.pk: row.key for row in rows.sections}
    content.texts = [_text(row, keys, change) for row in rows.texts]
    content.references = {each.key: each for each in references.values()}
    content.values = {row.key: _value(row) for row in rows.values.values()}
    content.targets = {row.key: _target(row) for row in rows.targets.values()}
    content.units = {unit.code: unit.short_name for unit in units.values()}
    content.unplaced = [
        UnplacedContent(each.line, each.text, why_of(each.code, each.why).code, each.why)
        for each in plan.unplaced.all()
    ]
    return content, rows


def reference_of(row: Document) -> ReferenceContent:
    """A document of the register as a plan's content names it."""
    issued = row.issued_on.isoformat() if row.issued_on else None
    return ReferenceContent(
        key=f"{row.reference_key}@{issued or ''}", symbol=row.symbol, reference_key=row.reference_key,
        doc_type=row.doc_type, number=row.number, issued_on=issued, issuer_name=row.issuer_name,
        issuer_code=row.issuer.code if row.issuer else "", text=row.reference_text,
    )  # fmt: skip


def _changer(rows: Rows, references: dict[int, ReferenceContent], units: dict[int, Unit]) -> Callable[[str, str], str]:
    tables: dict[str, dict[int, str]] = {
        "ref": {pk: each.key for pk, each in references.items()},
        "value": {pk: row.key for pk, row in rows.values.items()},
        "target": {pk: row.key for pk, row in rows.targets.items()},
        "unit": {pk: row.code for pk, row in units.items()},
    }

    def change(kind: str, key: str) -> str:
        return tables[kind].get(int(key), key) if key.isdigit() else key

    return change


def _head(plan: AnnualPlan, change: Callable[[str, str], str]) -> HeadContent:
    parts: dict[str, Any] = plan.date_parts
    return HeadContent(
        doc_type=parts.get("doc_type", "KH"), number=plan.number, symbol=plan.symbol,
        day=parts.get("day"), month=parts.get("month"), year=parts.get("year"),
        subject=rekey(plan.subject, change), authority=list(plan.signer_authority), signer=plan.signer_name,
        first_level=parts.get("first_level", "A"),
    )  # fmt: skip


def _section(row: PlanSection, rows: Rows, change: Callable[[str, str], str]) -> SectionContent:
    return SectionContent(
        key=row.key, parent=row.key.rpartition("/")[0], kind=row.kind, title=rekey(row.title, change), block=row.block,
        node=row.node.code if row.node else "", source_number=row.source_number, source_text=row.source_text,
        source_line=row.source_line, numbering=row.numbering,
    )  # fmt: skip


def _text(row: PlanText, keys: dict[int, str], change: Callable[[str, str], str]) -> TextContent:
    return TextContent(
        key=row.key, section=keys[row.section_id] if row.section_id else "", part=row.part, kind=row.kind,
        template=rekey(row.template, change), mark=row.mark, run_in=row.run_in,
        rows=[[rekey(cell, change) for cell in cells] for cells in row.rows], source_text=row.source_text,
        source_line=row.source_line, source_end_line=row.source_end_line, origin=row.origin,
    )  # fmt: skip


def _value(row: IndicatorValue) -> ValueContent:
    return ValueContent(
        key=row.key, indicator=row.indicator.code, year=row.period_year, value=f"{row.value:.{row.decimals}f}",
        decimals=row.decimals, as_of=row.as_of.isoformat() if row.as_of else None, as_of_inferred=row.as_of_inferred,
        is_estimate=row.is_estimate, note=row.note, source_line=row.source_line, within=row.within,
    )  # fmt: skip


def _target(row: Target) -> TargetContent:
    return TargetContent(
        key=row.key, year=row.year, text=row.text, indicator=row.indicator.code if row.indicator else "",
        value=None if row.value is None else f"{row.value:.{row.decimals}f}", decimals=row.decimals,
        comparator=row.comparator, source_line=row.source_line,
    )  # fmt: skip
