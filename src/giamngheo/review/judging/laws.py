"""By which law a round judges: the standards to choose between, a province's layer, the scorecard, rules by name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings

from giamngheo import standards
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Bilingual, Finding
from giamngheo.review.models import RoundKind
from giamngheo.review.problems import refuse
from giamngheo.review.problems_survey import ROUND_NO_RULE, ROUND_SCORECARD, ROUND_STANDARD
from giamngheo.standards.release import Layer
from giamngheo.standards.scorecards import store
from giamngheo.standards.scorecards.applying import SCORE
from giamngheo.standards.scorecards.loading import load
from giamngheo.territory.models import Level, Unit

if TYPE_CHECKING:
    from giamngheo.review.models import ReviewRound
    from giamngheo.standards.scorecards.card import Scorecard
    from giamngheo.standards.standard import Standard

RULES = {
    RoundKind.ANNUAL: "class_by_points",
    RoundKind.MONTHLY: "class_by_points",
    RoundKind.AVERAGE_LIVING_STANDARD: "average_living_standard",
    RoundKind.LOW_INCOME_WORKER: "low_income_worker",
}
SCREENING = "to_be_reviewed"
_REFORM = date(2025, 7, 1)  # codes of provinces in the law are those of the day before


class Choice(NamedTuple):
    """A standard a round may judge by, and the day it is resolved for."""

    day: date
    standard: Standard


def choices(kind: str, starts_on: date) -> list[Choice]:
    """The standard of a round's first day; in an annual one beside it that of the first of January after, where it is
    another: no text seen says which of the two applies."""
    found: dict[str, Choice] = {}
    days = (starts_on, date(starts_on.year + 1, 1, 1)) if kind == RoundKind.ANNUAL else (starts_on,)
    for day in days:
        try:
            standard = standards.on(day)
        except standards.NoStandardError:
            continue
        found.setdefault(standard.key, Choice(day, standard))
    return list(found.values())


def resolved(day: date, province: str = "") -> Standard:
    """The standard in force. Raises REVIEW-ROUND-STANDARD."""
    try:
        return standards.on(day, province)
    except standards.NoStandardError as error:
        raise refuse(ROUND_STANDARD, day=format_date(day)) from error


def layers(unit: Unit, day: date) -> tuple[Layer, ...]:
    """The provinces' own standards of that day that may apply to the commune: of the provinces it lay in until
    30/06/2025."""
    try:
        release = standards.on(day).release
    except standards.NoStandardError:
        return ()
    asked = [each for each in release.layers if each.covers(day)]
    codes = set(_old_provinces(unit)) if asked else set()
    return tuple(each for each in asked if each.province in codes)


def _old_provinces(unit: Unit) -> Iterator[str]:
    from giamngheo.territory.queries import covering

    last = _REFORM - timedelta(days=1)
    for each in covering([unit.pk]).select_related("parent__parent"):
        if not each.exists_on(last):
            continue
        top: Unit | None = each
        while top is not None and top.level != Level.PROVINCE:
            top = top.parent
        if top is not None:
            yield top.code


def folder() -> Path:
    """Where the office keeps its scorecards."""
    return Path(settings.DATA_DIR) / "scorecards"


def cards(standard: Standard) -> tuple[Scorecard, ...]:
    """The kept cards of that standard."""
    return tuple(each for each in store.kept(folder()) if each.standard == standard.release.id)


def card_of(key: str) -> Scorecard | None:
    """The kept card called "b1-2022.3"; None for no key, and where it is gone."""
    file = folder() / f"{key}.yaml"
    if not key or "/" in key or not file.is_file():
        return None
    return _read(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _read(file: Path, _changed: int) -> Scorecard:
    return load(file)


def standard_of(review_round: ReviewRound) -> Standard:
    """The round's standard, with its scorecard applied. Raises REVIEW-ROUND-SCORECARD where the card is gone."""
    standard = standards.by_key(review_round.standard, review_round.judged_on, review_round.province)
    return with_card(standard, review_round.scorecard)


def with_card(standard: Standard, key: str) -> Standard:
    """The standard summing B1 by the card of that name; itself for no name. Raises REVIEW-ROUND-SCORECARD."""
    if not key:
        return standard
    card = card_of(key)
    if card is None or card.standard != standard.release.id:
        raise refuse(ROUND_SCORECARD, card=key, standard=standard.release.id)
    return card.apply(standard)


def sums_by_card(standard: Standard) -> bool:
    """Whether B1 can be added up from answers."""
    return standard.card is not None and SCORE in standard.rules


def has_rule(standard: Standard, name: str) -> bool:
    """Whether the standard has the rule that day."""
    return name in standard.rules


def rule_absent(standard: Standard, kind: str) -> Finding | None:
    """That no class can be said by this standard, with the text that would give the rule; None where it is there."""
    name = RULES[RoundKind(kind)]
    if has_rule(standard, name):
        return None
    held = standard.held.get(name)
    why = held.entry.absent if held and held.entry.absent else None
    said = Bilingual(why.vi, why.en) if why else Bilingual("chưa có quy tắc này", "there is no such rule")
    return ROUND_NO_RULE.at(
        standard=standard.key, day=format_date(standard.day), why_vi=said.vi, why_en=said.en,
    )  # fmt: skip
