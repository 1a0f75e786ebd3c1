"""Texts become templates: references, figures, targets and unit names are taken out and tokens put in their place."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from giamngheo.foundation.text import bare
from giamngheo.planning.composing.printing import printed
from giamngheo.planning.content import (
    PlanContent,
    ReferenceContent,
    SectionContent,
    TargetContent,
    TextContent,
    ValueContent,
    guarded,
    token,
)
from giamngheo.planning.figure_form import decimal_text, form_typed
from giamngheo.planning.importing.aims import find_aims
from giamngheo.planning.importing.cells import CellFigure, Surroundings, find_cells
from giamngheo.planning.importing.figures import Figure, find_figures
from giamngheo.planning.importing.names import Home, find_units
from giamngheo.planning.importing.references import Mention, as_reference, find_mentions, settle
from giamngheo.planning.importing.reporting import Outline

Span = tuple[int, int, str]
_SLUG = 20  # letters of a village's or project's name in a key
_SYMBOL, _KEY = 80, 300  # characters of documents.Document.symbol and .reference_key


class Templater:
    """Fills the tables of one content while it turns its texts into templates."""

    def __init__(self, content: PlanContent, home: Home) -> None:
        self.content, self.home = content, home
        self.known: list[ReferenceContent] = []
        self.outline = Outline(content.sections, content.year)
        self.before: TextContent | None = None
        everything = [text.template for text in content.texts if text.part != "header"]
        everything += [cell for text in content.texts for row in text.rows for cell in row]
        everything += [section.title for section in content.sections]
        known = [reference for text in everything for _, reference in self._references(text)]
        self.settled = settle(known)

    @classmethod
    def for_edit(cls, content: PlanContent, home: Home) -> Templater:
        """For texts written into a content that is made of templates already."""
        self = cls(PlanContent(content.commune, content.year, content.period), home)
        self.content = content
        self.known = list(content.references.values())
        titles = {section.key: printed(section.title, content) for section in content.sections}
        self.outline = Outline(content.sections, content.year, titles)
        return self

    def found(self, text: str) -> list[Span]:
        """Spans of the references and unit names of `text`; references are entered in the content."""
        if self.known:
            self.settled = settle([*self.known, *(reference for _, reference in self._references(text))])
        return [*self._reference_spans(text), *self._unit_spans(text)]

    def plain(self, text: str) -> str:
        """References and unit names only: titles, the subject, cells."""
        return replace_spans(text, self.found(text))

    def take(self, text: TextContent) -> None:
        """Make `text.template` a template and keep what was found."""
        spans = self.found(text.template)
        section = self.outline.by_key.get(text.section)
        if section is not None and text.kind != "table":
            reported = self.outline.reported_year(section)
            if reported:
                spans += self._values(text, reported)
            elif self.outline.aims_here(section):
                spans += self._targets(text)
        text.template = replace_spans(text.template, spans)
        if text.rows:
            text.rows = self._rows(text, section)
        self.before = text

    def title(self, section: SectionContent) -> None:
        """Make a title a template. Only a heading that is a sentence about results or aims holds figures: an indicator
        has to be named in the title itself."""
        spans = self.found(section.title)
        reported = self.outline.reported_year(section) if section.kind == "heading" else None
        place = TextContent("", section.key, "body", "paragraph", section.title, source_line=section.source_line)
        if reported:
            spans += self._values(place, reported)
        elif (
            section.kind == "heading" and section.parent and self.outline.aims_here(self.outline.by_key[section.parent])
        ):
            spans += self._targets(place, named=True)
        section.title = replace_spans(section.title, spans)

    def _rows(self, text: TextContent, section: SectionContent | None) -> list[list[str]]:
        spans: dict[tuple[int, int], Span] = {}
        if section is not None:
            for figure in find_cells(text.rows, self._around(text, section, self.before)):
                spans[figure.row, figure.column] = (figure.start, figure.end, self.of_cell(figure, text))
        return [
            [
                replace_spans(cell, [spans[at, column]] if (at, column) in spans else self.found(cell))
                for column, cell in enumerate(row)
            ]
            for at, row in enumerate(text.rows)
        ]

    def _around(self, text: TextContent, section: SectionContent, before: TextContent | None) -> Surroundings:
        caption = before.template if before and before.section == text.section else ""
        reported, named = self.outline.reported_year(section), self.outline.named_year(section, caption)
        return Surroundings(reported, named, self.content.year, caption)

    def figures_of(self, text: TextContent, rows: list[list[str]]) -> list[CellFigure]:
        """The figures an import would find in `rows`, as they print, where `text` stands in a content that is made."""
        section = self.outline.by_key.get(text.section)
        if section is None:
            return []
        texts = [each for each in self.content.texts if each.part != "header"]
        at = next(at for at, each in enumerate(texts) if each.key == text.key)
        return find_cells(rows, self._around(text, section, texts[at - 1] if at else None))

    def given_values(self, text: TextContent) -> list[ValueContent]:
        """The values an import would find in a text or title of a content that is made; none is entered."""
        section = self.outline.by_key.get(text.section)
        year = self.outline.reported_year(section) if section else None
        words = replace(text, template=printed(text.template, self.content))
        return [self._value(figure, words) for figure in find_figures(words.template, year)] if year else []

    def of_cell(self, figure: CellFigure, text: TextContent) -> str:
        """The token of a table's figure, whose row is entered in the content."""
        if figure.aim:
            value = decimal_text(figure.value, figure.decimals)
            key = self._next_target()
            self.content.targets[key] = TargetContent(
                key, figure.year, figure.words, figure.indicator, value, figure.decimals, source_line=text.source_line
            )
            return token("target", key, figure.style)
        return token("value", self._kept(self.cell_value(figure, text)), figure.style)

    def cell_value(self, figure: CellFigure, text: TextContent) -> ValueContent:
        """A figure of a table as a value without a key."""
        return ValueContent(
            key="", indicator=figure.indicator, year=figure.year,
            value=decimal_text(figure.value, figure.decimals), decimals=figure.decimals,
            as_of=date(figure.year, 12, 31).isoformat(), as_of_inferred=True, is_estimate=figure.is_estimate,
            note=figure.within, source_line=text.source_line, within=figure.within,
        )  # fmt: skip

    def _next_target(self) -> str:
        """The number behind the highest: an edited plan may have gaps."""
        return str(max((int(key) for key in self.content.targets), default=0) + 1)

    def _references(self, text: str) -> Iterable[tuple[Mention, ReferenceContent]]:
        found = [(mention, as_reference(mention, text, self.home)) for mention in find_mentions(text)]
        # No office has symbols longer than the register's column: such words stay words.
        return [pair for pair in found if len(pair[1].symbol) <= _SYMBOL and len(pair[1].reference_key) <= _KEY]

    def _reference_spans(self, text: str) -> list[Span]:
        spans = []
        for mention, reference in self._references(text):
            key = self.settled.get(reference.key, reference.key)
            known = self.content.references.setdefault(key, reference) if key == reference.key else None
            if known and not known.issuer_name:
                known.issuer_name = reference.issuer_name
            full = ":full" if mention.full and mention.issued_on else ""
            end = mention.end
            if mention.full and not mention.issued_on:  # a day that does not exist stays as it was written
                end = mention.start + len(mention.printed.split(",")[0].split(" ")[0])
            spans.append((mention.start, end, f"{{ref:{key}{full}}}"))
        return spans

    def _unit_spans(self, text: str) -> list[Span]:
        return [
            (start, end, f"{{unit:{code}{':' + style if style else ''}}}")
            for start, end, code, style in find_units(text, self.home)
        ]

    def _values(self, text: TextContent, year: int) -> list[Span]:
        spans = []
        for figure in find_figures(text.template, year):
            key = self._kept(self._value(figure, text))
            style = form_typed(text.template[figure.start : figure.end], 0).style
            spans.append((figure.start, figure.end, token("value", key, style)))
        return spans

    def _kept(self, given: ValueContent) -> str:
        """Enter a figure, and its key. The same figure said twice is one row; another of the same thing gets a serial,
        and so does an estimate beside an actual."""
        part = re.sub(r"[^a-z0-9]+", "-", bare(given.within)).strip("-")[:_SLUG]
        first = ".".join(filter(None, (given.indicator, str(given.year), part)))
        key, serial = first, 1
        while key in self.content.values and not _alike(self.content.values[key], given):
            serial += 1
            key = f"{first}.{serial}"
        given.key = key
        self.content.values.setdefault(key, given)
        return key

    def _value(self, figure: Figure, text: TextContent) -> ValueContent:
        day = _stated_day(text.template)
        lead = text.template[max(0, figure.start - 20) : figure.start].lower()
        return ValueContent(
            key="", indicator=figure.indicator, year=figure.year, value=_decimal(figure), decimals=figure.decimals,
            as_of=(day or date(figure.year, 12, 31)).isoformat(), as_of_inferred=day is None,
            is_estimate=bool(re.search(r"(?<!\w)ước(?!\w)", lead)), note=figure.note, source_line=text.source_line,
        )  # fmt: skip

    def _targets(self, text: TextContent, *, named: bool = False) -> list[Span]:
        """Targets of a sentence; `named`: only those the catalogue has an indicator for."""
        spans: list[Span] = []
        for aim in find_aims(text.template, self.content.year):
            if named and not aim.figure.indicator:
                continue
            key = self._next_target()
            self.content.targets[key] = TargetContent(
                key=key, year=self.content.year, text=text.template, indicator=aim.figure.indicator,
                value=_decimal(aim.figure), decimals=aim.figure.decimals, comparator=aim.comparator,
                source_line=text.source_line,
            )  # fmt: skip
            style = form_typed(text.template[aim.figure.start : aim.figure.end], 0).style
            spans.append((aim.figure.start, aim.figure.end, token("target", key, style)))
        if not spans and text.template and not named:
            key = self._next_target()
            self.content.targets[key] = TargetContent(
                key, self.content.year, text.template, source_line=text.source_line
            )
        return spans


