"""The form of an administrative document: Nghị định 30/2020/NĐ-CP as data.

Every fact is a value with the room the decree leaves (`least`..`most`), the value this system prints (`used`) and where
it stands. Lengths are millimetres, type sizes points. Writers take their figures from here and from nowhere else; the
format rules of the check may ask `Span.allows`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from giamngheo.paperwork.type_names import TYPE_NAMES as TYPE_NAMES

DECREE: Final = "Nghị định 30/2020/NĐ-CP"
ANNEX_1: Final = f"{DECREE}, Phụ lục I"
ANNEX_3: Final = f"{DECREE}, Phụ lục III"


@dataclass(frozen=True, slots=True)
class Span:
    """A figure of the decree: allowed from `least` to `most`, printed as `used`, standing at `source`."""

    least: float
    most: float
    used: float
    source: str

    def __post_init__(self) -> None:
        if not self.source or not self.least <= self.used <= self.most:
            raise ValueError(f"a figure needs a source and must lie in its own span: {self}")

    def allows(self, value: float) -> bool:
        return self.least <= value <= self.most


@dataclass(frozen=True, slots=True)
class Face:
    """How one element is set: size in points, bold, italic, capitals."""

    size: Span
    bold: bool = False
    italic: bool = False
    capitals: bool = False


FONT: Final = "Times New Roman"
INK: Final = "000000"

# The page (A4, upright; a wide table may turn it).
PAGE_WIDTH: Final = Span(210, 210, 210, f"{ANNEX_1}, khổ giấy A4")
PAGE_HEIGHT: Final = Span(297, 297, 297, f"{ANNEX_1}, khổ giấy A4")
MARGIN_TOP: Final = Span(20, 25, 20, f"{ANNEX_1}, định lề trang")
MARGIN_BOTTOM: Final = Span(20, 25, 20, f"{ANNEX_1}, định lề trang")
MARGIN_LEFT: Final = Span(30, 35, 30, f"{ANNEX_1}, định lề trang")
MARGIN_RIGHT: Final = Span(15, 20, 15, f"{ANNEX_1}, định lề trang")
PAGE_NUMBER: Final = Face(Span(13, 14, 14, f"{ANNEX_1}, số trang văn bản"))

# Box 1: the State's name and motto.
STATE_NAME: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
STATE_MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
STATE: Final = Face(Span(12, 13, 13, f"{ANNEX_1}, ô số 1"), bold=True, capitals=True)
MOTTO: Final = Face(Span(13, 14, 14, f"{ANNEX_1}, ô số 1"), bold=True)

# Box 2: the issuing body; its parent body first, not bold.
PARENT_BODY: Final = Face(Span(12, 13, 13, f"{ANNEX_1}, ô số 2"), capitals=True)
ISSUING_BODY: Final = Face(Span(12, 13, 13, f"{ANNEX_1}, ô số 2"), bold=True, capitals=True)
RULE_SHARE: Final = Span(1 / 3, 1 / 2, 0.42, f"{ANNEX_1}, ô số 2 và 5a: đường kẻ dài 1/3 đến 1/2 dòng chữ")

# Boxes 3 and 4: number and symbol; place and date.
REFERENCE: Final = Face(Span(13, 13, 13, f"{ANNEX_1}, ô số 3"))
PLACE_AND_DATE: Final = Face(Span(13, 14, 14, f"{ANNEX_1}, ô số 4"), italic=True)

# Box 5: name of the type and what the document is about.
TYPE_NAME: Final = Face(Span(13, 14, 14, f"{ANNEX_1}, ô số 5a"), bold=True, capitals=True)
SUBJECT: Final = Face(Span(13, 14, 14, f"{ANNEX_1}, ô số 5a"), bold=True)
LETTER_SUBJECT: Final = Face(Span(12, 13, 12, f"{ANNEX_1}, ô số 5b"))

# Box 6: the content.
LEGAL_BASIS: Final = Face(Span(13, 14, 14, f"{ANNEX_1}, ô số 6"), italic=True)
CONTENT: Final = Face(Span(13, 14, 14, f"{ANNEX_1}, ô số 6"))
FIRST_LINE: Final = Span(10, 12.7, 12.7, f"{ANNEX_1}, ô số 6: lùi đầu dòng 1 cm hoặc 1,27 cm")
PARAGRAPH_GAP: Final = Span(6, 12, 6, f"{ANNEX_1}, ô số 6: khoảng cách giữa các đoạn tối thiểu 6 pt")
LINE_SPACING: Final = Span(1, 1.5, 1.1, f"{ANNEX_1}, ô số 6: dòng đơn đến 1,5 dòng")
END_MARK: Final = "./."

# Boxes 7 and 9: signature, addressees, recipients.
AUTHORITY: Final = Face(Span(13, 14, 14, f"{ANNEX_1}, ô số 7a"), bold=True, capitals=True)
SIGNER: Final = Face(Span(13, 14, 14, f"{ANNEX_1}, ô số 7b"), bold=True)
ADDRESSEE: Final = Face(Span(13, 14, 14, f"{ANNEX_1}, ô số 9a"))
RECIPIENTS_WORD: Final = Face(Span(12, 12, 12, f"{ANNEX_1}, ô số 9b"), bold=True, italic=True)
RECIPIENT: Final = Face(Span(11, 11, 11, f"{ANNEX_1}, ô số 9b"))

# Appendices.
APPENDIX_WORD: Final = Face(Span(14, 14, 14, f"{ANNEX_1}, phụ lục"), bold=True)
APPENDIX_TITLE: Final = Face(Span(13, 14, 14, f"{ANNEX_1}, phụ lục"), bold=True, capitals=True)
APPENDIX_OF: Final = Face(Span(13, 14, 14, f"{ANNEX_1}, phụ lục"), italic=True)

# Tables: the decree sets no size of its own for them; the lower size of box 6 keeps columns readable.
TABLE: Final = Face(Span(13, 14, 13, f"{ANNEX_1}, ô số 6"))

LETTER: Final = "CV"  # công văn: has no abbreviation in Phụ lục III, "CV" is this system's mark for it


def padded_day(day: int) -> str:
    """A day as printed in box 4: below 10 with a leading zero."""
    return f"{day:02d}"


def padded_month(month: int) -> str:
    """A month as printed in box 4: only 1 and 2 take a leading zero."""
    return f"{month:02d}" if month in (1, 2) else str(month)


def padded_number(number: str) -> str:
    """A document number as printed in box 3: below 10 with a leading zero; anything else as it is."""
    return number.zfill(2) if number.isdigit() else number
