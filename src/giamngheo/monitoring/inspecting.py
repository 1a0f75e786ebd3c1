"""What follows from an inspection's rows alone: whom its draw gives, whether a remedy is late."""

from __future__ import annotations

from datetime import date

from giamngheo.monitoring.models import FindingState, Inspection, InspectionFinding
from giamngheo.monitoring.sampling import choose


def drawn(inspection: Inspection) -> list[str]:
    """Codes that seed and frame give: villages, then households of each."""
    villages = choose(inspection.seed, inspection.villages, inspection.villages_wanted)
    strata = {code: code.partition("/")[0] for code in inspection.households}
    among = [code for code in inspection.households if strata[code] in villages]
    return [*villages, *choose(inspection.seed, among, inspection.households_wanted, strata)]


def is_overdue(finding: InspectionFinding, today: date) -> bool:
    """Whether its remedy's deadline lies behind and nobody said it was done."""
    return finding.state == FindingState.ASSIGNED and finding.due_on is not None and finding.due_on < today