def _decimal(figure: Figure) -> str:
    """The figure as a decimal number with a point: "2.22", "1040"."""
    return decimal_text(Fraction(figure.quantity.value), figure.decimals)


def _alike(left: ValueContent, right: ValueContent) -> bool:
    mine, yours = ((each.value, each.within, each.is_estimate) for each in (left, right))
    return mine == yours


def _stated_day(text: str) -> date | None:
    """The day figures of a text hold for, where it says so: "tính đến ngày 30/11/2023", "11 tháng đầu năm 2023"."""
    day = re.search(r"(?:tính )?đến (?:hết )?ngày (\d{1,2})[/.](\d{1,2})[/.](20\d\d)", text)
    months = re.search(r"(\d{1,2}) tháng đầu năm (20\d\d)", text)
    try:
        if day:
            return date(int(day[3]), int(day[2]), int(day[1]))
        if months:
            year, month = int(months[2]), int(months[1])
            return date(year, month, calendar.monthrange(year, month)[1])
    except (ValueError, IndexError):
        return None
    return None


def replace_spans(text: str, spans: list[Span]) -> str:
    """`text` with every span replaced by its token; of two that overlap the first to begin wins. What else looks like
    a token stays words."""
    parts, done = [], 0
    for start, end, mark in sorted(spans):
        if start < done:
            continue
        parts += [guarded(text[done:start]), mark]
        done = end
    return "".join((*parts, guarded(text[done:])))
