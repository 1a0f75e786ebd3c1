"""The states of work and tasks, posts with one holder a day, entries that stay: as conditions over NEW and OLD."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard

STEP = "an item of work does not go from this state to that"
BEGINS = "an item of work begins as planned, a task as open"
TASK_STEP = "a task does not go from this state to that"
KEPT = "is append-only"
TWO_HOLDERS = "a post has one holder on a day"
HOLDING = "of a holding only the last day is set"
SEATED = "of a seat only the last day is set"
REPLACES = "an entry replaces one of the same item"
SAID = "a reminder is said once"
REVOKED = "a revoked address stays revoked"
MINUTED = "a meeting with numbered minutes stays as it is"

_WORK = (
    "NEW.state = OLD.state OR (OLD.state, NEW.state) IN (VALUES ('planned', 'running'), ('planned', 'stopped'),"
    " ('running', 'done'), ('running', 'stopped'), ('done', 'running'), ('stopped', 'running'))"
)
_TASK = (
    "NEW.state = OLD.state OR (OLD.state, NEW.state) IN (VALUES ('open', 'done'), ('open', 'dropped'),"
    " ('done', 'open'), ('dropped', 'open'))"
)
_ONE_HOLDER = (
    "NOT EXISTS (SELECT 1 FROM programme_postholder AS h WHERE h.post_id = NEW.post_id AND h.id <> NEW.id"
    " AND (h.valid_to IS NULL OR h.valid_to >= NEW.valid_from)"
    " AND (NEW.valid_to IS NULL OR h.valid_from <= NEW.valid_to))"
)
_POST = "programme_post WHERE id = NEW.post_id"


def _same(*columns: str) -> str:
    return " AND ".join(f"NEW.{each} = OLD.{each}" for each in columns)


def _kept(table: str) -> list[Guard]:
    return [Guard(table, verb, "kept", "1 = 0", f"{table}: {KEPT}") for verb in ("UPDATE", "DELETE")]


GUARDS = (
    Guard("programme_workitem", "INSERT", "begins", "NEW.state = 'planned'", BEGINS),
    Guard("programme_workitem", "UPDATE", "step", _WORK, STEP),
    Guard("programme_task", "INSERT", "begins", "NEW.state = 'open'", BEGINS),
    Guard("programme_task", "UPDATE", "step", _TASK, TASK_STEP),
    Guard("programme_task", "DELETE", "kept", "1 = 0", f"programme_task: {KEPT}"),
    Guard("programme_postholder", "INSERT", "one", _ONE_HOLDER, TWO_HOLDERS, lock=_POST),
    Guard("programme_postholder", "UPDATE", "one", _ONE_HOLDER, TWO_HOLDERS, lock=_POST),
    Guard("programme_postholder", "UPDATE", "end", _same("post_id", "user_id", "valid_from"), HOLDING),
    Guard("programme_postholder", "DELETE", "kept", "1 = 0", f"programme_postholder: {KEPT}"),
    Guard("programme_steeringmember", "UPDATE", "end", _same("unit_id", "name", "role", "valid_from"), SEATED),
    Guard("programme_steeringmember", "DELETE", "kept", "1 = 0", f"programme_steeringmember: {KEPT}"),
    Guard(
        "programme_progressentry", "INSERT", "replaces",
        "NEW.replaces_id IS NULL OR EXISTS (SELECT 1 FROM programme_progressentry AS e"
        " WHERE e.id = NEW.replaces_id AND e.item_id = NEW.item_id)", REPLACES,
    ),
    *_kept("programme_progressentry"),
    *_kept("programme_evidence"),
    Guard(
        "programme_reminder", "UPDATE", "said",
        f"OLD.channel = 'mail' AND NEW.channel = 'failed' AND {_same('task_id', 'user_id', 'kind', 'due_on')}", SAID,
    ),
    Guard("programme_reminder", "DELETE", "kept", "1 = 0", f"programme_reminder: {KEPT}"),
    Guard("programme_calendarfeed", "UPDATE", "revoked", "OLD.revoked_at IS NULL AND NEW.user_id = OLD.user_id",
          REVOKED),
    Guard("programme_calendarfeed", "DELETE", "kept", "1 = 0", f"programme_calendarfeed: {KEPT}"),
    *(Guard("programme_committeemeeting", verb, "minuted", "OLD.document_id IS NULL", MINUTED)
      for verb in ("UPDATE", "DELETE")),
)  # fmt: skip
NEVER_EMPTIED = ("programme_progressentry", "programme_evidence", "programme_reminder", "programme_postholder")
