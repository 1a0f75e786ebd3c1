"""What the check of a scorecard says about files people type."""

from pathlib import Path

import pytest

from giamngheo.standards.scorecards import demonstration
from giamngheo.standards.scorecards.findings import CATALOGUE
from giamngheo.standards.scorecards.loading import look
from giamngheo.standards.scorecards.to_yaml import dump
from tests.factories.scorecards import card, part_of_2016, yaml_file

SIGNED = (
    "version: 1\nsignature: {by: Nguyễn Văn Mẫu, on: 24/11/2026, document: 02/2022/TT-BLĐTBXH, article: Phụ lục III}"
)
LAND = "- {code: land, title: Đất, kind: single}\n- code: assets"
CAR_AGAIN = (
    "- {code: assets_car, title: X, kind: single, options: [{label: Y, points: {nt1: 5, urban: 5}}]}\n- code: assets"
)
MOUNTAIN = "- {code: nt2, title: Miền núi}\n- {code: urban"
REGIONS = """regions:
- {code: nt1, title: {vi: Nông thôn, en: Rural}}
- {code: urban, title: {vi: Thành thị, en: Urban}}"""
SAYS_DEMONSTRATION = ("Bảng điểm thử", "Bảng điểm minh họa")
MISTAKES = [
    ("points that are text", ("nt1: 75", "nt1: mười"), "SCORE-POINTS-TEXT", 13),
    ("points with a fraction", ("nt1: 75", "nt1: 12.5"), "SCORE-POINTS-TEXT", 13),
    ("points that YAML reads as yes", ("nt1: 75", "nt1: yes"), "SCORE-POINTS-TEXT", 13),
    ("points left empty", ("nt1: 75", "nt1:"), "SCORE-POINTS-EMPTY", 13),
    ("a region one line does not have", ("{nt1: 75, urban: 80}", "{urban: 80}"), "SCORE-POINTS-EMPTY", 13),
    ("points below zero", ("nt1: 75", "nt1: -5"), "SCORE-POINTS-NEGATIVE", 13),
    ("points that are no multiple of five", ("nt1: 75", "nt1: 74"), "SCORE-POINTS-STEP", 13),
    ("a region nobody declared", ("{nt1: 75,", "{nt9: 5, nt1: 75,"), "SCORE-REGION-UNKNOWN", 13),
    ("a region without points anywhere", ("- {code: urban", MOUNTAIN), "SCORE-REGION-MISSING", 7),
    ("a group without options", ("- code: assets", LAND), "SCORE-GROUP-EMPTY", 15),
    ("a group of no kind", ("kind: single", "kind: some"), "SCORE-GROUP-KIND", 11),
    ("an option twice", ("code: two", "code: one"), "SCORE-DUPLICATE", 14),
    ("a group twice", ("code: assets", "code: size"), "SCORE-DUPLICATE", 15),
    ("one name for two questions", ("- code: assets", CAR_AGAIN), "SCORE-DUPLICATE", None),
    ("the answer every group has", ("code: two", "code: no_points"), "SCORE-DUPLICATE", 14),
    ("an option without label", ("label: {vi: 2 người, en: Two}, ", ""), "SCORE-TITLE", 14),
    ("a card without title", ("title: {vi: Bảng điểm thử, en: Trial card}\n", ""), "SCORE-TITLE", None),
    ("a code with accents", ("code: size", "code: cỡ hộ"), "SCORE-CODE", 9),
    ("a version that is no number", ("version: 1", "version: một"), "SCORE-HEAD", 4),
    ("a standard that is none", ("standard: vn-2022", "standard: vn-2023"), "SCORE-STANDARD", 3),
    ("a key nobody knows", ("version: 1", "version: 1\nnguồn: báo"), "SCORE-KEY", 5),
    ("a key twice", ("version: 1", "version: 1\nversion: 2"), "SCORE-DUPLICATE", 5),
    ("a silent demonstration", ("version: 1", "version: 1\ndemonstration: true"), "SCORE-DEMONSTRATION", 2),
    ("a title that says demonstration alone", SAYS_DEMONSTRATION, "SCORE-DEMONSTRATION", 2),
    ("a signature without article", ("version: 1", SIGNED.replace(", article: Phụ lục III", "")), "SCORE-SIGNATURE", 5),
    ("a signature on no day", ("version: 1", SIGNED.replace("24/11/2026", "31/02/2026")), "SCORE-HEAD", 5),
    ("a day YAML itself refuses", ("version: 1", SIGNED.replace("24/11/2026", "2026-02-31")), "SCORE-HEAD", 5),
    ("no regions at all", (REGIONS, "regions: []"), "SCORE-SHEET", None),
    ("groups that are no list", ("groups:", "groups: {a: 1}\nmissing:"), "SCORE-SHEET", 8),
    ("an alias", ("version: 1", "version: &v 1\nid2: *v"), "SCORE-UNREADABLE", None),
    ("broken YAML", ("regions:", "regions: ["), "SCORE-UNREADABLE", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code", "line"), [each[1:] for each in MISTAKES], ids=[each[0] for each in MISTAKES]
)
def test_mistake_is_told_at_its_line(tmp_path: Path, change: tuple[str, str], code: str, line: int | None) -> None:
    checked = look(yaml_file(tmp_path, change))
    told = [each for each in checked.findings if each.code == code]
    assert told, [(each.code, each.message.vi) for each in checked.findings]
    assert line in {each.line for each in told}
    assert (checked.card is None) == (code != "SCORE-POINTS-STEP")


def test_signed_demonstration_is_refused(tmp_path: Path) -> None:
    file = yaml_file(tmp_path, ("Bảng điểm thử", "Bảng minh họa"), ("version: 1", SIGNED + "\ndemonstration: true"))
    assert "SCORE-SIGNED-DEMONSTRATION" in {each.code for each in look(file).findings}


def test_right_card_is_read_as_it_is_and_told_unsigned(tmp_path: Path) -> None:
    checked = look(yaml_file(tmp_path))
    assert checked.card == card()
    assert [each.code for each in checked.findings] == ["SCORE-UNSIGNED"]


def test_signed_card_has_nothing_to_be_said(tmp_path: Path) -> None:
    checked = look(yaml_file(tmp_path, ("version: 1", SIGNED)))
    assert checked.findings == ()
    assert checked.card is not None
    assert checked.card.verified


def test_every_mistake_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    found = look(yaml_file(tmp_path, ("nt1: 75", "nt1: mười"), ("kind: multiple", "kind: some"))).findings
    assert {"SCORE-POINTS-TEXT", "SCORE-GROUP-KIND"} <= {each.code for each in found}


def test_options_without_codes_get_their_number(tmp_path: Path) -> None:
    made = look(yaml_file(tmp_path, ("{code: one, ", "{"), ("{code: two, ", "{"))).card
    assert made is not None
    assert [each.code for each in made.groups[0].options] == ["1", "2"]


@pytest.mark.parametrize("made", [card(), demonstration(), part_of_2016()], ids=["small", "demonstration", "2016"])
def test_card_written_as_yaml_reads_back_the_same(tmp_path: Path, made: object) -> None:
    file = tmp_path / "again.yaml"
    file.write_text(dump(made), "utf-8")  # type: ignore[arg-type]
    assert look(file).card == made


@pytest.mark.parametrize("name", ["none.yaml", "card.ods", "card"])
def test_file_that_is_not_there_or_of_another_kind_is_a_finding(tmp_path: Path, name: str) -> None:
    checked = look(tmp_path / name)
    assert [each.code for each in checked.findings] == ["SCORE-UNREADABLE"]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"- 1\n- 2", b"[" * 100_000, b"a: b\n" * 500_000])
def test_hostile_yaml_is_a_finding_never_a_trace(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "card.yaml"
    file.write_bytes(content)
    checked = look(file)
    assert checked.card is None
    assert checked.findings


def test_every_finding_says_two_ways_in_both_languages() -> None:
    for entry in CATALOGUE.entries.values():
        assert len(entry.fixes) >= 2
        assert all(each.vi and each.en and each.vi != each.en for each in (entry.message, entry.title, *entry.fixes))
