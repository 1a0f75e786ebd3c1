"""The households of two people who are one. Prose: docs/algorithms/duplicates.md, "Merging"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from giamngheo.households.keeping.spans import ONE_DAY, Span, overlap, without
from giamngheo.households.models import LeftAs, Membership


class Piece(NamedTuple):
    """A membership of the one person. `row`: the row it is made of; `new`: another row than that, of the same
    household and relation."""

    row: Membership
    since: date
    until: date | None
    left_as: str
    left_to: str
    new: bool = False

    @property
    def span(self) -> Span:
        return self.since, self.until


def contradict(first: Iterable[Membership], second: Iterable[Membership]) -> bool:
    """Whether on some day both are members, and not of one household with one relation."""
    others = list(second)
    return any(overlap(_span(a), _span(b)) and _place(a) != _place(b) for a in first for b in others)


def earlier(first: Sequence[Membership], second: Sequence[Membership]) -> bool:
    """Whether the first person's memberships begin no later than the second's: they count where nothing contradicts."""
    return not second or (bool(first) and first[0].valid_from <= second[0].valid_from)


def joined(counting: Sequence[Membership], other: Sequence[Membership], died_on: date | None) -> list[Piece]:
    """The memberships of the one person, in order: those that count, and what days of the other are left."""
    pieces = [_whole(row) for row in counting]
    spans = [each.span for each in pieces]
    for row in other:
        for at, left in enumerate(without(_span(row), spans)):
            pieces.append(_cut(row, left, counting, new=at > 0))
    pieces.sort(key=lambda piece: piece.since)
    return list(_until(died_on, _touching(pieces)))


def _span(row: Membership) -> Span:
    return row.valid_from, row.valid_to


def _place(row: Membership) -> tuple[int, str]:
    return row.household_id, row.relation


def _whole(row: Membership) -> Piece:
    return Piece(row, row.valid_from, row.valid_to, row.left_as, row.left_to)


def _cut(row: Membership, left: Span, counting: Sequence[Membership], *, new: bool) -> Piece:
    since, until = left
    if until == row.valid_to:
        return Piece(row, since, until, row.left_as, row.left_to, new)
    after = next(each for each in counting if until is not None and each.valid_from == until + ONE_DAY)
    same = after.household_id == row.household_id
    return Piece(row, since, until, LeftAs.REGROUPED if same else LeftAs.MERGED_PEOPLE, "", new)


def _touching(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces of both people that follow one another in one household with one relation are one."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if (
            last is not None
            and last.until is not None
            and last.until + ONE_DAY == piece.since
            and _place(last.row) == _place(piece.row)
            and last.row.person_id != piece.row.person_id
        ):
            kept = last if piece.new else piece
            found[-1] = piece._replace(row=kept.row, new=kept.new, since=last.since)
        else:
            found.append(piece)
    return found


def _until(died_on: date | None, pieces: Iterable[Piece]) -> Iterable[Piece]:
    for piece in pieces:
        if died_on is None or (piece.until is not None and piece.until <= died_on):
            yield piece
        elif piece.since <= died_on:
            yield piece._replace(until=died_on, left_as=LeftAs.DIED, left_to="")
