"""How widely each stored field may be shown: the tree is public, a plan is for its offices until it is issued."""

from giamngheo.foundation.privacy import Privacy

FIELDS = {
    "ProgrammePeriod": dict.fromkeys(("id", "code", "name", "from_year", "to_year", "legal_basis"), Privacy.PUBLIC),
    "ProgrammeNode": dict.fromkeys(
        ("id", "period", "code", "kind", "name", "parent", "lead", "order", "verified", "citation"), Privacy.PUBLIC
    ),
    "NodeCrosswalk": dict.fromkeys(("id", "old", "new", "verified", "note"), Privacy.PUBLIC),
    "AnnualPlan": dict.fromkeys(
        (
            "id",
            "commune",
            "year",
            "period",
            "status",
            "version",
            "number",
            "symbol",
            "issued_on",
            "date_parts",
            "subject",
            "signer_authority",
            "document",
            "source_file",
            "issued_at",
            "changed_at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("signer_name", "issued_by"), Privacy.PERSONAL),
    "PlanSection": dict.fromkeys(
        (
            "id",
            "plan",
            "key",
            "parent",
            "order",
            "kind",
            "block",
            "node",
            "title",
            "numbering",
            "source_number",
            "source_text",
            "source_line",
        ),
        Privacy.INTERNAL,
    ),
    "PlanText": dict.fromkeys(
        (
            "id",
            "plan",
            "section",
            "key",
            "part",
            "order",
            "kind",
            "mark",
            "run_in",
            "template",
            "rows",
            "source_text",
            "source_line",
            "source_end_line",
            "origin",
            "cites",
        ),
        Privacy.INTERNAL,
    ),
    "Activity": dict.fromkeys(("id", "plan", "section", "node", "text", "order"), Privacy.INTERNAL),
    "BeneficiaryGroup": dict.fromkeys(("id", "code", "name", "order"), Privacy.PUBLIC),
    "PlanBeneficiary": dict.fromkeys(("id", "plan", "section", "group"), Privacy.INTERNAL),
    "Assignment": dict.fromkeys(("id", "plan", "section", "text", "lead_post", "coordinating"), Privacy.INTERNAL),
}
