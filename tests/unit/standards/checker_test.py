"""Malformed rules are refused with what is wrong; well-formed ones keep their kind."""

from collections.abc import Mapping

import pytest

from giamngheo.standards import nodes as n
from giamngheo.standards.validation import Checker, RuleError
from tests.generative.vocabulary import PARAMETERS, QUESTIONS
from tests.unit.standards.worlds import T, U

ONE, WORD = n.Constant(1), n.Constant("poor")
INSURED, BIRTH = n.MemberField("insured"), n.MemberField("birth")


def checker(rules: Mapping[str, n.AnyNode | None]) -> Checker:
    by_area = {name: isinstance(number, dict) for name, (_, number) in PARAMETERS.items()}
    return Checker({each.name: each for each in QUESTIONS}, by_area, rules)


MALFORMED = [
    ("unknown parameter", n.Compare("<", ONE, n.Parameter("nothing")), "no number of the law is called nothing"),
    ("unknown field", n.Field("nothing"), "no question about a household is called nothing"),
    ("unknown member field", n.Any(n.MemberField("nothing")), "no question about a member is called nothing"),
    ("unknown rule", n.Ref("nothing"), "no rule is called nothing"),
    ("member's answer of the household", n.Field("insured"), "no question about a household is called insured"),
    ("household's answer of a member", n.Any(n.MemberField("farming")), "no question about a member is called farming"),
    ("member asked of the household", INSURED, "insured is an answer about a member"),
    ("household where members are counted", n.Any(n.Field("farming")), "of the household where one member"),
    ("rule where members are counted", n.Count(n.And((INSURED, n.Ref("other")))), "of the household where one member"),
    ("members within members", n.Any(n.All(INSURED)), "members are counted for a household"),
    ("number by area of a member", n.Any(n.Compare("<", ONE, n.Parameter("income_line"))), "differs by area"),
    ("option that is none", n.OneOf(n.Field("wall"), ("durable", "paper")), "wall has no option paper"),
    ("option of another question", n.Any(n.OneOf(n.MemberField("attends"), ("durable",))), "attends has no option"),
    ("one of a number", n.OneOf(n.Field("rooms"), ("durable",)), "gives number where word is needed"),
    ("word compared", n.Compare("==", n.Field("wall"), WORD), "gives word where number is needed"),
    ("truth compared", n.Compare("==", n.Field("farming"), ONE), "gives truth where number is needed"),
    ("birth compared", n.Any(n.Compare("<", BIRTH, ONE)), "gives birth where number is needed"),
    ("age of a number", n.AgeAtLeast(n.Field("rooms"), ONE), "gives number where birth is needed"),
    ("age of true years", n.AgeAtLeast(n.Field("founded"), T), "gives truth where number is needed"),
    ("not a number", n.Not(ONE), "gives number where truth is needed"),
    ("and of a word", n.And((T, WORD)), "gives word where truth is needed"),
    ("or of a number", n.Or((ONE,)), "gives number where truth is needed"),
    ("at least true of", n.AtLeast(T, (T,)), "gives truth where number is needed"),
    ("at least of numbers", n.AtLeast(ONE, (ONE,)), "gives number where truth is needed"),
    ("count of numbers", n.CountTrue((ONE,)), "gives number where truth is needed"),
    ("any of numbers", n.Any(n.MemberField("wage")), "gives number where truth is needed"),
    ("sum of truths", n.Add((ONE, T)), "gives truth where number is needed"),
    ("product of births", n.Multiply((n.Field("founded"),)), "gives birth where number is needed"),
    ("case on a number", n.Case((n.Branch(ONE, WORD),), WORD), "gives number where truth is needed"),
    ("case of two kinds", n.Case((n.Branch(T, WORD),), ONE), "terms of different kinds: number, word"),
    ("first known of two kinds", n.FirstKnown((T, ONE)), "terms of different kinds: number, truth"),
]


