"""How widely each stored field may be shown: decisions and sources."""

from giamngheo.foundation.privacy import Privacy

FIELDS = {
    "FundingReference": dict.fromkeys(
        ("id", "plan", "section", "node", "document", "amount", "year", "note", "source_line"), Privacy.INTERNAL
    ),
    "FundSource": dict.fromkeys(
        ("id", "code", "name", "capital_kind", "is_loan", "note", "verified", "citation", "order"), Privacy.PUBLIC
    ),
}
