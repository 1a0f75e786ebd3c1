"""Boxes 1 to 5 of NĐ 30/2020, Phụ lục I: motto, issuer, reference, place and date, type and subject.

Elements are told by what they say, not by where they stand: the same code reads the two columns of Word, the pipe
boxes of legal sites and lines one below the other.
"""

from __future__ import annotations

import re
from functools import cache

from giamngheo.foundation.text import fold
from giamngheo.paperwork.document import Line, Place, PlaceAndDate, Reference
from giamngheo.paperwork.structure import words
from giamngheo.paperwork.structure.blocks import Block, join, together
from giamngheo.paperwork.structure.numbers import is_numbered, split_number

_REACH = 60  # a type name or a motto stands within this many lines of the top
_BLANKS = ".…_-– \t\u00a0"


# Written out by hand: compiling a pattern for each would cost two milliseconds at every start.
def _read_reference(text: str) -> tuple[str, str] | None:
    """Number and symbol of "Số: 05/KH-UBND"; None for any other line. Dots and spaces are a blank number."""
    if text[:2] not in ("Số", "SỐ"):
        return None
    before, slash, symbol = text[2:].lstrip().removeprefix("hiệu").partition("/")
    number = "".join(before.strip().removeprefix(":").strip(_BLANKS).split())
    is_number = not number or number.isdigit() or (number[:-1].isdigit() and number[-1].islower())
    return (number, symbol.strip()) if slash and symbol.strip() and is_number else None


def _read_date(text: str) -> tuple[str, int | None, int | None, int | None] | None:
    """Locality, day, month and year of "Cẩm An, ngày 05 tháng 3 năm 2025"; a blank part is None."""
    locality, said, rest = text.rpartition("ngày" if "ngày" in text else "Ngày")
    day, has_month, rest = rest.partition("tháng")
    month, has_year, year = rest.partition("năm")
    parts = [part.strip(_BLANKS).rstrip(",") for part in (day, month, year)]
    if not (said and has_month and has_year) or any(part and not part.isdecimal() for part in parts):
        return None
    if any(len(part) > most for part, most in zip(parts, (2, 2, 4), strict=True)):
        return None
    numbers = [int(part) if part else None for part in parts]
    if numbers[2] is not None and numbers[2] < 100:
        numbers[2] = None  # "năm 20..." left blank
    return locality.strip(" ,").strip(_BLANKS), numbers[0], numbers[1], numbers[2]


class Header:
    """What was found; `rest` are the blocks after the header."""

    def __init__(self) -> None:
        self.issuer: list[Line] = []
        self.motto: list[Line] = []
        self.reference: Reference | None = None
        self.place_and_date: PlaceAndDate | None = None
        self.type_name: Line | None = None
        self.type_key = ""
        self.subject: Line | None = None
        self.asides: list[Line] = []
        self.rest: list[Block] = []


def read_header(blocks: list[Block]) -> Header:
    """Take the header off the front of `blocks`."""
    header = Header()
    leaves, ends = _top(blocks)
    leaves = _healed(leaves)
    end, titled = _extent(leaves)
    if end == 0 and not titled:
        header.rest = blocks
        return header
    for leaf in leaves[:end]:
        _place_leaf(header, leaf)
    position = end
    if titled:
        position = _read_title(header, leaves, end)
    header.rest = leaves[position:] + blocks[ends:]
    return header


def _top(blocks: list[Block]) -> tuple[list[Block], int]:
    """The first lines with header boxes taken apart, and how many blocks they came from. Stops at a data table."""
    leaves: list[Block] = []
    for position, block in enumerate(blocks):
        if len(leaves) > _REACH or (block.cells is not None and not _is_box(block)):
            return leaves, position
        parts = [part for leaf in block.leaves() for part in split_columns(leaf)] if not block.number else [block]
        leaves += parts
    return leaves, len(blocks)


def _healed(leaves: list[Block]) -> list[Block]:
    """A motto or a date cut by a line break made whole again."""
    result: list[Block] = []
    for leaf in leaves:
        last = result[-1] if result else None
        if last and leaf.cells is None and last.cells is None and _cut(last.text, leaf.text):
            join(last, leaf)
        else:
            result.append(leaf)
    return result


def _cut(first: str, second: str) -> bool:
    """Whether the two lines are one motto or one date."""
    if not first or not second or len(first) > 60 or len(second) > 40 or _element(second):
        return False
    whole = f"{first} {second}"
    if first[0] in "CĐcđ" and not _element(first):
        return _element(whole) == "motto"
    return "ngày" in first and "năm" in second and not _element(first) and _element(whole) == "date"


def _is_box(block: Block) -> bool:
    return any(_element(leaf.text) in ("motto", "reference", "about") for leaf in block.leaves())


def split_columns(leaf: Block) -> list[Block]:
    """Two columns on one line, set apart by tabs or many spaces, as two blocks - when each says something of a header
    or a signature; otherwise the line as it is."""
    if "\t" not in leaf.text and "   " not in leaf.text:
        return [leaf]
    pieces = [piece for piece in re.split(r"\t+|\s{3,}", leaf.text) if piece]
    if len(pieces) != 2 or not any(_element(piece) or words.is_authority(piece) for piece in pieces):
        return [leaf]
    at = leaf.raw.rfind(pieces[1])
    raws = (leaf.raw[:at], leaf.raw[at:]) if at > 0 else (leaf.raw, pieces[1])
    return [
        Block(piece.strip(), raw, leaf.line, leaf.end_line, leaf.page, leaf.soft, leaf.full, leaf.bold, leaf.italic)
        for piece, raw in zip(pieces, raws, strict=True)
    ]


