"""What follows from an inspection's rows alone: whom its draw gives, whether a remedy is late."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from giamngheo.foundation.workdays import add_working_days
from giamngheo.monitoring.models import FindingState, Inspection, InspectionFinding
from giamngheo.monitoring.sampling import choose


def drawn(inspection: Inspection) -> list[str]:
    """Codes that seed and frame give: villages, then households of each."""
    villages = choose(inspection.seed, inspection.villages, inspection.villages_wanted)
    strata = {code: code.partition("/")[0] for code in inspection.households}
    among = [code for code in inspection.households if strata[code] in villages]
    return [*villages, *choose(inspection.seed, among, inspection.households_wanted, strata)]


class ReportRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Within how many working days of the end of a round its report is due, from a day on."""

    working_days: int
    since: date
    verified: bool
    words: dict[str, str]
    citation: str


@cache
def report_rule() -> ReportRule:
    """The one rule there is."""
    data = (files("giamngheo.monitoring") / "data" / "inspection_report.json").read_bytes()
    return msgspec.json.decode(data, type=ReportRule)


def report_due(inspection: Inspection) -> date | None:
    """The last day of the report on this round; None before the rule was in force."""
    rule = report_rule()
    return add_working_days(inspection.ends, rule.working_days) if inspection.ends >= rule.since else None


def is_overdue(finding: InspectionFinding, today: date) -> bool:
    """Whether its remedy's deadline lies behind and nobody said it was done."""
    return finding.state == FindingState.ASSIGNED and finding.due_on is not None and finding.due_on < today
