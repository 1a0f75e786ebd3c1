"""Many sheets as one Word file, written as a stream. The papers of a village say most things alike (header, title,
headings, closing sentence): python-docx makes each different piece once, its XML is kept and written wherever it stands
again."""

from __future__ import annotations

import copy
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from giamngheo.paperwork.writers.atomic import write_whole
from giamngheo.paperwork.writers.docx import add_sheet, build
from giamngheo.paperwork.writers.docx_page import count_anew, set_page
from giamngheo.paperwork.writers.docx_parts import add_body, add_closing, add_foot, add_front, add_head
from giamngheo.paperwork.writers.sheet import Sheet

_BODY = "word/document.xml"
_TOLD_EVERY = 25  # sheets between two words on how far it is
_NAMESPACE = re.compile(r' xmlns:\w+="[^"]*"')


def write_sheets(sheets: Sequence[Sheet], path: Path, *, said: Callable[[int], None] = lambda done: None) -> None:
    """At least one sheet at `path`, each a section of its own with pages counted anew; the file's properties are the
    first's. Raises FindingError PAPER-WRITE-SAVE; nothing half-written stays."""
    maker = _Maker(sheets[0])
    write_whole(path, lambda waiting: _fill(maker, sheets, waiting, said))


def _fill(maker: _Maker, sheets: Sequence[Sheet], path: Path, said: Callable[[int], None]) -> None:
    with zipfile.ZipFile(BytesIO(maker.empty)) as parts, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for part in parts.infolist():
            content = parts.read(part.filename)
            if part.filename != _BODY:
                out.writestr(part.filename, content)
                continue
            start = content.index(b"<w:body>") + len(b"<w:body>")
            with out.open(_BODY, "w") as body:
                body.write(content[:start])
                for at, sheet in enumerate(sheets, 1):
                    body.write(maker.sheet(sheet, first=at == 1, last=at == len(sheets)).encode())
                    if at % _TOLD_EVERY == 0 or at == len(sheets):
                        said(at)
                body.write(b"</w:body></w:document>")


class _Maker:
    """A Word document whose body holds one piece at a time. `empty`: the file without any, with all its styles."""

    def __init__(self, first: Sheet) -> None:
        self.word = build(first)
        self.body = self.word.element.body
        self.kept: dict[tuple[Callable[..., None], Any], str] = {}
        self._first = copy.deepcopy(self.body.sectPr)
        section = self.word.add_section()
        set_page(section, first=True)
        count_anew(section)
        self._later = copy.deepcopy(self.body.sectPr)
        self._begin(self._first)
        saved = BytesIO()
        self.word.save(saved)
        self.empty = saved.getvalue()

    def sheet(self, sheet: Sheet, *, first: bool, last: bool) -> str:
        """The XML of a sheet to the end of its section."""
        self._begin(self._first if first else self._later)
        if _pieces_apart(sheet):
            made = "".join(self._piece(add, value) for add, value in _pieces(sheet))
        else:
            add_sheet(self.word, sheet)
            made = self._taken()
        end = _xml(self.body.sectPr)
        return made + (end if last else f"<w:p><w:pPr>{end}</w:pPr></w:p>")

    def _begin(self, section: Any) -> None:
        for child in list(self.body):
            self.body.remove(child)
        self.body.append(copy.deepcopy(section))

    def _piece(self, add: Callable[..., None], value: Any) -> str:
        if (add, value) not in self.kept:
            add(self.word, value)
            self.kept[add, value] = self._taken()
        return self.kept[add, value]

    def _taken(self) -> str:
        """What stands in the body before the end of its section; it is empty again then."""
        made = list(self.body)[:-1]
        for child in made:
            self.body.remove(child)
        return "".join(map(_xml, made))


def _pieces_apart(sheet: Sheet) -> bool:
    """Whether no piece touches another: a turned page and an appendix begin sections, and without a closing sentence
    the last paragraph of the body is told to stay with the signature."""
    turned = any(block.grid is not None and block.grid.wide for block in sheet.blocks)
    return not turned and not sheet.appendices and sheet.closing is not None


def _pieces(sheet: Sheet) -> Iterator[tuple[Callable[..., None], Any]]:
    """In the order of `docx.add_sheet`."""
    yield add_head, sheet.head
    yield _front, (sheet.title, sheet.addressees, sheet.bases)
    for block in sheet.blocks:
        yield add_body, (block,)
    yield _closing, (sheet.closing, not sheet.foot.empty)
    yield add_foot, sheet.foot


def _front(word: Any, value: tuple[Any, ...]) -> None:
    add_front(word, *value)


def _closing(word: Any, value: tuple[Any, bool]) -> None:
    add_closing(word, value[0], with_foot=value[1])


def _xml(element: Any) -> str:
    """Without the names of namespaces, which the document's first tag declares for all."""
    from lxml import etree

    made: str = etree.tostring(element, encoding="unicode")
    end = made.index(">")
    return _NAMESPACE.sub("", made[:end]) + made[end:]
