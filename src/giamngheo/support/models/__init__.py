"""Rows of help: what was handed over, to whom; livelihood projects; growth of children; communication."""

from giamngheo.support.models.delivery import Confirmation, DeliveryFile, SupportDelivery
from giamngheo.support.models.livelihood import (
    LivelihoodProject,
    ProjectArea,
    ProjectFollowUp,
    ProjectForm,
    ProjectHolder,
    ProjectInput,
    ProjectParticipant,
    ProjectStep,
    Stage,
)
from giamngheo.support.models.nutrition import (
    FollowUpKind,
    Maternity,
    MaternityKind,
    NutritionFollowUp,
    NutritionMeasurement,
    Position,
)
from giamngheo.support.models.outreach import DialogueAnswer, DialogueQuestion, OutreachEvent, OutreachKind, ReachMethod
from giamngheo.support.models.project_work import ProjectWork

__all__ = [
    "Confirmation",
    "DeliveryFile",
    "DialogueAnswer",
    "DialogueQuestion",
    "FollowUpKind",
    "LivelihoodProject",
    "Maternity",
    "MaternityKind",
    "NutritionFollowUp",
    "NutritionMeasurement",
    "OutreachEvent",
    "OutreachKind",
    "Position",
    "ProjectArea",
    "ProjectFollowUp",
    "ProjectForm",
    "ProjectHolder",
    "ProjectInput",
    "ProjectParticipant",
    "ProjectStep",
    "ProjectWork",
    "ReachMethod",
    "Stage",
    "SupportDelivery",
]
