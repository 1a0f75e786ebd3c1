"""The plan the demonstration shows: our own words, with the mistakes a visitor should see found."""

import re
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from giamngheo.paperwork.document import NodeKind, OfficialDocument
from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.check import check
from giamngheo.planning.importing.names import home_of
from giamngheo.territory.reference import Units
from tests.seed import seed_path

DAY = date(2024, 5, 1)
FOLDER = files("giamngheo.planning") / "samples"

# Code and beginning of the quote of what a visitor must see.
SHOWN = (
    ("NAME-UNIT", "XÃ HOÀNG QUÝ"),
    ("NAME-UNIT", "huyện Hoàng Hóa"),
    ("NAME-TWO-SPELLINGS", "xã Hoằng Quý"),
    ("NAME-TONE", "NGHEÒ"),
    ("COMPLETE-NUMBER", "Số: /KH-UBND"),
    ("COMPLETE-DATE", "Hoàng Quý, ngày tháng năm 2024"),
    ("REF-ORDER", "Kế hoạch số 101/KH-UBND"),
    ("REF-ORDER", "Kế hoạch số 45/KH-UBND"),
    ("ARITH-CHANGE", "giảm 22 hộ; từ 33 hộ xuống còn 16 hộ"),
    ("ARITH-BASE-MOVED", "giảm 1,1%; từ 2,22% xuống còn 1,12%"),
    ("ARITH-PLAN-WHOLE", "66 lao động có việc làm mới, vượt 01%"),
    ("ARITH-TOTAL", "7.487 triệu đồng"),
    ("ARITH-TOTAL", "175 lượt khách hàng"),
    ("DATE-PERIOD", "11 tháng đầu năm 2023"),
    ("COMPLETE-CLAIM", "tiến độ giải ngân vốn chậm"),
    ("COMPLETE-BREAKS-OFF", "toàn xã đã giảm so với"),
    ("TARGET-IMPOSSIBLE", "tỷ lệ hộ nghèo đa chiều của xã giảm từ 1,5% trở lên"),
    ("REF-SYMBOL", "Thông tư số 55/2023/BTC"),
    ("REF-SYMBOL", "số 10/2023/NQHĐND"),
    ("COMPLETE-AMOUNT", "Quyết định số 829/QĐ-UBND"),
    ("COMPLETE-BLOCK-EMPTY", "e) Phân công thực hiện"),
    ("NUM-DD", "e) Phân công thực hiện"),
    ("NUM-SKIP", "e) Phân công thực hiện"),
    ("NUM-BODY", "3.2. Công chức văn hóa"),
    ("NUM-SINGLE", "1. Bối cảnh trong xã"),
    ("NUM-BACK", "a) Phân công thực hiện"),
    ("NUM-BACK", "3. UBND xã"),
    ("FORMAT-CLOSING", ""),
    ("FORMAT-FILED", "Lưu: VT; LĐTBXH."),
    ("FORMAT-AUTHORITY", "KT. CHỦ TỊCH"),
)


@pytest.fixture(scope="module")
def sample() -> OfficialDocument:
    return read_text((FOLDER / "ke-hoach-mau.md").read_text(encoding="utf-8"), name="ke-hoach-mau.md")


@pytest.fixture(scope="module")
def found(sample: OfficialDocument) -> list[tuple[str, str]]:
    return [(each.code, each.quote) for each in check(sample, on=DAY)]


@pytest.mark.parametrize(("code", "quote"), SHOWN)
def test_visitor_sees_every_planted_mistake(code: str, quote: str, found: list[tuple[str, str]]) -> None:
    assert any(each == code and words.startswith(quote) for each, words in found)


def test_sample_has_the_projects_of_the_programme(sample: OfficialDocument) -> None:
    titles = [node.text for node in sample.walk() if node.kind is NodeKind.HEADING]
    assert [title[:7] for title in titles if title.startswith("Dự án ")] == [f"Dự án {n}" for n in (2, 3, 4, 6, 7)]
    assert [title[:13] for title in titles if title.startswith("Tiểu dự án")] == [
        f"Tiểu dự án {number}:" [:13] for number in (1, 2, 1, 3, 1, 2, 1, 2)
    ]  # fmt: skip


def test_misspelt_sample_commune_is_still_recognised(sample: OfficialDocument) -> None:
    home = home_of(sample, Units.packaged(), 2024)
    assert [unit.name for unit in home.all] == ["Xã Hoằng Quý", "Huyện Hoằng Hóa", "Tỉnh Thanh Hóa"]


def test_readme_says_that_all_is_invented() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "bịa ra" in readme
    assert "invented" in readme
    assert "Trần Văn Thử" in readme


@pytest.mark.seed
def test_sample_shows_the_kinds_of_mistakes_of_the_real_plan(found: list[tuple[str, str]]) -> None:
    real = check(read_text(seed_path().read_text(encoding="utf-8")), on=DAY)
    assert Counter(code for code, _ in found) == Counter(each.code for each in real)


@pytest.mark.seed
def test_no_sentence_of_the_real_plan_is_in_the_sample(sample: OfficialDocument) -> None:
    """Titles, citations, figures, posts and the slogan of the movement may agree; longer runs of words may not."""
    real = _plain(read_text(seed_path().read_text(encoding="utf-8")))
    ours = _plain(sample)
    assert _runs(ours) & _runs(real) == set()


def _runs(lines: list[list[str]], length: int = 16) -> set[tuple[str, ...]]:
    return {tuple(line[at : at + length]) for line in lines for at in range(len(line) - length + 1)}


def _plain(document: OfficialDocument) -> list[list[str]]:
    """Words of each paragraph and bullet, cut at figures, citations and quotations."""
    lines = []
    for node in document.walk():
        if node.kind is not NodeKind.HEADING:
            pieces = re.split(r"“[^”]*”|[^;,.:()“”]*\d[^;,.:()“”]*", node.text)
            lines += [re.findall(r"\w+", piece.lower()) for piece in pieces]
    return lines
