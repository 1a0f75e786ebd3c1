"""What `judging` says of one household, as Ibis expressions over the rules of many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from giamngheo.analysis.population.answers import RawAnswers
from giamngheo.analysis.population.asking import MEMBERS, STATUS, Asking, ruled
from giamngheo.analysis.population.naming import ID
from giamngheo.analysis.whatif.judging import CHANGES_POINTS, EITHER, UNKNOWN
from giamngheo.analysis.whatif.support import AVERAGE, PUPILS
from giamngheo.standards.engines.columns import null, whole

RULES = ("class_by_income", "class_by_points", "within_income_line", "enough_deprivations", AVERAGE)
INCOME = ("income_per_person", "income_12_months", "area")  # with the same of these unanswered, the cause is the same
NO_INCOME, NO_INDICATORS = 1, 2  # what an open household may lack
RECOGNISED = "recognised_class"
LAYER = "layer"


class Place(NamedTuple):
    """The households one pair of standards is for: those of `province`, or where it is empty all but `own`.

    `known`: every province whose standard of its own is told of.
    """

    province: str
    own: tuple[str, ...]
    known: tuple[str, ...]

    @property
    def others(self) -> bool:
        return not self.province

    def here(self, table: Any) -> Any:
        """The rows of these households."""
        if not self.own:
            return table
        code = table["province"].cast("string").strip()
        return table.filter(code == self.province if self.province else ~code.isin(self.own).fill_null(False))

    def layer(self, table: Any) -> Any:
        """The province where it is known of, else the empty word."""
        import ibis

        if not self.known or "province" not in table.columns:
            return ibis.literal("")
        code = table["province"].cast("string").strip()
        return ibis.cases((code.isin(self.known).fill_null(False), code), else_=ibis.literal(""))


def today(asking: Asking, households: Any, members: Any, by: str, place: Place) -> Any:
    """A row a household, STATUS and MEMBERS of it, and how today's standard judges it; members of nobody are rows too.

    Columns: those of `_states` behind "base_"; recognised_class; pupils; layer, the province where it is one of
    `place.known`; group where `by` is named; blank_... (INCOME).
    """
    table = ruled(asking, RULES, households, members, strangers=place.others, where=place.here, sums=_pupils)
    answers = asking.answers(table)
    recognised = answers.value(RECOGNISED)
    more: dict[str, Any] = {RECOGNISED: recognised, "pupils": table["pupils"], LAYER: place.layer(table)}
    more |= {f"blank_{name}": answers.value(name).isnull() for name in INCOME}
    if by:
        more["group"] = _group(answers.value(by) if by in answers.questions else table[by])
    states = _states(asking, table, "base", recognised)
    return table.select(**{ID: table[ID], STATUS: table[STATUS], MEMBERS: table[MEMBERS]}, **states, **more)


def then(asking: Asking, households: Any, members: Any, place: Place) -> Any:
    """household_id and how the other standard judges it: columns of `_states` behind "other_"."""
    table = ruled(asking, RULES, households, members, strangers=False, where=place.here)
    return table.select(**{ID: table[ID]}, **_states(asking, table, "other", None))


def _states(asking: Asking, table: Any, side: str, recognised: Any) -> Mapping[str, Any]:
    """`<side>_state`, `_way`, `_average` (unknown where there is no rule for a household that is not poor), and `_open`
    (NO_INCOME or NO_INDICATORS, where the state is not known)."""
    import ibis

    standard = asking.standard
    ways = [(table.class_by_income.notnull(), table.class_by_income, "income")]
    if not CHANGES_POINTS & set(standard.assumed):
        ways.append((table.class_by_points.notnull(), table.class_by_points, "points"))
    within = table.within_income_line if "within_income_line" in standard.rules else null("truth")
    if recognised is not None:
        ways.append((within.isnull() & recognised.notnull(), recognised, "recognised"))
    if "enough_deprivations" in standard.held:
        ways.append((within.fill_null(False), ibis.literal(EITHER), "income"))
    state = ibis.cases(*((when, what) for when, what, _way in ways), else_=ibis.literal(UNKNOWN))
    way = ibis.cases(*((when, ibis.literal(way)) for when, _what, way in ways), else_=ibis.literal("income"))
    average = table[AVERAGE].fill_null(False) if AVERAGE in standard.rules else ibis.null("boolean")
    open_ = ibis.cases((within.isnull(), whole(NO_INCOME)), else_=whole(NO_INDICATORS))
    return {f"{side}_state": state, f"{side}_way": way, f"{side}_average": average & (state == "not_poor"),
            f"{side}_open": open_}  # fmt: skip


def _pupils(answers: RawAnswers) -> Mapping[str, Any]:
    import ibis

    return {"pupils": ibis.cases((answers.one_of("attends", PUPILS), whole(1)), else_=whole(0))}


def _group(column: Any) -> Any:
    """The words by which households are grouped; true and false are 1 and 0."""
    text = (column.cast("int8") if column.type().is_boolean() else column).cast("string")
    return text.strip().nullif("").fill_null("–")


def insured(members: Any, base: Any, classes: tuple[str, ...]) -> Any:
    """The raw members, everybody insured in households of those states of `base` ("all": in every household)."""
    import ibis

    kind = members["insured"].type() if "insured" in members.columns else None
    yes = ibis.literal("1") if kind is not None and kind.is_string() else ibis.literal(1, kind) if (
        kind is not None and kind.is_numeric()) else ibis.literal(True)  # fmt: skip
    if "all" in classes:
        return members.mutate(insured=yes)
    joined = members.left_join(base.select(ID, "base_state"), ID).drop(f"{ID}_right")
    answered = joined.insured if kind is not None else ibis.null("boolean")
    chosen = joined.base_state.isin(classes)
    return joined.mutate(insured=ibis.cases((chosen, yes), else_=answered)).drop("base_state").view()
