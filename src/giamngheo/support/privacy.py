"""How widely each stored field may be shown: who received what is personal, and tells that somebody is poor."""

from giamngheo.foundation.privacy import Privacy
from giamngheo.support import nutrition_privacy, outreach_privacy

FIELDS = {
    "DeliveryFile": dict.fromkeys(("id", "delivery"), Privacy.INTERNAL) | dict.fromkeys(("file",), Privacy.PERSONAL),
    "SupportDelivery": dict.fromkeys(
        (
            "id", "unit", "kind", "content", "year", "instalment", "on", "item", "quantity", "measure",
            "specification", "brand", "maker", "fund_line", "work_item", "document", "confirmation", "reverses", "at",
            "sheet",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(
        ("household", "person", "recipient", "amount", "donor", "delivered_by", "reference", "file", "reason", "by"),
        Privacy.PERSONAL,
    ),
    "LivelihoodProject": dict.fromkeys(
        ("id", "unit", "name", "form", "holder", "area", "period", "total", "state", "direct", "choosing", "at"),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("holder_name", "by"), Privacy.PERSONAL),
    "ProjectParticipant": {"id": Privacy.INTERNAL, "project": Privacy.INTERNAL, "household": Privacy.PERSONAL},
    "ProjectStep": dict.fromkeys(("id", "project", "stage", "on", "reference", "document", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("note", "by"), Privacy.PERSONAL),
    "ProjectInput": {"id": Privacy.INTERNAL, "project": Privacy.INTERNAL, "delivery": Privacy.PERSONAL},
    "ProjectFollowUp": dict.fromkeys(("id", "months", "on", "at"), Privacy.INTERNAL)
    | dict.fromkeys(
        ("participant", "income_before", "income_after", "running", "reason", "by"), Privacy.PERSONAL
    ),
    "ProjectWork": dict.fromkeys(("id", "project", "work_item", "at"), Privacy.INTERNAL) | {"by": Privacy.PERSONAL},
}  # fmt: skip
FIELDS |= nutrition_privacy.FIELDS | outreach_privacy.FIELDS
