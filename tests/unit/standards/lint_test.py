"""The law's sources looked through, and releases that never change."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from giamngheo.standards.source import reading
from giamngheo.standards.source.build import keep_new, releases
from giamngheo.standards.source.lint import REVIEWED_WITHIN, lint

REVIEWED = date(2026, 11, 24)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    shutil.copytree(str(reading.folder()), tmp_path / "source", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "source"


def change(sources: Path, name: str, before: str, after: str) -> None:
    file = next(sources.rglob(name))
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def codes(**given: object) -> set[str]:
    return {each.code for each in lint(REVIEWED, **given)}  # type: ignore[arg-type]


def test_sources_of_this_version_have_no_error() -> None:
    assert codes() <= {"LAW-ARTICLES", "LAW-EARLY"}


def test_value_reviewed_too_long_ago_is_told_once_a_file() -> None:
    edge = REVIEWED + timedelta(days=REVIEWED_WITHIN)
    assert not [each for each in lint(edge) if each.code == "LAW-OLD"]
    told = [each.message.vi.partition(".yaml")[0] for each in lint(edge + timedelta(days=1)) if each.code == "LAW-OLD"]
    assert "floor_area" in told
    assert len(told) == len(set(told))


def test_changed_source_of_a_kept_revision_is_an_error(sources: Path) -> None:
    change(sources, "floor_area.yaml", "value: 800", "value: 900")
    found = [each for each in lint(REVIEWED, sources) if each.code == "LAW-RELEASED"]
    assert ["vn-2022.1" in each.message.vi for each in found] == [True]


def test_concept_nothing_refers_to_is_an_error(sources: Path) -> None:
    text = next(sources.rglob("floor_area.yaml")).read_text("utf-8")
    (sources / "concepts" / "lines" / "spare.yaml").write_text(text.replace("concept: floor_area", "concept: spare"))
    assert "LAW-UNUSED" in codes(root=sources)


def test_source_that_cannot_be_built_is_the_only_finding(sources: Path) -> None:
    change(sources, "floor_area.yaml", "document: 07/2021/NĐ-CP", "document: 99/2021/NĐ-CP")
    found = lint(REVIEWED, sources)
    assert [each.code for each in found] == ["LAW-SOURCE"]
    assert "floor_area.yaml" in found[0].message.vi


def test_value_older_than_its_document_is_remarked(sources: Path) -> None:
    change(sources, "documents.yaml", "effective: 2021-03-15", "effective: 2022-03-15")
    said = [each.message.vi for each in lint(REVIEWED, sources) if each.code == "LAW-EARLY"]
    assert any("floor_area" in each and "15/03/2022" in each for each in said)


def test_release_writes_new_revisions_and_never_a_kept_one(sources: Path, tmp_path: Path) -> None:
    kept = tmp_path / "released"
    kept.mkdir()
    assert [file.name for file in keep_new(releases(sources), kept)] == [
        "vn-2016.1.json",
        "vn-2022.1.json",
        "vn-2027.1.json",
    ]
    before = (kept / "vn-2022.1.json").read_bytes()
    change(sources, "floor_area.yaml", "value: 800", "value: 900")
    assert keep_new(releases(sources), kept) == []
    assert (kept / "vn-2022.1.json").read_bytes() == before
    change(sources, "standards.yaml", "id: vn-2022\n  revision: 1", "id: vn-2022\n  revision: 2")
    assert [file.name for file in keep_new(releases(sources), kept)] == ["vn-2022.2.json"]
