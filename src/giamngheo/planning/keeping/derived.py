"""Rows that follow from the texts: activities, beneficiaries, assignments, funding references."""

from __future__ import annotations

from typing import Any

from giamngheo.documents.models import Document
from giamngheo.funds.models import FundingReference
from giamngheo.planning.content import PlanContent
from giamngheo.planning.importing.derive import Derived, derive
from giamngheo.planning.keeping.sync import sync
from giamngheo.programme.models import (
    Activity,
    AnnualPlan,
    Assignment,
    BeneficiaryGroup,
    PlanSection,
    PlanText,
    ProgrammeNode,
)
from giamngheo.programme.reference import beneficiary_groups


def store_derived(
    plan: AnnualPlan,
    content: PlanContent,
    sections: dict[str, PlanSection],
    texts: dict[str, PlanText],
    documents: dict[str, Document],
) -> None:
    """Bring them to what the texts say now."""
    facts = derive(content, beneficiary_groups())
    nodes = {node.code: node for node in ProgrammeNode.objects.filter(period=plan.period)}
    _activities(plan, facts, sections, texts, nodes)
    _assignments(plan, facts, sections, texts)
    groups = {group.code: group for group in BeneficiaryGroup.objects.all()}
    beneficiaries: dict[tuple[Any, ...], dict[str, Any]] = {
        (sections[section].pk, groups[code].pk): {} for section, code in facts.beneficiaries
    }
    sync(plan.beneficiaries.all(), ("section_id", "group_id"), beneficiaries, plan=plan)
    funding = {
        (sections[fact.section].pk, documents[fact.reference].pk): {
            "node": nodes.get(fact.node), "year": fact.year, "note": fact.note, "source_line": fact.line,
            "amount": fact.amount,
        }
        for fact in facts.funding
        if fact.reference in documents
    }  # fmt: skip
    sync(FundingReference.objects.filter(plan=plan), ("section_id", "document_id"), funding, plan=plan)


def _activities(
    plan: AnnualPlan,
    facts: Derived,
    sections: dict[str, PlanSection],
    texts: dict[str, PlanText],
    nodes: dict[str, ProgrammeNode],
) -> None:
    wanted = {
        (texts[text].pk,): {"section": sections[section], "node": nodes[node], "order": order}
        for order, (text, section, node) in enumerate(facts.activities, 1)
    }
    sync(Activity.objects.filter(plan=plan), ("text_id",), wanted, plan=plan)


def _assignments(
    plan: AnnualPlan, facts: Derived, sections: dict[str, PlanSection], texts: dict[str, PlanText]
) -> None:
    wanted = {
        (texts[fact.text].pk,): {
            "section": sections[fact.section], "lead_post": fact.lead_post[:300], "coordinating": fact.coordinating,
        }
        for fact in facts.assignments
    }  # fmt: skip
    sync(Assignment.objects.filter(plan=plan), ("text_id",), wanted, plan=plan)
