"""The door for lists: validated households in batches, all of one import in one change, so that it can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from giamngheo.audit.actions import record
from giamngheo.households.actions.finishing import begin
from giamngheo.households.births import member_since
from giamngheo.households.keeping import index
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.people import built
from giamngheo.households.keeping.standing import allowed
from giamngheo.households.models import ActKind, Address, Change, Household, Membership, Person, Relation
from giamngheo.households.permissions import OutOfScope, Permission
from giamngheo.households.problems import WRONG_IMPORT, refuse
from giamngheo.households.values import HouseholdRow, PersonValues
from giamngheo.territory.models import VillageMembership
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import StoredFile
    from giamngheo.territory.models import Unit

BATCH = 2_000


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


@told
@transaction.atomic
def import_rows(*, by: User | None, change: Change, rows: Sequence[HouseholdRow]) -> Imported:
    """Add a batch of households with new people. The rows are taken as validated (`keeping.people.cleaned`, one head,
    days in order); what the database itself refuses is REGISTER-CONFLICT, and nothing of the batch is written.

    A member without `since` is one from the day the household was formed, or from birth if that is later.
    Raises Refused REGISTER-WRONG-IMPORT, REGISTER-CONFLICT; OutOfScope, NotPermitted.
    """
    mine = change.by_id == (None if by is None else by.pk)
    if change.kind != ActKind.IMPORT or not mine or Change.objects.filter(undoes=change).exists():
        raise refuse(WRONG_IMPORT)
    allowed(by, Permission.IMPORT_HOUSEHOLD, change.unit)
    _check_villages(change.unit, {row.place.village_id for row in rows})
    households = Household.objects.bulk_create(
        (Household(local_code=row.local_code, formed_on=row.formed_on, changed_in=change) for row in rows),
        batch_size=BATCH,
    )
    Address.objects.bulk_create(
        (_address(household, row, change) for household, row in zip(households, rows, strict=True)), batch_size=BATCH
    )
    everybody = [
        (household, row, each) for household, row in zip(households, rows, strict=True) for each in row.members
    ]
    people = Person.objects.bulk_create(
        (built(each.person, change) for _, _, each in everybody if isinstance(each.person, PersonValues)),
        batch_size=BATCH,
    )
    Membership.objects.bulk_create(
        (
            Membership(household=household, person=person, relation=Relation(each.relation), changed_in=change,
                       valid_from=each.since or member_since(row.formed_on, person.birth))
            for (household, row, each), person in zip(everybody, people, strict=True)
        ),
        batch_size=BATCH,
    )  # fmt: skip
    index.enter((person, row.place.village_id) for (_, row, _), person in zip(everybody, people, strict=True))
    counts = {"households": len(households), "people": len(people)}
    record(by=by, action="households.imported", subject=change, unit=change.unit, after=counts)
    return Imported(**counts, household_ids=[each.pk for each in households], person_ids=[each.pk for each in people])


def _address(household: Household, row: HouseholdRow, change: Change) -> Address:
    place = row.place
    return Address(
        household=household, village_id=place.village_id, line=place.line, latitude=place.latitude,
        longitude=place.longitude, valid_from=row.formed_on, changed_in=change,
    )  # fmt: skip


def _check_villages(unit: Unit, villages: set[int]) -> None:
    """Raises OutOfScope unless every village lies in the unit of the import."""
    ours = VillageMembership.objects.filter(valid_to=None, village__in=villages, commune__in=covering([unit.pk]))
    if set(ours.values_list("village", flat=True)) != villages:
        raise OutOfScope("village")
