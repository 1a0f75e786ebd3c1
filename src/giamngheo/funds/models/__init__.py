"""Rows of money: sources, the decisions a plan leans on, the ledger."""

from giamngheo.funds.models.credit import CreditReport, CreditRow, CreditSource
from giamngheo.funds.models.gifts import (
    Donor,
    DonorKind,
    GiftAccount,
    GiftClosing,
    GiftEntry,
    GiftForm,
    GiftFund,
    GiftKind,
)
from giamngheo.funds.models.ledger import (
    OPEN_STAGES,
    Acceptance,
    Contract,
    EntryKind,
    FundLine,
    LedgerAccount,
    LedgerEntry,
    LedgerMonth,
    LineDifficulty,
    PeriodEnd,
    Stage,
    YearClosing,
)
from giamngheo.funds.models.reference import FundingReference
from giamngheo.funds.models.revolving import RevolvingEntry, RevolvingKind, RevolvingLoan, RevolvingPot
from giamngheo.funds.models.source import CapitalKind, FundSource

__all__ = [
    "OPEN_STAGES",
    "Acceptance",
    "CapitalKind",
    "Contract",
    "CreditReport",
    "CreditRow",
    "CreditSource",
    "Donor",
    "DonorKind",
    "EntryKind",
    "FundLine",
    "FundSource",
    "FundingReference",
    "GiftAccount",
    "GiftClosing",
    "GiftEntry",
    "GiftForm",
    "GiftFund",
    "GiftKind",
    "LedgerAccount",
    "LedgerEntry",
    "LedgerMonth",
    "LineDifficulty",
    "PeriodEnd",
    "RevolvingEntry",
    "RevolvingKind",
    "RevolvingLoan",
    "RevolvingPot",
    "Stage",
    "YearClosing",
]
