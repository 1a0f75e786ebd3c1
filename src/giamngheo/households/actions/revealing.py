"""Seeing a citizen id in full: for those whose role may, and never without a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.audit.actions import record
from giamngheo.foundation import citizen_id
from giamngheo.households.keeping.people import village_of_person
from giamngheo.households.keeping.standing import allowed_in, commune_of
from giamngheo.households.models import Person
from giamngheo.households.permissions import Permission

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@transaction.atomic
def reveal_citizen_id(*, by: User, person: Person, reason: str = "") -> str:
    """The whole id, in groups of three digits; who saw whose, when, is recorded. Raises OutOfScope, NotPermitted."""
    village = village_of_person(by, person)
    allowed_in(by, Permission.SEE_CITIZEN_ID, village)
    record(by=by, action="households.citizen_id_seen", subject=person, unit=commune_of(village), reason=reason)
    return citizen_id.grouped(Person.objects.values_list("citizen_id", flat=True).get(pk=person.pk))
