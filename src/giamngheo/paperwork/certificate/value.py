"""What stands on a certificate, in words. The writers lay it out and add nothing but rules and dotted lines."""

from __future__ import annotations

from typing import NamedTuple

COLUMN_WIDTHS = (11.0, 42.0, 20.0, 24.0, 20.0, 20.0, 37.0)  # mm of the table of people, together the text's width
LEAST_ROWS = 12  # rows of that table: empty ones are written in by hand
MARGIN = 18.0  # mm on every side of the sheet
FRAME = 10.0  # mm from the edge to the frame
BOX_HEIGHT = 71.0  # mm of a year's box: a seal of 36 mm stands across the signature
BOXES_WIDE = 2
INK = "7a1f1f"  # frame and title; prints as a dark grey


class Field(NamedTuple):
    """A label and what is written behind it; "" leaves a dotted line."""

    label: str
    value: str = ""


class Box(NamedTuple):
    """One year. `ticks`: (words, ticked); `marks`: one a numbered indicator. `signer` "": to be signed later.

    `dated`: the line of place and day, with dots where nothing is known.
    """

    heading: str
    ticks: tuple[tuple[str, bool], ...]
    caption: str
    marks: tuple[bool, ...]
    dated: str
    authority: tuple[str, ...]
    signer: str = ""


class Certificate(NamedTuple):
    """One sheet: the front with `fields` and `people`, the back with `boxes`. `people` have a cell a column."""

    issuer: tuple[str, ...]
    state: tuple[str, str]
    number: str
    title: tuple[str, ...]
    fields: tuple[Field, ...]
    people_title: str
    columns: tuple[str, ...]
    people: tuple[tuple[str, ...], ...]
    boxes_title: str
    boxes: tuple[Box, ...]
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The people, and empty rows for those who come later."""
        empty = ("",) * len(self.columns)
        return (*self.people, *(empty for _ in range(LEAST_ROWS - len(self.people))))


DOTS = "…"
TICK = "X"
