"""Reads of money, each filtered by the units a user sees."""

from giamngheo.funds.queries.matrix import MatrixRow, matrix
from giamngheo.funds.queries.sources import funding_references_for, sources

__all__ = ["MatrixRow", "funding_references_for", "matrix", "sources"]
