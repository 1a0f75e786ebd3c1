"""Which account a sign-in attempt is about, for counting: " CanBo" and "canbo" are one account and one count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

if TYPE_CHECKING:
    from django.http import HttpRequest

LONGEST = 255  # of the column that keeps it


def account_tried(request: HttpRequest | None, credentials: Mapping[str, Any] | None = None) -> str:
    """The name as the sign-in itself looks it up (UserManager.get_by_natural_key); "" where none was given."""
    given = (credentials or {}).get("username")
    if given is None and request is not None:
        given = request.POST.get("username")
    return normalize("NFKC", str(given or "")).replace("\x00", "").strip().lower()[:LONGEST]
