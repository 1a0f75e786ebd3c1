"""What the law says of a form, for the panel beside it: class, what is missing, what one answer would change, why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from giamngheo.office.review_survey.asks import place_problems
from giamngheo.office.review_survey.present import CLASS_TAGS, language
from giamngheo.office.review_survey.ways import Placed, told, whole
from giamngheo.review.judging.asking import DEPRIVATION_TYPED, TOTALS, Form
from giamngheo.review.judging.verdicts import Said
from giamngheo.review.models import PovertyClass
from giamngheo.review.queries.forms import Preview, SurveyForm
from giamngheo.standards.borderline import Change
from giamngheo.standards.standard import Standard
from giamngheo.standards.telling import Line, tell
from giamngheo.standards.verdict import Decision, Missing, Verdict
from giamngheo.standards.wording import answer, lowered, money, say

MANY = 8  # missing answers named one by one
NEAR = 5  # answers that alone would change the class
_SCORES = (("income_score_line", "B1"), ("poor_deprivation_score", "B2"))


def panel_of(found: Preview, form: SurveyForm, unreadable: Sequence[Placed]) -> dict[str, Any]:
    """The panel of a form as it is typed."""
    judged, said = found.judged, found.judged.said
    names = [each.person.full_name for each in judged.ground.members]
    of_answers = place_problems(judged.problems, judged.ground.people)
    others = [each for each in judged.findings if each not in [finding for _name, finding in of_answers]]
    context: dict[str, Any] = {
        "problems": told([*unreadable, *of_answers, *whole(others)]),
        "relay": any(each.code == "REVIEW-SURVEY-MEMBERS" for each in judged.findings),
        "said": said is not None,
    }
    if said is None or unreadable:
        return context
    missing = [_missing(each, judged.standard, judged.ground.people, names) for each in _asked(said, judged.form)]
    return {
        **context,
        **outcome_of(said.outcome),
        "scores": scores_of(said, judged.standard, judged.household.get("area")),
        "income": money(said.income) if said.income is not None else "",
        "missing": missing[:MANY],
        "more_missing": max(0, len(missing) - MANY),
        "count_missing": len(missing),
        "undetermined": [say(judged.standard.held[each].concept.title, language()) for each in said.undetermined]
        if said.outcome and DEPRIVATION_TYPED not in said.typed
        else [],
        "near": [_change(each, judged.standard, names) for each in found.changes[:NEAR]],
        "lines": lines_of(said.verdict, judged.standard, names),
    }


def outcome_of(outcome: str) -> dict[str, Any]:
    """The class in words, or that none can be said."""
    if not outcome:
        return {"outcome": "", "title": _("Chưa kết luận được loại hộ"), "tag": ""}
    found = PovertyClass(outcome)
    return {"outcome": outcome, "title": str(found.label).capitalize(), "tag": CLASS_TAGS.get(found, "")}


def scores_of(said: Said, standard: Standard, area: Any) -> list[dict[str, Any]]:
    """B1 and B2 beside the lines they are held against."""
    found = []
    for (concept, title), value in zip(_SCORES, (said.income_score, said.deprivation_score), strict=True):
        line = standard.parameters.get(concept)
        line = line.get(area) if isinstance(line, dict) and isinstance(area, str) else line
        if isinstance(said.verdict, Verdict):
            found.append({"title": title, "value": value, "line": line if isinstance(line, int) else None})
    return found


def lines_of(verdict: Verdict | Decision, standard: Standard, names: Sequence[str]) -> list[Line]:
    """The account of a verdict in the language of the screen."""
    return list(tell(verdict, standard, language=language(), names=names))


def _asked(said: Said, form: Form) -> list[Missing]:
    """Missing answers that the form asks for, in its order; all of them where it asks for none."""
    home = (*form.score, *form.home)
    places: dict[tuple[int | None, str], int] = {(None, each.name): at for at, each in enumerate(home)}
    for member, questions in enumerate(form.members):
        places |= {(member, each.name): len(places) + at for at, each in enumerate(questions)}
    found = [each for each in said.missing if (each.member, each.question) in places]
    by_source = [each for each in found if each.question not in TOTALS]
    found = by_source or found  # a total is another way to say what the lines of the sheet say
    return sorted(found, key=lambda each: places[each.member, each.question]) or list(said.missing)


def _missing(found: Missing, standard: Standard, people: Sequence[int], names: Sequence[str]) -> dict[str, str]:
    question = standard.questions.get(found.question)
    label = say(question.label, language()) if question else found.question
    if found.member is None:
        return {"field": f"h-{found.question}", "label": label}
    return {
        "field": f"n-{people[found.member]}-{found.question}",
        "label": f"{names[found.member]}: {lowered(label)}",
    }


def _change(change: Change, standard: Standard, names: Sequence[str]) -> str:
    question = standard.questions[change.question]
    label = say(question.label, language())
    if change.member is not None:
        label = f"{names[change.member]}, {lowered(label)}"
    return _("%(question)s: nếu là “%(answer)s” thì %(outcome)s") % {
        "question": label,
        "answer": lowered(answer(question, change.new, language())),
        "outcome": PovertyClass(change.household_class).label,
    }
