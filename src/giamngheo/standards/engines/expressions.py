"""Nodes as Ibis expressions. SQL's NULL is unknown; where SQL means something else by it, the difference is written
out.

AND, OR, NOT, comparison, IN and COALESCE mean in SQL what the table of docs/algorithms/standards.md means. CASE does
not:
it takes an unknown condition for a false one, so what follows a branch asks for its condition to be false.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any
from typing import Any as Expression

from giamngheo.standards import nodes as n
from giamngheo.standards.engines.columns import TYPES, Columns, kind_of, null, whole, wide
from giamngheo.standards.standard import Standard
from giamngheo.standards.validation import Kind

_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
}  # fmt: skip


class Scope:
    """What the nodes of one table's rows may read. What is None may not be read there.

    `over_members(node)` gives the value of Any, All and Count; `rules` those already computed, as columns.
    """

    def __init__(
        self,
        standard: Standard,
        household: Columns | None = None,
        member: Columns | None = None,
        over_members: Callable[[n.Any | n.All | n.Count], Expression] | None = None,
        rules: Mapping[str, Expression] | None = None,
    ) -> None:
        self.standard = standard
        self.household = household
        self.member = member
        self.over_members = over_members
        self.rules = rules or {}


def kind_of_node(node: n.AnyNode, standard: Standard) -> Kind:
    """Which kind of value a well-formed node gives; "open" where all of it is absent."""
    match node:
        case n.Constant(value):
            return "truth" if isinstance(value, bool) else "number" if isinstance(value, int) else "word"
        case n.Field(name) | n.MemberField(name):
            return kind_of(standard.questions[name])
        case n.Ref(name):
            return kind_of_node(standard.rules[name], standard) if name in standard.rules else "open"
        case n.Parameter() | n.CountTrue() | n.Count() | n.Add() | n.Multiply():
            return "number"
        case n.Absent():
            return "open"
        case n.Case(branches, otherwise):
            return _first((*(each.then for each in branches), otherwise), standard)
        case n.FirstKnown(terms):
            return _first(terms, standard)
    return "truth"


def _first(terms: tuple[n.AnyNode, ...], standard: Standard) -> Kind:
    kinds = (kind_of_node(term, standard) for term in terms)
    return next((kind for kind in kinds if kind != "open"), "open")


def expression(node: n.AnyNode, scope: Scope, kind: Kind) -> Expression:
    """`node` for every row; `kind` is what is wanted of it, which an absent value cannot tell by itself."""
    return _TRANSLATE[type(node)](node, scope, kind)


def _truths(terms: tuple[n.AnyNode, ...], scope: Scope) -> list[Expression]:
    return [expression(term, scope, "truth") for term in terms]


def _number(value: Expression) -> Expression:
    """True is 1 and false 0 (unknown stays unknown); numbers stay what they are, in 64 bits."""
    return value.cast("int64")


def _constant(node: n.Constant, scope: Scope, kind: Kind) -> Expression:
    import ibis

    if isinstance(node.value, int) and not isinstance(node.value, bool):
        return wide(node.value)
    return ibis.literal(node.value, TYPES[kind_of_node(node, scope.standard)])


def _parameter(node: n.Parameter, scope: Scope, kind: Kind) -> Expression:
    value = scope.standard.parameters.get(node.name)
    if isinstance(value, dict) and scope.household is not None and "area" in scope.standard.questions:
        return scope.household.by_option("area", value)
    return wide(value) if isinstance(value, int) else null("number")


def _absent(node: n.Absent, scope: Scope, kind: Kind) -> Expression:
    return null(kind)


def _field(node: n.Field, scope: Scope, kind: Kind) -> Expression:
    return null(kind) if scope.household is None else scope.household.value(node.name)


def _member_field(node: n.MemberField, scope: Scope, kind: Kind) -> Expression:
    return null(kind) if scope.member is None else scope.member.value(node.name)


def _ref(node: n.Ref, scope: Scope, kind: Kind) -> Expression:
    if node.name in scope.rules and kind_of_node(node, scope.standard) != "open":
        return scope.rules[node.name]
    tree = scope.standard.rules.get(node.name)
    return null(kind) if tree is None else expression(tree, scope, kind)


def _compare(node: n.Compare, scope: Scope, kind: Kind) -> Expression:
    return _COMPARE[node.op](expression(node.left, scope, "number"), expression(node.right, scope, "number"))


def _one_of(node: n.OneOf, scope: Scope, kind: Kind) -> Expression:
    match node.term:
        case n.Field(name) if scope.household is not None:
            return scope.household.one_of(name, node.options)
        case n.MemberField(name) if scope.member is not None:
            return scope.member.one_of(name, node.options)
    return expression(node.term, scope, "word").isin(node.options)


def _age_at_least(node: n.AgeAtLeast, scope: Scope, kind: Kind) -> Expression:
    import ibis

    birth, years = expression(node.term, scope, "birth"), expression(node.years, scope, "number")
    year, day = divmod(scope.standard.day_number, 10000)
    old = birth <= whole(scope.standard.day_number) - years * whole(10000)
    if day == 1231:
        return old
    # A year without a day is unknown in exactly one year: the one in which the birthdays of that age fall on both
    # sides.
    return ibis.cases((birth == (whole(year) - years) * whole(10000), null("truth")), else_=old)


def _not(node: n.Not, scope: Scope, kind: Kind) -> Expression:
    return ~expression(node.term, scope, "truth")


def _and(node: n.And, scope: Scope, kind: Kind) -> Expression:
    return reduce(lambda a, b: a & b, _truths(node.terms, scope))


def _or(node: n.Or, scope: Scope, kind: Kind) -> Expression:
    return reduce(lambda a, b: a | b, _truths(node.terms, scope))


def _at_least(node: n.AtLeast, scope: Scope, kind: Kind) -> Expression:
    import ibis

    count, terms = expression(node.count, scope, "number"), _truths(node.terms, scope)
    known = _sum([_number(term) for term in terms])
    sure = _sum([_number(term.fill_null(False)) for term in terms])
    possible = _sum([_number(term.fill_null(True)) for term in terms])
    # Where all are known, which is nearly everywhere, one sum is enough; engines look at the rest of CASE only
    # elsewhere.
    return ibis.cases(
        (known >= count, ibis.literal(True)), (known < count, ibis.literal(False)), (sure >= count, ibis.literal(True)),
        (possible < count, ibis.literal(False)), else_=null("truth"),
    )  # fmt: skip


def _sum(terms: list[Expression]) -> Expression:
    return reduce(lambda a, b: a + b, terms)


def _count_true(node: n.CountTrue, scope: Scope, kind: Kind) -> Expression:
    return _sum([_number(term) for term in _truths(node.terms, scope)])


def _add(node: n.Add, scope: Scope, kind: Kind) -> Expression:
    return _sum([_number(expression(term, scope, "number")) for term in node.terms])


def _multiply(node: n.Multiply, scope: Scope, kind: Kind) -> Expression:
    return reduce(lambda a, b: a * b, [_number(expression(term, scope, "number")) for term in node.terms])


def _members(node: n.Any | n.All | n.Count, scope: Scope, kind: Kind) -> Expression:
    return null(kind) if scope.over_members is None else scope.over_members(node)


def _case(node: n.Case, scope: Scope, kind: Kind) -> Expression:
    import ibis

    value = expression(node.otherwise, scope, kind)
    for branch in reversed(node.branches):
        when = expression(branch.when, scope, "truth")
        # Not "when IS NULL": Ibis writes (NOT x) IS NULL without its brackets, which says NOT (x IS NULL).
        value = ibis.cases((when, expression(branch.then, scope, kind)), (~when, value), else_=null(kind))
    return value


def _first_known(node: n.FirstKnown, scope: Scope, kind: Kind) -> Expression:
    import ibis

    return ibis.coalesce(*(expression(term, scope, kind) for term in node.terms))


_TRANSLATE: dict[type[n.Node], Callable[[Any, Scope, Kind], Expression]] = {
    n.Constant: _constant, n.Parameter: _parameter, n.Absent: _absent, n.Field: _field, n.MemberField: _member_field,
    n.Ref: _ref, n.Compare: _compare, n.OneOf: _one_of, n.AgeAtLeast: _age_at_least, n.Not: _not, n.And: _and,
    n.Or: _or, n.AtLeast: _at_least, n.CountTrue: _count_true, n.Any: _members, n.All: _members,
    n.Count: _members, n.Add: _add, n.Multiply: _multiply, n.Case: _case, n.FirstKnown: _first_known,
}  # fmt: skip
