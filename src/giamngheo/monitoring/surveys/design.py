"""What follows from a survey's own row: whom its draw gives, how large its strata are, what it asks."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from giamngheo import standards
from giamngheo.monitoring.sampling import choose

if TYPE_CHECKING:
    from giamngheo.monitoring.models import PanelSurvey

INCOME = "income"  # đồng a person a month; ours, beside the standard's indicators


class Question(NamedTuple):
    """`money`: đồng; else deprived or not."""

    code: str
    vi: str
    en: str
    money: bool = False
    holds_vi: str = ""
    holds_en: str = ""


class Instrument(NamedTuple):
    """Whose indicators are asked: the standard's key, their names."""

    standard: str
    indicators: tuple[str, ...]


def instrument_on(day: date) -> Instrument | None:
    """None where no list of indicators is known on the day."""
    try:
        held = standards.on(day)
    except standards.NoStandardError:
        return None
    return Instrument(held.key, held.indicators) if held.indicators else None


def questions_of(survey: PanelSurvey) -> list[Question]:
    """What is asked, in its order, in both languages."""
    held = standards.by_key(survey.standard, survey.drawn_on).held
    found = []
    for code in survey.questions:
        if code == INCOME:
            found.append(Question(code, "Thu nhập bình quân đầu người một tháng", "Income a person a month", True))
            continue
        concept = held[code].concept
        said = (concept.holds.vi, concept.holds.en) if concept.holds else ("", "")
        found.append(Question(code, concept.title.vi, concept.title.en, False, *said))
    return found


def drawn(survey: PanelSurvey) -> list[str]:
    """Codes that seed and frame give, village by village."""
    strata = {code: stratum(code) for code in survey.frame}
    return choose(survey.seed, survey.frame, survey.households_wanted, strata)


def sizes(survey: PanelSurvey) -> dict[str, int]:
    """Households of the frame in each village, by the village's code."""
    return dict(Counter(stratum(code) for code in survey.frame))


def stratum(code: str) -> str:
    """The village's code in a household's."""
    return code.partition("/")[0]
