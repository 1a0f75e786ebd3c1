"""The reference pages of the standards are what the releases and the rulings say now."""

from pathlib import Path

import pytest
from tools import reference_standards


def test_reference_pages_of_standards_are_fresh() -> None:
    assert reference_standards.stale() == []


def test_page_gives_rule_citation_mark_absence_layer_and_ruling() -> None:
    page = reference_standards.pages()["vn-2022.md"]
    for words in (
        "> vi: có ít nhất 1 người: từ đủ 6 tuổi và chưa có bảo hiểm y tế",
        "> en: at least one member: aged 6 or more and has no health insurance",
        "Điều 3, 07/2021/NĐ-CP (ban hành · published 27/01/2021, hiệu lực · effective 15/03/2021)",
        "chưa kiểm chứng · not verified",
        "The B1 scorecard (Annex III, 02/2022/TT-BLĐTBXH; 1315/VBHN-BLĐTBXH) is not loaded and verified",
        "tỉnh · province 75",
        "- a rural household of four with 139 points and three deprivations is poor: *poor*",
    ):
        assert words in page, words


def test_page_of_questions_lists_every_code() -> None:
    page = reference_standards.pages()["questions.md"]
    assert "### `employment_status`" in page
    assert "- `no_contract`: " in page
    assert "read by: vn-2016, vn-2022, vn-2027" in page


def test_stale_page_is_told_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference_standards, "FOLDER", tmp_path)
    for name, text in reference_standards.pages().items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "questions.md").write_text("old", "utf-8")
    (tmp_path / "vn-2010.md").write_text("gone", "utf-8")
    assert reference_standards.stale() == ["questions.md", "vn-2010.md"]
