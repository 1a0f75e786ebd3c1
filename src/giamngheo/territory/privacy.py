"""How widely each stored field may be shown: the units of the country are public."""

from giamngheo.foundation.privacy import Privacy

_PUBLIC = {
    "Unit": ("id", "code", "level", "kind", "name", "short_name", "parent", "valid_from", "valid_to"),
    "UnitChange": ("id", "old", "new", "kind", "on", "is_default"),
    "AreaKindPeriod": ("id", "unit", "area_kind", "valid_from", "valid_to"),
    "Boundary": ("id", "unit", "village", "polygons", "places", "source", "licence", "valid_from", "valid_to", "at"),
    "Village": ("id", "code", "name"),
    "VillageMembership": ("id", "village", "commune", "valid_from", "valid_to"),
}

FIELDS = {model: dict.fromkeys(fields, Privacy.PUBLIC) for model, fields in _PUBLIC.items()}
