"""May this row be written again as it was seen? Asked before every correction."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db import models
from django.utils import timezone

from giamngheo.foundation.text import squeeze
from giamngheo.households.keeping import wording
from giamngheo.households.models import Change, History
from giamngheo.households.problems import FIELD, NO_REASON, NOTHING, STALE, Stale, refuse
from giamngheo.households.rows import columns_now, columns_of, masked


def check_correction(
    row: models.Model, *, seen: int, values: Mapping[str, Any], reason: str, open_to: Collection[str]
) -> dict[str, Any]:
    """The values that differ. `row` is locked; `seen`: the change that had last written it when it was read.

    Raises Stale (REGISTER-STALE) with what the other wrote, REGISTER-NO-REASON, REGISTER-FIELD, REGISTER-NOTHING.
    """
    check_seen(row, seen)
    if not squeeze(reason):
        raise refuse(NO_REASON)
    for name in values:
        if name not in open_to:
            raise refuse(FIELD, field=wording.field(name))
    now = columns_now(row)
    differing = {name: value for name, value in values.items() if now[name] != value}
    if not differing:
        raise refuse(NOTHING)
    return differing


def check_seen(row: models.Model, seen: int) -> None:
    """Raises Stale where somebody wrote the row since it was read."""
    if row.changed_in_id != seen:  # type: ignore[attr-defined]
        raise _stale(row, seen)


def _stale(row: models.Model, seen: int) -> Stale:
    kind = row._meta.model_name or ""
    old = History.objects.filter(row_kind=kind, row_id=row.pk, written_in=seen, removed=False).first()
    before = masked(columns_of(kind, old.row)) if old else {}
    now = masked(columns_now(row))
    theirs = {
        name: (before.get(name), value)
        for name, value in now.items()
        if name != "changed_in_id" and before.get(name) != value
    }
    change = Change.objects.select_related("by").get(pk=now["changed_in_id"])
    what_vi, what_en = wording.fields(name for name in theirs if name in wording.FIELDS)
    when = f"{timezone.localtime(change.at):%H:%M %d/%m/%Y}"
    return Stale(STALE.at(who=wording.who(change), when=when, what_vi=what_vi, what_en=what_en), theirs)
