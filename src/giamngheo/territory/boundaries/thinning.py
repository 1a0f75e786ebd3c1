"""Rings: what makes one invalid, and fewer places for a screen. Pure geometry on a plane of degrees."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Place = tuple[float, float]
Ring = Sequence[Place]
SHARE = 400  # of the longer side: what a picture of that many pixels could not show
MOST_SIDES = 600  # beyond, every pair of sides is too many to look at on a page


def area(ring: Ring) -> float:
    """Twice the area enclosed, signed."""
    return sum(x * v - u * y for (x, y), (u, v) in pairwise(ring))


def tolerance(rings: Sequence[Ring]) -> float:
    """How far a place left out may lie from the line."""
    xs, ys = ([place[at] for ring in rings for place in ring] for at in (0, 1))
    return max(max(xs) - min(xs), max(ys) - min(ys)) / SHARE


def thinned(ring: Ring, within: float) -> list[Place]:
    """The ring with fewer places; as it came where too little would be left of it."""
    # A closed ring begins and ends at one place: its farthest place splits it into two lines.
    far = max(range(len(ring)), key=lambda at: _squared(ring[at], ring[0]))
    kept = [*_line(ring[: far + 1], within), *_line(ring[far:], within)[1:]]
    return kept if len(kept) > 3 and area(kept) and not crosses(kept) else list(ring)


def crosses(ring: Ring) -> bool:
    """Whether two sides that are no neighbours meet. Every pair is asked; of a very long ring none is."""
    sides = list(pairwise(ring))
    if len(sides) > MOST_SIDES:
        return False
    return any(
        _meet(*sides[one], *sides[other])
        for one in range(len(sides))
        for other in range(one + 2, len(sides) - (one == 0))
    )


def _line(places: Ring, within: float) -> list[Place]:
    """Douglas and Peucker, without recursion: a coast has more places than Python has depth."""
    keep = {0, len(places) - 1}
    waiting = [(0, len(places) - 1)]
    while waiting:
        first, last = waiting.pop()
        at, far = max(
            ((each, _distance(places[each], places[first], places[last])) for each in range(first + 1, last)),
            key=lambda each: each[1], default=(0, 0.0),
        )  # fmt: skip
        if far > within:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [places[each] for each in sorted(keep)]


def _distance(place: Place, begins: Place, ends: Place) -> float:
    """From a place to the side between two others."""
    (x, y), (u, v) = begins, ends
    length = _squared(begins, ends)
    along = ((place[0] - x) * (u - x) + (place[1] - y) * (v - y)) / length if length else 0.0
    part = min(1.0, max(0.0, along))
    return _squared(place, (x + part * (u - x), y + part * (v - y))) ** 0.5


def _squared(one: Place, other: Place) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _meet(a: Place, b: Place, c: Place, d: Place) -> bool:
    def turn(p: Place, q: Place, r: Place) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
