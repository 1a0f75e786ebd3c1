"""Reads of the register, each asked by somebody and filtered by the units in which they may see households."""

from giamngheo.households.queries.history import Version, said_on, versions_of
from giamngheo.households.queries.households import HouseholdOn, household_on, households_in, members_on
from giamngheo.households.queries.people import PersonOn, may_see, person_on
from giamngheo.households.queries.searching import search
from giamngheo.households.queries.villages import VillageCount, counts_by_village, villages_seen

__all__ = [
    "HouseholdOn",
    "PersonOn",
    "Version",
    "VillageCount",
    "counts_by_village",
    "household_on",
    "households_in",
    "may_see",
    "members_on",
    "person_on",
    "said_on",
    "search",
    "versions_of",
    "villages_seen",
]
