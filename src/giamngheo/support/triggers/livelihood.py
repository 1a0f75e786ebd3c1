"""The order of a livelihood project's steps, guarded by the database. docs/algorithms/livelihood.md."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard

ORDER = "a step follows the one before it, not earlier than it"
KEPT = "what was recorded of a livelihood project is kept"
APPROVED = "an approved project stands still"
NOBODY = "a project without participants is not appraised"
NOT_CONTRACTED = "inputs follow the contract and go to participants"
NOT_RUNNING = "follow-up comes after the project runs"

PROJECT, PARTICIPANT = "support_livelihoodproject", "support_projectparticipant"
STEP, INPUT, FOLLOW_UP = "support_projectstep", "support_projectinput", "support_projectfollowup"
KEPT_TABLES = (PROJECT, STEP, INPUT, FOLLOW_UP)

# Stages begin with their number: the one before is the number less one, compared as text.
_PREVIOUS = (
    "NEW.stage LIKE '1%' OR EXISTS (SELECT 1 FROM support_projectstep AS s WHERE s.project_id = NEW.project_id"
    " AND CAST(SUBSTR(s.stage, 1, 1) AS integer) = CAST(SUBSTR(NEW.stage, 1, 1) AS integer) - 1"
    ' AND s."on" <= NEW."on")'
)
_PEOPLED = (
    "NEW.stage LIKE '1%' OR EXISTS (SELECT 1 FROM support_projectparticipant AS p WHERE p.project_id = NEW.project_id)"
)
_OPEN = "NOT EXISTS (SELECT 1 FROM support_projectstep AS s WHERE s.project_id = {project} AND s.stage >= '3')"
_INPUT = (
    "EXISTS (SELECT 1 FROM support_supportdelivery AS d"
    " JOIN support_projectparticipant AS p ON p.household_id = d.household_id AND p.project_id = NEW.project_id"
    " JOIN support_projectstep AS s ON s.project_id = p.project_id AND s.stage = '4_contract'"
    ' WHERE d.id = NEW.delivery_id AND d.reverses_id IS NULL AND s."on" <= d."on")'
)
_RUNS = (
    "EXISTS (SELECT 1 FROM support_projectparticipant AS p JOIN support_projectstep AS s"
    " ON s.project_id = p.project_id AND s.stage = '5_running'"
    ' WHERE p.id = NEW.participant_id AND s."on" <= NEW."on")'
)
_LOCK = "support_livelihoodproject AS l WHERE l.id = {project}"
_NEW_LOCK = _LOCK.format(project="NEW.project_id")
GUARDS = (
    Guard(STEP, "INSERT", "a_order", _PREVIOUS, ORDER, _NEW_LOCK),
    Guard(STEP, "INSERT", "b_peopled", _PEOPLED, NOBODY, _NEW_LOCK),
    Guard(PARTICIPANT, "INSERT", "a_open", _OPEN.format(project="NEW.project_id"), APPROVED, _NEW_LOCK),
    Guard(
        PARTICIPANT, "DELETE", "a_open", _OPEN.format(project="OLD.project_id"), APPROVED,
        _LOCK.format(project="OLD.project_id"),
    ),
    Guard(PARTICIPANT, "UPDATE", "kept", "1 = 0", KEPT),
    Guard(PROJECT, "UPDATE", "a_open", _OPEN.format(project="OLD.id"), APPROVED),
    Guard(PROJECT, "DELETE", "kept", "1 = 0", KEPT),
    Guard(INPUT, "INSERT", "a_contracted", _INPUT, NOT_CONTRACTED, _NEW_LOCK),
    Guard(FOLLOW_UP, "INSERT", "a_runs", _RUNS, NOT_RUNNING),
    *(Guard(table, verb, "kept", "1 = 0", KEPT) for table in (STEP, INPUT, FOLLOW_UP) for verb in ("UPDATE", "DELETE")),
)  # fmt: skip
