"""Rows of work: what people told, vacancies, placements, what became of them."""

from giamngheo.labour.models.course import (
    Course,
    CourseFollowUp,
    CourseKind,
    CourseOutcome,
    CourseParticipant,
    CourseResult,
    CourseState,
)
from giamngheo.labour.models.fair import FairEmployer, FairHire, FairState, JobFair, VisitorMethod
from giamngheo.labour.models.placement import FollowUp, FollowUpOutcome, Placement, PlacementKind
from giamngheo.labour.models.record import Industry, LabourRecord, LabourStatus, Occupation, Skill, WorkPlace
from giamngheo.labour.models.vacancy import Employer, Vacancy, VacancyState

__all__ = [
    "Course",
    "CourseFollowUp",
    "CourseKind",
    "CourseOutcome",
    "CourseParticipant",
    "CourseResult",
    "CourseState",
    "Employer",
    "FairEmployer",
    "FairHire",
    "FairState",
    "FollowUp",
    "FollowUpOutcome",
    "Industry",
    "JobFair",
    "LabourRecord",
    "LabourStatus",
    "Occupation",
    "Placement",
    "PlacementKind",
    "Skill",
    "Vacancy",
    "VacancyState",
    "VisitorMethod",
    "WorkPlace",
]
