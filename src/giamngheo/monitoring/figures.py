"""A figure as screens, reports and alerts meet it: value, day, where it comes from, and what it opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator of one place. `value` None: nothing is known, and `why_missing` says why.

    `rows_url_name`, `rows_args`, `rows_query`: the page that lists what it was counted from; None: nothing to list.
    `computed`: counted from a register; else typed in or told by a plan. `note`: what to know of a value that is there.
    """

    code: str
    value: Decimal | None
    unit_of_measure: str
    as_of: date | None
    is_estimate: bool
    source: str
    rows_url_name: str | None = None
    rows_args: tuple[object, ...] = ()
    rows_query: Mapping[str, str] | None = None
    why_missing: str = ""
    note: str = ""
    decimals: int = 0
    computed: bool = False
    value_id: int | None = None
