"""What the register said: every version of a row, and the one that stood at a moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Q
from django.utils import timezone

from giamngheo.accounts.queries import active_grants, scope_units
from giamngheo.households.models import Address, Change, History, RowKind, SearchEntry
from giamngheo.households.permissions import Permission
from giamngheo.households.queries.villages import villages_seen
from giamngheo.households.rows import columns_now, columns_of, masked, model_of, without_sensitive

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

Key = tuple[RowKind, int]


class Version(NamedTuple):
    """A row as it stood from `written` until `replaced` (None: it stands now). `columns`: Python values by column,
    the citizen id masked. `removed`: it was replaced by nothing."""

    columns: Mapping[str, Any]
    written: Change
    replaced: Change | None
    removed: bool = False


def versions_of(user: User, row_kind: RowKind | str, row_id: int) -> list[Version]:
    """Every version written in a unit whose households the user sees, the newest first; also of a row now gone."""
    kind = RowKind(row_kind)
    return versions_of_rows(user, {kind: [row_id]}).get((kind, row_id), [])


def versions_of_rows(user: User, rows: Mapping[RowKind, Iterable[int]]) -> dict[Key, list[Version]]:
    """The same of many rows in a constant number of queries. Columns that are sensitive are left out of versions
    written where the user may not see them."""
    wanted = {kind: list(ids) for kind, ids in rows.items()}
    asked = Q()
    for kind, ids in wanted.items():
        asked |= Q(row_kind=kind, row_id__in=ids)
    old: dict[Key, list[History]] = defaultdict(list)
    if any(wanted.values()):
        for each in History.objects.filter(asked).order_by("pk").select_related("written_in__by", "replaced_in__by"):
            old[RowKind(each.row_kind), each.row_id].append(each)
    units = set(scope_units(user, permission=Permission.VIEW_HOUSEHOLD).values_list("pk", flat=True))
    seen = _Seen(user)
    open_in = set(scope_units(user, permission=Permission.SEE_SENSITIVE).values_list("pk", flat=True))
    found: dict[Key, list[Version]] = {}
    for kind, ids in wanted.items():
        now = model_of(kind)._default_manager.select_related("changed_in__by").in_bulk(ids) if ids else {}
        for key in ids:
            versions = _versions(kind, old[kind, key], now.get(key))
            found[kind, key] = [
                each if each.written.unit_id in open_in else each._replace(columns=without_sensitive(each.columns))
                for each in reversed(versions)
                if each.written.unit_id in units and seen.owner(kind, each.columns)
            ]
    return found


class _Seen:
    """Whether the user sees whom a row is about; everybody's rows, where no grant of theirs is limited to villages."""

    def __init__(self, user: User) -> None:
        limited = active_grants(user, permission=Permission.VIEW_HOUSEHOLD).filter(by_village=True).exists()
        self._villages = villages_seen(user, timezone.localdate()) if limited else None
        self._known: dict[tuple[str, int], bool] = {}

    def owner(self, kind: RowKind, columns: Mapping[str, Any]) -> bool:
        if self._villages is None:
            return True
        person = columns["id"] if kind == RowKind.PERSON else columns.get("person_id")
        home = columns["id"] if kind == RowKind.HOUSEHOLD else columns.get("household_id")
        who = ("person", int(person)) if person is not None else ("household", int(home or 0))
        if who not in self._known:
            rows = SearchEntry.objects.filter(person=who[1]) if person is not None else Address.objects.filter(
                household=who[1])  # fmt: skip
            self._known[who] = rows.filter(village__in=self._villages).exists()
        return self._known[who]


def _versions(kind: RowKind, rows: list[History], now: Any) -> list[Version]:
    # Who removes a row signs it first: that signature is no version of its own.
    gone = {each.written_in_id for each in rows if each.removed}
    found = [
        Version(masked(columns_of(kind, each.row)), each.written_in, each.replaced_in, each.replaced_in_id in gone)
        for each in rows
        if not each.removed
    ]
    if now is not None:
        found.append(Version(masked(columns_now(now)), now.changed_in, None))
    return found


def said_on(user: User, row_kind: RowKind | str, row_id: int, moment: datetime) -> Version | None:
    """What the register said of the row at `moment`; None: nothing, or nothing for this user."""
    for each in versions_of(user, row_kind, row_id):
        if each.written.at <= moment:
            return each if each.replaced is None or each.replaced.at > moment else None
    return None
