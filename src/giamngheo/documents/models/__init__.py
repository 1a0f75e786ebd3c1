"""Rows of the document register and of the files kept."""

from giamngheo.documents.models.document import Document, DocumentSource
from giamngheo.documents.models.sheet_import import SheetImport
from giamngheo.documents.models.stored_file import StoredFile

__all__ = ["Document", "DocumentSource", "SheetImport", "StoredFile"]
