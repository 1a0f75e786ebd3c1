"""Users and what was granted to them where."""

from giamngheo.accounts.models.grant import Grant, GrantVillage
from giamngheo.accounts.models.saved_view import SavedView, Screen
from giamngheo.accounts.models.user import Language, User

__all__ = ["Grant", "GrantVillage", "Language", "SavedView", "Screen", "User"]
