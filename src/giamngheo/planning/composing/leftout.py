"""What stood in the source and is not printed: every number is accounted for (docs/algorithms/compose.md)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from giamngheo.paperwork.document import OfficialDocument
from giamngheo.planning.content import PlanContent
from giamngheo.planning.reasons import Why

_BODY_LINE, _UNPLACED, _REPLACED = Why("line_number"), Why("unplaced"), Why("edited")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A number of the source that the printed plan does not have."""

    number: str
    line: int | None
    text: str
    reason: Why

    @property
    def why(self) -> str:
        """The reason in Vietnamese, as the documented JSON has it."""
        return self.reason.words.vi


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,]\d+)*")


def numbers_in(text: str) -> Iterator[tuple[str, Fraction | str]]:
    """Every number of `text`: as printed, and its value ("1.040" and 1040 are equal, "01" and "1", "94,50" and "94,5").
    What is no number by our rules ("1.2.3") stands for itself."""
    for match in _number().finditer(text):
        yield match.group(), value_of(match.group())


def value_of(digits: str) -> Fraction | str:
    """The value of digits as Vietnamese writes them, or the digits themselves."""
    whole, _, rest = digits.partition(",")
    if "." in whole and re.fullmatch(r"\d{1,3}(\.\d{3})+", whole):
        whole = whole.replace(".", "")
    if "." in whole or "," in rest or "." in rest:
        return digits
    return Fraction(f"{whole}.{rest}" if rest else whole)


def left_out(content: PlanContent, document: OfficialDocument, numbers: Mapping[str, str]) -> list[LeftOut]:
    """Numbers of the source that the composed `document` lacks, each once, in source order, with the reason.
    `numbers` are the generated numbers by section key."""
    found: list[LeftOut] = []
    for section in content.sections:
        was = section.source_number.strip()
        if was and any(char.isdigit() for char in was) and was.rstrip(":.") != numbers[section.key].rstrip("."):
            reason = Why("renumbered", {"now": numbers[section.key]})
            found.append(LeftOut(was, section.source_line, section.source_text, reason))
    printed = Counter(value for line in document.lines() for _, value in numbers_in(line.text))
    if document.place_and_date:
        dated = document.place_and_date
        printed.update(Fraction(part) for part in (dated.day, dated.month, dated.year) if part)
    printed.subtract(value for number in numbers.values() for _, value in numbers_in(number))
    late: list[tuple[str, Fraction | str, int | None, str]] = []
    for line, text, lead, why in _sources(content):
        for digits, value in numbers_in(lead):
            late.append((digits, value, line, text))
        for digits, value in numbers_in(text.removeprefix(lead)):
            if printed[value] > 0:
                printed[value] -= 1
            else:
                found.append(LeftOut(digits, line, text, why))
    for digits, value, line, text in late:  # numbers of items, after all content has had its own
        printed[value] -= 1
        if printed[value] < 0:
            found.append(LeftOut(digits, line, text, _BODY_LINE))
    return sorted(found, key=lambda each: each.line or 0)


def _sources(content: PlanContent) -> Iterable[tuple[int | None, str, str, Why]]:
    """(line, text, printed number in front that is not content, reason if a number is not printed)."""
    run_in = {(each.section, each.source_text) for each in content.texts if each.run_in}
    for section in content.sections:
        text = section.source_text.removeprefix(section.source_number)
        if (section.key, section.source_text) not in run_in:
            yield section.source_line, text, "", _REPLACED
    for each in content.texts:
        lead = ""
        match = re.match(r"(?:\d+(?:\.\d+)*[.)]|\(\d+\))\s", each.source_text)
        if match and each.part in ("body", "opening"):
            lead = match.group().strip()
        yield each.source_line, each.source_text, lead, _REPLACED
    for line in content.unplaced:
        yield line.line, line.text, "", _UNPLACED
