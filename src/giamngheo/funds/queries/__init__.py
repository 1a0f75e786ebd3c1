"""Reads of money, each filtered by the units a user sees."""

from giamngheo.funds.queries.credit import (
    CreditLine,
    CreditMonth,
    CreditYear,
    credit_reports_for,
    credit_versions,
    credit_year,
    parts_of,
)
from giamngheo.funds.queries.gifts import (
    FundYear,
    GiftSums,
    Publication,
    Published,
    gift_accounts,
    gift_entries_for,
    gift_funds_for,
    gift_publication,
    gift_years,
)
from giamngheo.funds.queries.lines import (
    LinePage,
    closings_for,
    contracts_for,
    entries_for,
    line_page,
    lines_for,
    period_ends,
)
from giamngheo.funds.queries.matrix import MatrixRow, matrix
from giamngheo.funds.queries.pace import estimates
from giamngheo.funds.queries.sources import funding_references_for, sources

__all__ = [
    "CreditLine",
    "CreditMonth",
    "CreditYear",
    "FundYear",
    "GiftSums",
    "LinePage",
    "MatrixRow",
    "Publication",
    "Published",
    "closings_for",
    "contracts_for",
    "credit_reports_for",
    "credit_versions",
    "credit_year",
    "entries_for",
    "estimates",
    "funding_references_for",
    "gift_accounts",
    "gift_entries_for",
    "gift_funds_for",
    "gift_publication",
    "gift_years",
    "line_page",
    "lines_for",
    "matrix",
    "parts_of",
    "period_ends",
    "sources",
]
