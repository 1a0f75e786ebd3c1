"""Two waves of a survey put side by side: who is still there, and each question compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.analysis.measures.before_after import Compared, Frame, Shown, compare, shown
from giamngheo.monitoring.models import ResponseSource
from giamngheo.monitoring.surveys.design import Question, questions_of, stratum
from giamngheo.monitoring.surveys.queries import PanelFacts, panel_facts

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.monitoring.models import PanelSurvey, PanelWave


class Line(NamedTuple):
    """A question with what came out; `shown`: what of it may leave the office."""

    question: Question
    compared: Compared
    shown: Shown


class Panel(NamedTuple):
    """Who is there: households drawn, that answered in each wave, in both; why not in the second, the most first.
    `lent`: answers of both waves taken from the review. `helped`: of those in both; None: the ledger is not seen."""

    drawn: int
    first: int
    second: int
    both: int
    lent: int
    reasons: list[tuple[str, int]]
    helped: int | None


class Comparison(NamedTuple):
    """Two finished waves compared. `kind`: of help asked about, "" for anything."""

    facts: PanelFacts
    first: PanelWave
    second: PanelWave
    panel: Panel
    lines: list[Line]
    kind: str

    @property
    def survey(self) -> PanelSurvey:
        return self.facts.survey


def comparison(
    user: User, survey: PanelSurvey, first: int | None = None, second: int | None = None, kind: str = ""
) -> Comparison | None:
    """The waves asked for, else the first and the last finished one; None where there are not two."""
    facts = panel_facts(user, survey, kind)
    if len(facts.waves) < 2:
        return None
    keys = {each.pk: at for at, each in enumerate(facts.waves)}
    one, other = keys.get(first or 0, 0), keys.get(second or 0, len(facts.waves) - 1)
    if one >= other:
        one, other = 0, len(facts.waves) - 1
    before, after = facts.waves[one], facts.waves[other]
    helped = _helped(facts, before, after)
    frame = Frame({each.pk: stratum(each.code) for each in facts.members}, facts.sizes)
    lines = [_line(facts, question, frame, (before, after), helped) for question in questions_of(facts.survey)]
    return Comparison(facts, before, after, _panel(facts, before, after, helped), lines, kind)


def _line(
    facts: PanelFacts, question: Question, frame: Frame, waves: Sequence[PanelWave], helped: dict[int, bool] | None
) -> Line:
    first, second = (_values(facts, wave, question.code) for wave in waves)
    found = compare(frame, first, second, helped, money=question.money)
    return Line(question, found, shown(found))


def _values(facts: PanelFacts, wave: PanelWave, code: str) -> dict[int, float]:
    found = {}
    for each in facts.members:
        heard = facts.heard.get((wave.pk, each.pk))
        if heard is not None and code in heard.answers:
            found[each.pk] = float(heard.answers[code])
    return found


def _helped(facts: PanelFacts, before: PanelWave, after: PanelWave) -> dict[int, bool] | None:
    """Of households with answers in both waves: whether something came after the one and not after the other."""
    if facts.helped is None:
        return None
    found = {}
    for each in facts.members:
        one, other = facts.heard.get((before.pk, each.pk)), facts.heard.get((after.pk, each.pk))
        if one is not None and other is not None:
            days = facts.helped.get(each.household_id, [])
            found[each.pk] = any(one.on < day <= other.on for day in days)
    return found


def _panel(facts: PanelFacts, before: PanelWave, after: PanelWave, helped: dict[int, bool] | None) -> Panel:
    def answered(wave: PanelWave) -> set[int]:
        return {key for (pk, key), heard in facts.heard.items() if pk == wave.pk and heard.answers}

    first, second = answered(before), answered(after)
    why = Counter(heard.why_none for (pk, _key), heard in facts.heard.items() if pk == after.pk and heard.why_none)
    lent = sum(
        heard.source == ResponseSource.REVIEW for (pk, _k), heard in facts.heard.items() if pk in (before.pk, after.pk)
    )
    both = first & second
    told = None if helped is None else sum(helped[key] for key in both)
    return Panel(len(facts.members), len(first), len(second), len(both), lent, why.most_common(), told)
