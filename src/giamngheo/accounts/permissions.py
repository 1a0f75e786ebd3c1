"""The two refusals, and the one question every action and screen asks first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from giamngheo.accounts.roles import Permission

if TYPE_CHECKING:
    from giamngheo.accounts.queries import Somebody
    from giamngheo.territory.models import Unit, Village

__all__ = ["NotPermitted", "OutOfScope", "Permission", "require", "require_in"]


class OutOfScope(Exception):  # noqa: N818 reads as what happened
    """The unit is not the user's: screens answer 404, as if it did not exist."""


class NotPermitted(Exception):  # noqa: N818
    """The unit is the user's, the act is not: screens answer 403 and say so."""


def require(user: Somebody, permission: Permission | str, unit: Unit, day: date | None = None) -> None:
    """Pass if `user` may do `permission` to `unit` on `day` (today); else raise OutOfScope or NotPermitted."""
    from giamngheo.accounts import queries

    if queries.can(user, permission, unit, day):
        return
    if not queries.in_scope(user, unit, day):
        raise OutOfScope(_("Không tìm thấy đơn vị này."))
    raise NotPermitted(
        _("Bạn không có quyền {permission} ở {unit}.").format(permission=Permission(permission).label, unit=unit.name)
    )


def require_in(user: Somebody, permission: Permission | str, village: Village | int) -> None:
    """Pass if `user` may do `permission` to the people of the village today; else raise OutOfScope or NotPermitted."""
    from giamngheo.accounts import queries

    if queries.can_in(user, permission, village):
        return
    if not queries.scope_villages(user).filter(village=village).exists():
        raise OutOfScope(_("Không tìm thấy thôn này."))
    raise NotPermitted(_("Bạn không có quyền {permission} ở thôn này.").format(permission=Permission(permission).label))
