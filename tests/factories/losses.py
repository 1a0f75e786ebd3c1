"""What a document holds of its source, to ask whether a reader lost or doubled anything."""

from __future__ import annotations

from collections import Counter

from giamngheo.paperwork.document import OfficialDocument


def raw_parts(document: OfficialDocument) -> list[tuple[int, str]]:
    """(place, raw) of everything the document keeps, asides included, by place. A table gives its whole raw once."""
    lines = [*document.issuer, *document.motto, *document.addressees, *document.legal_bases, *document.recipients]
    lines += document.asides
    single = (
        document.reference, document.place_and_date, document.type_name, document.subject, document.enacted_by,
        document.enacting_words, document.closing, document.signature, *document.cosigners,
    )  # fmt: skip
    nodes = [*document.walk(), *(each for node in document.appendices for each in node.walk())]
    kept = [*lines, *(each for each in single if each), *nodes]
    return sorted(((each.place.line, each.raw) for each in kept), key=lambda part: part[0])


def letters(text: str) -> Counter[str]:
    """How often each character that is no white space occurs."""
    return Counter(char for char in text if not char.isspace())


def lost_and_added(source: str, document: OfficialDocument) -> tuple[Counter[str], Counter[str]]:
    """Characters of the source the document does not hold, and characters it holds beyond the source."""
    kept: Counter[str] = Counter()
    for _, raw in raw_parts(document):
        kept += letters(raw)
    source_letters = letters(source)
    return source_letters - kept, kept - source_letters
