"""Numbers and days that come in an address or a form field: read, or taken for absent; never a server error."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from giamngheo.foundation.numbers import find_quantities

_MONEY_DIGITS = 15
_DIGITS = 9  # more than any id or year here, and within what every database counts with


def whole(text: str | None) -> int | None:
    """A whole number of at most nine digits as an address writes it; None for anything else."""
    return int(text) if text and len(text) <= _DIGITS and text.isascii() and text.isdecimal() else None


_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def day(text: str | None, today: date) -> date | None:
    """A day as typed: 01/09/2026, 1-9-2026, 1/9 (of this year); None for anything else, and for no day at all."""
    words = (text or "").strip()
    if not words.isascii():
        return None
    try:
        if match := _DAY.fullmatch(words):
            return date(int(match[3] or today.year), int(match[2]), int(match[1]))
        return date(int(match[1]), int(match[2]), int(match[3])) if (match := _ISO.fullmatch(words)) else None
    except ValueError:
        return None


_DEGREES = re.compile(r"-?\d{1,3}(?:[.,]\d{1,15})?")


def degrees(text: str | None) -> Decimal | None:
    """Decimal degrees as typed or pasted, with a point or a comma: 19.812345; None for anything else."""
    words = (text or "").strip().removesuffix("°").strip()
    return Decimal(words.replace(",", ".")) if words.isascii() and _DEGREES.fullmatch(words) else None


def printed_day(value: date | None) -> str:
    """01/09/2026, as every field of ours takes it back; blank for no day."""
    return f"{value.day:02}/{value.month:02}/{value.year:04}" if value else ""


def money(text: str | None) -> int | None:
    """Whole đồng as officers type them: 1500000, 1.500.000, "1,5 triệu", "300 triệu đồng"; None for anything else."""
    words = " ".join((text or "").split())
    digits = words.removesuffix("đồng").removesuffix("đ").strip().replace(".", "").replace(" ", "")
    if digits.isascii() and digits.isdecimal():
        grouped = re.fullmatch(r"\d{1,3}(?:[. ]\d{3})+|\d+", words.removesuffix("đồng").removesuffix("đ").strip())
        return int(digits) if grouped and len(digits) <= _MONEY_DIGITS else None
    found = find_quantities(words)
    if len(found) != 1 or found[0].base != "đồng" or found[0].text != words or found[0].other is not None:
        return None
    value = found[0].value * found[0].scale
    return int(value) if value == int(value) and value < 10**_MONEY_DIGITS else None


_QUANTITY = re.compile(r"(\d{1,3}(?:\.\d{3})*|\d{1,9})(?:,(\d{1,2}))?")


def hundredths(text: str | None) -> int | None:
    """A quantity of at most two decimals as whole hundredths: 12,5 → 1250; None for anything else."""
    match = _QUANTITY.fullmatch((text or "").strip()) if (text or "").isascii() else None
    return int(match[1].replace(".", "")) * 100 + int((match[2] or "").ljust(2, "0")) if match else None
