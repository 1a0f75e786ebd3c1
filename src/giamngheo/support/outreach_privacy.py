"""How widely communication may be shown: it is for everybody, but for who asked and who entered it."""

from giamngheo.foundation.privacy import Privacy

FIELDS = {
    "OutreachEvent": dict.fromkeys(
        (
            "id", "unit", "kind", "title", "on", "until", "place", "villages", "topics", "audience", "reach",
            "reach_method", "reach_target", "organiser", "link", "work_item", "replaces", "at", "voided_at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("file", "by", "voided_by", "void_reason"), Privacy.PERSONAL),
    "DialogueQuestion": dict.fromkeys(("id", "event", "due_on", "entered_at", "asked_of"), Privacy.INTERNAL)
    | dict.fromkeys(("text", "asked_by", "entered_by"), Privacy.PERSONAL),
    "DialogueAnswer": dict.fromkeys(("id", "question", "on", "entered_at"), Privacy.INTERNAL)
    | dict.fromkeys(("text", "answered_by", "entered_by"), Privacy.PERSONAL),
}  # fmt: skip
