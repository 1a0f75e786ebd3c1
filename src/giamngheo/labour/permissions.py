"""Rights the labour app asks for; what a role may do stands in accounts/roles.py."""

from giamngheo.accounts.permissions import NotPermitted, OutOfScope, Permission, require, require_in

__all__ = ["NotPermitted", "OutOfScope", "Permission", "require", "require_in"]
