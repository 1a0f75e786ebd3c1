"""May this user do that there: asked first by every verb. The system itself (None) may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giamngheo.review.permissions import Permission, require

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


def allowed(by: User | None, permission: Permission, unit: Unit) -> None:
    """Raises OutOfScope, NotPermitted."""
    if by is not None:
        require(by, permission, unit)
