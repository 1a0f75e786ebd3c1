"""Who may do what with documents: the register is open to all signed in; a file follows the plan it belongs to."""

from giamngheo.accounts.permissions import NotPermitted, OutOfScope, require

__all__ = ["NotPermitted", "OutOfScope", "require"]
