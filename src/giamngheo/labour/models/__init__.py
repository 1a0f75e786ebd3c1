"""Rows of work: what people told, vacancies, placements, what became of them."""

from giamngheo.labour.models.placement import FollowUp, FollowUpOutcome, Placement, PlacementKind
from giamngheo.labour.models.record import Industry, LabourRecord, LabourStatus, Occupation, Skill, WorkPlace
from giamngheo.labour.models.vacancy import Employer, Vacancy, VacancyState

__all__ = [
    "Employer",
    "FollowUp",
    "FollowUpOutcome",
    "Industry",
    "LabourRecord",
    "LabourStatus",
    "Occupation",
    "Placement",
    "PlacementKind",
    "Skill",
    "Vacancy",
    "VacancyState",
    "WorkPlace",
]
