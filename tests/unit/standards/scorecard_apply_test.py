"""B1 by a loaded card: sums by hand, what a verdict must say of the card, and refusals."""

from datetime import date

import msgspec
import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.standards import on
from giamngheo.standards.engines.in_memory import World
from giamngheo.standards.release import Text
from giamngheo.standards.scorecards import demonstration
from giamngheo.standards.scorecards.card import Scorecard, Signature
from giamngheo.standards.standard import Standard
from giamngheo.standards.validation import Checker
from tests.factories.scorecards import card, part_of_2016

NOW = on(date(2026, 11, 24))
THEN = on(date(2019, 11, 24))
ANSWERS_2016 = {
    "region": "nt2", "b1_household_size": "4", "b1_dependants": "one", "b1_diploma": "upper_secondary",
    "b1_non_farm": "other", "b1_pension": "one", "b1_house_wall": True, "b1_house_pillar": False,
}  # fmt: skip


def whole(part: Scorecard) -> Scorecard:
    """The published rows summed as if they were the whole table: to compare single sums with sums by hand."""
    return msgspec.structs.replace(part, missing=())


def score(standard: Standard, answers: dict[str, object], rule: str = "income_score") -> object:
    return World(standard, answers, ()).rule(rule)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "points"),
    [
        ({}, 30 + 5 + 0 + 25 + 30 + 5),
        ({"region": "urban", "b1_dependants": "none", "b1_house_pillar": True}, 25 + 15 + 0 + 5 + 5 + 10 + 0),
        ({"region": "nt1"}, 30 + 5 + 0 + 20 + 20 + 0),
        ({"region": "nt3", "b1_house_pillar": True}, 30 + 10 + 0 + 20 + 25 + 20 + 0),
        ({"region": "nt4", "b1_household_size": "6", "b1_diploma": "college"}, 5 + 15 + 10 + 15 + 25 + 10),
        ({"region": "nt5", "b1_non_farm": "civil", "b1_pension": "more"}, 30 + 5 + 10 + 25 + 25 + 0),
        ({"region": "nt6", "b1_household_size": "7", "b1_dependants": "more"}, 0 + 0 + 5 + 10 + 25 + 0),
        ({"b1_household_size": "no_points"}, 0 + 5 + 0 + 25 + 30 + 5),
        ({"b1_pension": "no_points", "b1_non_farm": "no_points"}, 30 + 5 + 0 + 0 + 0 + 5),
    ],
)  # fmt: skip
def test_published_rows_add_up_as_by_hand(changes: dict[str, object], points: int) -> None:
    applied = whole(part_of_2016()).apply(THEN)
    assert score(applied, ANSWERS_2016 | changes) == points


def test_part_of_a_table_gives_no_sum_and_says_what_it_lacks() -> None:
    applied = part_of_2016().apply(THEN)
    assert score(applied, ANSWERS_2016) is None
    assert "điểm theo điện sinh hoạt" in applied.held["scorecard_score"].entry.absent.vi  # type: ignore[union-attr]
    assert score(applied, {**ANSWERS_2016, "area": "rural"}, "class_by_points") is None


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        ({"b1_size": "one", "region": "nt1", "b1_assets_car": False}, 75),
        ({"b1_size": "one", "region": "urban", "b1_assets_car": True}, 120),
        ({"b1_size": "two", "b1_assets_car": False}, 60),  # 60 in every region: the region is not asked
        ({"b1_size": "one", "b1_assets_car": False}, None),
        ({"region": "nt1", "b1_assets_car": False}, None),
        ({"b1_size": "one", "region": "nt1"}, None),
        ({"b1_size": "seven", "region": "nt1", "b1_assets_car": False}, None),
        ({"b1_size": "one", "region": "moon", "b1_assets_car": False}, None),
        ({"b1_size": "one", "region": "nt1", "b1_assets_car": False, "income_score_typed": 90}, 90),
        ({"income_score_typed": 90}, 90),
    ],
)
def test_sum_is_unknown_while_an_answer_it_needs_is(answers: dict[str, object], points: int | None) -> None:
    assert score(card().apply(NOW), answers) == points


def test_card_decides_the_class_of_a_household() -> None:
    applied = card().apply(NOW)
    household = {
        "area": "rural",
        "region": "nt1",
        "b1_size": "one",
        "b1_assets_car": True,
        "deprivation_score_typed": 30,
    }
    assert score(applied, household, "household_class") == "poor"
    assert score(NOW, household, "household_class") is None


def test_verdicts_can_name_the_card_and_that_nobody_signed_it() -> None:
    applied = card().apply(NOW)
    used = applied.card
    assert used is not None
    assert (used.id, used.version, used.digest, used.verified) == ("b1-thu", 1, card().digest, False)
    entry = applied.held["scorecard_score"].entry
    assert not entry.verified
    assert entry.note == Text("Bảng điểm thử: chưa xác nhận theo văn bản", "Trial card: not compared with a text")
    assert entry.citation.document in applied.documents
    assert applied.assumed == ()
    assert NOW.card is None


def test_signed_card_is_verified_and_cites_its_text() -> None:
    signature = Signature("Nguyễn Văn Mẫu", date(2026, 11, 20), "02/2022/TT-BLĐTBXH", "Phụ lục III")
    applied = card(signature=signature).apply(NOW)
    entry = applied.held["scorecard_score"].entry
    assert entry.verified
    assert entry.citation.text() == "Phụ lục III, 02/2022/TT-BLĐTBXH"
    assert entry.last_reviewed == date(2026, 11, 20)
    assert "Nguyễn Văn Mẫu" in entry.note.vi  # type: ignore[union-attr]


def test_demonstration_is_never_verified_and_says_that_it_is_invented() -> None:
    applied = demonstration().apply(NOW)
    assert not applied.held["scorecard_score"].entry.verified
    assert "giả định" in applied.held["scorecard_score"].entry.note.vi  # type: ignore[union-attr]
    assert len(demonstration().groups) == 12
    assert [each.code for each in demonstration().regions] == ["nt1", "nt2", "nt3", "nt4", "nt5", "nt6", "urban"]


def test_tree_of_a_card_is_well_formed() -> None:
    applied = demonstration().apply(NOW)
    checker = Checker(applied.questions, {}, {"scorecard_score": applied.rules["scorecard_score"]})
    assert checker.rule("scorecard_score") == "number"


def test_card_asks_its_questions_with_the_note_of_the_group() -> None:
    asked = demonstration().apply(NOW).questions
    assert [each.code for each in asked["b1_household_size"].options][-1] == "no_points"
    assert "người phụ thuộc" in asked["b1_household_size"].help.vi  # type: ignore[union-attr]
    assert asked["b1_assets_car"].kind == "yes_no"
    assert [each.code for each in asked["region"].options][-1] == "urban"


def test_card_of_another_standard_is_refused() -> None:
    with pytest.raises(FindingError, match="SCORE-STANDARD"):
        card().apply(THEN)


def test_second_card_is_refused() -> None:
    with pytest.raises(ValueError, match="applied already"):
        demonstration().apply(card().apply(NOW))


def test_asking_what_if_keeps_the_card() -> None:
    applied = card().apply(NOW)
    assert applied.changed({}).card == applied.card


def test_digest_tells_any_change_of_the_content() -> None:
    signature = Signature("A", date(2026, 11, 20), "X", "Y")
    changed = [card(), card(version=2), card(signature=signature), card(title=Text("Khác", "Other"))]
    assert len({each.digest for each in changed}) == 4
