"""Households with a class on a day, and what is known of them; a constant number of queries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Count, F, Q, QuerySet

from giamngheo.households.models import Circumstance, CircumstanceKind, Relation, Sex
from giamngheo.review.models import CaseState, ClassPath, DecisionItem, HouseholdClass, ItemOutcome, ReviewCase
from giamngheo.review.reports.children import Children, children_of, is_child
from giamngheo.review.reports.place import standing
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.review.models import Assessment, ReviewRound
    from giamngheo.review.reports.place import Place

KINH = "01"
POVERTY = ("poor", "near_poor")
NO_CHILDREN = Children()
_UNCHANGED = (CaseState.SCREENED_OUT, CaseState.WITHDRAWN)


class Member(NamedTuple):
    """Somebody of a household on the day. `birth` as the register keeps it; `ethnic_group` "" where unknown."""

    person: int
    name: str
    sex: str
    birth: int | None
    ethnic_group: str
    sort_key: str
    relation: str


@dataclass(slots=True)
class Home:
    """A household on the day. `value`: poor, near_poor or ""; `average`: of average living standard.

    `assessed`: whether an assessment stands behind the class; without one `no_labour` and `causes` are unknown.
    """

    pk: int
    village: int
    value: str = ""
    average: bool = False
    members: list[Member] = field(default_factory=list)
    merit: bool = False
    assessed: bool = False
    no_labour: bool = False
    deprivations: frozenset[str] = frozenset()
    causes: frozenset[str] = frozenset()
    children: Children = NO_CHILDREN

    @property
    def people(self) -> int:
        return len(self.members)

    @property
    def head(self) -> Member | None:
        return next((each for each in self.members if each.relation == Relation.HEAD), None)

    @property
    def ethnic_group(self) -> str:
        """The head's; "" where it is not known."""
        return self.head.ethnic_group if self.head else ""

    @property
    def minority(self) -> bool:
        return self.ethnic_group not in ("", KINH)

    @property
    def female_head(self) -> bool:
        return self.head is not None and self.head.sex == Sex.FEMALE


class Basis(NamedTuple):
    """Official: `round` None. Preliminary: the round whose assessments count."""

    round: ReviewRound | None = None

    @property
    def official(self) -> bool:
        return self.round is None


class Living(NamedTuple):
    """Households and people of a village by what splits them: "kinh", "minority", "" (not known)."""

    households: dict[tuple[int, str], int]
    people: dict[tuple[int, str], int]


class Overlay(NamedTuple):
    """What the assessments of a round say of each household that has one; `waiting`: how many cases have none."""

    round: ReviewRound | None = None
    assessments: Mapping[int, Assessment] = {}
    waiting: int = 0

    def cases(self) -> QuerySet[Any]:
        """The households of the round, for use inside a query."""
        return ReviewCase.objects.filter(round=self.round).values("household")


def overlay(basis: Basis) -> Overlay:
    """Empty where the basis is official; one query."""
    if basis.round is None:
        return Overlay()
    cases = ReviewCase.objects.filter(round=basis.round, person=None).exclude(state__in=_UNCHANGED)
    every = list(cases.select_related("assessment"))
    judged = {each.household_id: each.assessment for each in every if each.assessment is not None}
    return Overlay(basis.round, judged, len(every) - len(judged))


def class_rows(place: Place, *paths: str) -> Any:
    """Classes of households (not of persons) that count in the place on its day, each with `lived_in`, a village."""
    lived = valid_on(place.day, "household__addresses__")
    rows = HouseholdClass.objects.filter(
        valid_on(place.day), lived, standing(place.day), voided_by=None, person=None, path__in=paths,
        household__addresses__village__in=place.village_ids(),
    )  # fmt: skip
    return rows.annotate(lived_in=F("household__addresses__village_id")).order_by()


def classes_on(place: Place, laid: Overlay) -> dict[int, tuple[int, str]]:
    """Village and class (poor, near_poor) of every household that has one on the day; two queries at most."""
    rows = class_rows(place, ClassPath.POVERTY).values_list("household_id", "lived_in", "value")
    found = {household: (village, value) for household, village, value in rows}
    if laid.assessments:
        homes = dict(place.addresses().filter(household__in=laid.cases()).values_list("household_id", "village_id"))
        for household, assessment in laid.assessments.items():
            found.pop(household, None)
            if household in homes and assessment.outcome in POVERTY:
                found[household] = (homes[household], assessment.outcome)
    return found


