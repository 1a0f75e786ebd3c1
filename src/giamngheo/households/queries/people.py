"""One person: whether a user may see them, and what the register holds of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from giamngheo.foundation import citizen_id
from giamngheo.foundation.findings import Finding
from giamngheo.households.models import Address, Circumstance, Membership, Person, SearchEntry
from giamngheo.households.permissions import Permission
from giamngheo.households.queries.villages import villages_seen
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class PersonOn(NamedTuple):
    """A person for a page about a day. `masked_id`: the last four digits; the whole id is asked for by
    `actions.reveal_citizen_id`, which is recorded. `memberships`: all begun by that day, the newest first.
    `circumstances`: none for whoever may not see what is sensitive."""

    person: Person
    masked_id: str
    memberships: Sequence[Membership]
    circumstances: Sequence[Circumstance]
    warnings: Sequence[Finding]


def may_see(user: User, person: Person) -> bool:
    """Whether the person's last household lies (or lay, when they left it) in a village the user sees today."""
    seen = villages_seen(user, timezone.localdate())
    return SearchEntry.objects.filter(person=person.pk, village__in=seen).exists()


def person_on(user: User, pk: int, day: date) -> PersonOn:
    """A person as of `day`, as far as the user's units go; raises Person.DoesNotExist for others' people."""
    person = Person.objects.get(pk=pk)
    if not may_see(user, person):
        raise Person.DoesNotExist
    ours = Address.objects.filter(village__in=villages_seen(user, timezone.localdate())).values("household")
    rows = Membership.objects.filter(person=person, valid_from__lte=day, household__in=ours)
    told = villages_seen(user, timezone.localdate(), permission=Permission.SEE_SENSITIVE)
    held = person if SearchEntry.objects.filter(person=pk, village__in=told).exists() else None
    return PersonOn(
        person,
        citizen_id.mask(person.citizen_id),
        list(rows.select_related("household", "changed_in").order_by("-valid_from")),
        list(Circumstance.objects.filter(valid_on(day), person=held).order_by("kind", "valid_from")),
        citizen_id.compare(person.citizen_id, sex=person.sex, birth=person.birth),
    )
