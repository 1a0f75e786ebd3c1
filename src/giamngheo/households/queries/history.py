"""What the register said: every version of a row, and the one that stood at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from giamngheo.accounts.queries import scope_units
from giamngheo.households.models import Change, History, RowKind
from giamngheo.households.permissions import Permission
from giamngheo.households.rows import columns_now, columns_of, masked, model_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Version(NamedTuple):
    """A row as it stood from `written` until `replaced` (None: it stands now). `columns`: Python values by column,
    the citizen id masked. `removed`: it was replaced by nothing."""

    columns: Mapping[str, Any]
    written: Change
    replaced: Change | None
    removed: bool = False


def versions_of(user: User, row_kind: RowKind | str, row_id: int) -> list[Version]:
    """Every version written in a unit whose households the user sees, the newest first; also of a row now gone."""
    old = History.objects.filter(row_kind=row_kind, row_id=row_id).order_by("pk")
    rows = list(old.select_related("written_in__by", "replaced_in__by"))
    # Who removes a row signs it first: that signature is no version of its own.
    gone = {each.written_in_id for each in rows if each.removed}
    found = [
        Version(masked(columns_of(row_kind, each.row)), each.written_in, each.replaced_in, each.replaced_in_id in gone)
        for each in rows
        if not each.removed
    ]
    now = model_of(row_kind)._default_manager.select_related("changed_in__by").filter(pk=row_id).first()
    if now is not None:
        found.append(Version(masked(columns_now(now)), now.changed_in, None))  # type: ignore[attr-defined]
    units = set(scope_units(user, permission=Permission.VIEW_HOUSEHOLD).values_list("pk", flat=True))
    return [each for each in reversed(found) if each.written.unit_id in units]


def said_on(user: User, row_kind: RowKind | str, row_id: int, moment: datetime) -> Version | None:
    """What the register said of the row at `moment`; None: nothing, or nothing for this user."""
    for each in versions_of(user, row_kind, row_id):
        if each.written.at <= moment:
            return each if each.replaced is None or each.replaced.at > moment else None
    return None
