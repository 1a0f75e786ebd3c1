"""A household judged: its class, scores and deprivations, and why. The same answers and standard give the same bytes.

A class that hangs on a missing answer or on an absent text of the law is not given: `household_class` is None, and
`missing` and `refusals` say what is needed. Everything that only memory vouches for is named in `unverified`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from giamngheo.standards import by_key
from giamngheo.standards.engines.in_memory import Answers, World
from giamngheo.standards.reasons import Reason, why_rule
from giamngheo.standards.standard import Standard

Method = Literal["points", "income"]
PovertyClass = Literal["poor", "near_poor", "not_poor"]


_TYPED = ("income_score_typed", "deprivation_score_typed")


class Missing(msgspec.Struct, frozen=True, omit_defaults=True, order=True):
    """An answer without which the class cannot be said. `member` counts from 0; None: about the household."""

    question: str
    member: int | None = None


class Refusal(msgspec.Struct, frozen=True, omit_defaults=True, order=True):
    """A part of the law without which the class cannot be said, and the document that would give it."""

    concept: str
    document: str
    article: str = ""


class Verdict(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the law says of one household on one day.

    Scores are points, None where unknown. `deprivations` and `undetermined` are indicators in the certificate's order.
    `typed` names scores that were copied from a paper form instead of computed from answers.
    `assumed` names concepts that were changed to ask "what if": such a verdict is not the law's.
    """

    standard: str
    day: date
    province: str
    method: Method
    household_class: PovertyClass | None
    income_score: int | None
    deprivation_score: int | None
    deprivations: tuple[str, ...]
    undetermined: tuple[str, ...]
    missing: tuple[Missing, ...]
    refusals: tuple[Refusal, ...]
    unverified: tuple[str, ...]
    typed: tuple[str, ...]
    assumed: tuple[str, ...]
    reasons: Reason


def judge(
    standard: Standard, household: Answers, members: Sequence[Answers] = (), *, method: Method = "points"
) -> Verdict:
    """The verdict on one household. Answers are by question name; absent or None is "not answered"."""
    world = World(standard, household, members)
    rule = f"class_by_{method}"
    reasons = why_rule(rule, world)
    parts = list(_parts(reasons))
    value, income, deprivation = (world.rule(name) for name in (rule, "income_score", "deprivation_score"))
    return Verdict(
        standard=standard.key, day=standard.day, province=standard.province, method=method,
        household_class=value,  # type: ignore[arg-type]
        income_score=income if isinstance(income, int) else None,
        deprivation_score=deprivation if isinstance(deprivation, int) else None,
        deprivations=tuple(name for name in standard.indicators if world.rule(name) is True),
        undetermined=tuple(name for name in standard.indicators if world.rule(name) is None),
        missing=_missing(parts) if value is None else (),
        refusals=_refusals(parts) if value is None else (),
        unverified=tuple(sorted({name for part in parts for name in _unverified(part)})),
        typed=tuple(name for name in _TYPED if household.get(name) is not None and name in standard.reads(rule)),
        assumed=standard.assumed, reasons=reasons,
    )  # fmt: skip


def _parts(reason: Reason) -> Iterator[Reason]:
    yield reason
    for each in reason.children:
        yield from _parts(each)


def _missing(parts: list[Reason]) -> tuple[Missing, ...]:
    """Questions without an answer in the parts that are unknown, the household's first."""
    found = {
        Missing(each.name, each.member)
        for part in parts
        if part.value is None
        for each in part.inputs
        if each.value is None and each.source == "question"
    }
    if any(threshold.value is None for part in parts for threshold in part.thresholds) and _area_unknown(parts):
        found.add(Missing("area"))
    return tuple(sorted(found, key=lambda each: (each.member is not None, each.member or 0, each.question)))


def _area_unknown(parts: list[Reason]) -> bool:
    """Whether a number of the law is unknown although the law has it: then the household's area is not known."""
    absent = {part.concept for part in parts if part.kind == "absent"}
    return any(each.value is None and each.concept not in absent for part in parts for each in part.thresholds)


def _refusals(parts: list[Reason]) -> tuple[Refusal, ...]:
    return tuple(
        sorted({Refusal(each.concept, each.document, each.article) for each in parts if each.kind == "absent"})
    )


def _unverified(part: Reason) -> Iterator[str]:
    if part.concept and not part.verified:
        yield part.concept
    for each in part.thresholds:
        if not each.verified:
            yield each.concept


class Record(msgspec.Struct, frozen=True):
    """What a review keeps of a verdict: enough to judge again in any year."""

    standard: str
    day: date
    province: str
    method: Method
    household: dict[str, bool | int | str | None]
    members: tuple[dict[str, bool | int | str | None], ...]


def replay(record: Record) -> Verdict:
    """The verdict of a record, by the standard it was made with; raises NoStandardError when that is unknown."""
    standard = by_key(record.standard, record.day, record.province)
    return judge(standard, record.household, record.members, method=record.method)


def encode(verdict: Verdict) -> bytes:
    """The verdict as JSON, the same bytes for the same answers and standard."""
    return msgspec.json.encode(verdict, order="deterministic")
