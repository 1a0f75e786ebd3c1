"""Until when money of a period may be moved, and into which budget year carried."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

# period → last budget year, last day, citation, seen in a published source
ENDS = (
    (
        "2021-2025",
        2026,
        date(2026, 12, 31),
        "Nghị quyết 257/2025/QH15, nêu tại Điều 21 Thông tư 60/2026/TT-BTC",
        True,
    ),
)


def load(model: Callable[[str, str], Any]) -> None:
    """Put the ends into their table; a second time changes nothing. `model(app, name)` gives the model class."""
    for code, year, day, citation, verified in ENDS:
        period = model("programme", "ProgrammePeriod").objects.get(code=code)
        model("funds", "PeriodEnd").objects.update_or_create(
            period=period,
            defaults={"last_budget_year": year, "last_day": day, "citation": citation, "verified": verified},
        )
