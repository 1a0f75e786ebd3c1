"""How widely each stored field may be shown: figures of a unit, never of a person."""

from giamngheo.foundation.privacy import Privacy

FIELDS = {
    "Indicator": dict.fromkeys(
        ("id", "code", "name", "unit", "formula", "level", "origin", "verified", "citation", "order"), Privacy.PUBLIC
    ),
    "Target": dict.fromkeys(
        ("id", "plan", "key", "commune", "year", "indicator", "text", "value", "decimals", "comparator", "source_line"),
        Privacy.INTERNAL,
    ),
    "IndicatorValue": dict.fromkeys(
        (
            "id",
            "indicator",
            "unit",
            "period_year",
            "value",
            "decimals",
            "as_of",
            "as_of_inferred",
            "is_estimate",
            "within",
            "plan",
            "key",
            "source",
            "source_line",
            "note",
        ),
        Privacy.INTERNAL,
    ),
}
