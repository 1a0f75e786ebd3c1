"""The small language of formulas: numbers, + − × ÷, brackets, TONG, references to cells. Never `eval`.

docs/algorithms/monitoring.md "Forms". A value is a Fraction, or None where it is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NamedTuple

LONGEST, DEEPEST = 500, 40
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,15}(?:,\d{1,6})?)|(?P<total>TONG\b)"
    r"|(?P<ref>(?:\[[a-z0-9-]{1,40}\])?[a-z][a-z0-9_]{0,39}(?:[.:][a-z][a-z0-9_]{0,39}){0,2})"
    r"|(?P<mark>[-+*/×÷−();]))"
)
_SAME = {"×": "*", "÷": "/", "−": "-"}


class FormulaError(ValueError):
    """A formula that cannot be read; the message says where."""


class Ref(NamedTuple):
    """A cell, or a run of them. `row` None: the row of the formula's own cell; `column` likewise."""

    form: str
    row: str | None
    column: str | None
    last_row: str | None = None
    last_column: str | None = None

    @property
    def is_run(self) -> bool:
        return self.last_row is not None or self.last_column is not None


@dataclass(frozen=True, slots=True)
class Node:
    """`kind`: number, ref, total, neg, +, -, *, /."""

    kind: str
    number: Fraction = Fraction()
    ref: Ref | None = None
    parts: tuple[Node, ...] = ()


Side = tuple[str | None, str | None]  # first, last
Names = Callable[[str], str]  # what a bare name is: "row", "column" or ""


@cache
def tokens(text: str) -> tuple[tuple[str, str], ...]:
    """Kinds and words. Raises FormulaError."""
    if len(text) > LONGEST:
        raise FormulaError(f"dài quá {LONGEST} ký tự")
    found, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.end() == at:
            raise FormulaError(f"không hiểu từ chỗ “{text[at:].strip()[:20]}”")
        kind = match.lastgroup or ""
        found.append((kind, _SAME.get(match[kind], match[kind])))
        at = match.end()
    return tuple(found)


def parse(text: str, names: Names) -> Node:
    """Read a formula; `names` tells rows from columns. Raises FormulaError."""
    reader = _Reader(list(tokens(text)), names)
    node = reader.sum(0)
    if reader.more:
        raise FormulaError(f"thừa “{reader.more}”")
    return node


class _Reader:
    """One look at a time, from left to right."""

    def __init__(self, found: list[tuple[str, str]], names: Names) -> None:
        self._found, self._at, self._names = found, 0, names

    @property
    def more(self) -> str:
        return self._found[self._at][1] if self._at < len(self._found) else ""

    def _take(self) -> tuple[str, str]:
        if self._at >= len(self._found):
            raise FormulaError("thiếu phần cuối")
        self._at += 1
        return self._found[self._at - 1]

    def sum(self, depth: int) -> Node:
        node = self._product(depth)
        while self.more in ("+", "-"):
            node = Node(self._take()[1], parts=(node, self._product(depth)))
        return node

    def _product(self, depth: int) -> Node:
        node = self._factor(depth)
        while self.more in ("*", "/"):
            node = Node(self._take()[1], parts=(node, self._factor(depth)))
        return node

    def _factor(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise FormulaError("lồng nhau quá sâu")
        kind, word = self._take()
        if kind == "number":
            return Node("number", Fraction(word.replace(",", ".")))
        if kind == "ref":
            return Node("ref", ref=self._ref(word))
        if kind == "total":
            return self._total(depth)
        if word == "-":
            return Node("neg", parts=(self._factor(depth + 1),))
        if word == "(":
            node = self.sum(depth + 1)
            self._expect(")")
            return node
        raise FormulaError(f"“{word}” không đứng ở đây được")

    def _total(self, depth: int) -> Node:
        self._expect("(")
        parts = [self.sum(depth + 1)]
        while self.more == ";":
            self._take()
            parts.append(self.sum(depth + 1))
        self._expect(")")
        return Node("total", parts=tuple(parts))

    def _expect(self, mark: str) -> None:
        if self.more != mark:
            raise FormulaError(f"thiếu “{mark}”")
        self._take()

    def _ref(self, word: str) -> Ref:
        """[form]row.column, row:row.column, row.column:column, row:row, column:column, row, column."""
        form, _bracket, rest = word[1:].partition("]") if word.startswith("[") else ("", "", word)
        sides = [side.split(":") for side in rest.split(".")]
        if len(sides) > 2 or any(len(side) > 2 for side in sides):
            raise FormulaError(f"“{word}” không phải một ô hay một dãy ô")
        rows, columns = self._sides(sides, bare=not form, word=word)
        return Ref(form, rows[0], columns[0], rows[1], columns[1])

    def _sides(self, sides: list[list[str]], *, bare: bool, word: str) -> tuple[Side, Side]:
        """The rows and the columns; of a bare name the one it is not stays that of the cell."""
        first = _side(sides[0])
        if len(sides) == 2:
            return first, _side(sides[1])
        kind = self._names(sides[0][0]) if bare else ""
        if not kind:
            raise FormulaError(f"không có dòng hay cột “{word}”")
        return (first, (None, None)) if kind == "row" else ((None, None), first)


def _side(names: list[str]) -> Side:
    return names[0], names[1] if len(names) == 2 else None


def refs(node: Node) -> Iterator[Ref]:
    """Every reference in it."""
    if node.ref is not None:
        yield node.ref
    for part in node.parts:
        yield from refs(part)


Cells = Callable[[Ref], list[Fraction | None]]


class Worked(NamedTuple):
    """`divided`: it divided by nought on the way, so its value is not known."""

    value: Fraction | None
    divided: bool = False


def work_out(node: Node, cells: Cells) -> Worked:
    """The value. A run of cells outside TONG is not known."""
    if node.kind == "number":
        return Worked(node.number)
    if node.kind == "ref" and node.ref is not None:
        return Worked(None) if node.ref.is_run else Worked(cells(node.ref)[0])
    if node.kind == "total":
        return _total(node, cells)
    parts = [work_out(part, cells) for part in node.parts]
    divided = any(part.divided for part in parts)
    values = [part.value for part in parts]
    if any(value is None for value in values):
        return Worked(None, divided)
    known = [value for value in values if value is not None]
    if node.kind == "neg":
        return Worked(-known[0], divided)
    left, right = known
    if node.kind == "/":
        return Worked(None, True) if right == 0 else Worked(left / right, divided)
    done = {"+": left + right, "-": left - right, "*": left * right}
    return Worked(done[node.kind], divided)


def _total(node: Node, cells: Cells) -> Worked:
    """The sum of what is known of its parts; not known when nothing is."""
    values: list[Fraction | None] = []
    divided = False
    for part in node.parts:
        if part.kind == "ref" and part.ref is not None:
            values.extend(cells(part.ref))
        else:
            worked = work_out(part, cells)
            values.append(worked.value)
            divided = divided or worked.divided
    known = [value for value in values if value is not None]
    return Worked(sum(known, Fraction()) if known else None, divided)
