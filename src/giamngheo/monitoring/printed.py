"""Figures of a report as its papers print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giamngheo.monitoring.forms.units import decimals_of, unit_of
from giamngheo.monitoring.papers.value import Told

if TYPE_CHECKING:
    from giamngheo.monitoring.queries.reports import ReportPage


def printed_cells(page: ReportPage) -> dict[str, str]:
    """Every figure of the report as a sentence prints it, by "form!row.column"."""
    found = {}
    for (code, row, column), value in page.worked.values.items():
        form = page.forms[code]
        if value is not None:
            unit = form.columns[column].unit or unit_of(form, row, page.units)
            told = Told(value, decimals_of(form, row, column, page.units))
            found[f"{code}!{row}.{column}"] = f"{told.printed} {unit}".strip()
    return found
