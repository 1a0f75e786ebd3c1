"""Choosing at random so that anybody can do it again: docs/algorithms/inspections.md. Pure."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping


def choose(seed: str, frame: Iterable[str], size: int, strata: Mapping[str, str] | None = None) -> list[str]:
    """`size` codes of the frame (of each stratum), in the order drawn. Raises ValueError: a code twice, a size below 0.

    `strata`: code → name of its stratum, of every code of the frame.
    """
    if size < 0:
        raise ValueError("a size below 0")
    parts: dict[str, list[str]] = defaultdict(list)
    seen: set[str] = set()
    for code in frame:
        written = unicodedata.normalize("NFC", code)
        if written in seen:
            raise ValueError(f"twice in the frame: {code}")
        seen.add(written)
        parts[strata[code] if strata is not None else ""].append(code)
    return [code for part in sorted(parts) for code in sorted(parts[part], key=lambda each: number(seed, each))[:size]]


def number(seed: str, code: str) -> str:
    """What a code is ordered by: in hexadecimal of one length, so that text sorts as the numbers do."""
    words = unicodedata.normalize("NFC", f"{seed}\n{code}")
    return hashlib.sha256(words.encode("utf-8")).hexdigest()
