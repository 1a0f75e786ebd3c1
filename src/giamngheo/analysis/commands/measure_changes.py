"""Changes between two rounds of measures as JSON: absolute, relative, annualised, with tests where errors are known.

Made from the groups as they are printed, so that nothing hidden in one of them comes out of a difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from giamngheo.analysis.measures.changes import Estimate, change

SINGLES = ("H", "A", "M0", "M1", "M2", "vulnerable", "severe")
FAMILIES = ("headcount", "censored")
Shape = dict[str, Any]


def changes_of(after: Sequence[Shape], before: Sequence[Shape], years: float) -> list[Shape]:
    """A change for each group, k and weighting that either round has; figures that one of them lacks are None."""
    old, new = ({_key(each): each for each in groups} for groups in (before, after))
    return [_change(old.get(key), new.get(key), years) for key in dict.fromkeys([*new, *old])]


def _key(group: Shape) -> tuple[Any, ...]:
    return tuple(group["by"].items()), group["weighting"], group["k"]


def _change(before: Shape | None, after: Shape | None, years: float) -> Shape:
    either = after or before or {}
    shape: Shape = {name: either[name] for name in ("by", "k", "k_value", "weighting")}
    shape |= {"n": {"before": before and before["n"], "after": after and after["n"]}}
    for name in (each for each in SINGLES if each in either):
        shape[name] = _between(before, after, years, name)
    for family in FAMILIES:
        shape[family] = {name: _between(before, after, years, family, name) for name in either[family]}
    return shape


def _between(before: Shape | None, after: Shape | None, years: float, *path: str) -> Shape:
    values = [_at(each, path) for each in (before, after)]
    told: Shape = {"before": values[0], "after": values[1]}
    names = ("absolute", "relative", "annual_absolute", "annual_relative")
    errors = {"se": "absolute_error", "relative_se": "relative_error", "t": "statistic", "p": "p_value"}
    if before is None or after is None or values[0] is None or values[1] is None:
        return told | dict.fromkeys(names)
    found = change(_estimate(before, values[0], path), _estimate(after, values[1], path), years)
    told |= {name: getattr(found, name) for name in names}
    if found.absolute_error is not None:
        told |= {name: getattr(found, attribute) for name, attribute in errors.items()}
    return told


def _estimate(group: Shape, value: float, path: Sequence[str]) -> Estimate:
    return Estimate(value, _at(group.get("se"), path), group.get("df", 0))


def _at(group: Shape | None, path: Sequence[str]) -> float | None:
    found: Any = group
    for name in path:
        found = found.get(name) if found is not None else None
    return found  # type: ignore[no-any-return]
