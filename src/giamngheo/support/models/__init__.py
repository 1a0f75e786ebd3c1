"""Rows of help: what was handed over, to whom; livelihood projects."""

from giamngheo.support.models.delivery import Confirmation, SupportDelivery
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

__all__ = [
    "Confirmation",
    "LivelihoodProject",
    "ProjectArea",
    "ProjectFollowUp",
    "ProjectForm",
    "ProjectHolder",
    "ProjectInput",
    "ProjectParticipant",
    "ProjectStep",
    "Stage",
    "SupportDelivery",
]
