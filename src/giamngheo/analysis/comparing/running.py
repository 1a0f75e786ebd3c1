"""Both lists joined by the households' ids: flows between classes, or agreement with a second source, by group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from giamngheo.analysis.comparing.findings import NOBODY, UNKNOWN
from giamngheo.analysis.comparing.rounds import Round
from giamngheo.analysis.measures.targeting import Targeting, agreement_table, targeting
from giamngheo.analysis.measures.transitions import ABSENT, Flow, flow_table, flows
from giamngheo.analysis.measures.transitions import UNKNOWN as NO_CLASS
from giamngheo.analysis.runners.engines import Engine
from giamngheo.foundation.findings import Finding

Group = tuple[Any, ...]


def moved(engine: Engine, before: Round, after: Round, by: Sequence[str]) -> dict[Group, list[Flow]]:
    """The flows of everybody, group (), and of each group of `by`, in order.

    A household that moved from a group to another is found again among everybody; it is absent in the one afterwards
    and in the other before.
    """
    found: dict[Group, list[Flow]] = {}
    for columns in _margins(by):
        table = flow_table(
            before.table, after.table, id="id_", household_class="class_", members="members_", relapsed="relapsed_",
            by=columns,
        )  # fmt: skip
        told = flows(engine.arrow(table), columns)
        found |= {key: told[key] for key in sorted(told, key=in_order)}
    return found


def agreed(
    engine: Engine, listed: Round, second: Round, poor: Sequence[str], by: Sequence[str]
) -> dict[Group, tuple[Targeting, int]]:
    """Agreement of the list with the second source, of everybody and of each group; and households one of them knows.

    Poor are the classes `poor`; households without a class are of those that the source does not know.
    """
    sources = []
    for each in (listed, second):
        known = each.table.filter(each.table.class_ != NO_CLASS)
        sources.append(known.mutate(poor_=known.class_.isin(list(poor))))
    found: dict[Group, tuple[Targeting, int]] = {}
    for columns in _margins(by):
        table = agreement_table(*sources, id="id_", listed_poor="poor_", truly_poor="poor_", by=columns)
        told = targeting(engine.arrow(table), columns)
        found |= {key: told[key] for key in sorted(told, key=in_order)}
    return found


def _margins(by: Sequence[str]) -> list[list[str]]:
    columns = [f"by{at}_" for at in range(len(by))]
    return [[], columns] if columns else [[]]


def in_order(group: Group) -> tuple[Any, ...]:
    """Numbers by their value, then words, the unknown last."""
    return tuple((each is None, not str(each).isdecimal(), int(each) if str(each).isdecimal() else 0, str(each))
                 for each in group)  # fmt: skip


def about(before: Round, after: Round, everybody: Sequence[Flow]) -> list[Finding]:
    """What there is to say about both lists together, besides what each says of itself."""
    found = []
    for each, at in ((before, 0), (after, 1)):
        count = sum(flow.households for flow in everybody if (flow.before, flow.after)[at] == NO_CLASS)
        if count:
            found.append(UNKNOWN.at(path=each.path, count=count))
    if everybody and all(ABSENT in (flow.before, flow.after) for flow in everybody):
        found.append(NOBODY.at(before=before.path, after=after.path))
    return found
