"""Who is due what, from facts: pure. docs/algorithms/support.md "Who is due what"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from giamngheo.foundation.numbers import round_half_up
from giamngheo.households.births import earliest
from giamngheo.standards.release import Text
from giamngheo.support.catalogue import MAJORITY, Kind, Value, Who
from giamngheo.support.facts import HouseholdFacts, PersonFacts

Ages = tuple[int, int]


class Prices(NamedTuple):
    """What no text we read says: đồng a person a year, đồng a kWh. None: not typed, so no amount is computed."""

    premium: int | None = None
    electricity: int | None = None


class Worth(NamedTuple):
    """An amount in đồng a year; None with `missing`: which text or figure would give it."""

    dong: int | None
    missing: Text | None = None


class Entitlement(NamedTuple):
    """What a subject is due of a kind. `certain`: nothing is left to ask. `questions`: higher values that
    ask something, of which an officer knows the answer."""

    home: HouseholdFacts
    person: PersonFacts | None
    kind: Kind
    value: Value
    certain: bool
    questions: tuple[Value, ...] = ()


def entitlements(home: HouseholdFacts, day: date, kinds: Iterable[Kind]) -> Iterator[Entitlement]:
    """Of each kind and subject the highest certain value, or the highest of those that ask."""
    for kind in kinds:
        values = [each for each in kind.on(day) if each.who.is_listed and each.amount is not None]
        if not values or not kind.is_delivered:
            continue
        for person in home.people if kind.subject == "person" else (None,):
            if person is None or person.here:
                yield from _best(home, person, kind, values, day)


def _best(
    home: HouseholdFacts, person: PersonFacts | None, kind: Kind, values: list[Value], day: date
) -> Iterator[Entitlement]:
    answers = [(each, holds(each.who, home, person, day)) for each in values]
    certain = [each for each, answer in answers if answer is True]
    asking = [each for each, answer in answers if answer is None]
    if not _likely(kind, person, day):
        asking = []
    if certain:
        best = max(certain, key=_height)
        higher = tuple(each for each in asking if _height(each) > _height(best))
        yield Entitlement(home, person, kind, best, True, higher)
    elif asking:
        best = max(asking, key=_height)
        yield Entitlement(home, person, kind, best, False, tuple(asking))


def _height(value: Value) -> int:
    return value.amount or 0


def is_due(home: HouseholdFacts, person: PersonFacts | None, kind: Kind, day: date) -> bool | None:
    """Whether some value may hold, what is asked taken for true; None where the catalogue says nothing of that day."""
    values = [each for each in kind.on(day) if each.amount is not None]
    if not values:
        return None
    return any(holds(each.who, home, person, day) is not False for each in values)


def holds(who: Who, home: HouseholdFacts, person: PersonFacts | None, day: date) -> bool | None:
    """Whether every condition holds; None: as far as is known, and something is not."""
    answers = list(_answers(who, home, person, day))
    if False in answers:
        return False
    return None if None in answers else True


def _answers(who: Who, home: HouseholdFacts, person: PersonFacts | None, day: date) -> Iterator[bool | None]:
    if who.klass or who.not_class:
        classes = home.classes(day, person.person.pk if person else None)
    if who.klass:
        yield who.klass in classes
    if who.not_class:
        yield who.not_class not in classes
    if who.circumstance:
        people = [person] if person else [each for each in home.people if each.here]
        yield any(who.circumstance in each.circumstances for each in people)
    if who.ages:
        yield _within(ages_on(person.person.birth, day) if person else None, who.ages)
    if who.minority:
        group = person.person.ethnic_group if person else ""
        yield group != MAJORITY if group else None
    if who.asks:
        yield None


def ages_on(birth: int | None, day: date) -> Ages | None:
    """The least and the most years somebody may be old; of a birth with its day both are one. None: not known."""
    if birth is None:
        return None
    born = earliest(birth)
    if birth % 10_000 == 0:
        return day.year - born.year - 1, day.year - born.year
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return age, age


def _within(ages: Ages | None, bounds: Ages) -> bool | None:
    if ages is None:
        return None
    inside = {bounds[0] <= each <= bounds[1] for each in ages}
    return inside.pop() if len(inside) == 1 else None


def _likely(kind: Kind, person: PersonFacts | None, day: date) -> bool:
    """Whether a list looks at this person at all."""
    if kind.likely_ages is None or person is None:
        return True
    return _within(ages_on(person.person.birth, day), kind.likely_ages) is not False


_PREMIUM = Text(
    "mức đóng bảo hiểm y tế một người một năm, do cơ quan bảo hiểm xã hội thông báo",
    "the health-insurance premium of a person a year, as the insurance office announces it",
)
_PRICE = Text(
    "giá bán lẻ điện bậc 1 đang áp dụng, theo quyết định về giá điện hiện hành",
    "the tier-1 retail price of electricity, by the decision on prices in force",
)
_FEE = Text("mức học phí của cơ sở đào tạo", "the school's tuition fee")


def worth(kind: Kind, value: Value, prices: Prices) -> Worth:
    """What a value comes to in a year, rounded to whole đồng as offices round."""
    amount = value.amount
    if amount is None:
        return Worth(None, value.absent)
    if kind.measure == "premium_percent":
        return (
            Worth(None, _PREMIUM)
            if prices.premium is None
            else Worth(int(round_half_up(Fraction(prices.premium * amount, 100))))
        )
    if kind.measure == "kwh_month":
        return Worth(None, _PRICE) if prices.electricity is None else Worth(prices.electricity * amount * value.months)
    if kind.measure == "tuition_percent":
        return Worth(None, _FEE)
    return Worth(amount * (value.months if kind.measure == "pupil_month" else 1))
