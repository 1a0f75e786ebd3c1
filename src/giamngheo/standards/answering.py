"""Whether answers can stand before anything is judged by them: kind, options, limits of the form, births that can be.

    problems_of(standard, household, members)   # every answer that cannot, () where all can: what a screen shows
    problem_of(question, value, day=day)        # one answer, as it is typed
    limits(question)                            # "từ 0 đến 120, bội số của 10", to stand beside the field

A problem carries the question, the member (from 0), and a finding with its sentences in Vietnamese and English.
`verdict.judge` refuses an answer that has one. A missing answer is none: None, or no key, is "not answered". Answers to
questions the standard does not ask are nobody's business.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from giamngheo.foundation.findings import Bilingual, Entry, Finding, FindingError
from giamngheo.standards import findings as f
from giamngheo.standards.engines.in_memory import Answers
from giamngheo.standards.phrases import PERSON
from giamngheo.standards.release import Question
from giamngheo.standards.standard import Standard
from giamngheo.standards.wording import day as said_day
from giamngheo.standards.wording import lowered

OLDEST = 130  # years; nobody is older
MOST = 10**15 - 1  # what every engine counts exactly, and far above any income
SHOWN = 80  # letters of a wrong answer that a finding repeats
NUMBER = Bilingual("số nguyên từ 0 trở lên", "a whole number of 0 or more")
KINDS = {"yes_no": Bilingual("có hoặc không", "yes or no"), "birth": Bilingual("ngày sinh", "a birth")}


class Problem(NamedTuple):
    """An answer that cannot stand. `member` counts from 0; None: about the household."""

    question: str
    member: int | None
    finding: Finding


def problems_of(standard: Standard, household: Answers, members: Sequence[Answers] = ()) -> tuple[Problem, ...]:
    """Every answer that cannot stand, the household's first, in the order of the questions."""
    return tuple(_problems(standard, household, members))


def refuse_problems(standard: Standard, household: Answers, members: Sequence[Answers] = ()) -> None:
    """Raise FindingError (LAW-ANSWER-KIND, -OPTION, -LIMIT, -BIRTH) for the first answer that cannot stand."""
    for problem in _problems(standard, household, members):
        raise FindingError(problem.finding)


def problem_of(question: Question, value: object, *, day: date, member: int | None = None) -> Problem | None:
    """What is wrong with one answer on the day it is judged; None where it can stand, or is no answer."""
    if value is None or _stands(question, value, day.year * 10000 + day.month * 100 + day.day):
        return None
    return _problem(question, value, day, member)


def limits(question: Question) -> Bilingual | None:
    """What numbers the form can hold, in words; None where it sets no limit."""
    least, most, step = question.least, question.most, question.step
    vi, en = [], []
    if most is not None:
        vi.append(f"từ {least or 0} đến {most}")
        en.append(f"from {least or 0} to {most}")
    elif least is not None:
        vi.append(f"từ {least} trở lên")
        en.append(f"of {least} or more")
    if step is not None:
        vi.append(f"bội số của {step}" if not least else f"cách nhau {step}")
        en.append(f"in multiples of {step}" if not least else f"in steps of {step}")
    return Bilingual(", ".join(vi), ", ".join(en)) if vi else None


def within(question: Question, value: int) -> bool:
    """Whether the form can hold the number."""
    least = question.least or 0
    return (
        value >= least
        and (question.most is None or value <= question.most)
        and (question.step is None or (value - least) % question.step == 0)
    )


def near(question: Question, value: int) -> set[int]:
    """The numbers the form can hold next to a number, and it itself where the form can."""
    step, least = question.step or 1, question.least or 0
    at = (value - least) // step
    return {each for each in (least + step * (at + by) for by in (-1, 0, 1)) if within(question, each)}


def oldest(day: int) -> int:
    """The earliest birth that is believed on a day (YYYYMMDD): 1 January, OLDEST years ago."""
    return day - OLDEST * 10000 - day % 10000


def _problems(standard: Standard, household: Answers, members: Sequence[Answers]) -> Iterator[Problem]:
    asked = standard.questions.values()
    for scope, people in (("household", [household]), ("member", members)):
        questions = [each for each in asked if each.scope == scope]
        for at, answers in enumerate(people):
            for question in questions:
                value = answers.get(question.name)
                if value is None or _stands(question, value, standard.day_number):
                    continue
                member = None if scope == "household" else at
                yield _problem(question, value, standard.day, member)


def _problem(question: Question, value: object, day: date, member: int | None) -> Problem:
    entry, wanted = _wrong(question, value)
    where = _where(question, member)
    shown = _shown(value)
    finding = entry.at(
        quote=shown, value=shown, where_vi=where.vi, where_en=where.en, wanted_vi=wanted.vi,
        wanted_en=wanted.en, day=said_day(day), years=OLDEST,
    )  # fmt: skip
    return Problem(question.name, member, finding)


def _shown(value: object) -> str:
    """The answer as it came in: a text itself, anything else as JSON writes it, so that the browser says the same."""
    text = (
        value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    )
    return text[:SHOWN]


def _stands(question: Question, value: object, day: int) -> bool:
    if question.kind == "yes_no":
        return isinstance(value, bool)
    if question.kind == "option":
        return any(each.code == value for each in question.options)
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    if question.kind == "birth":
        return oldest(day) <= value <= day and is_birth(value)
    return 0 <= value <= MOST and within(question, value)


def is_birth(value: int) -> bool:
    """YYYYMMDD of a day there is, or YYYY0000."""
    if value % 10000 == 0:
        return True
    try:
        date(value // 10000, value // 100 % 100, value % 100)
    except ValueError:
        return False
    return True


def _wrong(question: Question, value: object) -> tuple[Entry, Bilingual]:
    """The kind of problem, and what would stand."""
    if question.kind == "option":
        labels = [each.label for each in question.options]
        return f.ANSWER_OPTION, Bilingual(", ".join(each.vi for each in labels), ", ".join(each.en for each in labels))
    whole = isinstance(value, int) and not isinstance(value, bool)
    if question.kind == "birth" and whole:
        return f.ANSWER_BIRTH, KINDS["birth"]
    bounds = limits(question)
    if whole and bounds is not None and 0 <= int(value) <= MOST:  # type: ignore[call-overload]
        return f.ANSWER_LIMIT, bounds
    return f.ANSWER_KIND, KINDS.get(question.kind, NUMBER)


def _where(question: Question, member: int | None) -> Bilingual:
    label = question.label
    if member is None:
        return Bilingual(label.vi, label.en)
    who = [text.format(number=member + 1) for text in (PERSON.vi, PERSON.en)]
    return Bilingual(f"{who[0][0].upper()}{who[0][1:]}, {lowered(label.vi)}",
                     f"{who[1][0].upper()}{who[1][1:]}, {lowered(label.en)}")  # fmt: skip