def homes_on(place: Place, basis: Basis) -> tuple[dict[int, Home], Overlay]:
    """Households with a class on the day, by key, with members and what their last decision or assessment says."""
    laid = overlay(basis)
    homes = {key: Home(key, village, value) for key, (village, value) in classes_on(place, laid).items()}
    for row in class_rows(place, ClassPath.AVERAGE_LIVING_STANDARD):
        home = homes.setdefault(row.household_id, Home(row.household_id, row.lived_in))
        home.average = home.value == ""
    _members(place, laid, homes)
    _decided(place, homes)
    for key, assessment in laid.assessments.items():
        if key in homes:
            _assessed(homes[key], assessment, place.day)
            homes[key].deprivations = frozenset(assessment.deprivations)
    for home in homes.values():
        if not home.assessed:
            home.children = Children(sum(is_child(each.birth, place.day) for each in home.members), known=False)
    return homes, laid


def living(place: Place) -> Living:
    """Everybody who lives in the place on the day, grouped; two queries."""
    heads = place.members().filter(relation=Relation.HEAD)
    homes: dict[tuple[int, str], int] = defaultdict(int)
    people: dict[tuple[int, str], int] = defaultdict(int)
    for rows, into in ((heads, homes), (place.members(), people)):
        grouped = rows.values_list("household__addresses__village", "person__ethnic_group").annotate(Count("pk"))
        for village, ethnic_group, number in grouped:
            into[village, group_of(ethnic_group)] += number
    headed: Counter[int] = Counter()
    for (village, _group), number in homes.items():
        headed[village] += number
    for village, number in place.addresses().order_by().values_list("village").annotate(Count("pk")):
        homes[village, ""] += number - headed[village]  # a household without head is of no group
    return Living(dict(homes), dict(people))


def group_of(ethnic_group: str) -> str:
    """ "kinh", "minority", or "" where it is not known."""
    return "" if not ethnic_group else "kinh" if ethnic_group == KINH else "minority"


def _members(place: Place, laid: Overlay, homes: dict[int, Home]) -> None:
    held = HouseholdClass.objects.filter(valid_on(place.day), voided_by=None, person=None)
    among = Q(household__in=held.values("household"))
    if laid.assessments:
        among |= Q(household__in=laid.cases())
    rows = place.members().filter(among)
    merit = set(
        Circumstance.objects.filter(
            valid_on(place.day), kind=CircumstanceKind.MERIT, person__in=rows.values("person")
        ).values_list("person_id", flat=True)
    )
    columns = ("household_id", "person_id", "person__full_name", "person__sex", "person__birth",
               "person__ethnic_group", "person__sort_key", "relation")  # fmt: skip
    for household, *member in rows.values_list(*columns):
        if household in homes:
            someone = Member(*member)
            homes[household].members.append(someone)
            homes[household].merit |= someone.person in merit
    for home in homes.values():
        home.members.sort(key=lambda each: (each.relation != Relation.HEAD, each.birth or 99999999, each.person))


def _decided(place: Place, homes: dict[int, Home]) -> None:
    """The last signed item in force on the day that gave or kept the class; one query."""
    items = DecisionItem.objects.filter(
        decision__signed_at__isnull=False, decision__effective_from__lte=place.day, path=ClassPath.POVERTY,
        given__in=POVERTY, outcome__in=(ItemOutcome.RECOGNISED, ItemOutcome.CORRECTED),
        household__in=place.addresses().values("household"),
    ).exclude(corrected_by__decision__signed_at__isnull=False)  # fmt: skip
    ordered = items.select_related("assessment").order_by("decision__effective_from", "decision__signed_at", "pk")
    last = {item.household_id: item for item in ordered}
    for key, home in homes.items():
        item = last.get(key)
        if item is None or item.given != home.value:
            continue
        home.deprivations = frozenset(item.deprivations)
        if item.assessment is not None:
            _assessed(home, item.assessment, place.day)


def _assessed(home: Home, assessment: Assessment, day: date) -> None:
    home.assessed = True
    home.no_labour = assessment.no_labour
    home.causes = frozenset(assessment.causes)
    births = {each.person: each.birth for each in home.members}
    home.children = children_of(births, assessment.members, assessment.record, day)
