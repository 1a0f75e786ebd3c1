"""A form before the law: the household as the register has it, what is wrong with the form, and the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from giamngheo import standards
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.review.judging.asking import DEPRIVATION_TYPED, Form, income_form, points_form
from giamngheo.review.judging.laws import standard_of
from giamngheo.review.judging.verdicts import Said, say
from giamngheo.review.keeping.ground import Ground, answers_of, ground_of
from giamngheo.review.models import RoundKind
from giamngheo.review.problems_survey import SCORES_DISAGREE, SURVEY_DAY, SURVEY_MEMBERS
from giamngheo.standards.answering import Problem, problems_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.models import ReviewCase
    from giamngheo.review.values import Survey
    from giamngheo.standards.standard import Standard


class Judged(NamedTuple):
    """`said`: None where the form cannot be judged; then `findings` (about the whole form) or `problems` (answers) say
    why. `household`, `members`: the answers judged, the members' in the order of the register."""

    standard: Standard
    ground: Ground
    form: Form
    household: dict[str, Any]
    members: Sequence[dict[str, Any]]
    problems: Sequence[Problem]
    findings: Sequence[Finding]
    said: Said | None


def judged(by: User, case: ReviewCase, survey: Survey) -> Judged:
    """The form judged by the round's standard, nothing written. Raises REVIEW-ROUND-SCORECARD."""
    standard = law_of(case, scores_only=survey.scores_only)
    ground = ground_of(by, case, survey.surveyed_on)
    form = form_of(case, standard, ground, scores_only=survey.scores_only)
    household, members = answers_of(ground, survey.household, survey.members, form.names(), standard.day_number)
    problems = problems_of(standard, household, members)
    findings = [*_about_people(case, ground, survey), *(each.finding for each in problems)]
    findings += _disagreement(standard, survey)
    said = None
    if not findings:
        said = say(case.round.kind, standard, household, members, ground.worker(case))
    return Judged(standard, ground, form, household, members, problems, findings, said)


def law_of(case: ReviewCase, *, scores_only: bool) -> Standard:
    """The round's standard; with its scorecard unless B1 is copied. Raises REVIEW-ROUND-SCORECARD."""
    found = case.round
    if scores_only:
        return standards.by_key(found.standard, found.judged_on, found.province)
    return standard_of(found)


def form_of(case: ReviewCase, standard: Standard, ground: Ground, *, scores_only: bool) -> Form:
    """What is asked of the household as the register has it."""
    if RoundKind(case.round.kind).judges_poverty:
        return points_form(standard, ground.births, scores_only=scores_only)
    return income_form(standard, case.round.kind, ground.births, ground.worker(case))


def _about_people(case: ReviewCase, ground: Ground, survey: Survey) -> Iterator[Finding]:
    """Nobody here that day; or the form was made for other people."""
    if not ground.members:
        yield SURVEY_DAY.at(day=format_date(survey.surveyed_on))
        return
    gone = case.person_id is not None and ground.worker(case) is None
    if gone or set(survey.members) != set(ground.people):
        names = ", ".join(each.person.full_name for each in ground.members)
        yield SURVEY_MEMBERS.at(day=format_date(survey.surveyed_on), names=names)


def _disagreement(standard: Standard, survey: Survey) -> Iterator[Finding]:
    """Deprivations marked on a paper form against the B2 written on it."""
    score, points = survey.household.get(DEPRIVATION_TYPED), standard.parameters.get("deprivation_points")
    if not survey.scores_only or survey.deprivations is None or score is None or not isinstance(points, int):
        return
    known = [each for each in survey.deprivations if each in standard.indicators]
    if len(known) * points != score:
        yield SCORES_DISAGREE.at(count=len(known), points=points, score=score)
