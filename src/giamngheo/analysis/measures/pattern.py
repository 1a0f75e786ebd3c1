"""The pattern of a row as one whole-number expression, for any engine behind Ibis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

MOST = 62  # bits of a signed 64-bit number, one of them kept free
HALF = 31


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


def masked(bits: Sequence[Any]) -> list[Any]:
    """Patterns of up to HALF bits each that say which are blank besides: bit j that j is 1, bit `width` + j that it is
    NULL; never NULL itself. One step a column, wherever the blanks are.
    """
    return [_masked(bits[at : at + HALF]) for at in range(0, len(bits), HALF)]


def _masked(bits: Sequence[Any]) -> Any:
    import ibis

    width = len(bits)
    kind = "int32" if 2 * width <= 30 else "int64"
    total = ibis.literal(0, kind)
    for at, bit in enumerate(bits):
        one, blank = ibis.literal(1 << at, kind), ibis.literal(1 << (width + at), kind)
        if bit.type().is_boolean():
            part = ibis.cases((bit, one), (~bit, ibis.literal(0, kind)), else_=blank)
        else:
            part = (bit.cast(kind) * one).coalesce(blank)
        total = part if at == 0 else total + part
    return total


def unmasked(value: Any, width: int) -> tuple[Any, Any]:
    """The pattern, blank bits taken for 0, and the blank bits, of whole numbers that `masked` made of `width` bits."""
    return value & ((1 << width) - 1), value >> width
