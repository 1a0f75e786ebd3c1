"""What a form is made of, and what is wrong with one before it is published. A closed schema."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Literal, NamedTuple

import msgspec

from giamngheo.monitoring.forms.expressions import FormulaError, Names, Node, Ref, parse, refs

KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
MOST_ROWS, MOST_COLUMNS, MOST_CHECKS = 400, 60, 200
Reads = Literal["", "actual", "estimate", "target", "previous", "result", "result_before", "opening"]
RELATIONS = ("=", "<=", ">=", "<>")


class FormRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row. `indicator`: what its reading cells are filled with; `formula`: of every cell; `depth`: how far it is
    set in; `heading`: no cells."""

    key: str
    title: str
    number: str = ""
    indicator: str = ""
    formula: str = ""
    depth: int = 0
    heading: bool = False


class FormColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column. `reads`: which figure of the row's indicator; `formula`: of every cell, before the row's."""

    key: str
    title: str
    unit: str = ""
    reads: Reads = ""
    formula: str = ""
    decimals: int | None = None


class FormCheck(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must hold before the report is sent (`error`), or is said (`warning`)."""

    title: str
    left: str
    relation: str
    right: str
    severity: Literal["error", "warning"] = "error"


class FormBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rows, columns, formulas of single cells ("row.column"), checks, notes under the table."""

    rows: tuple[FormRow, ...]
    columns: tuple[FormColumn, ...]
    cells: dict[str, str] = {}
    checks: tuple[FormCheck, ...] = ()
    note: str = ""


class Wrong(NamedTuple):
    """Something wrong with a form: where, what."""

    where: str
    what: str


class FormShapeError(ValueError):
    """What was given is no form at all."""


def read_body(given: Any) -> FormBody:
    """Raises FormShapeError."""
    try:
        return msgspec.convert(given, FormBody)
    except (msgspec.ValidationError, TypeError) as wrong:
        raise FormShapeError(str(wrong)) from wrong


class Form:
    """A definition ready to be used: names, formulas read once."""

    def __init__(self, code: str, body: FormBody) -> None:
        self.code, self.body = code, body
        self.rows = {each.key: each for each in body.rows}
        self.columns = {each.key: each for each in body.columns}
        self._row_order = [each.key for each in body.rows if not each.heading]
        self._column_order = [each.key for each in body.columns]
        self.formulas: dict[tuple[str, str], Node] = {}
        self.wrong: list[Wrong] = []
        self._read()

    def _read(self) -> None:
        for row in self.body.rows:
            for column in self.body.columns:
                text, where, names = self._formula(row, column)
                if text and not row.heading:
                    try:
                        self.formulas[row.key, column.key] = parse(text, names)
                    except FormulaError as error:
                        self.wrong.append(Wrong(where, str(error)))

    def _formula(self, row: FormRow, column: FormColumn) -> tuple[str, str, Names]:
        own = self.body.cells.get(f"{row.key}.{column.key}", "")
        if own:
            return own, f"ô {row.key}.{column.key}", self.both
        if column.formula:
            return column.formula, f"cột {column.key}", self._columns_named
        return row.formula, f"dòng {row.key}", self._rows_named

    def both(self, name: str) -> str:
        """A bare name where neither comes first: a row if there is one."""
        return "row" if name in self.rows else self._columns_named(name)

    def _rows_named(self, name: str) -> str:
        return "row" if name in self.rows else ""

    def _columns_named(self, name: str) -> str:
        return "column" if name in self.columns else ""

    def cells(self, ref: Ref, row: str, column: str) -> list[tuple[str, str]]:
        """The cells a reference means, from the cell it stands in; nothing for names that are not there."""
        rows = _run(self._row_order, ref.row or row, ref.last_row)
        columns = _run(self._column_order, ref.column or column, ref.last_column)
        return [(each, other) for each in rows for other in columns]

    def is_typed(self, row: str, column: str) -> bool:
        """Whether a hand fills the cell: no formula."""
        return row in self.rows and not self.rows[row].heading and column in self.columns and (
            row, column) not in self.formulas  # fmt: skip

    def indicator(self, row: str, column: str) -> tuple[str, Reads] | None:
        """What the registers fill the cell with."""
        code, reads = self.rows[row].indicator, self.columns[column].reads
        return (code, reads) if code and reads and (row, column) not in self.formulas else None


def _run(order: list[str], first: str, last: str | None) -> list[str]:
    if first not in order:
        return []
    at = order.index(first)
    if last is None:
        return [first]
    return order[at : order.index(last) + 1] if last in order and order.index(last) >= at else []


def problems(code: str, body: FormBody, indicators: Collection[str], others: Mapping[str, Form]) -> list[Wrong]:
    """Everything that keeps a form from being published. `others`: the forms its formulas may name, by code."""
    form = Form(code, body)
    return [*_names(body), *_fills(body, indicators), *form.wrong, *_references(form, others), *_circles(form),
            *_checks(form, others)]  # fmt: skip


def _names(body: FormBody) -> Iterator[Wrong]:
    if not body.rows or not body.columns:
        yield Wrong("biểu", "cần ít nhất một dòng và một cột")
    if len(body.rows) > MOST_ROWS or len(body.columns) > MOST_COLUMNS or len(body.checks) > MOST_CHECKS:
        yield Wrong("biểu", f"quá {MOST_ROWS} dòng, {MOST_COLUMNS} cột hoặc {MOST_CHECKS} phép kiểm tra")
    seen: set[str] = set()
    every: list[tuple[str, FormRow | FormColumn]] = [("dòng", row) for row in body.rows]
    every += [("cột", column) for column in body.columns]
    for word, each in every:
        if not KEY.fullmatch(each.key):
            yield Wrong(f"{word} {each.key}", "mã gồm chữ thường không dấu, số, gạch dưới, bắt đầu bằng chữ")
        if each.key in seen:
            yield Wrong(f"{word} {each.key}", "mã này đã có ở dòng hoặc cột khác")
        if not each.title.strip():
            yield Wrong(f"{word} {each.key}", "thiếu tên")
        seen.add(each.key)


def _fills(body: FormBody, indicators: Collection[str]) -> Iterator[Wrong]:
    for row in body.rows:
        if row.indicator and row.indicator not in indicators:
            yield Wrong(f"dòng {row.key}", f"không có chỉ tiêu {row.indicator} trong danh mục")
    rows, columns = {each.key for each in body.rows}, {each.key for each in body.columns}
    for name in body.cells:
        row_key, _dot, column = name.partition(".")
        if row_key not in rows or column not in columns:
            yield Wrong(f"ô {name}", "không có ô này")


def _references(form: Form, others: Mapping[str, Form]) -> Iterator[Wrong]:
    for (row, column), node in form.formulas.items():
        for ref in refs(node):
            if not _there(form, ref, row, column, others):
                yield Wrong(f"ô {row}.{column}", f"công thức nhắc tới ô không có: {_printed(ref)}")


def _there(form: Form, ref: Ref, row: str, column: str, others: Mapping[str, Form]) -> bool:
    target = others.get(ref.form) if ref.form and ref.form != form.code else form
    return target is not None and bool(target.cells(ref, row, column))


def _printed(ref: Ref) -> str:
    form = f"[{ref.form}]" if ref.form else ""
    rows = ":".join(filter(None, (ref.row, ref.last_row)))
    return form + ".".join(filter(None, (rows, ":".join(filter(None, (ref.column, ref.last_column))))))


def _circles(form: Form) -> Iterator[Wrong]:
    """A cell that needs itself."""
    done: set[tuple[str, str]] = set()
    for start in form.formulas:
        path: list[tuple[str, str]] = []
        if start not in done and (at := _circle(form, start, path, done)):
            yield Wrong(f"ô {at[0]}.{at[1]}", "công thức đi vòng: ô này cần chính nó")


def _circle(
    form: Form, cell: tuple[str, str], path: list[tuple[str, str]], done: set[tuple[str, str]]
) -> tuple[str, str] | None:
    """Walks with its own stack: a form may be deeper than Python's."""
    stack: list[tuple[tuple[str, str], list[tuple[str, str]]]] = [(cell, _needs(form, cell))]
    path.append(cell)
    while stack:
        here, left = stack[-1]
        if not left:
            stack.pop()
            path.pop()
            done.add(here)
            continue
        following = left.pop()
        if following in path:
            return following
        if following not in done and following in form.formulas:
            stack.append((following, _needs(form, following)))
            path.append(following)
    return None


def _needs(form: Form, cell: tuple[str, str]) -> list[tuple[str, str]]:
    return [
        each for ref in refs(form.formulas[cell]) if ref.form in ("", form.code) for each in form.cells(ref, *cell)
    ]  # fmt: skip


def _checks(form: Form, others: Mapping[str, Form]) -> Iterator[Wrong]:
    for number, check in enumerate(form.body.checks, 1):
        where = f"phép kiểm tra {number}"
        if check.relation not in RELATIONS:
            yield Wrong(where, f"quan hệ phải là một trong {' '.join(RELATIONS)}")
        for text in (check.left, check.right):
            try:
                node = parse(text, form.both)
            except FormulaError as error:
                yield Wrong(where, str(error))
                continue
            for ref in refs(node):
                whole = ref.row is not None and ref.column is not None
                if not whole or not _there(form, ref, "", "", others):
                    yield Wrong(where, f"nhắc tới ô không có: {_printed(ref)}")
