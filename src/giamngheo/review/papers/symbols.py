"""A document's number and symbol as the register of documents has them."""

from __future__ import annotations

from giamngheo.documents.models import Document


def numbered_as(document: Document | None) -> tuple[str, str]:
    """("12", "QĐ-UBND") of "12/QĐ-UBND"; blank for a paper that has no entry yet."""
    if document is None:
        return "", ""
    number, _, symbol = document.symbol.partition("/")
    return number, symbol
