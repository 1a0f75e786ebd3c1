"""The official document as a value: what a reader returns, what the check reads, what a writer prints.

Elements and their order follow Nghị định 30/2020/NĐ-CP, Phụ lục I (boxes 1-9). Every element keeps its place in the
source and its text: `raw` is what stood there to the letter, `text` the same in NFC with hard line breaks inside a
paragraph and markup (Markdown asterisks, soft hyphens) taken away. An element that is absent is None or empty; an
element that is present but blank ("Số: /KH-UBND") is present with an empty part.

The values are named tuples: immutable, compared by content, and defined in an eighth of the time of a dataclass, which
every start of the check pays.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, TypeVar

from giamngheo.foundation.findings import Finding


class SourceFormat(StrEnum):
    """Where a document was read from; COMPOSED means it was made from the database."""

    TEXT = "text"
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    COMPOSED = "composed"


class Place(NamedTuple):
    """A place in the source: 1-based first and last line (text, PDF) or paragraph (Word, ODT); page when known."""

    line: int
    end_line: int = 0
    page: int | None = None

    @property
    def last(self) -> int:
        return self.end_line or self.line


NOWHERE = Place(0)


class Line(NamedTuple):
    """One element of text that is not in the body: a legal basis, a recipient, the subject."""

    text: str
    place: Place = NOWHERE
    raw: str = ""


class NodeKind(StrEnum):
    """What a block of the body is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TABLE = "table"


class NumberStyle(StrEnum):
    """How a heading's printed number is written; the order is the usual order of levels (NĐ 30/2020, Phụ lục I)."""

    PART = "part"  # "Phần thứ nhất", "A.", "B."
    CHAPTER = "chapter"  # "Chương I"
    SECTION = "section"  # "Mục 1" between a chapter and its articles
    ROMAN = "roman"  # "I."
    ARTICLE = "article"  # "Điều 1."
    ARABIC = "arabic"  # "1."
    DECIMAL = "decimal"  # "1.1.", "2.1.3."
    POINT = "point"  # "a)", "đ)"
    PAREN = "paren"  # "(1)", "1)"
    NONE = "none"  # a bold line without number that stands as a heading


