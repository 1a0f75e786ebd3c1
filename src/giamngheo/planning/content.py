"""A plan as a value: what an import makes, what the tables hold, what a version remembers, what composing prints.

Texts are templates. Where a reference, a figure, a target or a unit's name stands, the template has a token
`{kind:key}` or `{kind:key:style}`; the key is found in the tables beside the texts, so every figure is kept once:

    {ref:829/QĐ-UBND|399@2023-03-17:full}   829/QĐ-UBND ngày 17/03/2023      (without :full no day)
    {value:S02.2023}                        1,12                              (forms: planning.figure_form)
    {target:1}                              1,5
    {unit:15883}                            Hoằng Phú                         (:upper HOẰNG PHÚ)
    {brace:open}                            {                                 where a plan's own words look like a token
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Any

from giamngheo.planning.reasons import Why, why_of

MISSING_OPENS = "[còn thiếu:"


@dataclass(slots=True)
class HeadContent:
    """What stands around the body. `subject` is a template; `first_level` the numbering of the outermost heading:
    "A", "I" or "1"."""

    doc_type: str = "KH"
    number: str = ""
    symbol: str = ""
    day: int | None = None
    month: int | None = None
    year: int | None = None
    subject: str = ""
    authority: list[str] = field(default_factory=list)
    signer: str = ""
    first_level: str = "A"


@dataclass(slots=True)
class SectionContent:
    """A section; `key` is its path of ordinals ("2/3/1"), `parent` the key above or ""."""

    key: str
    parent: str
    kind: str  # heading | project | block
    title: str
    block: str = ""
    node: str = ""
    source_number: str = ""
    source_text: str = ""
    source_line: int | None = None
    numbering: str = ""  # "" by its level; "a", "(1)"; "Pt", "P", "P1", "C", "M", "Đ", "I": see importing.numbering


@dataclass(slots=True)
class TextContent:
    """A text; `section` is "" outside the body. See `programme.models.PlanText` for the fields."""

    key: str
    section: str
    part: str  # body | opening | legal_basis | addressee | closing | recipient | header
    kind: str  # paragraph | bullet | table
    template: str
    mark: str = ""
    run_in: bool = False
    rows: list[list[str]] = field(default_factory=list)
    source_text: str = ""
    source_line: int | None = None
    source_end_line: int | None = None
    origin: str = "import"


@dataclass(slots=True)
class ReferenceContent:
    """A document named in the plan. `issued_on` ISO or None; `issuer_code` a unit's code or ""."""

    key: str
    symbol: str
    reference_key: str
    doc_type: str = ""
    number: str = ""
    issued_on: str | None = None
    issuer_name: str = ""
    issuer_code: str = ""
    text: str = ""


@dataclass(slots=True)
class ValueContent:
    """A figure; `value` a decimal number as text with a point."""

    key: str
    indicator: str
    year: int
    value: str
    decimals: int = 0
    as_of: str | None = None
    as_of_inferred: bool = False
    is_estimate: bool = False
    note: str = ""
    source_line: int | None = None
    within: str = ""  # the village, project or group of the unit that a figure of a table is of; "" the whole


@dataclass(slots=True)
class TargetContent:
    """A target; `indicator` "" where none fits, `value` None where the sentence has no figure."""

    key: str
    year: int
    text: str
    indicator: str = ""
    value: str | None = None
    decimals: int = 0
    comparator: str = "equals"
    source_line: int | None = None


@dataclass(slots=True)
class UnplacedContent:
    """A line of the source that found no place; `code` of the reason in `planning.reasons`. Snapshots older than the
    codes have the Vietnamese sentence in `said` alone."""

    line: int
    text: str
    code: str = ""
    said: str = ""

    @property
    def reason(self) -> Why:
        return why_of(self.code, self.said)

    @property
    def why(self) -> str:
        """The reason in Vietnamese, as the documented JSON has it."""
        return self.reason.words.vi


@dataclass(slots=True)
class PlanContent:
    """A whole plan of one commune and year. `commune_kind` as in territory; `units`: code to right name."""

    commune: str
    year: int
    period: str
    commune_kind: str = "commune"
    head: HeadContent = field(default_factory=HeadContent)
    sections: list[SectionContent] = field(default_factory=list)
    texts: list[TextContent] = field(default_factory=list)
    references: dict[str, ReferenceContent] = field(default_factory=dict)
    values: dict[str, ValueContent] = field(default_factory=dict)
    targets: dict[str, TargetContent] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    unplaced: list[UnplacedContent] = field(default_factory=list)

    def texts_of(self, section: str) -> Iterator[TextContent]:
        return (text for text in self.texts if text.section == section and text.part in ("body", "opening"))

    def part(self, name: str) -> list[TextContent]:
        return [text for text in self.texts if text.part == name]

    def children(self, section: str) -> list[SectionContent]:
        return [each for each in self.sections if each.parent == section]


def to_json(content: PlanContent) -> dict[str, Any]:
    """The shape kept in `PlanVersion.snapshot`."""
    return asdict(content)


def from_json(data: dict[str, Any]) -> PlanContent:
    """The inverse of `to_json`; raises TypeError on unknown fields."""
    return PlanContent(
        commune=data["commune"],
        year=data["year"],
        period=data["period"],
        commune_kind=data["commune_kind"],
        head=HeadContent(**data["head"]),
        sections=[SectionContent(**row) for row in data["sections"]],
        texts=[TextContent(**row) for row in data["texts"]],
        references={key: ReferenceContent(**row) for key, row in data["references"].items()},
        values={key: ValueContent(**row) for key, row in data["values"].items()},
        targets={key: TargetContent(**row) for key, row in data["targets"].items()},
        units=dict(data["units"]),
        unplaced=[_unplaced(row) for row in data["unplaced"]],
    )


def _unplaced(row: dict[str, Any]) -> UnplacedContent:
    """A row of a snapshot; before there were codes it said "why" in Vietnamese."""
    said = row.get("said", "") or row.get("why", "")
    return UnplacedContent(row["line"], row["text"], why_of(row.get("code", ""), said).code, said)


@cache
def token_pattern() -> re.Pattern[str]:
    """Groups: kind, key, style or None."""
    return re.compile(r"\{(ref|value|target|unit|brace):([^{}:]+)(?::(\w+))?\}")


def guarded(words: str) -> str:
    """Words from outside as part of a template: what looks like a token in them stays words."""
    if "{" not in words:
        return words
    return token_pattern().sub(lambda match: "{brace:open}" + match.group()[1:], words)


def tokens(template: str) -> Iterator[tuple[str, str, str]]:
    """(kind, key, style) of every token, in order; style "" where none is given."""
    if "{" not in template:
        return
    for match in token_pattern().finditer(template):
        yield match[1], match[2], match[3] or ""


def token(kind: str, key: str, style: str = "") -> str:
    """A token as a template has it."""
    return f"{{{kind}:{key}:{style}}}" if style else f"{{{kind}:{key}}}"


def rekey(template: str, change: Callable[[str, str], str]) -> str:
    """`template` with every token's key replaced by `change(kind, key)`."""
    if "{" not in template:
        return template

    def swap(match: re.Match[str]) -> str:
        style = f":{match[3]}" if match[3] else ""
        return f"{{{match[1]}:{change(match[1], match[2])}{style}}}"

    return token_pattern().sub(swap, template)
