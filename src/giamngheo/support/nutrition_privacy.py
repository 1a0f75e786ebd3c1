"""How widely measurements may be shown: they are of health, so that what they say is sensitive."""

from giamngheo.foundation.privacy import Privacy

FIELDS = {
    "Maternity": dict.fromkeys(("id", "unit", "at", "ended_at", "mistaken"), Privacy.INTERNAL)
    | dict.fromkeys(("person", "by", "ended_by"), Privacy.PERSONAL)
    | dict.fromkeys(("kind", "valid_from", "valid_to"), Privacy.SENSITIVE),
    "NutritionMeasurement": dict.fromkeys(("id", "unit", "on", "at", "reverses", "repeated"), Privacy.INTERNAL)
    | dict.fromkeys(("household", "person", "by"), Privacy.PERSONAL)
    | dict.fromkeys(("weight_g", "height_mm", "position", "arm_mm", "oedema", "note", "reason"), Privacy.SENSITIVE),
    "NutritionFollowUp": dict.fromkeys(("id", "unit", "on", "next_on", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("person", "by"), Privacy.PERSONAL)
    | dict.fromkeys(("kind", "note"), Privacy.SENSITIVE),
}
