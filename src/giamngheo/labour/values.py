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
