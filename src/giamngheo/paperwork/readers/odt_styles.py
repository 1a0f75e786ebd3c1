"""Styles and numbering of an OpenDocument text: bold, capitals, list levels, and the counting of list items."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from giamngheo.paperwork.readers.docx_numbering import bullet_shown, formatted
from giamngheo.paperwork.readers.odf_names import FO, LOEXT, STYLE, TEXT
from giamngheo.paperwork.readers.wordml import number

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMATS = {"1": "decimal", "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter", "": "none"}
_LEVELS = 10


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says of its letters, with its parents; None: not said."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    list_style: str | None = None
    is_heading: bool = False
    is_contents: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list style."""

    bullet: str = ""
    kind: str = "none"
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    pattern: str = ""


@dataclass
class Counters:
    """How far one list has counted."""

    at: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class OdtStyles:
    """Looks and list styles of content.xml and styles.xml together."""

    def __init__(self, *roots: _Element | None) -> None:
        self._styles: dict[tuple[str, str], _Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self._lists: dict[str, dict[int, _Level]] = {}
        self.outline: dict[int, _Level] = {}
        for root in roots:
            if root is None:
                continue
            for style in root.iter(f"{STYLE}style"):
                self._styles[(style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", ""))] = style
            for style in root.iter(f"{TEXT}list-style"):
                self._lists[style.get(f"{STYLE}name", "")] = _levels(style)
            for style in root.iter(f"{TEXT}outline-style"):
                self.outline = _levels(style)

    def look(self, family: str, name: str | None, depth: int = 0) -> Look:
        """The look of a paragraph or text style."""
        key = (family, name or "")
        if key in self._looks:
            return self._looks[key]
        element = self._styles.get(key)
        if element is None or depth > 20:
            return Look()
        parent = self.look(family, element.get(f"{STYLE}parent-style-name"), depth + 1)
        look = _look(element, parent)
        self._looks[key] = look
        return look

    def printed(self, list_style: str, level: int, counters: Counters, start: int | None = None) -> str:
        """Count one item at `level` (1-based) and give its number as printed."""
        return _count(self._lists.get(list_style, {}), level, counters, start)

    def printed_heading(self, level: int, counters: Counters) -> str:
        """The number of a heading by the outline of the document; "" where it has none."""
        shown = self.outline.get(level)
        return _count(self.outline, level, counters, None) if shown and shown.kind != "none" else ""


def _look(element: _Element, parent: Look) -> Look:
    letters = element.find(f"{STYLE}text-properties")
    name = (element.get(f"{STYLE}display-name") or element.get(f"{STYLE}name") or "").lower().replace("_20_", " ")

    def said(attribute: str, values: tuple[str, ...], inherited: bool | None) -> bool | None:
        value = letters.get(attribute) if letters is not None else None
        return inherited if value is None else value in values

    return Look(
        bold=said(f"{FO}font-weight", ("bold", "600", "700", "800", "900"), parent.bold),
        italic=said(f"{FO}font-style", ("italic", "oblique"), parent.italic),
        caps=said(f"{FO}text-transform", ("uppercase",), parent.caps),
        hidden=said(f"{TEXT}display", ("none",), parent.hidden),
        list_style=element.get(f"{STYLE}list-style-name", parent.list_style),
        is_heading=parent.is_heading or name.startswith(("heading ", "title")),
        is_contents=parent.is_contents or name.startswith("contents "),
    )


def _levels(style: _Element) -> dict[int, _Level]:
    levels = {}
    for element in style:
        position = number(element.get(f"{TEXT}level"))
        if str(element.tag).endswith("-bullet"):
            levels[position] = _Level(bullet=element.get(f"{TEXT}bullet-char", "•"))
        elif str(element.tag).endswith(("-number", "outline-level-style")):
            levels[position] = _Level(
                kind=_FORMATS.get(element.get(f"{STYLE}num-format", ""), "decimal"),
                prefix=element.get(f"{STYLE}num-prefix", ""),
                suffix=element.get(f"{STYLE}num-suffix", ""),
                shown=number(element.get(f"{TEXT}display-levels"), 1),
                start=number(element.get(f"{TEXT}start-value"), 1),
                pattern=element.get(f"{LOEXT}num-list-format", ""),
            )
    return levels


def _count(levels: dict[int, _Level], position: int, counters: Counters, start: int | None) -> str:
    level = levels.get(position)
    if level is None or not 1 <= position <= _LEVELS:
        return ""
    if level.bullet:
        return bullet_shown(level.bullet)
    current = counters.at[position - 1]
    counters.at[position - 1] = start if start is not None else level.start if current is None else current + 1
    for deeper in range(position, _LEVELS):
        counters.at[deeper] = None

    def shown(at: int) -> str:
        count = counters.at[at - 1]
        each = levels.get(at, level)
        return formatted(each.start if count is None else count, each.kind)

    if level.pattern:
        text = level.pattern
        for at in range(1, position + 1):
            if f"%{at}%" in text:
                text = text.replace(f"%{at}%", shown(at))
        return text.strip()
    if level.kind == "none":
        return f"{level.prefix}{level.suffix}".strip()
    parts = [shown(at) for at in range(max(1, position - level.shown + 1), position + 1)]
    return f"{level.prefix}{'.'.join(part for part in parts if part)}{level.suffix}".strip()