def _element(text: str) -> str:
    """Which element of boxes 1, 3, 4, 5b a line is: "motto", "reference", "date", "about", or ""."""
    if text[:1] in "CĐcđ" and len(text) < 60 and fold(text).startswith(_motto()):
        return "motto"
    if text[:1] == "S" and len(text) < 60 and _read_reference(text):
        return "reference"
    if len(text) < 90 and "tháng" in text and "gày" in text and _read_date(text):
        return "date"
    if text[:3].lower() in ("v/v", "v/ v") or text[:8].lower() == "về việc:":
        return "about"
    return ""


@cache
def _motto() -> tuple[str, ...]:
    return tuple(fold(line) for line in words.MOTTO)


def _extent(leaves: list[Block]) -> tuple[int, bool]:
    """How many leaves stand before the type name (or, without one, up to the last header element); whether there is
    a type name. A type name before any numbered heading only."""
    last = 0
    for position, leaf in enumerate(leaves[:_REACH]):
        text = leaf.text
        if leaf.cells is not None:
            break
        if _element(text):
            last = position + 1
        elif (key := words.type_of(text)) and not leaf.number and (last or text == key or position == 0):
            return position, True
        elif leaf.number or is_numbered(text) or text.startswith("Kính gửi"):
            break
    return last, False


def _place_leaf(header: Header, leaf: Block) -> None:
    """Put one line above the type name where it belongs."""
    text = leaf.text
    kind = _element(text)
    if kind == "motto":
        header.motto.append(leaf.as_line())
    elif kind == "reference" and header.reference is None:
        header.reference = _reference(leaf)
    elif kind == "date" and header.place_and_date is None:
        header.place_and_date = _place_and_date(leaf)
    elif kind == "about" and header.subject is None:
        header.subject = leaf.as_line()
    elif header.subject and not words.is_capitals(text) and not words.is_rule(text) and text and text[:1].islower():
        subject = header.subject
        header.subject = Line(together(subject.text, text), subject.place, f"{subject.raw}\n{leaf.raw}")
    elif words.is_capitals(text) and not words.is_rule(text) and text not in ("DỰ THẢO", "HỎA TỐC", "KHẨN", "MẬT"):
        header.issuer.append(leaf.as_line())
    elif text or leaf.raw.strip():
        header.asides.append(leaf.as_line())


def _reference(leaf: Block) -> Reference:
    number, symbol = _read_reference(leaf.text) or ("", "")
    return Reference(number, symbol, leaf.place, leaf.raw, leaf.text)


def _place_and_date(leaf: Block) -> PlaceAndDate:
    locality, day, month, year = _read_date(leaf.text) or ("", None, None, None)
    return PlaceAndDate(locality, day, month, year, leaf.place, leaf.raw, leaf.text)


def _read_title(header: Header, leaves: list[Block], position: int) -> int:
    """Type name and subject from `position` on; returns the position after them."""
    leaf = leaves[position]
    key = words.type_of(leaf.text)
    header.type_key = key
    position += 1
    about = leaf.text[len(key) :].strip()
    if about:  # "KẾ HOẠCH TRIỂN KHAI ..." in one line
        at = leaf.raw.find(about)
        raws = (leaf.raw[:at], leaf.raw[at:]) if at > 0 else (leaf.raw, "")
        header.type_name = Line(key, leaf.place, raws[0])
        header.subject = Line(about, leaf.place, raws[1])
    else:
        header.type_name = leaf.as_line()
    return _read_subject(header, leaves, position, bold=leaf.bold)


def _read_subject(header: Header, leaves: list[Block], position: int, *, bold: bool) -> int:
    while position < len(leaves):
        leaf = leaves[position]
        if leaf.cells is not None or leaf.number:
            break
        if not leaf.text or words.is_rule(leaf.text):
            header.asides.append(leaf.as_line())
        elif header.subject is None and not _after_subject(leaf.text):
            header.subject = leaf.as_line()
            bold = leaf.bold
        elif header.subject and _continues_subject(header.subject, leaf, bold=bold):
            subject = header.subject
            header.subject = Line(together(subject.text, leaf.text), _span(subject, leaf), f"{subject.raw}\n{leaf.raw}")
        else:
            break
        position += 1
    return position


def _after_subject(text: str) -> bool:
    if text.startswith("Kính gửi") or words.ends_sentence(text):
        return True
    if is_enacting(text) or (split_number(text) is not None):
        return True
    return words.is_basis(text) and text.startswith("Căn cứ")


def _continues_subject(subject: Line, leaf: Block, *, bold: bool) -> bool:
    text = leaf.text
    if _after_subject(text) or words.is_basis(text) or len(text) > 200:
        return False
    if is_issuing_body(text) and not leaf.soft:
        return False
    if words.begins_lower(text) or (leaf.soft and leaf.full is not False and not words.is_capitals(text)):
        return True
    return (bold and leaf.bold) or (words.is_capitals(text) and words.is_capitals(subject.text))


def _span(subject: Line, leaf: Block) -> Place:
    return Place(subject.place.line, leaf.end_line or leaf.line, subject.place.page)


def is_issuing_body(text: str) -> bool:
    """Mẫu 1.2: the line that says who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ..."."""
    return words.is_capitals(text) and fold(text).startswith(_bodies())


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(map(fold, words.ISSUING_BODIES))


def is_enacting(text: str) -> bool:
    """ "QUYẾT ĐỊNH:" or "QUYẾT NGHỊ:" between the legal bases and the articles."""
    return text.rstrip(": ") in ("QUYẾT ĐỊNH", "QUYẾT NGHỊ", "NGHỊ QUYẾT", "CHỈ THỊ") and text.rstrip().endswith(":")
