"""What follows when the merging of two people is taken back: their pair waits again, and other rooms are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giamngheo.households.keeping import followers
from giamngheo.households.models import Change, DuplicateDecision, DuplicatePair, History, PairState, Person, RowKind

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


def parted(*, by: User | None, merging: Change, undoing: Change) -> None:
    """Inside the caller's transaction, which records it."""
    pairs = DuplicatePair.objects.select_for_update(of=("self",)).filter(change=merging).order_by("pk")
    for pair in list(pairs):
        pair.state, pair.by, pair.at, pair.reason, pair.change = PairState.SUGGESTED, None, None, "", None
        pair.save(update_fields=["state", "by", "at", "reason", "change"])
        DuplicateDecision.objects.create(
            pair=pair, state=PairState.SUGGESTED, by=by, reason=undoing.reason, change=undoing
        )
    # What the merger made of the one merged away stands in the history, replaced by the undoing.
    was = History.objects.filter(row_kind=RowKind.PERSON, written_in=merging, replaced_in=undoing).order_by("pk")
    for row in was:
        if row.row.get("merged_into_id"):
            kept, gone = Person.objects.get(pk=row.row["merged_into_id"]), Person.objects.get(pk=row.row_id)
            followers.tell_parting(kept, gone, undoing)
