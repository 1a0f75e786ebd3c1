"""What the verbs are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told of their work. `wish_place` None: no wish told."""

    status: str
    industry: str = ""
    occupation: str = ""
    skill: int = 0
    wish_occupation: str = ""
    wish_place: int | None = None
    wish_wage: int | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """Work somebody took."""

    kind: str
    company: str
    valid_from: date
    valid_to: date | None = None
    country: str = ""
    contract_number: str = ""
    wage: int | None = None
    deposit: int | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """What a course is to be. `work_item`: number of the item of work it is paid from, None: none."""

    kind: str
    title: str
    provider: str
    begins_on: date
    ends_on: date
    hours: int
    places: int
    occupation: str = ""
    content: str = ""
    place: str = ""
    work_item: int | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """Hours attended and the result of one participant."""

    attended: int | None = None
    result: str = ""
    certificate: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """Work an employer offers. `place`, `phone`: of an employer who is not known yet."""

    employer: str
    title: str
    occupation: str
    skill: int
    work_place: int
    opened_on: date
    closes_on: date
    places: int = 1
    wage: int | None = None
    place: str = ""
    phone: str = ""
