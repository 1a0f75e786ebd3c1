"""The guarantees of docs/algorithms/growth.md "Measurements", as conditions over NEW and OLD."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard

KEPT = "what was measured or done stands"
MIRROR = "a counter-row equals the measurement it takes back"
SAME_DAY = "one measurement of a person stands for a day"
OVERLAP = "pregnant or nursing once at a time"
ENDED = "of a maternity only its end is written, once"

MEASUREMENT, FOLLOW_UP, MATERNITY = (
    "support_nutritionmeasurement", "support_nutritionfollowup", "support_maternity",
)  # fmt: skip
TABLES = (MEASUREMENT, FOLLOW_UP, MATERNITY)
_COPIED = ("unit_id", "household_id", "person_id", "position", "oedema")
_MAYBE = ("weight_g", "height_mm", "arm_mm")
_MIRROR = (
    f"NEW.reverses_id IS NULL OR EXISTS (SELECT 1 FROM {MEASUREMENT} AS d WHERE d.id = NEW.reverses_id"  # noqa: S608 own
    ' AND d.reverses_id IS NULL AND d."on" = NEW."on" AND '
    + " AND ".join(f"d.{name} = NEW.{name}" for name in _COPIED)
    + "".join(f" AND COALESCE(d.{name}, 0) = COALESCE(NEW.{name}, 0)" for name in _MAYBE)
    + ")"
)
_SAME_DAY = (
    f"NEW.reverses_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM {MEASUREMENT} AS d WHERE d.person_id = NEW.person_id"  # noqa: S608
    ' AND d."on" = NEW."on" AND d.reverses_id IS NULL'
    f" AND NOT EXISTS (SELECT 1 FROM {MEASUREMENT} AS r WHERE r.reverses_id = d.id))"
)
_PERSON = "households_person AS p WHERE p.id = NEW.person_id"
_OVERLAP = (
    f"NOT EXISTS (SELECT 1 FROM {MATERNITY} AS m WHERE m.person_id = NEW.person_id AND NOT m.mistaken"  # noqa: S608 own
    " AND m.id <> NEW.id AND (m.valid_to IS NULL OR m.valid_to >= NEW.valid_from)"
    " AND (NEW.valid_to IS NULL OR NEW.valid_to >= m.valid_from))"
)
_ONLY_ITS_END = (
    "OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND "
    + " AND ".join(f"OLD.{name} = NEW.{name}" for name in ("id", "unit_id", "person_id", "kind", "valid_from", "at"))
    + " AND COALESCE(OLD.by_id, 0) = COALESCE(NEW.by_id, 0)"
)
GUARDS = (
    Guard(MEASUREMENT, "INSERT", "a_mirror", _MIRROR, MIRROR),
    Guard(MEASUREMENT, "INSERT", "b_same_day", _SAME_DAY, SAME_DAY, _PERSON),
    Guard(MATERNITY, "INSERT", "a_overlap", _OVERLAP, OVERLAP, _PERSON),
    Guard(MATERNITY, "UPDATE", "ends", _ONLY_ITS_END, ENDED),
    Guard(MATERNITY, "DELETE", "kept", "1 = 0", KEPT),
    *(Guard(table, verb, "kept", "1 = 0", KEPT) for table in (MEASUREMENT, FOLLOW_UP) for verb in ("UPDATE", "DELETE")),
)
