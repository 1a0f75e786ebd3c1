"""Raw numbers and births as whole numbers, alike on DuckDB and on Spark; WRONG where a cell is none.

Nothing is rounded: a floor area with a third decimal, a broken number of people, 31 February are WRONG. Casts stand
only behind the pattern or the bound that makes them exact.
"""

from __future__ import annotations

from functools import reduce
from typing import Any

from giamngheo.standards.answering import MOST
from giamngheo.standards.engines.columns import whole
from giamngheo.standards.release import Question

WRONG, OUTSIDE = -1, -2  # no answer at all; a number that the form cannot hold
THOUSANDS = r"^[0-9]{1,3}([. \x{a0}][0-9]{3})+$"
DIGITS = r"^[0-9]{1,15}(\.0{1,2})?$"
AREA = r"^([0-9]{1,7})([.,]([0-9]{1,2})0*)?$"
DAY_FIRST = r"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})$"
YEAR_FIRST = r"^([0-9]{4})[/-]([0-9]{1,2})[/-]([0-9]{1,2})([ T]00:00:00(\.0+)?)?$"
YEAR = r"^[0-9]{4}$"
RUN = r"^[0-9]{8}$"


def number(column: Any) -> Any:
    """A whole number of 0 or more: 1500000, 1.500.000, 1 500 000; NULL where empty."""
    import ibis

    kind = column.type()
    if kind.is_integer():
        return _bounded(column.cast("int64"), column)
    if kind.is_numeric():
        return _exact(column.cast("float64"))
    if not kind.is_string():
        return ibis.cases((column.notnull(), whole(WRONG)), else_=ibis.null("int64"))
    text = column.strip()
    plain = text.re_search(DIGITS)
    grouped = text.re_search(THOUSANDS.replace(r"\x{a0}", "\u00a0"))
    digits = ibis.cases(
        (plain, text.re_extract(r"^([0-9]+)", 1)), (grouped, text.re_replace("[^0-9]", "")), else_=ibis.null("string")
    )
    usable = ibis.cases((digits.length() <= 15, digits), else_=ibis.null("string")).nullif("").cast("int64")
    return _or_wrong(usable, text)


