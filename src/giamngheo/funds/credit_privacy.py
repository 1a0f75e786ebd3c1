"""How widely figures of policy credit may be shown: sums of programmes, of nobody in particular."""

from giamngheo.foundation.privacy import Privacy

FIELDS = {
    "CreditReport": dict.fromkeys(
        (
            "id", "unit", "year", "month", "stated_turnover", "stated_count", "stated_outstanding", "row_count",
            "source", "replaces", "at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("file", "reason", "by"), Privacy.PERSONAL),  # a list of the bank may name borrowers
    # A sum of a single loan in a village is somebody's debt.
    "CreditRow": dict.fromkeys(("id", "report", "position", "programme", "name"), Privacy.INTERNAL)
    | dict.fromkeys(("village", "turnover", "count", "outstanding", "overdue"), Privacy.PERSONAL),
}  # fmt: skip
