"""Answers as somebody types or ticks them: text into the values the law reads, and back."""

from __future__ import annotations

from fractions import Fraction

from giamngheo.foundation.numbers.printing import format_number
from giamngheo.foundation.numbers.reading import read_numeral
from giamngheo.foundation.text import squeeze
from giamngheo.households.births import printed
from giamngheo.standards.release import Question

Value = bool | int | str | None
YES, NO = "1", "0"
_LONGEST = 25  # characters of any number here


class UnreadableError(ValueError):
    """The text is no answer of the question's kind; `args[0]` is the text."""


def read(question: Question, text: str) -> Value:
    """The value of what was typed, None for nothing. Raises UnreadableError.

    yes_no: "1", "0"; option: its code; area: m² with at most two decimals, kept in hundredths; birth: 05/03/1980 or
    1980; the others whole numbers of 0 or more, with thousands points as typed.
    """
    words = squeeze(text)
    if not words:
        return None
    match question.kind:
        case "yes_no":
            if words not in (YES, NO):
                raise UnreadableError(words)
            return words == YES
        case "option":
            return words
        case "birth":
            return _birth(words)
    number = _number(words)
    value = number * 100 if question.kind == "area" else number
    if value.denominator != 1:
        raise UnreadableError(words)
    return int(value)


def show(question: Question, value: Value) -> str:
    """The same the other way: what a field holds for a value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, str):
        return value
    if question.kind == "birth":
        return printed(value)
    return format_number(Fraction(value, 100) if question.kind == "area" else value)


def _number(words: str) -> Fraction:
    found = read_numeral(words) if len(words) <= _LONGEST and words.isascii() and words[0].isdigit() else None
    if found is None:
        raise UnreadableError(words)
    return Fraction(found[0])


def _birth(words: str) -> int:
    """A day as 5/3/1980, or a year alone; whether there is such a day is asked with the limits."""
    parts = words.replace("-", "/").replace(".", "/").split("/")
    if not all(part.isascii() and part.isdecimal() and len(part) <= 4 for part in parts):
        raise UnreadableError(words)
    if len(parts) == 1 and len(words) == 4:
        return int(words) * 10_000
    if len(parts) != 3 or len(parts[2]) != 4 or len(parts[0]) > 2 or len(parts[1]) > 2:
        raise UnreadableError(words)
    day, month, year = (int(part) for part in parts)
    if not day or not month:
        raise UnreadableError(words)
    return year * 10_000 + month * 100 + day
