"""Writes of the territory: loading the packaged units, opening villages, carrying villages through a merger, loading
boundaries."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from giamngheo.audit.actions import Actor, record
from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.foundation.text import squeeze
from giamngheo.territory.boundaries.loading import placed
from giamngheo.territory.boundaries.problems import SAYS
from giamngheo.territory.boundaries.reading import read
from giamngheo.territory.models import (
    AreaKind,
    AreaKindPeriod,
    Boundary,
    Level,
    Unit,
    UnitChange,
    UnitKind,
    Village,
    VillageMembership,
)
from giamngheo.territory.reference import Units

if TYPE_CHECKING:
    from giamngheo.territory.reference import UnitFact

_BATCH = 2_000
# A special zone (đặc khu) is a commune-level unit of its own kind: no text we hold says which poverty line its people
# fall under, so it gets no row, and whoever judges a household there has to be told by an official.
AREA_KINDS = {
    UnitKind.COMMUNE: AreaKind.RURAL,
    UnitKind.WARD: AreaKind.URBAN,
    UnitKind.TOWNSHIP: AreaKind.URBAN,
}


class NoSuchCommune(Exception):  # noqa: N818 reads as what happened
    """The unit is not a commune, or was none on that day."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows a loading added; all zero the second time."""

    units: int
    changes: int
    area_kinds: int
    memberships: int


@transaction.atomic
def load_units(*, by: Actor | None = None) -> Loaded:
    """Bring the packaged register into the tables; adds what is missing, never alters what is there.

    About 14,100 units in a few seconds the first time and three queries the second. Villages of communes that have
    meanwhile ended move on into the successor.
    """
    register = Units.packaged()
    facts = list(register.every_unit())
    known = _known()
    added = 0
    for level in Level.values:  # parents first
        fresh = [fact for fact in facts if fact.level == level and (fact.code, fact.valid_from) not in known]
        parents = {fact.id: known.get((fact.code, fact.valid_from)) for fact in facts} if fresh else {}
        Unit.objects.bulk_create((_unit(fact, parents) for fact in fresh), batch_size=_BATCH)
        added += len(fresh)
        known = _known() if fresh else known
    ids = {fact.id: known[fact.code, fact.valid_from] for fact in facts}
    changes = _load_changes(register, ids)
    area_kinds = _load_area_kinds()
    loaded = Loaded(added, changes, area_kinds, _carry_villages())
    if any((loaded.units, loaded.changes, loaded.area_kinds, loaded.memberships)):
        record(
            by=by,
            action="territory.units_loaded",
            subject=None,
            after={"units": added, "changes": changes, "area_kinds": area_kinds, "memberships": loaded.memberships},
        )
    return loaded


@transaction.atomic
def open_village(
    *, commune: Unit, name: str, by: Actor | None, code: str = "", valid_from: date | None = None
) -> Village:
    """Record a village of `commune`, belonging to it since `valid_from` (None: since before the register begins).

    `code` is made when empty. Where the commune has ended meanwhile, the village is carried into the successor.
    """
    if commune.level != Level.COMMUNE:
        raise NoSuchCommune(_("{name} không phải là đơn vị cấp xã.").format(name=commune.name))
    if valid_from is not None and not commune.exists_on(valid_from):
        raise NoSuchCommune(_("{name} không tồn tại vào ngày đó.").format(name=commune.name))
    if not code:
        taken = set(Village.objects.filter(code__startswith=f"{commune.code}-").values_list("code", flat=True))
        code = next(c for c in (f"{commune.code}-{n:02}" for n in range(1, 1_000)) if c not in taken)
    village = Village.objects.create(code=code, name=name)
    VillageMembership.objects.create(village=village, commune=commune, valid_from=valid_from or commune.valid_from)
    _carry_villages(village)
    record(
        by=by,
        action="territory.village_opened",
        subject=village,
        unit=commune,
        after={"code": code, "name": name, "valid_from": valid_from},
    )
    return village


@transaction.atomic
def move_village(*, village: Village, commune: Unit, on: date, by: Actor | None, reason: str = "") -> VillageMembership:
    """Put a village under another commune from a day on: for a village of a split commune that went the other way."""
    if commune.level != Level.COMMUNE or not commune.exists_on(on):
        raise NoSuchCommune(_("{name} không phải là đơn vị cấp xã vào ngày đó.").format(name=commune.name))
    current = village.memberships.select_for_update().select_related("commune").get(valid_to=None)
    before = {"commune": current.commune.code, "valid_from": current.valid_from}
    if current.valid_from == on:
        current.commune = commune
        current.save(update_fields=["commune"])
    else:
        current.valid_to = on - timedelta(days=1)
        current.save(update_fields=["valid_to"])
        current = VillageMembership.objects.create(village=village, commune=commune, valid_from=on)
    record(
        by=by,
        action="territory.village_moved",
        subject=village,
        unit=commune,
        before=before,
        after={"commune": commune.code, "valid_from": on},
        reason=reason,
    )
    return current


