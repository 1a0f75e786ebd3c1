"""The door for lists: validated households in batches, all of one import in one change, so that it can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from giamngheo.audit.actions import record
from giamngheo.households.actions.finishing import begin
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.loading import Load, Said, prepared, written
from giamngheo.households.keeping.standing import allowed
from giamngheo.households.models import ActKind, Change
from giamngheo.households.permissions import OutOfScope, Permission
from giamngheo.households.problems import WRONG_IMPORT, refuse
from giamngheo.households.values import HouseholdRow
from giamngheo.territory.models import VillageMembership
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import StoredFile
    from giamngheo.territory.models import Unit


class Imported(NamedTuple):
    """How many of each a batch added; `household_ids` in the order of the rows, `person_ids` in the order of their
    members."""

    households: int
    people: int
    household_ids: Sequence[int] = ()
    person_ids: Sequence[int] = ()


@transaction.atomic
def begin_import(*, by: User | None, unit: Unit, file: StoredFile | None = None, reason: str = "") -> Change:
    """The change that all batches of one import are signed with. Raises OutOfScope, NotPermitted."""
    allowed(by, Permission.IMPORT_HOUSEHOLD, unit)
    change = begin(by=by, kind=ActKind.IMPORT, unit=unit, reason=reason, file=file)
    record(by=by, action="households.import_begun", subject=change, unit=unit, reason=reason)
    return change


@transaction.atomic
def import_rows(*, by: User | None, change: Change, rows: Sequence[HouseholdRow]) -> Imported:
    """Add a batch of households with new people. The rows are taken as validated (`keeping.people.cleaned`, one head,
    days in order); what the database itself refuses is REGISTER-CONFLICT, and nothing of the batch is written.

    A member without `since` is one from the day the household was formed, or from birth if that is later.
    Raises Refused REGISTER-WRONG-IMPORT, REGISTER-CONFLICT; OutOfScope, NotPermitted.
    """
    return import_load(by=by, change=change, load=prepared(rows))


@told
@transaction.atomic
def import_load(
    *,
    by: User | None,
    change: Change,
    load: Load,
    villages: Mapping[int, int] | None = None,
    said: Said = lambda part: None,
) -> Imported:
    """The same of rows that were prepared before, so that nothing is left but to write them. `villages`: what the keys
    stand for of villages opened since; `said` hears the part written and may raise. Raises as `import_rows`."""
    mine = change.by_id == (None if by is None else by.pk)
    if change.kind != ActKind.IMPORT or not mine or Change.objects.filter(undoes=change).exists():
        raise refuse(WRONG_IMPORT)
    allowed(by, Permission.IMPORT_HOUSEHOLD, change.unit)
    _check_villages(change.unit, {(villages or {}).get(each, each) for each in load.villages})
    homes, people = written(load, change, villages, said)
    counts = {"households": len(homes), "people": len(people)}
    record(by=by, action="households.imported", subject=change, unit=change.unit, after=counts)
    return Imported(**counts, household_ids=homes, person_ids=people)


def _check_villages(unit: Unit, villages: set[int]) -> None:
    """Raises OutOfScope unless every village lies in the unit of the import."""
    ours = VillageMembership.objects.filter(valid_to=None, village__in=villages, commune__in=covering([unit.pk]))
    if set(ours.values_list("village", flat=True)) != villages:
        raise OutOfScope("village")
