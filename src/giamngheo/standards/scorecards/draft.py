"""A scorecard as somebody wrote it, every value with its place, before anything is believed."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    """A value as it stands in the file. `where` is "card.yaml:12" or "Bảng điểm!E7"; `line` the row or line, from 1."""

    value: object
    where: str
    line: int | None = None

    @property
    def text(self) -> str:
        """The value as words: trimmed, a whole number without ".0"; empty where there is none."""
        if self.value is None or isinstance(self.value, bool):
            return "" if self.value is None else str(self.value)
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return " ".join(str(self.value).split())


NOTHING = Cell(None, "")


@dataclass
class DraftRegion:
    """A region the file declares."""

    code: Cell
    vi: Cell
    en: Cell = NOTHING


@dataclass
class DraftOption:
    """A line with its points by region code as written."""

    code: Cell
    label: Cell
    label_en: Cell = NOTHING
    points: dict[str, Cell] = field(default_factory=dict)


@dataclass
class DraftGroup:
    """A group with its lines; `where` is where it begins."""

    code: Cell
    title: Cell
    title_en: Cell = NOTHING
    kind: Cell = NOTHING
    note: Cell = NOTHING
    note_en: Cell = NOTHING
    options: list[DraftOption] = field(default_factory=list)


@dataclass
class Draft:
    """The file. `head` holds id, title, title_en, standard, version, demonstration, by, on, document, article.

    `columns` are the regions points are written for: column headings in Excel, keys of `points` in YAML.
    """

    name: str
    head: dict[str, Cell] = field(default_factory=dict)
    regions: list[DraftRegion] = field(default_factory=list)
    columns: list[Cell] = field(default_factory=list)
    groups: list[DraftGroup] = field(default_factory=list)
    missing: list[tuple[Cell, Cell]] = field(default_factory=list)

    def of(self, name: str) -> Cell:
        """A value of the head; an empty cell at the top of the file where it is not written."""
        return self.head.get(name, Cell(None, self.name))
