"""What can happen to money: each a verb, one transaction, recorded. docs/algorithms/ledger.md."""

from giamngheo.funds.actions.catalogue import load_sources
from giamngheo.funds.actions.contracts import accept, sign_contract
from giamngheo.funds.actions.entering import enter, open_line, reverse
from giamngheo.funds.actions.year import Left, cancel, carry_over, close_year, left_in

__all__ = [
    "Left",
    "accept",
    "cancel",
    "carry_over",
    "close_year",
    "enter",
    "left_in",
    "load_sources",
    "open_line",
    "reverse",
    "sign_contract",
]
