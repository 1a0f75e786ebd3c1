"""Totals and the parts listed under them, in one sentence or line by line. docs/algorithms/check-arithmetic.md, 2."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from giamngheo.foundation.numbers import Quantity
from giamngheo.paperwork.document import NodeKind
from giamngheo.planning.check.engine import Context, Passage
from giamngheo.planning.check.quantities import Reading, plain, reading_of, readings
from giamngheo.planning.check.record import Record

_OPEN_END = ("một số", "chủ yếu", "tiêu biểu", "điển hình", "như:", "riêng", "nổi bật", "chẳng hạn")


_OPENINGS = ("trong đó", "trong số", "cụ thể", "gồm", "chia ", "phân theo")


class Breakdown(Record):
    """`units`: per unit the total and its parts, one per item. `whole`: the words say that the list is complete.
    `listed`: the parts stand in a list (semicolons, bullets), not in passing."""

    reading: Reading
    units: tuple[tuple[Quantity, tuple[Quantity, ...]], ...]
    whole: bool
    listed: bool

    @property
    def line(self) -> int:
        return self.reading.passage.line

    def quote(self, total: Quantity) -> str:
        return total.text


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:(trong đó|trong số đó|cụ thể(?: như sau)?|cụ thể là)|((?:bao )?gồm(?: có)?"
        r"|chia ra|chia theo[^:;.]{0,40}"
        r"|phân theo[^:;.]{0,40}))\s*:?"
    )


def breakdowns(context: Context) -> Iterator[Breakdown]:
    """All totals with parts of the body, in order."""
    lines = [each for each in context.body if each.node is None or each.node.kind is not NodeKind.TABLE]
    figured = {reading.passage.line for reading in readings(context)}
    for index, passage in enumerate(lines):
        lower = passage.lower
        ends_open = lower.rstrip().endswith(":")
        if passage.line not in figured:
            continue
        yield from _bracketed(reading_of(context, passage))
        opening = None
        for opening in _opening().finditer(lower) if any(map(lower.__contains__, _OPENINGS)) else ():
            found = _inline(context, passage, lower, opening)
            if found:
                yield found
                break
        last = opening is not None and not lower[opening.end() :].strip(" :")
        if ends_open or last:
            found = _below(context, passage, lower, lines[index + 1 :], opening if last else None)
            if found:
                yield found


def _whole(words: re.Match[str] | None, lower: str) -> bool:
    return words is not None and words[2] is not None and "..." not in lower and "…" not in lower


def _inline(context: Context, passage: Passage, lower: str, opening: re.Match[str]) -> Breakdown | None:
    """Total in the sentence before the opening words, parts after them up to the end of that sentence."""
    reading = reading_of(context, passage)
    at = opening.end()
    end = next((stop for stop in reading.stops if stop > at), len(lower))
    body = lower[at:end]
    if any(word in body[:25] or word in lower[max(0, opening.start() - 12) : at] for word in _OPEN_END):
        return None
    separator = ";" if ";" in body else ","
    items = _items(reading, at, end, separator)
    # The total stands in the same sentence, or in the one just before when the opening begins a sentence.
    starts = [0, *(stop for stop in reading.stops if stop < opening.start() - 1)]
    heads = [quantity for quantity in reading.quantities if starts[-1] <= quantity.start < opening.start()]
    if opening.start() in reading.stops and not heads:
        heads = [quantity for quantity in reading.quantities if quantity.start < opening.start()]
    listed = ":" in opening.group() and separator == ";"
    whole = _whole(opening, body)
    units = tuple(_pair(heads, items)) or (tuple(_bare_parts(heads, items)) if whole else ())
    return Breakdown(reading, units, whole, listed) if units else None


def _bare_parts(heads: list[Quantity], items: list[list[Quantity]]) -> Iterator[tuple[Quantity, tuple[Quantity, ...]]]:
    """ "60 hộ gồm 25 ở thôn Đông, 20 ở thôn Tây": each item one figure without a unit, or with the total's."""
    counts = [head for head in heads if head.is_count and plain(head)]
    parts = [item[0] for item in items if len(item) == 1]
    alone = len(counts) == 1 == len(heads) and len(parts) == len(items) >= 2
    if alone and all(plain(part) and part.base in ("", counts[0].base) for part in parts):
        yield counts[0], tuple(parts)


