"""Rows of the programme: its tree per period, a commune's plan of a year, and what stands in that plan."""

from giamngheo.programme.models.activities import (
    Activity,
    Assignment,
    BeneficiaryGroup,
    PlanBeneficiary,
)
from giamngheo.programme.models.plan import AnnualPlan, PlanStatus
from giamngheo.programme.models.sections import (
    Block,
    PlanSection,
    PlanText,
    SectionKind,
    TextKind,
    TextPart,
)
from giamngheo.programme.models.tree import NodeCrosswalk, NodeKind, ProgrammeNode, ProgrammePeriod
from giamngheo.programme.models.work import WorkItem, WorkState

__all__ = [
    "Activity",
    "AnnualPlan",
    "Assignment",
    "BeneficiaryGroup",
    "Block",
    "NodeCrosswalk",
    "NodeKind",
    "PlanBeneficiary",
    "PlanSection",
    "PlanStatus",
    "PlanText",
    "ProgrammeNode",
    "ProgrammePeriod",
    "SectionKind",
    "TextKind",
    "TextPart",
    "WorkItem",
    "WorkState",
]
