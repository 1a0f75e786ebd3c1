"""What can happen to money: each a verb, one transaction, recorded. docs/algorithms/ledger.md."""

from giamngheo.funds.actions.catalogue import load_sources
from giamngheo.funds.actions.contracts import accept, sign_contract
from giamngheo.funds.actions.credit import correct_credit, report_credit
from giamngheo.funds.actions.entering import enter, open_line, reverse
from giamngheo.funds.actions.gifts import Thing, open_gift_fund, receive_gift, reverse_gift, use_gift
from giamngheo.funds.actions.year import Left, cancel, carry_over, close_year, left_in

__all__ = [
    "Left",
    "Thing",
    "accept",
    "cancel",
    "carry_over",
    "close_year",
    "correct_credit",
    "enter",
    "left_in",
    "load_sources",
    "open_gift_fund",
    "open_line",
    "receive_gift",
    "report_credit",
    "reverse",
    "reverse_gift",
    "sign_contract",
    "use_gift",
]
