"""Rows of help: what was handed over, to whom; growth of children; communication."""

from giamngheo.support.models.delivery import Confirmation, SupportDelivery
from giamngheo.support.models.nutrition import (
    FollowUpKind,
    Maternity,
    MaternityKind,
    NutritionFollowUp,
    NutritionMeasurement,
    Position,
)
from giamngheo.support.models.outreach import DialogueAnswer, DialogueQuestion, OutreachEvent, OutreachKind, ReachMethod

__all__ = [
    "Confirmation",
    "DialogueAnswer",
    "DialogueQuestion",
    "FollowUpKind",
    "Maternity",
    "MaternityKind",
    "NutritionFollowUp",
    "NutritionMeasurement",
    "OutreachEvent",
    "OutreachKind",
    "Position",
    "ReachMethod",
    "SupportDelivery",
]
