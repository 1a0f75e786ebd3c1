"""What stands once written: append-only rows, held meetings, signed decisions, classes with their days."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard

APPEND_ONLY = (
    "casestep", "screening", "assessment", "reviewrequest", "posting", "postingitem", "complaint", "complaintanswer",
    "proposal", "proposalitem", "certificate", "certificateyear", "closing", "movementline",
)  # fmt: skip
NEVER_REMOVED = ("reviewround", "reviewcase", "householdclass", "higheropinion")
KEPT = "is append-only"
HELD = "a meeting that was held does not change"
TOO_MANY = "no more agree than attended"
SIGNED = "what was signed does not change: correct it by another decision"
OF_SIGNED = "a class begins and ends by a signed decision"
CLASS_FIXED = "of a class only its end or its voiding is written, once"
TWO_CLASSES = "a household holds one class of a path on a day"
ANSWERED = "an answer that was written does not change"
ROUND_FIXED = "an open round keeps its kind, unit, year and standard"
ROUND_STEP = "this step of a round is not allowed"

_MEETING_OPEN = (
    "NOT EXISTS (SELECT 1 FROM review_villagemeeting AS m WHERE m.id = {row}.meeting_id AND m.held_at IS NOT NULL)"
)
_DRAFT = "NOT EXISTS (SELECT 1 FROM review_decision AS d WHERE d.id = {row}.decision_id AND d.signed_at IS NOT NULL)"
_OF_SIGNED = (
    "EXISTS (SELECT 1 FROM review_decisionitem AS i JOIN review_decision AS d ON d.id = i.decision_id"
    " WHERE i.id = {item} AND d.signed_at IS NOT NULL {more})"
)
_FAR = "'9999-12-31'"
_UNTIL = "CAST(COALESCE(CAST({row}.valid_to AS VARCHAR), " + _FAR + ") AS VARCHAR)"
_NO_OTHER = (
    "NEW.voided_by_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM review_householdclass AS held"  # noqa: S608 own names
    " WHERE held.path = NEW.path AND held.voided_by_id IS NULL AND held.id <> COALESCE(NEW.id, -1)"
    " AND ((NEW.person_id IS NULL AND held.person_id IS NULL AND held.household_id = NEW.household_id)"
    "   OR held.person_id = NEW.person_id)"
    f" AND CAST(held.valid_from AS VARCHAR) <= {_UNTIL.format(row='NEW')}"
    f" AND {_UNTIL.format(row='held')} >= CAST(NEW.valid_from AS VARCHAR))"
)
_CLASS = "review_householdclass"
_SAME_CLASS = " AND ".join(
    [
        *(f"NEW.{each} = OLD.{each}" for each in ("id", "household_id", "path", "value", "valid_from", "begun_by_id")),
        "COALESCE(NEW.person_id, 0) = COALESCE(OLD.person_id, 0)",
        "OLD.voided_by_id IS NULL",
        "((OLD.valid_to IS NULL AND NEW.voided_by_id IS NULL AND NEW.valid_to IS NOT NULL AND "
        + _OF_SIGNED.format(item="NEW.ended_by_id", more="")
        + ") OR (COALESCE(NEW.ended_by_id, 0) = COALESCE(OLD.ended_by_id, 0) AND "
        + _OF_SIGNED.format(item="NEW.voided_by_id", more="AND d.kind = 'correction'")
        + "))",
    ]
)
_NO_MORE_THAN_ATTENDED = (
    "NEW.held_at IS NULL OR NOT EXISTS (SELECT 1 FROM review_meetingvote AS v"
    " WHERE v.meeting_id = NEW.id AND v.agreeing > NEW.attending)"
)
_ROUND = "review_reviewround"
_ROUND_FIXED = "OLD.state = 'preparing' OR (" + " AND ".join(
    f"NEW.{each} = OLD.{each}"
    for each in ("kind", "unit_id", "year", "month", "ordinal", "standard", "judged_on", "province", "scorecard")
) + ")"  # fmt: skip
_HEAD = "EXISTS (SELECT 1 FROM review_committeemember AS m WHERE m.round_id = NEW.id AND m.role = 'head')"
_NOTHING_LEFT = (
    "NOT EXISTS (SELECT 1 FROM review_reviewcase AS c WHERE c.round_id = NEW.id"
    " AND c.state NOT IN ('screened_out', 'recognised', 'refused', 'withdrawn'))"
)
_NOTHING_SIGNED = (
    "NOT EXISTS (SELECT 1 FROM review_decision AS d WHERE d.round_id = NEW.id AND d.signed_at IS NOT NULL)"
)
_ROUND_STEPS = (
    "NEW.state = OLD.state AND OLD.state IN ('preparing', 'open')",
    f"OLD.state = 'preparing' AND NEW.state = 'open' AND {_HEAD}",
    f"OLD.state = 'open' AND NEW.state = 'closed' AND {_NOTHING_LEFT}",
    f"OLD.state IN ('preparing', 'open') AND NEW.state = 'cancelled' AND {_NOTHING_SIGNED}",
)


def guards() -> list[Guard]:
    """Every guard of this file."""
    found = [
        Guard(f"review_{table}", verb, "kept", "1 = 0", f"review_{table} {KEPT}")
        for table in APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    ]
    found += [
        Guard(f"review_{table}", "DELETE", "kept", "1 = 0", f"review_{table}: a row is never removed")
        for table in NEVER_REMOVED
    ]
    for table in ("meetingvote", "meetingattendee"):
        found += [_child(f"review_{table}", verb, _MEETING_OPEN, HELD) for verb in ("INSERT", "UPDATE", "DELETE")]
    found += [_child("review_decisionitem", verb, _DRAFT, SIGNED) for verb in ("INSERT", "UPDATE", "DELETE")]
    found += [
        Guard("review_villagemeeting", verb, "held", "OLD.held_at IS NULL", HELD) for verb in ("UPDATE", "DELETE")
    ]
    found.append(Guard("review_villagemeeting", "UPDATE", "votes", _NO_MORE_THAN_ATTENDED, TOO_MANY))
    found += [
        Guard("review_decision", verb, "signed", "OLD.signed_at IS NULL", SIGNED) for verb in ("UPDATE", "DELETE")
    ]
    found.append(Guard("review_higheropinion", "UPDATE", "answered", "OLD.answered_on IS NULL", ANSWERED))
    owner = "households_household WHERE id = NEW.household_id"
    return [
        *found,
        Guard(_CLASS, "INSERT", "a_signed", _OF_SIGNED.format(item="NEW.begun_by_id", more=""), OF_SIGNED),
        Guard(_CLASS, "UPDATE", "a_fixed", _SAME_CLASS, CLASS_FIXED),
        Guard(_CLASS, "INSERT", "b_one", _NO_OTHER, TWO_CLASSES, owner),
        Guard(_CLASS, "UPDATE", "b_one", _NO_OTHER, TWO_CLASSES, owner),
        Guard(_ROUND, "UPDATE", "a_fixed", _ROUND_FIXED, ROUND_FIXED),
        Guard(_ROUND, "UPDATE", "b_step", " OR ".join(f"({each})" for each in _ROUND_STEPS), ROUND_STEP),
    ]


def _child(table: str, verb: str, condition: str, message: str) -> Guard:
    """Rows under a parent that stands; an UPDATE may neither leave nor enter one."""
    rows = {"INSERT": ("NEW",), "DELETE": ("OLD",), "UPDATE": ("NEW", "OLD")}[verb]
    return Guard(table, verb, "of_open", " AND ".join(condition.format(row=row) for row in rows), message)
