"""What a measurement of a child says: three z-scores, or why there is none; stunted, underweight, wasted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from giamngheo.support.growth.tables import available, coefficients
from giamngheo.support.growth.zscore import zscore

LAST_DAY_2006 = 1856
STANDS_FROM = 731  # days: from here on the tables mean a child standing
DAYS_OF_MONTH = Fraction(487, 16)  # 30.4375
LAST_MONTH_OF_WEIGHT = 120
LYING_OVER_STANDING = 7  # mm
_GRAMS, _CM, _METRE = 1000, 10, 1000


class Why(StrEnum):
    """Why there is no z-score."""

    NO_TABLES = "no_tables"
    NO_BIRTH = "no_birth"
    YEAR_ONLY = "year_only"
    NO_SEX = "no_sex"
    TOO_OLD = "too_old"
    NO_WEIGHT = "no_weight"
    NO_HEIGHT = "no_height"
    OEDEMA = "oedema"
    NO_REFERENCE = "no_reference"  # WHO's table ends before this age or height


class Grade(StrEnum):
    """How far below."""

    FINE = "fine"
    MODERATE = "moderate"
    SEVERE = "severe"


class Taken(NamedTuple):
    """What was measured, as it was read. `days`: of age; None with `why`. `lying` None: as the age asks."""

    sex: str
    days: int | None
    weight_g: int | None
    height_mm: int | None
    lying: bool | None = None
    oedema: bool = False
    why: Why | None = None


class Score(NamedTuple):
    """A z-score, or why there is none; `implausible`: beyond what a body can be, so that it counts nowhere."""

    z: Decimal | None
    why: Why | None = None
    implausible: bool = False

    @property
    def counts(self) -> Decimal | None:
        return None if self.implausible else self.z


class Judged(NamedTuple):
    """`thinness`: weight for length or height, from five years on BMI for age. Grades None: cannot be said."""

    height: Score
    weight: Score
    thinness: Score
    stunted: Grade | None
    underweight: Grade | None
    wasted: Grade | None
    overweight: bool

    @property
    def below(self) -> bool:
        return any(each not in (None, Grade.FINE) for each in (self.stunted, self.underweight, self.wasted))

    @property
    def implausible(self) -> bool:
        return any(each.implausible for each in (self.height, self.weight, self.thinness))


def age_in_days(birth: int | None, day: date) -> tuple[int | None, Why | None]:
    """Days between a birth (YYYYMMDD, YYYY0000 by its year only) and a day; negative before it."""
    if birth is None:
        return None, Why.NO_BIRTH
    year, rest = divmod(birth, 10_000)
    if rest == 0:
        return None, Why.YEAR_ONLY
    return (day - date(year, rest // 100, rest % 100)).days, None


def months(days: int) -> Fraction:
    """Days as WHO's months."""
    return days / DAYS_OF_MONTH


def judge(taken: Taken) -> Judged:
    """Every indicator of a child's measurement."""
    if (why := _cannot(taken)) is not None or taken.days is None:
        none = Score(None, why or Why.NO_BIRTH)
        swollen = Grade.SEVERE if taken.oedema else None
        return Judged(none, none, none, None, swollen, swollen, overweight=False)
    height, weight, thinness = _height(taken, taken.days), _weight(taken, taken.days), _thinness(taken, taken.days)
    over = 2 if taken.days <= LAST_DAY_2006 else 1
    return Judged(
        height, weight, thinness, _grade(height, taken), _grade(weight, taken), _grade(thinness, taken),
        overweight=thinness.counts is not None and thinness.counts > over,
    )  # fmt: skip


def _cannot(taken: Taken) -> Why | None:
    if not available():
        return Why.NO_TABLES
    if taken.days is None:
        return taken.why or Why.NO_BIRTH
    if taken.sex not in ("male", "female"):
        return Why.NO_SEX
    return Why.TOO_OLD if months(taken.days) > 228 else None


def adjusted_height(taken: Taken, days: int) -> int | None:
    """Millimetres as the tables of that age mean them."""
    if taken.height_mm is None or taken.lying is None or taken.lying == (days < STANDS_FROM):
        return taken.height_mm
    return taken.height_mm + (-LYING_OVER_STANDING if taken.lying else LYING_OVER_STANDING)


def _height(taken: Taken, days: int) -> Score:
    found = adjusted_height(taken, days)
    if found is None:
        return Score(None, Why.NO_HEIGHT)
    return _score("height_for_age", taken.sex, days, found / _CM, (-6, 6), of_weight=False)


def _weight(taken: Taken, days: int) -> Score:
    if (why := _no_weight(taken)) is not None or taken.weight_g is None:
        return Score(None, why)
    if months(days) > LAST_MONTH_OF_WEIGHT:
        return Score(None, Why.NO_REFERENCE)
    return _score("weight_for_age", taken.sex, days, taken.weight_g / _GRAMS, (-6, 5))


def _thinness(taken: Taken, days: int) -> Score:
    if (why := _no_weight(taken)) is not None or taken.weight_g is None:
        return Score(None, why)
    tall = adjusted_height(taken, days)
    if tall is None:
        return Score(None, Why.NO_HEIGHT)
    if days > LAST_DAY_2006:
        bmi = taken.weight_g / _GRAMS / (tall / _METRE) ** 2
        return _score("bmi_for_age", taken.sex, days, bmi, (-5, 5))
    table = "weight_for_length" if days < STANDS_FROM else "weight_for_height"
    at = coefficients(table, taken.sex, Fraction(tall, _CM))
    if at is None:
        return Score(None, Why.NO_REFERENCE)
    return _flagged(zscore(taken.weight_g / _GRAMS, at, of_weight=True), (-5, 5))


def _no_weight(taken: Taken) -> Why | None:
    if taken.oedema:
        return Why.OEDEMA
    return Why.NO_WEIGHT if taken.weight_g is None else None


def _score(table: str, sex: str, days: int, value: float, within: tuple[int, int], *, of_weight: bool = True) -> Score:
    early = days <= LAST_DAY_2006
    at = coefficients(table if early else f"{table}_2007", sex, Fraction(days) if early else months(days))
    if at is None:
        return Score(None, Why.NO_REFERENCE)
    return _flagged(zscore(value, at, of_weight=of_weight), within)


def _flagged(z: Decimal, within: tuple[int, int]) -> Score:
    return Score(z, implausible=not within[0] <= z <= within[1])


def _grade(score: Score, taken: Taken) -> Grade | None:
    if score.why == Why.OEDEMA:
        return Grade.SEVERE
    if score.counts is None:
        return None
    return Grade.SEVERE if score.counts < -3 else Grade.MODERATE if score.counts < -2 else Grade.FINE
