"""What can happen to help: each a verb, one transaction, recorded. docs/algorithms/support.md."""

from giamngheo.support.actions import nutrition, outreach
from giamngheo.support.actions.delivering import deliver, take_back
from giamngheo.support.actions.printing import print_statement

__all__ = ["deliver", "nutrition", "outreach", "print_statement", "take_back"]
