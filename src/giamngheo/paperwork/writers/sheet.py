"""A document laid out: what stands on the paper, in order, before any file format.

All writers print a Sheet, so that Word, PDF and the screen cannot disagree about a number, a rule or a comma.
Texts are NFC, free of characters no file format can hold. Lengths are mm, sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """Letters set alike. `mark`: a part said to be missing, printed highlighted. `caps`: printed in capitals."""

    text: str
    bold: bool = False
    italic: bool = False
    mark: bool = False
    caps: bool = False


class Role(StrEnum):
    """What a block of the body is, as far as printing goes."""

    HEADING = "heading"  # number and title on one line
    CENTRED = "centred"  # number on a line of its own, title below (Phần, Chương, Mục); or one centred line
    TEXT = "text"
    BULLET = "bullet"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: cells as runs, row by row (the first row is the header), shares of the width, columns of figures."""

    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    shares: tuple[float, ...]
    figures: tuple[bool, ...]  # set to the right, so that digits stand under digits
    short: tuple[bool, ...]  # ordinal numbers and marks: centred
    wide: bool = False  # needs the page turned


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body. `outline` is its level in the tree of headings (1..9), 0 when it is not one.

    `number` (with its look) is printed before `runs`; `lines` is the number of lines of a centred block's number part.
    `keep`: must not be parted from the block that follows. `place` is the line of the source, 0 when it has none.
    """

    role: Role
    number: tuple[Run, ...] = ()
    runs: tuple[Run, ...] = ()
    outline: int = 0
    depth: int = 0  # bullets: 0 for "-", 1 for "+" below it
    keep: bool = False
    place: int = 0
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """Boxes 1 to 4 and 5b."""

    parents: tuple[str, ...]
    issuers: tuple[str, ...]
    issuer_width: float  # mm: as narrow as gives a long name lines of like length
    issuer_rule: float  # mm
    state: str
    motto: str
    motto_rule: float  # mm
    reference: str
    letter_subject: tuple[Run, ...]  # V/v of a công văn, else empty
    letter_width: float  # mm
    date: str
    date_size: float  # points
    places: tuple[int, int, int, int]  # source lines: issuer, reference, date, subject


@dataclass(frozen=True, slots=True)
class Title:
    """Box 5a. `width` is how wide the subject is set so that its lines are of like length (mm)."""

    type_name: str
    subject: tuple[Run, ...]
    width: float
    rule: float
    places: tuple[int, int]  # source lines: type name, subject


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list beside the body: a legal basis, an addressee, a recipient."""

    runs: tuple[Run, ...]
    place: int = 0
    centred: bool = False  # "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …" above the bases of a decision, "QUYẾT ĐỊNH:" below them


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the lines of authority, and below the room for the signature the name."""

    authority: tuple[str, ...]
    name: tuple[Run, ...]
    place: int = 0


@dataclass(frozen=True, slots=True)
class Foot:
    """Boxes 7 and 9b as rows of a left and a right half. The last row holds recipients (or a co-signer) and signer."""

    recipients: tuple[Item, ...]
    rows: tuple[tuple[Signer | None, Signer | None], ...]

    @property
    def empty(self) -> bool:
        return not self.rows


@dataclass(frozen=True, slots=True)
class Appendix:
    """Printed after the signature on pages of its own, counted anew. `word` is "" when it has no such name."""

    word: str  # "Phụ lục I"
    title: tuple[Run, ...]
    width: float
    attached: tuple[Run, ...]  # "(Kèm theo Kế hoạch số …)"
    blocks: tuple[Block, ...]
    place: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole document as it will be printed."""

    head: Head
    title: Title | None
    addressees: tuple[Item, ...]
    bases: tuple[Item, ...]
    blocks: tuple[Block, ...]
    closing: Item | None
    foot: Foot
    appendices: tuple[Appendix, ...]
    name: str  # title of the file for its properties
    author: str
    about: str  # "Kế hoạch 05/KH-UBND"
