"""Whole numbers in Vietnamese words: hai mươi mốt, một nghìn không trăm lẻ năm."""

from __future__ import annotations

from collections.abc import Sequence

DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
SCALES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3}
JOINERS = ("lẻ", "linh")
WORDS = frozenset((*DIGITS, *SCALES, *JOINERS, "mười", "mươi", "trăm"))
_NAMES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ONLY_AFTER_TENS = ("mốt", "tư", "lăm", "nhăm")


def read_words(text: str) -> int | None:
    """The number that `text` spells, None when it spells none. Upper and lower case alike."""
    tokens = text.lower().replace("-", " ").split()
    return _read(tokens) if tokens and all(token in WORDS for token in tokens) else None


def _read(tokens: Sequence[str]) -> int | None:
    """Split at the largest scale word (the last one of it: "nghìn tỷ" is a thousand thousand million)."""
    for scale in (10**9, 10**6, 10**3):
        places = [index for index, token in enumerate(tokens) if SCALES.get(token) == scale]
        if not places:
            continue
        at = places[-1]
        head = _read(tokens[:at]) if at else None
        if head is None:
            return None
        tail = tokens[at + 1 :]
        rest = _read(tail[1:] if tail and tail[0] in JOINERS else tail) if tail else 0
        return None if rest is None or rest >= scale else head * scale + rest
    return _read_group(tokens)


def _read_group(tokens: Sequence[str]) -> int | None:
    """0 to 999: [x trăm] then [lẻ x | mười [x] | x mươi [x]]."""
    if "trăm" not in tokens:
        return _read_tens(tokens)
    at = tokens.index("trăm")
    if at != 1 or tokens[0] not in DIGITS:
        return None
    rest = tokens[2:]
    if not rest:
        return DIGITS[tokens[0]] * 100
    if rest[0] in JOINERS:
        return DIGITS[tokens[0]] * 100 + DIGITS[rest[1]] if len(rest) == 2 and rest[1] in DIGITS else None
    tens = _read_tens(rest)
    return None if tens is None or tens < 10 else DIGITS[tokens[0]] * 100 + tens


def _read_tens(tokens: Sequence[str]) -> int | None:
    match list(tokens):
        case [one] if one in DIGITS and one not in _ONLY_AFTER_TENS:
            return DIGITS[one]
        case ["mười"]:
            return 10
        case ["mười", one] if DIGITS.get(one) and one not in ("mốt", "tư"):
            return 10 + DIGITS[one]
        case [ten, "mươi"] if DIGITS.get(ten, 0) > 1 and ten not in _ONLY_AFTER_TENS:
            return DIGITS[ten] * 10
        case [ten, "mươi", one] if DIGITS.get(ten, 0) > 1 and ten not in _ONLY_AFTER_TENS and DIGITS.get(one):
            return DIGITS[ten] * 10 + DIGITS[one]
    return None


def number_words(value: int) -> str:
    """0 <= value: the number in words. Raises ValueError below zero."""
    if value < 0:
        raise ValueError("only zero and positive numbers are spelled")
    return _NAMES[0] if value == 0 else " ".join(_spell(value, leading=True))


def _spell(value: int, *, leading: bool) -> list[str]:
    for scale, name in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn")):
        if value >= scale:
            head = [*_spell(value // scale, leading=leading), name]
            rest = value % scale
            return head + _spell(rest, leading=False) if rest else head
    return _spell_group(value, leading=leading)


def _spell_group(value: int, *, leading: bool) -> list[str]:
    hundreds, rest = divmod(value, 100)
    words = [_NAMES[hundreds], "trăm"] if hundreds or not leading else []
    if not rest:
        return words
    tens, ones = divmod(rest, 10)
    if not tens:
        return [*words, "lẻ", _NAMES[ones]] if words else [_NAMES[ones]]
    words += ["mười"] if tens == 1 else [_NAMES[tens], "mươi"]
    special = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}
    return words if not ones else [*words, special.get(ones, _NAMES[ones])]
