"""Certificates of a commune and year: who holds one, who waits for one, whose members changed since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from giamngheo.accounts.queries import permissions_in, scope_units
from giamngheo.foundation.text import bare
from giamngheo.households.models import Address, LeftAs, Membership, Relation
from giamngheo.review.keeping.days import today
from giamngheo.review.keeping.due_certificates import corrections_of, due_items
from giamngheo.review.keeping.naming import names_of
from giamngheo.review.models import Certificate, CertificateYear, Decision, DecisionItem
from giamngheo.review.permissions import Permission, require
from giamngheo.territory.models import Unit
from giamngheo.territory.queries import valid_on, with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_REGROUPED = (LeftAs.REGROUPED,)  # a new relation to the head is no coming or going


class Due(NamedTuple):
    """Households that wait for a certificate or a block of the year; who signed their decision last, and when."""

    households: int
    signer: str
    since: date | None


class MemberChange(NamedTuple):
    """Somebody who came into the household or left it since a certificate was issued. `left` "": came."""

    name: str
    on: date
    left: str


class Block(NamedTuple):
    """A year's block. `corrected`: the item of a signed decision that put its item right since."""

    year: CertificateYear
    corrected: DecisionItem | None


class CertificatePage(NamedTuple):
    """One certificate: its blocks, the changes of members to note on it, what replaced it."""

    certificate: Certificate
    name: str
    village: str
    blocks: Sequence[Block]
    changes: Sequence[MemberChange]
    replaced_by: Certificate | None
    may_run: bool


def certificates_for(
    user: User, unit: Unit, year: int, *, changed: bool = False, words: str = ""
) -> Sequence[Certificate] | QuerySet[Certificate]:
    """Certificates of the unit with a block of the year that were not replaced, by number; with `head_name`,
    `village_name`, `given` (class of the year's newest block), `changed` (members came or left since it was issued),
    `corrected` (a later decision put a block of the year right).

    `changed`: only those; `words`: only of heads whose names have them, accents or not.
    """
    units = scope_units(user, permission=Permission.VIEW_REVIEW)
    mine = with_predecessors(unit).filter(pk__in=units.values("pk"))
    blocks = CertificateYear.objects.filter(certificate=OuterRef("pk"), year=year).order_by("-pk")
    heads = Membership.objects.filter(valid_on(today()), household=OuterRef("household"), relation=Relation.HEAD)
    homes = Address.objects.filter(valid_on(today()), household=OuterRef("household"))
    rows = Certificate.objects.filter(Exists(blocks), unit__in=mine, replaced_by=None)
    found = (
        rows.select_related("household", "replaces")
        .annotate(
            given=Subquery(blocks.values("item__given")[:1]),
            head_name=Subquery(heads.values("person__full_name")[:1]),
            village_name=Subquery(homes.values("village__name")[:1]),
            changed=Exists(_changed(OuterRef("household"), OuterRef("issued_on"))),
            corrected=Exists(blocks.filter(item__corrected_by__decision__signed_at__isnull=False)),
        )
        .order_by("year", "number")
    )
    found = found.filter(changed=True) if changed else found
    wanted = bare(words)
    return [each for each in found if wanted in bare(each.head_name or "")] if wanted else found


def due_of(user: User, unit: Unit, year: int) -> Due:
    """What waits in the unit for the year; raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_REVIEW, unit)
    items = due_items(unit, year)
    last = Decision.objects.filter(pk__in=items.values("decision")).order_by("-signed_on", "-pk").first()
    counted = items.aggregate(households=Count("household", distinct=True))
    return Due(counted["households"], last.signer if last else "", last.signed_on if last else None)


def certificate_page(user: User, pk: int) -> CertificatePage:
    """Raises Certificate.DoesNotExist for others'."""
    units = scope_units(user, permission=Permission.VIEW_REVIEW)
    found = Certificate.objects.filter(unit__in=units).select_related("unit", "household", "replaces").get(pk=pk)
    homes = Address.objects.filter(household=found.household_id).select_related("village")
    home = homes.order_by("-valid_from").first()
    return CertificatePage(
        found, names_of([found.household_id], today())[found.household_id], home.village.name if home else "",
        _blocks(found),
        _member_changes(found), Certificate.objects.filter(replaces=found).first(),
        Permission.RUN_REVIEW in permissions_in(user, found.unit),
    )  # fmt: skip


def _blocks(certificate: Certificate) -> list[Block]:
    rows = list(certificate.years.select_related("item__decision__document").order_by("year", "pk"))
    corrected = corrections_of([each.item_id for each in rows])
    return [Block(each, corrected.get(each.item_id)) for each in rows]


def _changed(household: OuterRef | int, since: OuterRef | date) -> QuerySet[Membership]:
    """Memberships by which somebody came into the household or left it after the day."""
    came = Q(valid_from__gt=since) & ~_after_another()
    left = Q(valid_to__gte=since) & ~Q(left_as__in=_REGROUPED)
    return Membership.objects.filter(came | left, household=household)


def _after_another() -> Q:
    """A membership that follows another of the same person in the same household: only the relation changed."""
    before = Membership.objects.filter(
        household=OuterRef("household"), person=OuterRef("person"), left_as__in=_REGROUPED,
        valid_to__lt=OuterRef("valid_from"),
    )  # fmt: skip
    return Q(Exists(before))


def _member_changes(certificate: Certificate) -> list[MemberChange]:
    since = certificate.issued_on
    found = []
    for row in _changed(certificate.household_id, since).select_related("person"):
        left = row.valid_to is not None and row.valid_to >= since and row.left_as not in _REGROUPED
        if row.valid_from > since and not _came_before(row):
            found.append(MemberChange(row.person.full_name, row.valid_from, ""))
        if left and row.valid_to is not None:
            found.append(MemberChange(row.person.full_name, row.valid_to, str(row.get_left_as_display())))
    return sorted(found, key=lambda each: (each.on, each.name))


def _came_before(row: Membership) -> bool:
    before = Membership.objects.filter(household=row.household_id, person=row.person_id, valid_to__lt=row.valid_from)
    return before.filter(left_as__in=_REGROUPED).exists()
