"""Which font the PDF is set in: the decree's where it is installed, else one with the same measures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from giamngheo.paperwork.format30 import FONT

FOLDER = Path(__file__).resolve().parent.parent / "fonts"
_PACKAGED = "Tinos"
_SAME_MEASURES = ("Liberation Serif",)  # free, installed on most Linux systems


class FontSource(StrEnum):
    """Where the font was taken from."""

    SYSTEM = "system"
    PACKAGED = "packaged"


@dataclass(frozen=True, slots=True)
class PrintedFont:
    """The font a PDF was set in. `exact`: it is the one NĐ 30/2020 names, not one with the same measures."""

    family: str
    exact: bool
    source: FontSource

    @property
    def note(self) -> str:
        """What the file says about it."""
        return f"Font: {self.family}" if self.exact else f"Font: {self.family} (metric-compatible with {FONT})"


def choose_font(installed: Iterable[str]) -> PrintedFont:
    """The font to print with when the families `installed` are there."""
    families = set(installed)
    if FONT in families:
        return PrintedFont(FONT, True, FontSource.SYSTEM)
    for family in _SAME_MEASURES:
        if family in families:
            return PrintedFont(family, False, FontSource.SYSTEM)
    return PrintedFont(_PACKAGED, False, FontSource.PACKAGED)
