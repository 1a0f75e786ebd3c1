"""Formulas, definitions and sheets: small rulings, and what a hostile formula may not do."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giamngheo.monitoring.forms.definition import Form, FormShapeError, problems, read_body
from giamngheo.monitoring.forms.expressions import FormulaError, parse, work_out
from giamngheo.monitoring.forms.filling import fill


def value(text: str, **cells: int | None) -> Fraction | None:
    """Bare names are rows of one column."""
    node = parse(text, lambda name: "row")

    def look(ref):
        names = [name for name in cells if ref.row <= name <= (ref.last_row or ref.row)]
        return [None if cells[name] is None else Fraction(cells[name]) for name in names]

    return work_out(node, look).value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 × 3", "7"), ("(1 + 2) * 3", "9"), ("7 ÷ 2", "7/2"), ("−a − -b", "1"), ("1,5 × 2", "3"),
        ("10 - 3 - 2", "5"), ("TONG(a:c)", "6"), ("TONG(a; b; 10)", "13"), ("TONG(a:d)", "6"), ("a + d", None),
        ("a / (a - a)", None), ("TONG(d)", None), ("a:c + 1", None), ("100 × a ÷ TONG(a:c)", "100/6"),
    ],
)  # fmt: skip
def test_formula_values(text: str, expected: str | None) -> None:
    """d is not known: a sum with it is not either; TONG leaves it out."""
    assert value(text, a=1, b=2, c=3, d=None) == (None if expected is None else Fraction(expected))


@pytest.mark.parametrize(
    "text",
    ["", "1 +", "(1", "1 2", "a..b", "__import__('os')", "a.b.c.d", "TONG", "TONG()", "1;2", "x" * 600, "(" * 60 + "1",
     "9" * 30],
)  # fmt: skip
def test_what_is_no_formula_is_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        parse(text, lambda name: "row" if name in "abcd" else "")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse(text, lambda name: "row")
    except FormulaError:
        return


POOR = {
    "rows": [
        {"key": "tong", "title": "Cả xã", "formula": "TONG(th1:th2)"},
        {"key": "th1", "title": "Thôn 1"}, {"key": "th2", "title": "Thôn 2"},
    ],
    "columns": [{"key": "ho", "title": "Số hộ"}, {"key": "ngheo", "title": "Hộ nghèo"},
                {"key": "tl", "title": "Tỷ lệ", "formula": "100 × ngheo ÷ ho"}],
    "checks": [{"title": "Nghèo trong tổng", "left": "tong.ngheo", "relation": "<=", "right": "tong.ho"}],
}  # fmt: skip
MONEY = {
    "rows": [{"key": "vay", "title": "Hộ vay"}], "columns": [{"key": "so", "title": "Số"}],
    "checks": [{"title": "Không vay nhiều hơn có", "left": "vay.so", "relation": "<=", "right": "[ngheo]tong.ngheo"}],
}  # fmt: skip


def test_shares_are_worked_out_anew_and_checks_go_across_forms() -> None:
    forms = {"ngheo": Form("ngheo", read_body(POOR)), "vay": Form("vay", read_body(MONEY))}
    given_cells = {("ngheo", "th1", "ho"): 100, ("ngheo", "th1", "ngheo"): 1, ("ngheo", "th2", "ho"): 300,
                   ("ngheo", "th2", "ngheo"): 9, ("vay", "vay", "so"): 11}  # fmt: skip
    found = fill(forms, {cell: Decimal(number) for cell, number in given_cells.items()})
    assert found.values["ngheo", "tong", "tl"] == Fraction(5, 2)  # 10 of 400, not the mean of 1 % and 3 %
    assert [(each.code, "11" in each.message.vi, "10" in each.message.vi) for each in found.findings] == [
        ("MONITOR-CHECK", True, True)
    ]


def test_division_by_nought_is_said() -> None:
    found = fill({"ngheo": Form("ngheo", read_body(POOR))}, {("ngheo", "th1", "ho"): Decimal(0),
                                                             ("ngheo", "th1", "ngheo"): Decimal(0)})  # fmt: skip
    assert found.values["ngheo", "th1", "tl"] is None
    assert {each.code for each in found.findings} == {"MONITOR-DIVIDED"}


def wrong(**changes) -> list[str]:
    return [each.what for each in problems("ngheo", read_body(POOR | changes), {"S01"}, {})]


def test_good_form_has_no_problem_and_bad_ones_say_where() -> None:
    assert wrong() == []
    rows = POOR["rows"]
    assert "đi vòng" in wrong(rows=[*rows, {"key": "a", "title": "A", "formula": "a + 1"}])[0]
    assert "không có dòng" in wrong(rows=[*rows, {"key": "a", "title": "A", "formula": "x + 1"}])[0]
    assert "đã có" in wrong(rows=[*rows, {"key": "th1", "title": "Nữa"}])[0]
    assert "danh mục" in wrong(rows=[*rows, {"key": "a", "title": "A", "indicator": "Z99"}])[0]
    check = {"title": "?", "left": "[khac]a.b", "relation": "=", "right": "1"}
    assert "ô không có" in wrong(checks=[check])[0]
    with pytest.raises(FormShapeError):
        read_body(POOR | {"script": "x"})


def test_long_chain_of_rows_is_no_circle_and_needs_no_deep_stack() -> None:
    rows = [{"key": "r0", "title": "0"}]
    rows += [{"key": f"r{at}", "title": str(at), "formula": f"r{at - 1} + 1"} for at in range(1, 300)]
    body = read_body({"rows": rows, "columns": [{"key": "c", "title": "C"}]})
    assert problems("f", body, set(), {}) == []
    assert fill({"f": Form("f", body)}, {("f", "r0", "c"): Decimal(0)}).values["f", "r299", "c"] == 299
