"""One measured ratio beside its limit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """`value` must not exceed `limit`; `what` says of what it is the ratio."""

    name: str
    value: float
    limit: float
    what: str

    @property
    def ok(self) -> bool:
        return self.value <= self.limit
