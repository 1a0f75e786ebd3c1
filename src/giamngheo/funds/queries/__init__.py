"""Reads of money, each filtered by the units a user sees."""

from giamngheo.funds.queries.lines import LinePage, contracts_for, entries_for, line_page
from giamngheo.funds.queries.matrix import MatrixRow, matrix
from giamngheo.funds.queries.sources import funding_references_for, sources

__all__ = [
    "LinePage",
    "MatrixRow",
    "contracts_for",
    "entries_for",
    "funding_references_for",
    "line_page",
    "matrix",
    "sources",
]
