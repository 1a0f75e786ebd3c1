"""The one way from flat blocks to an OfficialDocument, whatever the format they came from."""

from __future__ import annotations

from giamngheo.foundation.findings import Finding
from giamngheo.paperwork.document import Line, OfficialDocument, Place, SourceFormat
from giamngheo.paperwork.structure import words
from giamngheo.paperwork.structure.blocks import Block
from giamngheo.paperwork.structure.header import Header, is_enacting, is_issuing_body, read_header
from giamngheo.paperwork.structure.joining import joined
from giamngheo.paperwork.structure.numbers import split_number
from giamngheo.paperwork.structure.tail import read_tail
from giamngheo.paperwork.structure.tree import body_tree


def build(
    blocks: list[Block],
    *,
    source_format: SourceFormat,
    name: str = "",
    source_lines: int = 0,
    warnings: tuple[Finding, ...] = (),
    asides: tuple[Line, ...] = (),
) -> OfficialDocument:
    """The document these blocks print. `asides` are what the reader has set apart already (page numbers)."""
    notes: list[Finding] = list(warnings)
    header = read_header(blocks)
    outside: list[Line] = [*asides, *header.asides]
    tail = read_tail(joined(_without_rules(header.rest, outside), notes))
    outside += tail.asides
    opening = _Opening(_without_tabs(tail.body))
    rest = opening.rest
    closing = _take_closing(rest)
    return OfficialDocument(
        doc_type=_doc_type(header),
        type_name=header.type_name,
        issuer=tuple(header.issuer),
        motto=tuple(header.motto),
        reference=header.reference,
        place_and_date=header.place_and_date,
        subject=header.subject,
        addressees=tuple(opening.addressees),
        legal_bases=tuple(opening.legal_bases),
        body=body_tree(rest),
        closing=closing,
        recipients=tuple(tail.recipients),
        signature=tail.signings[-1].freeze() if tail.signings else None,
        enacted_by=opening.enacted_by,
        enacting_words=opening.enacting_words,
        cosigners=tuple(signing.freeze() for signing in tail.signings[:-1]),
        appendices=body_tree(_without_tabs(tail.after)),
        asides=tuple(sorted((line for line in outside if line.raw.strip()), key=lambda line: line.place.line)),
        source_format=source_format,
        source_name=name,
        source_lines=source_lines,
        warnings=tuple(notes),
    )


def _without_rules(blocks: list[Block], outside: list[Line]) -> list[Block]:
    kept = []
    for block in blocks:
        if block.cells is None and not block.number and (not block.text or words.is_rule(block.text)):
            outside.append(block.as_line())
        else:
            kept.append(block)
    return kept


def _without_tabs(blocks: list[Block]) -> list[Block]:
    """Tabs as spaces, now that no columns are looked for any more."""
    for block in blocks:
        if "\t" in block.text:
            block.text = " ".join(block.text.split("\t")).strip()
    return blocks


def _doc_type(header: Header) -> str:
    """From the type name; a letter (công văn) has none, so from the symbol; "" when neither says."""
    if header.type_key:
        return words.TYPES[header.type_key]
    symbol = header.reference.symbol if header.reference else ""
    for part in symbol.replace("–", "-").replace("/", "-").split("-"):
        if part.strip() in words.ABBREVIATIONS:
            return part.strip()
    return "CV" if symbol else ""


class _Opening:
    """What stands between subject and body: Kính gửi, who decides, legal bases, "QUYẾT ĐỊNH:"."""

    def __init__(self, blocks: list[Block]) -> None:
        self.addressees: list[Line] = []
        self.legal_bases: list[Line] = []
        self.enacted_by: Line | None = None
        self.enacting_words: Line | None = None
        self._head: Block | None = None
        position = 0
        while position < len(blocks) and self._take(blocks[position]):
            position += 1
        if self._head:  # "Kính gửi:" with nobody behind it
            self.addressees.append(self._head.as_line())
        self.rest = blocks[position:]

    def _take(self, block: Block) -> bool:
        text = block.text
        if block.cells is not None or self.enacting_words:
            return False
        if text.startswith("Kính gửi") and not self.addressees:
            return self._open_addressees(block)
        if self._head or (self.addressees and not self.legal_bases and _is_item(block)):
            return self._add_addressee(block)
        if is_enacting(text) and (self.legal_bases or self.enacted_by):
            self.enacting_words = block.as_line()
        elif is_issuing_body(text) and not self.enacted_by and not block.number:
            self.enacted_by = block.as_line()
        elif words.is_basis(text) and (not block.number or not block.number[0].isalnum()):
            self.legal_bases.append(block.as_line(text.lstrip("-–+* ")))
        else:
            return False
        return True

    def _open_addressees(self, block: Block) -> bool:
        first = block.text[len("Kính gửi") :].lstrip(" :").strip()
        if first:
            self.addressees.append(block.as_line(first))
        else:
            self._head = block
        return True

    def _add_addressee(self, block: Block) -> bool:
        printed = split_number(block.text)
        text = printed.rest if printed and printed.style is None else block.text
        raw = block.raw
        line = block.line
        if self._head:
            raw, line, self._head = f"{self._head.raw}\n{raw}", self._head.line, None
        end = block.end_line or block.line
        self.addressees.append(Line(text, Place(line, end if end != line else 0, block.page), raw))
        return True


def _is_item(block: Block) -> bool:
    if block.number:
        return not block.number[0].isalnum()
    printed = split_number(block.text)
    return bool(printed and printed.style is None and len(block.text) < 120)


def _take_closing(blocks: list[Block]) -> Line | None:
    """Take "Trên đây là ..." (or a last plain paragraph that ends "./.") off the end of `blocks`."""
    if not blocks:
        return None
    last = blocks[-1]
    if last.cells is not None or last.number or split_number(last.text):
        return None
    if last.text.lower().startswith("trên đây") or last.text.endswith("./."):
        blocks.pop()
        return last.as_line()
    return None
