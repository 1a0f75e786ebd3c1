"""The pattern of a row as one whole-number expression, for any engine behind Ibis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

MOST = 62  # bits of a signed 64-bit number, one of them kept free


def pattern(bits: Sequence[Any]) -> Any:
    """Sum of bit_j * 2**j over Ibis columns that hold 0 or 1 (or Boolean); NULL where one of them is NULL.

    The narrowest type that holds it: a narrow sum is what the engine is quickest with.
    """
    if not 0 < len(bits) <= MOST:
        raise ValueError(f"1 to {MOST} indicators, not {len(bits)}")
    kind = "int16" if len(bits) <= 14 else "int32" if len(bits) <= 30 else "int64"
    total = bits[0].cast(kind)
    for at, bit in enumerate(bits[1:], start=1):
        total = total + bit.cast(kind) * (1 << at)
    return total


def mask(flags: Sequence[Any]) -> Any:
    """The same over Boolean conditions that are never NULL."""
    return pattern([flag.cast("int8") for flag in flags])
