"""Values of every cell of a report's sheets: what stands in a cell, formulas worked out across forms, checks."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from giamngheo.foundation.findings import Finding
from giamngheo.foundation.numbers import format_number
from giamngheo.monitoring import problems as p
from giamngheo.monitoring.forms.definition import Form, FormCheck
from giamngheo.monitoring.forms.expressions import FormulaError, Ref, Worked, parse, work_out

Cell = tuple[str, str, str]  # form, row, column


class Filled(NamedTuple):
    """Every cell's value, None where not known; what was found on the way."""

    values: dict[Cell, Fraction | None]
    findings: list[Finding]


def fill(forms: Mapping[str, Form], given: Mapping[Cell, Decimal | None]) -> Filled:
    """Work out the sheets of one report. `given`: what hands and registers put into cells without formula."""
    book = _Book(forms, given)
    values = {
        (code, row, column): book.value(code, row, column)
        for code, form in forms.items()
        for row in form.rows
        if not form.rows[row].heading
        for column in form.columns
    }
    divided = [p.DIVIDED.at(cell=f"{code}: {row}.{column}") for code, row, column in sorted(book.divided)]
    checks = [found for code, form in forms.items() for found in _checked(form, book)]
    return Filled(values, [*checks, *divided])


class _Book:
    """Cells asked for once each; a form that is not in the report, and a circle, are not known."""

    def __init__(self, forms: Mapping[str, Form], given: Mapping[Cell, Decimal | None]) -> None:
        self.forms, self._given = forms, given
        self._known: dict[Cell, Fraction | None] = {}
        self._open: set[Cell] = set()
        self.divided: set[Cell] = set()

    def value(self, code: str, row: str, column: str) -> Fraction | None:
        cell = (code, row, column)
        if cell not in self._known:
            if cell in self._open:
                return None
            self._open.add(cell)
            self._known[cell] = self._worked(cell)
            self._open.discard(cell)
        return self._known[cell]

    def _worked(self, cell: Cell) -> Fraction | None:
        code, row, column = cell
        node = self.forms[code].formulas.get((row, column))
        if node is None:
            held = self._given.get(cell)
            return None if held is None else Fraction(held)
        worked = work_out(node, lambda ref: self.cells(code, ref, row, column))
        if worked.divided:
            self.divided.add(cell)
        return worked.value

    def cells(self, code: str, ref: Ref, row: str, column: str) -> list[Fraction | None]:
        """Values of what a reference means; [None] where there is nothing."""
        target = ref.form or code
        if target not in self.forms:
            return [None]
        found = self.forms[target].cells(ref, row, column)
        return [self.value(target, each, other) for each, other in found] or [None]


def _checked(form: Form, book: _Book) -> list[Finding]:
    found = []
    for check in form.body.checks:
        sides = [_side(form, book, text) for text in (check.left, check.right)]
        left, right = (side.value for side in sides)
        if left is not None and right is not None and not _holds(check.relation, left, right):
            found.append(_finding(check, left, right))
    return found


def _side(form: Form, book: _Book, text: str) -> Worked:
    try:
        return work_out(parse(text, form.both), lambda ref: book.cells(form.code, ref, "", ""))
    except FormulaError:
        return Worked(None)


def _holds(relation: str, left: Fraction, right: Fraction) -> bool:
    return {"=": left == right, "<=": left <= right, ">=": left >= right, "<>": left != right}.get(relation, True)


def _finding(check: FormCheck, left: Fraction, right: Fraction) -> Finding:
    entry = p.CHECK if check.severity == "error" else p.CHECK_WARNING
    return entry.at(title=check.title, left=shown(left), relation=check.relation, right=shown(right))


def shown(value: Fraction) -> str:
    """As people write it; six decimals at most."""
    try:
        return format_number(value)
    except ValueError:
        return format_number(value, 6)
