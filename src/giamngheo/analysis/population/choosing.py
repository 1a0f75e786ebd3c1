"""Texts as places in a list, and places as numbers: what engines do once for each different text of a column.

DuckDB works a function of one column of few different texts out once for each text; CASE it works out row by row. Spark
knows the same functions by other names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from giamngheo.standards.engines.columns import whole

_GET = {"duckdb": "list_extract", "spark": "element_at"}


def place(texts: Sequence[str], column: Any) -> Any:
    """The place of the text among `texts`, from 1; NULL or 0 where it is not among them."""
    import ibis

    @ibis.udf.scalar.builtin(name="array_position", signature=(("array<string>", "string"), "int64"))
    def array_position(among: Any, text: Any) -> Any:
        """Known to both engines by this name."""

    return array_position(ibis.array(list(texts)), column)


def pick(numbers: Sequence[int], at: Any, engine: str) -> Any:
    """The number at a place from 1 to their count; NULL where the place is NULL or 0.

    Nothing stands between `place` and this: DuckDB then asks once for each different text of a column.
    """
    import ibis

    kind = "int32" if engine == "spark" else "int64"  # Spark counts places in 32 bits

    @ibis.udf.scalar.builtin(name=_GET[engine], signature=(("array<int64>", kind), "int64"))
    def get(numbers: Any, at: Any) -> Any:
        """The element at a place, counted from 1."""

    told = [whole(each) for each in numbers]
    if engine == "spark":
        # element_at(array, NULL) is not NULL in Spark where no element is: so NULL gets an element of its own.
        return get(ibis.array([ibis.null("int64"), *told]), (at.fill_null(whole(0)) + whole(1)).cast(kind))
    return get(ibis.array(told), at)
