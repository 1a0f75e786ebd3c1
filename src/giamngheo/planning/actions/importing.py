"""Importing a plan: one transaction from the document to the rows, or nothing (docs/algorithms/import.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction

from giamngheo.accounts.permissions import Permission, require
from giamngheo.documents.actions import keep_file
from giamngheo.foundation.findings import FindingError
from giamngheo.planning.actions.versions import add_version
from giamngheo.planning.content import PlanContent, from_json
from giamngheo.planning.difference import difference
from giamngheo.planning.importing.build import Progress, Stop, build_content
from giamngheo.planning.importing.problems import ISSUED, STALE, UNKNOWN_CODE
from giamngheo.planning.keeping.load import load
from giamngheo.planning.keeping.store import day_of, store
from giamngheo.planning.models import PlanVersion, VersionKind
from giamngheo.planning.substance import same
from giamngheo.programme.models import AnnualPlan, PlanStatus, ProgrammePeriod
from giamngheo.territory.queries import unit_on
from giamngheo.territory.reference import Units

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.paperwork.document import OfficialDocument
    from giamngheo.territory.models import Unit


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did, or would do. `status`: created, changed, unchanged; `version` the plan's number after it."""

    status: str
    commune: Unit
    year: int
    content: PlanContent
    plan: AnnualPlan | None = None
    version: int = 0
    diff: dict[str, Any] = field(default_factory=dict)

    def counts(self) -> dict[str, int]:
        """How much of what the content holds."""
        content = self.content
        return {
            "sections": len(content.sections),
            "projects": sum(section.kind == "project" for section in content.sections),
            "texts": sum(text.part != "header" for text in content.texts),
            "values": len(content.values),
            "targets": len(content.targets),
            "references": len(content.references),
            "unplaced": len(content.unplaced),
        }


def import_plan(
    *,
    by: User | None,
    document: OfficialDocument,
    file_content: bytes,
    file_name: str,
    commune: str = "",
    year: int | None = None,
    dry_run: bool = False,
    based_on: int | None = None,
    reason: str = "",
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> ImportOutcome:
    """Bring `document` into the tables as the plan of its commune and year; `by` None: a command on the machine.

    The same content as the last import changes nothing, edits made since then stay. Other content becomes a new version
    whose difference is in the outcome. `dry_run` writes nothing. `based_on`: refuse when the plan moved on from there.
    Raises FindingError IMPORT-*, PLAN-STALE, PLAN-ISSUED; OutOfScope, NotPermitted.
    """
    content = build_content(document, units=Units.packaged(), commune=commune, year=year, progress=progress, stop=stop)
    unit = unit_on(content.commune, day_of(content))
    if unit is None:
        raise FindingError(UNKNOWN_CODE.at(code=content.commune, day=f"{day_of(content):%d/%m/%Y}"))
    if by is not None:
        require(by, Permission.IMPORT_PLAN, unit)
    if dry_run:
        return _preview(content, unit)
    with transaction.atomic():
        outcome = _import(content, unit, by, file_content, file_name, based_on, reason)
    if progress is not None:
        progress(1.0, "Xong")
    return outcome


def _plan_of(content: PlanContent, unit: Unit) -> AnnualPlan | None:
    plans = AnnualPlan.objects.select_related("commune", "period")
    return plans.filter(commune=unit, year=content.year).first()


def _nothing_new(plan: AnnualPlan, content: PlanContent, current: PlanContent) -> bool:
    last = plan.versions.filter(kind=VersionKind.IMPORT).order_by("-number").first()
    return same(content, current) or (last is not None and same(content, from_json(last.snapshot)))


def _preview(content: PlanContent, unit: Unit) -> ImportOutcome:
    plan = _plan_of(content, unit)
    if plan is None:
        return ImportOutcome("created", unit, content.year, content, diff=difference(None, content))
    current = load(plan)
    if _nothing_new(plan, content, current):
        return ImportOutcome("unchanged", unit, content.year, content, plan, plan.version, difference(current, current))
    return ImportOutcome("changed", unit, content.year, content, plan, plan.version, difference(current, content))


def _import(
    content: PlanContent,
    unit: Unit,
    by: User | None,
    file_content: bytes,
    file_name: str,
    based_on: int | None,
    reason: str,
) -> ImportOutcome:
    period = ProgrammePeriod.objects.get(code=content.period)
    made, created = AnnualPlan.objects.get_or_create(commune=unit, year=content.year, defaults={"period": period})
    plan = AnnualPlan.objects.select_for_update(of=("self",)).select_related("commune", "period").get(pk=made.pk)
    if plan.status == PlanStatus.ISSUED:
        raise FindingError(ISSUED.at())
    if based_on is not None and plan.version != based_on:
        raise FindingError(STALE.at(now=plan.version, based=based_on))
    current = None if created else load(plan)
    if current is not None and _nothing_new(plan, content, current):
        return ImportOutcome("unchanged", unit, content.year, content, plan, plan.version, difference(current, current))
    file = keep_file(by=by, name=file_name, content=file_content)
    plan.source_file = file
    plan.save(update_fields=["source_file"])
    store(plan, content, by=by)
    version: PlanVersion = add_version(
        plan, by=by, kind=VersionKind.IMPORT, before=current, action="planning.import_plan", reason=reason, file=file
    )
    status = "created" if created else "changed"
    return ImportOutcome(status, unit, content.year, content, plan, version.number, difference(current, content))
