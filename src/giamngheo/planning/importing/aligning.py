"""Which row and column of a typed table was which before (docs/algorithms/edit-tables.md, "former selves"). Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from difflib import SequenceMatcher

Table = Sequence[Sequence[str]]
Partners = dict[int, int]  # a place in the new one -> its place in the old one


def former_cells(old: Table, new: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """For the cells of `new` that have one, their former place in `old`; both as printed, all rows of one length."""
    columns = _partners(_heads(old), _heads(new), [], [], uneven=True)
    shared = sorted(columns.items())
    left = [tuple(row[x] for _, x in shared) for row in old[1:]]
    right = [tuple(row[y] for y, _ in shared) for row in new[1:]]
    rows = _partners(left, right, [_label(row) for row in left], [_label(row) for row in right], uneven=False)
    places = {0: 0, **{b + 1: a + 1 for b, a in rows.items()}} if old and new else {}
    return {(row, column): (places[row], columns[column]) for row in places for column in columns}


def _heads(table: Table) -> list[str]:
    """The first words of every column."""
    width = len(table[0]) if table else 0
    return [next((row[at] for row in table if row[at].strip()), "") for at in range(width)]


def _label(row: Sequence[str]) -> str:
    """What a row is called by: its first cell that has a letter, else its first."""
    return next((cell for cell in row if any(char.isalpha() for char in cell)), row[0] if row else "")


def _partners(
    old: Sequence[Hashable], new: Sequence[Hashable], old_labels: list[str], new_labels: list[str], *, uneven: bool
) -> Partners:
    """The four steps. `uneven`: between two partners pair from left to right even where one side has more."""
    found = {at: at for at in range(min(len(old), len(new))) if old[at] == new[at]}
    left, right = _alone(old, found.values()), _alone(new, found)
    matcher = SequenceMatcher(None, [old[at] for at in left], [new[at] for at in right], autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        found.update({right[b + step]: left[a + step] for step in range(size)})
    _same(old, new, found)
    _same(old_labels, new_labels, found)
    _between(len(old), len(new), found, uneven=uneven)
    return found


def _alone(places: Sequence[object], taken: Iterable[int]) -> list[int]:
    held = set(taken)
    return [at for at in range(len(places)) if at not in held]


def _same(old: Sequence[Hashable], new: Sequence[Hashable], found: Partners) -> None:
    """Pair what is equal and alone, wherever it stands; the first with the first. Blanks tell nothing."""
    waiting: dict[Hashable, list[int]] = {}
    for at in _alone(old, found.values()):
        waiting.setdefault(old[at], []).append(at)
    for at in _alone(new, found):
        if new[at] and waiting.get(new[at]):
            found[at] = waiting[new[at]].pop(0)


def _between(old: int, new: int, found: Partners, *, uneven: bool) -> None:
    """Pair runs of lonely ones that stand behind the same partners."""
    taken = set(found.values())
    at = 0
    while at < new:
        if at in found:
            at += 1
            continue
        end = next((each for each in range(at, new) if each in found), new)
        start = found[at - 1] + 1 if at else 0
        stop = next((each for each in range(start, old) if each in taken), old)
        if uneven or end - at == stop - start:
            pairs = dict(zip(range(at, end), range(start, stop), strict=False))
            found.update(pairs)
            taken.update(pairs.values())
        at = end