class Node(NamedTuple):
    """One block of the body and, under a heading, the blocks it governs.

    `number` is the printed number or bullet mark exactly as printed ("B.", "2.1.", "a)", "-", "+"), "" where none.
    `text` is the block's text without `number`. `level` is 1 for the outermost heading; 0 for other kinds.
    `auto_number`: the number was not typed but made by Word's numbering (still the number a reader of the page sees).
    `rows` holds the cells of a table, row by row, each cell's text with line feeds between its paragraphs.
    """

    kind: NodeKind
    text: str
    place: Place = NOWHERE
    number: str = ""
    style: NumberStyle = NumberStyle.NONE
    level: int = 0
    children: tuple[Node, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    bold: bool = False
    italic: bool = False
    auto_number: bool = False
    raw: str = ""

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def printed(self) -> str:
        """Number and text as one printed line."""
        return f"{self.number} {self.text}".strip()

    def lines(self) -> Iterator[Line]:
        """What this node alone prints, without its children: one line, or one per row of a table."""
        if self.kind is NodeKind.TABLE:
            for row in self.rows:
                yield Line(" | ".join(row), self.place)
        else:
            yield Line(self.printed, self.place, self.raw)


class Reference(NamedTuple):
    """Số, ký hiệu (box 3): "Số: 05/KH-UBND" is number "05", symbol "KH-UBND". Blank number is ""."""

    number: str
    symbol: str
    place: Place = NOWHERE
    raw: str = ""
    text: str = ""  # the whole line as printed, markup taken away

    @property
    def printed(self) -> str:
        return f"{self.number}/{self.symbol}" if self.symbol else self.number


class PlaceAndDate(NamedTuple):
    """Địa danh, ngày tháng năm (box 4). A part left blank in the source is None."""

    locality: str
    day: int | None
    month: int | None
    year: int | None
    place: Place = NOWHERE
    raw: str = ""
    text: str = ""  # the whole line as printed, markup taken away


class Signature(NamedTuple):
    """Boxes 7a-7b: `authority` are the lines of quyền hạn, chức vụ as printed ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH"); `name` the signer."""

    authority: tuple[str, ...]
    name: str
    place: Place = NOWHERE
    raw: str = ""


class OfficialDocument(NamedTuple):
    """A whole official document. `issuer` are the lines of box 2, the parent body first when there is one."""

    doc_type: str  # abbreviation of NĐ 30/2020 Phụ lục III: "KH", "BC", "QĐ" ...; "" unknown; "CV" công văn
    type_name: Line | None = None  # as printed: "KẾ HOẠCH"
    issuer: tuple[Line, ...] = ()
    motto: tuple[Line, ...] = ()  # Quốc hiệu, Tiêu ngữ
    reference: Reference | None = None
    place_and_date: PlaceAndDate | None = None
    subject: Line | None = None  # trích yếu
    addressees: tuple[Line, ...] = ()  # Kính gửi
    legal_bases: tuple[Line, ...] = ()  # căn cứ, and "Thực hiện ..." lines that stand as such
    body: tuple[Node, ...] = ()
    closing: Line | None = None  # "Trên đây là ..."; with "./." where printed
    recipients: tuple[Line, ...] = ()  # nơi nhận, without the leading dash
    signature: Signature | None = None
    enacted_by: Line | None = None  # decisions: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ...", between subject and legal bases
    enacting_words: Line | None = None  # decisions: "QUYẾT ĐỊNH:", between legal bases and body
    cosigners: tuple[Signature, ...] = ()  # minutes and joint papers: those who sign beside `signature`
    appendices: tuple[Node, ...] = ()  # what follows the signature, as a tree like the body
    # What stands in the source and is no element of the document: rules of dashes, borders of boxes, page numbers,
    # marks such as "DỰ THẢO". Not in lines(); kept so that nothing disappears.
    asides: tuple[Line, ...] = ()
    source_format: SourceFormat = SourceFormat.TEXT
    source_name: str = ""
    source_lines: int = 0
    warnings: tuple[Finding, ...] = ()

    def walk(self) -> Iterator[Node]:
        """All body nodes in document order."""
        for node in self.body:
            yield from node.walk()

    def lines(self) -> Iterator[Line]:
        """Every text of the document in document order: header, bases, body (with numbers), closing, recipients,
        signature. Nothing that was read is missing here."""
        yield from self.issuer
        yield from self.motto
        if self.reference:
            shown = self.reference.text or self.reference.raw or self.reference.printed
            yield Line(shown, self.reference.place, self.reference.raw)
        if self.place_and_date:
            shown = self.place_and_date.text or self.place_and_date.raw
            yield Line(shown, self.place_and_date.place, self.place_and_date.raw)
        if self.type_name:
            yield self.type_name
        if self.subject:
            yield self.subject
        yield from self.addressees
        if self.enacted_by:
            yield self.enacted_by
        yield from self.legal_bases
        if self.enacting_words:
            yield self.enacting_words
        for node in self.walk():
            yield from node.lines()
        if self.closing:
            yield self.closing
        yield from self.recipients
        for signature in (self.signature, *self.cosigners):
            if signature:
                for text in (*signature.authority, signature.name):
                    if text:
                        yield Line(text, signature.place, signature.raw)
        for node in self.appendices:
            for each in node.walk():
                yield from each.lines()

    def with_body(self, body: tuple[Node, ...]) -> OfficialDocument:
        return self._replace(body=body)


Value = TypeVar("Value", Line, Node, Reference, PlaceAndDate, Signature, OfficialDocument)


def replace(value: Value, **changes: object) -> Value:
    """The same value with some fields changed."""
    return value._replace(**changes)  # type: ignore[arg-type]
