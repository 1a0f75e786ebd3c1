"""OpenDocument text (.odt): paragraphs, lists with their numbers, tables. A place counts paragraphs from 1."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import nfc
from giamngheo.paperwork.document import Line, OfficialDocument, Place, SourceFormat
from giamngheo.paperwork.readers import archive
from giamngheo.paperwork.readers.docx_runs import RunText
from giamngheo.paperwork.readers.odf_names import DRAW, MANIFEST, OFFICE, TABLE, TEXT, XML_ID
from giamngheo.paperwork.readers.odt_styles import Counters, Look, OdtStyles
from giamngheo.paperwork.readers.wordml import number, parse
from giamngheo.paperwork.structure.blocks import Block
from giamngheo.paperwork.structure.builder import build

if TYPE_CHECKING:
    from lxml.etree import _Element

    from giamngheo.paperwork.readers import Progress

_PARAGRAPHS = frozenset((f"{TEXT}p", f"{TEXT}h"))
_LIST, _ITEM, _LIST_HEADER, _TABLE = f"{TEXT}list", f"{TEXT}list-item", f"{TEXT}list-header", f"{TABLE}table"
_SKIPPED = frozenset((f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{OFFICE}forms", f"{TEXT}variable-decls"))
_NOTES = frozenset((f"{TEXT}note", f"{OFFICE}annotation"))
_MIMETYPE = b"application/vnd.oasis.opendocument.text"


def read_odt(path: Path, tell: Progress) -> OfficialDocument:
    """Read an OpenDocument text; raises FindingError for damage, bombs and passwords."""
    from lxml import etree

    try:
        with archive.opened(path) as package:
            _check(path, package)
            content = parse(archive.read_part(path, package, "content.xml"))
            styles = parse(archive.read_part(path, package, "styles.xml"))
    except etree.XMLSyntaxError as error:
        archive.refuse(path, "DAMAGED", why=str(error).split(",")[0][:80])
    tell(0.4, "paragraphs")
    text = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if text is None:
        archive.refuse(path, "DAMAGED", why="office:text")
    body = _Body(OdtStyles(styles, content))
    body.changes = sum(1 for _ in text.iter(f"{TEXT}changed-region"))
    body.walk(text, body.blocks)
    tell(0.8, "structure")
    if not any(block.text or block.cells for block in body.blocks):
        archive.refuse(path, "EMPTY")
    archive.refuse_old_letters(path, body.blocks)
    return build(
        body.blocks,
        source_format=SourceFormat.ODT,
        name=path.name,
        source_lines=body.count,
        warnings=tuple(body.warnings()),
        asides=tuple(body.asides),
    )


def _check(path: Path, package: zipfile.ZipFile) -> None:
    kind = archive.read_part(path, package, "mimetype").strip()
    if kind and not kind.startswith(_MIMETYPE):
        archive.refuse(path, "UNKNOWN", kind=kind.decode("ascii", "replace")[:80])
    manifest = parse(archive.read_part(path, package, "META-INF/manifest.xml"))
    if manifest is not None and next(manifest.iter(f"{MANIFEST}encryption-data"), None) is not None:
        archive.refuse(path, "ENCRYPTED")


class _Body:
    """office:text being read."""

    def __init__(self, styles: OdtStyles) -> None:
        self.blocks: list[Block] = []
        self.asides: list[Line] = []
        self.count = 0
        self.changes = 0
        self._styles = styles
        self._lists: dict[str, Counters] = {}  # by list id, and the last one of each style
        self._outline = Counters()
        self._boxes: dict[str, int] = {}
        self._notes = 0
        self._hidden = False

    def walk(self, parent: _Element, into: list[Block]) -> None:
        """Everything below `parent` in order; sections and other wrappers are looked through."""
        for child in parent:
            tag = child.tag
            if tag in _PARAGRAPHS:
                into.extend(self._paragraph(child, self._heading_number(child)))
            elif tag == _LIST:
                self._list(child, into, 1, "", None)
            elif tag == _TABLE:
                into.append(self._table(child))
            elif isinstance(tag, str) and tag not in _SKIPPED:
                if tag.startswith(DRAW):
                    self._note_box(child)
                else:
                    self.walk(child, into)

    def _list(self, element: _Element, into: list[Block], level: int, style: str, counters: Counters | None) -> None:
        style = element.get(f"{TEXT}style-name") or style
        if counters is None:
            counters = self._counters(element, style)
        for item in element:
            if item.tag not in (_ITEM, _LIST_HEADER):
                continue
            numbered = item.tag == _ITEM
            for child in item:
                if child.tag == _LIST:
                    self._list(child, into, level + 1, style, counters)
                elif child.tag in _PARAGRAPHS:
                    printed = self._item_number(child, item, level, style, counters) if numbered else ""
                    into.extend(self._paragraph(child, printed))
                    numbered = False
                elif child.tag == _TABLE:
                    into.append(self._table(child))

    def _counters(self, element: _Element, style: str) -> Counters:
        """The counters a list goes on with, or new ones."""
        continued = element.get(f"{TEXT}continue-list")
        if continued and continued in self._lists:
            counters = self._lists[continued]
        elif element.get(f"{TEXT}continue-numbering") == "true" and f"style {style}" in self._lists:
            counters = self._lists[f"style {style}"]
        else:
            counters = Counters()
        self._lists[element.get(XML_ID, "")] = counters
        self._lists[f"style {style}"] = counters
        return counters

    def _item_number(self, paragraph: _Element, item: _Element, level: int, style: str, counters: Counters) -> str:
        own = style or self._styles.look("paragraph", paragraph.get(f"{TEXT}style-name")).list_style or ""
        start = item.get(f"{TEXT}start-value")
        return self._styles.printed(own, level, counters, number(start, 1) if start else None)

    def _heading_number(self, element: _Element) -> str:
        if element.tag != f"{TEXT}h" or element.get(f"{TEXT}is-list-header") == "true":
            return ""
        look = self._styles.look("paragraph", element.get(f"{TEXT}style-name"))
        if look.list_style == "":
            return ""
        return self._styles.printed_heading(number(element.get(f"{TEXT}outline-level"), 1), self._outline)

    def _paragraph(self, element: _Element, printed: str) -> list[Block]:
        self.count += 1
        look = self._styles.look("paragraph", element.get(f"{TEXT}style-name"))
        result = RunText()
        self._inline(element, look, result)
        text = nfc(result.text).replace("\u2011", "-")
        if look.is_contents:
            self.asides.append(Line(text, Place(self.count), text))
            return []
        heading = look.is_heading or (element.tag == f"{TEXT}h")
        blocks = []
        for offset, line in enumerate(text.split("\n")):
            letters, bold, italic = result.lines[offset] if offset < len(result.lines) else (0, 0, 0)
            blocks.append(
                Block(
                    line.strip(" \u00a0"), line, self.count, soft=offset > 0,
                    bold=letters > 0 and (heading or bold >= letters), italic=0 < letters <= italic,
                    number=printed if offset == 0 and text.strip() else "",
                )
            )  # fmt: skip
        return blocks

    def _inline(self, element: _Element, look: Look, result: RunText) -> None:
        self._text(element.text, look, result)
        for child in element:
            tag = child.tag
            if tag == f"{TEXT}span":
                self._inline(child, self._over(look, child), result)
            elif tag == f"{TEXT}s":
                result.add(" " * number(child.get(f"{TEXT}c"), 1), bold=False, italic=False)
            elif tag == f"{TEXT}tab":
                result.add("\t", bold=False, italic=False)
            elif tag == f"{TEXT}line-break":
                result.add("\n", bold=False, italic=False)
            elif tag in _NOTES:
                self._notes += 1
            elif isinstance(tag, str) and tag.startswith(DRAW):
                self._note_box(child)
            elif isinstance(tag, str) and tag != f"{TEXT}number":
                self._inline(child, look, result)
            self._text(child.tail, look, result)

    def _text(self, text: str | None, look: Look, result: RunText) -> None:
        if not text:
            return
        if look.hidden:
            self._hidden = True
            return
        plain = " ".join(text.split("\n")) if "\n" in text else text
        result.add(plain.upper() if look.caps else plain, bold=bool(look.bold), italic=bool(look.italic))

    def _over(self, look: Look, span: _Element) -> Look:
        own = self._styles.look("text", span.get(f"{TEXT}style-name"))
        return Look(
            bold=look.bold if own.bold is None else own.bold,
            italic=look.italic if own.italic is None else own.italic,
            caps=look.caps if own.caps is None else own.caps,
            hidden=look.hidden if own.hidden is None else own.hidden,
        )

    def _table(self, element: _Element) -> Block:
        block = Block("", line=self.count + 1, cells=[])
        for row in element.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(_TABLE)) is not element:
                continue  # a row of a table in a cell
            cells: list[list[Block]] = []
            for cell in row:
                content: list[Block] = []
                if cell.tag == f"{TABLE}table-cell":
                    self.walk(cell, content)
                repeated = min(number(cell.get(f"{TABLE}number-columns-repeated"), 1), 64)
                cells.extend([content, *([] for _ in range(repeated - 1))])
            if block.cells is not None:
                block.cells.append(cells)
        block.end_line = max(self.count, block.line)
        return block

    def _note_box(self, element: _Element) -> None:
        text = nfc(" ".join(" ".join(each.itertext()) for each in element.iter(f"{TEXT}p"))).strip()
        if text:
            self._boxes.setdefault(text, self.count or 1)

    def warnings(self) -> list[Finding]:
        """What was set apart, for the reader of the document."""
        from giamngheo.paperwork import findings

        found = [findings.TEXTBOX.at(line, text[:80], place=line, text=text[:80]) for text, line in self._boxes.items()]
        if self.changes:
            found.append(findings.TRACKED.at(None, "", count=self.changes))
        what = ["chú thích / notes"] * bool(self._notes) + ["chữ ẩn / hidden text"] * self._hidden
        what += ["mục lục / contents"] * bool(self.asides)
        if what:
            found.append(findings.NOTES.at(None, "", what="; ".join(what)))
        return found
