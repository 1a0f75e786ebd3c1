"""The engine of millions of households: the same nodes as Ibis expressions, for DuckDB and for Spark alike.

    table = judged(standard, households, members, ["household_class", "deprivation_count"])

`households` has household_id and a column for each answered question, `members` household_id and theirs; types as
`columns` says. Whatever `in_memory` says of a household, a row of the result says too: NULL is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any as Expression

from giamngheo.standards import nodes as n
from giamngheo.standards.engines.columns import Columns, null, whole
from giamngheo.standards.engines.expressions import Scope, expression, kind_of_node
from giamngheo.standards.engines.over_members import OverMembers
from giamngheo.standards.standard import Standard

ID, PREFIX = "household_id", "household_"


def judged(standard: Standard, households: Expression, members: Expression, names: Sequence[str]) -> Expression:
    """household_id and the rules `names` (not those about persons), a row a household."""
    over = OverMembers(standard, trees(standard, names))
    table = beside(households, summed(over, Columns(members, standard.questions)), over)
    return ruled(standard, table, Columns(table, standard.questions), over, names).select(ID, *names)


def summed(over: OverMembers, members: Columns, also: Iterable[str] = ()) -> Expression:
    """household_id and the aggregates of its members; `also` are questions to look up for the REFUSED bit alone."""
    asked = tuple(also)
    words = {f"word_{at}": over.word(at, members, asked if at == 0 else ()) for at in range(over.words)}
    table = members.table.select(**{ID: members.table[ID]}, **words).view()
    return table.group_by(ID).aggregate(**over.aggregates([table[name] for name in words]))


def beside(households: Expression, sums: Expression, over: OverMembers) -> Expression:
    """The households with the aggregates of their members; where nobody is listed, all is open."""
    joined = households.left_join(sums, ID).drop(f"{ID}_right")
    return joined.mutate(**{name: joined[name].fill_null(whole(value)) for name, value in over.nobody.items()}).view()


def ruled(
    standard: Standard, table: Expression, household: Columns, over: OverMembers, names: Sequence[str]
) -> Expression:
    """`table` with a column for each rule of `names` and each rule they refer to: every rule is computed once."""
    done: set[str] = set()
    for level in levels(standard, names):
        scope = Scope(
            standard, household.at(table), over_members=partial(over.value, row=table),
            rules={name: table[name] for name in done},
        )  # fmt: skip
        # A view keeps the levels apart: joined into one expression, a rule would be written out at each mention.
        table = table.mutate(**{name: _rule(name, scope) for name in level}).view()
        done.update(level)
    return table


def _rule(name: str, scope: Scope) -> Expression:
    tree = scope.standard.rules.get(name)
    return null("open") if tree is None else expression(tree, scope, kind_of_node(tree, scope.standard))


def levels(standard: Standard, names: Iterable[str]) -> list[list[str]]:
    """The rules `names` and all they refer to, those that refer to nothing first, each after those it refers to."""
    depth: dict[str, int] = {}

    def deep(name: str) -> int:
        if name not in depth:
            below = n.walk(standard.rules[name]) if name in standard.rules else []
            depth[name] = max((1 + deep(each.name) for each in below if isinstance(each, n.Ref)), default=0)
        return depth[name]

    for name in names:
        deep(name)
    return [sorted(name for name in depth if depth[name] == at) for at in range(max(depth.values(), default=-1) + 1)]


def trees(standard: Standard, names: Iterable[str]) -> list[n.AnyNode]:
    """The trees of the rules `names` and of all they refer to."""
    return [standard.rules[name] for level in levels(standard, names) for name in level if name in standard.rules]


def persons(standard: Standard, members: Expression, households: Expression, name: str) -> Expression:
    """`members` with the rule `name` about a person; `households` has the rules and answers of `reads_of(...)`."""
    tree = standard.rules.get(name)
    if tree is None:
        return members.mutate(**{name: null("truth")})
    known = [each for each in reads_of(standard, name) if each in households.columns]
    told = households.select(**{ID: households[ID]}, **{PREFIX + each: households[each] for each in known})
    joined = members.left_join(told, ID).drop(f"{ID}_right").view()
    scope = Scope(
        standard, Columns(joined, standard.questions, PREFIX), Columns(joined, standard.questions),
        rules={each: joined[PREFIX + each] for each in known if each in standard.rules},
    )  # fmt: skip
    return joined.mutate(**{name: expression(tree, scope, "truth")}).drop(*(PREFIX + each for each in known))


def reads_of(standard: Standard, name: str) -> list[str]:
    """Rules and household answers that the rule `name` about a person reads directly."""
    nodes = n.walk(standard.rules[name]) if name in standard.rules else []
    area = {"area"} if any(isinstance(each, n.Parameter) for each in nodes) else set()
    return sorted({each.name for each in nodes if isinstance(each, n.Field | n.Ref)} | area)
