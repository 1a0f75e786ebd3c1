"""How widely figures of revolving money may be shown: a loan is somebody's debt."""

from giamngheo.foundation.privacy import Privacy

FIELDS = {
    "RevolvingPot": dict.fromkeys(("id", "unit", "name", "available", "last_entry", "at"), Privacy.INTERNAL)
    | {"by": Privacy.PERSONAL},
    "RevolvingLoan": dict.fromkeys(
        ("id", "pot", "on", "count", "months", "first_due", "paper", "last_entry", "at"), Privacy.INTERNAL
    )
    | dict.fromkeys(("household", "group", "principal", "outstanding", "by"), Privacy.PERSONAL),
    "RevolvingEntry": dict.fromkeys(
        ("id", "kind", "on", "pot", "ledger_entry", "gift_entry", "paper", "reverses", "at"), Privacy.INTERNAL
    )
    | dict.fromkeys(("loan", "amount", "note", "by"), Privacy.PERSONAL),
}
