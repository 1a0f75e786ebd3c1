"""Rights the register asks for; what a role may do stands in accounts/roles.py.

Scope is the commune: a village reviewer sees all households of the commune, for grants know no villages yet.
"""

from giamngheo.accounts.permissions import NotPermitted, OutOfScope, Permission, require

__all__ = ["NotPermitted", "OutOfScope", "Permission", "require"]
