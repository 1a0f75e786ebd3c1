"""What can happen to money: each a verb, one transaction, recorded. docs/algorithms/ledger.md."""

from giamngheo.funds.actions.catalogue import load_sources
from giamngheo.funds.actions.contracts import accept, sign_contract
from giamngheo.funds.actions.credit import correct_credit, report_credit
from giamngheo.funds.actions.entering import enter, open_line, reverse
from giamngheo.funds.actions.sheets import SHEET, enter_entries, reverse_sheet, try_sheet
from giamngheo.funds.actions.year import Left, cancel, carry_over, close_year, left_in

__all__ = [
    "SHEET",
    "Left",
    "accept",
    "cancel",
    "carry_over",
    "close_year",
    "correct_credit",
    "enter",
    "enter_entries",
    "left_in",
    "load_sources",
    "open_line",
    "report_credit",
    "reverse",
    "reverse_sheet",
    "sign_contract",
    "try_sheet",
]
