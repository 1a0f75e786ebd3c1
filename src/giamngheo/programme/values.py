"""What the verbs are handed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from giamngheo.programme.models import Activity, BeneficiaryGroup, Post, ProgrammeNode, SteeringMember
    from giamngheo.territory.models import Village


class Foreseen(NamedTuple):
    """Đồng from a source, by its code."""

    source: str
    amount: int


class Work(NamedTuple):
    """An item of work as it is entered. `budget`: the whole, where it is not split by source."""

    node: ProgrammeNode
    year: int
    title: str
    starts_on: date
    ends_on: date
    quantity: Decimal | None = None
    measure: str = ""
    village: Village | None = None
    groups: Sequence[BeneficiaryGroup] = ()
    budget: int | None = None
    sources: Sequence[Foreseen] = ()
    lead: Post | None = None
    coordinating: Sequence[Post] = ()
    activity: Activity | None = None


class Upload(NamedTuple):
    """A file as it was sent."""

    name: str
    content: bytes


class Held(NamedTuple):
    """A meeting that was held."""

    on: date
    place: str
    subject: str
    chair: SteeringMember
    secretary: str
    attending: Sequence[SteeringMember]
    starts: time | None = None
    guests: str = ""
    opinions: str = ""
