"""A standard as one JSON for a phone without network: everything needed to evaluate its rules and to name the results.

Shape (`Exported`, names of concepts sorted, no blanks; a key at its default is left out):

    {"format": 1, "key": "vn-2022.1", "title": Text, "day": 20261124, "province": "75", "assumed": [concept],
     "questions": [{name, label, kind, scope, options, help, verified}],
     "parameters": {concept: number | {area: number} | null},
     "rules": {concept: tree},
     "indicators": [concept],
     "concepts": {concept: {title, unit, citation, verified, absent, note, dimension, order, holds, fails}},
     "answering": {oldest, most, shown, person, kinds: {kind: Text}, limits: {question: Text}, findings: {code: ...}},
     "documents": [{symbol, kind, issuer, issued, effective, verified}]}

`Text` is `{"vi", "en"}`, a tree is that of `nodes.to_json`. A parameter that is null and a rule that is missing are
unknown; their concept's `absent` says which text would give them. A concept of unit `person_rule` is a rule about one
member. `answering` holds what `standards.answering` refuses answers by, and the sentences that say so, whose slots are
`{where}`, `{value}`, `{wanted}`, `{day}`, `{years}`, `{number}` and `{label}`.
Numbers are whole: đồng, points, counts, years, hundredths of a square metre; days are YYYYMMDD.
"""

from __future__ import annotations

import msgspec

from giamngheo.foundation.findings import Bilingual
from giamngheo.foundation.findings import Entry as FindingKind
from giamngheo.standards.answering import KINDS, MOST, NUMBER, OLDEST, SHOWN, limits
from giamngheo.standards.findings import ANSWER_BIRTH, ANSWER_KIND, ANSWER_LIMIT, ANSWER_OPTION
from giamngheo.standards.nodes import AnyNode
from giamngheo.standards.phrases import PERSON
from giamngheo.standards.release import Citation, Document, Question, Text, Unit
from giamngheo.standards.standard import Held, Standard

FORMAT = 1  # another number when a phone that knows only this shape would read it wrongly


class ExportedConcept(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How a number or a rule is called, where it stands, and whether it was seen there."""

    title: Text
    unit: Unit
    citation: Citation
    verified: bool = True
    absent: Text | None = None
    note: Text | None = None
    dimension: str = ""
    order: int = 0
    holds: Text | None = None
    fails: Text | None = None


class ExportedFinding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sentences of one kind of problem, with slots."""

    title: Text
    message: Text
    fixes: tuple[Text, ...]


class Answering(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By what an answer is refused, and in which words. `kinds`: what is wanted of a kind that is no choice."""

    oldest: int
    most: int
    shown: int
    person: Text
    kinds: dict[str, Text]
    limits: dict[str, Text]
    findings: dict[str, ExportedFinding]


class Exported(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The whole; see the module."""

    key: str
    title: Text
    day: int
    questions: tuple[Question, ...]
    parameters: dict[str, int | dict[str, int] | None]
    rules: dict[str, AnyNode]
    concepts: dict[str, ExportedConcept]
    documents: tuple[Document, ...]
    answering: Answering
    format: int = msgspec.field(default_factory=lambda: FORMAT)  # a factory, so that it is always written
    province: str = ""
    indicators: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


def export(standard: Standard) -> bytes:
    """The standard as JSON in UTF-8, the same bytes for the same release, day and province."""
    return msgspec.json.encode(_exported(standard), order="deterministic")


def read(data: bytes) -> Exported:
    """What was exported; raises msgspec.ValidationError for anything else."""
    return msgspec.json.decode(data, type=Exported)


def _exported(standard: Standard) -> Exported:
    cited = {held.entry.citation.document for held in standard.held.values()}
    return Exported(
        key=standard.key, title=standard.release.title, day=standard.day_number, province=standard.province,
        assumed=standard.assumed, questions=standard.release.questions, parameters=standard.parameters,
        rules=standard.rules, indicators=standard.indicators,
        answering=_answering(standard), concepts={name: _concept(held) for name, held in standard.held.items()},
        documents=tuple(each for each in standard.release.documents if each.symbol in cited),
    )  # fmt: skip


def _answering(standard: Standard) -> Answering:
    bounds = {name: limits(each) for name, each in standard.questions.items()}
    return Answering(
        oldest=OLDEST, most=MOST, shown=SHOWN, person=Text(f"{PERSON.vi}, {{label}}", f"{PERSON.en}, {{label}}"),
        kinds={"number": _text(NUMBER), **{kind: _text(words) for kind, words in KINDS.items()}},
        limits={name: _text(each) for name, each in bounds.items() if each is not None},
        findings={each.code: _finding(each) for each in (ANSWER_KIND, ANSWER_OPTION, ANSWER_LIMIT, ANSWER_BIRTH)},
    )  # fmt: skip


def _finding(entry: FindingKind) -> ExportedFinding:
    return ExportedFinding(_text(entry.title), _text(entry.message), tuple(_text(each) for each in entry.fixes))


def _text(words: Bilingual) -> Text:
    """The sentences, with one name for the slot that each language fills in its own words."""
    return Text(words.vi.replace("_vi}", "}"), words.en.replace("_en}", "}"))


def _concept(held: Held) -> ExportedConcept:
    concept, entry = held
    return ExportedConcept(
        title=concept.title, unit=concept.unit, citation=entry.citation, verified=entry.verified, absent=entry.absent,
        note=entry.note, dimension=concept.dimension, order=concept.order, holds=concept.holds, fails=concept.fails,
    )  # fmt: skip
