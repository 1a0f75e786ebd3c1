"""Two lists as they may be published: small counts hidden, and what would give them back (measures.disclosure)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from giamngheo.analysis.measures.disclosure import THRESHOLD, Sum, hidden_related

Key = tuple[Any, ...]  # number of the group, then what is counted there
Counts = dict[Key, int]
SIDES = (("before", "from"), ("after", "to"))
CORNERS = ("both", "listed_only", "poor_only", "neither")
KEPT = ("opening", "closing")  # of a movement row: they are counts of a class in a round


def hide_flows(groups: Sequence[dict[str, Any]]) -> None:
    """Replace by None, in place, what must not be shown; such a group says "suppressed": true.

    Every count stands in a sum: cells of the transitions in the class of a round, classes in the round's total, groups
    in everybody. A household that moved between groups makes the sums of cells differ; those are left out.
    """
    counts: Counts = {}
    for at, group in enumerate(groups):
        for cell in group["transitions"]:
            counts[at, "cell", cell["from"], cell["to"]] = cell["households"]
        for side, _ in SIDES:
            counts |= {(at, side, name): group[side][name] for name in _names(group[side])}
    sums = [each for at, group in enumerate(groups) for each in _sums_within(at, group, counts)]
    gone = _hidden(counts, sums)
    for at, group in enumerate(groups):
        _hide_group(group, {name[1:] for name in gone if name[0] == at})


def _hidden(counts: Counts, sums: Sequence[Sum]) -> set[Key]:
    found = hidden_related(dict(counts), [*sums, *_sums_across(counts)])
    return {each for each in found if isinstance(each, tuple)}


def _names(classes: dict[str, Any]) -> list[str]:
    return [name for name, value in classes.items() if isinstance(value, int)]


def _sums_within(at: int, group: dict[str, Any], counts: Counts) -> list[Sum]:
    found = []
    for side, end in SIDES:
        classes = [name for name in _names(group[side]) if name != "total"]
        found.append(Sum((at, side, "total"), tuple((at, side, name) for name in classes)))
        for name in classes:
            mine = tuple((at, "cell", each["from"], each["to"]) for each in group["transitions"] if each[end] == name)
            if mine:
                found.append(Sum((at, side, name), mine))
    return found


def _sums_across(counts: Counts) -> list[Sum]:
    """The first group is everybody; a count of it is the sum of the others' where it really is."""
    found = []
    for name in [each for each in counts if each[0] == 0]:
        parts = tuple(each for each in counts if each[0] != 0 and each[1:] == name[1:])
        if parts and sum(counts[each] for each in parts) == counts[name]:
            found.append(Sum(name, parts))
    return found


def _hide_group(group: dict[str, Any], gone: set[Key]) -> None:
    for cell in group["transitions"]:
        if ("cell", cell["from"], cell["to"]) in gone:
            cell.update(households=None, people_before=None, people_after=None)
    for side, end in SIDES:
        _hide_classes(group[side], {name for kind, name, *_ in gone if kind == side})
        hidden_cells = {cell[end] for cell in group["transitions"] if cell["households"] is None}
        for klass, units in group["movement"].items():
            _hide_movement(units, group, klass, klass in hidden_cells)
    if gone or any(None in units["households"].values() for units in group["movement"].values()):
        group["suppressed"] = True


def _hide_classes(classes: dict[str, Any], gone: set[Any]) -> None:
    people = classes["people"]
    for each in [classes, *([people] if people else [])]:
        each.update({name: None for name in gone if name in each})
        if gone:
            each.update({name: None for name in each if str(name).endswith("_rate")})


def _hide_movement(units: dict[str, Any], group: dict[str, Any], klass: str, cells_hidden: bool) -> None:
    """Of a row of which a part is small, or made of a hidden cell, only the opening and the closing count stay."""
    ends = {"opening": group["before"][klass], "closing": group["after"][klass]}
    few = any(0 < (value or 0) < THRESHOLD for row in units.values() if row for value in row.values())
    for row in units.values():
        if row is None:
            continue
        if few or cells_hidden:
            row.update({name: None for name in row if name not in KEPT})
        row.update({name: None for name, count in ends.items() if count is None})


def hide_targeting(groups: Sequence[dict[str, Any]]) -> None:
    """The same of a list and a second source: four corners and their sum, by group and of everybody."""
    counts: Counts = {
        (at, name): group[name] for at, group in enumerate(groups) for name in (*CORNERS, "households", "apart")
    }
    sums = [Sum((at, "households"), tuple((at, name) for name in CORNERS)) for at in range(len(groups))]
    gone = _hidden(counts, sums)
    for at, group in enumerate(groups):
        mine = {name for where, name in gone if where == at}
        group.update(dict.fromkeys(mine))
        for error, corner in (("exclusion_error", "poor_only"), ("inclusion_error", "listed_only")):
            if mine & {"both", corner}:
                group[error] = None
        if mine:
            group["suppressed"] = True
