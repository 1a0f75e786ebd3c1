"""What the register says of a case on the day of its survey: people, births, area, class held, social assistance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from giamngheo.households.births import of_day
from giamngheo.households.models import Circumstance, CircumstanceKind, Membership
from giamngheo.households.queries.households import members_on
from giamngheo.review.judging.asking import BIRTH
from giamngheo.review.keeping.classes import keeps_register, values_of
from giamngheo.review.models import ClassPath, PovertyClass, ReviewCase, RoundKind
from giamngheo.territory.queries import area_kind_on, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

ALLOWANCE, NO_ALLOWANCE = "monthly_allowance", "none"
RECOGNISED, AREA = "recognised_class", "area"


class Ground(NamedTuple):
    """The household as the register has it. `fixed`: answers about the household that the register settles; births
    settle themselves (`births`). `proposed[i]`: answers of member i the form begins with, and the reviewer may change.
    `assistance[i]`: what the register says of their social assistance, for the reader."""

    day: date
    members: Sequence[Membership]
    fixed: Mapping[str, Any]
    proposed: Sequence[Mapping[str, Any]]
    assistance: Sequence[str]

    @property
    def births(self) -> list[int | None]:
        return [each.person.birth or None for each in self.members]

    @property
    def people(self) -> list[int]:
        return [each.person_id for each in self.members]

    def worker(self, case: ReviewCase) -> int | None:
        """Place of the case's worker among the members; None where it is about the household, or they are gone."""
        return self.people.index(case.person_id) if case.person_id in self.people else None


def ground_of(by: User, case: ReviewCase, day: date) -> Ground:
    """A few reads, however many people. No members: the household was not here that day."""
    members = list(members_on(by, case.household, day))
    people = [each.person_id for each in members]
    rows = Circumstance.objects.filter(valid_on(day), person__in=people, kind=CircumstanceKind.SOCIAL_ASSISTANCE)
    assistance: dict[int, str] = {}
    for each in rows:
        assistance[each.person_id] = each.detail or str(each.get_kind_display())
    fixed: dict[str, Any] = {}
    area = area_kind_on(case.round.unit, case.round.judged_on)
    if area is not None:
        fixed[AREA] = area.value
    recognised = None if RoundKind(case.round.kind).judges_poverty else _recognised(by, case, day)
    if recognised is not None:
        fixed[RECOGNISED] = recognised
    proposed = [{} if each in assistance else {ALLOWANCE: NO_ALLOWANCE} for each in people]
    return Ground(day, members, fixed, proposed, [assistance.get(each, "") for each in people])


def answers_of(
    ground: Ground, household: Mapping[str, Any], members: Mapping[int, Mapping[str, Any]], asked: set[str], judged: int
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The answers to be judged as of day `judged` (YYYYMMDD): those given, with what the register settles in their
    place; `asked` names the questions about the household that the form has.

    Who was born between that day and the survey counts as born on it: they are a member, and of no age on either day.
    """
    home = {name: value for name, value in household.items() if name in asked}
    home |= {name: value for name, value in ground.fixed.items() if name in asked}
    people = []
    for each, birth in zip(ground.members, ground.births, strict=True):
        given = dict(members.get(each.person_id, {}))
        if birth:
            given[BIRTH] = judged if judged < birth <= of_day(ground.day) else birth
        people.append(given)
    return home, people


def _recognised(by: User, case: ReviewCase, day: date) -> str | None:
    """The poverty class held that day; not poor where the commune keeps the register and it names none."""
    held = values_of([case.household_id], day, ClassPath.POVERTY).get((case.household_id, None))
    if held is not None:
        return held
    return PovertyClass.NOT_POOR.value if keeps_register(by, case.round.unit, day) else None
