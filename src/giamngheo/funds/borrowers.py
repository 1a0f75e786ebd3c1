"""Who owes a loan now: a household that was merged into another is that other one. docs/algorithms/revolving.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from giamngheo.households.merged import homes_now

if TYPE_CHECKING:
    from giamngheo.funds.models import RevolvingLoan
    from giamngheo.households.models import Household


def borrowing_homes(loans: Iterable[RevolvingLoan]) -> dict[int, Household]:
    """The households that loans were lent to, by number, as they are now: a merger is followed, and parting them again
    gives each its own. No query where none was merged."""
    lent_to = {each.household.pk: each.household for each in loans if each.household is not None}
    return lent_to | homes_now(pk for pk, home in lent_to.items() if home.merged_into_id)
