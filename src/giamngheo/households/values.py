"""What the verbs of the register are given: values of a person, a member, a place, a household of a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from giamngheo.households.models import LocatedAs, Relation

if TYPE_CHECKING:
    from giamngheo.households.models import Person


@dataclass(frozen=True, slots=True)
class PersonValues:
    """Somebody the register does not know. `birth`: YYYYMMDD or YYYY0000; `sex`: "male", "female" or "" unknown."""

    full_name: str
    sex: str = ""
    birth: int | None = None
    ethnic_group: str = ""
    citizen_id: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A person who joins a household. `since`: first day; None: the day of the act, or of birth if that is later."""

    person: Person | PersonValues
    relation: Relation | str = Relation.UNKNOWN
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a household lives. Degrees (WGS 84), both or neither."""

    village_id: int
    line: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """A point on the globe: degrees (WGS 84), metres within which it lies (None: not told), how and when taken."""

    latitude: Decimal
    longitude: Decimal
    accuracy: int | None = None
    located_as: LocatedAs | str = LocatedAs.TYPED
    located_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """A household of a list, already validated; `members` hold `PersonValues`, exactly one of them as head."""

    formed_on: date
    place: Place
    members: tuple[Member, ...] = field(default=())
    local_code: str = ""


@dataclass(frozen=True, slots=True)
class MergeChoices:
    """What an officer says where two entries of one person contradict: "first" or "second" of the pair.

    `facts`: by column; `home`: whose households count; `circumstances`: by kind, "both" as well.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    home: str = ""
    circumstances: Mapping[str, str] = field(default_factory=dict)