def _bracketed(reading: Reading) -> Iterator[Breakdown]:
    """ "1.000 triệu đồng (trung ương 600 triệu đồng, tỉnh 300 triệu đồng, xã 100 triệu đồng)": three sums or more."""
    for total in reading.quantities:
        at = total.end + (reading.text[total.end : total.end + 1] == " ")
        close = reading.text.find(")", at) if reading.text[at : at + 1] == "(" and total.is_money else -1
        body = reading.lower[at:close]
        if close < 0 or any(word in body for word in ("trong đó", "...", "…", *_OPEN_END)):
            continue
        items = _items(reading, at + 1, close, ";" if ";" in body else ",")
        units = tuple(_pair([total], items)) if len(items) >= 3 else ()
        if units:
            yield Breakdown(reading, units, False, True)


def _items(reading: Reading, start: int, end: int, separator: str) -> list[list[Quantity]]:
    """Quantities of each item between the separators; what an item nests in brackets or under its own "trong đó" is
    left out."""
    items: list[list[Quantity]] = []
    position = start
    text = reading.lower
    while position < end:
        stop = _separator(text, position, end, separator)
        item = text[position:stop]
        nested = min((at for at in (item.find("trong đó"), item.find("(")) if at > 0), default=len(item))
        items.append(
            [each for each in reading.quantities if position <= each.start < position + nested and each.end <= stop]
        )
        position = stop + 1
    return [item for item in items if item]


def _separator(text: str, start: int, end: int, separator: str) -> int:
    """The next separator outside a number: the comma of "1,5" separates nothing; "và" does where commas do."""
    at = text.find(separator, start, end)
    while at >= 0 and separator == "," and text[at + 1 : at + 2].isdigit():
        at = text.find(separator, at + 1, end)
    joined = text.find(" và ", start, end) if separator == "," else -1
    return min((place for place in (at, joined) if place >= 0), default=end)


def _below(
    context: Context, passage: Passage, lower: str, following: Sequence[Passage], opening: re.Match[str] | None
) -> Breakdown | None:
    """Total in a line that ends with a colon, parts in the bullets or points right under it."""
    reading = reading_of(context, passage)
    if any(word in lower[-30:] for word in _OPEN_END):
        return None
    until = opening.start() if opening else len(lower)
    inner = lower.rfind("trong đó", 0, until)
    heads = [each for each in reading.quantities if each.start < (inner if inner > 0 else until)]
    listed = list(_siblings(passage, following))
    items = []
    for item in listed:
        read = reading_of(context, item)
        stop = _nested(read.lower)
        result = read.text.rfind("=", 0, stop)  # "10 hộ x 3 triệu đồng = 30 triệu đồng": the result is the part
        items.append([each for each in read.quantities if result < each.start and each.end <= stop])
    units = tuple(_pair(heads, items)) if len(items) >= 2 else ()
    return Breakdown(reading, units, _whole(opening, lower), True) if units else None


def _nested(lower: str) -> int:
    places = [at for at in (lower.find("trong đó"), lower.find("("), lower.find("gồm")) if at > 0]
    return min(places, default=len(lower))


def _siblings(passage: Passage, following: Sequence[Passage]) -> Iterator[Passage]:
    """The items of the list that opens right under the passage: same kind, same mark, same depth as the first."""
    first = following[0].node if following else None
    if first is None or first.kind not in (NodeKind.BULLET, NodeKind.HEADING) or first is passage.node:
        return
    depth = len(following[0].above)
    own = passage.node
    if first.kind is NodeKind.BULLET and own and own.kind is NodeKind.BULLET and own.number == first.number:
        return
    if first.kind is NodeKind.HEADING and not (own and (own.kind is not NodeKind.HEADING or own.level < first.level)):
        return
    for each in following:
        node = each.node
        if node is None or len(each.above) < depth:
            return
        if len(each.above) > depth:
            continue
        if node.kind is first.kind and node.style is first.style:
            if first.kind is NodeKind.HEADING or node.number == first.number:
                yield each
        elif node.kind is not NodeKind.BULLET:
            return


def _pair(heads: list[Quantity], items: list[list[Quantity]]) -> Iterator[tuple[Quantity, tuple[Quantity, ...]]]:
    """Per unit: the last total before the list and one figure per item. An item with two figures of one unit makes
    that unit unclear, and it is left alone; so is a unit that only part of the items have, unless they are most."""
    bases = dict.fromkeys(head.base for head in heads if head.base and (head.is_money or head.is_count))
    for base in bases:
        totals = [head for head in heads if head.base == base]
        total = totals[-1]
        parts = [[each for each in item if each.base == base] for item in items]
        if any(len(found) > 1 for found in parts) or not plain(total):
            continue
        chosen = [found[0] for found in parts if found]
        if len(chosen) >= 2 and len(chosen) * 3 > len(items) * 2 and all(map(plain, chosen)):
            yield total, tuple(chosen)
