"""Rows of monitoring: indicators, values, targets, alerts, periods, forms, reports, inspections."""

from giamngheo.monitoring.models.alert import Alert, AlertAssignment, AlertKind, AlertState
from giamngheo.monitoring.models.form import FormVersion
from giamngheo.monitoring.models.indicator import Indicator
from giamngheo.monitoring.models.inspection import (
    Answered,
    FindingState,
    InspectedGroup,
    Inspection,
    InspectionAnswer,
    InspectionFinding,
    InspectionMember,
    InspectionSample,
    InspectionStep,
)
from giamngheo.monitoring.models.period import OwnDeadline, PeriodKind
from giamngheo.monitoring.models.report import (
    EDITABLE,
    SENT,
    PeriodReport,
    ReportCell,
    ReportComment,
    ReportSheet,
    ReportState,
    ReportStep,
)
from giamngheo.monitoring.models.target import AssignedTarget, Comparator, Target
from giamngheo.monitoring.models.value import IndicatorValue

__all__ = [
    "EDITABLE",
    "SENT",
    "Alert",
    "AlertAssignment",
    "AlertKind",
    "AlertState",
    "Answered",
    "AssignedTarget",
    "Comparator",
    "FindingState",
    "FormVersion",
    "Indicator",
    "IndicatorValue",
    "InspectedGroup",
    "Inspection",
    "InspectionAnswer",
    "InspectionFinding",
    "InspectionMember",
    "InspectionSample",
    "InspectionStep",
    "OwnDeadline",
    "PeriodKind",
    "PeriodReport",
    "ReportCell",
    "ReportComment",
    "ReportSheet",
    "ReportState",
    "ReportStep",
    "Target",
]
