"""How far a round is: its households by where they stand on the path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from giamngheo.review.models import CaseState

# Where the households of a round stand, in the order of the path; every state belongs to one of these.
STAGES: Mapping[str, tuple[CaseState, ...]] = {
    "to_survey": (CaseState.LISTED, CaseState.RESURVEY),
    "surveyed": (CaseState.SURVEYED,),
    "agreed": (CaseState.AGREED,),
    "posted": (CaseState.POSTED,),
    "rechecking": (CaseState.RECHECKING,),
    "proposed": (CaseState.PROPOSED,),
    "final": (CaseState.RECOGNISED, CaseState.REFUSED, CaseState.SCREENED_OUT),
}


@dataclass(slots=True)
class Progress:
    """How many households of a round (or a village in it) stand where; withdrawn ones are counted apart."""

    to_survey: int = 0
    surveyed: int = 0
    agreed: int = 0
    posted: int = 0
    rechecking: int = 0
    proposed: int = 0
    final: int = 0
    withdrawn: int = 0

    @property
    def total(self) -> int:
        return sum(getattr(self, each) for each in STAGES)

    @property
    def percent_surveyed(self) -> int:
        """Whole per cent, 100 only where nobody is left."""
        return 100 * (self.total - self.to_survey) // self.total if self.total else 0

    def stages(self) -> list[tuple[str, int]]:
        """(stage, households) in the order of the path."""
        return [(each, getattr(self, each)) for each in STAGES]


def added(parts: Iterable[Progress]) -> Progress:
    """All of them together."""
    whole = Progress()
    for part in parts:
        for name in (*STAGES, "withdrawn"):
            setattr(whole, name, getattr(whole, name) + getattr(part, name))
    return whole
