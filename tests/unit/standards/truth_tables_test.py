"""The table of three-valued meaning in docs/algorithms/standards.md, row by row. None is unknown."""

from itertools import product

import pytest

from giamngheo.standards import nodes as n
from giamngheo.standards.engines.in_memory import Value
from tests.unit.standards.worlds import F, T, U, value

KNOWN = {True: T, False: F, None: U}
TRUTHS = (True, False, None)
PAIRS = list(product(TRUTHS, TRUTHS))


@pytest.mark.parametrize("op", ["<", "<=", ">", ">=", "==", "!="])
@pytest.mark.parametrize(("left", "right"), list(product((6, 7, 8, None), (7, None))))
def test_comparison_wants_both_sides(op: str, left: int | None, right: int | None) -> None:
    sides = [U if each is None else n.Constant(each) for each in (left, right)]
    said = {"<": "6", "<=": "67", ">": "8", ">=": "78", "==": "7", "!=": "68"}[op]  # the left sides that hold against 7
    expected = None if left is None or right is None else str(left) in said
    assert value(n.Compare(op, *sides)) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(("answer", "expected"), [("durable", True), ("non_durable", False), (None, None)])
def test_one_of(answer: str | None, expected: bool | None) -> None:
    assert value(n.OneOf(n.Field("wall"), ("durable", "other")), {"wall": answer}) is expected


@pytest.mark.parametrize(("term", "expected"), [(True, False), (False, True), (None, None)])
def test_not(term: bool | None, expected: bool | None) -> None:
    assert value(n.Not(KNOWN[term])) is expected


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_and(one: bool | None, other: bool | None) -> None:
    expected = False if False in (one, other) else None if None in (one, other) else True
    assert value(n.And((KNOWN[one], KNOWN[other]))) is expected


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_or(one: bool | None, other: bool | None) -> None:
    expected = True if True in (one, other) else None if None in (one, other) else False
    assert value(n.Or((KNOWN[one], KNOWN[other]))) is expected


AT_LEAST = [
    (2, (T, T, U), True),  # certain, whatever the third says
    (2, (T, U, F), None),  # hangs on the second
    (2, (T, F, F), False),
    (3, (T, U, F), False),  # true and unknown together are too few
    (2, (U, U, U), None),
    (0, (F, F), True),
    (0, (U,), True),
    (3, (T, T), False),  # more than there are
    (-1, (F,), True),
]


@pytest.mark.parametrize(("count", "terms", "expected"), AT_LEAST)
def test_at_least(count: int, terms: tuple[n.AnyNode, ...], expected: bool | None) -> None:
    assert value(n.AtLeast(n.Constant(count), terms)) is expected


def test_at_least_of_an_unknown_count_is_unknown() -> None:
    assert value(n.AtLeast(n.Parameter("unseen"), (T, T))) is None


MEMBERS = [  # answers of the members: any, all, count
    ((), False, True, 0),
    ((True,), True, True, 1),
    ((False,), False, False, 0),
    ((None,), None, None, None),
    ((True, False), True, False, 1),
    ((True, None), True, None, None),
    ((False, None), None, False, None),
    ((True, True), True, True, 2),
    ((None, None, True), True, None, None),
]


@pytest.mark.parametrize(("answers", "some", "every", "count"), MEMBERS)
def test_members(answers: tuple[bool | None, ...], some: Value, every: Value, count: Value) -> None:
    where, members = n.MemberField("insured"), [{"insured": each} for each in answers]
    assert value(n.Any(where), {}, members) is some
    assert value(n.All(where), {}, members) is every
    assert value(n.Count(where), {}, members) == count


NUMBERS = [
    (n.CountTrue((T, F, T)), 2),
    (n.CountTrue((F, F)), 0),
    (n.CountTrue((T, U)), None),
    (n.Add((n.Constant(2), n.Constant(-5))), -3),
    (n.Add((n.Constant(2), U)), None),
    (n.Multiply((n.Constant(12), n.Constant(1_500_000), n.Constant(4))), 72_000_000),
    (n.Multiply((n.Constant(0), U)), None),  # nought times unknown is unknown: no part may be
    (n.Multiply((n.Constant(-2), n.Constant(0))), 0),
]


@pytest.mark.parametrize(("node", "expected"), NUMBERS)
def test_sums_products_and_counts_want_every_part(node: n.AnyNode, expected: int | None) -> None:
    found = value(node)
    assert found == expected
    assert type(found) is type(expected)


LAST = n.Constant("last")


def case(*branches: tuple[n.AnyNode, str], otherwise: n.AnyNode = LAST) -> n.Case:
    return n.Case(tuple(n.Branch(when, n.Constant(then)) for when, then in branches), otherwise)


CASES = [
    (case((T, "first"), (U, "second")), "first"),  # a later unknown does not matter
    (case((F, "first"), (T, "second")), "second"),
    (case((U, "first"), (T, "second")), None),  # an earlier one does
    (case((U, "first"), (T, "first")), None),  # even when both ways give the same
    (case((F, "first"), (U, "second")), None),
    (case((F, "first"), (F, "second")), "last"),
    (case((F, "first"), otherwise=U), None),
]


@pytest.mark.parametrize(("node", "expected"), CASES)
def test_case(node: n.Case, expected: str | None) -> None:
    assert value(node) == expected


@pytest.mark.parametrize(("terms", "expected"), [((U, F, T), False), ((T, U), True), ((U, U), None)])
def test_first_known(terms: tuple[n.AnyNode, ...], expected: bool | None) -> None:
    assert value(n.FirstKnown(terms)) is expected


READS = [
    (n.Field("farming"), {"farming": False}, False),
    (n.Field("farming"), {"farming": None}, None),
    (n.Field("farming"), {}, None),
    (n.Parameter("points_line"), {}, 30),
    (n.Parameter("unseen"), {}, None),
    (n.Parameter("income_line"), {"area": "urban"}, 2_000_000),
    (n.Parameter("income_line"), {}, None),  # by area, and the area was not answered
    (n.Parameter("half_line"), {"area": "urban"}, None),  # by area, and nothing is known of this one
    (n.Ref("known"), {}, 7),
    (n.Ref("unseen_rule"), {}, None),
    (U, {}, None),
    (n.Constant("poor"), {}, "poor"),
]


@pytest.mark.parametrize(("node", "household", "expected"), READS)
def test_what_is_read(node: n.AnyNode, household: dict[str, Value], expected: Value) -> None:
    found = value(node, household, rules={"known": n.Constant(7)})
    assert (found, type(found)) == (expected, type(expected))


def test_rule_is_computed_for_the_household_even_where_a_person_asks() -> None:
    """A rule about a person reads the household's rules; members inside them are all members."""
    everybody = {"everybody": n.All(n.MemberField("insured"))}
    members = [{"insured": True}, {"insured": False}]
    assert value(n.And((n.Ref("everybody"),)), {}, members, everybody) is False


def test_every_kind_of_node_stands_in_one_of_the_tables() -> None:
    """A kind that is added brings its row."""
    shown = {n.Compare, n.OneOf, n.AgeAtLeast, n.Not, n.And, n.Or, n.AtLeast, n.Any, n.All, n.Count, n.FirstKnown}
    shown |= {type(row[0]) for rows in (NUMBERS, CASES, READS) for row in rows} | {n.MemberField}
    assert shown == set(n.KINDS)
