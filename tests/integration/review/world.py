"""A commune in which every kind of movement happens once in 2026, its classes given and taken by signed decisions.

Registers by their own verbs; decisions and classes straight into their tables. Everybody is invented. The tables that
must come out are written by hand in the tests.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count

from giamngheo.documents.models import Document
from giamngheo.households import actions
from giamngheo.households.values import Member, PersonValues, Place
from giamngheo.review.models import (
    Assessment,
    ClassPath,
    CommitteeMember,
    Decision,
    DecisionItem,
    HouseholdClass,
    ReviewCase,
    ReviewRound,
)

OPENING, CLOSING = date(2026, 1, 1), date(2027, 1, 1)
LAST = date(2026, 12, 31)
FORMED = date(2020, 3, 1)
GIVEN_NAMES = ("An", "Bình", "Chi", "Dũng", "Em", "Giang")
KINH, THAI = "01", "03"
CHILDREN = {  # of household 7: one of fourteen without insurance, one of seven who is stunted and not at school
    "standard": "vn-2022.1", "day": "2026-09-07", "province": "", "method": "points", "household": {},
    "members": [
        {"birth": 19800101}, {"birth": 19810101},
        {"birth": 20120505, "malnutrition": "none", "insured": False, "attends": "lower_secondary"},
        {"birth": 20190909, "malnutrition": "stunted", "insured": True, "attends": "none"},
        {"birth": 19840101},
    ],
}  # fmt: skip


class World:
    """Households by number, with the shortest verbs a test can have."""

    def __init__(self, unit, villages, officer) -> None:
        self.unit, self.villages, self.officer = unit, villages, officer
        self.homes, self.people, self._serial = {}, {}, count(1)
        self.round = ReviewRound.objects.create(
            kind="annual", unit=unit, year=2026, standard="vn-2022.1", judged_on=date(2026, 9, 7),
            starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 14),
        )  # fmt: skip
        CommitteeMember.objects.create(round=self.round, role="head", name="Lê Giả Trưởng")
        self.round.state = "open"
        self.round.save()

    def home(self, number: int, size: int, village: int = 1, *, formed_on: date = FORMED, births=(), sexes=(),
             ethnic: str = KINH):  # fmt: skip
        """A household of `size`: a head, then children; births default to adults."""
        members = [
            Member(
                PersonValues(
                    f"Hộ {number} {GIVEN_NAMES[at]}", sexes[at] if at < len(sexes) else "male",
                    births[at] if at < len(births) else 19800101 + at * 10000, ethnic,
                ),
                "head" if at == 0 else "child",
            )
            for at in range(size)
        ]  # fmt: skip
        done = actions.register_household(
            by=self.officer, place=Place(self.villages[village - 1].pk, f"Nhà {number}"), formed_on=formed_on,
            local_code=f"H-{number:02}", members=members,
        )  # fmt: skip
        self.homes[number], self.people[number] = done.households[0], done.people
        return done.households[0]

    def decision(self, since: date, kind: str = "recognition", **values) -> Decision:
        return Decision.objects.create(
            kind=kind,
            unit=self.unit,
            round=None if kind in ("opening",) else self.round,
            effective_from=since,
            **values,
        )

    def item(self, number: int, given: str, since: date, *, kind: str = "opening", path: str = ClassPath.POVERTY,
             outcome: str = "recognised", assessment=None, deprivations=(), person=None, corrects=None):  # fmt: skip
        """A signed decision of one item."""
        values = {"corrects": corrects.decision, "reason": "nhầm"} if corrects else {}
        made = self.decision(since, kind, **values)
        item = DecisionItem.objects.create(
            decision=made, household=self.homes[number], person=person, outcome=outcome, path=path, given=given,
            assessment=assessment, case=assessment.case if assessment else None, deprivations=list(deprivations),
            reason="không đủ" if outcome == "refused" else "", corrects=corrects,
        )  # fmt: skip
        serial = next(self._serial)
        made.document = Document.objects.create(symbol=f"{serial}/QĐ-UBND", reference_key=f"giả {serial}")
        made.signed_on, made.signer = date(2025, 12, 1), "Chủ Tịch Giả"
        made.signed_at = datetime(2025, 12, 1, 1, serial % 60, serial // 60, tzinfo=UTC)
        made.save()
        return item

    def give(self, number: int, value: str, since: date, until: date | None = None, *, ended_by=None, **values):
        """A class between two days; `ended_by`: the item that ended it."""
        path = "average_living_standard" if value == "average_living_standard" else "poverty"
        begun = values.pop("begun_by", None) or self.item(number, value, since, path=path, **values)
        row = HouseholdClass.objects.create(
            household=self.homes[number], path=path, value=value, valid_from=since, begun_by=begun
        )
        return self.end(row, until, ended_by) if until else row

    def end(self, row: HouseholdClass, on: date, by: DecisionItem | None) -> HouseholdClass:
        row.valid_to, row.ended_by = on, by
        row.save()
        return row

    def assess(self, number: int, outcome: str, *, deprivations=(), causes=(), no_labour=False, record=None):
        """A surveyed case of the round."""
        case = ReviewCase.objects.create(
            round=self.round, household=self.homes[number], village=self.villages[0], source="listed"
        )
        made = Assessment.objects.create(
            case=case, number=1, surveyed_on=date(2026, 9, 7), reviewer="Người Giả", outcome=outcome, verdict="{}",
            deprivations=list(deprivations), causes=list(causes), no_labour=no_labour, record=record or {},
            members=[each.pk for each in self.people[number]],
        )  # fmt: skip
        case.steps.create(number=1, from_state="listed", to_state="surveyed")
        case.step, case.state, case.assessment = 1, "surveyed", made
        case.save()
        return made


def ended(world: World, number: int, row: HouseholdClass, given: str, **values) -> DecisionItem:
    """The class ends with the year by an item that gives `given` from the next."""
    item = world.item(number, given, CLOSING, kind="recognition", **values)
    world.end(row, LAST, item)
    return item


def build(world: World) -> World:
    """Every movement of docs/algorithms/movements.md."""
    since = date(2025, 1, 1)
    poor = {number: world.home(number, size) for number, size in ((2, 3), (3, 3), (4, 2), (5, 1), (14, 2), (16, 4))}
    world.home(1, 4, ethnic=THAI, births=(19800101, 19820101, 20150601, 20180601), sexes=("female",))
    world.home(6, 2)
    world.home(7, 5, births=(19800101, 19810101, 20120505, 20190909, 19840101))
    world.home(8, 2)
    world.home(9, 3)
    world.home(10, 4)
    world.home(11, 2, births=(19500101, 20160202))
    world.home(12, 1, sexes=("female",), ethnic=THAI)
    world.home(13, 3)
    world.home(15, 2)
    world.home(18, 2, village=2)
    world.home(21, 2, village=2)
    world.home(22, 2, village=2)
    for number in (1, 6, 21):
        poor[number] = world.homes[number]
    rows = {number: world.give(number, "poor", since, deprivations=("water", "toilet", "nutrition")) for number in poor}
    rows |= {number: world.give(number, "near_poor", since, deprivations=("water",)) for number in (7, 8, 9, 18)}
    before = date(2022, 1, 1), date(2023, 12, 31)
    for number, value in ((10, "poor"), (13, "near_poor")):
        row = world.give(number, value, before[0])
        world.end(row, before[1], world.item(number, "not_poor", date(2024, 1, 1), kind="recognition"))
    happen(world)
    # decided by the round, from 01/01/2027
    world.give(2, "near_poor", CLOSING, begun_by=ended(world, 2, rows[2], "near_poor"))
    ended(world, 3, rows[3], "not_poor")
    ended(world, 9, rows[9], "not_poor")
    for number in (7, 18):
        found = world.assess(number, "poor", deprivations=("water", "telecom", "housing_area"),
                             causes=("capital", "labour"), no_labour=number == 18,
                             record=CHILDREN if number == 7 else None)  # fmt: skip
        item = ended(world, number, rows[number], "poor", assessment=found, deprivations=found.deprivations)
        world.give(number, "poor", CLOSING, begun_by=item)
    for number, value in ((10, "poor"), (11, "poor"), (12, "near_poor"), (13, "near_poor")):
        world.give(number, value, CLOSING, kind="recognition", deprivations=("employment",))
    correction = world.item(21, "none", date(2026, 7, 1), kind="correction", outcome="corrected",
                            corrects=rows[21].begun_by)  # fmt: skip
    world.end(rows[21], date(2026, 6, 30), correction)
    world.give(17, "poor", date(2026, 8, 1), kind="recognition")
    world.give(19, "near_poor", date(2026, 8, 1), kind="recognition")
    world.give(22, "average_living_standard", date(2026, 3, 1), kind="recognition")
    return world


def happen(world: World) -> None:
    """What the register tells of 2026."""
    by = world.officer
    actions.death(by=by, person=world.people[1][1], on=date(2026, 5, 1))
    actions.birth(by=by, household=world.homes[1], on=date(2026, 6, 1),
                  newborn=PersonValues("Hộ 1 Mới", "female", 20260601, THAI))  # fmt: skip
    actions.departure(by=by, household=world.homes[4], people=world.people[4], on=date(2026, 4, 1),
                      left_as="other_province", left_to="Bình Dương")  # fmt: skip
    actions.death(by=by, person=world.people[5][0], on=date(2026, 5, 5))
    actions.move_within(
        by=by, household=world.homes[6], place=Place(world.villages[1].pk, "Nhà 6"), on=date(2026, 3, 3)
    )
    actions.move_within(by=by, household=world.homes[18], place=Place(world.villages[0].pk, "Nhà 18"),
                        on=date(2026, 3, 4))  # fmt: skip
    actions.merge(by=by, household=world.homes[14], into=world.homes[15], on=date(2026, 4, 10))
    leaving = world.people[16][2:]
    split = actions.split(by=by, household=world.homes[16], leaving=leaving, head=leaving[0],
                          place=Place(world.villages[0].pk, "Nhà 17"), on=date(2026, 7, 1),
                          local_code="H-17")  # fmt: skip
    world.homes[17], world.people[17] = split.households[1], leaving
    world.home(19, 3, village=2, formed_on=date(2026, 8, 1))
    actions.add_circumstance(by=by, person=world.people[8][0], kind="merit", valid_from=date(2021, 1, 1))
    actions.add_circumstance(by=by, person=world.people[10][1], kind="merit", valid_from=date(2021, 1, 1))
