"""Answers that cannot stand, told before anything is judged by them: what a form cannot hold, births that cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from giamngheo.foundation.findings import Finding
from giamngheo.households.births import is_birth
from giamngheo.review.problems_survey import ANSWER_LIMIT
from giamngheo.standards.release import Question
from giamngheo.standards.standard import Standard
from giamngheo.standards.wording import day as said_day

MOST = 10**15 - 1  # đồng: far above any income
Answers = Mapping[str, Any]


class Problem(NamedTuple):
    """An answer that cannot stand. `member` counts from 0; None: about the household."""

    question: str
    member: int | None
    finding: Finding


def problems_of(standard: Standard, household: Answers, members: Sequence[Answers] = ()) -> tuple[Problem, ...]:
    """Every answer that cannot stand, the household's first, in the order of the questions."""
    return tuple(_problems(standard, household, members))


def limits(question: Question) -> tuple[str, str] | None:
    """What numbers the form can hold, in Vietnamese and English; None where it sets no limit."""
    least, most, step = question.least, question.most, question.step
    if most is not None:
        vi, en = [f"từ {least or 0} đến {most}"], [f"from {least or 0} to {most}"]
    else:
        vi, en = ([f"từ {least} trở lên"], [f"of {least} or more"]) if least is not None else ([], [])
    if step is not None:
        vi, en = [*vi, f"bội số của {step}"], [*en, f"in multiples of {step}"]
    return (", ".join(vi), ", ".join(en)) if vi else None


def stands(question: Question, value: Any, standard: Standard) -> bool:
    """Whether a form can hold the answer."""
    return _stands(question, value, standard.day_number)


def _problems(standard: Standard, household: Answers, members: Sequence[Answers]) -> Iterator[Problem]:
    for scope, people in (("household", [household]), ("member", members)):
        for at, answers in enumerate(people):
            for question in standard.questions.values():
                value = answers.get(question.name)
                if question.scope == scope and value is not None and not _stands(question, value, standard.day_number):
                    yield Problem(
                        question.name, None if scope == "household" else at, _finding(question, value, standard)
                    )


def _stands(question: Question, value: Any, day: int) -> bool:
    if question.kind == "yes_no":
        return isinstance(value, bool)
    if question.kind == "option":
        return any(each.code == value for each in question.options)
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    if question.kind == "birth":
        return value <= day and is_birth(value)
    least = question.least or 0
    return least <= value <= (MOST if question.most is None else question.most) and (
        question.step is None or (value - least) % question.step == 0
    )


def _finding(question: Question, value: Any, standard: Standard) -> Finding:
    if question.kind == "birth":
        wanted = (f"ngày sinh có thật, không sau ngày {said_day(standard.day)}",
                  f"a date there is, not after {said_day(standard.day)}")  # fmt: skip
    elif question.kind in ("option", "yes_no"):
        wanted = "một lựa chọn của phiếu", "one of the form's options"
    else:
        wanted = limits(question) or ("số nguyên từ 0", "a whole number of 0 or more")
    return ANSWER_LIMIT.at(
        where_vi=question.label.vi, where_en=question.label.en, value=str(value)[:80],
        wanted_vi=wanted[0], wanted_en=wanted[1],
    )  # fmt: skip
