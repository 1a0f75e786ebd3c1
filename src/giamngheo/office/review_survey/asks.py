"""The questions of a form as fields: their words, their keys, what was typed, and what is wrong with it.

Names of fields: `h-<question>` about the household, `n-<person>-<question>` about a member, `c-<indicator>` marked on a
paper form. `read` turns what was sent into a survey; nothing of it is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giamngheo.foundation.findings import Finding
from giamngheo.office.review_survey.present import language
from giamngheo.office.review_survey.ways import Placed
from giamngheo.office.typed import day as read_day
from giamngheo.office.typed import whole as whole_number
from giamngheo.review.judging.typing import NO, YES, UnreadableError
from giamngheo.review.judging.typing import read as read_answer
from giamngheo.review.judging.typing import show as show_answer
from giamngheo.review.models import PovertyCause
from giamngheo.review.problems_survey import ANSWER_UNREADABLE, SURVEY_DAY
from giamngheo.review.queries.forms import SurveyForm
from giamngheo.review.values import Survey
from giamngheo.standards.answering import Problem, limits
from giamngheo.standards.release import Question
from giamngheo.standards.standard import Standard
from giamngheo.standards.wording import say

if TYPE_CHECKING:
    from django.http import QueryDict

_UNITS: dict[str, str | Promise] = {"area": "m²", "points": gettext_lazy("điểm"), "dong": "đồng"}
_KEYS = "1234567890"


class Choice(NamedTuple):
    """An option of a question and the key that chooses it."""

    value: str
    label: str
    key: str


@dataclass(slots=True)
class Ask:
    """One question on the page. `choices`: of one that is chosen, not typed; `note`: where its answer came from."""

    name: str
    label: str
    choices: Sequence[Choice] = ()
    value: str = ""
    help: str = ""
    unit: str | Promise = ""
    limits: str = ""
    note: str = ""
    kind: str = ""
    errors: list[str] = field(default_factory=list)


class Group(NamedTuple):
    """Questions under one heading."""

    title: str
    asks: Sequence[Ask]


class Typed(NamedTuple):
    """What was sent: the survey, and what of it could not be read, by field."""

    survey: Survey
    findings: Sequence[Placed]


def ask_of(question: Question, name: str, value: str = "", note: str = "") -> Ask:
    """A question of the law as a field."""
    words = language()
    bounds = limits(question)
    return Ask(
        name, say(question.label, words), _choices(question), value,
        say(question.help, words) if question.help else "", _UNITS.get(question.kind, ""),
        bounds.as_dict()[words] if bounds else "", note, question.kind,
    )  # fmt: skip


def groups_of(standard: Standard, asks: Sequence[tuple[Question, Ask]]) -> list[Group]:
    """Household questions under the indicator that reads them, in the order of the form."""
    found: dict[str, list[Ask]] = {}
    for question, ask in asks:
        name = next((each for each in standard.indicators if question.name in standard.reads(each)), "")
        title = say(standard.held[name].concept.title, language()) if name else ""
        found.setdefault(title, []).append(ask)
    return [Group(title, asks) for title, asks in found.items()]


def indicator_asks(standard: Standard, values: Mapping[str, str]) -> list[Ask]:
    """The indicators of a paper form: deprived or not."""
    yes_no = (Choice(YES, _("Thiếu hụt"), "1"), Choice(NO, _("Không"), "2"))
    return [
        Ask(
            f"c-{name}", say(standard.held[name].concept.title, language()), yes_no, values.get(f"c-{name}", ""),
            kind="yes_no",
        )
        for name in standard.indicators
    ]  # fmt: skip


def household_asks(form: SurveyForm, questions: Sequence[Question], sent: Mapping[str, str] | None) -> list[Ask]:
    """Questions about the household with what was typed, else what the form begins with. What the register settles is
    shown, not asked."""
    found = []
    for question in questions:
        if question.name in form.ground.fixed:
            continue
        name = f"h-{question.name}"
        begun = show_answer(question, form.household.get(question.name))
        found.append(ask_of(question, name, sent.get(name, "") if sent is not None else begun))
    return found


def settled(form: SurveyForm) -> list[tuple[str, str]]:
    """Answers about the household that the register settles, in words."""
    from giamngheo.standards.wording import answer

    asked = form.form.names()
    return [
        (say(question.label, language()), answer(question, form.ground.fixed[name], language()))
        for name, question in form.standard.questions.items()
        if name in form.ground.fixed and name in asked
    ]


def member_asks(form: SurveyForm, place: int, sent: Mapping[str, str] | None) -> list[Ask]:
    """Questions about the member at that place."""
    person, proposed = form.ground.people[place], form.ground.proposed[place]
    found = []
    for question in form.form.members[place]:
        name = f"n-{person}-{question.name}"
        begun = form.members[place].get(question.name)
        note = _("theo sổ hộ") if question.name in proposed and begun == proposed[question.name] else ""
        value = sent.get(name, "") if sent is not None else show_answer(question, begun)
        found.append(ask_of(question, name, value, note if value == show_answer(question, begun) else ""))
    return found


def read(form: SurveyForm, post: QueryDict, today: date, *, scores_only: bool) -> Typed:
    """What was sent as a survey of the people the form was made for."""
    found: list[Placed] = []
    words = post.get("surveyed_on", "").strip()
    day = read_day(words, today) if words else today
    if day is None:
        found.append(("surveyed_on", SURVEY_DAY.at(day=words)))
    people = [number for each in post.get("nguoi", "").split(",") if (number := whole_number(each)) is not None]
    questions = form.standard.questions
    members = {
        person: {
            each.name: _value(each, f"n-{person}-{each.name}", post, found)
            for each in questions.values()
            if each.scope == "member" and f"n-{person}-{each.name}" in post
        }
        for person in people
    }
    household = {
        each.name: _value(each, f"h-{each.name}", post, found)
        for each in questions.values()
        if each.scope == "household" and f"h-{each.name}" in post
    }
    if post.get("con-lai-0"):
        household |= _zeros(form, household)
    marks = {name: post.get(f"c-{name}", "") for name in form.standard.indicators}
    survey = Survey(
        surveyed_on=day or today,
        reviewer=post.get("reviewer", ""),
        household=household,
        members=members,
        from_paper=scores_only or post.get("from_paper") == "1",
        scores_only=scores_only,
        deprivations=[name for name, mark in marks.items() if mark == YES] if any(marks.values()) else None,
        causes=[each for each in post.getlist("causes") if each in PovertyCause.values],
        no_labour=post.get("no_labour") == "1",
        note=post.get("note", "")[:2000],
    )
    return Typed(survey, found)


def place_problems(problems: Sequence[Problem], people: Sequence[int]) -> list[Placed]:
    """Answers that cannot stand, with the field each is in."""
    return [
        (f"h-{each.question}" if each.member is None else f"n-{people[each.member]}-{each.question}", each.finding)
        for each in problems
    ]


def _zeros(form: SurveyForm, household: Mapping[str, Any]) -> dict[str, int]:
    """Lines of the income sheet left open, as nothing."""
    names = (each.name for each in form.form.home if each.name.startswith(("receipts_", "costs_")))
    return {name: 0 for name in names if household.get(name) is None}


def _value(question: Question, name: str, post: QueryDict, found: list[Placed]) -> Any:
    try:
        return read_answer(question, post.get(name, ""))
    except UnreadableError as error:
        finding: Finding = ANSWER_UNREADABLE.at(
            where_vi=question.label.vi, where_en=question.label.en, value=str(error.args[0])[:60]
        )
        found.append((name, finding))
        return None


def _choices(question: Question) -> tuple[Choice, ...]:
    if question.kind == "yes_no":
        return Choice(YES, _("Có"), "1"), Choice(NO, _("Không"), "2")
    words = language()
    keys: Iterator[str] = iter(_KEYS)
    return tuple(Choice(each.code, say(each.label, words), next(keys, "")) for each in question.options)
