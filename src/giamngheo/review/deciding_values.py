"""What people write into the second half of a review: minutes, votes, a complaint, the marks of a signature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple


class Attendee(NamedTuple):
    """Somebody named in the minutes."""

    name: str
    post: str = ""


class Minutes(NamedTuple):
    """A village meeting but its votes. `attending`: persons present; `invited`: households invited, None unknown;
    `signers`: representatives of the households who sign."""

    starts_at: datetime
    place: str
    chair: str
    secretary: str
    ends_at: datetime | None = None
    chair_post: str = ""
    attending: int = 0
    invited: int | None = None
    opinions: str = ""
    attendees: Sequence[Attendee] = ()
    signers: Sequence[str] = ()


class Vote(NamedTuple):
    """How many agreed to one household's result."""

    agreeing: int
    note: str = ""


class Attached(NamedTuple):
    """A paper that was handed in: its file's name and bytes."""

    name: str
    content: bytes


class Said(NamedTuple):
    """A complaint as received. `accepted_because`: why one that came late is taken."""

    received_on: date
    complainant: str
    content: str
    accepted_because: str = ""
    attached: Attached | None = None


class Signing(NamedTuple):
    """How a decision is signed. `serial` None: the next number; `sign`: what stands behind it ("QĐ-UBND").

    `without_opinion`: why it is signed before the higher level answered.
    """

    signed_on: date
    signer: str
    signer_post: str = ""
    serial: int | None = None
    sign: str = "QĐ-UBND"
    without_opinion: str = ""
