"""What can happen to money: each a verb, one transaction, recorded. docs/algorithms/ledger.md."""

from giamngheo.funds.actions.catalogue import load_sources
from giamngheo.funds.actions.contracts import accept, sign_contract
from giamngheo.funds.actions.credit import correct_credit, report_credit
from giamngheo.funds.actions.difficulties import tell_difficulty
from giamngheo.funds.actions.entering import enter, open_line, reverse
from giamngheo.funds.actions.gift_year import close_gift_year
from giamngheo.funds.actions.gifts import Thing, open_gift_fund, receive_gift, reverse_gift, use_gift
from giamngheo.funds.actions.revolving import (
    Terms,
    add_capital,
    lend,
    open_pot,
    repay,
    reverse_revolving,
    write_off,
)
from giamngheo.funds.actions.sheets import SHEET, enter_entries, reverse_sheet, try_sheet
from giamngheo.funds.actions.year import Left, cancel, carry_over, close_year, left_in

__all__ = [
    "SHEET",
    "Left",
    "Terms",
    "Thing",
    "accept",
    "add_capital",
    "cancel",
    "carry_over",
    "close_gift_year",
    "close_year",
    "correct_credit",
    "enter",
    "enter_entries",
    "left_in",
    "lend",
    "load_sources",
    "open_gift_fund",
    "open_line",
    "open_pot",
    "receive_gift",
    "repay",
    "report_credit",
    "reverse",
    "reverse_gift",
    "reverse_revolving",
    "reverse_sheet",
    "sign_contract",
    "tell_difficulty",
    "try_sheet",
    "use_gift",
    "write_off",
]
