"""A rule in words: "có ít nhất 1 người: từ đủ 6 tuổi và chưa có bảo hiểm y tế".

The words follow the tree node by node, so that what is read is what is computed; numbers of the law stand with the
value in force. Other rules are named by their titles in quotation marks, as a reader would look them up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from giamngheo.foundation.numbers.printing import format_number
from giamngheo.standards import nodes as n
from giamngheo.standards.release import Question
from giamngheo.standards.standard import Standard
from giamngheo.standards.wording.values import Language, lowered, say, threshold

CLASSES = "recognised_class"  # the question whose options name the classes of households
_COMPARED = {
    "<": ("nhỏ hơn", "less than"), "<=": ("không quá", "at most"), ">": ("lớn hơn", "more than"),
    ">=": ("ít nhất là", "at least"), "==": ("bằng", "equal to"), "!=": ("khác", "different from"),
}  # fmt: skip
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


def expression(node: n.AnyNode, standard: Standard, language: Language = "vi") -> str:
    """`node` as one sentence part, with the numbers that `standard` holds on its day."""
    return _Words(standard, language).of(node)


class _Words:
    def __init__(self, standard: Standard, language: Language) -> None:
        self.standard = standard
        self.language = language

    def of(self, node: n.AnyNode) -> str:
        return _SAID[type(node)](self, node)

    def pick(self, vi: str, en: str) -> str:
        return en if self.language == "en" else vi

    def inner(self, node: n.AnyNode) -> str:
        """In brackets where "and" beside "or" could be read in two ways."""
        listing = node.term if isinstance(node, n.Not) else node
        many = isinstance(node, n.And | n.Or | n.Case | n.FirstKnown) or isinstance(listing, n.AtLeast | n.CountTrue)
        return f"({self.of(node)})" if many or isinstance(listing, n.Or) else self.of(node)

    def listed(self, terms: tuple[n.AnyNode, ...]) -> str:
        return "; ".join(self.of(each) for each in terms)

    def question(self, name: str) -> Question | None:
        return self.standard.questions.get(name)

    def option(self, term: n.AnyNode, code: str) -> str:
        name = term.name if isinstance(term, n.Field | n.MemberField) else CLASSES
        question = self.question(name)
        label = next((each.label for each in question.options if each.code == code), None) if question else None
        return f"“{say(label, self.language) if label else code}”"

    def title(self, name: str) -> str:
        held = self.standard.held.get(name)
        return say(held.concept.title, self.language) if held else name


def _constant(words: _Words, node: n.Constant) -> str:
    if isinstance(node.value, bool):
        return words.pick("luôn đúng", "always") if node.value else words.pick("không bao giờ", "never")
    return format_number(node.value) if isinstance(node.value, int) else words.option(node, node.value)


def _parameter(words: _Words, node: n.Parameter) -> str:
    held = words.standard.held.get(node.name)
    if held is None:
        return node.name
    value = threshold(held.concept, held.entry, words.language)
    if held.entry.by_area is None and held.entry.number is not None:
        return value
    return f"{lowered(words.title(node.name))} ({value})"


def _absent(words: _Words, node: n.Absent) -> str:
    return words.pick(f"chưa rõ (“{words.title(node.concept)}”)", f"not known (“{words.title(node.concept)}”)")


def _answer(words: _Words, node: n.Field | n.MemberField) -> str:
    question = words.question(node.name)
    return lowered(say(question.label, words.language)) if question else node.name


def _ref(words: _Words, node: n.Ref) -> str:
    return f"“{words.title(node.name)}”"


def _compare(words: _Words, node: n.Compare, op: str = "") -> str:
    middle = words.pick(*_COMPARED[op or node.op])
    left, right = node.left, node.right
    if _is_percent(words, node):  # 100 × part > percent × whole is said as it is meant: part > percent × whole
        left = left.terms[1]  # type: ignore[union-attr]
    return f"{words.inner(left)} {middle} {words.inner(right)}"


def _is_percent(words: _Words, node: n.Compare) -> bool:
    left, right = node.left, node.right
    if not isinstance(left, n.Multiply) or not isinstance(right, n.Multiply) or len(left.terms) != 2:
        return False
    first = right.terms[0]
    held = words.standard.held.get(first.name) if isinstance(first, n.Parameter) else None
    return left.terms[0] == n.Constant(100) and held is not None and held.concept.unit == "percent"


def _one_of(words: _Words, node: n.OneOf, denied: bool = False) -> str:
    options = [words.option(node.term, each) for each in node.options]
    verb = words.pick("không phải là", "is not") if denied else words.pick("là", "is")
    *most, last = options
    joined = f"{', '.join(most)} {words.pick('hoặc', 'or')} {last}" if most else last
    return f"{words.of(node.term)} {verb} {joined}"


def _age(words: _Words, node: n.AgeAtLeast, denied: bool = False) -> str:
    years = _years(words, node.years)
    if denied:
        return words.pick(f"chưa đủ {years} tuổi", f"not yet aged {years}")
    return words.pick(f"từ đủ {years} tuổi", f"aged {years} or more")


def _years(words: _Words, node: n.AnyNode) -> str:
    """Ages added up where they are all numbers: "until 30" is "not yet 31"."""
    terms = node.terms if isinstance(node, n.Add) else (node,)
    numbers = [words.standard.parameters.get(t.name) if isinstance(t, n.Parameter) else getattr(t, "value", None)
               for t in terms]  # fmt: skip
    whole = [each for each in numbers if isinstance(each, int)]
    return str(sum(whole)) if len(whole) == len(numbers) else words.of(node)


def _not(words: _Words, node: n.Not) -> str:
    term = node.term
    if isinstance(term, n.AgeAtLeast):
        return _age(words, term, denied=True)
    if isinstance(term, n.OneOf):
        return _one_of(words, term, denied=True)
    if isinstance(term, n.Compare):
        return _compare(words, term, _OPPOSITE[term.op])
    if isinstance(term, n.Any):
        return words.pick(f"không có người nào: {words.of(term.where)}", f"no member: {words.of(term.where)}")
    if isinstance(term, n.Not):
        return words.of(term.term)
    if isinstance(term, n.Or | n.AtLeast):
        return _none_of(words, term)
    if isinstance(term, n.Ref) and (held := words.standard.held.get(term.name)) and held.concept.fails:
        return lowered(say(held.concept.fails, words.language))
    question = words.question(term.name) if isinstance(term, n.Field | n.MemberField) else None
    if question is not None and question.denied is not None:
        return say(question.denied, words.language)
    return words.pick(f"không phải: {words.inner(term)}", f"not: {words.inner(term)}")


def _none_of(words: _Words, term: n.Or | n.AtLeast) -> str:
    listed = words.listed(term.terms)
    if isinstance(term, n.Or):
        return words.pick(f"không có điều nào trong: {listed}", f"none of: {listed}")
    count = words.of(term.count)
    return words.pick(f"chưa đủ {count} trong các điều: {listed}", f"fewer than {count} of: {listed}")


def _flat(node: n.And | n.Or) -> list[n.AnyNode]:
    """The terms, those of a term of the same kind among them."""
    return [inner for each in node.terms for inner in (_flat(each) if isinstance(each, type(node)) else [each])]


def _and(words: _Words, node: n.And) -> str:
    return words.pick(" và ", " and ").join(words.inner(each) for each in _flat(node))


def _or(words: _Words, node: n.Or) -> str:
    return words.pick(" hoặc ", " or ").join(words.inner(each) for each in _flat(node))


def _at_least(words: _Words, node: n.AtLeast) -> str:
    count, listed = words.of(node.count), words.listed(node.terms)
    return words.pick(
        f"ít nhất {count} trong {len(node.terms)}: {listed}", f"at least {count} of {len(node.terms)}: {listed}"
    )


def _count_true(words: _Words, node: n.CountTrue) -> str:
    return words.pick(
        f"số điều đúng trong: {words.listed(node.terms)}", f"how many hold of: {words.listed(node.terms)}"
    )


def _any(words: _Words, node: n.Any) -> str:
    return words.pick(f"có ít nhất 1 người: {words.of(node.where)}", f"at least one member: {words.of(node.where)}")


def _all(words: _Words, node: n.All) -> str:
    return words.pick(f"mọi người: {words.of(node.where)}", f"every member: {words.of(node.where)}")


def _count(words: _Words, node: n.Count) -> str:
    if node.where == n.Constant(True):
        return words.pick("số nhân khẩu", "number of members")
    return words.pick(f"số người ({words.of(node.where)})", f"number of members ({words.of(node.where)})")


def _add(words: _Words, node: n.Add) -> str:
    return " + ".join(words.inner(each) for each in node.terms)


def _multiply(words: _Words, node: n.Multiply) -> str:
    return " × ".join(words.inner(each) for each in node.terms)


def _case(words: _Words, node: n.Case) -> str:
    said = [
        words.pick(
            f"nếu {words.of(each.when)} thì {words.of(each.then)}", f"if {words.of(each.when)}: {words.of(each.then)}"
        )
        for each in node.branches
    ]
    last = words.of(node.otherwise)
    return words.pick("; nếu không, ", "; else ").join([*said, last])


def _first_known(words: _Words, node: n.FirstKnown) -> str:
    return words.pick("; chưa biết thì ", "; where that is unknown, ").join(words.of(each) for each in node.terms)


_SAID: dict[type[n.Node], Callable[[_Words, Any], str]] = {
    n.Constant: _constant, n.Parameter: _parameter, n.Absent: _absent, n.Field: _answer, n.MemberField: _answer,
    n.Ref: _ref, n.Compare: _compare, n.OneOf: _one_of, n.AgeAtLeast: _age, n.Not: _not, n.And: _and, n.Or: _or,
    n.AtLeast: _at_least, n.CountTrue: _count_true, n.Any: _any, n.All: _all, n.Count: _count, n.Add: _add,
    n.Multiply: _multiply, n.Case: _case, n.FirstKnown: _first_known,
}  # fmt: skip
