"""What the verbs of rounds and surveys are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from giamngheo.review.models import CommitteeRole


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody of the committee. `user`: the key of their account, where they have one."""

    name: str
    role: CommitteeRole | str = CommitteeRole.MEMBER
    post: str = ""
    user: int | None = None


class Seen(NamedTuple):
    """A case as somebody saw it: the number of its last step, and of its last assessment (screening)."""

    step: int
    form: int


@dataclass(frozen=True, slots=True)
class Survey:
    """A filled-in form. `household`: question → value; `members`: person's key → question → value, of everybody the
    form was made for; None is not answered. Births come from the register, given ones only where it has none.

    `scores_only`: only the scores of a paper form; then `deprivations` are the indicators marked on it (None: nothing).
    """

    surveyed_on: date
    reviewer: str
    household: Mapping[str, Any]
    members: Mapping[int, Mapping[str, Any]]
    from_paper: bool = False
    scores_only: bool = False
    deprivations: Sequence[str] | None = None
    causes: Sequence[str] = field(default=())
    no_labour: bool = False
    note: str = ""
