"""Rows of the programme: its tree per period, a commune's plan of a year, and what stands in that plan."""

from giamngheo.programme.models.activities import (
    Activity,
    Assignment,
    BeneficiaryGroup,
    PlanBeneficiary,
)
from giamngheo.programme.models.calendar import CalendarFeed, ReminderAddress
from giamngheo.programme.models.committee import CommitteeMeeting, Direction, Directive, SteeringMember, SteeringRole
from giamngheo.programme.models.plan import AnnualPlan, PlanStatus
from giamngheo.programme.models.posts import Post, PostHolder
from giamngheo.programme.models.progress import Evidence, ProgressEntry
from giamngheo.programme.models.sections import (
    Block,
    PlanSection,
    PlanText,
    SectionKind,
    TextKind,
    TextPart,
)
from giamngheo.programme.models.tasks import Channel, Reminder, ReminderKind, Task, TaskState
from giamngheo.programme.models.tree import NodeCrosswalk, NodeKind, ProgrammeNode, ProgrammePeriod
from giamngheo.programme.models.work import STEPS, WorkBudget, WorkItem, WorkState

__all__ = [
    "STEPS",
    "Activity",
    "AnnualPlan",
    "Assignment",
    "BeneficiaryGroup",
    "Block",
    "CalendarFeed",
    "Channel",
    "CommitteeMeeting",
    "Direction",
    "Directive",
    "Evidence",
    "NodeCrosswalk",
    "NodeKind",
    "PlanBeneficiary",
    "PlanSection",
    "PlanStatus",
    "PlanText",
    "Post",
    "PostHolder",
    "ProgrammeNode",
    "ProgrammePeriod",
    "ProgressEntry",
    "Reminder",
    "ReminderAddress",
    "ReminderKind",
    "SectionKind",
    "SteeringMember",
    "SteeringRole",
    "Task",
    "TaskState",
    "TextKind",
    "TextPart",
    "WorkBudget",
    "WorkItem",
    "WorkState",
]
