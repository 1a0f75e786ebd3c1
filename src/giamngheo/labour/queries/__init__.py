"""Reads of work, each asked by somebody and filtered by the villages and units where they may see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import QuerySet

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can, scope_units
from giamngheo.households.models import Membership, Person
from giamngheo.labour.ages import is_old_enough, months_after
from giamngheo.labour.keeping import MONTHS, homes_seen, homes_seen_ever, same_person, standing
from giamngheo.labour.matching import Match, Offer, Seeker, ranked
from giamngheo.labour.models import FollowUp, LabourRecord, Placement, Vacancy, VacancyState
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class Entry(NamedTuple):
    """Somebody of the register on a day. `record` None: nobody asked; `unsure`: the birth does not tell the age."""

    person: Person
    village: int
    village_name: str
    record: LabourRecord | None
    unsure: bool


class Share(NamedTuple):
    """Agricultural labour of a village. `hundredths`: of a percent; None without anybody employed."""

    village: str
    listed: int
    employed: int
    agriculture: int
    unasked: int
    old: int

    @property
    def hundredths(self) -> int | None:
        return (20_000 * self.agriculture + self.employed) // (2 * self.employed) if self.employed else None


class Due(NamedTuple):
    """A follow-up that is due."""

    placement: Placement
    months: int
    day: date


def register_on(user: User, unit: Unit, day: date, village: int | None = None) -> list[Entry]:
    """Who is listed on a day, by village and name, with what counts of what they told; a constant number of queries."""
    if not can(user, Permission.VIEW_LABOUR, unit):
        return []
    homes = homes_seen(user, unit, day, Permission.VIEW_LABOUR)
    if village is not None:
        homes = homes.filter(village=village)
    lives = {each.household_id: each.village for each in homes.select_related("village").order_by()}
    members = Membership.objects.filter(valid_on(day), household__in=homes.values("household")).select_related("person")
    people = [
        (each.person, lives[each.household_id], old)
        for each in members
        if (old := is_old_enough(each.person.birth, day)) is not False
    ]
    records = _latest(unit, day, [person.pk for person, _village, _old in people])
    found = [Entry(each, at.pk, at.name, records.get(each.pk), old is None) for each, at, old in people]
    return sorted(found, key=lambda each: (each.village_name, each.person.sort_key, each.person.pk))


def _latest(unit: Unit, day: date, people: Iterable[int]) -> dict[int, LabourRecord]:
    now = same_person(people)
    found: dict[int, LabourRecord] = {}
    rows = LabourRecord.objects.filter(unit__in=covering([unit.pk]), on__lte=day, sheet__undone_at=None)
    rows = rows.order_by("on", "id")
    for each in rows:
        if each.person_id in now:
            found[now[each.person_id]] = each
    return found


def shares(user: User, unit: Unit, day: date) -> list[Share]:
    """Agricultural labour by village on a day, and of the whole commune last (village "")."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    entries = register_on(user, unit, day)
    for each in entries:
        groups[each.village_name].append(each)
    return [_share(name, rows, day) for name, rows in (*groups.items(), ("", entries))]


def _share(name: str, rows: list[Entry], day: date) -> Share:
    told = [each.record for each in rows if each.record is not None]
    employed = [each for each in told if each.status == "employed"]
    old = sum(months_after(each.on, 12) < day for each in told)
    farming = sum(each.industry == "agriculture" for each in employed)
    return Share(name, len(rows), len(employed), farming, len(rows) - len(told), old)


def vacancies_for(user: User, unit: Unit) -> QuerySet[Vacancy]:
    """Vacancies of the commune, the open ones first."""
    units = scope_units(user, permission=Permission.VIEW_LABOUR)
    found = Vacancy.objects.filter(employer__unit__in=units).filter(employer__unit__in=covering([unit.pk]))
    return found.select_related("employer__unit").order_by("ended_on", "closes_on", "id")


def matches(user: User, unit: Unit, vacancy: Vacancy, day: date) -> list[tuple[Match, Entry]]:
    """Who might take a vacancy, of the villages the user sees; nobody where it is not open on the day."""
    if not can(user, Permission.VIEW_LABOUR, unit) or not _is_open(vacancy, day):
        return []
    listed = {each.person.pk: each for each in register_on(user, unit, day) if each.record is not None}
    now = same_person(listed)
    running = standing(Placement.objects.filter(valid_on(day), person__in=list(now)))
    placed = {now[pk] for pk in running.values_list("person", flat=True)}
    seekers = [_seeker(each, each.person.pk in placed) for each in listed.values()]
    offer = Offer(vacancy.occupation, vacancy.skill, vacancy.work_place, vacancy.wage)
    return [(each, listed[each.seeker.person]) for each in ranked(seekers, offer)]


def _is_open(vacancy: Vacancy, day: date) -> bool:
    """Whether people are matched with it on a day."""
    return vacancy.state == VacancyState.OPEN and vacancy.opened_on <= day <= vacancy.closes_on


def _seeker(each: Entry, placed: bool) -> Seeker:
    told = each.record
    if told is None:
        raise ValueError("only who was asked seeks")
    return Seeker(
        each.person.pk, told.on, told.status, told.occupation, told.skill, told.wish_occupation, told.wish_place,
        told.wish_wage, placed,
    )  # fmt: skip


def placements_for(user: User, unit: Unit) -> QuerySet[Placement]:
    """Placements of the commune that stand, of people of villages the user sees (or saw them leave from)."""
    units = scope_units(user, permission=Permission.VIEW_LABOUR)
    homes = homes_seen_ever(user, unit)
    found = standing(Placement.objects.filter(unit__in=units).filter(unit__in=covering([unit.pk])))
    return found.filter(person__memberships__household__in=homes).distinct().select_related("person", "unit")


def due_follow_ups(user: User, unit: Unit, day: date) -> list[Due]:
    """Follow-ups due by `day`, the longest waiting first."""
    rows = list(placements_for(user, unit))
    done: dict[tuple[int, int], str] = {}
    for each in FollowUp.objects.filter(placement__in=rows).order_by("id"):
        done[each.placement_id, each.months] = each.outcome
    found = [
        Due(each, months, on)
        for each in rows
        for months in MONTHS
        if (on := months_after(each.valid_from, months)) <= day
        and done.get((each.pk, months), "not_reached") == "not_reached"
    ]
    return sorted(found, key=lambda each: (each.day, each.placement.pk, each.months))