def _known() -> dict[tuple[str, date | None], int]:
    return {(code, begins): pk for code, begins, pk in Unit.objects.values_list("code", "valid_from", "pk")}


def _unit(fact: UnitFact, parents: dict[int, int | None]) -> Unit:
    return Unit(
        code=fact.code,
        level=fact.level,
        kind=fact.kind,
        name=fact.name,
        short_name=fact.short_name,
        parent_id=None if fact.parent is None else parents[fact.parent],
        valid_from=fact.valid_from,
        valid_to=fact.valid_to,
    )


def _load_changes(register: Units, ids: dict[int, int]) -> int:
    known = set(UnitChange.objects.values_list("old_id", "new_id"))
    fresh = [
        UnitChange(old_id=ids[fact.old], new_id=ids[fact.new], kind=fact.kind, on=fact.on, is_default=fact.is_default)
        for fact in register.every_change()
        if (ids[fact.old], ids[fact.new]) not in known
    ]
    UnitChange.objects.bulk_create(fresh, batch_size=_BATCH)
    return len(fresh)


def _load_area_kinds() -> int:
    units = Unit.objects.filter(kind__in=AREA_KINDS, level=Level.COMMUNE, area_kinds=None)
    fresh = [
        AreaKindPeriod(unit=unit, area_kind=AREA_KINDS[UnitKind(unit.kind)], valid_from=unit.valid_from,
                       valid_to=unit.valid_to)
        for unit in units.iterator(chunk_size=_BATCH)
    ]  # fmt: skip
    AreaKindPeriod.objects.bulk_create(fresh, batch_size=_BATCH)
    return len(fresh)


def _carry_villages(village: Village | None = None) -> int:
    """Close open memberships in communes that have ended and open them in the default successor, as often as needed."""
    moved = 0
    which = Q(valid_to=None, commune__valid_to__isnull=False, commune__changes_out__is_default=True)
    if village is not None:
        which &= Q(village=village)
    while stranded := list(VillageMembership.objects.filter(which).select_related("commune")):
        heirs = {
            change.old_id: change
            for change in UnitChange.objects.filter(old__in={m.commune_id for m in stranded}, is_default=True)
        }
        for membership in stranded:
            membership.valid_to = membership.commune.valid_to
        VillageMembership.objects.bulk_update(stranded, ["valid_to"], batch_size=500)
        VillageMembership.objects.bulk_create(
            VillageMembership(village_id=m.village_id, commune_id=heirs[m.commune_id].new_id,
                              valid_from=heirs[m.commune_id].on)
            for m in stranded
        )  # fmt: skip
        moved += len(stranded)
    return moved


class BoundariesLoaded(NamedTuple):
    """How many places got a boundary, how many of an earlier one it ended, and what was left out."""

    taken: int
    ended: int
    findings: list[Finding]


@transaction.atomic
def load_boundaries(
    *, by: Actor | None, content: bytes, code_property: str, valid_from: date, source: str, licence: str,
    within: Collection[int] | None = None,
) -> BoundariesLoaded:  # fmt: skip
    """Take the boundaries of a GeoJSON file from a day on. `within`: units they may be of; None: any.

    Raises FindingError (BOUNDARY-*) where nothing of the file can be taken; a bad feature alone is left out and named.
    """
    words = squeeze(source)[:300], squeeze(licence)[:300]
    if not all(words):
        raise FindingError(SAYS.at())
    read_ = read(content, code_property)
    found, findings = placed(read_.shapes, valid_from, within)
    of_units, of_villages = [each.unit for each in found if each.unit], [each.village for each in found if each.village]
    open_ = Boundary.objects.filter(Q(unit__in=of_units) | Q(village__in=of_villages), valid_to=None)
    ended = open_.update(valid_to=valid_from - timedelta(days=1))
    Boundary.objects.bulk_create(
        (
            Boundary(
                unit_id=each.unit, village_id=each.village, polygons=each.shape.polygons, places=each.shape.places,
                source=words[0], licence=words[1], valid_from=valid_from,
            )
            for each in found
        ),
        batch_size=_BATCH,
    )  # fmt: skip
    after = {"taken": len(found), "ended": ended, "from": valid_from, "source": words[0], "licence": words[1]}
    record(by=by, action="territory.load_boundaries", subject=None, after=after)
    return BoundariesLoaded(len(found), ended, [*read_.findings, *findings])
