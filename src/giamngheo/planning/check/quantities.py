"""The quantities of every line, read once and shared by the rules, with the words between them."""

from __future__ import annotations

from typing import cast

from giamngheo.foundation.numbers import Number, Quantity, find_quantities, format_number
from giamngheo.foundation.numbers.reading import SPELLING_SIGNS
from giamngheo.paperwork.document import NodeKind
from giamngheo.planning.check.engine import Context, Passage
from giamngheo.planning.check.record import Record

_STARTS = frozenset(("ha", "ba", "bố", "sá", "bả", "tá", "ch", "mư"))  # a line that may begin with a spelled number


_OPENERS = ("-", "+", "(", "“", '"')
_MARKS = (". ", "! ", "? ", "… ", ".\u00a0", ".” ", '." ', ".) ", "\n")


def _stops(text: str) -> tuple[int, ...]:
    """Where the sentences after the first begin: behind a full stop and before a capital, a dash or a bracket."""
    ends = set()
    for mark in _MARKS:
        at = text.find(mark)
        while at >= 0:
            end = at + len(mark)
            while text[end : end + 1].isspace():
                end += 1
            if text[end : end + 1].isupper() or text[end : end + 1] in _OPENERS:
                ends.add(end)
            at = text.find(mark, end)
    return tuple(sorted(ends))


class Reading(Record):
    """One line with its quantities. `gaps[i]` are the lower-case words before quantity i (from the end of the one
    before it), `gaps[-1]` those after the last. `sentence[i]` numbers the sentence quantity i stands in."""

    passage: Passage
    lower: str
    quantities: tuple[Quantity, ...]
    gaps: tuple[str, ...]
    sentence: tuple[int, ...]
    stops: tuple[int, ...]
    memo: dict[str, object]

    @property
    def text(self) -> str:
        return self.passage.text

    def quote(self, start: int, end: int) -> str:
        return self.text[start:end]

    def bounds(self, index: int) -> tuple[int, int]:
        """Start and end of the sentence in which quantity `index` stands."""
        number = self.sentence[index]
        return (self.stops[number - 1] if number else 0), (
            self.stops[number] if number < len(self.stops) else len(self.text)
        )

    def of_sentence(self, number: int) -> list[int]:
        """Indexes of the quantities of one sentence."""
        return [index for index, each in enumerate(self.sentence) if each == number]


def read_passage(passage: Passage) -> Reading:
    """Quantities of one line and the words between."""
    text = passage.text
    found = tuple(find_quantities(text))
    lower = passage.lower
    stops = _stops(text) if found else ()
    edges = [0, *(quantity.end for quantity in found)]
    starts = [*(quantity.start for quantity in found), len(text)]
    gaps = tuple(lower[left:right] for left, right in zip(edges, starts, strict=True))
    sentence = tuple(sum(stop <= quantity.start for stop in stops) for quantity in found)
    return Reading(passage, lower, found, gaps, sentence, stops, {})


def reading_of(context: Context, passage: Passage) -> Reading:
    """The reading of one line, made once per check."""
    known = cast("dict[int, Reading]", context.memo.setdefault("reading", {}))
    if id(passage) not in known:
        known[id(passage)] = read_passage(passage)
    return known[id(passage)]


def readings(context: Context) -> tuple[Reading, ...]:
    """All lines of the body that hold quantities, tables left out; read once per check."""
    known = context.memo.get("readings")
    if known is None:
        lines = [each for each in context.body if each.node is None or each.node.kind is not NodeKind.TABLE]
        whole = "\n".join(each.lower for each in lines)
        signs = tuple(sign for sign in (*"1203456789", *SPELLING_SIGNS) if sign in whole)
        likely = (each for each in lines if any(sign in each.lower for sign in signs) or each.lower[:2] in _STARTS)
        read = (reading_of(context, each) for each in likely)
        known = tuple(each for each in read if each.quantities)
        context.memo["readings"] = known
    return cast("tuple[Reading, ...]", known)


def show(value: Number, unit: str, decimals: int | None = None) -> str:
    """17, "hộ" -> "17 hộ"; 1.1, "%" -> "1,1%". At most two decimals where the value has endless ones."""
    try:
        printed = format_number(value, decimals)
    except ValueError:
        printed = format_number(value, 2)
    return f"{printed}%" if unit == "%" else f"{printed} {unit}".rstrip()


def plain(quantity: Quantity) -> bool:
    """A single exact-looking figure: no range, no "about", no share of a whole."""
    return quantity.upper is None and quantity.out_of is None and not quantity.rough


def slack(*quantities: Quantity) -> Number:
    """By how much a sum of these printed figures may miss, in base units: half of each last printed digit.

    Figures that are exact as printed (counted things, money in đồng) give none; a zero gives none.
    """
    from fractions import Fraction

    return sum((Fraction(each.grain) / 2 for each in quantities if not _exact(each) and each.value), Fraction(0))


def _exact(quantity: Quantity) -> bool:
    return quantity.scale == 1 and (quantity.is_count or quantity.unit == "đồng")
