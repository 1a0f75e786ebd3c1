"""How widely each stored field may be shown: official documents are public, who handed a file in is not."""

from giamngheo.foundation.privacy import Privacy

FIELDS = {
    "Document": dict.fromkeys(
        (
            "id",
            "doc_type",
            "number",
            "symbol",
            "reference_key",
            "reference_text",
            "issuer_name",
            "issuer",
            "issued_on",
            "subject",
            "effective_from",
            "effective_to",
            "source",
            "serial",
            "series_year",
        ),
        Privacy.INTERNAL,
    ),
    "StoredFile": dict.fromkeys(("id", "sha256", "name", "media_type", "size", "stored_at"), Privacy.INTERNAL)
    | dict.fromkeys(("stored_by",), Privacy.PERSONAL),
    "SheetImport": dict.fromkeys(("id", "kind", "unit", "file", "name", "entered", "at", "undone_at"), Privacy.INTERNAL)
    | dict.fromkeys(("left_out", "by", "undone_by", "reason"), Privacy.PERSONAL),
}
