"""What `judging` says of one household, as Ibis expressions over the rules of many."""

from __future__ import annotations

from typing import Any

from giamngheo.analysis.whatif.judging import CHANGES_POINTS, EITHER, UNKNOWN
from giamngheo.analysis.whatif.support import AVERAGE
from giamngheo.standards.engines import ibis as engine
from giamngheo.standards.standard import Standard

ID = "household_id"
RULES = ("class_by_income", "class_by_points", "within_income_line", "enough_deprivations", AVERAGE)


def judged(standard: Standard, households: Any, members: Any, recognised: Any, *, decided: bool, side: str) -> Any:
    """household_id with `<side>_state`, `<side>_way`, `<side>_average` and `<side>_cause`, a row a household.

    `recognised` has household_id and the class recognised now. The cause is a number of `CAUSES`, 0 where none.
    """
    import ibis

    table = engine.judged(standard, households, members, RULES).left_join(recognised, ID).drop(f"{ID}_right").view()
    ways = [(table.class_by_income.notnull(), table.class_by_income, "income")]
    if not CHANGES_POINTS & set(standard.assumed):
        ways.append((table.class_by_points.notnull(), table.class_by_points, "points"))
    within = table.within_income_line
    if decided:
        ways.append((within.isnull() & table.recognised_class.notnull(), table.recognised_class, "recognised"))
    if "enough_deprivations" in standard.held:
        ways.append((within.fill_null(False), ibis.literal(EITHER), "income"))
    state = ibis.cases(*((when, then) for when, then, _way in ways), else_=ibis.literal(UNKNOWN))
    way = ibis.cases(*((when, ibis.literal(way)) for when, _then, way in ways), else_=ibis.literal("income"))
    average = table[AVERAGE].fill_null(False) if AVERAGE in standard.rules else ibis.literal(False)
    open_ = ibis.cases((within.isnull(), 1), else_=2)
    return table.select(
        **{ID: table[ID], f"{side}_state": state, f"{side}_way": way, f"{side}_cause": open_},
        **{f"{side}_average": average & (state == "not_poor")},
    )
