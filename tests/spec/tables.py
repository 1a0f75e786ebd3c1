"""Rulings on a whole document: text in, findings of one family out.

The text is put between a header and a tail in the form of NĐ 30/2020, read by the real text reader, and judged with
small registers made for the tests. `whole=True`: the text is the whole document already.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from giamngheo.documents.reference import Known, KnownDocument
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import bare, fold
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.check import check
from giamngheo.planning.check.engine import misquoted
from giamngheo.planning.check.registers import Registers

HEAD = """**ỦY BAN NHÂN DÂN
XÃ HOẰNG PHÚ**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc**

Số: 90/KH-UBND

Hoằng Phú, ngày {date}

KẾ HOẠCH

Giảm nghèo bền vững năm {year}

"""
TAIL = """

Trên đây là Kế hoạch giảm nghèo của xã./.

Nơi nhận:
- Các thôn (t/h);
- Lưu: VT.

**TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH**

Nguyễn Văn Mẫu
"""


class Shown(NamedTuple):
    """A finding as a table names it."""

    code: str
    quote: str


@dataclass(frozen=True)
class Ruling:
    """`finds`: "CODE" or ("CODE", "quote") or ("CODE", "quote", "words of the Vietnamese message or fixes")."""

    says: str
    text: str
    finds: tuple[str | tuple[str, ...], ...] = ()
    day: date = date(2024, 6, 20)
    whole: bool = False

    @property
    def ruling(self) -> str:
        return self.says

    @property
    def expects(self) -> tuple[Shown, ...]:
        """The findings by code and quote, as the page of findings prints them."""
        return tuple(Shown(*((each, "") if isinstance(each, str) else (*each, "")[:2])) for each in self.finds)

    def document(self) -> OfficialDocument:
        if self.whole:
            return read_text(self.text)
        spoken = f"{self.day.day:02d} tháng {self.day.month} năm {self.day.year}"
        return read_text(HEAD.format(date=spoken, year=self.day.year) + self.text + TAIL)


@dataclass(frozen=True)
class FakeUnit:
    """A unit of the small register."""

    code: str
    name: str
    short_name: str
    level: str
    kind: str
    within: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


UNITS = (
    FakeUnit("38", "Tỉnh Thanh Hóa", "Thanh Hóa", "province", "tỉnh"),
    FakeUnit("399", "Huyện Hoằng Hóa", "Hoằng Hóa", "district", "huyện", ("38",)),
    FakeUnit("391", "Huyện Thọ Xuân", "Thọ Xuân", "district", "huyện", ("38",)),
    FakeUnit("15883", "Xã Hoằng Phú", "Hoằng Phú", "commune", "xã", ("399", "38")),
    FakeUnit("16003", "Xã Hoằng Phụ", "Hoằng Phụ", "commune", "xã", ("399", "38")),
    FakeUnit("15916", "Xã Hoằng Quý", "Hoằng Quý", "commune", "xã", ("399", "38")),
)


class FakeUnits:
    """Answers as territory.reference.Units does, from `UNITS`."""

    def search(self, name, on=None, kinds=(), within=None):
        found = [unit for unit in UNITS if fold(unit.name) == fold(name)]
        return [unit for unit in found if within is None or within in unit.within]

    def near(self, name, on=None, kinds=(), within=None):
        return [unit for unit in UNITS if bare(unit.name) == bare(name) and fold(unit.name) != fold(name)]


def _known(symbol, issued, until=None, by="", begins=None, verified=True):
    return KnownDocument(symbol, "TT", "Bộ Tài chính", "Văn bản thử", issued, begins, until, by, verified, "bảng thử")


@cache
def registers() -> Registers:
    """Registers of the tests: six units, four documents."""
    documents = (
        _known("55/2023/TT-BTC", date(2023, 8, 15), date(2026, 5, 31), "60/2026/TT-BTC"),
        _known("27/2022/NĐ-CP", date(2022, 4, 19), by="358/2025/NĐ-CP"),
        _known("11/2024/NĐ-CP", date(2024, 5, 1), begins=date(2024, 9, 1)),
        _known("12/2020/NĐ-CP", date(2020, 2, 2), date(2023, 1, 1), verified=False),
    )
    return Registers(units=FakeUnits(), documents=Known(documents))


def judge(ruling: Ruling, family: str) -> list[Finding]:
    """Findings of the codes that begin with `family`; every quote must stand in the document."""
    document = ruling.document()
    found = check(document, registers=registers(), on=date(2026, 11, 23))
    assert not misquoted(document, found)
    return [finding for finding in found if finding.code.startswith(family)]


def expect(ruling: Ruling, found: list[Finding]) -> None:
    """Fails unless `found` are exactly the findings of the ruling, in any order."""
    left = list(found)
    seen = [(each.code, each.quote, each.message.vi) for each in found]
    for wanted in ruling.finds:
        code, quote, words = (*((wanted,) if isinstance(wanted, str) else wanted), "", "")[:3]
        match = next((each for each in left if _meets(each, code, quote, words)), None)
        assert match is not None, f"{ruling.says}: no {wanted} in {seen}"
        left.remove(match)
    assert not left, f"{ruling.says}: unexpected {[(each.code, each.quote, each.message.vi) for each in left]}"


def _meets(finding: Finding, code: str, quote: str, words: str) -> bool:
    said = " ".join([finding.message.vi, *(fix.vi for fix in finding.fixes)])
    return finding.code == code and (not quote or finding.quote == quote) and words in said
