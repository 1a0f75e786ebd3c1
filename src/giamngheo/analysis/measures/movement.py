"""Diễn biến hộ nghèo, hộ cận nghèo: opening - decreases + increases = closing, for households and for people.

The columns are those of report forms 2 and 3. Households that a round does not know, or could not class, stand under
other. People of a household that stays in its class but grows or shrinks stand
under other increase and other decrease: births, deaths and moves change the count of people, and the equation holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from giamngheo.analysis.measures.rates import NEAR_POOR, NOT_POOR, POOR
from giamngheo.analysis.measures.transitions import ABSENT, UNKNOWN, Flow

HOUSEHOLDS, PEOPLE = "households", "people"


@dataclass(frozen=True)
class Movement:
    """One row of the form for one class. `to_other` and `from_other` are the other of poor and near-poor.

    For the poor: became near-poor, exceeded the near-poor standard, other decrease; near-poor that became poor,
    relapsed, newly poor, other increase. For the near-poor the same with the classes exchanged.
    """

    opening: int
    to_other: int
    exceeded: int
    other_decrease: int
    from_other: int
    relapsed: int
    newly: int
    other_increase: int
    closing: int

    @property
    def balance(self) -> int:
        """Closing minus what it should be; 0 where the row is right."""
        decreases = self.to_other + self.exceeded + self.other_decrease
        increases = self.from_other + self.relapsed + self.newly + self.other_increase
        return self.closing - (self.opening - decreases + increases)


def movement(flows: Sequence[Flow], of: str = POOR, unit: str = HOUSEHOLDS) -> Movement:
    """The row of the poor (form 2) or the near-poor (form 3), in households or people."""
    other = NEAR_POOR if of == POOR else POOR
    leaving = [flow for flow in flows if flow.before == of and flow.after != of]
    coming = [flow for flow in flows if flow.after == of and flow.before != of]
    staying = [flow for flow in flows if flow.before == flow.after == of]

    def gone(*to: str) -> int:
        return sum(_size(flow, unit, 0) for flow in leaving if flow.after in to)

    def come(*origins: str, relapsed: bool | None = None) -> int:
        found = (flow for flow in coming if flow.before in origins and relapsed in (None, flow.relapsed))
        return sum(_size(flow, unit, 1) for flow in found)

    grown, shrunk = (sum(getattr(flow, name) for flow in staying) for name in ("grown", "shrunk"))
    in_people = unit == PEOPLE
    return Movement(
        opening=sum(_size(flow, unit, 0) for flow in (*leaving, *staying)),
        to_other=gone(other),
        exceeded=gone(NOT_POOR),
        other_decrease=gone(ABSENT, UNKNOWN) + (shrunk if in_people else 0),
        from_other=come(other),
        relapsed=come(NOT_POOR, ABSENT, UNKNOWN, relapsed=True),
        newly=come(NOT_POOR, relapsed=False),
        other_increase=come(ABSENT, UNKNOWN, relapsed=False) + (grown if in_people else 0),
        closing=sum(_size(flow, unit, 1) for flow in (*coming, *staying)),
    )


def _size(flow: Flow, unit: str, when: int) -> int:
    """Those who leave are counted as they were, those who come as they are."""
    if unit == HOUSEHOLDS:
        return flow.households
    return flow.people_after if when else flow.people_before
