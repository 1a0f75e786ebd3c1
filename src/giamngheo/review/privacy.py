"""How widely each stored field may be shown. Whether a household is poor is not named as sensitive by Law 91/2025/QH15
and NĐ 356/2025/NĐ-CP, but tells of its finances: handled as sensitive, as are answers, causes and what people said."""

from giamngheo.foundation.privacy import Privacy

FIELDS = {
    "PaperJob": dict.fromkeys(
        (
            "id",
            "kind",
            "round",
            "village",
            "form",
            "state",
            "done",
            "total",
            "cancel_asked",
            "file",
            "result",
            "at",
            "changed_at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("by",), Privacy.PERSONAL),
    "ReviewRequest": dict.fromkeys(
        ("id", "form", "unit", "number", "year", "household", "person", "received_on", "channel", "file", "at"),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("applicant", "by"), Privacy.PERSONAL)
    | dict.fromkeys(("content",), Privacy.SENSITIVE),
    "ReviewRound": dict.fromkeys(
        (
            "id",
            "kind",
            "unit",
            "year",
            "month",
            "ordinal",
            "standard",
            "judged_on",
            "province",
            "scorecard",
            "starts_on",
            "ends_on",
            "state",
            "state_reason",
            "created_at",
            "opened_at",
            "closed_at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("created_by",), Privacy.PERSONAL),
    "CommitteeMember": dict.fromkeys(("id", "round", "role", "post", "position"), Privacy.INTERNAL)
    | dict.fromkeys(("name", "user"), Privacy.PERSONAL),
    "ReviewerAssignment": dict.fromkeys(("id", "round", "village"), Privacy.INTERNAL)
    | dict.fromkeys(("name", "user"), Privacy.PERSONAL),
    "ReviewCase": dict.fromkeys(
        (
            "id",
            "round",
            "household",
            "person",
            "village",
            "source",
            "request",
            "state",
            "assessment",
            "step",
            "listed_at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("listed_by",), Privacy.PERSONAL)
    | dict.fromkeys(("class_before", "listed_because"), Privacy.SENSITIVE),
    "CaseStep": dict.fromkeys(("id", "case", "number", "from_state", "to_state", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("by",), Privacy.PERSONAL)
    | dict.fromkeys(("reason",), Privacy.SENSITIVE),
    "Screening": dict.fromkeys(("id", "case", "number", "screened_on", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("screened_by", "by"), Privacy.PERSONAL)
    | dict.fromkeys(("answers", "criteria", "to_be_reviewed"), Privacy.SENSITIVE),
    "Assessment": dict.fromkeys(
        ("id", "case", "number", "purpose", "surveyed_on", "from_paper", "members", "verified", "at"), Privacy.INTERNAL
    )
    | dict.fromkeys(("reviewer", "by"), Privacy.PERSONAL)
    | dict.fromkeys(
        (
            "record",
            "verdict",
            "outcome",
            "income_score",
            "deprivation_score",
            "income",
            "deprivations",
            "typed",
            "causes",
            "no_labour",
            "note",
        ),
        Privacy.SENSITIVE,
    ),
    "Closing": dict.fromkeys(("id", "unit", "round", "opening_on", "closing_on", "replaces", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("by",), Privacy.PERSONAL)
    | dict.fromkeys(("reason",), Privacy.SENSITIVE),
    "MovementLine": dict.fromkeys(
        (
            "id",
            "closing",
            "household",
            "village",
            "opening",
            "ending",
            "people_opening",
            "people_lost",
            "people_gained",
            "people_ending",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("of_class", "movement"), Privacy.SENSITIVE),
    "Decision": dict.fromkeys(
        (
            "id",
            "kind",
            "unit",
            "round",
            "document",
            "effective_from",
            "corrects",
            "signer_post",
            "signed_on",
            "signed_at",
            "at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("signer", "signed_by", "by"), Privacy.PERSONAL)
    | dict.fromkeys(("reason", "without_opinion"), Privacy.SENSITIVE),
    "DecisionItem": dict.fromkeys(
        ("id", "decision", "case", "assessment", "household", "person", "path", "corrects"), Privacy.INTERNAL
    )
    | dict.fromkeys(("outcome", "before", "given", "deprivations", "reason"), Privacy.SENSITIVE),
    "HouseholdClass": dict.fromkeys(
        ("id", "household", "person", "path", "valid_from", "valid_to", "begun_by", "ended_by", "voided_by"),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("value",), Privacy.SENSITIVE),
    "Certificate": dict.fromkeys(
        ("id", "unit", "household", "number", "year", "issued_on", "replaces", "at"), Privacy.INTERNAL
    )
    | dict.fromkeys(("by",), Privacy.PERSONAL)
    | dict.fromkeys(("replaced_because",), Privacy.SENSITIVE),
    "CertificateYear": dict.fromkeys(("id", "certificate", "year", "item", "signed_on", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("signer", "by"), Privacy.PERSONAL),
    "VillageMeeting": dict.fromkeys(
        (
            "id",
            "round",
            "village",
            "number",
            "starts_at",
            "ends_at",
            "place",
            "chair_post",
            "attending",
            "invited",
            "held_at",
            "at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("chair", "secretary", "household_signers", "by"), Privacy.PERSONAL)
    | dict.fromkeys(("opinions",), Privacy.SENSITIVE),
    "MeetingAttendee": dict.fromkeys(("id", "meeting", "post", "position"), Privacy.INTERNAL)
    | dict.fromkeys(("name",), Privacy.PERSONAL),
    "MeetingVote": dict.fromkeys(("id", "meeting", "case", "assessment", "agreeing"), Privacy.INTERNAL)
    | dict.fromkeys(("note",), Privacy.SENSITIVE),
    "Posting": dict.fromkeys(
        ("id", "round", "village", "number", "after_recheck", "starts_on", "ends_on", "places", "announced", "at"),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("by",), Privacy.PERSONAL),
    "PostingItem": dict.fromkeys(("id", "posting", "case", "assessment"), Privacy.INTERNAL),
    "Complaint": dict.fromkeys(
        ("id", "case", "posting", "received_on", "late", "answer_due", "file", "at"), Privacy.INTERNAL
    )
    | dict.fromkeys(("complainant", "by"), Privacy.PERSONAL)
    | dict.fromkeys(("content", "accepted_because"), Privacy.SENSITIVE),
    "ComplaintAnswer": dict.fromkeys(("id", "complaint", "assessment", "answered_on", "upheld", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("by",), Privacy.PERSONAL)
    | dict.fromkeys(("content",), Privacy.SENSITIVE),
    "Proposal": dict.fromkeys(("id", "round", "number", "on", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("by",), Privacy.PERSONAL),
    "ProposalItem": dict.fromkeys(("id", "proposal", "case", "assessment"), Privacy.INTERNAL),
    "HigherOpinion": dict.fromkeys(
        (
            "id",
            "proposal",
            "asked_of",
            "sent_on",
            "due_on",
            "document",
            "answered_on",
            "agrees",
            "answer",
            "answer_reference",
            "at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("by",), Privacy.PERSONAL),
}
