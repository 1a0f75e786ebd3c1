"""What the database guards of inspections: what was drawn and answered stays; a finding moves by its steps alone."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard

FINDING, STEP, SAMPLE, ANSWER = (f"monitoring_inspection{name}" for name in ("finding", "step", "sample", "answer"))
INSPECTION, MEMBER = "monitoring_inspection", "monitoring_inspectionmember"
APPEND_ONLY = (INSPECTION, MEMBER, SAMPLE, ANSWER, STEP)
TABLES = (*APPEND_ONLY, FINDING)
BEGINS = "a finding begins as found, of the inspection it was drawn in"
FIXED = "what was found, where and by whom does not change"
BY_STEP = "a finding changes only by a step of its own"
NOT_ALLOWED = "this step of a finding is not allowed"
STEPS = (
    ("found", "assigned"), ("assigned", "assigned"), ("assigned", "remedied"), ("remedied", "assigned"),
    ("remedied", "verified"), ("verified", "closed"),
)  # fmt: skip
_ALLOWED = " OR ".join(f"(OLD.state = '{before}' AND NEW.state = '{after}')" for before, after in STEPS)
_BEGINS = (
    "NEW.state = 'found' AND NEW.step = 0 AND (NEW.sample_id IS NULL OR EXISTS (SELECT 1 FROM"
    " monitoring_inspectionsample AS s WHERE s.id = NEW.sample_id AND s.inspection_id = NEW.inspection_id))"
)
_FIXED = (
    "NEW.id = OLD.id AND NEW.inspection_id = OLD.inspection_id AND NEW.text = OLD.text"
    " AND COALESCE(NEW.sample_id, 0) = COALESCE(OLD.sample_id, 0) AND COALESCE(NEW.by_id, 0) = COALESCE(OLD.by_id, 0)"
    " AND NEW.at = OLD.at AND (NEW.state = 'assigned' OR (NEW.remedy = OLD.remedy AND NEW.post_id = OLD.post_id"
    " AND NEW.due_on = OLD.due_on))"
)
_BY_STEP = (
    "NEW.step = OLD.step + 1 AND EXISTS (SELECT 1 FROM monitoring_inspectionstep AS s WHERE s.finding_id = NEW.id"
    " AND s.number = NEW.step AND s.from_state = OLD.state AND s.to_state = NEW.state"
    " AND (NEW.state <> 'assigned' OR (s.remedy = NEW.remedy AND s.due_on = NEW.due_on)))"
)
GUARDS = (
    *(Guard(table, verb, "kept", "1 = 0", f"{table} is append-only")
      for table in APPEND_ONLY for verb in ("UPDATE", "DELETE")),
    Guard(FINDING, "INSERT", "begins", _BEGINS, BEGINS),
    Guard(FINDING, "UPDATE", "a_fixed", _FIXED, FIXED),
    Guard(FINDING, "UPDATE", "b_step", _BY_STEP, BY_STEP),
    Guard(FINDING, "UPDATE", "c_allowed", _ALLOWED, NOT_ALLOWED),
    Guard(FINDING, "DELETE", "kept", "1 = 0", f"{FINDING}: a row is never removed"),
)  # fmt: skip
