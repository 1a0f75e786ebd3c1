"""How widely a stored value may be shown. Every app declares it per field in its `privacy.py`; an unclassified field
fails the build (tests/architecture), and the audit trail never copies a SENSITIVE value."""

from __future__ import annotations

from enum import StrEnum


class Privacy(StrEnum):
    """PUBLIC may be posted; INTERNAL is for officials; PERSONAL tells of a person; SENSITIVE is never copied."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"
