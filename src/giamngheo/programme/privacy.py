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
    "WorkItem": dict.fromkeys(
        (
            "id",
            "unit",
            "node",
            "activity",
            "year",
            "title",
            "quantity",
            "measure",
            "village",
            "groups",
            "starts_on",
            "ends_on",
            "budget",
            "lead",
            "coordinating",
            "state",
            "version",
            "at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("state_reason", "by"), Privacy.PERSONAL),
    "WorkBudget": dict.fromkeys(("id", "item", "source", "amount"), Privacy.INTERNAL),
    "Post": dict.fromkeys(("id", "unit", "name", "chief"), Privacy.INTERNAL),
    "PostHolder": dict.fromkeys(("id", "post", "valid_from", "valid_to", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("user", "by"), Privacy.PERSONAL),
    "ProgressEntry": dict.fromkeys(("id", "item", "on", "done", "replaces", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("note", "by"), Privacy.PERSONAL),
    "Evidence": {"id": Privacy.INTERNAL, "entry": Privacy.INTERNAL, "file": Privacy.PERSONAL},  # people on photos
    "Task": dict.fromkeys(
        (
            "id",
            "unit",
            "item",
            "meeting",
            "directive",
            "post",
            "given_on",
            "due_on",
            "state",
            "done_on",
            "version",
            "at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("title", "state_note", "by"), Privacy.PERSONAL),
    "Reminder": dict.fromkeys(("id", "task", "kind", "due_on", "on", "channel"), Privacy.INTERNAL)
    | {"user": Privacy.PERSONAL},
    "CalendarFeed": dict.fromkeys(("id", "made_at", "revoked_at"), Privacy.INTERNAL) | {"user": Privacy.PERSONAL},
    "ReminderAddress": {"id": Privacy.INTERNAL, "user": Privacy.PERSONAL, "address": Privacy.PERSONAL},
    "SteeringMember": dict.fromkeys(("id", "unit", "post", "role", "valid_from", "valid_to", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("name", "user", "by"), Privacy.PERSONAL),
    "CommitteeMeeting": dict.fromkeys(
        ("id", "unit", "on", "starts", "place", "subject", "document", "at"), Privacy.INTERNAL
    )
    | dict.fromkeys(("chair", "secretary", "attending", "guests", "opinions", "by"), Privacy.PERSONAL),
    "Directive": dict.fromkeys(("id", "unit", "document", "direction", "subject", "arrived_on", "at"), Privacy.INTERNAL)
    | {"by": Privacy.PERSONAL},
}
