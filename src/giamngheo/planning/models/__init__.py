"""Rows of the work on plans: uploads, versions, decisions about findings, and what found no place."""

from giamngheo.planning.models.decision import Decision, FindingDecision
from giamngheo.planning.models.unplaced import Unplaced
from giamngheo.planning.models.upload import Upload, UploadState
from giamngheo.planning.models.version import PlanVersion, VersionKind

__all__ = ["Decision", "FindingDecision", "PlanVersion", "Unplaced", "Upload", "UploadState", "VersionKind"]
