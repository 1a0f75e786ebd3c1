"""The text of one Word paragraph: runs, tabs, breaks, hyphens, fields, links and tracked changes, in one walk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from giamngheo.paperwork.readers.docx_styles import Style, Styles
from giamngheo.paperwork.readers.wordml import VAL, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_RUN, _RPR, _TEXT = f"{W}r", f"{W}rPr", f"{W}t"
_ADDED = frozenset((f"{W}ins", f"{W}moveTo"))
_DROPPED = frozenset((f"{W}del", f"{W}moveFrom"))
_WRAPPERS = frozenset(
    W + name
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml", "dir", "bdo")
)
_TAB, _BREAK, _RETURN = f"{W}tab", f"{W}br", f"{W}cr"
_HYPHEN, _SOFT_HYPHEN, _SYMBOL = f"{W}noBreakHyphen", f"{W}softHyphen", f"{W}sym"
_NOTES = frozenset((f"{W}footnoteReference", f"{W}endnoteReference"))
_BOLD, _ITALIC, _CAPS, _HIDDEN, _STYLE = f"{W}b", f"{W}i", f"{W}caps", f"{W}vanish", f"{W}rStyle"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFF = ("0", "false", "off", "none")
_SYMBOLS = {"F0B7": "•", "F02D": "-", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F06F": "□", "F0A8": "□", "F0E0": "→"}


@dataclass(slots=True)
class Seen:
    """What was met on the way that the reader of the document should know."""

    changes: int = 0
    notes: int = 0
    hidden: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RunText:
    """A paragraph's text with "\\n" for line breaks, and how much of it is bold or italic (letters and digits)."""

    parts: list[str] = field(default_factory=list)
    lines: list[list[int]] = field(default_factory=lambda: [[0, 0, 0]])  # per line: letters, bold, italic

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def add(self, text: str, *, bold: bool, italic: bool) -> None:
        self.parts.append(text)
        if text == "\n":
            self.lines.append([0, 0, 0])
            return
        size = len(text.strip())
        line = self.lines[-1]
        line[0] += size
        if bold:
            line[1] += size
        if italic:
            line[2] += size


class RunReader:
    """Reads paragraphs against one file's styles."""

    def __init__(self, styles: Styles, seen: Seen) -> None:
        self._styles = styles
        self._seen = seen

    def read(self, paragraph: _Element, style: Style) -> RunText:
        """The text of a w:p without that of text boxes in it."""
        result = RunText()
        self._walk(paragraph, style, result)
        return result

    def _walk(self, parent: _Element, style: Style, result: RunText) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, style, result)
            elif tag in _WRAPPERS:
                if tag in _ADDED:
                    self._seen.changes += 1
                self._walk(child, style, result)
            elif tag in _DROPPED:
                self._seen.changes += 1
            elif isinstance(tag, str) and tag.endswith("}oMath"):
                result.add("".join(t for t in child.itertext() if t), bold=False, italic=False)

    def _run(self, run: _Element, style: Style, result: RunText) -> None:
        bold, italic, caps, hidden = style.bold, style.italic, style.caps, style.hidden
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                text = child.text
                if not text:
                    continue
                if (text[0] == " " or text[-1] == " ") and child.get(_SPACE) != "preserve":
                    text = text.strip()
                if hidden:
                    self._seen.hidden.append(text)
                else:
                    result.add(text.upper() if caps else text, bold=bool(bold), italic=bool(italic))
            elif tag == _RPR:
                bold, italic, caps, hidden = self._format(child, bold, italic, caps, hidden)
            elif tag == _TAB:
                result.add("\t", bold=False, italic=False)
            elif tag in (_BREAK, _RETURN):
                if child.get(f"{W}type", "textWrapping") == "textWrapping":
                    result.add("\n", bold=False, italic=False)
            elif tag == _HYPHEN:
                result.add("-", bold=bool(bold), italic=bool(italic))
            elif tag == _SYMBOL:
                code = child.get(f"{W}char", "").upper()
                result.add(_SYMBOLS.get(code, "•"), bold=bool(bold), italic=bool(italic))
            elif tag in _NOTES:
                self._seen.notes += 1

    def _format(
        self, properties: _Element, bold: bool | None, italic: bool | None, caps: bool | None, hidden: bool | None
    ) -> tuple[bool | None, bool | None, bool | None, bool | None]:
        for child in properties:
            tag = child.tag
            if tag == _BOLD:
                bold = child.get(VAL, "") not in _OFF
            elif tag == _ITALIC:
                italic = child.get(VAL, "") not in _OFF
            elif tag == _CAPS:
                caps = child.get(VAL, "") not in _OFF
            elif tag == _HIDDEN:
                hidden = child.get(VAL, "") not in _OFF
            elif tag == _STYLE:
                style = self._styles.run(child.get(VAL))
                bold = bold if style.bold is None else style.bold
                italic = italic if style.italic is None else style.italic
                caps = caps if style.caps is None else style.caps
        return bold, italic, caps, hidden
