"""Numbers that come in an address or a form field: read, or taken for absent; never a server error."""

from __future__ import annotations

_DIGITS = 9  # more than any id or year here, and within what every database counts with


def whole(text: str | None) -> int | None:
    """A whole number of at most nine digits as an address writes it; None for anything else."""
    return int(text) if text and len(text) <= _DIGITS and text.isascii() and text.isdecimal() else None
