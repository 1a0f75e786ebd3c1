"""Local money beside central: compared, warned of only below the least that is asked of anybody."""

from giamngheo.support.counterpart import asked, compared


def test_least_of_all_rules_decides_what_is_worth_a_question() -> None:
    assert not compared("2021-2025", 100_000_000, 3_000_000).below
    assert compared("2021-2025", 100_000_000, 2_999_999).below
    assert [each.amount for each in asked() if each.period == "2021-2025"] == [3, 10, 15]


def test_period_without_a_rule_is_never_judged() -> None:
    found = compared("2026-2030", 100, 0)
    assert (found.rules, found.below) == ((), False)
