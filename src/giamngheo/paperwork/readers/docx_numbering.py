"""Word's automatic numbering: the number Word prints in front of a paragraph, which stands nowhere in its text.

ECMA-376 part 1, 17.9. Counters belong to the abstract list, so paragraphs of two lists over one abstract list go on
counting; an override of the start begins anew, once, where its list is first used. Word counts points a, b, c, d, e:
it does not know the Vietnamese đ, and what Word prints is what is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from giamngheo.paperwork.readers.wordml import W, number, switch, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
# Wingdings and Symbol bullets lie in the private area of Unicode; what they look like.
_BULLETS = {"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf06f": "□", "\uf076": "❖",
            "\uf0a8": "□", "\uf0e0": "→", "\uf02b": "+"}  # fmt: skip
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_COUNTING = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


@dataclass(slots=True)
class _Level:
    """One level of a list."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restart: int | None = None  # 0: never; n: after level n (1-based); None: after any level above
    legal: bool = False  # all numbers Arabic
    style: str = ""


@dataclass(slots=True)
class _List:
    """A num: which abstract list, and what it overrides."""

    abstract: int
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)
    begun: bool = False


class Numbering:
    """Counts while the paragraphs go by in document order."""

    def __init__(self, root: _Element | None) -> None:
        self._lists: dict[int, _List] = {}
        self._counters: dict[int, list[int | None]] = {}
        if root is None:
            return
        abstracts: dict[int, dict[int, _Level]] = {}
        links: dict[int, str] = {}
        by_style: dict[str, int] = {}
        for element in root.iterfind(f"{W}abstractNum"):
            key = number(element.get(f"{W}abstractNumId"))
            abstracts[key] = {number(lvl.get(f"{W}ilvl")): _level(lvl) for lvl in element.iterfind(f"{W}lvl")}
            if link := value(element, "numStyleLink"):
                links[key] = link
            if own := value(element, "styleLink"):
                by_style[own] = key
        for key, link in links.items():
            abstracts[key] = abstracts.get(by_style.get(link, -1), {})
        for element in root.iterfind(f"{W}num"):
            self._add(element, abstracts)

    def _add(self, element: _Element, abstracts: dict[int, dict[int, _Level]]) -> None:
        abstract = number(value(element, "abstractNumId"))
        entry = _List(abstract, dict(abstracts.get(abstract, {})))
        for override in element.iterfind(f"{W}lvlOverride"):
            position = number(override.get(f"{W}ilvl"))
            start = value(override, "startOverride")
            changed = override.find(f"{W}lvl")
            if changed is not None:
                entry.levels[position] = _level(changed)
            if start is not None:
                entry.starts[position] = number(start, 1)
        self._lists[number(element.get(f"{W}numId"))] = entry

    def level_of_style(self, num_id: int, style: str) -> int:
        """The level a style's numbering uses: the one tied to it by pStyle, else the first."""
        entry = self._lists.get(num_id)
        levels = entry.levels.items() if entry else ()
        return next((position for position, level in levels if level.style == style), 0)

    def next(self, num_id: int, position: int) -> str:
        """Count one paragraph of this list and level; the number as Word prints it, "" where it prints none."""
        entry = self._lists.get(num_id)
        level = entry.levels.get(position) if entry else None
        if entry is None or level is None or position >= _LEVELS:
            return ""
        counters = self._counters.setdefault(entry.abstract, [None] * _LEVELS)
        if not entry.begun:
            entry.begun = True
            for overridden in entry.starts:
                counters[overridden] = None
        current = counters[position]
        counters[position] = entry.starts.get(position, level.start) if current is None else current + 1
        for deeper in range(position + 1, _LEVELS):
            restart = entry.levels[deeper].restart if deeper in entry.levels else None
            if restart is None or 0 < position + 1 <= restart:
                counters[deeper] = None
        return _printed(entry, level, counters)


def _level(element: _Element) -> _Level:
    restart = value(element, "lvlRestart")
    return _Level(
        start=number(value(element, "start"), 1),
        kind=value(element, "numFmt") or _alternate_format(element),
        text=value(element, "lvlText") or "",
        restart=None if restart is None else number(restart),
        legal=bool(switch(element, "isLgl")),
        style=value(element, "pStyle") or "",
    )


def _alternate_format(element: _Element) -> str:
    """Newer formats stand inside mc:AlternateContent; the first numFmt there is the one meant."""
    return next((each.get(f"{W}val", "decimal") for each in element.iter(f"{W}numFmt")), "decimal")


def _printed(entry: _List, level: _Level, counters: list[int | None]) -> str:
    if level.kind == "bullet":
        return bullet_shown(level.text)
    if "%" not in level.text:
        return level.text.strip()
    text = level.text
    for position in range(_LEVELS):
        slot = f"%{position + 1}"
        if slot in text:
            shown = entry.levels.get(position, level)
            count = counters[position]
            kind = "decimal" if level.legal else shown.kind
            text = text.replace(slot, formatted(shown.start if count is None else count, kind))
    return text.strip()


def bullet_shown(mark: str) -> str:
    """A bullet as it looks, where the file names a place in a symbol font."""
    mark = mark.strip()
    return _BULLETS.get(mark, mark if mark and not "\ue000" <= mark[0] <= "\uf8ff" else "•")


def formatted(count: int, kind: str) -> str:
    """`count` in one of Word's number formats; unknown formats as Arabic figures."""
    if kind == "none":
        return ""
    if kind == "decimalZero":
        return f"{count:02d}"
    if kind in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""
        return letter if kind == "upperLetter" else letter.lower()
    if kind in ("upperRoman", "lowerRoman"):
        return _roman(count) if kind == "upperRoman" else _roman(count).lower()
    if kind == "vietnameseCounting" and 0 <= count < len(_COUNTING):
        return _COUNTING[count]
    return str(count)


def _roman(count: int) -> str:
    result = ""
    for size, letters in _ROMAN:
        while count >= size:
            result += letters
            count -= size
    return result
