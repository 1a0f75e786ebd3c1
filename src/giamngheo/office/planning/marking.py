"""Showing the words a finding means inside the passage they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

SEVERITIES = ("error", "warning", "info")  # the gravest first


@dataclass(frozen=True, slots=True)
class Quote:
    """Words to mark, for the finding with this element id and severity."""

    text: str
    finding: str
    severity: str


def locate(text: str, quote: str) -> tuple[int, int] | None:
    """Start and end of `quote` in `text`; runs of white space are equal to each other. None where it does not stand."""
    first = quote.split(maxsplit=1)[:1]
    if not first or first[0] not in text:  # most passages end here
        return None
    pattern = _pattern(quote)
    match = pattern.search(text) if pattern else None
    return match.span() if match else None


@lru_cache(maxsize=1000)
def _pattern(quote: str) -> re.Pattern[str] | None:
    """A figure is not found inside a longer one: "9/4/2024" does not stand in "09/4/2024"."""
    words = r"\s+".join(re.escape(word) for word in quote.split())
    return re.compile(rf"(?<!\d){words}(?!\d)") if words else None


def marked(text: str, quotes: Iterable[Quote]) -> SafeString:
    """`text` escaped, each quoted stretch in a <mark> naming its findings; overlapping quotes are cut at their ends."""
    spans = [(*span, quote) for quote in quotes if (span := locate(text, quote.text))]
    cuts = sorted({0, len(text), *(edge for start, end, _ in spans for edge in (start, end))})
    parts: list[str] = []
    for start, end in pairwise(cuts):
        over = [quote for left, right, quote in spans if left <= start and end <= right]
        parts.append(_mark(text[start:end], over) if over else format_html("{}", text[start:end]))
    return mark_safe("".join(parts))  # noqa: S308 - every part was escaped above


def _mark(text: str, quotes: list[Quote]) -> SafeString:
    severity = min((quote.severity for quote in quotes), key=SEVERITIES.index)
    names = " ".join(dict.fromkeys(quote.finding for quote in quotes))
    return format_html('<mark class="{}" data-finding="{}">{}</mark>', severity, names, text)
