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
    "Alert": {
        **dict.fromkeys(
            (
                "id",
                "kind",
                "unit",
                "village",
                "subject",
                "code",
                "values",
                "amount",
                "opened_on",
                "due_on",
                "seen_on",
                "holds",
                "state",
                "acknowledged_by",
                "acknowledged_at",
                "resolved_by",
                "resolved_at",
                "at",
            ),
            Privacy.INTERNAL,
        ),
        # what somebody typed may name a household
        **dict.fromkeys(("plan", "reason"), Privacy.PERSONAL),
    },
}
