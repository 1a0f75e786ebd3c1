"""The rows of a judged list written into the register: in batches, one change, with their circumstances."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from giamngheo.households.actions.importing import begin_import, import_rows
from giamngheo.households.births import member_since
from giamngheo.households.importing.converting import Prepared
from giamngheo.households.models import Change, Circumstance, ListImport

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

BATCH = 500  # households written between two looks at whether somebody asked to stop
Said = Callable[[float], None]


def enter(*, by: User, held: ListImport, rows: Sequence[Prepared], said: Said) -> Change:
    """All rows, inside the caller's transaction. `said` hears the part done (0 to 1) and may raise."""
    change = begin_import(by=by, unit=held.unit, file=held.file, reason=held.name)
    for at in range(0, len(rows), BATCH):
        said(at / len(rows))
        some = rows[at : at + BATCH]
        done = import_rows(by=by, change=change, rows=[each.row for each in some])
        _circumstances(change, some, done.person_ids)
    said(1.0)
    return change


def _circumstances(change: Change, rows: Sequence[Prepared], people: Sequence[int]) -> None:
    """Circumstances of the batch just written; `people`: its people, in the order of the rows and their members."""
    if not any(each.circumstances for each in rows):
        return
    members = [(each, at, member.person) for each in rows for at, member in enumerate(each.row.members)]
    new = []
    for (prepared, at, given), person in zip(members, people, strict=True):
        since = member_since(prepared.row.formed_on, given.birth)
        new += [
            Circumstance(person_id=person, kind=kind, detail=detail, changed_in=change, valid_from=since)
            for kind, detail in dict(prepared.circumstances).get(at, ())
        ]
    Circumstance.objects.bulk_create(new, batch_size=2_000)
