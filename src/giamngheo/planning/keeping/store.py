"""Writing a plan's content into the tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from giamngheo.documents.actions import Citation, register_cited
from giamngheo.documents.models import Document
from giamngheo.monitoring.models import Indicator, IndicatorValue, Target
from giamngheo.planning.content import PlanContent, rekey, tokens
from giamngheo.planning.keeping.derived import store_derived
from giamngheo.planning.keeping.sync import sync
from giamngheo.planning.models import Unplaced
from giamngheo.programme.models import AnnualPlan, PlanSection, PlanText, ProgrammeNode
from giamngheo.territory.models import Unit
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_PLAN_FIELDS = ("number", "symbol", "issued_on", "date_parts", "subject", "signer_authority", "signer_name")


@dataclass(frozen=True, slots=True)
class Keys:
    """From the content's keys to primary keys, for tokens."""

    documents: dict[str, int]
    values: dict[str, int]
    targets: dict[str, int]
    units: dict[str, int]

    def change(self, kind: str, key: str) -> str:
        table = {"ref": self.documents, "value": self.values, "target": self.targets, "unit": self.units}.get(kind, {})
        return str(table[key]) if key in table else key


def day_of(content: PlanContent) -> date:
    """The day the plan speaks from, for units and their names: its date, else 1 January of its year."""
    head = content.head
    if head.year and head.month and head.day:
        try:
            return date(head.year, head.month, head.day)
        except ValueError:
            pass
    return date(content.year, 1, 1)


def store(plan: AnnualPlan, content: PlanContent, *, by: User | None) -> None:
    """Make the plan's rows say `content`. The caller opens the transaction, writes the version and the audit event."""
    codes = {*content.units, *(each.issuer_code for each in content.references.values() if each.issuer_code)}
    units = {unit.code: unit for unit in Unit.objects.filter(valid_on(day_of(content)), code__in=codes)}
    documents = _documents(content, units, by)
    values = _values(plan, content)
    targets = _targets(plan, content)
    keys = Keys(
        {key: document.pk for key, document in documents.items()},
        {key: row.pk for (key,), row in values.items()},
        {key: row.pk for (key,), row in targets.items()},
        {code: unit.pk for code, unit in units.items()},
    )
    sections = _sections(plan, content, keys.change)
    texts = _texts(plan, content, sections, keys.change)
    _cite(content, texts, documents)
    store_derived(plan, content, sections, texts, documents)
    _head(plan, content, keys.change)
    plan.unplaced.all().delete()
    Unplaced.objects.bulk_create(
        Unplaced(plan=plan, line=each.line, text=each.text, code=each.code, why=each.why) for each in content.unplaced
    )


def _documents(content: PlanContent, units: dict[str, Unit], by: User | None) -> dict[str, Document]:
    citations = {
        key: Citation(
            key=each.reference_key, symbol=each.symbol, doc_type=each.doc_type, number=each.number,
            issued_on=_day(each.issued_on), issuer_name=each.issuer_name[:300], issuer=units.get(each.issuer_code),
            text=each.text[:300],
        )
        for key, each in content.references.items()
    }  # fmt: skip
    registered = register_cited(by=by, citations=citations.values())
    return {key: registered[each.key, each.issued_on] for key, each in citations.items()}


def _values(plan: AnnualPlan, content: PlanContent) -> dict[tuple[Any, ...], IndicatorValue]:
    catalogue = {row.code: row for row in Indicator.objects.all()}
    wanted = {
        (each.key,): {
            "indicator": catalogue[each.indicator], "unit": plan.commune, "period_year": each.year,
            "value": Decimal(each.value), "decimals": each.decimals, "as_of": _day(each.as_of),
            "as_of_inferred": each.as_of_inferred, "is_estimate": each.is_estimate, "note": each.note,
            "within": each.within,
            "source": f"Kế hoạch năm {plan.year}, {plan.commune.name}", "source_line": each.source_line,
        }
        for each in content.values.values()
    }  # fmt: skip
    return sync(IndicatorValue.objects.filter(plan=plan), ("key",), wanted, plan=plan)


