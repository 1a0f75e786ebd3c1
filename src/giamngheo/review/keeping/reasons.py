"""The reason of a refusal as first proposed, in the words of the verdict itself; the office rewrites it."""

from __future__ import annotations

from contextlib import suppress

import msgspec

from giamngheo.foundation.dates import format_date
from giamngheo.review.models import Assessment, ReviewCase, RoundKind, Screening
from giamngheo.standards import NoStandardError, by_key
from giamngheo.standards.telling import Line, tell
from giamngheo.standards.verdict import Decision, Verdict


def reason_of(case: ReviewCase, screening: Screening | None) -> str:
    """Why a request is not followed; "" where nothing kept says it. Reads the round and the assessment of the case."""
    if case.assessment is not None:
        return _of_assessment(case, case.assessment)
    return _of_screening(screening) if screening is not None else ""


def _of_assessment(case: ReviewCase, assessment: Assessment) -> str:
    day = format_date(assessment.surveyed_on)
    said = "; ".join(line.text for line in _told(case, assessment))
    if not said:
        scores = (("B1", assessment.income_score), ("B2", assessment.deprivation_score))
        said = ", ".join(f"điểm {name} là {score}" for name, score in scores if score is not None)
    result = assessment.get_outcome_display()
    return f"Kết quả khảo sát ngày {day}: {said or result}." if said or result else ""


def _told(case: ReviewCase, assessment: Assessment) -> list[Line]:
    """The result and what did not hold, as the verdict tells it; nothing for a verdict that cannot be read."""
    kind = RoundKind(case.round.kind)
    with suppress(msgspec.DecodeError, NoStandardError, KeyError):
        verdict: Verdict | Decision = (
            msgspec.json.decode(assessment.verdict, type=Verdict)
            if kind.judges_poverty
            else msgspec.json.decode(assessment.verdict, type=Decision)
        )
        lines = tell(verdict, by_key(verdict.standard, verdict.day, verdict.province))
        return [lines[0], *(each for each in lines[1:] if each.depth == 1 and each.holds is False)]
    return []


def _of_screening(screening: Screening) -> str:
    day, count = format_date(screening.screened_on), screening.criteria
    return f"Phiếu A ngày {day}: hộ có {count} trên 9 tiêu chí nhận dạng nhanh, chưa thuộc diện phải rà soát."
