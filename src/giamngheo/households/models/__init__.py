"""Households, people and their life in the register; what it said before; what search looks in."""

from giamngheo.households.models.change import ActKind, Change
from giamngheo.households.models.circumstance import Circumstance, CircumstanceKind
from giamngheo.households.models.duplicate import (
    DuplicateDecision,
    DuplicatePair,
    DuplicateRun,
    PairState,
    RunState,
)
from giamngheo.households.models.history import History, RowKind
from giamngheo.households.models.household import Address, EndedAs, Household, LocatedAs
from giamngheo.households.models.list_import import ListImport, ListMapping, ListState
from giamngheo.households.models.membership import DEPARTURES, LeftAs, Membership, Relation
from giamngheo.households.models.person import Person, Sex
from giamngheo.households.models.search import SearchEntry, SearchWord

__all__ = [
    "DEPARTURES",
    "ActKind",
    "Address",
    "Change",
    "Circumstance",
    "CircumstanceKind",
    "DuplicateDecision",
    "DuplicatePair",
    "DuplicateRun",
    "EndedAs",
    "History",
    "Household",
    "LeftAs",
    "ListImport",
    "ListMapping",
    "ListState",
    "LocatedAs",
    "Membership",
    "PairState",
    "Person",
    "Relation",
    "RowKind",
    "RunState",
    "SearchEntry",
    "SearchWord",
    "Sex",
]
