"""An official paper from its texts: the boxes of NĐ 30/2020 filled, line ends as it asks, lines numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from giamngheo.foundation.text import squeeze
from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.document import (
    Line,
    Node,
    NodeKind,
    NumberStyle,
    OfficialDocument,
    Place,
    PlaceAndDate,
    Reference,
    Signature,
    SourceFormat,
)
from giamngheo.paperwork.writers.wording import MISSING_OPENS, ended, listed, printed_date, printed_reference

_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Boxes(NamedTuple):
    """The texts of a paper. `day` None: left to be written in. `signers`: (lines of authority, name), the chief last;
    `number` "" leaves room for it; without `symbol` and `number` there is no such line."""

    doc_type: str
    issuer: tuple[str, ...]
    locality: str
    subject: str
    day: date | None = None
    year: int | None = None
    type_name: str = ""
    number: str = ""
    symbol: str = ""
    addressees: tuple[str, ...] = ()
    enacted_by: str = ""
    bases: tuple[str, ...] = ()
    enacting: str = ""
    body: tuple[Node, ...] = ()
    closing: str = ""
    recipients: tuple[str, ...] = ()
    signers: tuple[tuple[tuple[str, ...], str], ...] = ()
    appendices: tuple[Node, ...] = ()


def missing(what: str) -> str:
    """The visible mark of a part that is not there."""
    return f"{MISSING_OPENS} {what}]"


def document(boxes: Boxes) -> OfficialDocument:
    """The paper, each printed line with its number."""
    return _Numbering().document(boxes)


def paragraph(text: str) -> Node:
    """A paragraph of the body."""
    return Node(NodeKind.PARAGRAPH, text)


def bullet(text: str) -> Node:
    """A line behind a dash."""
    return Node(NodeKind.BULLET, text, number="-")


def table(rows: Sequence[Sequence[str]], caption: str = "") -> Node:
    """A table; the first row is its header."""
    return Node(NodeKind.TABLE, caption, rows=tuple(tuple(row) for row in rows))


def romans(*sections: tuple[str, Sequence[Node]]) -> tuple[Node, ...]:
    """I., II., ... each with its title and what stands below."""
    return tuple(
        Node(NodeKind.HEADING, title, number=f"{_roman(number)}.", style=NumberStyle.ROMAN, level=1,
             children=tuple(below), bold=True)
        for number, (title, below) in enumerate(sections, 1)
    )  # fmt: skip


def numbered(*sections: tuple[str, Sequence[Node]], level: int = 1, bold: bool = True) -> tuple[Node, ...]:
    """1., 2., ... the same in Arabic figures; a sentence that names nothing below is not `bold`."""
    return tuple(
        Node(NodeKind.HEADING, title, number=f"{number}.", style=NumberStyle.ARABIC, level=level,
             children=tuple(below), bold=bold)
        for number, (title, below) in enumerate(sections, 1)
    )  # fmt: skip


def articles(*texts: str | tuple[str, Sequence[Node]]) -> tuple[Node, ...]:
    """Điều 1., Điều 2., ... of a decision; a text may have something below it."""
    pairs = [(each, ()) if isinstance(each, str) else each for each in texts]
    return tuple(
        Node(NodeKind.HEADING, text, number=f"Điều {number}.", style=NumberStyle.ARTICLE, level=1,
             children=tuple(below))
        for number, (text, below) in enumerate(pairs, 1)
    )  # fmt: skip


def appendix(title: str, *below: Node, number: str = "") -> Node:
    """What is printed after the signature on pages of its own."""
    return Node(NodeKind.HEADING, title, number=f"Phụ lục {number}".strip(), level=1, children=below, bold=True)


def _roman(number: int) -> str:
    printed = ""
    for value, letters in _ROMAN:
        printed += letters * (number // value)
        number %= value
    return printed


class _Numbering:
    """Gives out line numbers: line N is the N-th line `OfficialDocument.lines()` yields, up to the signature."""

    def __init__(self) -> None:
        self.line = 0

    def document(self, boxes: Boxes) -> OfficialDocument:
        year = boxes.day.year if boxes.day else boxes.year
        made = OfficialDocument(
            doc_type=boxes.doc_type,
            issuer=tuple(map(self.text, boxes.issuer)),
            motto=tuple(map(self.text, (f30.STATE_NAME, f30.STATE_MOTTO))),
            reference=self.reference(boxes),
            place_and_date=self.dated(boxes, year),
            type_name=self.text(boxes.type_name) if boxes.type_name else None,
            subject=self.text(boxes.subject),
            addressees=tuple(map(self.text, boxes.addressees)),
            enacted_by=self.text(boxes.enacted_by) if boxes.enacted_by else None,
            legal_bases=tuple(map(self.text, listed([*boxes.bases]))),
            enacting_words=self.text(boxes.enacting) if boxes.enacting else None,
            body=tuple(self.nodes(boxes.body)),
            closing=self.text(ended(boxes.closing, f30.END_MARK)) if boxes.closing else None,
            recipients=tuple(map(self.text, listed([*boxes.recipients]))),
            source_format=SourceFormat.COMPOSED,
        )
        chief = self.signature(*boxes.signers[-1]) if boxes.signers else None
        beside = tuple(self.signature(*each) for each in boxes.signers[:-1])
        return made._replace(
            signature=chief, cosigners=beside, appendices=tuple(self.nodes(boxes.appendices)), source_lines=self.line
        )

    def place(self, lines: int = 1) -> Place:
        self.line += lines
        return Place(self.line - lines + 1)

    def text(self, text: str) -> Line:
        return Line(text, self.place())

    def reference(self, boxes: Boxes) -> Reference | None:
        if not (boxes.number or boxes.symbol):
            return None
        shown = squeeze(printed_reference(boxes.number, boxes.symbol))
        return Reference(boxes.number, boxes.symbol, self.place(), shown, shown)

    def dated(self, boxes: Boxes, year: int | None) -> PlaceAndDate:
        day, month = (boxes.day.day, boxes.day.month) if boxes.day else (None, None)
        shown = squeeze(printed_date(boxes.locality, day, month, year))
        return PlaceAndDate(boxes.locality, day, month, year, self.place(), shown, shown)

    def nodes(self, nodes: Iterable[Node]) -> Iterator[Node]:
        for node in nodes:
            place = self.place(max(1, len(node.rows)))
            yield node._replace(place=place, children=tuple(self.nodes(node.children)))

    def signature(self, authority: tuple[str, ...], name: str) -> Signature:
        return Signature(authority, name, self.place())
