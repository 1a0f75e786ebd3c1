"""Two people made one: what that would be, and the writing of it. Prose: docs/algorithms/duplicates.md, "Merging"."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.households.births import earliest, printed
from giamngheo.households.duplicates.problems import CHOOSE
from giamngheo.households.keeping import wording
from giamngheo.households.keeping.merging_facts import FIRST, SECOND, Bearing, Fact, borne, disputed, facts
from giamngheo.households.keeping.merging_lives import Piece, contradict, earlier, joined
from giamngheo.households.keeping.writing import revise
from giamngheo.households.models import (
    Address,
    Change,
    Circumstance,
    CircumstanceKind,
    EndedAs,
    Household,
    Membership,
    Person,
    Relation,
)
from giamngheo.households.names import name_keys
from giamngheo.households.problems import BEFORE_BIRTH
from giamngheo.households.values import MergeChoices


class Ending(NamedTuple):
    """A household nobody is left in: its last day, and the household it is merged into, if the person has one."""

    household: Household
    on: date
    into: int | None


class Merger(NamedTuple):
    """`kept` and `gone` made one, as chosen so far.

    `home_asked`: whose households count must be said. `disputes`: kinds of circumstance with two details. `removed`:
    memberships of which nothing is left. `headless`: households that lose their head. `mark`: of every row it rests on.
    """

    kept: Person
    gone: Person
    facts: Sequence[Fact]
    home_asked: bool
    disputes: Sequence[str]
    choices: MergeChoices
    pieces: Sequence[Piece]
    removed: Sequence[Membership]
    bearings: Sequence[Bearing]
    dropped: Sequence[Circumstance]
    endings: Sequence[Ending]
    headless: Sequence[Household]
    mark: str

    @property
    def columns(self) -> dict[str, Any]:
        """The facts that `kept` has not yet."""
        return {each.name: each.result for each in self.facts if each.result != getattr(self.kept, each.name)}

    def fact(self, name: str) -> Any:
        return next(each.result for each in self.facts if each.name == name)


def merger(first: Person, second: Person, choices: MergeChoices) -> Merger:
    """What the two become, as the register stands; `first` is the older row and stays."""
    lives = [_memberships(each) for each in (first, second)]
    bearings = [list(Circumstance.objects.filter(person=each).order_by("valid_from", "pk")) for each in (first, second)]
    said = facts(first, second, choices.facts)
    died_on = next(each.result for each in said if each.name == "died_on")
    asked = contradict(*lives)
    counting_first = choices.home != SECOND if asked else earlier(*lives)
    counting, other = lives if counting_first else reversed(lives)
    pieces = joined(counting, other, died_on)
    made = borne(bearings[0], bearings[1], choices.circumstances)
    kept_rows, kept_bearings = {each.row.pk for each in pieces}, {each.row.pk for each in made}
    rows = [*lives[0], *lives[1]]
    endings, headless = _left_behind(rows, pieces)
    return Merger(
        first, second, said, asked, disputed(bearings[0], bearings[1]), choices, pieces,
        [each for each in rows if each.pk not in kept_rows], made,
        [each for each in (*bearings[0], *bearings[1]) if each.pk not in kept_bearings],
        endings, headless, _mark([first, second, *rows, *bearings[0], *bearings[1]]),
    )  # fmt: skip


def questions(found: Merger) -> list[Finding]:
    """What is not chosen, and what cannot be."""
    open_facts = [each.name for each in found.facts if each.open]
    names = [wording.FIELDS[name] for name in open_facts]
    if found.home_asked and found.choices.home not in (FIRST, SECOND):
        names.append(("hộ đang ở", "household"))
    names += [
        wording.both(CircumstanceKind(kind).label)
        for kind in found.disputes
        if found.choices.circumstances.get(kind) not in (FIRST, SECOND, "both")
    ]
    if names:
        return [CHOOSE.at(what_vi=", ".join(vi for vi, _ in names), what_en=", ".join(en for _, en in names))]
    birth, days = found.fact("birth"), [each.since for each in found.pieces]
    days += [found.fact("died_on")] if found.fact("died_on") else []
    if birth and days and earliest(birth) > min(days):
        day = format_date(min(days))
        return [BEFORE_BIRTH.at(day=day, name=found.fact("full_name"), birth=printed(birth))]
    return []


def write(found: Merger, change: Change) -> list[Household]:
    """Write it, inside the caller's transaction; the households concerned. Rows shrink before others grow."""
    kept, gone = found.kept, found.gone
    revise(gone, change, merged_into=kept)
    if columns := found.columns:
        keys = name_keys(columns["full_name"])._asdict() if "full_name" in columns else {}
        revise(kept, change, **{**columns, **keys})
    _write_memberships(found, change)
    _write_circumstances(found, change)
    for ending in found.endings:
        last = Address.objects.filter(household=ending.household).latest("valid_from")
        revise(last, change, valid_to=ending.on)
        ended_as = EndedAs.MERGED if ending.into else EndedAs.EXTINCT
        revise(ending.household, change, ended_on=ending.on, ended_as=ended_as, merged_into_id=ending.into)
    concerned = {each.row.household_id for each in found.pieces} | {each.household_id for each in found.removed}
    return list(Household.objects.filter(pk__in=concerned).order_by("pk"))


