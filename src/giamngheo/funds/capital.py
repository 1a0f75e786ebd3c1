"""Whether money became the capital of a group, so that the entry that gave it is not taken back."""

from __future__ import annotations

from giamngheo.funds.models import GiftEntry, LedgerEntry, RevolvingEntry


def is_capital(entry: LedgerEntry | GiftEntry) -> bool:
    """Whether capital of revolving money stands on it, so that it is not taken back."""
    name = "ledger_entry" if isinstance(entry, LedgerEntry) else "gift_entry"
    return RevolvingEntry.objects.filter(**{name: entry.pk}, reversed_by=None).exists()
