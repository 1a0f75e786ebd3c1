"""Cards kept in a folder, versions, and the commands."""

import json
from datetime import date
from pathlib import Path

import pytest

from giamngheo.config.cli import main
from giamngheo.foundation.findings import FindingError
from giamngheo.standards.scorecards.card import Signature
from giamngheo.standards.scorecards.store import find, keep, kept
from tests.factories.scorecards import card, yaml_file


def test_kept_card_is_found_by_version_or_the_newest(tmp_path: Path) -> None:
    second = card(version=2, signature=Signature("A", date(2026, 11, 20), "X", "Y"))
    keep(tmp_path, card())
    keep(tmp_path, second)
    assert find(tmp_path, "b1-thu") == second
    assert find(tmp_path, "b1-thu", 1) == card()
    assert find(tmp_path, "khac") is None
    assert kept(tmp_path / "nowhere") == ()


def test_versions_are_ordered_as_numbers(tmp_path: Path) -> None:
    for version in (9, 10):
        keep(tmp_path, card(version=version))
    assert [each.version for each in kept(tmp_path)] == [9, 10]


def test_same_card_again_changes_nothing(tmp_path: Path) -> None:
    file = keep(tmp_path, card())
    before = file.read_bytes()
    assert keep(tmp_path, card()) == file
    assert file.read_bytes() == before


@pytest.mark.parametrize("version", [1, 2])
def test_changed_card_needs_a_higher_version(tmp_path: Path, version: int) -> None:
    keep(tmp_path, card(version=2))
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    signature = Signature("A", date(2026, 11, 20), "X", "Y")
    with pytest.raises(FindingError) as refused:
        keep(tmp_path, card(version=version, signature=signature))
    assert refused.value.finding.code == "SCORE-VERSION"
    assert "lên 3" in refused.value.finding.fixes[0].vi
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_commands_make_check_load_and_list_a_card(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data-dir", str(tmp_path / "data")]
    filled = tmp_path / "card.xlsx"
    assert main(["standards", "scorecard", "template", "--format", "xlsx", "--demonstration", "-o", str(filled)]) == 0
    assert main(["standards", "scorecard", "check", str(filled)]) == 0
    assert "chưa xác nhận" in capsys.readouterr().out
    assert main(["standards", "scorecard", "load", str(filled), *data]) == 0
    capsys.readouterr()
    assert main(["standards", "scorecard", "list", "--json", *data]) == 0
    listed = json.loads(capsys.readouterr().out)["scorecards"]
    assert [(each["id"], each["version"], each["verified"]) for each in listed] == [("b1-minh-hoa", 1, False)]
    assert (tmp_path / "data" / "scorecards" / "b1-minh-hoa.1.yaml").exists()


def test_form_in_yaml_is_checked_with_findings_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = tmp_path / "form.yaml"
    assert main(["standards", "scorecard", "template", "--format", "yaml", "-o", str(form)]) == 0
    capsys.readouterr()
    assert main(["standards", "scorecard", "check", str(form), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["scorecard"] is None
    assert {"SCORE-TITLE", "SCORE-POINTS-EMPTY"} <= {each["code"] for each in told["findings"]}


def test_form_never_overwrites_a_card_somebody_fills_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "card.xlsx"
    file.write_text("filled for hours")
    assert main(["standards", "scorecard", "template", "--format", "xlsx", "-o", str(file)]) == 1
    assert "SCORE-EXISTS" in capsys.readouterr().err
    assert file.read_text() == "filled for hours"


def test_card_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="no space"):
        keep(tmp_path, card())
    assert list(tmp_path.iterdir()) == []


def test_wrong_card_is_not_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = yaml_file(tmp_path, ("nt1: 75", "nt1: mười"))
    assert main(["standards", "scorecard", "load", str(file), "--data-dir", str(tmp_path / "data")]) == 1
    assert "card.yaml:13" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()
