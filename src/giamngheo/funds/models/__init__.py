"""Rows of money: sources, and the decisions a plan leans on."""

from giamngheo.funds.models.reference import FundingReference
from giamngheo.funds.models.source import CapitalKind, FundSource

__all__ = ["CapitalKind", "FundSource", "FundingReference"]
