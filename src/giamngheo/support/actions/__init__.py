"""What can happen to help: each a verb, one transaction, recorded. docs/algorithms/support.md."""

from giamngheo.support.actions import nutrition, outreach
from giamngheo.support.actions.delivering import deliver, take_back
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
    "add_participants",
    "count_inputs",
    "deliver",
    "enter_for_activity",
    "follow_up",
    "nutrition",
    "outreach",
    "print_statement",
    "propose_project",
    "sign_for_activity",
    "take_back",
    "take_step",
    "tie_activity",
]
