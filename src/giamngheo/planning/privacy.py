"""How widely each stored field may be shown: work on a plan, and who did it."""

from giamngheo.foundation.privacy import Privacy

FIELDS = {
    "FindingDecision": dict.fromkeys(
        ("id", "plan", "code", "fingerprint", "quote", "decision", "reason", "at"), Privacy.INTERNAL
    )
    | dict.fromkeys(("by",), Privacy.PERSONAL),
    "Unplaced": dict.fromkeys(("id", "plan", "line", "text", "code", "why"), Privacy.INTERNAL),
    "Upload": dict.fromkeys(
        (
            "id",
            "file",
            "name",
            "unit",
            "year",
            "plan",
            "base_version",
            "state",
            "step",
            "percent",
            "cancel_asked",
            "result",
            "at",
            "changed_at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("by",), Privacy.PERSONAL),
    "PlanVersion": dict.fromkeys(
        ("id", "plan", "number", "kind", "at", "reason", "snapshot", "source_file"), Privacy.INTERNAL
    )
    | dict.fromkeys(("by", "by_name"), Privacy.PERSONAL),
}
