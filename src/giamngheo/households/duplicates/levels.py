"""How two people are compared: what agrees, and how well, from the strongest level to the weakest.

Data only: SQL conditions on the columns of `engine.COLUMNS`, with `_l` and `_r` for the two. The first level that holds
counts. `frequency`: the column whose own frequency among the people at hand says how often strangers agree so.
"""

from __future__ import annotations

from typing import NamedTuple


class Level(NamedTuple):
    """`code` is kept with a pair and told in words (reasons.py)."""

    code: str
    condition: str
    frequency: str = ""


class Comparison(NamedTuple):
    """`unknown`: when there is nothing to compare; the last level is everything else."""

    name: str
    unknown: str
    levels: tuple[Level, ...]
    rest: str

    @property
    def codes(self) -> tuple[str, ...]:
        """From the strongest to the weakest."""
        return (*(level.code for level in self.levels), self.rest)


def _equal(column: str) -> str:
    return f"{column}_l = {column}_r"


_SAME_CORE = _equal("core")
_SHORTER = (
    "(list_has_all(middle_l, middle_r) OR list_has_all(middle_r, middle_l)"
    " OR (first_letters_l = first_letters_r AND (initials_l OR initials_r)))"
)
_ONE_YEAR = f"({_equal('day_month')} AND abs(year_l - year_r) = 1)"

NAME = Comparison(
    "name", "bare_l = '' OR bare_r = ''",
    (
        Level("same", _equal("written"), "folded"),
        Level("tone_placement", _equal("folded"), "folded"),
        Level("unaccented", f"{_equal('bare')} AND (unaccented_l OR unaccented_r)", "bare"),
        Level("other_accents", _equal("bare"), "bare"),
        Level("middle_shorter", f"{_SAME_CORE} AND {_SHORTER}", "core"),
        Level("middle_other", _SAME_CORE, "core"),
        Level("surname_other", _equal("tail"), "tail"),
        Level("spelling", "jaro_winkler_similarity(turned_l, turned_r) >= 0.93"
              " AND damerau_levenshtein(bare_l, bare_r) <= 2"),
    ),
    "other",
)  # fmt: skip
BIRTH = Comparison(
    "birth", "year_l IS NULL OR year_r IS NULL",
    (
        Level("same", _equal("day")),
        Level("swapped", "day_l = swapped_r"),
        Level("year_only", f"{_equal('year')} AND (day_l IS NULL OR day_r IS NULL)"),
        Level("one_off", f"{_ONE_YEAR} OR damerau_levenshtein(day_l, day_r) = 1"),
        Level("part", f"{_equal('year')} AND (substr(day_l, 5, 2) = substr(day_r, 5, 2)"
              " OR substr(day_l, 7, 2) = substr(day_r, 7, 2))"),
        Level("near_year", "abs(year_l - year_r) <= 1"),
    ),
    "other",
)  # fmt: skip
SEX = Comparison("sex", "sex_l IS NULL OR sex_r IS NULL", (Level("same", _equal("sex")),), "other")
NUMBER = Comparison(
    "number", "number_l IS NULL OR number_r IS NULL OR length(number_l) <> length(number_r)",
    (Level("same", _equal("number")), Level("one_off", "damerau_levenshtein(number_l, number_r) = 1")), "other",
)  # fmt: skip
VILLAGE = Comparison("village", "FALSE", (Level("same", _equal("village"), "village"),), "other")
HEAD = Comparison(
    "head", "head_l IS NULL OR head_r IS NULL OR household_l = household_r", (Level("same", _equal("head")),), "other"
)

COMPARISONS = (NAME, BIRTH, SEX, NUMBER, VILLAGE, HEAD)
# Two people are compared when one of these holds: so many pairs as there are people, not their square.
BLOCKS = (
    "l.bare = r.bare AND l.village = r.village",
    "l.bare = r.bare AND l.year = r.year",
    "l.bare = r.bare AND l.day_month = r.day_month",
    "l.day = r.day AND l.surname = r.surname",
    "l.day = r.day AND l.given = r.given",
    "l.day = r.swapped AND l.given = r.given",
    "l.core = r.core AND l.year = r.year AND l.village = r.village",
    "l.tail = r.tail AND l.year = r.year AND l.village = r.village",
    "l.core = r.core AND l.day_month = r.day_month",
    "l.head = r.head AND l.given = r.given AND l.village = r.village",
    "l.number = r.number",
)
# One digit wrong, left out or exchanged with its neighbour: two numbers then share what is left without one digit.
NEAR_NUMBERS = "l.without_one = r.without_one"