def area(column: Any) -> Any:
    """Square metres with at most two decimals (65, 65,25, 65.25) as hundredths."""
    import ibis

    kind = column.type()
    if kind.is_integer():
        return ibis.cases(
            (column < 0, whole(WRONG)), (column > MOST // 100, whole(WRONG)), else_=column.cast("int64") * 100
        )
    if kind.is_numeric():
        return _exact(column.cast("float64") * 100.0)
    if not kind.is_string():
        return ibis.cases((column.notnull(), whole(WRONG)), else_=ibis.null("int64"))
    text = column.strip()
    fraction = (ibis.coalesce(text.re_extract(AREA, 3), "") + "00").left(2).nullif("").cast("int64")
    metres = text.re_extract(AREA, 1).nullif("").cast("int64")
    return _or_wrong(ibis.cases((text.re_search(AREA), metres * 100 + fraction), else_=ibis.null("int64")), text)


def limited(number: Any, question: Question) -> Any:
    """The number where the form can hold it (answering.within), else OUTSIDE; what is WRONG stays so.

    `number` is a column: it is mentioned several times.
    """
    import ibis

    least, outside = question.least or 0, whole(OUTSIDE)
    lines = [(number < 0, number), (number < least, outside)]
    if question.most is not None:
        lines.append((number > question.most, outside))
    if question.step is not None:
        lines.append(((number - least) % question.step != 0, outside))
    return ibis.cases(*lines, else_=number)


def written_birth(column: Any) -> Any:
    """A birth as a whole number still to be checked by `birth`: YYYYMMDD or YYYY as written; WRONG where it is none."""
    import ibis

    kind = column.type()
    if kind.is_date() or kind.is_timestamp():
        return column.year().cast("int64") * 10000 + column.month().cast("int64") * 100 + column.day().cast("int64")
    if kind.is_floating():
        return _exact(column.cast("float64"))
    if kind.is_integer():
        return column
    if not kind.is_string():
        return ibis.cases((column.notnull(), whole(WRONG)), else_=ibis.null("int64"))
    text = column.strip()
    run = text.re_search(RUN) | text.re_search(YEAR)
    found = ibis.cases(
        (run, ibis.cases((run, text), else_=ibis.null("string")).cast("int64")),
        (text.re_search(DAY_FIRST), _written(text, DAY_FIRST, 3, 2, 1)),
        (text.re_search(YEAR_FIRST), _written(text, YEAR_FIRST, 1, 2, 3)),
        else_=ibis.null("int64"),
    )
    return _or_wrong(found, text)


def _written(text: Any, pattern: str, year: int, month: int, day: int) -> Any:
    """The day of a text; a day or a month of 0 is no date (only a number may say 0000)."""
    import ibis

    year_, month_, day_ = (text.re_extract(pattern, at).nullif("").cast("int64") for at in (year, month, day))
    return ibis.cases(((month_ == 0) | (day_ == 0), whole(WRONG)), else_=year_ * 10000 + month_ * 100 + day_)


def birth(number: Any) -> Any:
    """The number where it is a day (YYYYMMDD) or YYYY0000, a year as YYYY0000, else WRONG; NULL stays NULL.

    `number` is a column of what `written_birth` gives: it is mentioned many times here.
    """
    import ibis

    day, rest = number % 100, number % 10000
    month = rest - day
    usual = day.between(1, 28) & rest.between(101, 1228)
    wide = number.cast("int64")
    # Numbers that are too short or too long may pass the first line: they are no birth within a life either.
    return ibis.cases(
        (usual, wide), (number.isnull(), ibis.null("int64")),
        ((number >= 1000) & (number <= 9999), wide * 10000), ((number < 10000000) | (number > 99999999), whole(WRONG)),
        (rest == 0, wide), (_last_days(wide, day, month), wide), else_=whole(WRONG),
    )  # fmt: skip


def _last_days(number: Any, day: Any, month: Any) -> Any:
    """Whether one of the days 29 to 31 exists. `month` is a hundred times the month, so that nothing is divided."""
    years = number - month - day
    leap = (years % 40000 == 0) & ((years % 1000000 != 0) | (years % 4000000 == 0))
    short = reduce(lambda a, b: a | b, [month == each for each in (400, 600, 900, 1100)])
    inside = (month >= 100) & (month <= 1200) & (day >= 29) & (day <= 31)
    return inside & (((month == 200) & (day == 29) & leap) | ((month != 200) & ((day <= 30) | ~short)))


def _bounded(value: Any, column: Any) -> Any:
    import ibis

    return ibis.cases(((column < 0) | (column > MOST), whole(WRONG)), else_=value)


def _exact(value: Any) -> Any:
    """A float that is a whole number; NaN, which other programs write for an empty cell, is NULL."""
    import ibis

    safe = ibis.cases((value.isnan(), ibis.null("float64")), (value > 1e14, -1.0), (value < 0, -1.0), else_=value)
    near = (safe + 0.5).floor()
    return ibis.cases(
        ((safe - near).abs() < 1e-6, near.cast("int64")), (safe.isnull(), ibis.null("int64")), else_=whole(WRONG)
    )


def _or_wrong(value: Any, text: Any) -> Any:
    """WRONG where something is written that gave no value."""
    import ibis

    blank = ibis.cases((text.nullif("").isnull(), ibis.null("int64")), else_=whole(WRONG))
    return ibis.coalesce(value, blank)


def is_blank(column: Any) -> Any:
    """NULL, or NaN."""
    return column.isnull() | column.isnan().fill_null(False) if column.type().is_floating() else column.isnull()
