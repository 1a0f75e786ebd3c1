"""Making one person of two entries, and saying that two are two. Taking a merger back is `undo` of its change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.households.actions.finishing import Done, begin, finish
from giamngheo.households.duplicates.problems import (
    CHANGED,
    COMMUNES,
    DECIDED,
    MERGED,
    NO_PAIRS,
    NO_REASON,
    NOT_DECIDED,
)
from giamngheo.households.keeping import followers, wording
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.merging import merger, questions, write
from giamngheo.households.keeping.people import village_of_person
from giamngheo.households.keeping.standing import allowed_in, commune_of, lock_people
from giamngheo.households.models import (
    ActKind,
    DuplicateDecision,
    DuplicatePair,
    Household,
    Membership,
    PairState,
    Person,
)
from giamngheo.households.permissions import OutOfScope, Permission
from giamngheo.households.problems import Refused, refuse
from giamngheo.households.queries.people import may_see
from giamngheo.households.values import MergeChoices

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


@told
@transaction.atomic
def merge_people(*, by: User | None, pair: DuplicatePair, choices: MergeChoices, seen: str, reason: str = "") -> Done:
    """The two of a pair are one person from now on; the older row stays. `seen`: the mark of the comparison as it was
    looked at (`keeping.merging.Merger.mark`). Done.people: who stays, who was merged away. Raises Refused, OutOfScope,
    NotPermitted."""
    commune = _commune(by, pair)
    people = (pair.first_id, pair.second_id)
    homes = Membership.objects.filter(person__in=people).values("household")
    list(Household.objects.select_for_update(no_key=True).filter(pk__in=homes).order_by("pk").values_list("pk"))
    locked = lock_people(people)
    held = _waiting(pair)
    first, second = (locked[each] for each in people)
    _check_standing(first, second)
    found = merger(first, second, choices)
    if found.mark != seen:
        raise refuse(CHANGED)
    if wrong := questions(found):
        raise Refused(*wrong)
    change = begin(by=by, kind=ActKind.MERGE_PEOPLE, unit=commune, reason=reason)
    households = write(found, change)
    followers.tell_merging(first, second, change)
    held.state, held.by, held.at, held.reason, held.change = PairState.MERGED, by, change.at, change.reason, change
    held.save(update_fields=["state", "by", "at", "reason", "change"])
    DuplicateDecision.objects.create(
        pair=held, state=held.state, by=by, at=change.at, reason=change.reason, change=change
    )
    return finish(by=by, change=change, households=households, people=[first, second], fields=found.columns)


@transaction.atomic
def say_distinct(*, by: User | None, pairs: Iterable[DuplicatePair], reason: str) -> list[DuplicatePair]:
    """The two of each pair are two people: the pair is not suggested again. Pairs somebody decided meanwhile are left
    out; none left is a refusal. Raises Refused, OutOfScope, NotPermitted."""
    wanted = {each.pk: each for each in pairs}
    reason = squeeze(nfc(reason))
    if not reason:
        raise refuse(NO_REASON)
    communes = {key: _commune(by, each) for key, each in wanted.items()}
    rows = DuplicatePair.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk")
    waiting = [each for each in rows if each.state == PairState.SUGGESTED]
    if not waiting:
        decided = next(iter(rows), None)
        raise refuse(NO_PAIRS) if decided is None or len(wanted) > 1 else _decided(decided)
    now = timezone.now()
    for each in waiting:
        each.state, each.by, each.at, each.reason = PairState.DISTINCT, by, now, reason
        each.save(update_fields=["state", "by", "at", "reason"])
        DuplicateDecision.objects.create(pair=each, state=each.state, by=by, at=now, reason=reason)
        people = {"people": [each.first_id, each.second_id]}
        record(by=by, action="households.distinct_people", subject=each, unit=communes[each.pk], after=people,
               reason=reason)  # fmt: skip
    return waiting


@transaction.atomic
def reconsider(*, by: User | None, pair: DuplicatePair, reason: str = "") -> DuplicatePair:
    """A pair that was said to be two people waits again. Raises Refused, OutOfScope, NotPermitted."""
    commune = _commune(by, pair)
    held = DuplicatePair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    if held.state != PairState.DISTINCT:
        raise refuse(NOT_DECIDED) if held.state == PairState.SUGGESTED else _decided(held)
    held.state, held.by, held.at, held.reason = PairState.SUGGESTED, None, None, ""
    held.save(update_fields=["state", "by", "at", "reason"])
    reason = squeeze(nfc(reason))
    DuplicateDecision.objects.create(pair=held, state=held.state, by=by, reason=reason)
    record(by=by, action="households.reconsider_people", subject=held, unit=commune, reason=reason)
    return held


def _commune(by: User | None, pair: DuplicatePair) -> Unit:
    """The commune of both. Of a pair already merged the one who stays speaks."""
    people = list(Person.objects.filter(pk__in=(pair.first_id, pair.second_id), merged_into=None).order_by("pk"))
    if not people or (by is not None and not all(may_see(by, each) for each in people)):
        raise OutOfScope("person")
    villages = {village_of_person(by, each) for each in people}
    for village in sorted(villages):
        allowed_in(by, Permission.EDIT_HOUSEHOLD, village)
    communes = {unit.pk: unit for unit in map(commune_of, villages)}
    if len(communes) > 1:
        raise refuse(COMMUNES)
    return next(iter(communes.values()))


def _waiting(pair: DuplicatePair) -> DuplicatePair:
    held = DuplicatePair.objects.select_for_update(of=("self",)).select_related("by").get(pk=pair.pk)
    if held.state != PairState.SUGGESTED:
        raise _decided(held)
    return held


def _decided(held: DuplicatePair) -> Refused:
    state_vi, state_en = wording.both(PairState(held.state).label)
    when = f"{timezone.localtime(held.at):%H:%M %d/%m/%Y}" if held.at else "–"
    who = str(held.by) if held.by else wording.SYSTEM
    return refuse(DECIDED, who=who, state_vi=state_vi, state_en=state_en, when=when)


def _check_standing(*people: Person) -> None:
    for each in people:
        if each.merged_into is not None:
            raise refuse(MERGED, name=each.full_name, into=each.merged_into.full_name)
