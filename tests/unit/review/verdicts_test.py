"""Surveys before the law: classes, what is missing, income a person, and the same bytes again."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from giamngheo import standards
from giamngheo.review.judging import verdicts
from giamngheo.review.judging.typing import UnreadableError, read, show
from tests.factories import scorecards

NOW = standards.by_key("vn-2022.1", date(2026, 10, 1))
SCORES = {"area": "rural", "income_score_typed": 120, "deprivation_score_typed": 30}
PEOPLE = [{"birth": 19800101, "employment_status": "own_work"}, {"birth": 20200101}]
SOURCES = ("crops", "livestock", "forestry", "fishery", "salt", "services", "business")
SHEET = {f"{side}_{name}": 0 for name in SOURCES for side in ("receipts", "costs")}
SHEET |= {"receipts_wages": 0, "receipts_other": 0}


def stored(said) -> SimpleNamespace:
    record, text = verdicts.kept(said)
    return SimpleNamespace(record=record, verdict=text)


@pytest.mark.parametrize(
    ("scores", "outcome"),
    [({}, "poor"), ({"deprivation_score_typed": 20}, "near_poor"), ({"income_score_typed": 145}, "not_poor")],
)
def test_copied_scores_give_a_class_and_say_so(scores, outcome) -> None:
    said = verdicts.say("annual", NOW, SCORES | scores, PEOPLE)
    assert said.outcome == outcome
    assert "income_score_typed" in said.typed


def test_missing_answer_gives_no_class_and_is_named() -> None:
    said = verdicts.say("monthly", NOW, {"area": "rural", "income_score_typed": 120}, PEOPLE)
    assert said.outcome == ""
    assert "wall" in {each.question for each in said.missing}


def test_absent_law_gives_no_class_and_names_the_text() -> None:
    later = standards.on(date(2027, 1, 1))
    said = verdicts.say("annual", later, SCORES, PEOPLE)
    assert said.outcome == ""
    assert "351/2025/NĐ-CP" in {each.document for each in said.refusals}


def test_income_is_spread_over_people_and_months() -> None:
    answers = SHEET | {"receipts_crops": 60_000_000, "costs_crops": 12_000_001, "area": "rural", "farming": True,
                       "recognised_class": "not_poor"}  # fmt: skip
    said = verdicts.say("average_living_standard", NOW, answers, PEOPLE)
    assert said.outcome == "average_living_standard"
    assert said.income == 47_999_999 // 24


def test_other_outcome_of_an_income_path_is_none_of_it() -> None:
    answers = SHEET | {"area": "rural", "farming": False, "recognised_class": "not_poor"}
    assert verdicts.say("average_living_standard", NOW, answers, PEOPLE).outcome == "none"


def test_worker_is_decided_about_as_one_member() -> None:
    answers = SHEET | {"receipts_wages": 36_000_000, "area": "rural", "recognised_class": "not_poor"}
    worker, child = (verdicts.say("low_income_worker", NOW, answers, PEOPLE, worker=each) for each in (0, 1))
    assert worker.outcome == "low_income_worker"
    assert child.outcome == ""
    assert [each.question for each in child.missing] == ["employment_status"]


@pytest.mark.parametrize(
    ("kind", "answers", "worker"),
    [
        ("annual", SCORES, None),
        ("average_living_standard", SHEET | {"area": "rural", "farming": True, "recognised_class": "not_poor"}, None),
        ("low_income_worker", SHEET | {"area": "urban", "recognised_class": "poor"}, 0),
    ],
)
def test_judged_again_it_is_the_same_bytes(kind, answers, worker) -> None:
    kept = stored(verdicts.say(kind, NOW, answers, PEOPLE, worker=worker))
    assert verdicts.again(kept).decode() == kept.verdict
    assert verdicts.decoded(kept).standard == "vn-2022.1"


def test_scorecard_is_needed_again_and_only_the_very_one(settings, tmp_path) -> None:
    from giamngheo.standards.scorecards import store

    settings.DATA_DIR = tmp_path
    card = scorecards.card()
    answers = {"area": "urban", "region": "urban", "b1_size": "one", "b1_assets_car": False}
    kept = stored(verdicts.say("annual", card.apply(NOW), answers, PEOPLE))
    with pytest.raises(Exception, match="REVIEW-ROUND-SCORECARD"):
        verdicts.again(kept)
    store.keep(tmp_path / "scorecards", card)
    assert verdicts.again(kept).decode() == kept.verdict


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("television", "1", True), ("television", "0", False), ("wall", "durable", "durable"), ("wall", "", None),
        ("dwelling_area", "65,25", 6525), ("dwelling_area", "65.5", 6550), ("dwelling_area", "1.200", 120000),
        ("receipts_crops", "60.000.000", 60000000), ("income_score_typed", "120", 120),
        ("birth", "5/3/1980", 19800305), ("birth", "1948", 19480000),
    ],
)  # fmt: skip
def test_typed_answers_are_read(name, text, value) -> None:
    question = NOW.questions[name]
    assert read(question, text) == value
    assert read(question, show(question, value)) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("television", "2"), ("dwelling_area", "65,255"), ("dwelling_area", "sáu mươi"), ("receipts_crops", "1,5"),
        ("receipts_crops", "-5"), ("birth", "5/3/80"), ("birth", "x"), ("income_score_typed", "1" * 40),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_told(name, text) -> None:
    with pytest.raises(UnreadableError):
        read(NOW.questions[name], text)