def _targets(plan: AnnualPlan, content: PlanContent) -> dict[tuple[Any, ...], Target]:
    catalogue = {row.code: row for row in Indicator.objects.all()}
    wanted = {
        (each.key,): {
            "indicator": catalogue.get(each.indicator), "text": each.text, "year": each.year,
            "value": None if each.value is None else Decimal(each.value), "decimals": each.decimals,
            "comparator": each.comparator, "source_line": each.source_line, "commune": plan.commune,
        }
        for each in content.targets.values()
    }  # fmt: skip
    return sync(Target.objects.filter(plan=plan), ("key",), wanted, plan=plan)


def _sections(plan: AnnualPlan, content: PlanContent, change: Callable[[str, str], str]) -> dict[str, PlanSection]:
    nodes = {node.code: node for node in ProgrammeNode.objects.filter(period=plan.period)}
    kept: dict[str, PlanSection] = {}
    orders = {section.key: order for order, section in enumerate(content.sections, 1)}
    plan.sections.exclude(key__in=orders).delete()
    for depth in sorted({section.key.count("/") for section in content.sections}):
        level = [section for section in content.sections if section.key.count("/") == depth]
        wanted = {
            (each.key,): {
                "parent": kept.get(each.parent), "order": orders[each.key], "kind": each.kind, "block": each.block,
                "node": nodes.get(each.node), "title": rekey(each.title, change),
                "numbering": each.numbering, "source_number": each.source_number, "source_text": each.source_text,
                "source_line": each.source_line,
            }
            for each in level
        }  # fmt: skip
        rows = sync(plan.sections.filter(key__in=[each.key for each in level]), ("key",), wanted, plan=plan)
        kept.update({key: row for (key,), row in rows.items()})
    return kept


def _texts(
    plan: AnnualPlan, content: PlanContent, sections: dict[str, PlanSection], change: Callable[[str, str], str]
) -> dict[str, PlanText]:
    wanted = {
        (each.key,): {
            "section": sections.get(each.section), "part": each.part, "order": order, "kind": each.kind,
            "mark": each.mark, "run_in": each.run_in, "template": rekey(each.template, change),
            "rows": [[rekey(cell, change) for cell in row] for row in each.rows], "source_text": each.source_text,
            "source_line": each.source_line, "source_end_line": each.source_end_line, "origin": each.origin,
        }
        for order, each in enumerate(content.texts, 1)
    }  # fmt: skip
    return {key: row for (key,), row in sync(plan.texts.all(), ("key",), wanted, plan=plan).items()}


def _cite(content: PlanContent, texts: dict[str, PlanText], documents: dict[str, Document]) -> None:
    """Which documents each text names, as rows."""
    link = PlanText.cites.through
    wanted = {
        (texts[text.key].pk, documents[key].pk)
        for text in content.texts
        for template in (text.template, *(cell for row in text.rows for cell in row))
        for kind, key, _ in tokens(template)
        if kind == "ref" and key in documents
    }
    there = {
        (row.plantext_id, row.document_id): row.pk
        for row in link.objects.filter(plantext_id__in=[row.pk for row in texts.values()])
    }
    link.objects.filter(pk__in=[pk for pair, pk in there.items() if pair not in wanted]).delete()
    link.objects.bulk_create(
        link(plantext_id=text, document_id=document) for text, document in sorted(wanted - set(there))
    )


def _head(plan: AnnualPlan, content: PlanContent, change: Callable[[str, str], str]) -> None:
    head = content.head
    plan.number, plan.symbol, plan.signer_name = head.number, head.symbol, head.signer
    plan.subject, plan.signer_authority = rekey(head.subject, change), head.authority
    plan.date_parts = {
        "day": head.day, "month": head.month, "year": head.year,
        "first_level": head.first_level, "doc_type": head.doc_type,
    }  # fmt: skip
    full = head.day and head.month and head.year
    plan.issued_on = day_of(content) if full else None
    plan.save(update_fields=[*_PLAN_FIELDS, "changed_at"])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
