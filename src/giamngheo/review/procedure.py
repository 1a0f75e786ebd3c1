"""The numbers of the procedure: dated, cited values, and the days they give.

`verified` false: remembered or read in one local text only; every screen that warns by such a value says so.
Working days run from the day after and leave out Vietnamese holidays (foundation/workdays).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from giamngheo.foundation.workdays import add_working_days
from giamngheo.review.models.kinds import RoundKind

_QD24 = "24/2021/QĐ-TTg"
_ND30 = "30/2025/NĐ-CP"


class Rule(NamedTuple):
    """One number of the procedure. `unit`: working days, days, day of the month, percent, or month and day (MMDD).

    `since`: the day the text took effect; `kinds`: paths it rules.
    """

    name: str
    value: int
    unit: str
    document: str
    article: str
    since: date
    verified: bool
    kinds: tuple[RoundKind, ...]


_POVERTY = (RoundKind.ANNUAL, RoundKind.MONTHLY)
_INCOME = (RoundKind.AVERAGE_LIVING_STANDARD, RoundKind.LOW_INCOME_WORKER)
_SINCE = date(2021, 9, 1)
RULES = (
    Rule("first_day", 901, "MMDD", _QD24, "điểm a khoản 1 Điều 3", _SINCE, True, (RoundKind.ANNUAL,)),
    Rule("last_day", 1214, "MMDD", _QD24, "điểm a khoản 1 Điều 3", _SINCE, True, (RoundKind.ANNUAL,)),
    Rule("begins_on", 15, "day of the month", _QD24, "điểm b khoản 1 Điều 3", _SINCE, True, (RoundKind.MONTHLY,)),
    Rule(
        "begins_on", 15, "day of the month", _QD24, "khoản 2 Điều 3", _SINCE, True, (RoundKind.AVERAGE_LIVING_STANDARD,)
    ),
    Rule("begins_on", 15, "day of the month", _ND30, "", date(2025, 2, 24), True, (RoundKind.LOW_INCOME_WORKER,)),
    Rule("decide_within", 15, "days", _QD24, "Điều 5", _SINCE, True, (RoundKind.MONTHLY,)),
    Rule("decide_within", 15, "days", _QD24, "", _SINCE, True, (RoundKind.AVERAGE_LIVING_STANDARD,)),
    Rule("decide_within", 15, "days", _ND30, "", date(2025, 2, 24), True, (RoundKind.LOW_INCOME_WORKER,)),
    Rule("consensus", 50, "percent", _QD24, "Điều 4", _SINCE, True, _POVERTY),
    Rule("posting", 3, "working days", _QD24, "Điều 4", _SINCE, True, _POVERTY),
    Rule("posting", 5, "working days", _QD24, "", _SINCE, True, _INCOME),
    Rule("recheck_within", 7, "working days", _QD24, "Điều 4", _SINCE, True, _POVERTY),
    Rule("recheck_within", 3, "working days", _QD24, "", _SINCE, True, _INCOME),
    Rule("opinion_within", 5, "working days", _QD24, "Điều 4", _SINCE, False, (RoundKind.ANNUAL,)),
)


def rule(name: str, kind: str, day: date) -> Rule:
    """The value in force for that path on that day (before the first text: the first). Raises KeyError where none."""
    own = [each for each in RULES if each.name == name and kind in each.kinds]
    if not own:
        raise KeyError(f"{name} of {kind}")
    return max((each for each in own if each.since <= day), key=lambda each: each.since, default=own[0])


def last_day(name: str, kind: str, start: date) -> date:
    """The last day of a period that starts the day after `start`: working or calendar days as its rule counts."""
    found = rule(name, kind, start)
    if found.unit == "working days":
        return add_working_days(start, found.value)
    return start + timedelta(days=found.value)
