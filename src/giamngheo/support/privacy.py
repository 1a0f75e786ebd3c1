"""How widely each stored field may be shown: who received what is personal, and tells that somebody is poor."""

from giamngheo.foundation.privacy import Privacy
from giamngheo.support import nutrition_privacy, outreach_privacy

FIELDS = {
    "SupportDelivery": dict.fromkeys(
        (
            "id", "unit", "kind", "content", "year", "instalment", "on", "item", "quantity", "measure",
            "specification", "brand", "maker", "fund_line", "work_item", "document", "confirmation", "reverses", "at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(
        ("household", "person", "recipient", "amount", "donor", "delivered_by", "reference", "file", "reason", "by"),
        Privacy.PERSONAL,
    )
}  # fmt: skip
FIELDS |= nutrition_privacy.FIELDS | outreach_privacy.FIELDS
