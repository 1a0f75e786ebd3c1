"""The law's data cannot be built with a value that has no citation, a key nobody knows, or a day nothing holds on."""

import shutil
from pathlib import Path

import pytest

from giamngheo.standards.release import encode
from giamngheo.standards.source import reading
from giamngheo.standards.source.build import RELEASED, differences, releases
from giamngheo.standards.source.reading import SourceError
from giamngheo.standards.validation import RuleError

FLOOR, LINE, QUESTIONS = "floor_area.yaml", "income_line.yaml", "household.yaml"
OPTION = "{code: a, label: {vi: a, en: a}}"
BROKEN = [
    ("a value without document", FLOOR, "    document: 07/2021/NĐ-CP\n", ""),
    ("a value without mark", FLOOR, "    verified: true\n", ""),
    ("a value without review day", FLOOR, "    last_reviewed: 2026-11-24\n", ""),
    ("a document nobody registered", FLOOR, "document: 07/2021/NĐ-CP", "document: 7/2021/NĐ-CP"),
    ("an unknown key", FLOOR, "    value: 800\n", "    value: 800\n    source: a newspaper\n"),
    ("a key twice", FLOOR, "    value: 800\n", "    value: 800\n    value: 900\n"),
    ("two values in one", FLOOR, "    value: 800\n", "    value: 800\n    absent: {vi: không, en: none}\n"),
    ("no value at all", FLOOR, "    value: 800\n", ""),
    ("a fraction", FLOOR, "value: 800", "value: 8.5"),
    ("words for a number", FLOOR, "value: 800", "value: tám"),
    ("a day that is none", FLOOR, "from: 2022-01-01", "from: 2022-02-31"),
    ("an end before its start", FLOOR, "to: 2026-12-31", "to: 2021-12-31"),
    ("an unknown unit", FLOOR, "unit: hundredths_m2", "unit: m2"),
    ("another concept than the file's name", FLOOR, "concept: floor_area", "concept: floor"),
    ("an area that is none", LINE, "{rural: 1500000, urban: 2000000}", "{rural: 1500000, town: 2000000}"),
    ("an area left out", LINE, "{rural: 1500000, urban: 2000000}", "{rural: 1500000}"),
    ("a formula that is none", "water.yaml", "rule: water_2022", "rule: water_2023"),
    ("a gap to the standard's end", FLOOR, "to: 2026-12-31", "to: 2025-12-31"),
    ("a gap between two values", LINE, "to: 2021-12-31", "to: 2020-12-31"),
    ("two values on one day", LINE, "to: 2026-12-31", "to: 2027-01-01"),
    ("an indicator without its rule", "deprivation_indicators.yaml", "names: [employment,", "names: [work,"),
    ("options of a question that takes none", QUESTIONS, "kind: area", f"kind: area\n  options: [{OPTION}]"),
    ("a question of an unknown kind", QUESTIONS, "kind: area", "kind: square_metres"),
    ("a question with an unknown key", QUESTIONS, "kind: area", "kind: area\n  colour: red"),
    ("a document with an unknown key", "documents.yaml", "  issued: 2015-11-19", "  issued: 2015-11-19\n  page: 1"),
    ("a period by no registered document", "standards.yaml", "document: 59/2015/QĐ-TTg", "document: 60/2015/QĐ-TTg"),
]  # fmt: skip


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    shutil.copytree(str(reading.folder()), tmp_path / "source", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "source"


def test_copied_sources_build_the_same_releases(sources: Path) -> None:
    assert [encode(each) for each in releases(sources)] == [encode(each) for each in releases()]


@pytest.mark.parametrize(("name", "before", "after"), [each[1:] for each in BROKEN], ids=[each[0] for each in BROKEN])
def test_build_refuses_and_names_the_file(sources: Path, name: str, before: str, after: str) -> None:
    file = next(sources.rglob(name))
    text = file.read_text("utf-8")
    assert before in text, "the mistake must be one"
    file.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises((SourceError, RuleError)) as refused:
        releases(sources)
    assert name in str(refused.value)


def test_released_revisions_equal_the_sources() -> None:
    assert differences(releases()) == []


def test_every_released_file_is_of_a_standard_that_is_still_known() -> None:
    known = {each.id for each in releases()}
    assert {file.name.rsplit(".", 2)[0] for file in RELEASED.glob("*.json")} == known


def test_a_changed_source_differs_from_its_release(sources: Path) -> None:
    file = next(sources.rglob(FLOOR))
    file.write_text(file.read_text("utf-8").replace("value: 800", "value: 801"), "utf-8")
    assert ["vn-2022.1" in line for line in differences(releases(sources))] == [True]
