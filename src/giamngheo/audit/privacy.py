"""How widely each stored field may be shown."""

from giamngheo.foundation.privacy import Privacy

_INTERNAL = ("id", "at", "actor_id", "action", "subject_type", "subject_id", "unit_code", "unit_from", "reason")

FIELDS = {
    "Event": dict.fromkeys(_INTERNAL, Privacy.INTERNAL)
    | dict.fromkeys(("actor_name", "before", "after"), Privacy.PERSONAL),
}
