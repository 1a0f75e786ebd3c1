"""Types and scopes of rules: what msgspec's closed schema cannot see. Every release is checked before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from giamngheo.standards import nodes as n
from giamngheo.standards.release import Question

Kind = Literal["truth", "number", "word", "birth", "open"]  # "open": an absent value, which fits anywhere
_OF_QUESTION: dict[str, Kind] = {"yes_no": "truth", "option": "word", "birth": "birth"}


class RuleError(ValueError):
    """A rule is not well-formed; the message names the rule and what is wrong."""


class Checker:
    """Finds the kind of every node, or says what does not fit.

    `questions` and `parameters` (true: by area) are what rules may read; `rules` are the trees a Ref may name.
    """

    def __init__(
        self, questions: Mapping[str, Question], parameters: Mapping[str, bool], rules: Mapping[str, n.AnyNode | None]
    ) -> None:
        self.questions = questions
        self.parameters = parameters
        self.rules = rules
        self._persons = False  # whether a rule about a person is looked at, which may read the household too
        self._known: dict[str, Kind] = {}
        self._open: list[str] = []

    def rule(self, name: str) -> Kind:
        """Kind of a rule's value; raises RuleError for unknown names, circles, wrong types and wrong scopes."""
        if name not in self.rules:
            raise RuleError(f"no rule is called {name}")
        if name in self._open:
            raise RuleError(f"rules go in a circle: {' -> '.join([*self._open, name])}")
        if name not in self._known:
            tree = self.rules[name]
            self._open.append(name)
            try:
                self._known[name] = "open" if tree is None else self.of(tree, member=False)
            finally:
                self._open.pop()  # whoever goes on after a refusal sees no circle that is none
        return self._known[name]

    def person(self, tree: n.AnyNode) -> Kind:
        """Kind of a rule about one person: its answers and the household's rules together."""
        self._persons = True
        try:
            return self.of(tree, member=True)
        finally:
            self._persons = False

    def household_only(self, member: bool) -> None:
        """Conditions counted over members look at members alone, so that one pass over members is enough."""
        if member and not self._persons:
            raise RuleError("an answer or a rule of the household where one member is looked at")

    def of(self, node: n.AnyNode, *, member: bool) -> Kind:
        """Kind of `node`; `member`: it stands where one member is looked at."""
        return _KINDS[type(node)](self, node, member)

    def want(self, node: n.AnyNode, kind: Kind, member: bool) -> None:
        found = self.of(node, member=member)
        if found not in (kind, "open"):
            raise RuleError(f"{type(node).__name__} gives {found} where {kind} is needed")

    def same(self, terms: tuple[n.AnyNode, ...], member: bool) -> Kind:
        kinds = {self.of(term, member=member) for term in terms} - {"open"}
        if len(kinds) > 1:
            raise RuleError(f"terms of different kinds: {', '.join(sorted(kinds))}")
        return kinds.pop() if kinds else "open"

    def question(self, name: str, scope: str) -> Kind:
        question = self.questions.get(name)
        if question is None or question.scope != scope:
            raise RuleError(f"no question about a {scope} is called {name}")
        return _OF_QUESTION.get(question.kind, "number")


def _constant(check: Checker, node: n.Constant, member: bool) -> Kind:
    return "truth" if isinstance(node.value, bool) else "number" if isinstance(node.value, int) else "word"


def _parameter(check: Checker, node: n.Parameter, member: bool) -> Kind:
    if node.name not in check.parameters:
        raise RuleError(f"no number of the law is called {node.name}")
    if member and check.parameters[node.name]:
        raise RuleError(f"{node.name} differs by area, which is the household's: not where one member is looked at")
    return "number"


def _field(check: Checker, node: n.Field, member: bool) -> Kind:
    check.household_only(member)
    return check.question(node.name, "household")


def _ref(check: Checker, node: n.Ref, member: bool) -> Kind:
    check.household_only(member)
    persons, check._persons = check._persons, False
    try:
        return check.rule(node.name)
    finally:
        check._persons = persons


def _member_field(check: Checker, node: n.MemberField, member: bool) -> Kind:
    if not member:
        raise RuleError(f"{node.name} is an answer about a member, asked of the household")
    return check.question(node.name, "member")


def _one_of(check: Checker, node: n.OneOf, member: bool) -> Kind:
    check.want(node.term, "word", member)
    if isinstance(node.term, n.Field | n.MemberField):
        unknown = set(node.options) - {each.code for each in check.questions[node.term.name].options}
        if unknown:
            raise RuleError(f"{node.term.name} has no option {', '.join(sorted(unknown))}")
    return "truth"


def _age(check: Checker, node: n.AgeAtLeast, member: bool) -> Kind:
    check.want(node.term, "birth", member)
    check.want(node.years, "number", member)
    return "truth"


def _all_terms(kind: Kind) -> Callable[[Checker, Any, bool], Kind]:
    def check_terms(check: Checker, node: Any, member: bool) -> Kind:
        for term in node.terms:
            check.want(term, kind, member)
        return kind

    return check_terms


def _compare(check: Checker, node: n.Compare, member: bool) -> Kind:
    check.want(node.left, "number", member)
    check.want(node.right, "number", member)
    return "truth"


def _counted(check: Checker, node: n.AtLeast | n.CountTrue, member: bool) -> Kind:
    for term in node.terms:
        check.want(term, "truth", member)
    if isinstance(node, n.AtLeast):
        check.want(node.count, "number", member)
        return "truth"
    return "number"


def _over_members(check: Checker, node: n.Any | n.All | n.Count, member: bool) -> Kind:
    if member:
        raise RuleError("members are counted for a household, not for one member")
    check.want(node.where, "truth", True)
    return "number" if isinstance(node, n.Count) else "truth"


def _case(check: Checker, node: n.Case, member: bool) -> Kind:
    for branch in node.branches:
        check.want(branch.when, "truth", member)
    return check.same((*(branch.then for branch in node.branches), node.otherwise), member)


def _not(check: Checker, node: n.Not, member: bool) -> Kind:
    check.want(node.term, "truth", member)
    return "truth"


_KINDS: dict[type[n.Node], Callable[[Checker, Any, bool], Kind]] = {
    n.Constant: _constant, n.Parameter: _parameter, n.Absent: lambda check, node, member: "open",
    n.Field: _field, n.MemberField: _member_field, n.Ref: _ref, n.Compare: _compare, n.OneOf: _one_of,
    n.AgeAtLeast: _age, n.Not: _not, n.And: _all_terms("truth"), n.Or: _all_terms("truth"), n.AtLeast: _counted,
    n.CountTrue: _counted, n.Any: _over_members, n.All: _over_members, n.Count: _over_members,
    n.Add: _all_terms("number"), n.Multiply: _all_terms("number"), n.Case: _case,
    n.FirstKnown: lambda check, node, member: check.same(node.terms, member),
}  # fmt: skip
