"""What can happen to help: each a verb, one transaction, recorded. docs/algorithms/support.md."""

from giamngheo.support.actions import nutrition, outreach
from giamngheo.support.actions.delivering import SHEET, deliver, deliver_sheet, take_back, take_back_sheet
from giamngheo.support.actions.livelihood import (
    add_participants,
    count_inputs,
    follow_up,
    propose_project,
    take_step,
)
from giamngheo.support.actions.paying import enter_for_activity, sign_for_activity, tie_activity
from giamngheo.support.actions.printing import print_statement

__all__ = [
    "SHEET",
    "add_participants",
    "count_inputs",
    "deliver",
    "deliver_sheet",
    "enter_for_activity",
    "follow_up",
    "nutrition",
    "outreach",
    "print_statement",
    "propose_project",
    "sign_for_activity",
    "take_back",
    "take_back_sheet",
    "take_step",
    "tie_activity",
]
