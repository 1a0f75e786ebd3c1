"""What the law says of a survey, as an assessment keeps it, and the same judged again from what was kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from giamngheo import standards
from giamngheo.review.judging.laws import RULES, card_of
from giamngheo.review.models import PovertyClass, RoundKind
from giamngheo.review.problems import refuse
from giamngheo.review.problems_survey import ROUND_SCORECARD
from giamngheo.standards.standard import CardUsed, Standard
from giamngheo.standards.verdict import Decision, Method, Missing, Record, Refusal, Verdict, decide, judge, replay

if TYPE_CHECKING:
    from giamngheo.review.models import Assessment

Answers = Mapping[str, Any]
_POINTS: Method = "points"
_GIVEN = {
    RoundKind.AVERAGE_LIVING_STANDARD: PovertyClass.AVERAGE_LIVING_STANDARD,
    RoundKind.LOW_INCOME_WORKER: PovertyClass.LOW_INCOME_WORKER,
}


class IncomeRecord(msgspec.Struct, frozen=True):
    """What is kept of a decision in the income paths: enough to decide again. `member` counts from 0."""

    standard: str
    day: date
    province: str
    rule: str
    member: int | None
    household: dict[str, bool | int | str | None]
    members: tuple[dict[str, bool | int | str | None], ...]


class Said(NamedTuple):
    """The law's answer. `outcome`: "" where the class cannot be said. `income`: whole đồng a person a month, rounded
    down, in the income paths. `undetermined`: indicators that answers leave open."""

    verdict: Verdict | Decision
    record: Record | IncomeRecord
    outcome: str
    income_score: int | None
    deprivation_score: int | None
    income: int | None
    deprivations: tuple[str, ...]
    undetermined: tuple[str, ...]

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Answers without which the class cannot be said."""
        return self.verdict.missing

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Texts without which the class cannot be said."""
        return self.verdict.refusals

    @property
    def typed(self) -> tuple[str, ...]:
        """Scores that were copied from paper."""
        return self.verdict.typed

    @property
    def verified(self) -> bool:
        """Whether nothing remembered decided, and the scorecard, if any, is signed."""
        card = self.verdict.scorecard
        return not self.verdict.unverified and (card is None or card.verified)


def say(
    kind: str, standard: Standard, household: Answers, members: Sequence[Answers], worker: int | None = None
) -> Said:
    """The verdict by points, or in the income paths the decision (about member `worker`). Answers that cannot stand
    (standards.answering) are told before; here they raise FindingError."""
    household, people = _given(household), tuple(_given(each) for each in members)
    if RoundKind(kind).judges_poverty:
        return _points(standard, household, people)
    return _income(RoundKind(kind), standard, household, people, worker)


def kept(said: Said) -> tuple[dict[str, Any], str]:
    """The record as data, and the verdict's bytes as text, for the columns of an assessment."""
    record: dict[str, Any] = msgspec.to_builtins(said.record)
    return record, _bytes(said.verdict).decode()


def decoded(assessment: Assessment) -> Verdict | Decision:
    """The verdict an assessment keeps."""
    if "rule" in assessment.record:
        return msgspec.json.decode(assessment.verdict, type=Decision)
    return msgspec.json.decode(assessment.verdict, type=Verdict)


def again(assessment: Assessment) -> bytes:
    """The verdict judged again from what the assessment kept: the same bytes, in any year.

    Raises REVIEW-ROUND-SCORECARD where the scorecard it was made with is not kept here any more.
    """
    if "rule" in assessment.record:
        old = msgspec.convert(assessment.record, IncomeRecord)
        standard = standards.by_key(old.standard, old.day, old.province)
        return _bytes(decide(standard, old.household, old.members, rule=old.rule, member=old.member))
    record = msgspec.convert(assessment.record, Record)
    card = None
    if record.scorecard is not None:
        card = card_of(record.scorecard.key)
        if card is None or card.digest != record.scorecard.digest:
            raise refuse(ROUND_SCORECARD, card=record.scorecard.key, standard=record.standard)
    return _bytes(replay(record, card))


def standard_of_record(assessment: Assessment) -> Standard:
    """The standard an assessment was judged by, with its scorecard where that is still kept: for telling it."""
    record = assessment.record
    day = date.fromisoformat(record["day"])
    standard = standards.by_key(record["standard"], day, record["province"])
    used = msgspec.convert(record["scorecard"], CardUsed) if record.get("scorecard") else None
    card = card_of(used.key) if used else None
    return card.apply(standard) if card is not None else standard


def _points(standard: Standard, household: dict[str, Any], people: tuple[dict[str, Any], ...]) -> Said:
    verdict = judge(standard, household, people, method=_POINTS)
    record = Record(
        standard.key, standard.day, standard.province, _POINTS, household, people, standard.card,
    )  # fmt: skip
    return Said(
        verdict, record, verdict.household_class or "", verdict.income_score, verdict.deprivation_score, None,
        verdict.deprivations, verdict.undetermined,
    )  # fmt: skip


def _income(
    kind: RoundKind, standard: Standard, household: dict[str, Any], people: tuple[dict[str, Any], ...],
    worker: int | None,
) -> Said:  # fmt: skip
    rule = RULES[kind]
    found = decide(standard, household, people, rule=rule, member=worker)
    record = IncomeRecord(
        standard.key, standard.day, standard.province, rule, worker, household, people,
    )  # fmt: skip
    outcome = "" if found.value is None else _GIVEN[kind] if found.value else PovertyClass.NONE
    return Said(found, record, outcome, None, None, _a_person_a_month(standard, household, people), (), ())


def _a_person_a_month(standard: Standard, household: dict[str, Any], people: tuple[dict[str, Any], ...]) -> int | None:
    given = household.get("income_per_person")
    if given is not None:
        return int(given)
    whole = decide(standard, household, people, rule="household_income").value
    return None if whole is None or not people else int(whole) // (12 * len(people))


def _given(answers: Answers) -> dict[str, Any]:
    """Answers in the order of their names, without what is not answered: equal surveys give equal records."""
    return {name: answers[name] for name in sorted(answers) if answers[name] is not None}


def _bytes(verdict: Verdict | Decision) -> bytes:
    return msgspec.json.encode(verdict, order="deterministic")
