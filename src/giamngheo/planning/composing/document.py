"""The official document of a plan (docs/algorithms/compose.md)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from giamngheo.foundation.findings import Bilingual
from giamngheo.foundation.text import squeeze
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
from giamngheo.paperwork.writers.wording import printed_date, printed_reference
from giamngheo.planning.composing.leftout import LeftOut, left_out
from giamngheo.planning.composing.numbering import number_sections, point
from giamngheo.planning.composing.printing import missing, printed
from giamngheo.planning.content import PlanContent, SectionContent, TextContent
from giamngheo.planning.reasons import PARTS

_TYPE_NAMES = {"KH": "KẾ HOẠCH", "BC": "BÁO CÁO"}
_NUMBERED = ("1", "a", "(1)")  # marks of texts that are counted; a new "1." begins again with "a)"
_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


@dataclass(frozen=True, slots=True)
class Gap:
    """A part marked as missing in the printed plan: where (a section's key or ""), and the code of the part."""

    section: str
    part: str

    @property
    def words(self) -> Bilingual:
        """What the part is called."""
        return PARTS[self.part]

    @property
    def what(self) -> str:
        """Its Vietnamese name, as it prints and as the documented JSON has it."""
        return self.words.vi


@dataclass(slots=True)
class Composed:
    """A composed plan. `places` says which row a printed line comes from: line -> ("section" | "text" | part, key)."""

    document: OfficialDocument
    left_out: list[LeftOut]
    gaps: list[Gap]
    numbers: dict[str, str]
    places: dict[int, tuple[str, str]] = field(default_factory=dict)


def compose(content: PlanContent) -> Composed:
    """The whole document of `content`, with generated numbers, and what of the source it does not print."""
    return _Composer(content).compose()


class _Composer:
    """Gives out line numbers as it goes: line N is the N-th line `OfficialDocument.lines()` yields."""

    def __init__(self, content: PlanContent) -> None:
        self.content = content
        self.numbers = number_sections(content)
        self.line = 0
        self.places: dict[int, tuple[str, str]] = {}
        self.gaps: list[Gap] = []
        self.texts: dict[str, list[TextContent]] = {}
        for text in content.texts:
            if text.part == "body":
                self.texts.setdefault(text.section, []).append(text)
        self.below: dict[str, list[SectionContent]] = {}
        for section in content.sections:
            self.below.setdefault(section.parent, []).append(section)

    def compose(self) -> Composed:
        content, head = self.content, self.content.head
        commune = content.units.get(content.commune, "")
        kind = "THỊ TRẤN" if content.commune_kind == "township" else {"ward": "PHƯỜNG"}.get(content.commune_kind, "XÃ")
        issuer = (self._line("ỦY BAN NHÂN DÂN", "issuer"), self._line(f"{kind} {commune.upper()}", "issuer"))
        motto = tuple(self._line(words, "motto") for words in _MOTTO)
        number = squeeze(printed_reference(head.number, head.symbol))
        reference = Reference(head.number, head.symbol, self._place("reference"), number, number)
        year = head.year or content.year
        day = squeeze(printed_date(commune, head.day, head.month, year))
        dated = PlaceAndDate(commune, head.day, head.month, year, self._place("date"), day, day)
        document = OfficialDocument(
            doc_type=head.doc_type,
            type_name=self._line(_TYPE_NAMES.get(head.doc_type, "KẾ HOẠCH"), "type"),
            issuer=issuer,
            motto=motto,
            reference=reference,
            place_and_date=dated,
            subject=self._line(printed(head.subject, content) or self._gap("", "subject"), "subject"),
            addressees=tuple(self._part("addressee", "")),
            legal_bases=tuple(self._bases()),
            body=(*self._opening(), *self._sections("", 1)),
            closing=self._closing(),
            recipients=tuple(self._recipients()),
            signature=self._signature(),
            source_format=SourceFormat.COMPOSED,
            source_name=f"{content.commune}-{content.year}",
        )
        numbers = {key: number for key, (number, _) in self.numbers.items()}
        return Composed(document, left_out(content, document, numbers), self.gaps, numbers, self.places)

    def _place(self, kind: str, key: str = "") -> Place:
        self.line += 1
        self.places[self.line] = (kind, key)
        return Place(self.line)

    def _line(self, text: str, kind: str, key: str = "") -> Line:
        return Line(text, self._place(kind, key))

    def _gap(self, section: str, part: str) -> str:
        gap = Gap(section, part)
        self.gaps.append(gap)
        return missing(gap.what)

    def _part(self, part: str, end: str) -> Iterator[Line]:
        for text in self.content.part(part):
            yield self._line(printed(text.template, self.content) + end, "text", text.key)

    def _bases(self) -> Iterator[Line]:
        bases = self.content.part("legal_basis")
        for position, text in enumerate(bases, 1):
            end = "." if position == len(bases) else ";"
            yield self._line(printed(text.template, self.content) + end, "text", text.key)
        if not bases:
            yield self._line(self._gap("", "legal_basis"), "legal_basis")

    def _opening(self) -> Iterator[Node]:
        yield from self._texts(self.content.part("opening"), 1)

    def _texts(self, texts: list[TextContent], level: int) -> Iterator[Node]:
        counts = dict.fromkeys(_NUMBERED, 0)
        for text in texts:
            if text.mark in _NUMBERED:
                counts[text.mark] += 1
                for deeper in _NUMBERED[_NUMBERED.index(text.mark) + 1 :]:
                    counts[deeper] = 0
            yield self._text(text, counts.get(text.mark, 0), level)

    def _sections(self, parent: str, level: int) -> Iterator[Node]:
        for section in self.below.get(parent, ()):
            yield self._section(section, level)

    def _section(self, section: SectionContent, level: int) -> Node:
        number, style = self.numbers[section.key]
        texts = list(self.texts.get(section.key, ()))
        title = printed(section.title, self.content)
        if texts and texts[0].run_in:
            title = f"{title}: {printed(texts[0].template, self.content)}"
            place = self._place("section", section.key)
            texts = texts[1:]
        else:
            place = self._place("section", section.key)
        body = list(self._texts(texts, level + 1))
        body += self._gaps_of(section, has_text=bool(self.texts.get(section.key)))
        children = (*body, *self._sections(section.key, level + 1))
        bold = style is not NumberStyle.POINT
        return Node(NodeKind.HEADING, title, place, number, style, level, children, bold=bold)

    def _text(self, text: TextContent, position: int, level: int) -> Node:
        words, place = printed(text.template, self.content), self._place("text", text.key)
        if text.kind == "table":
            rows = tuple(tuple(printed(cell, self.content) for cell in row) for row in text.rows)
            for _ in rows[1:]:  # every row is a line of its own
                self._place("text", text.key)
            return Node(NodeKind.TABLE, words, place, rows=rows)
        if text.mark == "a":
            return Node(NodeKind.HEADING, words, place, point(position), NumberStyle.POINT, level)
        if text.mark == "1":
            return Node(NodeKind.HEADING, words, place, f"{position}.", NumberStyle.ARABIC, level)
        if text.mark == "(1)":
            return Node(NodeKind.HEADING, words, place, f"({position})", NumberStyle.PAREN, level)
        if text.kind == "bullet":
            return Node(NodeKind.BULLET, words, place, text.mark or "-")
        return Node(NodeKind.PARAGRAPH, words, place)

    def _gaps_of(self, section: SectionContent, *, has_text: bool) -> Iterator[Node]:
        """An empty block says so; a funding block without any sum says that, too."""
        part = ""
        if section.block and not has_text:
            part = section.block
        elif section.block == "funding" and not any(
            "đồng" in printed(text.template, self.content).lower() for text in self.texts[section.key]
        ):
            part = "amount"
        elif not section.block and not has_text and not self.below.get(section.key):
            part = "section"
        if part:
            words = self._gap(section.key, part)
            yield Node(NodeKind.PARAGRAPH, words, self._place("section", section.key))

    def _closing(self) -> Line:
        closing = self.content.part("closing")
        if not closing:
            return self._line(self._gap("", "closing") + "./.", "closing")
        words = printed(closing[0].template, self.content).rstrip(" ./")
        return self._line(f"{words}./.", "text", closing[0].key)

    def _recipients(self) -> Iterator[Line]:
        recipients = self.content.part("recipient")
        for position, text in enumerate(recipients, 1):
            words = printed(text.template, self.content)
            yield self._line(words + ("." if position == len(recipients) else ";"), "text", text.key)
        if not recipients:
            yield self._line(self._gap("", "recipients"), "recipient")

    def _signature(self) -> Signature:
        head = self.content.head
        authority = tuple(head.authority) or (self._gap("", "authority"),)
        signer = head.signer or self._gap("", "signer")
        return Signature(authority, signer, self._place("signature"))
