"""Cells turned into values, alike on DuckDB and on Spark: comparisons and CASE; casts only of what a pattern allows.

Each function takes an Ibis column and returns a `Value`: `value` (NULL where missing or wrong), `missing` and `wrong`,
the last two Boolean and never NULL. NaN, which other programs write for an empty cell, is missing.
"""

from __future__ import annotations

from typing import Any, NamedTuple

TRUE, FALSE = ("1", "true"), ("0", "false")
NUMBER = r"^[0-9]{1,15}(\.[0-9]{1,9})?$"


class Value(NamedTuple):
    """Three expressions over one column; exactly one of: a value, missing, wrong."""

    value: Any
    missing: Any
    wrong: Any


def truth(column: Any) -> Value:
    """0 or 1 (int8) from Booleans, numbers 0/1 and texts 0/1/true/false in any case."""
    import ibis

    missing = is_missing(column)
    kind = column.type()
    if kind.is_boolean():
        yes, no = column, ~column
    elif kind.is_numeric():
        yes, no = column == 1, column == 0
    elif kind.is_string():
        text = column.strip().lower()
        yes, no = text.isin(TRUE), text.isin(FALSE)
    else:
        yes = no = ibis.literal(False)
    value = ibis.cases((yes, ibis.literal(1, "int8")), (no, ibis.literal(0, "int8")), else_=ibis.null("int8"))
    return Value(value, missing, ~missing & value.isnull())


def number(column: Any) -> Value:
    """A number of 0 or more, as float64; texts need digits and at most one point. Whole numbers stay exact to 2**53."""
    import ibis

    missing = is_missing(column)
    kind = column.type()
    if kind.is_numeric():
        # Infinity is no number of anything; a bound says so on both engines alike.
        value = ibis.cases(
            ((column >= 0) & (column < 1e15) & ~missing, column.cast("float64")), else_=ibis.null("float64")
        )
    elif kind.is_string():
        text = column.strip()
        digits = ibis.cases((text.re_search(NUMBER), text), else_=ibis.null("string"))
        value = digits.cast("float64")
    else:
        value = ibis.null("float64")
    return Value(value, missing, ~missing & value.isnull())


def is_missing(column: Any) -> Any:
    """NULL, NaN, or a text of blanks; Boolean and never NULL.

    NaN is known by its name: DuckDB 2.0 takes a Parquet footer, which never mentions NaN, for a promise that there is
    none, and answers isnan() from it without looking.
    """
    kind = column.type()
    if kind.is_floating():
        return column.isnull() | (column.cast("string").lower() == "nan").fill_null(False)
    if kind.is_string():
        return column.isnull() | (column.strip() == "").fill_null(False)
    return column.isnull()


def group_text(column: Any) -> Any:
    """A column of groups: texts without blanks around them, everything else as it is; empty texts NULL."""
    return column.strip().nullif("") if column.type().is_string() else column
