"""How widely each stored field may be shown: decisions and sources."""

from giamngheo.foundation.privacy import Privacy
from giamngheo.funds import credit_privacy, gift_privacy, revolving_privacy

FIELDS = {
    "FundingReference": dict.fromkeys(
        ("id", "plan", "section", "node", "document", "amount", "year", "note", "source_line"), Privacy.INTERNAL
    ),
    "FundSource": dict.fromkeys(
        ("id", "code", "name", "capital_kind", "is_loan", "note", "verified", "citation", "order"), Privacy.PUBLIC
    ),
    "FundLine": dict.fromkeys(("id", "unit", "source", "year", "period", "node"), Privacy.INTERNAL),
    "LedgerAccount": dict.fromkeys(("id", "line", "budget_year", "stage", "balance", "last_entry"), Privacy.INTERNAL),
    "Contract": dict.fromkeys(
        ("id", "unit", "work_item", "number", "content", "value", "signed_on", "ends_on", "document", "at"),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("contractor", "by"), Privacy.PERSONAL),  # a contractor may be a household
    "Acceptance": dict.fromkeys(("id", "contract", "on", "amount", "reference", "file", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("note", "by"), Privacy.PERSONAL),
    "LedgerEntry": dict.fromkeys(
        (
            "id",
            "kind",
            "on",
            "source_account",
            "target_account",
            "amount",
            "document",
            "contract",
            "work_item",
            "quantity",
            "measure",
            "sheet",
            "reverses",
            "at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("note", "by"), Privacy.PERSONAL),
    "LedgerMonth": dict.fromkeys(("id", "account", "month", "kind", "came_in", "went_out"), Privacy.INTERNAL),
    "YearClosing": dict.fromkeys(("id", "unit", "budget_year", "on", "document", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("note", "by"), Privacy.PERSONAL),
    "LineDifficulty": dict.fromkeys(("id", "line", "on", "at"), Privacy.INTERNAL)
    | dict.fromkeys(("text", "by"), Privacy.PERSONAL),
    "PeriodEnd": dict.fromkeys(
        ("id", "period", "last_budget_year", "last_day", "citation", "verified"), Privacy.PUBLIC
    ),
}
FIELDS |= credit_privacy.FIELDS | gift_privacy.FIELDS | revolving_privacy.FIELDS
