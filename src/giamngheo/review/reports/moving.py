"""What the movements between two days are computed from: classes, members and what the registers say. Constant queries.

Prose: docs/algorithms/movements.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import F, OuterRef, Q, QuerySet

from giamngheo.households.models import Address, LeftAs, Membership
from giamngheo.review.models import (
    ClassPath,
    Closing,
    DecisionKind,
    HouseholdClass,
    ItemOutcome,
    MovementLine,
    ReviewCase,
)
from giamngheo.review.movements import Facts, Held, Line, Movements, movements
from giamngheo.review.reports.homes import POVERTY, Basis, Overlay, classes_on, overlay
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.review.reports.place import Place


class Period(NamedTuple):
    """The same unit on two days. `kept`: closings that stand and end on the first day, whose closing is the opening."""

    opening: Place
    closing: Place
    kept: list[Closing]

    def continues(self, village: int) -> bool:
        """Whether a kept closing speaks for the village on the first day."""
        closed = {each.unit_id for each in self.kept}
        at = self.opening.villages.get(village)
        return self.opening.unit.pk in closed or (at is not None and at.commune_id in closed)


def period(opening: Place, closing: Place) -> Period:
    """With the closings the opening continues: the last that stands of each unit; one query."""
    standing = Closing.objects.filter(
        unit__in=covering([opening.unit.pk]).values("pk"), closing_on=opening.day, replaced_by=None
    )
    last = {each.unit_id: each for each in standing.select_related("unit").order_by("pk")}
    return Period(opening, closing, list(last.values()))


def moved(asked: Period, basis: Basis) -> Movements:
    """Movements of poor and near-poor households of the unit between the two days."""
    laid = overlay(basis)
    before, at_opening = _before(asked)
    after = _held(asked.closing, classes_on(asked.closing, laid))
    return movements(before, after, _facts(asked, before, at_opening, after, laid))


def kept_lines(closings: Iterable[Closing]) -> list[Line]:
    """Lines as they were kept; one query."""
    return [Line(*values) for values in MovementLine.objects.filter(closing__in=list(closings)).values_list(
        "household_id", "village_id", "of_class", "movement", "opening", "ending", "people_opening", "people_lost",
        "people_gained", "people_ending")]  # fmt: skip


def _before(asked: Period) -> tuple[dict[int, Held], dict[int, Held]]:
    """The opening, and what the registers say of that day: the same where no closing ends on it."""
    registers = _held(asked.opening, classes_on(asked.opening, Overlay()))
    if not asked.kept:
        return registers, registers
    before = {key: held for key, held in registers.items() if not asked.continues(held.village)}
    members = {key: held.people for key, held in registers.items()}
    for line in kept_lines(asked.kept):
        if line.ending:
            before[line.household] = Held(
                line.village, line.of_class, members.get(line.household, frozenset()), line.people_ending
            )
    return before, registers


def _held(place: Place, classes: dict[int, tuple[int, str]]) -> dict[int, Held]:
    """Each with its members' keys; one query over those who have a class of poverty or a case."""
    members: dict[int, set[int]] = defaultdict(set)
    judged = Q(household__in=_ever_classed()) | Q(household__in=ReviewCase.objects.values("household"))
    for household, person in place.members().filter(judged).values_list("household_id", "person_id"):
        if household in classes:
            members[household].add(person)
    return {key: Held(village, value, frozenset(members[key])) for key, (village, value) in classes.items()}


