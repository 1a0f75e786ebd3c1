"""How widely figures of gifts may be shown: donors only where they agreed, households never."""

from giamngheo.foundation.privacy import Privacy

FIELDS = {
    "GiftFund": dict.fromkeys(("id", "unit", "name", "keeper", "at"), Privacy.INTERNAL) | {"by": Privacy.PERSONAL},
    "Donor": dict.fromkeys(("id", "unit", "kind", "published"), Privacy.INTERNAL) | {"name": Privacy.PERSONAL},
    "GiftAccount": dict.fromkeys(
        ("id", "fund", "form", "what", "measure", "earmark", "balance", "hundredths", "last_entry"), Privacy.INTERNAL
    ),
    "GiftClosing": dict.fromkeys(
        ("id", "fund", "year", "opening", "received", "used", "carried", "valued", "note", "at"), Privacy.INTERNAL
    )
    | {"by": Privacy.PERSONAL},
    "GiftEntry": dict.fromkeys(
        ("id", "kind", "on", "account", "amount", "hundredths", "work_item", "village", "paper", "reverses", "at"),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("donor", "household", "note", "by"), Privacy.PERSONAL),
}
