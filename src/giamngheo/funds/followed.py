"""Which projects of the period before a project goes on from, by the crosswalk of the programme tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from giamngheo.programme.models import ProgrammeNode
from giamngheo.programme.queries import crosswalk


class Followed(NamedTuple):
    """`olds`: what goes on in a project. `elsewhere`: where any of them goes on besides. `of`: the project itself, or
    the one above it that the crosswalk names. `verified`: whether somebody confirmed all of that."""

    olds: tuple[ProgrammeNode, ...]
    elsewhere: tuple[ProgrammeNode, ...]
    of: ProgrammeNode
    verified: bool


class Ways(NamedTuple):
    """By project (number): what it follows; and of an old project, or one below it, the one the crosswalk names."""

    followed: Mapping[int, Followed]
    named: Mapping[int, int]


def ways_of(nodes: Iterable[int], olds: Iterable[int]) -> Ways:
    """Of projects of now and of the year before. Two queries."""
    steps = list(crosswalk())
    parents = dict(ProgrammeNode.objects.values_list("pk", "parent"))
    comes_from, goes_to = defaultdict(list), defaultdict(list)
    for step in steps:
        if step.new is not None:
            comes_from[step.new.pk].append((step, step.new))
            goes_to[step.old.pk].append(step.new)
    followed = {}
    for node in set(nodes):
        at = _nearest(node, comes_from, parents)
        if at is None:
            continue
        found, of = [step for step, _new in comes_from[at]], comes_from[at][0][1]
        besides = {new.pk: new for step in found for new in goes_to[step.old.pk] if new.pk != at}
        is_verified = all(step.verified for step in found)
        followed[node] = Followed(tuple(step.old for step in found), tuple(besides.values()), of, is_verified)
    known = {step.old.pk for step in steps}
    named = {each: old for each in set(olds) if (old := _nearest(each, known, parents)) is not None}
    return Ways(followed, named)


def _nearest(node: int, wanted: Collection[int], parents: Mapping[int, int | None]) -> int | None:
    """The node, or the first above it, that is wanted."""
    at: int | None = node
    while at is not None and at not in wanted:
        at = parents.get(at)
    return at
