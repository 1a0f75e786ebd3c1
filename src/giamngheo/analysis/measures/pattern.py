"""The pattern of a row as one whole-number expression, for any engine behind Ibis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

MOST = 62  # bits of a signed 64-bit number, one of them kept free


def pattern(bits: Sequence[Any], *, nullable: bool = True) -> Any:
    """Sum of bit_j * 2**j over Ibis columns that hold 0 or 1 (or Boolean); NULL where one of them is NULL.

    The narrowest type that holds it: a narrow sum is what the engine is quickest with. `nullable` False says that no
    bit is ever NULL, which saves asking.
    """
    if not 0 < len(bits) <= MOST:
        raise ValueError(f"1 to {MOST} indicators, not {len(bits)}")
    kind = "int16" if len(bits) <= 14 else "int32" if len(bits) <= 30 else "int64"
    total = _part(bits[0], 0, kind, nullable)
    for at, bit in enumerate(bits[1:], start=1):
        total = total + _part(bit, at, kind, nullable)
    return total


def _part(bit: Any, at: int, kind: str, nullable: bool) -> Any:
    import ibis

    if not bit.type().is_boolean():
        return bit.cast(kind) * (1 << at) if at else bit.cast(kind)
    value, zero = ibis.literal(1 << at, kind), ibis.literal(0, kind)  # a cast of a Boolean takes twice as long
    return ibis.cases((bit, value), (~bit, zero), else_=ibis.null(kind)) if nullable else bit.ifelse(value, zero)


def pattern_and_blanks(bits: Sequence[Any], blanks: Sequence[Any]) -> tuple[Any, Any]:
    """The pattern, blank bits taken for 0, and a second one of which bits are blank.

    `blanks` are conditions, never NULL. Both are worked out bit by bit only in rows where something is NULL: elsewhere
    the plain sum is the pattern.
    """
    import ibis

    plain = pattern(bits)
    filled = [bit.fill_null(False) if bit.type().is_boolean() else bit.fill_null(0) for bit in bits]
    blank = pattern(list(blanks), nullable=False)
    zero = ibis.literal(0, blank.type())
    return plain.coalesce(pattern(filled, nullable=False)), plain.isnull().ifelse(blank, zero)
