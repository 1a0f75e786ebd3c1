"""Corrections: what was typed wrongly is written again, with a reason. `seen` is the `changed_in_id` of the row as its
editor saw it; whoever is second is refused (Stale) and told what the first wrote. `values`: columns by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from giamngheo.households.actions.finishing import Done, begin, finish
from giamngheo.households.keeping import checks
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.people import cleaned, holders, id_held, lived_in, village_of_person, warnings
from giamngheo.households.keeping.places import departed_to, detail_of, household_code, place_in
from giamngheo.households.keeping.stale import check_correction
from giamngheo.households.keeping.standing import Standing, allowed_in, commune_of, lock_people, standing
from giamngheo.households.keeping.writing import revise
from giamngheo.households.models import ActKind, Address, Circumstance, Household, Membership, Person
from giamngheo.households.names import name_keys
from giamngheo.households.permissions import Permission
from giamngheo.households.problems import Refused
from giamngheo.households.values import PersonValues, Place

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_PERSON = tuple(field.name for field in fields(PersonValues))
_ADDRESS = ("village_id", "line", "latitude", "longitude")


@told
@transaction.atomic
def correct_person(*, by: User | None, person: Person, seen: int, values: Mapping[str, Any], reason: str) -> Done:
    """Columns of PersonValues, also of somebody who left or died. Raises Refused, Stale, OutOfScope, NotPermitted."""
    village = village_of_person(by, person)
    allowed_in(by, Permission.EDIT_HOUSEHOLD, village)
    row = lock_people([person.pk])[person.pk]
    differing = check_correction(row, seen=seen, values=values, reason=reason, open_to=_PERSON)
    given, found = cleaned(replace(PersonValues(**{name: getattr(row, name) for name in _PERSON}), **differing))
    held = holders([given.citizen_id]).get(given.citizen_id)
    if row.died_on is None and held is not None and held.pk != row.pk:
        found.append(id_held(held, by))
    found += checks.birth_fits(row, given.birth)
    if found:
        raise Refused(*found)
    change = begin(by=by, kind=ActKind.CORRECTION, unit=commune_of(village), reason=reason)
    columns = {name: getattr(given, name) for name in differing}
    if "full_name" in columns:
        columns |= name_keys(given.full_name)._asdict()
    revise(row, change, **columns)
    return finish(by=by, change=change, people=[row], warnings=warnings(row), fields=differing)


@told
@transaction.atomic
def correct_household(
    *, by: User | None, household: Household, seen: int, values: Mapping[str, Any], reason: str
) -> Done:
    """`local_code`, `formed_on`; a first address that began with the household goes with it. Raises as above."""
    (here,) = standing(by, household)
    open_to = ("local_code", "formed_on")
    differing = check_correction(here.household, seen=seen, values=values, reason=reason, open_to=open_to)
    if "local_code" in differing:
        differing["local_code"] = household_code(differing["local_code"])
    first = Address.objects.filter(household=here.household).earliest("valid_from")
    formed_on = differing.get("formed_on")
    moves = formed_on is not None and first.valid_from == here.household.formed_on
    if formed_on is not None:
        checks.formed_fits(here.household, formed_on, first, moves)
    change = begin(by=by, kind=ActKind.CORRECTION, unit=here.commune, reason=reason)
    revise(here.household, change, **differing)
    if moves:
        revise(first, change, valid_from=formed_on)
    return finish(by=by, change=change, households=[here.household], fields=differing)


@told
@transaction.atomic
def correct_address(*, by: User | None, address: Address, seen: int, values: Mapping[str, Any], reason: str) -> Done:
    """`village_id` (within the commune), `line`, `latitude`, `longitude`. Raises as above."""
    (here,) = standing(by, address.household)
    row = Address.objects.get(pk=address.pk)
    differing = check_correction(row, seen=seen, values=values, reason=reason, open_to=_ADDRESS)
    place = place_in(
        by, here.commune, Place(**{name: differing.get(name, getattr(row, name)) for name in _ADDRESS}), row.valid_from
    )
    return _written(by, here, row, {name: getattr(place, name) for name in differing}, reason)


@told
@transaction.atomic
def correct_membership(
    *, by: User | None, membership: Membership, seen: int, values: Mapping[str, Any], reason: str
) -> Done:
    """`relation`, `valid_from`, and of an ended one `left_to`. Raises as above; REGISTER-CONFLICT for a second head."""
    (here,) = standing(by, membership.household)
    row = Membership.objects.select_related("person").get(pk=membership.pk)
    open_to = ("relation", "valid_from") if row.valid_to is None else ("relation", "valid_from", "left_to")
    values = {**values, **({"left_to": departed_to(values["left_to"])} if "left_to" in values else {})}
    differing = check_correction(row, seen=seen, values=values, reason=reason, open_to=open_to)
    if "valid_from" in differing:
        checks.since_fits(here.household, row.person, differing["valid_from"], row.valid_to)
    return _written(by, here, row, differing, reason)


@told
@transaction.atomic
def correct_circumstance(
    *, by: User | None, circumstance: Circumstance, seen: int, values: Mapping[str, Any], reason: str
) -> Done:
    """`kind`, `detail`, `valid_from`, `valid_to` (None: open again). Raises as above."""
    village = village_of_person(by, circumstance.person)
    allowed_in(by, Permission.EDIT_HOUSEHOLD, village)
    person = lock_people([circumstance.person_id])[circumstance.person_id]
    row = Circumstance.objects.get(pk=circumstance.pk)
    values = {**values, **({"detail": detail_of(values["detail"])} if "detail" in values else {})}
    open_to = ("kind", "detail", "valid_from", "valid_to")
    differing = check_correction(row, seen=seen, values=values, reason=reason, open_to=open_to)
    checks.circumstance_fits(
        person, differing.get("valid_from", row.valid_from), differing.get("valid_to", row.valid_to)
    )
    change = begin(by=by, kind=ActKind.CORRECTION, unit=commune_of(village), reason=reason)
    revise(row, change, **differing)
    return finish(by=by, change=change, people=[person], fields=differing)


def _written(by: User | None, here: Standing, row: models.Model, columns: Mapping[str, Any], reason: str) -> Done:
    change = begin(by=by, kind=ActKind.CORRECTION, unit=here.commune, reason=reason)
    revise(row, change, **columns)
    people = lived_in(here.household, here.household.formed_on)
    return finish(by=by, change=change, households=[here.household], people=people, fields=columns)
