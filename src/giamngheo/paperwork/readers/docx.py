"""Word files (.docx): the body as a stream of paragraphs and tables, so that 400 pages need little memory.

A place counts the paragraphs of the file from 1, those in tables included, those in text boxes not. Read are text,
tables and Word's own numbering; set apart with a note are text boxes, notes, page headers, hidden text, deletions.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import nfc
from giamngheo.paperwork.document import Line, OfficialDocument, Place, SourceFormat
from giamngheo.paperwork.readers import archive
from giamngheo.paperwork.readers.docx_numbering import Numbering
from giamngheo.paperwork.readers.docx_runs import RunReader, Seen
from giamngheo.paperwork.readers.docx_styles import Styles
from giamngheo.paperwork.readers.wordml import NS, STRICT, VAL, W, number, parse
from giamngheo.paperwork.structure.blocks import Block
from giamngheo.paperwork.structure.builder import build

if TYPE_CHECKING:
    from lxml.etree import _Element

    from giamngheo.paperwork.readers import Progress

_PARAGRAPH, _TABLE, _ROW, _CELL, _BOX = (W + name for name in ("p", "tbl", "tr", "tc", "txbxContent"))
_STEP = 200  # paragraphs between two reports of progress
_XML_HEADS = 1 << 12


def read_docx(path: Path, tell: Progress) -> OfficialDocument:
    """Read a Word file; raises FindingError for damage, bombs and passwords."""
    from lxml import etree

    try:
        with archive.opened(path) as package:
            body = _Body(path, package)
            body.read(tell)
            tell(0.8, "structure")
            asides = [*body.asides, *_page_text(path, package)]
    except etree.XMLSyntaxError as error:
        archive.refuse(path, "DAMAGED", why=str(error).split(",")[0][:80])
    if not any(block.text or block.cells for block in body.blocks):
        archive.refuse(path, "EMPTY")
    archive.refuse_old_letters(path, body.blocks)
    return build(
        body.blocks,
        source_format=SourceFormat.DOCX,
        name=path.name,
        source_lines=body.count,
        warnings=tuple(body.warnings(asides)),
        asides=tuple(asides),
    )


class _Body:
    """word/document.xml being read."""

    def __init__(self, path: Path, package: zipfile.ZipFile) -> None:
        self.blocks: list[Block] = []
        self.asides: list[Line] = []
        self.count = 0  # paragraphs so far
        self._path, self._package = path, package
        self._seen = Seen()
        self._main = _main_part(path, package)
        parts = _related(path, package, self._main)
        self._styles = Styles(parse(archive.read_part(path, package, parts.get("styles", ""))))
        self._numbering = Numbering(parse(archive.read_part(path, package, parts.get("numbering", ""))))
        self._runs = RunReader(self._styles, self._seen)
        self._boxes: dict[str, int] = {}
        self._in_box = 0
        self._open: list[Block] = []  # tables around the current place, outermost first

    def read(self, tell: Progress) -> None:
        """Go through the document once, from front to back."""
        from lxml import etree

        name = self._main
        size = max(self._package.getinfo(name).file_size, 1)
        with archive.part(self._path, self._package, name) as stream:
            source = _Transitional(stream)
            events = etree.iterparse(
                source, events=("start", "end"), tag=(_PARAGRAPH, _TABLE, _ROW, _CELL, _BOX),
                resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True,
                remove_pis=True,
            )  # fmt: skip
            checked = False
            for event, element in events:
                if not checked:
                    checked = True
                    if element.getroottree().docinfo.doctype:
                        raise etree.XMLSyntaxError("a Word file holds no DOCTYPE", 0, 0, 0)
                if event == "start":
                    self._start(element)
                else:
                    self._end(element)
                    if element.tag == _PARAGRAPH and self.count % _STEP == 0:
                        tell(0.05 + 0.75 * min(stream.seen / size, 1.0), "paragraphs")

    def _start(self, element: _Element) -> None:
        tag = element.tag
        if tag == _BOX:
            self._in_box += 1
        elif self._in_box:
            return
        elif tag == _TABLE:
            self._open.append(Block("", line=self.count + 1, cells=[]))
        elif tag == _ROW and self._open:
            self._rows().append([])
        elif tag == _CELL and self._open and self._rows():
            self._rows()[-1].append([])

    def _end(self, element: _Element) -> None:
        tag = element.tag
        if tag == _BOX:
            self._in_box -= 1
        elif self._in_box:
            if tag == _PARAGRAPH:
                self._note_box(element)
        elif tag == _PARAGRAPH:
            self.count += 1
            self._add(self._paragraph(element))
            _forget(element, top=not self._open)
        elif tag == _CELL and self._open and self._rows():
            span = number(_property(element, "tcPr", "gridSpan"), 1)
            self._rows()[-1].extend([] for _ in range(min(span, 64) - 1))
        elif tag == _TABLE:
            table = self._open.pop()
            table.end_line = max(self.count, table.line)
            self._add([table])
            _forget(element, top=not self._open)

    def _rows(self) -> list[list[list[Block]]]:
        rows = self._open[-1].cells
        return rows if rows is not None else []

    def _add(self, blocks: list[Block]) -> None:
        rows = self._rows() if self._open else None
        if rows and rows[-1]:
            rows[-1][-1].extend(blocks)
        else:
            self.blocks.extend(blocks)

    def _note_box(self, element: _Element) -> None:
        text = self._runs.read(element, self._styles.get(None)).text.strip()
        if text:
            self._boxes.setdefault(nfc(text), self.count + 1)

    def _paragraph(self, element: _Element) -> list[Block]:
        """One block for each printed line of the paragraph; only the first bears the number."""
        properties = element.find(f"{W}pPr")
        style_id = None
        numbering = None
        if properties is not None:
            named = properties.find(f"{W}pStyle")
            style_id = named.get(VAL) if named is not None else None
            numbering = properties.find(f"{W}numPr")
        style = self._styles.get(style_id)
        runs = self._runs.read(element, style)
        text = nfc(runs.text).replace("\u2011", "-")
        if style.is_contents:
            self.asides.append(Line(text, Place(self.count), text))
            return []
        printed = ""
        if numbering is not None or style.num_id:
            printed = self._number(numbering, style_id or self._styles.default, style.num_id, style.level, text)
        heading = style.is_heading
        blocks = []
        for offset, line in enumerate(text.split("\n")):
            letters, bold, italic = runs.lines[offset] if offset < len(runs.lines) else (0, 0, 0)
            blocks.append(
                Block(
                    line.strip(" \u00a0"), line, self.count, soft=offset > 0,
                    bold=letters > 0 and (heading or bold >= letters), italic=0 < letters <= italic,
                    number=printed if offset == 0 else "",
                )
            )  # fmt: skip
        return blocks

    def _number(
        self, numbering: _Element | None, style_id: str, style_num: int | None, style_level: int | None, text: str
    ) -> str:
        said = _child_value(numbering, "numId")
        num_id = style_num if said is None else number(said)
        if not num_id or not text.strip():  # numId 0 takes a style's number away; Word prints none before nothing
            return ""
        level = _child_value(numbering, "ilvl")
        if level is not None:
            position = number(level)
        elif style_level is not None:
            position = style_level
        else:
            position = self._numbering.level_of_style(num_id, style_id) if said is None else 0
        return self._numbering.next(num_id, position)

    def warnings(self, asides: list[Line]) -> list[Finding]:
        """What was set apart, for the reader of the document."""
        from giamngheo.paperwork import findings

        found = [findings.TEXTBOX.at(line, text[:80], place=line, text=text[:80]) for text, line in self._boxes.items()]
        if self._seen.changes:
            found.append(findings.TRACKED.at(None, "", count=self._seen.changes))
        what = ["chú thích / notes"] * bool(self._seen.notes) + ["chữ ẩn / hidden text"] * bool(self._seen.hidden)
        what += ["đầu trang, chân trang, mục lục / page headers, footers, contents"] * bool(asides)
        if what:
            found.append(findings.NOTES.at(None, "", what="; ".join(what)))
        return found


def _main_part(path: Path, package: zipfile.ZipFile) -> str:
    """word/document.xml, or what stands in its place (Word on the web writes word/document2.xml)."""
    names = package.namelist()
    usual = "word/document.xml"
    if usual in names:
        return usual
    named = _related(path, package, "").get("officeDocument", "")
    if named not in names:
        archive.refuse(path, "DAMAGED", why=usual)
    return named


def _related(path: Path, package: zipfile.ZipFile, owner: str) -> dict[str, str]:
    """Parts `owner` ("" for the package) points at, by the last word of the kind of relation."""
    folder, _, name = owner.rpartition("/")
    root = parse(archive.read_part(path, package, f"{folder}/_rels/{name}.rels".lstrip("/")))
    found: dict[str, str] = {}
    for relation in root if root is not None else ():
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            full = target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"
            found.setdefault(relation.get("Type", "").rpartition("/")[2], full)
    if owner:
        found.setdefault("styles", f"{folder}/styles.xml")
        found.setdefault("numbering", f"{folder}/numbering.xml")
    return found


class _Transitional:
    """The stream with the strict namespace mapped to the usual one; the declaration stands in the first bytes."""

    def __init__(self, stream: archive.Counted) -> None:
        self._stream = stream
        self._strict: bool | None = None

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(max(size, _XML_HEADS))
        if self._strict is None:
            self._strict = STRICT.encode() in data
        return data.replace(STRICT.encode(), NS.encode()) if self._strict else data


def _forget(element: _Element, *, top: bool) -> None:
    """Free what has been read; at the top level also the emptied elements in front."""
    element.clear(keep_tail=False)
    parent = element.getparent() if top else None
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def _child_value(parent: _Element | None, name: str) -> str | None:
    child = parent.find(W + name) if parent is not None else None
    return None if child is None else child.get(VAL)


def _property(element: _Element, properties: str, name: str) -> str | None:
    return _child_value(element.find(W + properties), name)


def _page_text(path: Path, package: zipfile.ZipFile) -> list[Line]:
    """Words (not page numbers) that stand in page headers, footers and notes."""
    lines = []
    for name in sorted(package.namelist()):
        if not name.startswith(("word/header", "word/footer", "word/footnotes", "word/endnotes")):
            continue
        root = parse(archive.read_part(path, package, name))
        for paragraph in root.iter(_PARAGRAPH) if root is not None else ():
            text = nfc("".join(each.text or "" for each in paragraph.iter(f"{W}t"))).strip()
            if any(map(str.isalpha, text)):
                lines.append(Line(text, Place(0), text))
    return lines