def _memberships(person: Person) -> list[Membership]:
    rows = Membership.objects.filter(person=person).select_related("household", "person")
    return list(rows.order_by("valid_from", "pk"))


def _write_memberships(found: Merger, change: Change) -> None:
    _remove(Membership, [each.pk for each in found.removed], change)
    kept = found.kept
    changed = [piece for piece in found.pieces if not piece.new and _written(piece, kept)]
    shrinking = [each for each in changed if each.row.person_id == kept.pk and each.since >= each.row.valid_from]
    growing = [each for each in changed if each.row.person_id == kept.pk and each.since < each.row.valid_from]
    moved = [each for each in changed if each.row.person_id != kept.pk]
    for piece in (*shrinking, *growing, *moved):
        revise(piece.row, change, person=kept, valid_from=piece.since, valid_to=piece.until,
               left_as=piece.left_as, left_to=piece.left_to)  # fmt: skip
    for piece in (each for each in found.pieces if each.new):
        Membership.objects.create(
            household=piece.row.household, person=kept, relation=piece.row.relation, valid_from=piece.since,
            valid_to=piece.until, left_as=piece.left_as, left_to=piece.left_to, changed_in=change,
        )  # fmt: skip


def _written(piece: Piece, kept: Person) -> bool:
    row = piece.row
    now = (row.person_id, row.valid_from, row.valid_to, row.left_as, row.left_to)
    return now != (kept.pk, piece.since, piece.until, piece.left_as, piece.left_to)


def _write_circumstances(found: Merger, change: Change) -> None:
    _remove(Circumstance, [each.pk for each in found.dropped], change)
    for each in found.bearings:
        row = each.row
        if (row.person_id, row.valid_from, row.valid_to) != (found.kept.pk, each.since, each.until):
            revise(row, change, person=found.kept, valid_from=each.since, valid_to=each.until)


def _remove(model: type[Membership | Circumstance], keys: list[int], change: Change) -> None:
    """Sign rows with the merger, then take them out: the triggers keep what they were."""
    rows = model._default_manager.filter(pk__in=keys)
    rows.update(changed_in=change)
    rows._raw_delete(rows.db)


def _left_behind(rows: Sequence[Membership], pieces: Sequence[Piece]) -> tuple[list[Ending], list[Household]]:
    """Households that the two were in and where nobody, or no head, is left today."""
    open_now = {each.row.household_id: each.row.relation for each in pieces if each.until is None}
    home = next(iter(open_now), None)
    endings: list[Ending] = []
    headless: list[Household] = []
    held = {each.household_id: each.household for each in rows if each.valid_to is None}
    heads = {each.household_id for each in rows if each.valid_to is None and each.relation == Relation.HEAD}
    for household in held.values():
        others = Membership.objects.filter(household=household).exclude(pk__in=[each.pk for each in rows])
        if household.pk not in open_now and not others.filter(valid_to=None).exists():
            endings.append(Ending(household, _last_day(household, others, pieces), home))
        elif household.pk in heads and open_now.get(household.pk) != Relation.HEAD:
            headless.append(household)
    return endings, headless


def _last_day(household: Household, others: Any, pieces: Sequence[Piece]) -> date:
    """The first day on which the household can have ended."""
    days = [household.formed_on, Address.objects.filter(household=household).latest("valid_from").valid_from]
    days += [each for each in others.values_list("valid_to", flat=True) if each is not None]
    days += [each.until for each in pieces if each.row.household_id == household.pk and each.until is not None]
    return max(days)


def _mark(rows: Sequence[Any]) -> str:
    """Of the rows and of the change that last wrote each."""
    seen = sorted((row._meta.model_name, row.pk, row.changed_in_id) for row in rows)
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]
