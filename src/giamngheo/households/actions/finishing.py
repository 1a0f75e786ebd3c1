"""How every verb of the register begins and ends: a change that rows are signed with, and its record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.audit.actions import record
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.households.keeping import index
from giamngheo.households.models import ActKind, Change, Household, Person

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import StoredFile
    from giamngheo.territory.models import Unit


class Done(NamedTuple):
    """What a verb did. `warnings`: findings that did not stop it (an id against sex or birth)."""

    change: Change
    households: Sequence[Household]
    people: Sequence[Person]
    warnings: Sequence[Finding] = ()


def begin(
    *,
    by: User | None,
    kind: ActKind,
    unit: Unit,
    on: date | None = None,
    reason: str = "",
    file: StoredFile | None = None,
    undoes: Change | None = None,
) -> Change:
    """The change to sign rows with, inside the caller's transaction, after every question has been asked."""
    return Change.objects.create(
        kind=kind, on=on, by=by, unit=unit, reason=squeeze(nfc(reason)), file=file, undoes=undoes
    )


def finish(
    *,
    by: User | None,
    change: Change,
    households: Iterable[Household] = (),
    people: Iterable[Person] = (),
    warnings: Sequence[Finding] = (),
    fields: Iterable[str] = (),
) -> Done:
    """Index the people anew and record the act, inside the caller's transaction. The trail gets numbers and the
    names of `fields`, never a value."""
    homes, persons = list(households), list(people)
    index.refresh(person.pk for person in persons)
    after = {"on": change.on, "households": [each.pk for each in homes], "people": [each.pk for each in persons]}
    record(
        by=by,
        action=f"households.{change.kind}",
        subject=change,
        unit=change.unit,
        after={**after, "fields": sorted(fields)} if fields else after,
        reason=change.reason,
    )
    return Done(change, homes, persons, tuple(warnings))
