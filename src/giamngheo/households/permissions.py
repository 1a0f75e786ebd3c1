"""Rights the register asks for; what a role may do stands in accounts/roles.py. Scope is the village: a grant may be
limited to some of a commune's."""

from giamngheo.accounts.permissions import NotPermitted, OutOfScope, Permission, require, require_in

__all__ = ["NotPermitted", "OutOfScope", "Permission", "require", "require_in"]
