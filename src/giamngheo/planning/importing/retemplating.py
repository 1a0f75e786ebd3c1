"""A text somebody rewrote as it prints, made a template again (docs/algorithms/import.md, "Sửa tại chỗ")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.numbers.reading import read_numeral
from giamngheo.planning.composing.printing import print_token
from giamngheo.planning.content import PlanContent, token, token_pattern
from giamngheo.planning.figure_form import Form, decimal_text, form_of, form_typed
from giamngheo.planning.importing.figures import DECIMALS, WHOLE_DIGITS
from giamngheo.planning.importing.names import Home
from giamngheo.planning.importing.problems import BAD_VALUE
from giamngheo.planning.importing.templating import Span, Templater, replace_spans

_LONGEST = 40  # characters; a longer figure is no figure
_DIGITS = r"\d+(?:[.,]\d+)*"


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure somebody typed: a decimal number with a point, and how many decimals it was given with."""

    value: str
    decimals: int


def read_value(text: str) -> Reading:
    """ "1.040" -> 1040; "2,22" -> 2.22 with two decimals. Raises FindingError PLAN-VALUE-UNREADABLE."""
    digits = text.strip().replace(" ", "")
    found = read_numeral(digits) if len(digits) <= _LONGEST and re.fullmatch(_DIGITS, digits) else None
    if found is None:
        raise FindingError(BAD_VALUE.at(text=text))
    value, step = Fraction(found[0]), found[1]
    places = 0
    while step < 1:
        step, places = step * 10, places + 1
    if places > DECIMALS or value >= 10**WHOLE_DIGITS:
        raise FindingError(BAD_VALUE.at(text=text))
    return Reading(decimal_text(value, places), places)


def retemplate(template: str, words: str, content: PlanContent, home: Home) -> str:
    """`words` as a template. Figures that stand where the old template had them stay tied to their row, and a figure
    typed over changes its row in `content`; references and unit names are found anew."""
    templater = Templater.for_edit(content, home)
    spans = [*_figures(template, words, content), *templater.found(words)]
    return replace_spans(words, spans)


def _figures(template: str, words: str, content: PlanContent) -> list[Span]:
    """Where the figures of `template` stand in `words`."""
    marks = list(token_pattern().finditer(template))
    match = re.fullmatch(_skeleton(template), words, re.DOTALL)
    if match is None:
        return _found_again(template, words, content)
    stood = [print_token(each[1], each[2], each[3] or "", content) for each in marks]  # before any of them changes
    spans: list[Span] = []
    for position, each in enumerate(marks, 1):
        kind, key, style, typed = each[1], each[2], each[3] or "", match[position]
        if kind in ("value", "target") and re.fullmatch(_DIGITS, typed):
            if typed != stood[position - 1]:
                style = _change(content, kind, key, typed, form_of(style)).style
            spans.append((*match.span(position), token(kind, key, style)))
    return spans


def _skeleton(template: str) -> str:
    """A pattern of the template's own words with a group where each token stands."""
    parts, done = [], 0
    for mark in token_pattern().finditer(template):
        group = f"({_DIGITS})" if mark[1] in ("value", "target") else "(.+?)"
        parts += [re.escape(template[done : mark.start()]), group]
        done = mark.end()
    return "".join((*parts, re.escape(template[done:])))


def _found_again(template: str, words: str, content: PlanContent) -> list[Span]:
    """The sentence was rewritten: a figure counts as kept where it is still printed with the same unit behind it."""
    spans: list[Span] = []
    for mark in token_pattern().finditer(template):
        if mark[1] not in ("value", "target"):
            continue
        digits = print_token(mark[1], mark[2], mark[3] or "", content)
        unit = re.match(r"\s*(?:%|\w+)|", template[mark.end() :])
        behind = re.escape(unit.group()) if unit else ""
        for match in re.finditer(rf"(?<![\d.,/]){re.escape(digits)}(?![\d/]|[.,]\d)(?={behind})", words):
            if not any(start < match.end() and match.start() < end for start, end, _ in spans):
                spans.append((match.start(), match.end(), mark.group()))
                break
    return spans


def _change(content: PlanContent, kind: str, key: str, typed: str, form: Form) -> Form:
    """Give a row the figure typed where it is printed in `form`; the form it was typed in."""
    reading = read_value(typed)
    row = content.values[key] if kind == "value" else content.targets[key]
    value = Fraction(reading.value) * 10**form.scale
    if value >= 10**WHOLE_DIGITS:
        raise FindingError(BAD_VALUE.at(text=typed))
    row.decimals = max(reading.decimals - form.scale, 0)
    row.value = decimal_text(value, row.decimals)
    return form_typed(typed, reading.decimals, form.scale)


def restyle(content: PlanContent, kind: str, key: str, typed: str) -> None:
    """A zero typed in front of a figure ("05") is printed in front of it wherever it stands."""
    digits = form_typed(typed.strip(), 0).digits
    if digits == 1:
        return

    def swap(match: re.Match[str]) -> str:
        if (match[1], match[2]) != (kind, key):
            return match.group()
        return token(kind, key, form_of(match[3] or "")._replace(digits=digits).style)

    for section in content.sections:
        section.title = token_pattern().sub(swap, section.title)
    for text in content.texts:
        text.template = token_pattern().sub(swap, text.template)
        text.rows = [[token_pattern().sub(swap, cell) for cell in row] for row in text.rows]