@pytest.mark.parametrize(("tree", "message"), [row[1:] for row in MALFORMED], ids=[row[0] for row in MALFORMED])
def test_malformed_rule_is_refused(tree: n.AnyNode, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        checker({"rule": tree, "other": T}).rule("rule")


@pytest.mark.parametrize(("tree", "message"), [row[1:] for row in MALFORMED], ids=[row[0] for row in MALFORMED])
def test_malformed_part_is_refused_wherever_it_stands(tree: n.AnyNode, message: str) -> None:
    deep = n.Case((n.Branch(T, n.FirstKnown((U, tree))),), U)
    with pytest.raises(RuleError, match=message):
        checker({"rule": deep, "other": T}).rule("rule")


def test_circle_is_named() -> None:
    rules = {"a": n.Not(n.Ref("b")), "b": n.Or((n.Ref("c"),)), "c": n.Ref("a")}
    with pytest.raises(RuleError, match="circle: a -> b -> c -> a"):
        checker(rules).rule("a")


def test_rule_that_names_itself_is_a_circle() -> None:
    with pytest.raises(RuleError, match="circle: a -> a"):
        checker({"a": n.Ref("a")}).rule("a")


def test_refusal_leaves_the_checker_as_it_was() -> None:
    """One that goes on after a refusal does not see circles that are none."""
    check = checker({"bad": n.Not(ONE), "user": n.Ref("bad"), "person": T})
    for _ in range(2):
        with pytest.raises(RuleError, match="gives number where truth is needed"):
            check.rule("user")
    with pytest.raises(RuleError, match="gives number"):
        check.person(n.And((INSURED, n.Ref("bad"))))
    with pytest.raises(RuleError, match="of the household where one member"):
        check.of(n.Any(n.Field("farming")), member=False)


WELL_FORMED = [
    (T, "truth"),
    (ONE, "number"),
    (WORD, "word"),
    (n.Field("wall"), "word"),
    (n.Field("income"), "number"),
    (n.Field("floor"), "number"),
    (n.Field("founded"), "birth"),
    (n.Count(n.AgeAtLeast(BIRTH, n.Parameter("school_age"))), "number"),
    (n.Compare("<=", n.Field("income"), n.Parameter("income_line")), "truth"),
    (n.OneOf(n.Ref("class"), ("poor",)), "truth"),
    (n.Case((n.Branch(T, U),), WORD), "word"),
    (n.FirstKnown((U, ONE)), "number"),
    (n.Ref("absent"), "open"),
    (n.Not(n.Ref("absent")), "truth"),
    (U, "open"),
]


@pytest.mark.parametrize(("tree", "kind"), WELL_FORMED)
def test_well_formed_rule_has_its_kind(tree: n.AnyNode, kind: str) -> None:
    assert checker({"rule": tree, "absent": None, "class": WORD}).rule("rule") == kind


PERSON = [
    (n.And((INSURED, n.Field("farming"), n.Ref("household"))), None),
    (n.Compare(">", n.MemberField("wage"), n.Parameter("income_line")), "differs by area"),
    (n.Any(INSURED), "members are counted for a household"),
    (n.And((INSURED, n.Ref("person"))), "asked of the household"),
]


@pytest.mark.parametrize(("tree", "message"), PERSON)
def test_rule_about_a_person_reads_member_and_household(tree: n.AnyNode, message: str | None) -> None:
    check = checker({"household": n.Any(INSURED), "person": INSURED})
    if message is None:
        assert check.person(tree) == "truth"
    else:
        with pytest.raises(RuleError, match=message):
            check.person(tree)


def test_rule_reached_from_a_person_counts_members_by_themselves_alone() -> None:
    """Leave to read the household ends where a rule of the household begins."""
    check = checker({"household": n.Any(n.Field("farming"))})
    with pytest.raises(RuleError, match="of the household where one member"):
        check.person(n.And((INSURED, n.Ref("household"))))
