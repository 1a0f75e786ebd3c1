"""Rounds, requests, cases, meetings, postings, decisions, classes, certificates, movements."""

from giamngheo.review.models.case import Assessment, CaseStep, ReviewCase, Screening
from giamngheo.review.models.closing import Closing, MovementLine
from giamngheo.review.models.decision import Certificate, CertificateYear, Decision, DecisionItem, HouseholdClass
from giamngheo.review.models.kinds import (
    FINAL,
    HELD,
    TO_SURVEY,
    AssessmentPurpose,
    CaseSource,
    CaseState,
    Channel,
    ClassPath,
    DecisionKind,
    ItemOutcome,
    Movement,
    PovertyCause,
    PovertyClass,
    RequestForm,
    RoundKind,
    RoundState,
)
from giamngheo.review.models.meeting import MeetingAttendee, MeetingVote, VillageMeeting
from giamngheo.review.models.paper_job import PaperForm, PaperJob, PaperJobState
from giamngheo.review.models.posting import (
    Complaint,
    ComplaintAnswer,
    HigherOpinion,
    Posting,
    PostingItem,
    Proposal,
    ProposalItem,
)
from giamngheo.review.models.request import ReviewRequest
from giamngheo.review.models.round import CommitteeMember, CommitteeRole, ReviewerAssignment, ReviewRound

__all__ = [
    "FINAL",
    "HELD",
    "TO_SURVEY",
    "Assessment",
    "AssessmentPurpose",
    "CaseSource",
    "CaseState",
    "CaseStep",
    "Certificate",
    "CertificateYear",
    "Channel",
    "ClassPath",
    "Closing",
    "CommitteeMember",
    "CommitteeRole",
    "Complaint",
    "ComplaintAnswer",
    "Decision",
    "DecisionItem",
    "DecisionKind",
    "HigherOpinion",
    "HouseholdClass",
    "ItemOutcome",
    "MeetingAttendee",
    "MeetingVote",
    "Movement",
    "MovementLine",
    "PaperForm",
    "PaperJob",
    "PaperJobState",
    "Posting",
    "PostingItem",
    "PovertyCause",
    "PovertyClass",
    "Proposal",
    "ProposalItem",
    "RequestForm",
    "ReviewCase",
    "ReviewRequest",
    "ReviewRound",
    "ReviewerAssignment",
    "RoundKind",
    "RoundState",
    "Screening",
    "VillageMeeting",
]