def _facts(
    asked: Period, before: dict[int, Held], at_opening: dict[int, Held], after: dict[int, Held], laid: Overlay
) -> dict[int, Facts]:
    """Of each household that leaves or enters a class; three queries."""
    opening, closing = asked.opening.day, asked.closing.day
    wanted = before.keys() ^ after.keys()
    rows = _rows(asked, wanted)
    lived = asked.closing.addresses().filter(household__in=_ever_classed())
    here = set(lived.values_list("household_id", flat=True))
    splits = _splits(asked, at_opening)
    found = {}
    for key in wanted:
        mine = [each for each in rows[key] if each.voided_by_id is None]
        ended = [each for each in mine if each.valid_to is not None and opening <= each.valid_to < closing]
        last = max(ended, key=lambda each: each.valid_from, default=None)
        begun = max((each for each in mine if each.valid_from <= closing), key=lambda e: e.valid_from, default=None)
        counted_then = any(
            each.valid_from <= opening and (each.valid_to is None or each.valid_to >= opening) for each in mine
        )
        found[key] = Facts(
            earlier=frozenset(each.value for each in mine if each.valid_from <= opening),
            elsewhere=counted_then and key not in before,
            taken=_taken(last) or _says_no(laid, key),
            gone=key not in here or _undone(rows[key], opening) or _corrected(last) or not counted_then,
            came_with=_came_with(begun, opening),
            split_from=splits.get(key, frozenset()),
        )
    return found


def _ever_classed() -> QuerySet[HouseholdClass]:
    """Households that ever had a class of poverty, for use inside a query."""
    return HouseholdClass.objects.filter(path=ClassPath.POVERTY).order_by().values("household")  # type: ignore[return-value]


def _rows(asked: Period, wanted: set[int]) -> dict[int, list[HouseholdClass]]:
    """Every class of poverty of the households, voided ones too."""
    lived = Address.objects.filter(
        Q(village__in=asked.opening.village_ids()) | Q(village__in=asked.closing.village_ids())
    )
    found: dict[int, list[HouseholdClass]] = defaultdict(list)
    rows = HouseholdClass.objects.filter(path=ClassPath.POVERTY, household__in=lived.values("household"))
    for row in rows.select_related("begun_by__decision", "ended_by", "household"):
        if row.household_id in wanted:
            found[row.household_id].append(row)
    return found


def _taken(last: HouseholdClass | None) -> bool:
    """Whether a decision, no correction, ended the last class of the period and gave none."""
    by = last.ended_by if last is not None else None
    return by is not None and by.given not in POVERTY and by.outcome != ItemOutcome.CORRECTED


def _corrected(last: HouseholdClass | None) -> bool:
    """Whether a correction did."""
    by = last.ended_by if last is not None else None
    return by is not None and by.given not in POVERTY and by.outcome == ItemOutcome.CORRECTED


def _undone(rows: list[HouseholdClass], opening: date) -> bool:
    """Whether the class of the opening was voided since."""
    return any(
        row.voided_by_id is not None and row.valid_from <= opening and (row.valid_to is None or row.valid_to >= opening)
        for row in rows
    )


def _says_no(laid: Overlay, household: int) -> bool:
    assessment = laid.assessments.get(household)
    return assessment is not None and assessment.outcome not in POVERTY


def _came_with(begun: HouseholdClass | None, opening: date) -> bool:
    """From the list that stood before the system; or registered in the period, with the class from its first day."""
    if begun is None or begun.valid_from <= opening:
        return False
    if begun.begun_by.decision.kind == DecisionKind.OPENING:
        return True
    formed_on = begun.household.formed_on
    return formed_on > opening and begun.valid_from <= formed_on


def _splits(asked: Period, at_opening: dict[int, Held]) -> dict[int, frozenset[str]]:
    """Households formed in the period by a split, with the class at the opening of that which they left; one query."""
    left = Membership.objects.filter(
        person=OuterRef("person"), left_as=LeftAs.SPLIT, valid_to__gte=asked.opening.day
    ).order_by("-valid_to")
    first = Membership.objects.filter(
        household__in=_ever_classed(), household__formed_on__gt=asked.opening.day, valid_from=F("household__formed_on")
    ).annotate(origin=left.values("household")[:1], until=left.values("valid_to")[:1])
    found: dict[int, set[str]] = defaultdict(set)
    rows = first.filter(origin__isnull=False).values_list("household_id", "origin", "until", "valid_from")
    for household, origin, until, since in rows:
        if until == since - timedelta(days=1) and origin in at_opening:
            found[household].add(at_opening[origin].value)
    return {key: frozenset(values) for key, values in found.items()}
