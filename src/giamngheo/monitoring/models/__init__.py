"""Rows of monitoring: indicators, values, targets, alerts, periods, forms, reports, inspections, surveys."""

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
from giamngheo.monitoring.models.panel import (
    NoResponse,
    PanelAnswer,
    PanelGroup,
    PanelHousehold,
    PanelResponse,
    PanelSurvey,
    PanelWave,
    ResponseSource,
    WaveKind,
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
from giamngheo.monitoring.models.wording import ReportGround, ReportSentence, ReportWording

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
    "NoResponse",
    "OwnDeadline",
    "PanelAnswer",
    "PanelGroup",
    "PanelHousehold",
    "PanelResponse",
    "PanelSurvey",
    "PanelWave",
    "PeriodKind",
    "PeriodReport",
    "ReportCell",
    "ReportComment",
    "ReportGround",
    "ReportSentence",
    "ReportSheet",
    "ReportState",
    "ReportStep",
    "ReportWording",
    "ResponseSource",
    "Target",
    "WaveKind",
]
