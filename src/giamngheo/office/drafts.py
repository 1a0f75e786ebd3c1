"""Drafts of what people type, kept in their browser (web/src/scripts/drafts.js): the names both sides agree on.

A form with `data-draft` is kept under its key until the answer to a save names the key again (`data-draft-saved`).
Its hidden field `was` is the mark of the words the form was made from: a draft that meets other words than it was made
for is sent as made against its old version, so that nobody's words are overwritten unseen.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.contrib import messages

from giamngheo.office.requests import OfficeRequest


def draft_key(request: OfficeRequest, *parts: object) -> str:
    """The name of a form's draft: nobody else's on this PC, and no other form's."""
    return ":".join(str(part) for part in (request.user.pk, *parts))


def mark_of(words: Any) -> str:
    """A short mark of what stood in a form's fields when it was made; equal for equal words."""
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:16]


def say_saved(request: OfficeRequest, words: str, draft: str) -> None:
    """Tell the next page that something was saved; its draft goes when that page stands."""
    messages.success(request, words, extra_tags=draft)
