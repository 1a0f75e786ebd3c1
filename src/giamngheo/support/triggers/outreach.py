"""The guarantees of docs/algorithms/outreach.md, as conditions over NEW and OLD."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard

KEPT = "what was told stands"
VOIDED = "of an act only that it is void is written, once"
OF_DIALOGUE = "questions are asked in a dialogue"
AFTER = "an answer is not older than its dialogue"

EVENT, QUESTION, ANSWER = "support_outreachevent", "support_dialoguequestion", "support_dialogueanswer"
TABLES = (EVENT, QUESTION, ANSWER)
_SAME = (
    "id",
    "unit_id",
    "kind",
    "title",
    "on",
    "place",
    "topics",
    "audience",
    "reach_method",
    "organiser",
    "link",
    "at",
)
_MAYBE = ("reach", "reach_target", "work_item_id", "file_id", "replaces_id", "by_id")
_ONLY_VOID = (
    "OLD.voided_at IS NULL AND NEW.voided_at IS NOT NULL AND "
    + " AND ".join(f'OLD."{name}" = NEW."{name}"' for name in _SAME)
    + "".join(f" AND COALESCE(OLD.{name}, -1) = COALESCE(NEW.{name}, -1)" for name in _MAYBE)
    + " AND (OLD.until = NEW.until OR (OLD.until IS NULL AND NEW.until IS NULL))"
)
_DIALOGUE = (
    f"EXISTS (SELECT 1 FROM {EVENT} AS e WHERE e.id = NEW.event_id AND e.kind = 'dialogue' AND e.voided_at IS NULL)"  # noqa: S608
)
_AFTER = (
    f"EXISTS (SELECT 1 FROM {QUESTION} AS q JOIN {EVENT} AS e ON e.id = q.event_id"  # noqa: S608 own names
    ' WHERE q.id = NEW.question_id AND e."on" <= NEW."on")'
)
GUARDS = (
    Guard(EVENT, "UPDATE", "voided", _ONLY_VOID, VOIDED),
    Guard(EVENT, "DELETE", "kept", "1 = 0", KEPT),
    Guard(QUESTION, "INSERT", "of_dialogue", _DIALOGUE, OF_DIALOGUE, f"{EVENT} AS e WHERE e.id = NEW.event_id"),
    Guard(ANSWER, "INSERT", "after", _AFTER, AFTER),
    *(Guard(table, verb, "kept", "1 = 0", KEPT) for table in (QUESTION, ANSWER) for verb in ("UPDATE", "DELETE")),
)
