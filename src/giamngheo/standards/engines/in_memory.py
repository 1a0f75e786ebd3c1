"""The reference engine: one household at a time, in plain Python. Unknown is None; see docs/algorithms/standards.md."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from giamngheo.standards import nodes as n
from giamngheo.standards.standard import Standard

Value = bool | int | str | None
Answers = Mapping[str, Value]

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip


class World:
    """One household before the law: its answers, its members' answers, the standard. Rules are computed once."""

    def __init__(self, standard: Standard, household: Answers, members: Sequence[Answers]) -> None:
        self.standard = standard
        self.household = household
        self.members = members
        self.rules: dict[str, Value] = {}

    def rule(self, name: str) -> Value:
        """Value of a rule of the standard; unknown where the standard has no such rule (it is absent)."""
        if name not in self.rules:
            tree = self.standard.rules.get(name)
            self.rules[name] = None if tree is None else evaluate(tree, self)
        return self.rules[name]


def evaluate(node: n.AnyNode, world: World, member: Answers | None = None) -> Value:
    """Value of `node` for the household, or for `member` of it; None is unknown."""
    return _TRANSLATE[type(node)](node, world, member)


def completed(birth: int, years: int, day: int) -> bool | None:
    """Whether somebody born on `birth` (YYYYMMDD or YYYY0000) has completed `years` on `day` (YYYYMMDD)."""
    latest = day - years * 10000
    if birth % 10000 == 0 and birth // 10000 == latest // 10000 and latest % 10000 != 1231:
        return None
    return birth <= latest


def _constant(node: n.Constant, world: World, member: Answers | None) -> Value:
    return node.value


def _parameter(node: n.Parameter, world: World, member: Answers | None) -> Value:
    value = world.standard.parameters.get(node.name)
    if isinstance(value, dict):
        area = world.household.get("area")
        return value.get(area) if isinstance(area, str) else None
    return value


def _absent(node: n.Absent, world: World, member: Answers | None) -> Value:
    return None


def _field(node: n.Field, world: World, member: Answers | None) -> Value:
    return world.household.get(node.name)


def _member_field(node: n.MemberField, world: World, member: Answers | None) -> Value:
    return member.get(node.name) if member is not None else None


def _ref(node: n.Ref, world: World, member: Answers | None) -> Value:
    return world.rule(node.name)


def _compare(node: n.Compare, world: World, member: Answers | None) -> Value:
    left, right = evaluate(node.left, world, member), evaluate(node.right, world, member)
    return None if left is None or right is None else _COMPARE[node.op](left, right)


def _one_of(node: n.OneOf, world: World, member: Answers | None) -> Value:
    value = evaluate(node.term, world, member)
    return None if value is None else value in node.options


def _age_at_least(node: n.AgeAtLeast, world: World, member: Answers | None) -> Value:
    birth, years = evaluate(node.term, world, member), evaluate(node.years, world, member)
    if birth is None or years is None:
        return None
    return completed(int(birth), int(years), world.standard.day_number)


def _not(node: n.Not, world: World, member: Answers | None) -> Value:
    value = evaluate(node.term, world, member)
    return None if value is None else not value


def _and(node: n.And, world: World, member: Answers | None) -> Value:
    return all_of(evaluate(term, world, member) for term in node.terms)


def _or(node: n.Or, world: World, member: Answers | None) -> Value:
    return any_of(evaluate(term, world, member) for term in node.terms)


def any_of(values: Iterable[Value]) -> bool | None:
    """Whether one is true: unknown when none is and some are unknown."""
    result: bool | None = False
    for value in values:
        if value:
            return True
        if value is None:
            result = None
    return result


def all_of(values: Iterable[Value]) -> bool | None:
    """Whether all are true: unknown when none is false and some are unknown."""
    result: bool | None = True
    for value in values:
        if value is None:
            result = None
        elif not value:
            return False
    return result


def _at_least(node: n.AtLeast, world: World, member: Answers | None) -> Value:
    count = evaluate(node.count, world, member)
    if count is None:
        return None
    values = [evaluate(term, world, member) for term in node.terms]
    sure, open_ = sum(value is True for value in values), sum(value is None for value in values)
    if sure >= int(count):
        return True
    return None if sure + open_ >= int(count) else False


def _sum(values: list[Value]) -> Value:
    return None if any(value is None for value in values) else sum(int(value) for value in values if value is not None)


def _count_true(node: n.CountTrue, world: World, member: Answers | None) -> Value:
    return _sum([evaluate(term, world, member) for term in node.terms])


def _add(node: n.Add, world: World, member: Answers | None) -> Value:
    return _sum([evaluate(term, world, member) for term in node.terms])


def _multiply(node: n.Multiply, world: World, member: Answers | None) -> Value:
    product = 1
    for term in node.terms:
        value = evaluate(term, world, member)
        if value is None:
            return None
        product *= int(value)
    return product


def _any_member(node: n.Any, world: World, member: Answers | None) -> Value:
    return any_of(evaluate(node.where, world, each) for each in world.members)


def _all_members(node: n.All, world: World, member: Answers | None) -> Value:
    return all_of(evaluate(node.where, world, each) for each in world.members)


def _count_members(node: n.Count, world: World, member: Answers | None) -> Value:
    return _sum([evaluate(node.where, world, each) for each in world.members])


def _case(node: n.Case, world: World, member: Answers | None) -> Value:
    for branch in node.branches:
        holds = evaluate(branch.when, world, member)
        if holds is None:
            return None
        if holds:
            return evaluate(branch.then, world, member)
    return evaluate(node.otherwise, world, member)


def _first_known(node: n.FirstKnown, world: World, member: Answers | None) -> Value:
    for term in node.terms:
        value = evaluate(term, world, member)
        if value is not None:
            return value
    return None


_TRANSLATE: dict[type[n.Node], Callable[[Any, World, Answers | None], Value]] = {
    n.Constant: _constant, n.Parameter: _parameter, n.Absent: _absent, n.Field: _field, n.MemberField: _member_field,
    n.Ref: _ref, n.Compare: _compare, n.OneOf: _one_of, n.AgeAtLeast: _age_at_least, n.Not: _not, n.And: _and,
    n.Or: _or, n.AtLeast: _at_least, n.CountTrue: _count_true, n.Any: _any_member, n.All: _all_members,
    n.Count: _count_members, n.Add: _add, n.Multiply: _multiply, n.Case: _case, n.FirstKnown: _first_known,
}  # fmt: skip
