"""A household judged: its class, scores and deprivations, and why. The same answers and standard give the same bytes.

A class that hangs on a missing answer or on an absent text of the law is not given: `household_class` is None, and
`missing` and `refusals` say what is needed. What only memory or an own reading vouches for is named in `unverified`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from giamngheo.standards import by_key
from giamngheo.standards.answering import refuse_problems
from giamngheo.standards.engines.in_memory import Answers, World
from giamngheo.standards.reasons import Reason, is_open, why_member, why_rule
from giamngheo.standards.scorecards.applying import SCORE, apply
from giamngheo.standards.scorecards.card import Scorecard
from giamngheo.standards.standard import CardUsed, Standard

Method = Literal["points", "income"]
PovertyClass = Literal["poor", "near_poor", "not_poor"]


_TYPED = ("income_score_typed", "deprivation_score_typed")


class Missing(msgspec.Struct, frozen=True, omit_defaults=True, order=True):
    """An answer without which the class cannot be said; "members" where nobody is listed. `member` counts from 0."""

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
    `scorecard` is the loaded card by which B1 was added up; None where no card was asked.
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
    scorecard: CardUsed | None = None


class Decision(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one rule of the law says of a household, or of member `member` of it: value None where it cannot be said."""

    standard: str
    day: date
    province: str
    rule: str
    value: bool | int | str | None
    missing: tuple[Missing, ...]
    refusals: tuple[Refusal, ...]
    unverified: tuple[str, ...]
    typed: tuple[str, ...]
    assumed: tuple[str, ...]
    reasons: Reason
    member: int | None = None
    scorecard: CardUsed | None = None


def decide(
    standard: Standard, household: Answers, members: Sequence[Answers] = (), *, rule: str, member: int | None = None
) -> Decision:
    """What `rule` says: average living standard, whether to review, or of a person (low-income worker).

    Raises FindingError (LAW-ANSWER-...) for an answer that cannot stand; `answering.problems_of` has all of them.
    """
    refuse_problems(standard, household, members)
    return _decide(World(standard, household, members), rule, member)


def judge(
    standard: Standard, household: Answers, members: Sequence[Answers] = (), *, method: Method = "points"
) -> Verdict:
    """The verdict on one household. Answers are by question name; absent or None is "not answered".

    Raises FindingError (LAW-ANSWER-...) for an answer that cannot stand; `answering.problems_of` has all of them.
    """
    refuse_problems(standard, household, members)
    return _judge(standard, household, members, method)


def _judge(standard: Standard, household: Answers, members: Sequence[Answers], method: Method) -> Verdict:
    world = World(standard, household, members)
    found = _decide(world, f"class_by_{method}", None)
    income, deprivation = (world.rule(name) for name in ("income_score", "deprivation_score"))
    return Verdict(
        standard=standard.key, day=standard.day, province=standard.province, method=method,
        household_class=found.value,  # type: ignore[arg-type]
        income_score=income if isinstance(income, int) else None,
        deprivation_score=deprivation if isinstance(deprivation, int) else None,
        deprivations=tuple(name for name in standard.indicators if world.rule(name) is True),
        undetermined=tuple(name for name in standard.indicators if world.rule(name) is None),
        missing=found.missing, refusals=found.refusals, unverified=found.unverified, typed=found.typed,
        assumed=found.assumed, reasons=found.reasons, scorecard=found.scorecard,
    )  # fmt: skip


def _decide(world: World, rule: str, member: int | None) -> Decision:
    standard = world.standard
    reasons = why_rule(rule, world) if member is None else why_member(rule, world, member)
    parts = list(_parts(reasons))
    unknown = reasons.value is None
    local = {"local_standard"} if standard.layer is not None and standard.layer.open else set()
    return Decision(
        standard=standard.key, day=standard.day, province=standard.province, rule=rule, value=reasons.value,
        missing=_missing(parts, standard) if unknown else (), refusals=_refusals(parts) if unknown else (),
        unverified=tuple(sorted(local | {name for part in parts for name in _unverified(part, standard)})),
        typed=tuple(each for each in _TYPED if world.household.get(each) is not None and each in standard.reads(rule)),
        assumed=standard.assumed, reasons=reasons, member=member,
        scorecard=standard.card if any(part.concept == SCORE for part in parts) else None,
    )  # fmt: skip


def _parts(reason: Reason) -> Iterator[Reason]:
    yield reason
    for each in reason.children:
        yield from _parts(each)


def _missing(parts: list[Reason], standard: Standard) -> tuple[Missing, ...]:
    """Questions not answered, or not closely enough, in the parts that are unknown, the household's first."""
    found = {
        Missing(each.name, each.member)
        for part in parts
        if part.value is None
        for each in part.inputs
        if each.source != "rule" and is_open(each, standard)
    }
    if _area_unknown(parts):
        found.add(Missing("area"))
    return tuple(sorted(found, key=lambda each: (each.member is not None, each.member or 0, each.question)))


def _area_unknown(parts: list[Reason]) -> bool:
    """Whether a number of the law is unknown although the law has it: then the household's area is not known."""
    absent = {part.concept for part in parts if part.kind == "absent"}
    return any(each.value is None and each.concept not in absent for part in parts for each in part.thresholds)


def _refusals(parts: list[Reason]) -> tuple[Refusal, ...]:
    absent = {Refusal(each.concept, each.document, each.article) for each in parts if each.kind == "absent"}
    return tuple(sorted(absent))


def _unverified(part: Reason, standard: Standard) -> Iterator[str]:
    """Concepts and questions of a part that only memory or an own reading vouches for."""
    if part.concept and not part.verified:
        yield part.concept
    for each in part.thresholds:
        if not each.verified:
            yield each.concept
    # a rule that is unverified itself says so once; its questions are named where only they are in doubt
    tree = standard.rules.get(part.concept) if part.kind == "rule" and part.verified else None
    for name in standard.reading(tree).questions if tree is not None else ():
        if not standard.questions[name].verified:
            yield name


class Record(msgspec.Struct, frozen=True):
    """What a review keeps of a verdict: enough, with the scorecard it names, to judge again in any year."""

    standard: str
    day: date
    province: str
    method: Method
    household: dict[str, bool | int | str | None]
    members: tuple[dict[str, bool | int | str | None], ...]
    scorecard: CardUsed | None = None


def replay(record: Record, card: Scorecard | None = None) -> Verdict:
    """The verdict of a record, by the standard and the scorecard it was made with; `card` is the one the record names.

    Raises NoStandardError when the standard is unknown, ValueError when `card` is not the very card of the record. What
    was judged once is judged again, whatever is asked of answers today.
    """
    standard = by_key(record.standard, record.day, record.province)
    wanted, given = record.scorecard.digest if record.scorecard else "", card.digest if card else ""
    if wanted != given:
        raise ValueError(f"the record was made by scorecard {wanted or 'none'}, not by {given or 'none'}")
    if card is not None:
        standard = apply(card, standard)
    return _judge(standard, record.household, record.members, record.method)


def encode(verdict: Verdict) -> bytes:
    """The verdict as JSON, the same bytes for the same answers and standard."""
    return msgspec.json.encode(verdict, order="deterministic")
