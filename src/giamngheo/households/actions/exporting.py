"""Lists that leave the system as files. Who took what, filtered how, how many rows, with whole ids or not, is recorded;
whoever takes whole ids says what for. What is not theirs to see leaves masked or not at all, village by village.

Rows are read before the transaction that records them: on SQLite nobody waits for a file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.db.models import Case, F, Value, When

from giamngheo.accounts.queries import scope_villages
from giamngheo.audit.actions import record
from giamngheo.foundation import citizen_id
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.households.importing import looking
from giamngheo.households.keeping.standing import allowed
from giamngheo.households.lists.corrected import Language, corrected_file
from giamngheo.households.models import Circumstance, Household, ListImport, Membership, Relation
from giamngheo.households.permissions import NotPermitted, Permission
from giamngheo.households.problems import PURPOSE, refuse
from giamngheo.households.queries.listing import Listing, Wanted, listing
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

PURPOSE_CHARS = 300
TO_CORRECT = "sửa các dòng chưa nhập được rồi nhập lại"
_NUMBER = re.compile(r"\d(?:[ .-]?\d){4,}")


class Listed(NamedTuple):
    """A member of a household of the list. `citizen_id` masked, or whole where it was asked for and may be;
    `sensitive`: whether ethnic group and `circumstances` may leave (they are blank where not)."""

    household: Household
    row: Membership
    citizen_id: str
    circumstances: Sequence[Circumstance]
    sensitive: bool


def export_households(*, by: User, unit: Unit, wanted: Wanted, form: str, columns: Sequence[str]) -> list[Household]:
    """The households of a list, as `queries.listing` has them. Raises OutOfScope, NotPermitted."""
    allowed(by, Permission.VIEW_HOUSEHOLD, unit)
    homes = list(listing(by, unit, wanted).households)
    with transaction.atomic():
        _record(by, unit, "households", wanted, form, len(homes), {"columns": list(columns)})
    return homes


def export_people(
    *, by: User, unit: Unit, wanted: Wanted, form: str, full_ids: bool = False, purpose: str = ""
) -> list[Listed]:
    """The members of the households of a list, the head of each first. Raises REGISTER-PURPOSE for whole ids without
    one; OutOfScope, NotPermitted."""
    allowed(by, Permission.VIEW_HOUSEHOLD, unit)
    purpose = squeeze(nfc(purpose))[:PURPOSE_CHARS]
    shown = _villages(by, Permission.SEE_CITIZEN_ID) if full_ids else frozenset()
    if full_ids and not shown:
        raise NotPermitted(str(Permission.SEE_CITIZEN_ID))
    if full_ids and not purpose:
        raise refuse(PURPOSE)
    people = _people(listing(by, unit, wanted), wanted, shown, _villages(by, Permission.SEE_SENSITIVE))
    more = {"full_ids": full_ids, "sensitive": any(each.sensitive for each in people)}
    with transaction.atomic():
        _record(by, unit, "people", wanted, form, len(people), more, purpose)
    return people


def export_to_correct(*, by: User, held: ListImport, language: Language = "vi") -> bytes:
    """The workbook of a list's households that stay out, as the register stands now: the sender's own rows, ids whole,
    to be corrected and imported again. Raises FindingError; OutOfScope, NotPermitted."""
    allowed(by, Permission.IMPORT_HOUSEHOLD, held.unit)
    read = looking.look(by, held).read
    rows = sum(len(each.rows) for each in read.bad)
    with transaction.atomic():
        record(
            by=by, action="households.exported", subject=held, unit=held.unit, reason=TO_CORRECT,
            after={"what": "to_correct", "form": "xlsx", "rows": rows, "full_ids": True},
        )  # fmt: skip
    return corrected_file(read, language)


def _people(found: Listing, wanted: Wanted, shown: frozenset[int], told: frozenset[int]) -> list[Listed]:
    homes = {home.pk: home for home in found.households}
    head_first = Case(When(relation=Relation.HEAD, then=Value(0)), default=Value(1))
    rows = found.members.select_related("person").order_by(
        head_first, F("person__birth").asc(nulls_last=True), "person__sort_key", "pk"
    )
    members: dict[int, list[Membership]] = {}
    for row in rows:
        members.setdefault(row.household_id, []).append(row)
    held: dict[int, list[Circumstance]] = {}
    for each in (
        Circumstance.objects.filter(
            valid_on(wanted.day), person__in=found.members.order_by().values("person")
        ).order_by("kind", "valid_from")
        if told
        else ()
    ):
        held.setdefault(each.person_id, []).append(each)
    return [
        _listed(home, row, held.get(row.person_id, []), shown, told)
        for home in homes.values()
        for row in members.get(home.pk, ())
    ]


def _listed(
    home: Household, row: Membership, held: Sequence[Circumstance], shown: frozenset[int], told: frozenset[int]
) -> Listed:
    village, number = home.village_key, row.person.citizen_id  # type: ignore[attr-defined]
    sensitive = village in told
    return Listed(
        home, row, number if village in shown else citizen_id.mask(number) if number else "",
        held if sensitive else (), sensitive,
    )  # fmt: skip


def _villages(by: User, permission: Permission) -> frozenset[int]:
    return frozenset(scope_villages(by, permission).values_list("village", flat=True))


def _record(
    by: User, unit: Unit, what: str, wanted: Wanted, form: str, rows: int, more: Mapping[str, Any], purpose: str = ""
) -> None:
    asked = {"day": wanted.day, "village": wanted.village, "living": wanted.living.value, "order": wanted.order,
             "words": _NUMBER.sub("•••", wanted.words)}  # fmt: skip
    after = {"what": what, "form": form, "rows": rows, "full_ids": False, **more, "filter": asked}
    record(by=by, action="households.exported", subject=None, unit=unit, after=after, reason=purpose)
