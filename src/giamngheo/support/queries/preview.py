"""A batch as it would be entered: who receives what, and what is wrong or to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.findings import Finding, Severity
from giamngheo.support.checking import check_common, check_each, tidy
from giamngheo.support.problems import NOBODY
from giamngheo.support.values import Checked, Handing, To

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class Preview(NamedTuple):
    """`findings`: of the batch as a whole; `rows`: each with its own. `total`: đồng of all."""

    rows: Sequence[Checked]
    findings: Sequence[Finding]

    @property
    def total(self) -> int:
        return sum(each.amount or 0 for each in self.rows)

    @property
    def errors(self) -> list[Finding]:
        found = [*self.findings, *(each for row in self.rows for each in row.findings)]
        return [each for each in found if each.severity == Severity.ERROR]


def preview(user: User, unit: Unit, handing: Handing, to: Sequence[To]) -> Preview:
    """The batch judged as the verb will judge it; nothing is written. Raises OutOfScope, NotPermitted."""
    require(user, Permission.EDIT_SUPPORT, unit)
    handing = tidy(handing)
    if found := check_common(handing, unit):
        return Preview([], found)
    if not to:
        return Preview([], [NOBODY.at()])
    return Preview(check_each(handing, unit, to), [])
