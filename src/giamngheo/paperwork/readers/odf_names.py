"""Names of OpenDocument (ISO/IEC 26300) used by the .odt reader."""

from __future__ import annotations

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE, DRAW = (f"{_BASE}{name}:1.0}}" for name in ("office", "text", "table", "style", "drawing"))
FO = f"{_BASE}xsl-fo-compatible:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
MANIFEST = f"{_BASE}manifest:1.0}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
