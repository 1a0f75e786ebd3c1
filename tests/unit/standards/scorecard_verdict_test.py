"""What a verdict built on a loaded card says of the card, and its replay."""

from datetime import date
from typing import Any

import pytest

from giamngheo.standards import on
from giamngheo.standards.scorecards.card import Signature
from giamngheo.standards.telling import tell
from giamngheo.standards.verdict import Record, Verdict, encode, judge, replay
from tests.factories.scorecards import card, part_of_2016

NOW = on(date(2026, 11, 24))
ANSWERS: dict[str, Any] = {
    "area": "rural", "region": "nt1", "b1_size": "one", "b1_assets_car": True, "deprivation_score_typed": 30
}  # fmt: skip


def told(verdict: Verdict, standard: Any, language: Any = "vi") -> str:
    return "\n".join(line.text for line in tell(verdict, standard, language=language))


def record(verdict: Verdict) -> Record:
    return Record(verdict.standard, verdict.day, verdict.province, verdict.method, ANSWERS, (), verdict.scorecard)


def test_verdict_names_the_card_and_is_not_verified() -> None:
    applied = card().apply(NOW)
    found = judge(applied, ANSWERS)
    assert (found.household_class, found.income_score) == ("poor", 125)
    assert found.scorecard == applied.card
    assert found.unverified == ("scorecard_score",)
    assert "(Bảng điểm thử; chưa kiểm chứng)" in told(found, applied)
    assert "“Bảng điểm thử”, phiên bản 1, chưa ai xác nhận theo văn bản" in told(found, applied)
    assert "“Trial card”, version 1, which nobody signed against a text" in told(found, applied, "en")


def test_verdict_by_a_signed_card_cites_its_text_and_is_verified() -> None:
    signature = Signature("Nguyễn Văn Mẫu", date(2026, 11, 20), "02/2022/TT-BLĐTBXH", "Phụ lục III")
    applied = card(signature=signature).apply(NOW)
    found = judge(applied, ANSWERS)
    assert found.unverified == ()
    assert "Phụ lục III Thông tư 02/2022/TT-BLĐTBXH" in told(found, applied)
    assert "đã xác nhận theo văn bản" in told(found, applied)


def test_typed_score_needs_no_card_and_names_none() -> None:
    found = judge(card().apply(NOW), {**ANSWERS, "income_score_typed": 100})
    assert (found.income_score, found.scorecard, found.unverified) == (100, None, ())


def test_missing_answer_of_the_card_is_asked() -> None:
    found = judge(card().apply(NOW), {name: value for name, value in ANSWERS.items() if name != "region"})
    assert found.household_class is None
    assert "region" in {each.question for each in found.missing}


def test_part_of_a_table_refuses_with_what_it_lacks() -> None:
    applied = part_of_2016().apply(on(date(2019, 11, 24)))
    found = judge(applied, ANSWERS)
    assert found.household_class is None
    assert [each.concept for each in found.refusals] == ["scorecard_score"]
    assert "còn thiếu: điểm theo diện tích nhà ở bình quân" in told(found, applied)


def test_replay_with_the_same_card_gives_the_same_bytes() -> None:
    found = judge(card().apply(NOW), ANSWERS)
    assert encode(replay(record(found), card())) == encode(found)


@pytest.mark.parametrize("other", [None, card(version=2)], ids=["none", "another version"])
def test_replay_with_another_card_is_refused(other: Any) -> None:
    found = judge(card().apply(NOW), ANSWERS)
    with pytest.raises(ValueError, match="made by scorecard"):
        replay(record(found), other)
