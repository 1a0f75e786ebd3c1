"""Which households wait for a certificate, or for this year's block of theirs."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from giamngheo.review.models import (
    Certificate,
    CertificateYear,
    ClassPath,
    DecisionItem,
    ItemOutcome,
    PovertyClass,
)
from giamngheo.standards import NoStandardError, on
from giamngheo.territory.models import Unit
from giamngheo.territory.queries import covering

_GIVEN = (PovertyClass.POOR, PovertyClass.NEAR_POOR)


def due_items(unit: Unit, year: int, only: Collection[int] | None = None) -> QuerySet[DecisionItem]:
    """The item that says last, for `year`, what each household is: of signed decisions of the unit (and of what it was)
    that take effect in it; poor or near_poor, not printed on a block yet. `only`: keys of households."""
    said = DecisionItem.objects.filter(
        path=ClassPath.POVERTY, outcome__in=(ItemOutcome.RECOGNISED, ItemOutcome.CORRECTED),
        decision__signed_at__isnull=False, decision__effective_from__year=year,
    )  # fmt: skip
    since = OuterRef("decision__effective_from")
    after = Q(decision__effective_from__gt=since) | Q(decision__effective_from=since, pk__gt=OuterRef("pk"))
    items = said.filter(
        ~Exists(said.filter(after, household=OuterRef("household"))),
        ~Exists(CertificateYear.objects.filter(item=OuterRef("pk"))),
        given__in=_GIVEN, decision__unit__in=covering([unit.pk]), household__ended_on=None,
    )  # fmt: skip
    return items if only is None else items.filter(household__in=only)


def standing_certificates(households: Collection[int]) -> dict[int, Certificate]:
    """The certificate each household holds: the newest that was not replaced, with `standard` of its first block."""
    rows = Certificate.objects.filter(household__in=households, replaced_by=None).order_by("issued_on", "pk")
    found = {row.household_id: row for row in rows}
    first: dict[int, DecisionItem] = {}
    blocks = CertificateYear.objects.filter(certificate__in=found.values())
    for block in blocks.select_related("item__decision__round").order_by("-year", "-pk"):
        first[block.certificate_id] = block.item
    for row in found.values():
        row.standard = standard_of(first[row.pk]) if row.pk in first else ""  # type: ignore[attr-defined]
    return found


def corrections_of(items: Collection[int]) -> dict[int, DecisionItem]:
    """Of these items the one of a signed decision that put each right last; one query."""
    found = DecisionItem.objects.filter(corrects__in=items, decision__signed_at__isnull=False)
    ordered = found.select_related("decision__document").order_by("decision__signed_at", "pk")
    return {each.corrects_id: each for each in ordered if each.corrects_id is not None}


def standard_of(item: DecisionItem) -> str:
    """The standard ("vn-2022") a class was given by: that of the round, else the one in force on its first day."""
    if item.decision.round is not None:
        return item.decision.round.standard.split(".")[0]
    return _in_force(item.decision.effective_from)


def _in_force(day: date) -> str:
    try:
        return on(day).release.id
    except NoStandardError:
        return ""
