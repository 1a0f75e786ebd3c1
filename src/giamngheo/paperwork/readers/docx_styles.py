"""Styles of a Word file: what a paragraph or run inherits - numbering, bold, capitals, and whether it is a heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from giamngheo.paperwork.readers.wordml import W, number, switch, value

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says with everything it is based on. None: not said."""

    name: str = ""
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    num_id: int | None = None
    level: int | None = None
    outline: int | None = None

    @property
    def is_heading(self) -> bool:
        """A style Word lists as a heading or title."""
        return (self.outline is not None and self.outline < 9) or self.name.startswith(("heading", "title"))

    @property
    def is_contents(self) -> bool:
        """A line of an automatic table of contents."""
        return self.name.startswith("toc ")


NO_STYLE = Style()


class Styles:
    """All styles of a file, resolved along basedOn when first asked for."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._resolved: dict[str, Style] = {}
        self.default = ""
        if root is None:
            return
        for element in root.iterfind(f"{W}style"):
            name = element.get(f"{W}styleId", "")
            self._elements[name] = element
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true"):
                self.default = name

    def get(self, name: str | None) -> Style:
        """The style of this id; without one, the default paragraph style."""
        return self._resolve(name or self.default, 0)

    def run(self, name: str | None) -> Style:
        """A character style; without one, nothing."""
        return self._resolve(name, 0) if name else NO_STYLE

    def _resolve(self, name: str, depth: int) -> Style:
        known = self._resolved.get(name)
        if known is not None:
            return known
        element = self._elements.get(name)
        if element is None or depth > 20:  # a chain of styles in a circle
            return NO_STYLE
        based_on = value(element, "basedOn")
        base = self._resolve(based_on, depth + 1) if based_on else NO_STYLE
        style = _merged(element, base)
        self._resolved[name] = style
        return style


def _merged(element: _Element, base: Style) -> Style:
    run, paragraph = element.find(f"{W}rPr"), element.find(f"{W}pPr")
    numbering = paragraph.find(f"{W}numPr") if paragraph is not None else None
    num_id, level, outline = value(numbering, "numId"), value(numbering, "ilvl"), value(paragraph, "outlineLvl")

    def either(name: str, inherited: bool | None) -> bool | None:
        said = switch(run, name)
        return inherited if said is None else said

    return Style(
        name=(value(element, "name") or "").lower(),
        bold=either("b", base.bold),
        italic=either("i", base.italic),
        caps=either("caps", base.caps),
        hidden=either("vanish", base.hidden),
        num_id=base.num_id if num_id is None else number(num_id),
        level=base.level if level is None else number(level),
        outline=base.outline if outline is None else number(outline, 9),
    )
