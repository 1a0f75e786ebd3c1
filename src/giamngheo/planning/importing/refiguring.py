"""The figures of a table somebody edited: which value each cell prints now (docs/algorithms/edit-tables.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from giamngheo.foundation.text import squeeze
from giamngheo.planning.composing.printing import printed
from giamngheo.planning.content import PlanContent, TextContent, ValueContent, token, tokens
from giamngheo.planning.figure_form import decimal_text
from giamngheo.planning.importing.cells import CellFigure
from giamngheo.planning.importing.templating import Span, Templater

Place = tuple[int, int]
Name = tuple[str, str]  # kind and key of a figure
Meaning = tuple[str, str, int, str, bool]


@dataclass(frozen=True, slots=True)
class Former:
    """What stood in a place: the template, its words, and its place in the old table."""

    place: Place
    template: str
    words: str

    @property
    def figures(self) -> list[Name]:
        return figures_of([self.template])


def figures_of(templates: Iterable[str]) -> list[Name]:
    """The values and targets that templates print, in order."""
    return [(kind, key) for each in templates for kind, key, _ in tokens(each) if kind in ("value", "target")]


class Refigurer:
    """Gives the figures of a typed table their values; `old` are the cells of the table as it was."""

    def __init__(self, text: TextContent, rows: list[list[str]], old: Mapping[Place, Former], to: Templater) -> None:
        self.text, self.rows, self.templater, self.content = text, rows, to, to.content
        self.old = old
        self.figures = {(each.row, each.column): each for each in to.figures_of(text, rows)}

    def cells(self, former: Mapping[Place, Former]) -> dict[Place, Span | str]:
        """For every cell with a figure, the span of its token, or its whole template where nothing was typed over."""
        held = self._held(former)
        spans = self._values({at: name for at, name in held.items() if name[0] == "value"}, former)
        for at, figure in self.figures.items():
            if at in spans:
                continue
            if figure.aim and at in held:
                spans[at] = self._aim(held[at][1], figure)
            else:
                spans[at] = self.templater.of_cell(figure, self.text)
        return {
            at: former[at].template if self._untouched(at, span, former) else (*self._digits(at), span)
            for at, span in spans.items()
        }

    def _digits(self, at: Place) -> tuple[int, int]:
        return self.figures[at].start, self.figures[at].end

    def _untouched(self, at: Place, mark: str, former: Mapping[Place, Former]) -> bool:
        """Whether nothing was typed over, and the template the cell had still prints its words."""
        words = self.rows[at[0]][at[1]]
        if at not in former or former[at].words != words or former[at].figures != figures_of([mark]):
            return False
        return squeeze(printed(former[at].template, self.content)) == squeeze(words)

    def _stood(self, at: Place, key: str, former: Mapping[Place, Former]) -> bool:
        """Whether a cell says of its value what it said before: the same words, in the same unit."""
        same = at in former and former[at].words == self.rows[at[0]][at[1]]
        return same and Fraction(self.content.values[key].value) == self.figures[at].value

    def _held(self, former: Mapping[Place, Former]) -> dict[Place, Name]:
        """Which figure of the old table each cell holds on to: its former self's, else one nobody else claims."""
        held: dict[Place, Name] = {}
        for at, figure in self.figures.items():
            if at in former and len(former[at].figures) == 1 and self._meaning(former[at].figures[0]) == _told(figure):
                held[at] = former[at].figures[0]
        taken = set(held.values())
        free: dict[Meaning | None, list[Name]] = {}
        for name in dict.fromkeys(name for each in self.old.values() for name in each.figures):
            if name not in taken:
                free.setdefault(self._meaning(name), []).append(name)
        for at, figure in self.figures.items():
            if at not in held and free.get(_told(figure)):
                held[at] = free[_told(figure)].pop(0)
        return held

    def _meaning(self, name: Name) -> Meaning | None:
        kind, key = name
        if kind == "target":
            target = self.content.targets.get(key)
            return None if target is None else (kind, target.indicator, target.year, "", False)
        value = self.content.values.get(key)
        return None if value is None else (kind, value.indicator, value.year, value.within, value.is_estimate)

    def _values(self, held: Mapping[Place, Name], former: Mapping[Place, Former]) -> dict[Place, str]:
        """Tokens of the cells whose value stays theirs. Every value that changes does so here, before others are looked
        for; a cell that parts from its value is left out."""
        cells: dict[str, list[Place]] = {}
        for at, (_, key) in held.items():
            cells.setdefault(key, []).append(at)
        spans: dict[Place, str] = {}
        for key, places in cells.items():
            row = self.content.values[key]
            stood = {at for at in places if self._stood(at, key, former)}
            if not stood:
                row.value, row.decimals = _number(self.figures[places[0]])
            for at in places:
                if at in stood or _number(self.figures[at]) == (row.value, row.decimals):
                    spans[at] = token("value", key, self.figures[at].style)
        return spans

    def _aim(self, key: str, figure: CellFigure) -> str:
        row = self.content.targets[key]
        (row.value, row.decimals), row.text = _number(figure), figure.words
        return token("target", key, figure.style)


def _told(figure: CellFigure) -> Meaning:
    if figure.aim:
        return "target", figure.indicator, figure.year, "", False
    return "value", figure.indicator, figure.year, figure.within, figure.is_estimate


def _number(figure: CellFigure) -> tuple[str, int]:
    return decimal_text(figure.value, figure.decimals), figure.decimals


def forget(content: PlanContent, names: Iterable[Name]) -> None:
    """Take the figures that nothing prints any more out of the plan; `names` are those that were printed."""
    templates = [content.head.subject, *(section.title for section in content.sections)]
    for text in content.texts:
        templates += [text.template, *(cell for row in text.rows for cell in row)]
    for kind, key in set(names) - set(figures_of(templates)):
        (content.values if kind == "value" else content.targets).pop(key, None)


def redate(content: PlanContent, keys: Iterable[str], templater: Templater) -> None:
    """Give values the day and note of the first place that prints them, as an import takes them."""
    wanted = {key for key in keys if key in content.values}
    places = [TextContent("", each.key, "body", "paragraph", each.title) for each in content.sections]
    for text in (*places, *(each for each in content.texts if each.part != "header")):
        here = figures_of([text.template, *(cell for row in text.rows for cell in row)])
        met = dict.fromkeys(key for kind, key in here if kind == "value" and key in wanted)
        wanted.difference_update(met)
        given = {_same(each): each for each in reversed(_given(text, content, templater))} if met else {}
        for row in (content.values[key] for key in met):
            if _same(row) in given:
                like = given[_same(row)]
                row.as_of, row.as_of_inferred, row.note = like.as_of, like.as_of_inferred, like.note


def _given(text: TextContent, content: PlanContent, templater: Templater) -> list[ValueContent]:
    """What an import would enter for the figures of `text`."""
    if not text.rows:
        return templater.given_values(text)
    rows = [[printed(cell, content) for cell in line] for line in text.rows]
    return [templater.cell_value(each, text) for each in templater.figures_of(text, rows) if not each.aim]


def _same(row: ValueContent) -> tuple[str, int, str, str]:
    return row.indicator, row.year, row.within, row.value
