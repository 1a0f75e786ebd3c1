"""Searches for people entered twice: begun, entered in one transaction, stopped, buried when their work died."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.foundation.findings import FindingError
from giamngheo.households.duplicates import engine, problems
from giamngheo.households.duplicates.searching import Found, Search
from giamngheo.households.importing import desk
from giamngheo.households.importing.known import villages_of
from giamngheo.households.keeping.standing import allowed
from giamngheo.households.merged import standing
from giamngheo.households.models import Change, DuplicatePair, DuplicateRun, PairState, Person, RunState
from giamngheo.households.permissions import Permission
from giamngheo.territory.models import Unit

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

RUNNING = (RunState.WAITING, RunState.LOOKING)
SILENCE = timedelta(minutes=10)  # work that said nothing for so long died with its process
_BATCH = 500
Pair = tuple[int, int]


@transaction.atomic
def begin_search(*, by: User | None, unit: Unit, change: Change | None = None) -> DuplicateRun:
    """A search among the people of a commune; `duplicates.jobs.start` then does it. `change`: only pairs with somebody
    it brought. Raises FindingError DUPLICATE-ENGINE, DUPLICATE-RUNNING; OutOfScope, NotPermitted."""
    allowed(by, Permission.EDIT_HOUSEHOLD, unit)
    if not engine.available():
        raise FindingError(problems.ENGINE.at(extra=engine.EXTRA))
    Unit.objects.select_for_update(no_key=True, of=("self",)).get(pk=unit.pk)  # one begins after another
    if DuplicateRun.objects.filter(unit=unit, state__in=RUNNING).exists():
        raise FindingError(problems.RUNNING.at(unit=unit.name))
    run = DuplicateRun.objects.create(unit=unit, change=change, by=by)
    record(by=by, action="households.begin_search", subject=run, unit=unit, after={"change": change and change.pk})
    return run


def enter_pairs(*, by: User | None, run: DuplicateRun, found: Search) -> DuplicateRun:
    """All pairs of a search and the word that it is done, or nothing. What was decided stays as it is; what no longer
    scores is forgotten. Raises FindingError DUPLICATE-STOPPED when somebody stopped or buried it meanwhile."""
    with transaction.atomic():
        wanted = {(each.first, each.second): each for each in _still(found.pairs)}
        for pair in _distinct(run.unit, wanted):
            del wanted[pair]
        gone = _forget(run, found, wanted)
        new = _write(run, wanted)
        result = {"people": len(found.people), "pairs": len(wanted), "new": new, "gone": gone}
        ended = DuplicateRun.objects.filter(pk=run.pk, state__in=RUNNING, cancel_asked=False).update(
            state=RunState.DONE, percent=100, result=result, changed_at=timezone.now()
        )
        if not ended:
            raise FindingError(problems.STOPPED.at())
        record(by=by, action="households.enter_pairs", subject=run, unit=run.unit, after=result)
    return DuplicateRun.objects.get(pk=run.pk)


def _still(pairs: Iterable[Found]) -> list[Found]:
    """Pairs of people who are still there, each themself."""
    held = list(pairs)
    people = {number for each in held for number in (each.first, each.second)}
    there: set[int] = set()
    for some in _batches(sorted(people)):
        there |= set(Person.objects.filter(pk__in=some, merged_into=None).values_list("pk", flat=True))
    return [each for each in held if each.first in there and each.second in there]


def _distinct(unit: Unit, wanted: dict[Pair, Found]) -> set[Pair]:
    """Of these pairs those of two people said to be two, also through others merged into them."""
    villages = list(villages_of(unit).names)
    here = Q(run__unit=unit) | Q(first__search_entry__village__in=villages)
    said = DuplicatePair.objects.filter(here | Q(second__search_entry__village__in=villages), state=PairState.DISTINCT)
    pairs = list(said.values_list("first", "second"))
    now = standing(number for pair in pairs for number in pair)
    known = {tuple(sorted((now[first], now[second]))) for first, second in pairs}
    return {pair for pair in wanted if pair in known}


def _forget(run: DuplicateRun, found: Search, wanted: dict[Pair, Found]) -> int:
    """Drop suggestions among the people compared that do not score any more."""
    villages = list(villages_of(run.unit).names)
    old = DuplicatePair.objects.filter(
        state=PairState.SUGGESTED, first__search_entry__village__in=villages, second__search_entry__village__in=villages
    )
    stale = [
        pk
        for pk, first, second in old.values_list("pk", "first", "second")
        if (first, second) not in wanted
        and first in found.people
        and second in found.people
        and (found.fresh is None or first in found.fresh or second in found.fresh)
    ]
    for some in _batches(stale):
        DuplicatePair.objects.filter(pk__in=some, state=PairState.SUGGESTED).delete()
    return len(stale)


def _write(run: DuplicateRun, wanted: dict[Pair, Found]) -> int:
    """Write the pairs again that are there, and add the others; how many are new."""
    there: dict[Pair, DuplicatePair] = {}
    again: list[DuplicatePair] = []
    new: list[DuplicatePair] = []
    for some in _batches(sorted({first for first, _ in wanted})):
        for pair in DuplicatePair.objects.filter(first__in=some):
            there[pair.first_id, pair.second_id] = pair
    for key, each in wanted.items():
        old = there.get(key)
        if old is None:
            new.append(DuplicatePair(first_id=each.first, second_id=each.second, run=run, **_scores(each)))
        elif old.state == PairState.SUGGESTED:
            old.run = run
            for name, value in _scores(each).items():
                setattr(old, name, value)
            again.append(old)
    DuplicatePair.objects.bulk_update(again, ["weight", "probability", "reasons", "run"], batch_size=_BATCH)
    DuplicatePair.objects.bulk_create(new, batch_size=_BATCH)
    return len(new)


def _scores(each: Found) -> dict[str, Any]:
    return {"weight": each.weight, "probability": each.probability, "reasons": each.reasons}


def _batches(items: list[int]) -> Iterable[list[int]]:
    return (items[at : at + _BATCH] for at in range(0, len(items), _BATCH))


def stop_search(*, by: User | None, run: DuplicateRun) -> DuplicateRun:
    """Ask a running search to stop before its next part. Work of this process is told first."""
    allowed(by, Permission.EDIT_HOUSEHOLD, run.unit)
    desk.ask_to_stop(("duplicates", run.pk))
    with transaction.atomic():
        now = DuplicateRun.objects.select_for_update(of=("self",)).select_related("unit").get(pk=run.pk)
        if now.state in RUNNING:
            now.cancel_asked = True
            now.save(update_fields=["cancel_asked", "changed_at"])
            record(by=by, action="households.stop_search", subject=now, unit=now.unit)
    return now


def is_dead(run: DuplicateRun) -> bool:
    """Whether its work died: running by its state, not here, and silent for ten minutes. Asks no database."""
    silent = run.changed_at < timezone.now() - SILENCE
    return run.state in RUNNING and silent and desk.sign(("duplicates", run.pk)) is None


@transaction.atomic
def bury_searches(*, by: User | None) -> int:
    """Mark searches whose work died as failed; returns how many. One statement decides, as for lists."""
    buried = 0
    silent = DuplicateRun.objects.filter(state__in=RUNNING, changed_at__lt=timezone.now() - SILENCE)
    for run in silent.select_related("unit"):
        told = {"finding": problems.DIED.at().as_dict()}
        if is_dead(run) and silent.filter(pk=run.pk).update(
            state=RunState.FAILED, result=told, changed_at=timezone.now()
        ):
            record(by=by, action="households.bury_searches", subject=run, unit=run.unit)
            buried += 1
    return buried
