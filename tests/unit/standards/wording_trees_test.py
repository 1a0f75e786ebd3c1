"""Rules in words: what is read is what is computed."""

from datetime import date

import pytest

from giamngheo.standards import newest, on
from giamngheo.standards import nodes as n
from giamngheo.standards.wording import expression

NOW = on(date(2026, 11, 24))
AGED = n.AgeAtLeast(n.MemberField("birth"), n.Parameter("health_insurance_age"))
INSURED = n.MemberField("insured")


@pytest.mark.parametrize(
    ("name", "vi", "en"),
    [
        (
            "health_insurance",
            "có ít nhất 1 người: từ đủ 6 tuổi và chưa có bảo hiểm y tế",
            "at least one member: aged 6 or more and has no health insurance",
        ),
        (
            "housing_area",
            "diện tích nhà ở nhỏ hơn 8 m²/người × số nhân khẩu",
            "floor area less than 8 m² a person × number of members",
        ),
        (
            "within_score_line",
            "“Điểm thu nhập B1” không quá điểm B1 tương đương chuẩn thu nhập (nông thôn 140 điểm, thành thị 175 điểm)",
            "“Income score B1” at most B1 points equal to the income line (rural 140 points, urban 175 points)",
        ),
        (
            "class_by_points",
            "nếu điểm B1 cao hơn mức tương đương chuẩn thu nhập thì “Hộ không nghèo”; nếu không, "
            "nếu “Điểm B2 đủ mức của hộ nghèo” thì “Hộ nghèo”; nếu không, “Hộ cận nghèo”",
            "if B1 is above the points of the income line: “Not poor”; else "
            "if “Enough B2 points to be poor”: “Poor”; else “Near-poor”",
        ),
    ],
)
def test_rule_reads_as_a_sentence(name: str, vi: str, en: str) -> None:
    tree = NOW.rules[name]
    assert (expression(tree, NOW), expression(tree, NOW, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        (n.And((n.Or((AGED, INSURED)), INSURED)), "(từ đủ 6 tuổi hoặc có bảo hiểm y tế) và có bảo hiểm y tế"),
        (n.And((n.And((AGED, INSURED)), INSURED)), "từ đủ 6 tuổi và có bảo hiểm y tế và có bảo hiểm y tế"),
        (n.Not(n.Not(INSURED)), "có bảo hiểm y tế"),
        (n.Not(n.Any(INSURED)), "không có người nào: có bảo hiểm y tế"),
        (n.All(INSURED), "mọi người: có bảo hiểm y tế"),
        (n.Not(n.Field("television")), "không phải: ti vi"),
        (n.Add((n.Constant(1000), n.Count(INSURED))), "1.000 + số người (có bảo hiểm y tế)"),
        (
            n.Not(n.Compare("<", n.Field("dwelling_area"), n.Parameter("floor_area"))),
            "diện tích nhà ở ít nhất là 8 m²/người",
        ),
        (n.Constant("near_poor"), "“Hộ cận nghèo”"),
        (n.Absent("scorecard_score"), "chưa rõ (“Điểm B1 cộng theo bảng điểm”)"),
    ],
)
def test_every_kind_of_node_has_its_words(tree: n.AnyNode, said: str) -> None:
    assert expression(tree, NOW) == said


def test_last_age_is_said_as_the_birthday_that_ends_it() -> None:
    assert "từ đủ 16 tuổi và chưa đủ 31 tuổi" in expression(NOW.rules["adult_education"], NOW)


def test_half_of_the_household_is_said_as_a_share() -> None:
    said = expression(NOW.rules["dependants"], NOW)
    assert said.endswith("lớn hơn 50% × số nhân khẩu")
    assert "100" not in said


def test_no_rule_shows_an_identifier() -> None:
    for release in newest():
        standard = on(release.periods[0].start)
        for name, tree in standard.rules.items():
            for language in ("vi", "en"):
                assert "_" not in expression(tree, standard, language), name
