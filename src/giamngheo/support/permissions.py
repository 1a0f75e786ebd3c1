"""Rights the support app asks for; what a role may do stands in accounts/roles.py."""

from giamngheo.accounts.permissions import NotPermitted, OutOfScope, Permission, require

__all__ = ["NotPermitted", "OutOfScope", "Permission", "require"]
