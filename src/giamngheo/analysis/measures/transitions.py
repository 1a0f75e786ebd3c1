"""Households of two rounds side by side: who went from which class to which, in households and people.

A household is found again by its id. `absent` stands for a household that a round does not know: it moved, split,
joined or died out. With `by`, one that moved from a unit to another is absent afterwards in the one and before in the
other, so that each unit's row balances; without `by` it is simply found again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

ABSENT = "absent"
UNKNOWN = "unknown"  # known to the round, but of no class


class Flow(NamedTuple):
    """Households that went from one class to another; people as each round counted them."""

    before: str
    after: str
    relapsed: bool
    households: int
    people_before: int
    people_after: int
    grown: int  # people added in households that both rounds know
    shrunk: int  # people lost there


def flow_table(
    before: Any, after: Any, *, id: str, household_class: str, members: str, relapsed: str = "", by: Sequence[str] = ()
) -> Any:
    """Ibis expression: by..., before, after, relapsed and the counts of Flow. Ids must be unique in each round.

    `relapsed` names a Boolean column of `after`: whether a household fell back is a finding of the review, and the
    law's window for it has not been seen, so it is not worked out here.
    """
    old = before.select(id_=before[id], class_0=before[household_class], n_0=before[members], **_keys(before, by, "0"))
    flag = {"fell_back": after[relapsed].fill_null(False)} if relapsed else {"fell_back": _false()}
    new = after.select(
        id_1=after[id], class_1=after[household_class], n_1=after[members], **flag, **_keys(after, by, "1")
    )
    same = [old.id_ == new.id_1, *(old[f"{name}_0"] == new[f"{name}_1"] for name in by)]
    both = old.join(new, same, how="outer")
    people_0, people_1 = both.n_0.cast("int64").fill_null(0), both.n_1.cast("int64").fill_null(0)
    known = both.id_.notnull() & both.id_1.notnull()
    step = known.ifelse(people_1 - people_0, 0)
    keys = {name: both[f"{name}_1"].fill_null(both[f"{name}_0"]) for name in by}
    wide = both.select(
        **keys, before=both.class_0.fill_null(ABSENT), after=both.class_1.fill_null(ABSENT),
        relapsed=both.fell_back.fill_null(False), people_0=people_0, people_1=people_1,
        up=(step > 0).ifelse(step, 0), down=(step < 0).ifelse(-step, 0),
    )  # fmt: skip
    return wide.group_by(*by, "before", "after", "relapsed").aggregate(
        households=wide.count(), people_before=wide.people_0.sum(), people_after=wide.people_1.sum(),
        grown=wide.up.sum(), shrunk=wide.down.sum(),
    )  # fmt: skip


def _keys(table: Any, by: Sequence[str], mark: str) -> dict[str, Any]:
    return {f"{name}_{mark}": table[name] for name in by}


def _false() -> Any:
    import ibis

    return ibis.literal(False)


def flows(told: Any, by: Sequence[str] = ()) -> dict[tuple[Any, ...], list[Flow]]:
    """The flows of each group from the table of flow_table."""
    found: dict[tuple[Any, ...], list[Flow]] = {}
    for row in told.to_pylist():
        counts = (int(row[name] or 0) for name in Flow._fields[3:])
        flow = Flow(row["before"], row["after"], bool(row["relapsed"]), *counts)
        found.setdefault(tuple(row[name] for name in by), []).append(flow)
    return found


def transition_matrix(told: Sequence[Flow], unit: str = "households") -> dict[tuple[str, str], int]:
    """(class before, class after) → count; `unit` is households, people_before or people_after."""
    matrix: dict[tuple[str, str], int] = {}
    for flow in told:
        key = (flow.before, flow.after)
        matrix[key] = matrix.get(key, 0) + int(getattr(flow, unit))
    return matrix
