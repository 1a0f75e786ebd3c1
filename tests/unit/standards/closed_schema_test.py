"""A source of the law that says anything unexpected is refused by name, and so is a rule that does not fit."""

import shutil
from pathlib import Path

import pytest

from giamngheo.standards.source import build, reading
from giamngheo.standards.source.reading import SourceError
from giamngheo.standards.validation import RuleError

LINE = "concepts/lines/income_line.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sources, to be broken."""
    source = Path(str(reading.folder()))
    shutil.copytree(source, tmp_path / "source", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "source"


WATER = "concepts/indicators/water.yaml"
NUTRITION = "concepts/thresholds/nutrition_age.yaml"
QUESTIONS = "questions/household.yaml"
CHOICE = "  options:\n    - {code: a, label: {vi: a, en: a}}\n"
VALUE = "    value: {rural: 700000, urban: 900000}\n"

BROKEN = [
    ("unknown key", LINE, "verified: true", "verified: true\n    seen: yes", "unknown field `seen`"),
    ("unknown key of a concept", LINE, "unit:", "weight: 3\nunit:", "unknown field `weight`"),
    ("unknown key of a question", QUESTIONS, "kind: dong", "kind: dong\n  most: 9", "unknown field `most`"),
    ("no citation", LINE, "    document: 59/2015/QĐ-TTg\n", "", "missing required field `document`"),
    ("no word whether it was seen", LINE, "    verified: true\n", "", "missing required field `verified`"),
    ("no review", LINE, "    last_reviewed: 2026-11-24\n", "", "missing required field `last_reviewed`"),
    ("document nobody lists", LINE, "document: 59/2015/QĐ-TTg", "document: 1/1900/QĐ", "cites '1/1900/QĐ'"),
    ("fraction", LINE, "rural: 700000", "rural: 700000.5", "got `float`"),
    ("number in quotes", LINE, "rural: 700000", 'rural: "700000"', "got `str`"),
    ("no value", LINE, VALUE, "", "exactly one of"),
    ("two values", LINE, VALUE, f"    names: [a]\n{VALUE}", "exactly one of"),
    ("the same twice", LINE, VALUE, f"    value: 800000\n{VALUE}", "line 5: value stands twice"),
    ("an area twice", LINE, "rural: 700000", "rural: 600000, rural: 700000", "rural stands twice"),
    ("ends before it starts", LINE, "to: 2021-12-31", "to: 2015-12-31", "ends before it starts"),
    ("unit nobody knows", LINE, "unit: dong_per_person_month", "unit: dollars", "Invalid enum value 'dollars'"),
    ("another name than the file's", LINE, "concept: income_line", "concept: line", "named as the concept"),
    ("formula nobody wrote", WATER, "rule: water_2022", "rule: wine", "no formula is called 'wine'"),
    ("options of a number", QUESTIONS, "  kind: dong\n", f"  kind: dong\n{CHOICE}", "options belong to"),
    ("no English", LINE, ", en: Income line of poor and near-poor households", "", "missing required field `en`"),
    ("day that is none", LINE, "from: 2016-01-01", "from: 2016-02-30", "day is out of range"),
    ("no YAML", LINE, "unit:", "unit: [", "flow sequence"),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_source_that_says_anything_else_is_refused_by_name(
    root: Path, file: str, old: str, new: str, message: str
) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(SourceError, match=message) as refused:
        build.releases(root)
    assert Path(file).name in str(refused.value)


UNFIT = [
    ("gap", NUTRITION, "from: 2022-01-01", "from: 2022-01-02", "no number of the law is called nutrition_age"),
    (
        "gap in the middle",
        NUTRITION,
        "to: 2026-12-31",
        "to: 2024-06-30",
        "2024-07-01, .*no number of the law is called",
    ),
    ("overlap", LINE, "to: 2021-12-31", "to: 2022-01-01", "income_line: two values hold on 2022-01-01"),
    (
        "question gone",
        "questions/member.yaml",
        "name: birth",
        "name: born",
        "no question about a member",
    ),
    ("option gone", QUESTIONS, "code: piped", "code: tap", "water_source has no option piped"),
    ("number by area of a member", NUTRITION, "value: ", "value: {rural: 16, urban: 16} # ", "differs by area"),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), [row[1:] for row in UNFIT], ids=[row[0] for row in UNFIT])
def test_rule_that_does_not_fit_its_data_is_refused(root: Path, file: str, old: str, new: str, message: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(RuleError, match=message):
        build.releases(root)


def test_unbroken_sources_are_read(root: Path) -> None:
    assert [each.key for each in build.releases(root)] == [each.key for each in build.releases()]
