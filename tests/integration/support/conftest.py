"""Families of the invented commune with classes given by signed decisions, and help handed to them."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.households.models import Household, Person
from giamngheo.review.models import Decision, DecisionItem, HouseholdClass
from giamngheo.support.models import SupportDelivery
from giamngheo.support.values import Handing
from tests.integration.households.conftest import (  # noqa: F401 fixtures of the register
    elsewhere,
    family,
    neighbours,
    register,
    stranger,
    villages,
)
from tests.integration.review.conftest import Rows

DAY = date(2026, 3, 1)


class Classes:
    """Gives and ends classes by decisions that stood before the system."""

    def __init__(self, unit, village, officer) -> None:
        self.rows = Rows(unit, village, officer)
        self.unit = unit

    def give(self, household: Household, value: str, since=date(2026, 1, 1), person: Person | None = None):
        path = value if value in ("average_living_standard", "low_income_worker") else "poverty"
        item = self._item(household, path, value, since, person)
        return HouseholdClass.objects.create(
            household=household, person=person, path=path, value=value, valid_from=since, begun_by=item
        )

    def end(self, held: HouseholdClass, on: date) -> None:
        held.ended_by = self._item(held.household, held.path, "none", on, held.person)
        held.valid_to = on
        held.save()

    def _item(self, household, path, value, since, person) -> DecisionItem:
        decision = Decision.objects.create(kind="opening", unit=self.unit, effective_from=since)
        item = DecisionItem.objects.create(
            decision=decision, household=household, person=person, outcome="recognised", path=path, given=value
        )
        self.rows.sign(decision)
        return item


@pytest.fixture
def classes(hoang_phu_new, villages, officer) -> Classes:  # noqa: F811 the fixture above
    return Classes(hoang_phu_new, villages[0], officer)


def row(home, **values) -> SupportDelivery:
    """A row straight into the table: electricity for the first quarter, 100,000 đồng."""
    head = next(iter(home.people.values()))
    return SupportDelivery.objects.create(
        **{
            "household": home.household, "recipient": head, "kind": "electricity", "content": "electricity",
            "year": 2026, "instalment": 1, "on": DAY, "amount": 100_000, "donor": "Ngân sách tỉnh",
            "confirmation": "signature", **values,
        }
    )  # fmt: skip


def handing(**values) -> Handing:
    """The same as a verb is told it."""
    return Handing(
        **{
            "kind": "electricity", "year": 2026, "instalment": 1, "on": DAY, "amount": 100_000,
            "donor": "Ngân sách tỉnh", "confirmation": "signature", **values,
        }
    )  # fmt: skip
