"""Texts become templates: references, figures, targets and unit names are taken out and tokens put in their place."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from giamngheo.foundation.text import bare
from giamngheo.planning.content import (
    PlanContent,
    ReferenceContent,
    SectionContent,
    TargetContent,
    TextContent,
    ValueContent,
    guarded,
)
from giamngheo.planning.importing.aims import find_aims
from giamngheo.planning.importing.figures import Figure, find_figures
from giamngheo.planning.importing.names import Home, find_units
from giamngheo.planning.importing.references import Mention, as_reference, find_mentions, settle

Span = tuple[int, int, str]
_SYMBOL, _KEY = 80, 300  # characters of documents.Document.symbol and .reference_key


class Templater:
    """Fills the tables of one content while it turns its texts into templates."""

    def __init__(self, content: PlanContent, home: Home) -> None:
        self.content, self.home = content, home
        self.known: list[ReferenceContent] = []
        self.by_key = {section.key: section for section in content.sections}
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
        section = self.by_key.get(text.section)
        if section is not None and text.kind != "table":
            reported = self._reported_year(section)
            if reported:
                spans += self._values(text, reported)
            elif self._aims_here(section):
                spans += self._targets(text)
        text.template = replace_spans(text.template, spans)
        text.rows = [[self.plain(cell) for cell in row] for row in text.rows]

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

    def _above(self, section: SectionContent) -> list[SectionContent]:
        chain = [section]
        while chain[-1].parent:
            chain.append(self.by_key[chain[-1].parent])
        return chain

    def _reported_year(self, section: SectionContent) -> int | None:
        """The year a section reports on, None where it does not report."""
        chain = self._above(section)
        if any(each.kind != "heading" for each in chain) or not any("ket qua" in bare(each.title) for each in chain):
            return None
        if any("ke hoach nam" in bare(each.title) or "muc tieu cu the" in bare(each.title) for each in chain):
            return None
        years = [int(year) for each in chain for year in re.findall(r"(?<!\d)(20\d\d)(?!\d)", each.title)]
        return next((year for year in years if year <= self.content.year), self.content.year - 1)

    def _aims_here(self, section: SectionContent) -> bool:
        chain = self._above(section)
        if any(each.kind != "heading" for each in chain):
            return False
        title = bare(section.title)
        only = re.sub(r"[^a-z ]", "", title).strip()
        return "muc tieu cu the" in title or "chi tieu" in title or only == "muc tieu"

    def _values(self, text: TextContent, year: int) -> list[Span]:
        spans = []
        for figure in find_figures(text.template, year):
            key = self._value_key(figure)
            if key not in self.content.values:
                self.content.values[key] = self._value(key, figure, text)
            spans.append((figure.start, figure.end, f"{{value:{key}}}"))
        return spans

    def _value_key(self, figure: Figure) -> str:
        """One key per figure; the same figure said twice is one, another figure of the same thing gets a serial."""
        key, serial = f"{figure.indicator}.{figure.year}", 1
        while key in self.content.values and self.content.values[key].value != _decimal(figure):
            serial += 1
            key = f"{figure.indicator}.{figure.year}.{serial}"
        return key

    def _value(self, key: str, figure: Figure, text: TextContent) -> ValueContent:
        day = _stated_day(text.template)
        lead = text.template[max(0, figure.start - 20) : figure.start].lower()
        return ValueContent(
            key=key, indicator=figure.indicator, year=figure.year, value=_decimal(figure), decimals=figure.decimals,
            as_of=(day or date(figure.year, 12, 31)).isoformat(), as_of_inferred=day is None,
            is_estimate=bool(re.search(r"(?<!\w)ước(?!\w)", lead)), note=figure.note, source_line=text.source_line,
        )  # fmt: skip

    def _targets(self, text: TextContent) -> list[Span]:
        spans: list[Span] = []
        for aim in find_aims(text.template, self.content.year):
            key = str(len(self.content.targets) + 1)
            self.content.targets[key] = TargetContent(
                key=key, year=self.content.year, text=text.template, indicator=aim.figure.indicator,
                value=_decimal(aim.figure), decimals=aim.figure.decimals, comparator=aim.comparator,
                source_line=text.source_line,
            )  # fmt: skip
            spans.append((aim.figure.start, aim.figure.end, f"{{target:{key}}}"))
        if not spans and text.template:
            key = str(len(self.content.targets) + 1)
            self.content.targets[key] = TargetContent(
                key, self.content.year, text.template, source_line=text.source_line
            )
        return spans


def _decimal(figure: Figure) -> str:
    """The figure as a decimal number with a point: "2.22", "1040"."""
    value, places = Fraction(figure.quantity.value), figure.decimals
    digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    return ("-" if value < 0 else "") + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


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
    for start, end, token in sorted(spans):
        if start < done:
            continue
        parts += [guarded(text[done:start]), token]
        done = end
    return "".join((*parts, guarded(text[done:])))
